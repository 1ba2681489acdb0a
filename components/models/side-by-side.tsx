import { CHECKED_ON, findModel, isInputOnly, isRetired, type Model, type Published } from "@/lib/catalogue";
import { cardOf, type Card, type Support } from "@/lib/cards";
import { formatCompact, formatDay, formatUsdText, UNKNOWN } from "@/lib/view/text";
import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import { LinkButton } from "@/components/ui/button";
import { paneLook, Panes } from "@/components/ui/fields/panes";
import { Segmented } from "@/components/ui/fields/segmented";
import { modalityWords, RatingSteps } from "./model-panel";
import { planLink } from "./plan-link";
import { modelRoute } from "@/components/ui/routes";

interface Row {
  readonly model: Model;
  readonly card: Card;
}

/** The models of these ids that the catalogue holds, in their order. */
export function sideBySideRows(ids: readonly string[]): Row[] {
  return ids.flatMap((id) => {
    const model = findModel(id);
    const card = cardOf(id);
    return model && card ? [{ model, card }] : [];
  });
}

const usd = (text: string | null | undefined) => (text == null ? UNKNOWN : formatUsdText(text));
/** A day that may break between its words: a column of a phone is narrower than it. */
const dayWords = (day: string) => formatDay(day).replaceAll("\u00a0", " ");
const last = (model: Model) => model.prices.at(-1)!.prices;
const SUPPORT: Readonly<Record<Support, string>> = {
  yes: "yes",
  no: "no",
  disputed: "disputed",
  "not-established": UNKNOWN,
};
const batchPrices = (model: Model) => {
  const { batch } = last(model);
  return isInputOnly(model) ? usd(batch?.input) : `${usd(batch?.input)}, ${usd(batch?.output)}`;
};
const feature = (card: Card, name: string) =>
  SUPPORT[card.features.find((claim) => claim.name === name)?.support ?? "not-established"];
const rating = (card: Card, at: 0 | 1) =>
  card.ratings[at] ? <RatingSteps roomy rating={card.ratings[at]} /> : UNKNOWN;

/** What a comparison of models that take input only leaves out. */
const OF_OUTPUT = ["Cached input", "Output, reasoning in it", "Function calling", "Structured outputs"];

/** What its lines are called there. */
/** A name of so many letters fits its column on a phone; longer ones break. */
const SHORT = 13;
const OF_INPUT: Readonly<Record<string, string>> = {
  "In batch, in and out": "In batch",
  "Context window": "One input",
  "Reasoning or intelligence": "Performance",
};

type Line = readonly [name: string, cell: (model: Model, card: Card) => ReactNode, detail?: string];

const GROUPS: readonly { title: string; lines: readonly Line[] }[] = [
  {
    title: "Price, $ a million tokens",
    lines: [
      ["Input", (model) => usd(last(model).standard.input)],
      ["Cached input", (model) => usd(last(model).standard.cachedInput)],
      ["Output, reasoning in it", (model) => usd(last(model).standard.output)],
      ["In batch, in and out", batchPrices],
    ],
  },
  {
    title: "What fits a request",
    lines: [
      ["Context window", (model) => formatCompact(model.contextWindow)],
      ["Maximum output", (model) => (isInputOnly(model) ? "none" : formatCompact(model.maxOutputTokens))],
      [
        "Images",
        (_, card) =>
          modalityWords(card.modalities.find(({ name }) => name === "Image")!).replace("not supported", "no"),
      ],
      ["Function calling", (_, card) => feature(card, "Function calling")],
      ["Structured outputs", (_, card) => feature(card, "Structured outputs")],
    ],
  },
  {
    title: "What it is like",
    lines: [
      ["Reasoning or intelligence", (_, card) => rating(card, 0)],
      ["Speed", (_, card) => rating(card, 1)],
      ["Knowledge cutoff", (_, card) => dayWords(card.knowledgeCutoff.on)],
    ],
  },
  {
    title: "Its end",
    lines: [
      [
        "Can be called",
        (model) =>
          !model.retirement
            ? "yes"
            : isRetired(model, CHECKED_ON)
              ? `no, retired on ${dayWords(model.retirement.on)}`
              : `until ${dayWords(model.retirement.on)}`,
      ],
      ["Successor", (_, card) => card.successors.map(({ id }) => id).join(" → ") || UNKNOWN],
    ],
  },
];

/** Price, size, ability and end of a few models in one table. */
export function SideBySide({ rows }: { rows: readonly Row[] }) {
  const onlyInput = rows.every(({ model }) => isInputOnly(model));
  const isAsked = ([name]: Line) => !onlyInput || !OF_OUTPUT.includes(name);
  return (
    <Table even compact caption="The models side by side">
      <thead>
        <tr>
          <td />
          {rows.map(({ model }) => (
            <th key={model.id} scope="col" className="text-right max-tablet:!text-[10px] tablet:!text-14">
              <a
                className={model.id.length <= SHORT ? "font-semibold whitespace-nowrap" : "font-semibold"}
                href={modelRoute(model.id)}
              >
                {model.id}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      {GROUPS.map(({ title, lines }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={1 + rows.length} className="!h-auto !pt-4 text-12 text-ink-3">
              {title}
            </th>
          </tr>
          {lines.filter(isAsked).map(([name, cell]) => (
            <tr key={name}>
              <th scope="row">{onlyInput ? (OF_INPUT[name] ?? name) : name}</th>
              {rows.map(({ model, card }) => (
                <td key={model.id} className="text-right">
                  {cell(model, card)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
      <tbody>
        <tr>
          <td />
          {rows.map(({ model }) => (
            <td key={model.id} className="!pt-4 text-right">
              <LinkButton small href={planLink(model.id)} aria-label={`Plan with ${model.id}`}>
                Plan
              </LinkButton>
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}

const DIMENSIONS = [
  { key: "rpm", short: "RPM", title: "Requests a minute" },
  { key: "tpm", short: "TPM", title: "Tokens a minute" },
  { key: "batchQueueTokens", short: "Batch queue", title: "Batch queue, input tokens" },
] as const;

const limit = (value: Published<number>) =>
  value === "unpublished" ? <span aria-label="not published">{UNKNOWN}</span> : formatCompact(value);

/** One limit of a few models, tier by tier. */
export function LimitsByTier({ rows }: { rows: readonly Row[] }) {
  return (
    <Panes>
      <div className="mb-4 max-w-[24rem]">
        <Segmented
          legend="Limit"
          name="limit"
          chosen="tpm"
          options={DIMENSIONS.map(({ key, short }) => ({ value: key, label: short }))}
        />
      </div>
      {DIMENSIONS.map(({ key, title }, n) => (
        <Table key={key} even compact className={paneLook(n)} caption={`${title} by usage tier`}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {rows.map(({ model }) => (
                <th
                  key={model.id}
                  scope="col"
                  className={
                    model.id.length <= SHORT ? "text-right whitespace-nowrap max-tablet:!text-[10px]" : "text-right"
                  }
                >
                  {model.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {([1, 2, 3, 4, 5] as const).map((tier) => (
              <tr key={tier}>
                <th scope="row">Tier {tier}</th>
                {rows.map(({ model }) => (
                  <td key={model.id} className="text-right">
                    {limit(model.limits[tier - 1]![key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      ))}
      <p className="mt-3 max-w-[74ch] text-small text-ink-2">
        “{UNKNOWN}” is not published: neither zero nor unlimited. The Free tier is not planned with.
      </p>
    </Panes>
  );
}
