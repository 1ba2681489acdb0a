import type { BarPart } from "@/lib/export";
import styles from "./paper.module.css";

const FILLS: Readonly<Record<BarPart["of"], string | undefined>> = {
  input: styles.input,
  "cached-input": styles.cached,
  "cache-write": styles.written,
  "visible-output": styles.visible,
  reasoning: styles.reasoning,
  "web-search": styles.webSearch,
  "file-search": styles.fileSearch,
  mean: styles.mean,
  peak: styles.peak,
  near: styles.near,
  over: styles.over,
};

/** The parts of a bar as drawn shapes, which print where backgrounds do not; a line at 100 % where that is within. */
export function PaperBar({ parts, full }: { readonly parts: readonly BarPart[]; readonly full: number }) {
  return (
    <svg className={styles.wholeBar} viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
      {full < 1 && <rect className={styles.track} width={full * 1000} height="100" />}
      {parts.map(({ from, to, of }, index) => (
        <rect key={index} className={FILLS[of]} x={from * 1000} width={Math.max(4, (to - from) * 1000)} height="100" />
      ))}
      {parts.some(({ of }) => of === "over" || of === "cached-input") && <Hatch parts={parts} />}
      {full < 1 && <path className={styles.full} d={`M${full * 1000} 0v100`} />}
    </svg>
  );
}

/** Strokes over what differs by more than its colour: what is over its limit, and cached input. */
function Hatch({ parts }: { readonly parts: readonly BarPart[] }) {
  return parts
    .filter(({ of }) => of === "over" || of === "cached-input")
    .flatMap(({ from, to }) => {
      const count = Math.max(1, Math.floor((to - from) * 40));
      const step = ((to - from) * 1000) / count;
      return Array.from({ length: count }, (_, index) => {
        const x = from * 1000 + (index + 0.5) * step;
        return <path key={`${from}/${index}`} className={styles.hatch} d={`M${x} 0v100`} />;
      });
    });
}
