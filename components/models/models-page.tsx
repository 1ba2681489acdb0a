import { MODELS, USAGE_TIERS, type Fact } from "@/lib/catalogue";
import { CARDS } from "@/lib/cards";
import { Section } from "@/components/ui/section";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/shell";
import { WarnMark } from "@/components/ui/marks";
import { LimitsByTier, SideBySide } from "./side-by-side";
import { Sources } from "./sources";
import { UsageTiersPanel } from "./usage-tiers";

const FACTS: readonly (readonly [string, Fact])[] = [
  ...MODELS.flatMap((model) => [...model.prices.map((row) => ["prices", row] as const), ...model.limits.map((row) => ["rate limits", row] as const), ["context windows", model.window] as const]),
  ...MODELS.flatMap(({ retirement }) => (retirement ? [["retirement and successors", retirement] as const] : [])),
  ...CARDS.flatMap((card) => [...card.ratings.map((rating) => ["ratings", rating] as const), ...card.features.map((claim) => ["features", claim] as const)]),
  ...USAGE_TIERS.map((tier) => ["usage tiers", tier] as const),
];

/** All models of the catalogue beside each other. */
export function ModelsPage() {
  return (
    <>
      <SkipLink to="main">Skip to the models</SkipLink>
      <SiteHeader current="models" />
      <main className="page" id="main">
        <div className="verdict">
          <p className="ctx">
            <span>Models</span>
          </p>
          <h1 className="say">
            <WarnMark size={24} className="is-near" /> <b>o1-mini, o1 and o3-mini are retired.</b> These are their last published prices and limits.
          </h1>
          <p className="q mt-3 max-w-[74ch]">
            o1-mini ended on 27 October 2025, the other two on 23 October 2026. A model sold today can be planned at once: enter its price and limits in the planner under a name of your own.
          </p>
        </div>
        <aside className="editcol" aria-label="Usage tiers">
          <UsageTiersPanel />
        </aside>
        <div className="more">
          <Section id="compare" eyebrow="Side by side" finding="o1-mini and o3-mini cost the same; o1 costs 13.6 times as much">
            <SideBySide />
          </Section>
          <Section id="limits" eyebrow="Rate limits by usage tier" finding="Below tier 3, o3-mini has less room than o1-mini: half the tokens a minute at tier 1, a tenth at tier 2">
            <LimitsByTier />
          </Section>
        </div>
      </main>
      <SiteFooter fine={<a href="/api/v1/models">All models as JSON</a>}>
        <Sources facts={FACTS}>Every figure above comes from these texts. A price or limit that changes becomes a new dated row; the old one stays.</Sources>
      </SiteFooter>
    </>
  );
}
