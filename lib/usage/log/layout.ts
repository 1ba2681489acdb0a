import type { ColumnUse } from "../report";
import type { CountedIn } from "./instant";

/** What a column is read for: the uses a person can choose, and those that only known formats have. */
export type Field = ColumnUse | "until" | "batch" | "cap" | "kind" | "details" | "metadata" | "ownCache" | "request";

/** How the rows of a table are read: the place of each field among its columns, -1 for none. */
export interface Layout {
  readonly format: string;
  /** `false`: the columns were guessed, and are shown so that they can be corrected. */
  readonly known: boolean;
  readonly at: Readonly<Record<Field, number>>;
  readonly countedIn: CountedIn;
  /** Rows that count requests together over a time. */
  readonly together: boolean;
  /** A request is failed that has no output. */
  readonly failedWithoutOutput: boolean;
  readonly remark: string | null;
}

type Names = Readonly<Partial<Record<Field, readonly string[]>>>;
interface Format extends Partial<Pick<Layout, "countedIn" | "together" | "failedWithoutOutput" | "remark">> {
  readonly name: string;
  /** One name of each list has to be there. */
  readonly has: readonly (readonly string[])[];
  readonly names: Names;
}

/** Letters and digits only, so that `Context Tokens`, `context_tokens` and `ContextTokens` are one. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 80);

const INPUT = [
  "inputtokens",
  "prompttokens",
  "genaiusageinputtokens",
  "genaiusageprompttokens",
  "contexttokens",
  "requesttokens",
];
const OUTPUT = [
  "outputtokens",
  "completiontokens",
  "genaiusageoutputtokens",
  "genaiusagecompletiontokens",
  "generatedtokens",
  "responsetokens",
];

const FORMATS: readonly Format[] = [
  {
    name: "OpenAI usage export",
    has: [["nummodelrequests"], ["inputtokens"], ["starttime", "starttimeiso"]],
    together: true,
    names: {
      time: ["starttime", "starttimeiso"],
      until: ["endtime", "endtimeiso"],
      model: ["model"],
      requests: ["nummodelrequests"],
      input: ["inputtokens"],
      cached: ["inputcachedtokens"],
      output: ["outputtokens"],
      reasoning: ["outputreasoningtokens"],
      serviceTier: ["servicetier"],
      batch: ["batch"],
    },
  },
  {
    name: "OpenAI costs export",
    has: [["amountvalue"], ["starttime", "starttimeiso"]],
    together: true,
    names: { time: ["starttime", "starttimeiso"], until: ["endtime", "endtimeiso"], cost: ["amountvalue"] },
  },
  {
    name: "Azure LLM trace",
    has: [["timestamp"], ["contexttokens"], ["generatedtokens"]],
    names: { time: ["timestamp"], input: ["contexttokens"], output: ["generatedtokens"] },
  },
  {
    name: "BurstGPT trace",
    has: [["timestamp"], ["requesttokens"], ["responsetokens"]],
    failedWithoutOutput: true,
    names: { time: ["timestamp"], model: ["model"], input: ["requesttokens"], output: ["responsetokens"] },
  },
  {
    name: "LiteLLM spend log",
    has: [["calltype", "requestid"], ["spend"], ["prompttokens"], ["completiontokens"]],
    names: {
      time: ["starttime"],
      model: ["model"],
      input: ["prompttokens"],
      output: ["completiontokens"],
      cost: ["spend"],
      status: ["status"],
      metadata: ["metadata"],
      ownCache: ["cachehit"],
    },
  },
  {
    name: "Helicone export",
    has: [["requestcreatedat", "responsecreatedat"], ["prompttokens"], ["completiontokens"]],
    names: {
      time: ["requestcreatedat", "responsecreatedat"],
      model: ["model", "responsemodel", "requestmodel"],
      input: ["prompttokens"],
      cached: ["promptcachereadtokens"],
      output: ["completiontokens"],
      reasoning: ["reasoningtokens"],
      status: ["responsestatus"],
      cost: ["cost", "costusd"],
      request: ["requestbody"],
    },
  },
  {
    name: "Langfuse export",
    has: [
      ["traceid", "parentobservationid", "completionstarttime", "tracename"],
      ["starttime"],
      ["usagedetails", "usage", "inputtokens", "prompttokens", "inputusage", "usageinput", "usagedetailsinput"],
    ],
    names: {
      time: ["starttime"],
      model: ["model", "providedmodelname", "modelname"],
      kind: ["type", "observationtype"],
      details: ["usagedetails", "usage"],
      input: ["inputtokens", "prompttokens", "inputusage", "usageinput", "usageinputtokens", "usageprompttokens"],
      output: [
        "outputtokens",
        "completiontokens",
        "outputusage",
        "usageoutput",
        "usageoutputtokens",
        "usagecompletiontokens",
      ],
      cost: ["totalcost", "calculatedtotalcost", "costdetailstotal"],
      status: ["level"],
    },
  },
  {
    name: "OpenTelemetry spans",
    has: [["genaiusageinputtokens", "genaiusageprompttokens"]],
    names: {
      time: ["starttimeunixnano", "starttime", "timestamp", "start"],
      model: ["genairequestmodel", "genairesponsemodel"],
      kind: ["genaioperationname"],
      input: ["genaiusageinputtokens", "genaiusageprompttokens"],
      cached: ["genaiusagecachereadinputtokens", "genaiusageinputtokenscached"],
      output: ["genaiusageoutputtokens", "genaiusagecompletiontokens"],
      reasoning: ["genaiusagereasoningoutputtokens", "genaiusageoutputtokensreasoning"],
      cap: ["genairequestmaxtokens"],
      status: ["statuscode"],
    },
  },
  {
    name: "Mooncake trace",
    has: [["timestamp"], ["inputlength"], ["outputlength"]],
    countedIn: "milliseconds",
    remark:
      "The trace names blocks of prompts that repeat, and not what was read from a cache; cached input is unknown.",
    names: { time: ["timestamp"], input: ["inputlength"], output: ["outputlength"] },
  },
  {
    name: "Request trace",
    has: [["atms"], ["inputtokens"], ["outputtokens"]],
    countedIn: "milliseconds",
    names: {
      time: ["atms"],
      input: ["inputtokens"],
      cached: ["cachedinputtokens"],
      output: ["outputtokens"],
      reasoning: ["reasoningtokens"],
    },
  },
];

/** What columns of other tables are usually called; of several the one named first here. */
const GUESSES: Readonly<Record<ColumnUse, readonly string[]>> = {
  time: [
    "timestamp",
    "timestampms",
    "timems",
    "arrivalms",
    "atms",
    "datetime",
    "createdat",
    "created",
    "starttime",
    "startedat",
    "start",
    "requestedat",
    "requesttime",
    "arrivaltime",
    "arrivedat",
    "eventtime",
    "ts",
    "time",
    "date",
    "day",
    "at",
    "when",
  ],
  model: ["model", "modelname", "modelid", "requestmodel", "responsemodel", "deployment", "engine"],
  requests: ["requests", "numrequests", "requestcount", "nrequests", "nummodelrequests", "calls", "count", "n"],
  input: [
    ...INPUT,
    "inputtokencount",
    "prompttokencount",
    "tokensin",
    "intokens",
    "ninput",
    "inputlength",
    "promptlength",
    "numprefilltokens",
    "tokensinput",
    "tokensprompt",
    "usageprompttokens",
    "usageinputtokens",
    "input",
    "prompt",
    "in",
  ],
  cached: [
    "cachedinputtokens",
    "inputcachedtokens",
    "cachedtokens",
    "cachereadinputtokens",
    "cachereadtokens",
    "promptcachedtokens",
    "cachedprompttokens",
    "cachedinput",
    "tokenscached",
    "inputtokenscached",
    "prompttokensdetailscachedtokens",
    "inputtokensdetailscachedtokens",
    "usageprompttokensdetailscachedtokens",
    "usageinputtokensdetailscachedtokens",
    "cached",
  ],
  output: [
    ...OUTPUT,
    "outputtokencount",
    "completiontokencount",
    "tokensout",
    "outtokens",
    "noutput",
    "outputlength",
    "responselength",
    "numdecodetokens",
    "tokensoutput",
    "tokenscompletion",
    "usagecompletiontokens",
    "usageoutputtokens",
    "output",
    "completion",
    "out",
  ],
  visible: ["visibleoutputtokens", "visibletokens", "visibleoutput", "answertokens"],
  reasoning: [
    "reasoningtokens",
    "outputreasoningtokens",
    "reasoningoutputtokens",
    "thinkingtokens",
    "tokensreasoning",
    "completiontokensdetailsreasoningtokens",
    "outputtokensdetailsreasoningtokens",
    "usagecompletiontokensdetailsreasoningtokens",
    "usageoutputtokensdetailsreasoningtokens",
    "reasoning",
    "thinking",
  ],
  total: ["totaltokens", "tokenstotal", "tokens", "usagetotaltokens"],
  status: ["statuscode", "status", "responsestatus", "httpstatus", "success"],
  cost: ["costusd", "cost", "totalcost", "spend", "priceusd", "usd", "amount", "responsecost"],
  serviceTier: ["servicetier", "tier"],
};

