import type { ColumnUse } from "../report";
import { placesOf, plainName, type Field, type FieldPlaces } from "./fields";

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

/** What columns of unknown tables are usually called; of several the one named first. */
export const GUESSES: Readonly<Record<ColumnUse, readonly string[]>> = {
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
  model: [
    "model",
    "modelname",
    "apimodel",
    "logicalmodel",
    "modelid",
    "requestmodel",
    "responsemodel",
    "deployment",
    "engine",
  ],
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
  written: [
    "cachewritetokens",
    "inputcachewritetokens",
    "cachewriteinputtokens",
    "cachecreationinputtokens",
    "cachecreationtokens",
    "cachedwritetokens",
    "prompttokensdetailscachewritetokens",
    "inputtokensdetailscachewritetokens",
    "inputtokendetailscachewritetokens",
    "usageprompttokensdetailscachewritetokens",
    "usageinputtokensdetailscachewritetokens",
    "usageinputtokendetailscachewritetokens",
    "usagecachecreationinputtokens",
    "cachewrite",
    "cachewrites",
    "written",
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
 * Guesses what columns hold by their names; `plain` are the same names as `plainName` makes them. A field
 * without a column takes the one whose name is its own once filler words are left out (`how many in` is
 * `in`), if there is just one.
 */
export function guessedPlaces(columns: readonly string[], plain: readonly string[]): FieldPlaces {
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
