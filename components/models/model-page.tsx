import {
  CHECKED_ON,
  findModel,
  isRetired,
  type Fact,
  type Model,
  type PriceRow,
  type TierPrices,
  type Published,
} from "@/lib/catalogue";
import type { Card, Claim, Support } from "@/lib/cards";
import { formatCompact, formatDay, formatNumber, formatUsdText, listed, UNKNOWN } from "@/lib/view/text";
import { priceChart } from "@/lib/view/models";
import { Section } from "@/components/ui/section";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/shell";
import { WarnMark } from "@/components/ui/marks";
import { ClaimList, EndpointsTable } from "./claims";
import { Lifecycle } from "./lifecycle";
import { LimitsTable } from "./limits-table";
import { ModelPanel } from "./model-panel";
import { planLink } from "./plan-link";
import { PriceHistoryChart } from "./charts/price-history";
import { PriceTable } from "./price-history";
import { PriceSwitch, QuickComparison } from "./prices";
import { LimitsByTier, SideBySide, sideBySideRows } from "./side-by-side";
import { ModelLink } from "./model-link";
import { FactSources } from "@/components/figures/sources";
import { ROUTES } from "@/components/ui/routes";

const SECTIONS = [
  { id: "prices", name: "Prices" },
  { id: "limits", name: "Rate limits by usage tier" },
  { id: "life", name: "Snapshots, retirement, successors" },
  { id: "beside", name: "Side by side" },
  { id: "history", name: "Price history" },
  { id: "endpoints", name: "Endpoints" },
  { id: "features", name: "Features and parameters" },
  { id: "sources", name: "Sources" },
];
/** Columns that a phone still holds. */
const MOST_BESIDE = 4;

const rate = (limit: Published<number>) => (limit === "unpublished" ? UNKNOWN : formatCompact(limit));
const lastPrice = (model: Model): PriceRow => model.prices.at(-1)!;

/** The page’s sentence: price, and whether it can still be called. */
export function modelSummary(model: Model): { state: string; price: string } {
  const { input, output } = lastPrice(model).prices.standard;
  return {
    state: !model.retirement
      ? "can be called"
      : isRetired(model, CHECKED_ON)
        ? `retired on ${formatDay(model.retirement.on)}`
        : `can be called until ${formatDay(model.retirement.on)}`,
    price: `${formatUsdText(input)} a million tokens in, ${formatUsdText(output)} out`,
  };
}

function factsOf(model: Model, card: Card): (readonly [string, Fact])[] {
  return [
    ...model.prices.map((row) => ["prices", row] as const),
    ...model.limits.map((row) => ["rate limits", row] as const),
    ["context window and maximum output", model.window],
    ...(model.retirement ? [["retirement", model.retirement] as const] : []),
    ...card.ratings.map((rating) => ["ratings", rating] as const),
    ["knowledge cutoff", card.knowledgeCutoff],
    ...(card.maxInputTokens ? [["maximum input", card.maxInputTokens] as const] : []),
    ...card.modalities.map((modality) => ["modalities", modality] as const),
    ...card.endpoints.map((endpoint) => ["endpoints", endpoint] as const),
    ...card.features.map((feature) => ["features", feature] as const),
    ...card.parameters.map((parameter) => ["parameters", parameter] as const),
    ...(card.notes ?? []).map((note) => ["prices and limits", note] as const),
    ...card.successors.map((successor) => ["successors", successor] as const),
  ];
}

function historyFinding({ prices }: Model): string {
  const from = prices[0]!.from;
  const [first, last] = [prices[0]!.prices.standard, prices.at(-1)!.prices.standard];
  return first.input === last.input && first.output === last.output
    ? `${formatUsdText(last.input)} in and ${formatUsdText(last.output)} out since ${formatDay(from)}`
    : `From ${formatUsdText(first.input)} to ${formatUsdText(last.input)} a million tokens in`;
}

function batchFinding({ standard, batch }: TierPrices): string {
  if (!batch) return "no batch price";
  if (standard.cachedInput !== null && batch.cachedInput === null) return "batch has no cached price";
  return `batch at ${formatUsdText(batch.input)} in`;
}

function priceFinding({ prices }: PriceRow): string {
  const { input, output } = prices.standard;
  return `${formatUsdText(input)} in, ${formatUsdText(output)} out; ${batchFinding(prices)}`;
}

function limitsFinding({ id, limits }: Model): string {
  const [first, last] = [limits[0]!, limits.at(-1)!];
  if (first.tpm === "unpublished" && last.tpm === "unpublished")
    return `No limits of ${id} are published by usage tier`;
  return `Tier 1 allows ${rate(first.rpm)} requests and ${rate(first.tpm)} tokens a minute, tier 5 allows ${rate(last.rpm)} and ${rate(last.tpm)}`;
}

function lifeFinding(model: Model, card: Card, retired: boolean): string {
  const next = card.successors[0]?.id;
  if (!model.retirement)
    return next
      ? `${model.id} can be called; ${next} is named after it`
      : `${model.id} can be called; no end is announced`;
  return `${next ?? "Nothing"} ${retired ? "took" : "takes"} over from ${model.id}`;
}