const NONE: Layout["at"] = {
  time: -1,
  model: -1,
  requests: -1,
  input: -1,
  cached: -1,
  output: -1,
  visible: -1,
  reasoning: -1,
  total: -1,
  status: -1,
  cost: -1,
  serviceTier: -1,
  until: -1,
  batch: -1,
  cap: -1,
  kind: -1,
  details: -1,
  metadata: -1,
  ownCache: -1,
  request: -1,
};
const MILLISECONDS = /ms$|millis/;

function placesOf(plain: readonly string[], wanted: Names): Layout["at"] {
  const at = { ...NONE };
  for (const [field, names] of Object.entries(wanted) as [Field, readonly string[]][]) {
    for (const name of names) {
      at[field] = plain.indexOf(name);
      if (at[field] >= 0) break;
    }
  }
  return at;
}

const FILLERS = new Set(["how", "many", "number", "of", "the", "which", "used", "utc", "gmt"]);
const bareName = (name: string): string =>
  plainName(
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => !FILLERS.has(word))
      .join(""),
  );

/**
 * What columns are guessed to be: by their names, and what is then left by the one name that tells it without
 * its fillers, `how many in`.
 */
function guessedPlaces(columns: readonly string[], plain: readonly string[]): Layout["at"] {
  const at = placesOf(plain, GUESSES);
  const taken = new Set(Object.values(at));
  const bare = columns.map((name, place) => (taken.has(place) ? "" : bareName(name)));
  return Object.fromEntries(
    (Object.entries(at) as [Field, number][]).map(([field, place]) => {
      const names = place < 0 && field in GUESSES ? GUESSES[field as ColumnUse] : [];
      const found = bare.flatMap((name, index) => (names.includes(name) ? [index] : []));
      return [field, found.length === 1 ? found[0]! : place];
    }),
  ) as Record<Field, number>;
}

