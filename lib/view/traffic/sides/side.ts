import { type Policy, type Scenario } from "@/lib/scenario";
import { isBroken, recoveryOf, type Simulation } from "@/lib/simulation";
import { MINUTE_MS } from "@/lib/rates";
import { formatCompact, formatPercent, UNKNOWN } from "@/lib/view/text";
import { type poolsByLimits } from "../open";
import { formatWait, portion, waited } from "../words";
import type { Tone } from "@/lib/view/estimate";

/** One run beside others. `tone` and `cells` are `null` while it is not done. */
export interface TrafficSide {
  readonly key: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly tone: Tone | null;
  /** What the tone says: `Holds`. */
  readonly word: string;
  /** One text for each row, in the order of `rows`. */
  readonly cells: readonly string[] | null;
  /** What a press on it tries; `null` of a trace, whose run has a period of its own. */
  readonly scenario: Scenario | null;
}

/** Runs side by side, in rows of the same figures. */
export interface TrafficSides {
  readonly finding: string;
  readonly rows: readonly { readonly name: string; readonly about: string }[];
  readonly sides: readonly TrafficSide[];
}

/** The pools of a run, parted by whether their limits are known. */
export type ByLimits = ReturnType<typeof poolsByLimits>;

const WORDS: Readonly<Record<Tone, string>> = {
  ok: "Holds",
  over: "Breaks",
  never: "Never runs",
  unknown: "Cannot be told",
};

/** The tone of a run. Where the limit of a pool is not known, a run can be seen to break, but not to hold. */
function toneOf(run: Simulation, policy: Policy, { open }: ByLimits): Tone {
  if (run.offered > 0 && run.neverFits === run.offered) return "never";
  if (isBroken(run, policy)) return "over";
  return open.length ? "unknown" : "ok";
}

/** The share of requests that each policy is judged by, as the head of a row. */
export const SHARES: Readonly<Record<Policy, { readonly name: string; readonly about: string }>> = {
  queue: { name: "Waited", about: "of offered" },
  retry: { name: "Failed", about: "after six attempts" },
  drop: { name: "Failed", about: "at the first 429" },
};

/** The share that a policy is judged by, in per cent of the requests offered. */
export const share = (run: Simulation, policy: Policy) =>
  formatPercent(portion(policy === "queue" ? waited(run) : run.failed, run.offered));

function recovery({ minutes }: Simulation): string {
  const found = recoveryOf(minutes);
  if (!found) return "0";
  return found.minutes === null ? "never" : formatWait(found.minutes * MINUTE_MS);
}

/** The labels of the rows that all comparisons share. */
export const ROWS = [
  { name: "p95 wait", about: "of admitted" },
  { name: "Longest wait", about: "of admitted" },
  { name: "429 answers", about: "in all" },
  { name: "Recovery", about: "from the longest queue" },
] as const;

/** The cells of `ROWS` for one run. */
export const cells = (run: Simulation) => [
  formatWait(run.waits.p95),
  formatWait(run.waits.max),
  formatCompact(run.throttled),
  recovery(run),
];

/** What a side is made of. */
interface SideInput extends Pick<TrafficSide, "key" | "name" | "chosen" | "scenario"> {
  /** `undefined` while it is not done. */
  readonly run: Simulation | undefined;
  readonly policy: Policy;
  readonly byLimits: ByLimits;
  readonly cells: (run: Simulation) => readonly string[];
}

/** A run beside others; its cells are unknown where no pool has a known limit. */
export function toSide({ run, policy, byLimits, cells: cellsOf, ...rest }: SideInput): TrafficSide {
  const tone = run ? toneOf(run, policy, byLimits) : null;
  const cells = run ? cellsOf(run) : null;
  return {
    ...rest,
    tone,
    word: tone ? WORDS[tone] : "Running",
    cells: byLimits.limited.length ? cells : (cells?.map(() => UNKNOWN) ?? null),
  };
}
