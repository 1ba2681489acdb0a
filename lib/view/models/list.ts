import {
  findModel,
  isEnding,
  isInputOnly,
  isRetired,
  limitsAt,
  MODELS,
  priceOn,
  type Day,
  type Model,
  type UsageTierId,
} from "@/lib/catalogue";
import { cardOf } from "@/lib/cards";
import { compare, parseDecimal, type Exact } from "@/lib/money";
import { poolOf, type ModelOverride, type Scenario } from "@/lib/scenario";
import { formatCompact, formatDay, formatTier, formatUsdText, UNKNOWN } from "@/lib/view/text";

/** One model as a line of a list. Prices are USD a million tokens; limits those of one usage tier. */
export interface ModelRow {
  readonly id: string;
  /** `ending`: it ends within twelve months of the scenario’s day. */
  readonly kind: "current" | "ending" | "embeddings" | "own" | "retired";
  readonly input: string;
  readonly cached: string;
  readonly output: string;
  readonly rpm: string;
  readonly tpm: string;
  readonly context: string;
  readonly cutoff: string;
  readonly released: string;
  /** `retired 23 Oct 2026 → gpt-5.5`; `null` while no end is known. */
  readonly end: string | null;
  /** The line as it is read out. */
  readonly spoken: string;
  /** What a search looks through: names, features and endpoints, in small letters. */
  readonly words: string;
  readonly sort: { readonly price: Exact | null; readonly newest: Day; readonly tpm: number };
}

/** The orders in which models can be listed. */
export const MODEL_ORDERS = ["name", "price", "newest", "tpm"] as const;
/** One of the orders. */
export type ModelOrder = (typeof MODEL_ORDERS)[number];
/** What each order is called. */
export const MODEL_ORDER_NAMES: Readonly<Record<ModelOrder, string>> = {
  name: "Name",
  price: "Price",
  newest: "Newest",
  tpm: "TPM",
};

type At = Pick<Scenario, "usageTier" | "asOf" | "modelOverrides">;

/**
 * Every model of the catalogue, and every one of the user’s own, at the tier, prices and figures of a
 * scenario; catalogue order, own ones last.
 */
export function modelList(at: At): ModelRow[] {
  const own = at.modelOverrides.map(({ model }) => poolOf(model)).filter((id) => !findModel(id));
  return [...MODELS.map(({ id }) => id), ...new Set(own)].map((id) => modelRow(id, at));
}

const usd = (text: string | null | undefined) => (text === null || text === undefined ? UNKNOWN : formatUsdText(text));
const count = (value: number | "unpublished" | undefined) =>
  typeof value === "number" ? formatCompact(value) : UNKNOWN;

function modelRow(id: string, { usageTier, asOf, modelOverrides }: At): ModelRow {
  const model = findModel(id);
  const override = modelOverrides.find((one) => poolOf(one.model) === id);
  const price = override?.price ?? (model && priceOn(model, asOf)?.prices.standard);
  const { rpm, tpm } = rateLimitsOf(model, override, usageTier);
  const context = override?.contextWindow ?? model?.contextWindow;
  const retired = model !== undefined && isRetired(model, asOf);
  const released = model ? releasedOn(model) : "";
  const end = model?.retirement
    ? `${retired ? "retired" : "retires"} ${formatDay(model.retirement.on)}${after(model.retirement.successor)}`
    : null;
  const card = cardOf(id);
  const shown = {
    input: usd(price?.input),
    cached: usd(price?.cachedInput),
    output: usd(price?.output),
    rpm: count(rpm),
    tpm: count(tpm),
    context: count(context),
  };
  return {
    id,
    kind: kindOf(model, asOf),
    ...shown,
    cutoff: card?.knowledgeCutoff ? formatDay(card.knowledgeCutoff.on) : UNKNOWN,
    released: released ? formatDay(released) : UNKNOWN,
    end,
    spoken: [
      id,
      price
        ? `${shown.input} in, ${price.cachedInput ? `${shown.cached} cached, ` : ""}${price.output === null ? "input only" : `${shown.output} out`}`
        : "no price",
      typeof tpm === "number" ? `${shown.tpm} tokens a minute at ${formatTier(usageTier)}` : "",
      context === undefined ? "" : `context ${shown.context}`,
      end?.replace("→", "for") ?? "",
    ]
      .filter(Boolean)
      .join("; "),
    words: searchText(id, model),
    sort: {
      price: price ? parseDecimal(price.input) : null,
      newest: released,
      tpm: typeof tpm === "number" ? tpm : -1,
    },
  };
}