/**
 * How a table with these columns is read; columns a person chose (`uses`) go before all that is known of
 * names.
 */
export function layoutOf(columns: readonly string[], uses?: Readonly<Partial<Record<ColumnUse, number>>>): Layout {
  const plain = columns.map(plainName);
  const rest = { together: false, failedWithoutOutput: false, remark: null };
  if (!uses) {
    const format = FORMATS.find(({ has }) => has.every((names) => names.some((name) => plain.includes(name))));
    if (format) {
      const { name, names, countedIn = "seconds", has: _has, ...own } = format;
      return { ...rest, ...own, format: name, known: true, at: placesOf(plain, names), countedIn };
    }
  }
  const at = uses ? { ...NONE, ...uses } : guessedPlaces(columns, plain);
  return {
    ...rest,
    format: "Table",
    known: false,
    at,
    countedIn: MILLISECONDS.test(plain[at.time] ?? "") ? "milliseconds" : "seconds",
  };
}

/** The uses that a person is shown and can change. */
export function usesOf({ at }: Layout): Partial<Record<ColumnUse, number>> {
  const uses: Partial<Record<ColumnUse, number>> = {};
  for (const use of Object.keys(GUESSES) as ColumnUse[]) if (at[use] >= 0) uses[use] = at[use];
  return uses;
}

/** Whether rows of this layout can tell anything: tokens, or what they cost. */
export const tellsUsage = ({ at }: Layout): boolean =>
  [at.input, at.output, at.visible, at.reasoning, at.total, at.cost, at.details].some((place) => place >= 0);