/** What changes a price by how a request is made, in sentences. */
function priceRules({
  prices: {
    standard: { cacheWrite },
  },
  longContext,
}: PriceRow): string[] {
  return [
    ...(cacheWrite ? [`Input written to the cache costs ${formatUsdText(cacheWrite)} a million tokens.`] : []),
    ...(longContext
      ? [
          `A request of ${formatNumber(longContext.fromInputTokens)} input tokens or more is billed whole at ${longContext.inputTimes}× the input and ${longContext.outputTimes}× the output price.`,
        ]
      : []),
  ];
}

const named = (claims: readonly Claim[], support: Support) =>
  claims.filter((claim) => claim.support === support).map(({ name }) => name);

/** All that is known of one model. */
export function ModelPage({ model, card }: { model: Model; card: Card }) {
  const price = lastPrice(model);
  const summary = modelSummary(model);
  const peers = card.peers.flatMap((id) => {
    const peer = findModel(id);
    return peer ? [{ model: peer, price: lastPrice(peer) }] : [];
  });
  const retired = isRetired(model, CHECKED_ON);
  const can = named(card.features, "yes");
  const [yes, disputed] = [named(card.endpoints, "yes"), named(card.endpoints, "disputed")];
  const beside = sideBySideRows([...new Set([model.id, ...card.successors.map(({ id }) => id), ...card.peers])]).slice(
    0,
    MOST_BESIDE,
  );
  return (
    <>
      <SkipLink to="main">Skip to {model.id}</SkipLink>
      <SiteHeader current="models" />
      <main className="page" id="main">
        <div className="verdict">
          <p className="ctx">
            <a href={ROUTES.models}>All models</a>
            <span>{card.tagline.text}</span>
          </p>
          <h1 className="say">
            {model.retirement && <WarnMark size={24} className="text-near" />} <b>{model.id}</b> {summary.state}.{" "}
            {retired ? "Its last price was" : "It costs"} {summary.price}.
          </h1>
          <p className="mt-3 max-w-[74ch] text-ink-2">{card.tagline.advice}</p>
          {card.successors.length > 0 && (
            <p className="mt-2 flex flex-wrap items-baseline gap-x-2">
              <span className="text-ink-2">What takes its place:</span>
              {card.successors.map(({ id }, step) => (
                <span key={id}>
                  {step > 0 && <span className="text-ink-3">→ </span>}
                  <ModelLink id={id} />
                </span>
              ))}
            </p>
          )}
        </div>
        <aside className="editcol" aria-label={`${model.id} in short`}>
          <ModelPanel model={model} card={card} planHref={planLink(model.id)} sections={SECTIONS} />
        </aside>
        <div className="more">
          <Section id="prices" eyebrow="Prices" finding={priceFinding(price)}>
            <div className="two !mt-0 gap-y-8">
              <PriceSwitch price={price} />
              {peers.length > 1 && <QuickComparison current={model.id} peers={peers} />}
            </div>
            <ul className="mt-4 grid max-w-[74ch] gap-1 text-small text-ink-2">
              {priceRules(price).map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
              {card.reasoningTokens.supported && <li>Reasoning tokens are billed as output.</li>}
              <li>{card.toolFees.text}</li>
              {card.notes?.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Section>
          <Section id="limits" eyebrow="Rate limits by usage tier" finding={limitsFinding(model)}>
            <LimitsTable model={model} />
          </Section>
          <Section id="life" eyebrow="Snapshots, retirement, successors" finding={lifeFinding(model, card, retired)}>
            <Lifecycle model={model} card={card} />
          </Section>
          {beside.length > 1 && (
            <Section
              id="beside"
              eyebrow="Side by side"
              finding={`${model.id} beside ${listed(beside.slice(1).map(({ model: { id } }) => id))}`}
            >
              <SideBySide rows={beside} />
              <div className="mt-8">
                <LimitsByTier rows={beside} />
              </div>
            </Section>
          )}
          <Section id="history" eyebrow="Price history" finding={historyFinding(model)}>
            <PriceHistoryChart view={priceChart(model)} />
            <PriceTable model={model} />
          </Section>
          <Section
            id="endpoints"
            eyebrow="Endpoints"
            finding={`${yes.length > 0 ? `${retired ? "Answered" : "Answers"} at ${listed(yes)}` : "No endpoint is established"}${disputed.length > 0 ? `; sources disagree on ${listed(disputed)}` : ""}`}
          >
            <EndpointsTable endpoints={card.endpoints} />
          </Section>
          <Section
            id="features"
            eyebrow="Features and parameters"
            finding={`${retired ? "Supported" : "Supports"} ${can.length > 0 ? listed(can.map((name) => name.toLowerCase())) : "no feature that is established"}`}
          >
            <div className="two !mt-0 gap-y-6">
              <ClaimList title="Features" claims={card.features} />
              {card.parameters.some(({ support }) => support !== "not-established") ? (
                <ClaimList title="Messages and parameters" claims={card.parameters} />
              ) : (
                <div>
                  <h3 className="mb-1 font-semibold">Messages and parameters</h3>
                  <p className="text-ink-2">Not established: no public survey of what it accepts was found.</p>
                </div>
              )}
            </div>
          </Section>
        </div>
      </main>
      <div id="sources">
        <SiteFooter fine={<a href={`/api/v1/models/${model.id}`}>This model as JSON</a>}>
          <FactSources facts={factsOf(model, card)}>
            Every figure above comes from these texts. What they do not say is marked as unpublished or not established,
            never filled in.
          </FactSources>
        </SiteFooter>
      </div>
    </>
  );
}
