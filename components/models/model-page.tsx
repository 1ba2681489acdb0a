import { CHECKED_ON, findModel, isRetired, type Model } from "@/lib/catalogue";
import type { Card, Claim, Support } from "@/lib/cards";
import { listed } from "@/lib/view/names";
import {
  flexText,
  historyFinding,
  lastPrice,
  lifeFinding,
  modelFacts,
  modelLimitsFinding,
  modelSummary,
  priceChart,
  priceFinding,
  priceRules,
} from "@/lib/view/models";
import { HeadContext, Headline } from "@/components/figures/verdict-head";
import { Columns } from "@/components/ui/page/columns";
import { PanePage } from "@/components/ui/page/pane-page";
import { Section } from "@/components/ui/section";
import { PageKeys } from "@/components/ui/keys/page-keys";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/page/shell";
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
import { FactSources } from "@/components/figures/lists/sources";
import { ROUTES, ruleRoute } from "@/components/ui/routes";

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
  const unsold = flexText(model);
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
      <PageKeys />
      <PanePage
        reading
        head={
          <>
            <HeadContext>
              <a href={ROUTES.models}>All models</a>
              <span>{card.tagline.text}</span>
            </HeadContext>
            <Headline>
              {model.retirement && <WarnMark size={24} className="text-near" />} <b>{model.id}</b> {summary.state}.{" "}
              {retired ? "Its last price was" : "It costs"} {summary.price}.
            </Headline>
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
                <span className="text-ink-2">
                  The cheapest that fits may be another:{" "}
                  <a href={planLink(model.id, ROUTES.compare)} rel="nofollow">
                    compare them all
                  </a>
                </span>
              </p>
            )}
          </>
        }
        besideLabel={`${model.id} in short`}
        beside={<ModelPanel model={model} card={card} sections={SECTIONS} />}
      >
        <Section id="prices" eyebrow="Prices" finding={priceFinding(price)}>
          <Columns className="gap-y-8 max-tablet:gap-y-8">
            <PriceSwitch price={price} />
            {peers.length > 1 && <QuickComparison current={model.id} peers={peers} />}
          </Columns>
          <ul className="mt-4 grid max-w-[74ch] gap-1 text-small text-ink-2">
            {priceRules(price).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
            {unsold && (
              <li>
                {unsold} <a href={ruleRoute("flex-winds-down")}>The rule</a>
              </li>
            )}
            {card.reasoningTokens.supported && <li>Reasoning tokens are billed as output.</li>}
            <li>{card.toolFees.text}</li>
            {card.notes?.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
        <Section id="limits" eyebrow="Rate limits by usage tier" finding={modelLimitsFinding(model)}>
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
          <Columns className="gap-y-6">
            <ClaimList title="Features" claims={card.features} />
            {card.parameters.some(({ support }) => support !== "not-established") ? (
              <ClaimList title="Messages and parameters" claims={card.parameters} />
            ) : (
              card.parameters.length > 0 && (
                <div>
                  <h3 className="mb-1 font-semibold">Messages and parameters</h3>
                  <p className="text-ink-2">Not established: no public survey of what it accepts was found.</p>
                </div>
              )
            )}
          </Columns>
        </Section>
      </PanePage>
      <div id="sources">
        <SiteFooter fine={<a href={`/api/v1/models/${model.id}`}>This model as JSON</a>}>
          <FactSources facts={modelFacts(model, card)}>
            Every figure above comes from these texts. What they do not say is marked as unpublished or not established,
            never filled in.
          </FactSources>
        </SiteFooter>
      </div>
    </>
  );
}
