import { fromData } from "./from-data";
import batchLimits from "./data/batch-limits.json" with { type: "json" };
import type { Fact } from "./types";

/** One number that holds for batch on every model and usage tier. */
interface BatchLimit extends Fact {
  readonly value: number;
}

/**
 * How much a batch file and the batch queue hold, beside a model’s own queue limit, and how many bytes a
 * request is taken to have in a file.
 */
export const BATCH_LIMITS = fromData<Readonly<Record<keyof typeof batchLimits, BatchLimit>>>(batchLimits);
