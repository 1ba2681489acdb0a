import type { Estimate } from "@/lib/estimate";

/** A note of one code on one or more workloads of one model. */
export interface Alike {
  readonly estimate: Estimate;
  readonly pool: string;
  /** Indexes of the workloads. */
  readonly indexes: readonly number[];
}

/** The model as the workloads write it, where they write it alike; else its id. */
export function writtenModel({ scenario }: Estimate, pool: string, indexes: readonly number[]): string {
  const names = new Set(indexes.map((index) => scenario.workloads[index]!.model));
  return names.size === 1 ? [...names][0]! : pool;
}
