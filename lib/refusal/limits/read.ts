import { readRefusal } from "../read";
import type { Refusal, RefusedLimit } from "../types";
import { hasLimitObjects, readLimitObjects } from "./objects";
import { readLimitTable } from "./table";
import { limitField, type LimitRead, type LimitsRead } from "./types";

function ofHit(model: string | null, { counts, per, limit, project }: Omit<RefusedLimit, "model">): LimitRead[] {
  const field = limitField(counts, per);
  return field === null || !limit ? [] : [{ model, field, value: limit, project, isTpd: false }];
}

function ofRefusal(one: Refusal): LimitRead[] {
  switch (one.kind) {
    case "rate":
    case "too-large":
      return ofHit(one.model, one);
    case "batch-queue":
      return one.counts === "tokens" && one.limit
        ? [{ model: one.model, field: "batchQueueTokens", value: one.limit, project: false, isTpd: false }]
        : [];
    case "headers":
      return one.limits.flatMap((limit) => ofHit(one.model, limit));
    default:
      return [];
  }
}

const unique = (all: readonly LimitRead[]) => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];

/**
 * Reads limits out of what people paste: the table of the limits page, lines such as `gpt-5 500,000 TPM 500 RPM`,
 * rate-limit objects of the admin API, response headers, Realtime events and messages of refusals. Never throws; a
 * number is taken whole, with its unit and its model, or named as a fault.
 */
export function parseLimits(text: string): LimitsRead {
  if (hasLimitObjects(text)) {
    const read = readLimitObjects(text);
    return { ...read, limits: unique(read.limits) };
  }
  const { refusals, unread } = readRefusal(text);
  const told = refusals.flatMap(ofRefusal);
  if (told.length > 0)
    return {
      limits: unique(told),
      faults: unread.map(({ part, text: written }) => ({
        line: null,
        text: `${part} ${written}`,
        expected: "a whole number, such as 1500 or 1,500",
      })),
      others: [],
      isPart: false,
    };
  const read = readLimitTable(text);
  return { ...read, limits: unique(read.limits) };
}
