import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { Found } from "./usage-names";
import { countOf, first, objectOf, type Json } from "./values";

/**
 * What a usage object tells, in tokens: NaN where it does not, -1 where it gives something other than a whole
 * number.
 */
export interface UsageCounts {
  /** Audio included. */
  readonly input: number;
  /** Read from the cache, inside `input`. */
  readonly cached: number;
  /** Written to the cache, inside `input` and beside `cached`. */
  readonly written: number;
  /** Audio included. */
  readonly output: number;
  /** Inside `output`. */
  readonly reasoning: number;
  /** The object’s own total. */
  readonly total: number;
  /** Inside `input`; it has a price of its own. */
  readonly audioInput: number;
  /** Inside both `cached` and `audioInput`. */
  readonly audioCached: number;
  /** Inside `output`; it has a price of its own. */
  readonly audioOutput: number;
  /** Predicted and not used: inside `output`, and billed as such. */
  readonly rejected: number;
  /** Details are there and could not be read. */
  readonly unread: boolean;
}

/**
 * Reads a usage object of chat completions, Responses, Realtime, the Usage API or of a tool around them, in
 * any spelling; `count` reads one value of it. Of two names for one count that differ the one is taken that
 * agrees with the total, else the one that is not 0.
 */
export function usageCounts(usage: Json, count: (value: unknown) => number = countOf): UsageCounts {
  const quick = quickCounts(usage, count);
  if (quick) return quick;
  const found = new Found(count);
  found.read(usage, "top");
  const { cached, written, reasoning, total, besideRead, besideWritten, audioInput, audioCached, audioOutput } = found;
  const [input, output] = chosen(found);
  const counts = { reasoning, total, audioInput, audioCached, audioOutput, rejected: found.rejected };
  const read = first(cached, besideRead);
  const wrote = first(written, besideWritten);
  const beside = (cached === cached ? 0 : besideRead || 0) + (written === written ? 0 : besideWritten || 0);
  // Anthropic’s names count beside its input; tools that put them inside say so by their total or by `prompt`.
  const isBeside =
    beside > 0 &&
    input >= 0 &&
    (total === total
      ? total === input + beside + (output || 0)
      : beside > input || (found.prompt !== found.prompt && besideWritten === besideWritten));
  return {
    ...counts,
    input: isBeside ? input + beside : input,
    cached: read,
    written: wrote,
    output,
    unread: found.unread,
  };
}

/** Names that the API itself does not use; one of them, and every key is looked at. */
const isOther = (usage: Json): boolean =>
  usage["input_token_details"] !== undefined ||
  usage["cached_tokens"] !== undefined ||
  usage["input_cached_tokens"] !== undefined ||
  usage["cached_input_tokens"] !== undefined ||
  usage["cache_read_input_tokens"] !== undefined ||
  usage["cache_creation_input_tokens"] !== undefined ||
  usage["cache_write_tokens"] !== undefined ||
  usage["reasoning_tokens"] !== undefined ||
  usage["reasoning_output_tokens"] !== undefined;

/** The API’s own two shapes, read by their names: five times as quick as looking at every key. `null` for others. */
function quickCounts(usage: Json, count: (value: unknown) => number): UsageCounts | null {
  const isChat = usage["prompt_tokens"] !== undefined;
  if (isChat === (usage["input_tokens"] !== undefined) || isOther(usage)) return null;
  const given = isChat ? usage["prompt_tokens_details"] : usage["input_tokens_details"];
  const made = isChat ? usage["completion_tokens_details"] : usage["output_tokens_details"];
  const input = objectOf(given);
  const output = objectOf(made);
  if (typeof given === "string" || typeof made === "string" || input?.["cached_tokens_details"] !== undefined)
    return null;
  return {
    input: count(isChat ? usage["prompt_tokens"] : usage["input_tokens"]),
    cached: count(input?.["cached_tokens"]),
    written: count(input?.["cache_write_tokens"] ?? input?.["cache_creation_tokens"]),
    output: count(isChat ? usage["completion_tokens"] : usage["output_tokens"]),
    reasoning: count(output?.["reasoning_tokens"]),
    total: count(usage["total_tokens"]),
    audioInput: count(input?.["audio_tokens"]),
    audioCached: NaN,
    audioOutput: count(output?.["audio_tokens"]),
    rejected: count(output?.["rejected_prediction_tokens"]),
    unread: false,
  };
}

function chosen({ prompt, completion, input, output, total }: Found): readonly [input: number, output: number] {
  const ofChat = [first(prompt, input), first(completion, output)] as const;
  const ofResponses = [first(input, prompt), first(output, completion)] as const;
  if (ofChat[0] === ofResponses[0] && ofChat[1] === ofResponses[1]) return ofChat;
  const sum = ([a, b]: readonly [number, number]) => (a || 0) + (b || 0);
  if (total === total && sum(ofChat) !== total && sum(ofResponses) === total) return ofResponses;
  return sum(ofChat) === 0 ? ofResponses : ofChat;
}

const AUDIO = "Audio tokens, which have prices of their own and are left out";

/**
 * Puts what a usage object tells into a row without its audio, and its cost too; what it does not tell stays. What it
 * says against itself, and what could not be read, becomes a remark. Returns whether it told tokens.
 */
export function readUsage(usage: Json, row: RowDraft, tally: UsageTally): boolean {
  const { input, cached, written, output, reasoning, total, audioInput, audioCached, audioOutput, unread } =
    usageCounts(usage);
  if (input === input) row.input = input;
  if (output === output) row.output = output;
  if (cached === cached) row.cached = cached;
  if (written === written) row.written = written;
  if (reasoning === reasoning) row.reasoning = reasoning;
  if (total > 0 && input + output !== total && input >= 0 && output >= 0) {
    if (reasoning > 0 && input + output + reasoning === total) row.output += reasoning;
    else tally.countRemark("Rows whose own total is not input plus output; what is counted are the parts");
  }
  if (audioInput > 0 || audioOutput > 0) {
    if (audioInput > 0) row.input -= audioInput;
    if (audioCached > 0) row.cached -= audioCached;
    if (audioOutput > 0) row.output -= audioOutput;
    tally.countRemark(AUDIO, Math.max(0, audioInput || 0) + Math.max(0, audioOutput || 0));
  }
  if (unread) tally.countRemark("Rows with details that could not be read: cached input or reasoning may be missing");
  const cost = usage["cost"];
  if (typeof cost === "number" && cost >= 0) row.cost = cost;
  return input === input || output === output;
}
