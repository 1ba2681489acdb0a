import { RANGE_FIELDS, type RangeField, type Workload } from "../types";

/** The workload without the ranges of these fields, whose numbers are known now or have gone. */
export function withoutRanges<T extends Pick<Workload, "ranges">>(workload: T, fields: readonly RangeField[]): T {
  if (!workload.ranges) return workload;
  const { ranges, ...rest } = workload;
  const kept = Object.entries(ranges).filter(([field]) => !fields.includes(field as RangeField));
  return { ...rest, ...(kept.length > 0 && { ranges: Object.fromEntries(kept) }) } as T;
}

/** The workload with other values; numbers that are known now have no range any more. */
export function withValues<T extends Workload>(workload: T, values: Partial<Workload>): T {
  return {
    ...withoutRanges(
      workload,
      RANGE_FIELDS.filter((field) => field in values),
    ),
    ...values,
  };
}

/** The workload at another rate: its requests, and both ends of their range. Ends that meet are no range any more. */
export function withRate(workload: Workload, rate: (requests: number) => number): Workload {
  const next = { ...workload, requests: rate(workload.requests) };
  if (!workload.ranges?.requests) return next;
  const [low, high] = workload.ranges.requests.map(rate) as [number, number];
  if (low >= high) return withoutRanges(next, ["requests"]);
  return { ...next, ranges: { ...workload.ranges, requests: [low, high] } };
}
