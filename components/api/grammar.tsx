import {
  BACKLOG_TAGS,
  LIMIT_TAGS,
  PART_KEYS,
  PER_NAMES,
  PRICE_TAGS,
  SCENARIO_KEYS,
  SERVICE_MARKS,
  SIZE_TAGS,
  WORKLOAD_TAGS,
  WORKLOAD_WORDS,
} from "@/lib/link";
import { MOST, DEFAULTS } from "@/lib/scenario";
import { Words } from "@/components/ui/code";
import { Table } from "@/components/ui/table";
import { SHEET } from "./sheet";
import { GrownGrammar } from "./grown-grammar";
import { OwnCode } from "./own-code";

type Key = (typeof SCENARIO_KEYS)[number][1];
type Tag = (
  typeof WORKLOAD_TAGS | typeof BACKLOG_TAGS | typeof PRICE_TAGS | typeof LIMIT_TAGS | typeof SIZE_TAGS
)[number][1];

const KEYS: Readonly<Record<Key, string>> = {
  asOf: "the day whose prices count; without it, the day the catalogue was checked",
  title: "text, at most 80 characters",
  usageTier: "usage tier: `free`, `1` to `5`",
  tokenAccounting: "what counts against tokens a minute: `prompt-plus-cap`, `larger-of`, `actual`",
  rpmWindowSeconds: "seconds of the requests limit that the request bucket holds, 1 to 60",
  batchTurnaroundHours: "hours until a batch frees its place in the queue, 1 to 24",
  monthlyUsageLimitUsd: "your own monthly usage limit, USD",
  monthlyBudgetUsd: "a budget, USD; only raises a note",
  regional: "processing in one region, `yes`: tokens of models since 5 March 2026 cost 1.1 times as much",
  policy: "what clients do at a limit: `queue`, `retry`, `drop`",
  seed: "one seed, one simulated day; 0 to 4294967295",
  horizonMinutes: "minutes that are simulated, 1 to 43200",
};

const TAGS: Readonly<Record<Tag, string>> = {
  peakToMean: "busiest minute over the mean",
  inputTokens: "input tokens, cached ones included",
  cachedInputTokens: "of these, read from cache",
  cacheWriteTokens: "of the input, written to the cache",
  visibleOutputTokens: "visible output tokens",
  reasoningTokens: "reasoning tokens",
  maxCompletionTokens: "the cap, max_completion_tokens",
  retryShare: "billed retries per wanted request",
  inputP95ToMean: "95th percentile of the input over its mean, 1 to 3.868",
  visibleOutputP95ToMean: "the same of the visible output",
  reasoningP95ToMean: "the same of reasoning over visible output",
  firstTokenMs: "milliseconds to the first token",
  tokensPerSecond: "output tokens a second after it",
  webSearchCalls: "calls of web search a request",
  fileSearchCalls: "calls of file search a request",
  total: "requests in all",
  deadlineHours: "hours until all must be done",
  liveShare: "share of the standard limits left to live traffic, 0 to 0.99",
  budgetUsd: "USD the whole may cost",
  enqueuedRequests: "the most requests taken to be enqueued in batch at once; 1,000,000",
  input: "input, USD per million tokens",
  cachedInput: "cached input",
  output: "output",
  batchInput: "input in batch",
  batchOutput: "output in batch",
  batchCachedInput: "cached input in batch",
  cacheWrite: "cache writes",
  flexInput: "input in flex; with its output, or neither",
  flexCachedInput: "cached input in flex",
  flexOutput: "output in flex",
  priorityInput: "input in priority, Fast on pages; with its output, or neither",
  priorityCachedInput: "cached input in priority",
  priorityOutput: "output in priority",
  batchCacheWrite: "cache writes in batch",
  flexCacheWrite: "cache writes in flex",
  priorityCacheWrite: "cache writes in priority",
  rpm: "requests a minute",
  tpm: "tokens a minute",
  batchQueueTokens: "batch queue, input tokens",
  rpd: "requests a day",
  tpd: "tokens a day",
  contextWindow: "context window, tokens",
  maxOutputTokens: "maximum output, tokens",
};

function Rows({ rows, head }: { rows: readonly (readonly [string, string, string?])[]; head: readonly string[] }) {
  return (
    <Table className="mb-5">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, meaning, initial]) => (
          <tr key={key}>
            <th scope="row" className="whitespace-nowrap">
              <code>{key}</code>
            </th>
            <td>
              <Words>{meaning}</Words>
            </td>
            {head.length > 2 && <td>{initial && <code className="[overflow-wrap:anywhere]">{initial}</code>}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const tagged = (tags: readonly (readonly [string, Tag])[]) => tags.map(([tag, field]) => [tag, TAGS[field]] as const);

/** What each key and tag is without a value, where it is something. */
const DEFAULT_OF: Readonly<Record<string, unknown>> = { ...DEFAULTS.scenario, ...DEFAULTS.implied };
const defaultText = (value: unknown) => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value));
const WORDS = [...WORKLOAD_WORDS.keys()].map((word) => `\`${word}\``).join(", ");

