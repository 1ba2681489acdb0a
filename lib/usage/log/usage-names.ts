import { plainName } from "../columns/fields";
import type { UsageCounts } from "./usage-object";
import { objectOf, type Json } from "./values";

/** Two names for input and output are in use, those of chat completions and of Responses. */
type Name =
  | "prompt"
  | "completion"
  | Exclude<keyof UsageCounts, "unread">
  /** Read from or written to the cache beside the input, and not inside. */
  | "besideRead"
  | "besideWritten";
type Place = "top" | "input" | "output" | "cached";

/** By the letters of a name, so that `input_tokens`, `inputTokens` and `InputTokens` are one. */
const NAMES: Readonly<Record<Place, Readonly<Record<string, Name | "inputDetails" | "outputDetails">>>> = {
  top: {
    prompttokens: "prompt",
    prompttokencount: "prompt",
    completiontokens: "completion",
    completiontokencount: "completion",
    inputtokens: "input",
    inputtokencount: "input",
    outputtokens: "output",
    outputtokencount: "output",
    totaltokens: "total",
    totaltokencount: "total",
    cachedtokens: "cached",
    inputcachedtokens: "cached",
    cachedinputtokens: "cached",
    cachedprompttokens: "cached",
    promptcachedtokens: "cached",
    cachereadtokens: "cached",
    cachereadinputtokens: "besideRead",
    cachewritetokens: "written",
    cachewriteinputtokens: "written",
    inputcachewritetokens: "written",
    cachecreationtokens: "written",
    cachecreationinputtokens: "besideWritten",
    reasoningtokens: "reasoning",
    reasoningoutputtokens: "reasoning",
    outputreasoningtokens: "reasoning",
    thinkingtokens: "reasoning",
    prompttokensdetails: "inputDetails",
    prompttokendetails: "inputDetails",
    inputtokensdetails: "inputDetails",
    inputtokendetails: "inputDetails",
    completiontokensdetails: "outputDetails",
    completiontokendetails: "outputDetails",
    outputtokensdetails: "outputDetails",
    outputtokendetails: "outputDetails",
  },
  input: {
    total: "input",
    cachedtokens: "cached",
    cachereadtokens: "cached",
    cacheread: "cached",
    cachewritetokens: "written",
    cachewrite: "written",
    cachecreationtokens: "written",
    cachecreationinputtokens: "written",
    cachecreation: "written",
    audiotokens: "audioInput",
    audio: "audioInput",
  },
  output: {
    total: "output",
    reasoningtokens: "reasoning",
    reasoning: "reasoning",
    audiotokens: "audioOutput",
    audio: "audioOutput",
    rejectedpredictiontokens: "rejected",
  },
  cached: { audiotokens: "audioCached", audio: "audioCached" },
};

const MOST_KNOWN = 1_000;
/** What keys were found to be, as letters are slow to compare in each of a million objects. */
const known: Readonly<Record<Place, Map<string, Name | "inputDetails" | "outputDetails" | null>>> = {
  top: new Map(),
  input: new Map(),
  output: new Map(),
  cached: new Map(),
};

function nameOf(place: Place, key: string) {
  const seen = known[place].get(key);
  if (seen !== undefined) return seen;
  const plain = plainName(key);
  const name = Object.hasOwn(NAMES[place], plain) ? NAMES[place][plain]! : null;
  if (known[place].size < MOST_KNOWN) known[place].set(key, name);
  return name;
}

const COUNTS = new Set<unknown>(["prompt", "completion", "input", "output"]);
const DETAILS = new Set<unknown>(["inputDetails", "outputDetails"]);

/** Whether an object has counts of input or output under the names of a usage object. */
export function tellsTokens(object: Json): boolean {
  for (const key in object) if (COUNTS.has(nameOf("top", key))) return true;
  return false;
}

/** Whether an object is a usage object and not a row of a log that has counts too: it has details, or counts alone. */
export const isBareUsage = (object: Json): boolean =>
  tellsTokens(object) &&
  (Object.keys(object).some((key) => DETAILS.has(nameOf("top", key))) ||
    Object.keys(object).every((key) => /tokens/i.test(key)));

/** What is found in a usage object under any of its names. */
export class Found {
  prompt = NaN;
  completion = NaN;
  input = NaN;
  output = NaN;
  cached = NaN;
  written = NaN;
  besideRead = NaN;
  besideWritten = NaN;
  reasoning = NaN;
  total = NaN;
  audioInput = NaN;
  audioCached = NaN;
  audioOutput = NaN;
  rejected = NaN;
  unread = false;

  constructor(private readonly count: (value: unknown) => number) {}

  read(object: Json, place: Place): void {
    for (const key in object) {
      const name = nameOf(place, key);
      const value = object[key];
      if (name === null) {
        if (place === "input" && key === "cached_tokens_details") this.readDetails(value, "cached");
      } else if (name === "inputDetails" || name === "outputDetails")
        this.readDetails(value, name === "inputDetails" ? "input" : "output");
      else if (typeof value === "object" && value !== null && (name === "input" || name === "output"))
        this.readDetails(value, name);
      else if (this[name] !== this[name] || place === "input" || place === "output") this.keep(name, value);
    }
  }

  private keep(name: Name, value: unknown): void {
    const count = this.count(value);
    if (count === count) this[name] = count;
  }

  private readDetails(value: unknown, place: Exclude<Place, "top">): void {
    const object = objectOf(value);
    if (object) return this.read(object, place);
    if (typeof value !== "string" || value === "") return;
    const printed = printedDetails(value);
    if (printed) this.read(printed, place);
    else this.unread = true;
  }
}

/** `PromptTokensDetails(audio_tokens=0, cached_tokens=5)`, as languages print it; `null` for anything else. */
function printedDetails(text: string): Json | null {
  const pairs = [...text.matchAll(/\b([a-z_]{3,40})["']?\s*[=:]\s*(\d{1,15})(?![\d.])/gi)];
  return pairs.length > 0 ? Object.fromEntries(pairs.map(([, name, digits]) => [name!, Number(digits)])) : null;
}
