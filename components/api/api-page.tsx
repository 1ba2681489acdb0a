import { NOTE_SEVERITY } from "@/lib/estimate";
import { CSV_COLUMNS } from "@/lib/export";
import { formatNumber } from "@/lib/view/text";
import { MOST } from "@/lib/scenario";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/shell";
import { Code } from "@/components/ui/code";
import { Fields, type FieldsTable } from "./fields";
import { Grammar } from "./grammar";

export interface ApiPageProps {
  readonly request: readonly FieldsTable[];
  readonly answer: readonly FieldsTable[];
  readonly simulation: readonly FieldsTable[];
  readonly catalogue: readonly FieldsTable[];
  readonly error: readonly FieldsTable[];
  /** A trace and its answer, as JSON; the most requests one call takes, and makes. */
  readonly trace: { readonly body: string; readonly answer: string; readonly most: number; readonly mostMade: number };
  /** The worked example: its link, the scenario as JSON, the head of its answer, its whole answer, its bill as CSV. */
  readonly example: {
    readonly link: string;
    readonly workload: string;
    readonly scenario: string;
    readonly head: string;
    readonly answer: string;
    readonly csv: string;
  };
  readonly failures: readonly { readonly status: number; readonly meaning: string; readonly body: string }[];
  readonly faultyBody: string;
  readonly mostBytes: number;
  readonly mostSimulateBytes: number;
}

const HOST = "http://localhost:3000";

const SECTIONS = [
  { id: "calls", name: "Calls" },
  { id: "by-link", name: "The estimate of a link" },
  { id: "by-body", name: "The estimate of a scenario" },
  { id: "answer", name: "The answer" },
  { id: "csv", name: "The bill as CSV" },
  { id: "simulate", name: "Traffic under limits" },
  { id: "catalogue", name: "The catalogue" },
  { id: "link", name: "Writing links" },
  { id: "errors", name: "Errors and limits" },
] as const;

const CALLS = [
  { call: "GET /api/v1/estimate?v=1&…", does: "the query of a link in, its estimate out", at: "by-link" },
  { call: "POST /api/v1/estimate", does: "a scenario as JSON in, its estimate out", at: "by-body" },
  {
    call: "POST /api/v1/simulate",
    does: "a scenario, or a trace of real requests, under limits: counts, waits and 429s, minute by minute",
    at: "simulate",
  },
  { call: "GET /api/v1/models", does: "the catalogue, every fact with its source and date", at: "catalogue" },
  { call: "GET /api/v1/models/{id}", does: "one model, by id or snapshot", at: "catalogue" },
  { call: "GET /api/v1/openapi.json", does: "all of this page for machines, OpenAPI 3.1", at: "errors" },
] as const;

