import { MEANINGS } from "@/lib/view/names";
import { PageKeys } from "@/components/ui/keys/page-keys";
import { Section } from "@/components/ui/section";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/page/shell";
import { LinkButton } from "@/components/ui/button";
import { ROUTES } from "@/components/ui/routes";
import { RULES, type RuleId } from "@/lib/rules";
import { HeadContext, Headline } from "@/components/figures/verdict-head";
import { BesideHead, besideLook, PanePage } from "@/components/ui/page/pane-page";
import { FactSources } from "@/components/figures/lists/sources";
import { RuleBlock, WorkingSteps } from "./rule-block";
import { METHOD, NOT_MODELLED } from "./sections";
import { TIER_1_REQUESTS } from "./worked";

const sourced = (Object.keys(RULES) as RuleId[]).flatMap((id) => {
  const { sources, checkedOn, confidence, title } = RULES[id];
  return sources.map((source) => [title.toLowerCase(), { source, checkedOn, confidence }] as const);
});

const CONTENTS = [
  ...METHOD.map(({ id, eyebrow, rules }) => ({ id, name: eyebrow, rules })),
  { id: "verdict", name: "The verdict", rules: [] },
  { id: "terms", name: "What the words mean", rules: [] },
  { id: "not-modelled", name: "What is not modelled", rules: [] },
];

const NOTE = "border-t border-line py-[11px] first:border-t-0 first:pt-0";

function Contents() {
  return (
    <nav className={besideLook()} aria-label="On this page">
      <BesideHead>
        <h2>On this page</h2>
      </BesideHead>
      <ul className="tablet:max-wide:contents wide:col-span-2">
        {CONTENTS.map(({ id, name, rules }) => (
          <li key={id} className="mb-3 text-13">
            <a
              className="block py-[3px] font-semibold text-ink no-underline hover:text-accent max-tablet:py-2"
              href={`#${id}`}
            >
              {name}
            </a>
            <ul className="mt-[2px] max-tablet:hidden">
              {rules.map((rule) => (
                <li key={rule}>
                  <a
                    className="block py-[3px] text-ink-2 no-underline hover:text-accent hover:underline"
                    href={`#${rule}`}
                  >
                    {RULES[rule].title}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How every number is made, rule by rule, with what each rests on. */
export function MethodPage() {
  return (
    <>
      <SkipLink to="main">Skip to the method</SkipLink>
      <SiteHeader current="method" />
      <PageKeys />
      <PanePage
        reading
        head={
          <>
            <HeadContext>
              <span>Method</span>
            </HeadContext>
            <Headline>
              <b>How each number is computed.</b> {Object.keys(RULES).length} rules, each with its source, its doubt and
              the day it was checked.
            </Headline>
            <p className="mt-3 max-w-[74ch] text-ink-2">
              The sums work one example through: 120 chats a minute on o1-mini at tier 3, with 1,500 tokens in (600 of
              them cached), 300 visible and 900 reasoning tokens out, a cap of 8,000, and two and a half times as many
              in the busiest minute.
            </p>
          </>
        }
        beside={<Contents />}
      >
        {METHOD.map(({ id, eyebrow, finding, lead, rules }) => (
          <Section key={id} id={id} eyebrow={eyebrow} finding={finding}>
            <p className="mb-2 max-w-[74ch] text-ink-2">{lead}</p>
            {rules.map((rule) => (
              <RuleBlock key={rule} id={rule} />
            ))}
            {id === "charge" && (
              <div className="grid grid-cols-2 gap-x-12 gap-y-2 border-t border-line py-4 max-tablet:grid-cols-1">
                <div>
                  <h3 className="text-16 font-semibold">What that does to tier 1</h3>
                  <p className="mt-1 max-w-[64ch]">
                    o1-mini allows 500 requests a minute at tier 1, but 200,000 tokens. Requests of 1,000 tokens in, 500
                    visible and 2,000 reasoning out run far fewer times, by what each is charged.
                  </p>
                </div>
                <WorkingSteps steps={TIER_1_REQUESTS} label="Requests a minute at tier 1" />
              </div>
            )}
          </Section>
        ))}
        <Section id="verdict" eyebrow="The verdict" finding="Fits, does not fit, or cannot be told">
          <ul>
            <li className={NOTE}>
              <p className="max-w-[74ch]">
                <b>Does not fit</b>{" "}
                <span className="text-ink-2">
                  where any utilisation is above 100 %, a request can never run, or the usage tier does not offer the
                  model.
                </span>
              </p>
            </li>
            <li className={NOTE}>
              <p className="max-w-[74ch]">
                <b>Cannot be told</b>{" "}
                <span className="text-ink-2">
                  where none of that holds, but a limit the scenario uses is unpublished, or a cost is unknown.
                </span>
              </p>
            </li>
            <li className={NOTE}>
              <p className="max-w-[74ch]">
                <b>Fits</b>{" "}
                <span className="text-ink-2">
                  otherwise, exactly at 100 % included. That a model is retired does not change the verdict; it is said
                  beside it. The same is asked of every usage tier, and the lowest one that fits is named.
                </span>
              </p>
            </li>
          </ul>
        </Section>
        <Section id="terms" eyebrow="Terms" finding="What the words mean">
          <dl className="grid gap-x-12 tablet:grid-cols-2">
            {Object.entries(MEANINGS).map(([id, { name, meaning }]) => (
              <div key={id} id={`term-${id}`} className="border-t border-line py-3">
                <dt className="font-semibold">{name}</dt>
                <dd className="max-w-[60ch] text-ink-2">{meaning}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section
          id="not-modelled"
          eyebrow="What is not modelled"
          finding={`${NOT_MODELLED.length} things an estimate leaves out`}
        >
          <dl className="grid gap-x-12 tablet:grid-cols-2">
            {NOT_MODELLED.map(({ what, why }) => (
              <div key={what} className="border-t border-line py-3">
                <dt className="font-semibold">{what}</dt>
                <dd className="max-w-[60ch] text-ink-2">{why}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-5">
            <LinkButton go href={ROUTES.plan} data-carries="own">
              Plan a workload
            </LinkButton>
          </p>
        </Section>
      </PanePage>
      <SiteFooter>
        <FactSources facts={sourced}>Rules without a source are Headroom’s own definitions, and say so.</FactSources>
      </SiteFooter>
    </>
  );
}
