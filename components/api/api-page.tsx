import { HeadContext, Headline } from "@/components/figures/verdict-head";
import { PanePage } from "@/components/ui/page/pane-page";
import { PageKeys } from "@/components/ui/keys/page-keys";
import { Section } from "@/components/ui/section";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/page/shell";
import { CatalogueCalls } from "./catalogue-calls";
import { CompareCall } from "./compare-call";
import { Contents } from "./contents";
import { Errors } from "./errors";
import { EstimateAnswer } from "./estimate-answer";
import { EstimateCalls } from "./estimate-calls";
import { ForecastCall } from "./forecast-call";
import { Grammar } from "./grammar";
import { RangeCall } from "./range-call";
import { SimulateCall } from "./simulate-call";
import { HOST } from "@/components/ui/page/own-origin";
import type { ApiExample, ApiFailures, ApiMost, ApiTables, BodyExample } from "./types";
import { OwnCode } from "./own-code";

export interface ApiPageProps {
  readonly tables: ApiTables;
  readonly trace: BodyExample;
  readonly range: BodyExample;
  readonly example: ApiExample;
  readonly failures: ApiFailures;
  readonly most: ApiMost;
}

const CALLS = [
  { call: "GET /api/v1/estimate?v=1&…", does: "the query of a link in, its estimate out", at: "by-link" },
  { call: "POST /api/v1/estimate", does: "a scenario as JSON in, its estimate out", at: "by-body" },
  {
    call: "GET, POST /api/v1/compare",
    does: "a link or a scenario on every model on sale and in every service tier, in order of cost",
    at: "compare",
  },
  {
    call: "POST /api/v1/range",
    does: "a scenario whose means are ranges: p10, p50 and p90 of cost and headroom, and what matters",
    at: "range",
  },
  {
    call: "GET, POST /api/v1/forecast",
    does: "a link or a scenario with growth, month by month: cost, usage tier, limits, events",
    at: "forecast",
  },
  {
    call: "POST /api/v1/simulate",
    does: "a scenario, or a trace of real requests, under limits: counts, waits and 429s, minute by minute",
    at: "simulate",
  },
  { call: "GET /api/v1/models", does: "the catalogue, every fact with its source and date", at: "catalogue" },
  { call: "GET /api/v1/models/{id}", does: "one model, by id or snapshot", at: "catalogue" },
  { call: "GET /api/v1/openapi.json", does: "all of this page for machines, OpenAPI 3.1", at: "errors" },
] as const;

/** What the first example asks of the answer. */
const HEAD_OF_ANSWER =
  "{month: .cost.perMonthUsd, fits: .fit.fits, bindsFirst: .fit.bindsFirst, minimumUsageTier: .fit.minimumUsageTier}";

/** Every call of the API, with examples that run. */
export function ApiPage({ tables, trace, range, example, failures, most }: ApiPageProps) {
  const { request, answer, comparison, forecast, simulation, catalogue, error } = tables;
  const all = [
    ...[...request, ...answer, ...comparison, ...tables.range, ...forecast],
    ...[...simulation, ...catalogue, ...error],
  ];
  const call = example.link.replace("/?", "/api/v1/estimate?");
  return (
    <>
      <SkipLink to="main">Skip to the calls</SkipLink>
      <SiteHeader current="api" />
      <PageKeys />
      <PanePage
        reading
        head={
          <>
            <HeadContext>
              <span>API</span>
            </HeadContext>
            <Headline>
              <b>The same estimate over HTTP.</b> A link or a scenario in; bill, limits, verdict for every tier and
              notes out.
            </Headline>
            <p className="mt-3 mb-4 max-w-[74ch] text-ink-2">
              No key and no state: nothing that is sent is kept, and the same question has the same answer. Scripts of
              any site may call it. The examples run as they stand: they call the copy that this page came from.
            </p>
            <OwnCode
              label="What two workloads cost a month, and which tier fits them"
              open={call}
            >{`curl -s '${HOST}${call}' | jq '${HEAD_OF_ANSWER}'`}</OwnCode>
            <OwnCode label="Its answer">{example.head}</OwnCode>
          </>
        }
        beside={
          <Contents
            tables={{
              "by-body": request,
              answer,
              compare: comparison,
              range: tables.range,
              forecast,
              simulate: simulation,
              catalogue,
              errors: error,
            }}
          />
        }
      >
        <Section id="calls" eyebrow="Calls" finding="Nine calls, and six of them open in a browser">
          <dl>
            {CALLS.map(({ call: name, does, at }) => (
              <div key={name} className="grid gap-x-6 border-t border-line py-2 tablet:grid-cols-[18rem_minmax(0,1fr)]">
                <dt>
                  <a href={`#${at}`} className="block py-[2px] max-tablet:py-1">
                    <code>{name}</code>
                  </a>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <EstimateCalls example={example} request={request} all={all} />
        <EstimateAnswer example={example} answer={answer} all={all} />
        <CompareCall example={example} comparison={comparison} all={all} />
        <RangeCall range={range} tables={tables.range} all={all} />
        <ForecastCall example={example} forecast={forecast} all={all} />
        <SimulateCall trace={trace} most={most} simulation={simulation} all={all} />
        <CatalogueCalls catalogue={catalogue} all={all} />
        <Section
          id="link"
          eyebrow="Writing links"
          finding="A spreadsheet or a script can write a link, and a person can read it"
        >
          <Grammar />
        </Section>
        <Errors failures={failures} most={most} error={error} all={all} />
      </PanePage>
      <SiteFooter />
    </>
  );
}
