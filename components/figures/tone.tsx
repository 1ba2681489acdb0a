import type { Tone } from "@/lib/view/estimate";
import { NoMark, WarnMark } from "@/components/ui/marks";
import { NeverMark, UnknownMark, YesMark } from "@/components/ui/more-marks";

/** A verdict, or one over cases that holds in most of them, not in all. */
export type ShownTone = Tone | "near";

const MARKS = { ok: YesMark, near: WarnMark, over: NoMark, never: NeverMark, unknown: UnknownMark } as const;

/** The text colour of each verdict. */
export const TONE_COLOURS: Readonly<Record<ShownTone, string>> = {
  ok: "text-ok",
  near: "text-near",
  over: "text-over",
  never: "text-over",
  unknown: "text-ink-2",
};

/** The mark of a verdict; its shape says what its colour does. Sizes are CSS pixels. */
export function ToneMark({ tone, size }: { tone: ShownTone; size: number }) {
  const Mark = MARKS[tone];
  return <Mark size={size} className={TONE_COLOURS[tone]} />;
}