function Contents({ tables }: { tables: Readonly<Partial<Record<string, readonly FieldsTable[]>>> }) {
  return (
    <nav className="edit" aria-label="On this page">
      <h2 className="edit-head text-16 font-semibold">On this page</h2>
      <ul className="tablet:max-wide:contents wide:col-span-2">
        {SECTIONS.map(({ id, name }) => (
          <li key={id} className="mb-2 text-13">
            <a
              className="block py-[3px] font-semibold text-ink no-underline hover:text-accent max-tablet:py-2"
              href={`#${id}`}
            >
              {name}
            </a>
            <ul className="max-tablet:hidden">
              {tables[id]?.map((table) => (
                <li key={table.name}>
                  <a
                    className="block py-[3px] text-ink-2 no-underline hover:text-accent hover:underline"
                    href={`#schema-${table.name}`}
                  >
                    {table.name}
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

/** Every call of the API, with examples that run. */
export function ApiPage({
  request,
  answer,
  simulation,
  catalogue,
  error,
  trace,
  example,
  failures,
  faultyBody,
  mostBytes,
  mostSimulateBytes,
}: ApiPageProps) {
  const all = [...request, ...answer, ...simulation, ...catalogue, ...error];
  const call = example.link.replace("/?", "/api/v1/estimate?");
  return (
    <>
      <SkipLink to="main">Skip to the calls</SkipLink>
      <SiteHeader current="api" />
      <main className="page" id="main">
        <div className="verdict">
          <p className="ctx">
            <span>API</span>
          </p>
          <h1 className="say">
            <b>The same estimate over HTTP.</b> A link or a scenario in; bill, limits, verdict for every tier and notes
            out.
          </h1>
          <p className="mt-3 mb-4 max-w-[74ch] text-ink-2">
            No key and no state: nothing that is sent is kept, and the same question has the same answer. Scripts of any
            site may call it. The examples run as they stand against a copy on this machine.
          </p>
          <Code
            label="What two workloads cost a month, and which tier fits them"
            open={call}
          >{`curl -s '${HOST}${call}' | jq '${HEAD_OF_ANSWER}'`}</Code>
          <Code label="Its answer">{example.head}</Code>
        </div>
        <div className="editcol">
          <Contents tables={{ "by-body": request, answer, simulate: simulation, catalogue, errors: error }} />
        </div>
        <div className="more [&>.sec]:[content-visibility:visible]">
          <Section id="calls" eyebrow="Calls" finding="Six calls, and four of them open in a browser">
            <dl>
              {CALLS.map(({ call: name, does, at }) => (
                <div
                  key={name}
                  className="grid gap-x-6 border-t border-line py-2 tablet:grid-cols-[18rem_minmax(0,1fr)]"
                >
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

          <Section
            id="by-link"
            eyebrow="GET /api/v1/estimate"
            finding="Put /api/v1/estimate in front of a link’s question mark, and it answers"
          >
            <p className="mb-4 max-w-[74ch]">
              The query is the planner’s own: copy a link, or <a href="#link">write one</a>. Where the page opens a
              damaged link with what it can read, this call is strict: whatever cannot be read or has no place in a link
              is answered 422, every fault listed. <code>format</code> is the one key it takes besides.
            </p>
            <Code label="A workload, spelled out; curl does the encoding">{`curl -G ${HOST}/api/v1/estimate -d v=1 -d asOf=2026-11-23 -d tier=3 \\\n  --data-urlencode 'w=${example.workload}'`}</Code>
            <Code
              label="The same scenario’s bill for a spreadsheet"
              open={`${call}&format=csv`}
            >{`curl '${HOST}${call}&format=csv'`}</Code>
          </Section>

          <Section
            id="by-body"
            eyebrow="POST /api/v1/estimate"
            finding="A scenario as JSON: one list is required, all else has a default"
          >
            <Code label="The worked example">{`curl ${HOST}/api/v1/estimate -d '${example.scenario}'`}</Code>
            <Code label="With a model of your own, at your own price and limits">{`curl ${HOST}/api/v1/estimate -d '${OWN_MODEL}'`}</Code>
            <p className="max-w-[74ch]">
              Numbers are JSON numbers, at most 1,000,000,000,000 with at most three decimals; prices and amounts are
              decimal strings. <code>null</code>, numbers in strings and fields that are not in these tables are refused
              by name. Any Content-Type will do; the body is UTF-8.
            </p>
            <Fields tables={request} all={all} request />
          </Section>

          <Section
            id="answer"
            eyebrow="200"
            finding="Amounts are exact decimals, ratios are numbers, and unknown is null"
          >
            <p className="mb-4 max-w-[74ch]">
              Every amount is worked out as a fraction and rounded once, by itself, half to even. An amount that needs
              an unknown price is null, never 0; so is every total that needs it.
            </p>
            <details className="mb-4">
              <summary className="py-1 font-semibold">The worked example’s whole answer</summary>
              <Code label="As above, without jq">{example.answer}</Code>
            </details>
            <Fields tables={answer} all={all} />
            <h3 className="mt-6 text-16 font-semibold">Codes of notes</h3>
            <dl className="mt-1">
              {(["error", "warning", "info"] as const).map((severity) => (
                <div
                  key={severity}
                  className="grid gap-x-6 border-t border-line py-2 tablet:grid-cols-[13rem_minmax(0,1fr)]"
                >
                  <dt className="font-semibold">{severity}</dt>
                  <dd>
                    {Object.entries(NOTE_SEVERITY)
                      .filter(([, own]) => own === severity)
                      .map(([code], index) => (
                        <span key={code}>
                          {index > 0 && ", "}
                          <code className="whitespace-nowrap">{code}</code>
                        </span>
                      ))}
                  </dd>
                </div>
              ))}
            </dl>
          </Section>

          <Section id="csv" eyebrow="format=csv" finding="One row a line item, safe to open in a spreadsheet">
            <p className="mb-4 max-w-[74ch]">
              Ask with <code>format=csv</code>, or with <code>Accept: text/csv</code>. UTF-8, lines end in CRLF, an
              unknown amount is an empty cell. A cell that would begin with <code>=</code>, <code>+</code>,{" "}
              <code>-</code> or <code>@</code> begins with an apostrophe, so that no name runs as a formula.
            </p>
            <Code label={`${CSV_COLUMNS.length} columns`}>{example.csv}</Code>
          </Section>

          <Section
            id="simulate"
            eyebrow="POST /api/v1/simulate"
            finding="A trace of 429s comes out to the millisecond: the waits are those the messages state"
          >
            <p className="mb-4 max-w-[74ch]">
              A request bucket and a token bucket a model refill without pause; each request takes one from the first
              and its charge from the second. With <code>requests</code>, at most {formatNumber(trace.most)} in order of
              time, those run on the pool of the first standard workload, exactly. Without, every standard workload
              sends its own traffic, at most {formatNumber(trace.mostMade)} requests in all, as its shape, arrivals and
              sizes say; one seed has one answer. <a href="/method#continuous-refill">Method</a>
            </p>
            <Code label="The numbers of a published 429 message: limit 200,000, used 162,960, requested 42,288">{`curl ${HOST}/api/v1/simulate -d '${trace.body}'`}</Code>
            <Code label="Its answer: the second request waits 1,574.4 ms">{trace.answer}</Code>
            <Fields tables={simulation} all={all} />
          </Section>

          <Section
            id="catalogue"
            eyebrow="GET /api/v1/models"
            finding="Every price and limit with its source and the day it was checked"
          >
            <Code label="All models and usage tiers" open="/api/v1/models">{`curl ${HOST}/api/v1/models`}</Code>
            <Code
              label="One of them, by id or snapshot"
              open="/api/v1/models/o1-mini"
            >{`curl ${HOST}/api/v1/models/o1-mini`}</Code>
            <p className="max-w-[74ch]">
              A price is in force from <code>from</code> on and until the day before <code>until</code>. A limit that
              OpenAI does not print is <code>&quot;unpublished&quot;</code>, neither zero nor unlimited.{" "}
              <code>source</code> names an entry of <code>sources</code>.
            </p>
            <Fields tables={catalogue} all={all} />
          </Section>

          <Section
            id="link"
            eyebrow="Writing links"
            finding="A spreadsheet or a script can write a link, and a person can read it"
          >
            <Grammar />
          </Section>

          <Section
            id="errors"
            eyebrow="Errors and limits"
            finding="Every fault is listed with its place, its value and what is accepted"
          >
            <dl className="mb-4">
              {failures.map(({ status, meaning }) => (
                <div
                  key={status}
                  className="grid gap-x-6 border-t border-line py-2 tablet:grid-cols-[13rem_minmax(0,1fr)]"
                >
                  <dt className="font-semibold">{status}</dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
            <Code label="Two faults at once">{`curl ${HOST}/api/v1/estimate -d '${faultyBody}'`}</Code>
            <Code label="422">{failures.find(({ status }) => status === 422)!.body}</Code>
            <Fields tables={error} all={all} />
            <h3 className="mt-6 text-16 font-semibold">Limits</h3>
            <ul className="mt-1 list-disc pl-5">
              <li>
                A body of at most {formatNumber(mostBytes)} bytes (1 MiB), of a simulation{" "}
                {formatNumber(mostSimulateBytes)} (16 MiB), an address of at most 16 kB, {MOST.workloads} workloads a
                scenario. There is no limit on how often.
              </li>
              <li>Answers to GET may be kept for five minutes; answers to POST are not kept.</li>
              <li>HEAD is answered as GET without its body, OPTIONS with 204. Pages of other sites may call (CORS).</li>
              <li>Fields may be added to answers; none is renamed, and an old link keeps its totals.</li>
            </ul>
            <p className="mt-4">
              <LinkButton href="/api/v1/openapi.json">OpenAPI document</LinkButton>
            </p>
          </Section>
        </div>
      </main>
      <SiteFooter />
    </>
  );
}

/** What the first example asks of the answer. */
const HEAD_OF_ANSWER =
  "{month: .cost.perMonthUsd, fits: .fit.fits, bindsFirst: .fit.bindsFirst, minimumUsageTier: .fit.minimumUsageTier}";

const OWN_MODEL = `{
  "usageTier": 2,
  "modelOverrides": [{"model": "our-model", "price": {"input": "0.25", "cachedInput": "0.025", "output": "2"}, "limits": {"rpm": 1000, "tpm": 500000}}],
  "workloads": [{"model": "our-model", "requests": 90, "per": "minute", "inputTokens": 1500, "visibleOutputTokens": 300}]
}`;
