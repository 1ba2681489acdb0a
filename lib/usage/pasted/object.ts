import { LARGEST } from "@/lib/fields";
import { usageCounts, type UsageCounts } from "../log/usage-object";
import { objectOf, type Json } from "../log/values";

/** A usage object, how many answered requests its counts are the sum of, and how many more stand in the text. */
export interface FoundUsage {
  readonly counts: UsageCounts;
  readonly requests: number;
  readonly more: number;
}

/** A longer text is a log. */
const LONGEST = 300_000;
const DEEPEST = 4;
const MOST_BLOCKS = 20;

/** A person’s text may hold other numbers in quotes: only a bare number is a count. */
const countIn = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST ? value : NaN;

function requestsOf(around: Json): number {
  const counts = objectOf(around["request_counts"]);
  const made = counts ? countIn(counts["completed"]) : countIn(around["num_model_requests"]);
  return made >= 1 ? made : 1;
}

/** The usage objects of a parsed value in the order they stand, at most four objects or lists deep. */
function usagesIn(value: unknown, around: Json, depth: number): FoundUsage[] {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return [];
  const object = objectOf(value) ?? {};
  const counts = usageCounts(object, countIn);
  const tells = [counts.input, counts.output, counts.cached, counts.reasoning].some((count) => count === count);
  if (tells) return [{ counts, requests: requestsOf("num_model_requests" in object ? object : around), more: 0 }];
  return Object.values(value).flatMap((inner) => usagesIn(inner, objectOf(value) ?? around, depth + 1));
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The objects of a text, from each brace to the one that closes it; those that are in quotes do not count. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let [depth, from] = [0, 0];
  for (const match of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
    if (match[0] === "{" && depth++ === 0) from = match.index;
    else if (match[0] === "}" && depth > 0 && --depth === 0) blocks.push(text.slice(from, match.index + 1));
    if (blocks.length === MOST_BLOCKS) break;
  }
  return blocks;
}

/** Objects as Python and JavaScript print them, as JSON: `Usage(a=1, b=None)`, `{'a': 1}`, `{ a: 1 }`. */
const asJson = (text: string): string =>
  text
    .replace(/\b[A-Za-z_]\w*\((?=\s*[A-Za-z_]\w*\s*=)/g, "{")
    .replace(/\)/g, "}")
    .replace(/([{,]\s*)([A-Za-z_]\w*)\s*[=:]/g, '$1"$2":')
    .replace(/'([^'"\n]*)'/g, '"$1"')
    .replace(/\b(?:None|undefined)\b/g, "null")
    .replace(/\bTrue\b/g, "true")
    .replace(/\bFalse\b/g, "false")
    .replace(/,(\s*[}\]])/g, "$1");

/**
 * The first usage object of a text: of JSON alone, cut out with its key, in a line of a log, or as a language
 * prints it. Of the events of one stream the last counts. `null` without one.
 */
export function usageIn(text: string): FoundUsage | null {
  if (text.length > LONGEST) return null;
  const trimmed = text.trim().replace(/,\s*$/, "");
  for (const candidate of [trimmed, `{${trimmed}}`]) {
    const [first, ...more] = usagesIn(parsed(candidate), {}, 0);
    if (first) return { ...first, more: more.length };
  }
  const printed = /\b\w+\(\s*\w+\s*=/.test(trimmed) ? asJson(trimmed) : trimmed;
  const found = blocksOf(printed).flatMap((block) => {
    const value = parsed(block) ?? parsed(asJson(block));
    const id = objectOf(value)?.["id"] ?? objectOf(objectOf(value)?.["response"])?.["id"];
    return usagesIn(value, {}, 0).map((usage) => ({ usage, id }));
  });
  const ofStream = found.filter(({ id }) => id !== undefined && id === found[0]!.id);
  const [taken] = ofStream.length > 1 ? ofStream.slice(-1) : found;
  return taken ? { ...taken.usage, more: found.length - Math.max(1, ofStream.length) } : null;
}
