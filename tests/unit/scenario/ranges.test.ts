import { describe, expect, it } from "vitest";
import { EXAMPLE, putOnModel, type Workload } from "@/lib/scenario";
import { middleOf, withRate } from "@/lib/scenario/ranges";

describe("the middle of a range", () => {
  it.each([
    [[300, 2000], 775],
    [[8, 50], 20],
    [[1, 4], 2],
    [[1, 100], 10],
    [[1.1, 1.2], 1.15],
    [[1000, 1001], 1000.5],
    [[1000, 1000.001], 1000],
    [[0.001, 0.002], 0.001],
    [[0.001, 1e12], 31600],
    [[1e12 - 2, 1e12], 999_999_999_999],
    [[123_456, 234_567], 170_000],
  ] as const)("of %j is %s", ([low, high], middle) => expect(middleOf([low, high])).toBe(middle));
});

describe("ranges after an edit", () => {
  const [workload] = EXAMPLE.workloads as [Workload];
  const ranges = { requests: [8, 50], reasoningTokens: [300, 2000], inputTokens: [500, 4000] } as const;

  it("of requests go with the rate, and end where their ends meet", () => {
    const halved = withRate({ ...workload, ranges }, (requests) => requests / 2);
    expect([halved.requests, halved.ranges]).toEqual([workload.requests / 2, { ...ranges, requests: [4, 25] }]);
    expect(withRate({ ...workload, ranges: { requests: [8, 50] } }, () => 1)).toEqual({ ...workload, requests: 1 });
  });

  it("of output go with the output to a model that takes input only, and come back", () => {
    const moved = putOnModel({ ...workload, ranges }, "text-embedding-3-small");
    expect(moved.ranges).toEqual({ requests: [8, 50], inputTokens: [500, 4000] });
    expect(putOnModel(moved, workload.model, { ...workload, ranges })).toEqual({ ...workload, ranges });
    expect(putOnModel({ ...workload, ranges }, "gpt-6.1-sol").ranges).toEqual(ranges);
  });
});