function kindOf(model: Model | undefined, asOf: Day): ModelRow["kind"] {
  if (!model) return "own";
  if (isRetired(model, asOf)) return "retired";
  if (isEnding(model, asOf)) return "ending";
  return isInputOnly(model) ? "embeddings" : "current";
}

const after = (successor: string | null) => (successor ? ` → ${successor}` : ", no successor named");

function rateLimitsOf(model: Model | undefined, override: ModelOverride | undefined, tier: UsageTierId) {
  const row = model && limitsAt(model, tier);
  const own = tier === "free" ? undefined : override?.limits;
  return { rpm: own?.rpm ?? row?.rpm, tpm: own?.tpm ?? row?.tpm };
}

/** The day in the name of its first dated snapshot, else that of its first price. */
function releasedOn({ snapshots, prices }: Model): Day {
  const dated = snapshots.flatMap((name) => /\d{4}-\d{2}-\d{2}$/.exec(name)?.[0] ?? []).toSorted();
  return dated[0] ?? prices[0]?.from ?? "";
}

function searchText(id: string, model: Model | undefined): string {
  const card = cardOf(id);
  const can = card ? [...card.features, ...card.endpoints].filter(({ support }) => support === "yes") : [];
  const takes = card?.modalities.filter(({ input }) => input).map(({ name }) => `${name} input`) ?? [];
  const names = [id, ...(model?.snapshots ?? [])];
  const facts = [
    ...can.map((one) => ("path" in one ? `${one.name} ${one.path as string}` : one.name)),
    ...takes,
    card?.reasoningTokens.supported ? "reasoning" : "",
  ];
  return [...names, ...names.map((name) => name.replace(/[-.]/g, "")), ...facts].join(" ").toLowerCase();
}

/** The rows that hold every word of `query`, in any order; all of them for no word. */
export function searchModels(rows: readonly ModelRow[], query: string): ModelRow[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ words }) => wanted.every((word) => words.includes(word)));
}

const byName = new Intl.Collator("en", { numeric: true });
const KINDS: readonly ModelRow["kind"][] = ["current", "embeddings", "ending", "own", "retired"];
/** What each kind is called, in the order in which models are listed. */
export const MODEL_KINDS: readonly (readonly [kind: ModelRow["kind"], name: string])[] = [
  ["current", "On sale"],
  ["embeddings", "Embeddings: input only"],
  ["ending", "Ends within a year"],
  ["own", "Your own"],
  ["retired", "Ended"],
];

type Sort = ModelRow["sort"];

function byPrice({ price: a }: Sort, { price: b }: Sort): number {
  return a && b ? compare(a, b) : Number(!a) - Number(!b);
}

function byNewest({ newest: a }: Sort, { newest: b }: Sort): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}

const BY: Readonly<Record<ModelOrder, (a: Sort, b: Sort) => number>> = {
  name: () => 0,
  price: byPrice,
  newest: byNewest,
  tpm: (a, b) => b.tpm - a.tpm,
};

/**
 * Those on sale first, then embeddings, those that end within a year, your own, and those that have ended;
 * within each by name, price (lowest first), day of release or tokens a minute (highest first). What is unknown
 * comes last.
 */
export function sortModels(rows: readonly ModelRow[], order: ModelOrder): ModelRow[] {
  return rows.toSorted(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || BY[order](a.sort, b.sort) || byName.compare(a.id, b.id),
  );
}
