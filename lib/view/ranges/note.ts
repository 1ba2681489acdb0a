import type { RangeField } from "@/lib/scenario/ranges";
import { formatNumber } from "@/lib/view/text";

/** Ends that others have measured, to enter for a range of one’s own. */
interface RangePreset {
  readonly label: string;
  readonly range: readonly [low: number, high: number];
}

/** What a range of a field means, and what to put in its place. */
export interface RangeNoteView {
  /** Under the field: `centre 775`. */
  readonly centre: string;
  readonly meaning: string;
  readonly not: string;
  /** The button that takes the range away. */
  readonly single: string;
  readonly presets: readonly RangePreset[];
  readonly presetSource: string;
  /** Where the centre lies between the ends on a log scale, 0–1. */
  readonly at: number;
}

/**
 * Mean reasoning tokens of a move in a public chess benchmark, a published figure of each model and effort: o3-mini 679
 * (low), 2,514 (medium), 6,893 (high); o1-mini 1,221; o1 1,639 (low). An effort ranges over the models that have it.
 */
const REASONING: readonly RangePreset[] = [
  { label: "Low effort: 680 to 1,640", range: [680, 1640] },
  { label: "Medium: 1,220 to 2,510", range: [1220, 2510] },
  { label: "High: 2,510 to 6,890", range: [2510, 6890] },
];
const REASONING_SOURCE =
  "Mean output a move in a public chess benchmark: o3-mini 679 at low effort, 2,514 at medium, 6,893 at high; o1-mini 1,221; o1 at low 1,639. In 128 real calls reasoning was 44 to 94 % of the output.";

/** The note on a range. `number` counts wherever one number is needed. */
export function rangeNote(
  field: RangeField,
  number: number,
  [low, high]: readonly [low: number, high: number],
): RangeNoteView {
  const [least, most] = [formatNumber(low), formatNumber(high)];
  const place = Math.log(number / low) / Math.log(high / low);
  return {
    centre: `centre ${formatNumber(number)}`,
    meaning: `In 1 of 10 cases it is under ${least}, in 1 of 10 over ${most} (p10 to p90 of the mean, log-normal); ${formatNumber(number)} is used wherever one number is needed.`,
    not: "Not how requests differ from each other: that is their p95 over the mean, on Traffic.",
    single: `One number: ${formatNumber(number)}`,
    presets: field === "reasoningTokens" ? REASONING : [],
    presetSource: REASONING_SOURCE,
    at: Math.min(1, Math.max(0, Number.isFinite(place) ? place : 0)),
  };
}
