import type { Tone } from "@/lib/view/estimate";
import { TONE_COLOURS, ToneMark } from "./tone";

interface RemarkProps {
  readonly tone: Tone;
  readonly text: string;
  readonly about: string;
  /** It is of what was there before an edit. */
  readonly isOld?: boolean;
}

/** A verdict in a few words, in a cell. */
export function Remark({ tone, text, about, isOld = false }: RemarkProps) {
  return (
    <span className={isOld ? "opacity-60" : undefined} aria-busy={isOld || undefined}>
      <b className={TONE_COLOURS[tone]}>
        <ToneMark tone={tone} size={14} /> {text}
      </b>
      <small>{about}</small>
    </span>
  );
}
