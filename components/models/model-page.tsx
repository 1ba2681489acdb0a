import { findModel, type Fact, type Model, type PriceRow, type Published } from "@/lib/catalogue";
import type { Card } from "@/lib/cards";
import { formatCompact, formatDay, formatUsdText, UNKNOWN } from "@/lib/view";
import { Section } from "@/components/ui/section";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/shell";
import { WarnMark } from "@/components/ui/marks";
import { ClaimList, EndpointsTable } from "./claims";
import { Lifecycle } from "./lifecycle";
import { LimitsTable } from "./limits-table";
import { ModelPanel } from "./model-panel";
import { planLink } from "./plan-link";
import { PriceHistoryChart } from "@/components/charts/lazy";
import { priceChart } from "@/lib/view";
import { PriceTable } from "./price-history";
import { PriceSwitch, QuickComparison } from "./prices";
import { Sources } from "./sources";
import { ROUTES } from "@/components/ui/routes";

const SECTIONS = [
  { id: "prices", name: "Prices" },
  { id: "limits", name: "Rate limits by usage tier" },
  { id: "history", name: "Price history" },
  { id: "endpoints", name: "Endpoints" },
  { id: "features", name: "Features and parameters" },
  { id: "life", name: "Snapshots, retirement, successors" },
  { id: "sources", name: "Sources" },
];

const rate = (limit: Published<number>) => (limit === "unpublished" ? UNKNOWN : formatCompact(limit));
/** `a`, `a and b`, `a, b and c`. */
const listed = (names: readonly string[]) => (names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

const lastPrice = (model: Model): PriceRow => model.prices.at(-1)!;

/** The page’s sentence: price, and whether it can still be called. */
export function modelSummary(model: Model): { state: string; price: string } {
  const { input, output } = lastPrice(model);
  return {
    state: model.retirement ? `retired on ${formatDay(model.retirement.on)}` : "can be called",
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
    ...card.modalities.map((modality) => ["modalities", modality] as const),
    ...card.endpoints.map((endpoint) => ["endpoints", endpoint] as const),
    ...card.features.map((feature) => ["features", feature] as const),
    ...card.parameters.map((parameter) => ["parameters", parameter] as const),
    ...card.successors.map((successor) => ["successors", successor] as const),
  ];
}

function finding(model: Model): string {
  const { prices } = model;
  const [first, last] = [prices[0]!, prices.at(-1)!];
  return first.input === last.input ? `${formatUsdText(last.input)} from the first day to the last` : `From ${formatUsdText(first.input)} to ${formatUsdText(last.input)} a million tokens in`;
}

/** All that is known of one model. */
export function ModelPage({ model, card }: { model: Model; card: Card }) {
  const price = lastPrice(model);
  const summary = modelSummary(model);
  const peers = card.peers.flatMap((id) => {
    const peer = findModel(id);
    return peer ? [{ model: peer, price: lastPrice(peer) }] : [];
  });
  const can = card.features.filter(({ support }) => support === "yes").map(({ name }) => name);
  const yes = card.endpoints.filter(({ support }) => support === "yes").map(({ name }) => name);
  const disputed = card.endpoints.filter(({ support }) => support === "disputed").map(({ name }) => name);
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
            {model.retirement && <WarnMark size={24} className="is-near" />} <b>{model.id}</b> {summary.state}. {model.retirement ? "Its last price was" : "It costs"}{" "}
            {summary.price}.
          </h1>
          <p className="q mt-3 max-w-[74ch]">{card.tagline.advice}</p>
        </div>
        <aside className="editcol" aria-label={`${model.id} in short`}>
          <ModelPanel model={model} card={card} planHref={planLink(model.id)} sections={SECTIONS} />
        </aside>
        <div className="more">
          <Section id="prices" eyebrow="Prices" finding={`${formatUsdText(price.input)} in, ${formatUsdText(price.output)} out; batch costs half, without a cached discount`}>
            <div className="two !mt-0 gap-y-8">
              <PriceSwitch price={price} />
              <QuickComparison current={model.id} peers={peers} />
            </div>
            <p className="s q mt-4 max-w-[74ch]">
              Reasoning tokens are billed as output. {card.toolFees.text}
            </p>
          </Section>
          <Section id="limits" eyebrow="Rate limits by usage tier" finding={`Tier 1 allows ${rate(model.limits[0]!.rpm)} requests and ${rate(model.limits[0]!.tpm)} tokens a minute, tier 5 allows ${rate(model.limits[4]!.rpm)} and ${rate(model.limits[4]!.tpm)}`}>
            <LimitsTable model={model} />
          </Section>
          <Section id="history" eyebrow="Price history" finding={finding(model)}>
            <div className="charts mb-6 grid-cols-1!">
              <PriceHistoryChart chart={priceChart(model)} />
            </div>
            <PriceTable model={model} />
          </Section>
          <Section
            id="endpoints"
            eyebrow="Endpoints"
            finding={`${model.retirement ? "Answered" : "Answers"} at ${listed(yes)}${disputed.length > 0 ? `; sources disagree on ${listed(disputed)}` : ""}`}
          >
            <EndpointsTable endpoints={card.endpoints} />
          </Section>
          <Section id="features" eyebrow="Features and parameters" finding={`${model.retirement ? "Supported" : "Supports"} ${listed(can.map((name) => name.toLowerCase()))}; its cap is max_completion_tokens`}>
            <div className="two !mt-0 gap-y-6">
              <ClaimList title="Features" claims={card.features} />
              <ClaimList title="Messages and parameters" claims={card.parameters} />
            </div>
          </Section>
          <Section id="life" eyebrow="Snapshots, retirement, successors" finding={model.retirement ? `${model.retirement.successor} takes over from ${model.id}` : `${model.id} can be called`}>
            <Lifecycle model={model} card={card} />
          </Section>
        </div>
      </main>
      <div id="sources">
        <SiteFooter fine={<a href={`/api/v1/models/${model.id}`}>This model as JSON</a>}>
          <Sources facts={factsOf(model, card)}>Every figure above comes from these texts. What they do not say is marked as unpublished or not established, never filled in.</Sources>
        </SiteFooter>
      </div>
    </>
  );
}
