import type { UsageReport } from "@/lib/usage";
import { formatNumber } from "@/lib/view/text";

/** A reason for which a batch input would be refused, and the lines that give it. */
interface RefusedRow {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly cells: readonly string[];
}

/** Why OpenAI would refuse a batch input whole, before it is sent; `null` where nothing speaks against it. */
export function refusedLines({ refused = [] }: UsageReport): { finding: string; rows: readonly RefusedRow[] } | null {
  if (refused.length === 0) return null;
  const count = refused.reduce((sum, reason) => sum + reason.count, 0);
  return {
    finding: `OpenAI would refuse this file whole: ${formatNumber(count)} line${count === 1 ? " is" : "s are"} at fault`,
    rows: refused.map(({ reason, count, rows }) => ({
      key: reason,
      name: reason,
      about: "",
      cells: [formatNumber(count), `${rows.map(formatNumber).join(", ")}${count > rows.length ? " …" : ""}`],
    })),
  };
}
