"use client";

import { formatBytes } from "@/lib/view/import";
import { formatNumber } from "@/lib/view/text";
import { Button } from "@/components/ui/button";
import { ProgressLine } from "@/components/ui/progress-line";
import { useSpoken } from "@/components/ui/hooks/use-page";
import type { ReadProgress } from "./use-import";

const percent = ({ bytes, of }: ReadProgress) => (of === 0 ? 0 : Math.floor((bytes / of) * 10) * 10);
const spoken = (tenths: number) => `${tenths} % read`;

/** How far the log is read, with a way to stop. A screen reader is told every tenth that lasts a second. */
export function ReadingLine({ reading, onStop }: { reading: ReadProgress; onStop: () => void }) {
  const { name, bytes, of, rows } = reading;
  const told = useSpoken(percent(reading), spoken);
  return (
    <ProgressLine label={`Reading ${name}`} value={of === 0 ? 1 : bytes / of}>
      <Button small onClick={onStop}>
        Cancel
      </Button>
      <span className="basis-full text-small text-ink-2">
        {formatBytes(bytes)} of {formatBytes(of)}, {formatNumber(rows)} rows
      </span>
      <span className="sr-only" role="status">
        {told}
      </span>
    </ProgressLine>
  );
}