/** How a link is written: its keys, its tags, and a spreadsheet that does it. */
export function Grammar() {
  return (
    <>
      <p className="mb-4 max-w-[74ch]">
        A link is <code>/?v=1</code> and then keys, each <code>&amp;key=value</code>, in any order; Headroom itself
        writes them in the order below and leaves defaults out, so that one scenario has one link. A number is written
        whole and plain: digits, at most three decimals after a point, no sign, no separators, no exponent. Values are
        percent-encoded as in any query; a space is <code>+</code> or <code>%20</code>.
      </p>
      <div className="grid gap-x-12 wide:grid-cols-2">
        <div>
          <h3 className="text-16 font-semibold">Keys</h3>
          <Rows
            head={["key", "holds", "default"]}
            rows={[
              ["v", "version of this grammar, always `1`", ""],
              ...SCENARIO_KEYS.map(
                ([key, field]) =>
                  [key, KEYS[field], field in DEFAULT_OF ? defaultText(DEFAULT_OF[field]) : ""] as const,
              ),
              [PART_KEYS.backlog, "a pile of work; once", ""],
              [PART_KEYS.growth, "growth for a forecast, such as `8/12`; once", ""],
              [PART_KEYS.modelOverrides, `your own facts on one model; up to ${MOST.modelOverrides} times`, ""],
              [PART_KEYS.workloads, `a workload; 1 to ${MOST.workloads} times`, ""],
              [PART_KEYS.variants, `a variant; up to ${MOST.variants} times`, ""],
            ]}
          />
          <h3 className="text-16 font-semibold">Your own facts on a model</h3>
          <p className="mb-1 text-ink-2">
            <code>id tag tag …</code>, such as <code>o1 i10 o40 r1000 t500000</code>. Prices may have up to 12 decimals.
          </p>
          <Rows head={["tag", "value behind it"]} rows={tagged([...PRICE_TAGS, ...LIMIT_TAGS, ...SIZE_TAGS])} />
          <h3 className="text-16 font-semibold">A backlog</h3>
          <p className="mb-1 text-ink-2">
            <code>{PART_KEYS.backlog}=model tag tag …</code>, such as <code>o3-mini n50000 i700 v50 r200 d48</code>: the
            pile of work of the Backlog page.
          </p>
          <Rows
            head={["tag", "value behind it", "default"]}
            rows={tagged(BACKLOG_TAGS).map(
              ([tag, meaning], index) =>
                [
                  tag,
                  meaning,
                  String((DEFAULTS.backlog as Readonly<Record<string, unknown>>)[BACKLOG_TAGS[index]![1]] ?? ""),
                ] as const,
            )}
          />
        </div>
        <div>
          <h3 className="text-16 font-semibold">A workload</h3>
          <p className="mb-1 text-ink-2">
            <code>name:model {SERVICE_MARKS.batch} rate tag tag …</code>, such as{" "}
            <code>Support chat:o1-mini 120/m x2.5 i1500 c600 v300 r900 k8000</code>. The name ends at the last colon; it
            may be left out with its colon. <code>{SERVICE_MARKS.batch}</code> makes it batch,{" "}
            <code>{SERVICE_MARKS.flex}</code> and <code>{SERVICE_MARKS.priority}</code> (Fast on pages;{" "}
            <code>fast</code> is read too) what they say; without any of them it is standard.
          </p>
          <Rows head={["tag", "value behind it"]} rows={tagged(WORKLOAD_TAGS)} />
          <p className="mb-5 text-ink-2">
            Words stand by themselves, anywhere behind the model, and say how requests come through the day and how
            their sizes differ, and how long what is written stays in the cache: <Words>{WORDS}</Words>.
          </p>
          <GrownGrammar />
          <h3 className="text-16 font-semibold">The rate</h3>
          <p className="mb-1 text-ink-2">
            Wanted requests, a slash and the period: <code>120/m</code>.
          </p>
          <Rows
            head={["period", "also written"]}
            rows={Object.values(PER_NAMES).map(([first, ...others]) => [first!, others.join(", ")] as const)}
          />
        </div>
      </div>
      <h3 className="text-16 font-semibold">From a spreadsheet</h3>
      <p className="mb-3 max-w-[74ch] text-ink-2">
        One workload a row: name, model, requests, period, input, visible output, reasoning and cap in columns A to H.
        The first formula, in column I, writes the row’s part of the link; the second joins the parts. Both work in
        Excel, LibreOffice and Google Sheets; a cell shown with a decimal comma goes through{" "}
        <code>SUBSTITUTE(E2,&quot;,&quot;,&quot;.&quot;)</code>.
      </p>
      <OwnCode label="In I2, and down as far as there are rows">{SHEET.row}</OwnCode>
      <OwnCode label="The link of rows 2 to 21">{SHEET.link}</OwnCode>
      <OwnCode
        label={`With ${SHEET.cells.join(", ")} in row 2 alone, it is`}
        open={SHEET.result.replace("http://localhost:3000", "")}
      >
        {SHEET.result}
      </OwnCode>
    </>
  );
}
