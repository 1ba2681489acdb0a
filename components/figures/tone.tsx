import type { Tone } from "@/lib/view/estimate";
import { NoMark } from "@/components/ui/marks";
import { NeverMark, UnknownMark, YesMark } from "@/components/ui/more-marks";

const MARKS = { ok: YesMark, over: NoMark, never: NeverMark, unknown: UnknownMark } as const;

/** The text colour of each verdict. */
export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  ok: "text-ok",
  over: "text-over",
  never: "text-over",
  unknown: "text-ink-2",
};

/** The mark of a verdict; its shape says what its colour does. Sizes are CSS pixels. */
export function ToneMark({ tone, size }: { tone: Tone; size: number }) {
  const Mark = MARKS[tone];
  return <Mark size={size} className={TONE_COLOURS[tone]} />;
}
