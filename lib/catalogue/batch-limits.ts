import { CHECKED_ON } from "./checked-on";
import type { Fact } from "./types";

/** One number that holds for batch on every model and usage tier. */
export interface BatchLimit extends Fact {
  readonly value: number;
}

/** What a batch file and the batch queue hold beside a model’s own queue limit, and what a request is taken to weigh in a file. */
export const BATCH_LIMITS = {
  requestsPerBatch: { value: 50_000, source: "batch", checkedOn: CHECKED_ON, confidence: "high" },
  bytesPerBatch: {
    value: 200_000_000,
    source: "batch",
    checkedOn: CHECKED_ON,
    confidence: "medium",
    note: "The guide says 200 MB; it is read as the smaller of its two meanings.",
  },
  enqueuedRequests: {
    value: 1_000_000,
    source: "forum-enqueued",
    checkedOn: CHECKED_ON,
    confidence: "low",
    note: "Not documented: a refused batch named it.",
  },
  bytesPerToken: {
    value: 4,
    source: "help-4936856",
    checkedOn: CHECKED_ON,
    confidence: "medium",
    note: "A rule of thumb for English text.",
  },
  bytesAroundRequest: {
    value: 250,
    source: "batch",
    checkedOn: CHECKED_ON,
    confidence: "medium",
    note: "The guide’s sample lines have 217 bytes around their text; 250 leaves room for longer ids.",
  },
} as const satisfies Record<string, BatchLimit>;
