import {
  CHECKED_ON,
  isEnding,
  isRetired,
  LEFT_OUT_KINDS,
  MODELS,
  USAGE_TIERS,
  type Fact,
  type PaidTier,
} from "@/lib/catalogue";
import { CARDS } from "@/lib/cards";
import { formatDay } from "@/lib/view/text";
import { modelList, type ModelOrder } from "@/lib/view/models";
import { HeadContext, Headline } from "@/components/figures/verdict-head";
import { DocumentPage } from "@/components/ui/page/pane-page";
import { PageKeys } from "@/components/ui/keys/page-keys";
import { Section } from "@/components/ui/section";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/page/shell";
import { ModelTable } from "./model-table";
import { FactSources } from "@/components/figures/lists/sources";
import { UsageTiersTable } from "./usage-tiers";

const FACTS: readonly (readonly [string, Fact])[] = [
  ...MODELS.flatMap((model) => [
    ...model.prices.map((row) => ["prices", row] as const),
    ...model.limits.map((row) => ["rate limits", row] as const),
    ["context windows", model.window] as const,
  ]),
  ...MODELS.flatMap(({ retirement }) => (retirement ? [["retirement and successors", retirement] as const] : [])),
  ...CARDS.flatMap((card) => [
    ["knowledge cutoff", card.knowledgeCutoff] as const,
    ...card.features.map((claim) => ["features", claim] as const),
  ]),
  ...USAGE_TIERS.map((tier) => ["usage tiers", tier] as const),
];

const RETIRED = MODELS.filter((model) => isRetired(model, CHECKED_ON));
const ENDING = MODELS.filter((model) => isEnding(model, CHECKED_ON));

/** What the list is asked for: words, order and the usage tier of its limits. */
export interface ModelsQuery {
  readonly query: string;
  readonly order: ModelOrder;
  readonly tier: PaidTier;
}

/** All models of the catalogue. */
export function ModelsPage({ query, order, tier }: ModelsQuery) {
  return (
    <>
      <SkipLink to="list">Skip to the models</SkipLink>
      <SiteHeader current="models" />
      <PageKeys />
      <DocumentPage>
        <HeadContext>
          <span>Models</span>
          <span>Prices and limits as of {formatDay(CHECKED_ON)}</span>
        </HeadContext>
        <Headline className="p-0">
          <b>{MODELS.length - RETIRED.length} models on sale</b>, {ENDING.length} of which end within a year, and{" "}
          {RETIRED.length} that have ended, with their last prices and what replaced them.
        </Headline>
        <div id="list" className="mt-6">
          <ModelTable
            rows={modelList({ usageTier: tier, asOf: CHECKED_ON, modelOverrides: [] })}
            tier={tier}
            query={query}
            order={order}
          />
        </div>
        <Section
          id="usage-tiers"
          eyebrow="Usage tiers"
          finding="They set every model’s limits, and what an account may spend in a month"
        >
          <UsageTiersTable />
        </Section>
        <Section
          id="left-out"
          eyebrow="Left out"
          finding="Models that are not sold by the text token, and some that not everybody can buy"
        >
          <dl className="grid max-w-[74ch] gap-2">
            {LEFT_OUT_KINDS.map(({ kind, reason }) => (
              <div key={kind}>
                <dt className="inline font-semibold">{kind}:</dt> <dd className="inline text-ink-2">{reason}.</dd>
              </div>
            ))}
          </dl>
        </Section>
      </DocumentPage>
      <SiteFooter fine={<a href="/api/v1/models">All models as JSON</a>}>
        <FactSources facts={FACTS}>
          Every figure above comes from these texts. A price or limit that changes becomes a new dated row; the old one
          stays.
        </FactSources>
      </SiteFooter>
    </>
  );
}
