import type { UsageCounts } from "../log/usage-object";
import type { TextField } from "./labels";
import { usageIn } from "./object";
import { tableCounts } from "./table";
import { moneyText, countsInWords, unreadText } from "./words";

/** Mean tokens of a request as a pasted text gives them, without audio; what it does not say is absent. */
export interface Usage {
  readonly inputTokens?: number;
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly visibleOutputTokens?: number;
  readonly reasoningTokens?: number;
}

/** The counts of a text, sums where it tells of several requests. Cached and written are inside input. */
export type PastedCounts = Readonly<Partial<Record<TextField, number>>>;

/** What was read of a text, for a person to look at before it is used. */
export interface PastedUsage {
  readonly counts: PastedCounts;
  readonly usage: Usage;
  /** What was read and is not used, or could not be read; sentences. */
  readonly leftOut: readonly string[];
  /** Where the text contradicts itself, in a sentence; `null` where it does not. */
  readonly disagreement: string | null;
}

/** Digits in threes, as a report says counts. */
const number = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

function ofObject(counts: UsageCounts, requests: number): PastedCounts {
  const { input, cached, written, output, reasoning, total, audioInput, audioOutput } = counts;
  const all = { input, cached, written, output, reasoning, total, audioInput, audioOutput };
  const told = Object.entries(all).flatMap(([name, count]) => (count === count ? [[name, count] as const] : []));
  return { ...Object.fromEntries(told), ...(requests > 1 && { requests }) };
}

interface Settled {
  readonly counts: PastedCounts;
  readonly disagreement: string | null;
}

/** Puts parts that a text counts beside each other into one another, as its total tells. */
function settled(given: PastedCounts, beside: boolean): Settled {
  const { cached = 0, written = 0, reasoning = 0, visible, plain, total } = given;
  let { input, output } = given;
  if (input === undefined && plain !== undefined) input = plain + cached + written;
  else if (beside && input !== undefined) input += cached;
  const wasBeside = input !== given.input;
  const answered = output ?? (visible === undefined ? undefined : visible + reasoning);
  if (total === undefined || input === undefined || answered === undefined)
    return checked({ given, input, output }, null);
  const sum = input + answered;
  const isTold = total === sum || (wasBeside && total === sum - cached);
  if (isTold) return checked({ given, input, output }, null);
  if (!wasBeside && cached + written > 0 && total === sum + cached + written) input += cached + written;
  else if (output !== undefined && reasoning > 0 && total === sum + reasoning) output += reasoning;
  else
    return checked(
      { given, input, output },
      `Its own total is ${number(total)}, and input and output make ${number(sum)}.`,
    );
  return checked({ given, input, output }, null);
}

function checked(
  { given, input, output }: { given: PastedCounts; input: number | undefined; output: number | undefined },
  disagreement: string | null,
): Settled {
  const counts = { ...given, ...(input !== undefined && { input }), ...(output !== undefined && { output }) };
  const { cached = 0, written = 0, reasoning = 0, visible, plain } = given;
  const faults = [
    ...(input !== undefined && cached + written > input
      ? [`Cached and written tokens, ${number(cached + written)}, are more than the input, ${number(input)}.`]
      : []),
    ...(output !== undefined && reasoning > output
      ? [`Reasoning, ${number(reasoning)}, is more than the output, ${number(output)}.`]
      : []),
    ...(output !== undefined && visible !== undefined && visible + reasoning !== output
      ? [`Visible output and reasoning make ${number(visible + reasoning)}, and the output is ${number(output)}.`]
      : []),
    ...(input !== undefined && plain !== undefined && plain !== input - cached && plain !== input - cached - written
      ? [`Uncached input is ${number(plain)}, and input without the cached is ${number(input - cached)}.`]
      : []),
    ...(disagreement === null ? [] : [disagreement]),
  ];
  return { counts, disagreement: faults.join(" ") || null };
}

const toThousandths = (value: number) => Math.round(value * 1000) / 1000;

/** The counts as the sizes of one request: audio taken out, reasoning out of the output, cached left in the input. */
function usageOf(counts: PastedCounts): Usage {
  const { requests = 1, audioInput = 0, audioOutput = 0, visible, reasoning } = counts;
  const mean = (count: number) => (requests > 1 ? toThousandths(count / requests) : count);
  const input = counts.input === undefined ? undefined : Math.max(0, counts.input - audioInput);
  const output = counts.output === undefined ? undefined : Math.max(0, counts.output - audioOutput);
  const cached = Math.min(counts.cached ?? 0, input ?? 0);
  const written = Math.min(counts.written ?? 0, (input ?? 0) - cached);
  const thought = output === undefined ? reasoning : Math.min(reasoning ?? 0, output);
  const rest = output === undefined ? visible : output - thought!;
  return {
    ...(input !== undefined && { inputTokens: mean(input), cachedInputTokens: mean(cached) }),
    ...(input !== undefined &&
      written > 0 && { cacheWriteTokens: Math.min(mean(written), toThousandths(mean(input) - mean(cached))) }),
    ...(rest !== undefined && { visibleOutputTokens: mean(rest) }),
    ...(thought !== undefined && { reasoningTokens: mean(thought) }),
  };
}

function read(given: PastedCounts, beside: boolean, leftOut: readonly string[]): PastedUsage | null {
  const { counts, disagreement } = settled(given, beside);
  const usage = usageOf(counts);
  const { audioInput = 0, audioOutput = 0, requests = 1 } = counts;
  if (Object.keys(usage).length === 0) return null;
  return {
    counts,
    usage,
    leftOut: [
      ...(audioInput > 0
        ? [`${number(audioInput)} of the input is audio, which has a price of its own: left out.`]
        : []),
      ...(audioOutput > 0
        ? [`${number(audioOutput)} of the output is audio, which has a price of its own: left out.`]
        : []),
      ...(requests > 1 ? [`The counts are sums of ${number(requests)} requests; a workload gets their mean.`] : []),
      ...leftOut,
    ],
    disagreement,
  };
}

/** JSON without a usage object has counts of something else. */
function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/**
 * Reads a pasted `usage` object, alone, inside a whole response or in the line of a log, or words such as
 * `1,234 input, 567 output`. `null` where there is no count in it; a sentence where it may be meant in two ways.
 */
export function parsePasted(text: string): PastedUsage | string | null {
  const found = usageIn(text);
  if (found) {
    const { counts, requests, more } = found;
    const { rejected, unread } = counts;
    return read(ofObject(counts, requests), false, [
      ...(rejected > 0
        ? [`${number(rejected)} of the output was predicted and rejected; it is billed as output and stays in it.`]
        : []),
      ...(unread ? ["It has details that could not be read: cached input or reasoning may be missing."] : []),
      ...(more > 0
        ? [
            `${number(more)} more usage object${more === 1 ? " is" : "s are"} in the text and left out; Import reads them all.`,
          ]
        : []),
    ]);
  }
  const columns = tableCounts(text);
  if (columns) return read(columns, false, []);
  const words = isJson(text) ? null : countsInWords(text);
  if (words === null || typeof words === "string") return words;
  const { counts, beside, unread, amounts } = words;
  const settledCounts = read(counts, beside, [...unread.map(unreadText), ...amounts.map(moneyText)]);
  const { input, cached = 0, written = 0 } = settledCounts?.counts ?? {};
  if (input !== undefined && cached + written > input) return settledCounts!.disagreement!;
  return settledCounts;
}
