import type { OwnLimits } from "@/lib/scenario";
import type { Period } from "../types";

/** A limit that a scenario has a field for. */
export type LimitField = keyof OwnLimits;

/** The field of a scenario for a limit on `counts` over `per`; `null` where it has none. */
export function limitField(counts: string | null, per: Period | null): LimitField | null {
  const isRequests = counts === "requests";
  if (per === null || (!isRequests && counts !== "tokens")) return null;
  if (per === "minute") return isRequests ? "rpm" : "tpm";
  if (per === "day") return isRequests ? "rpd" : "tpd";
  return null;
}

/** One limit of one model, as a text has it. */
export interface LimitRead {
  /** As written, in small letters, without router and owner; `null` where none is named. */
  readonly model: string | null;
  readonly field: LimitField;
  /** A whole number above 0, up to 1e12. */
  readonly value: number;
  readonly project: boolean;
  /**
   * It is printed as TPD: the limits page means the batch queue by that, a 429 the tokens of a day. `field` is
   * the queue then.
   */
  readonly isTpd: boolean;
}

/** A line that holds a limit and cannot be read, or not all of it. */
export interface LimitFault {
  /** From 1; `null` where the text has no lines that tell. */
  readonly line: number | null;
  readonly text: string;
  /** What is accepted, as the end of a sentence. */
  readonly expected: string;
}

/** What a pasted text tells of limits. */
export interface LimitsRead {
  readonly limits: readonly LimitRead[];
  readonly faults: readonly LimitFault[];
  /** What a scenario has no field for: images, audio, … */
  readonly others: readonly string[];
  /** The text is a page of a longer list: `has_more`. */
  readonly isPart: boolean;
}
