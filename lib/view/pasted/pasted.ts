import type { Workload } from "@/lib/scenario";
import { parsePasted, type PastedUsage } from "@/lib/usage";
import { formatNumber, UNKNOWN } from "@/lib/view/text";

/** One count: as the text has it, and as it goes into the workload; a dash where it is not there. */
interface PastedRow {
  readonly label: string;
  readonly read: string;
  readonly used: string;
}

/** What a pasted text comes to. */
interface PastedView {
  /** What goes into the workload, or why nothing does, in a sentence. */
  readonly status: string;
  /** Nothing can be used though there is a text. */
  readonly isFault: boolean;
  readonly rows: readonly PastedRow[];
  /** What was left out. */
  readonly remarks: readonly string[];
  /** Where the text contradicts itself; `null` where it does not. */
  readonly disagreement: string | null;
  /** The sizes to change; `null` where there are none. */
  readonly change: { readonly [Name in keyof Workload]?: Workload[Name] | undefined } | null;
  /** What the button says. */
  readonly action: string;
}

const NOTHING =
  "No token counts in this; give prompt_tokens and completion_tokens, or numbers with “input” and “output”.";

const SAID = [
  ["inputTokens", "input"],
  ["cachedInputTokens", "of which cached"],
  ["cacheWriteTokens", "written to the cache"],
  ["visibleOutputTokens", "visible output"],
  ["reasoningTokens", "reasoning"],
] as const;

function rowsOf({ counts, usage }: PastedUsage): PastedRow[] {
  const text = (count: number | undefined) => (count === undefined ? UNKNOWN : formatNumber(count));
  const rows: readonly (readonly [label: string, read: number | undefined, used: number | undefined])[] = [
    ["Input", counts.input, usage.inputTokens],
    ["of which cached", counts.cached, usage.cachedInputTokens],
    ["written to the cache", counts.written, usage.cacheWriteTokens],
    ["neither", counts.plain, undefined],
    ["Audio input", counts.audioInput || undefined, undefined],
    ["Output", counts.output, undefined],
    ["Visible output", counts.visible, usage.visibleOutputTokens],
    ["Reasoning", counts.reasoning, usage.reasoningTokens],
    ["Audio output", counts.audioOutput || undefined, undefined],
    ["Total", counts.total, undefined],
    ["Requests", counts.requests, undefined],
  ];
  return rows
    .filter(([, read, used]) => read !== undefined || used !== undefined)
    .map(([label, read, used]) => ({ label, read: text(read), used: text(used) }));
}

/** Reads a pasted text and says, field by field, what of it would go into a workload. */
export function pastedView(text: string): PastedView {
  const none = { rows: [], remarks: [], disagreement: null, change: null, action: "Use these counts" };
  if (text.trim() === "") return { ...none, status: "Nothing pasted yet.", isFault: false };
  const pasted = parsePasted(text);
  if (pasted === null || typeof pasted === "string") return { ...none, status: pasted ?? NOTHING, isFault: true };
  const { usage, leftOut, disagreement } = pasted;
  return {
    status: SAID.flatMap(([name, words]) =>
      usage[name] === undefined ? [] : [`${formatNumber(usage[name])} ${words}`],
    ).join(", "),
    isFault: false,
    rows: rowsOf(pasted),
    remarks: leftOut,
    disagreement,
    // What was written before belongs to the input that goes.
    change: { ...usage, ...(usage.inputTokens !== undefined && { cacheWriteTokens: usage.cacheWriteTokens }) },
    action: disagreement === null ? none.action : "Use them all the same",
  };
}
