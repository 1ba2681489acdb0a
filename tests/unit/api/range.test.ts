import { describe, expect, it } from "vitest";
import { EXAMPLE_BODIES, rangeByBody, toEstimateJson } from "@/lib/api";
import type { RangeJson } from "@/lib/api/schema";
import { estimate } from "@/lib/estimate";
import { scenarioOf } from "../../support/make/checked";

const { ranges } = EXAMPLE_BODIES;
const bodyOf = (value: unknown) => ({ bytes: new TextEncoder().encode(JSON.stringify(value)) });
const answered = (value: unknown, query = "") => {
  const { status, body } = rangeByBody(bodyOf(value), query);
  return { status, json: JSON.parse(body!) as RangeJson & { error: { issues: unknown[] } } };
};

describe("POST /api/v1/range", () => {
  const { status, json } = answered(ranges);

  it("answers quantiles, shares and drivers", () => {
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual([
      ...["scenario", "link", "samples", "perMonthUsd", "scaleAtLimit", "fitShare", "drivers", "catalogue"],
    ]);
    const { p10, p50, p90 } = json.perMonthUsd!;
    expect([p10, p50, p90].map((usd) => Math.round(Number(usd) / 500))).toEqual([33, 55, 110]);
    expect(json.scaleAtLimit!.p10).toBeLessThan(json.scaleAtLimit!.p90);
    expect(json.fitShare.map(({ usageTier }) => usageTier)).toEqual(["free", 1, 2, 3, 4, 5]);
  });

  it("has drivers that are the estimates of their ends, to the last digit", () => {
    const [first] = json.drivers;
    expect(Object.keys(first!)).toEqual(["path", "low", "high", "costLow", "costHigh", "scaleLow", "scaleHigh"]);
    expect(first!.path).toBe("workloads.0.reasoningTokens");
    const at = (reasoningTokens: number) => {
      const [{ ranges: _, ...workload }] = ranges.workloads as [(typeof ranges.workloads)[number]];
      return toEstimateJson(estimate(scenarioOf({ ...ranges, workloads: [{ ...workload, reasoningTokens }] })));
    };
    expect([first!.costLow, first!.costHigh]).toEqual([at(300).cost.perMonthUsd, at(2000).cost.perMonthUsd]);
    expect([first!.scaleLow, first!.scaleHigh]).toEqual([at(300).fit.scaleAtLimit, at(2000).fit.scaleAtLimit]);
  });

  it("is strict: a bad range, an unknown field of one and a query are faults", () => {
    const [workload] = ranges.workloads;
    const bad = answered(
      { ...ranges, workloads: [{ ...workload, ranges: { requests: [50, 32], retryShare: [0.1, 0.2] } }] },
      "?format=csv",
    );
    expect(bad.status).toBe(422);
    expect(bad.json.error.issues).toMatchObject([
      { path: "format" },
      { path: "workloads.0.ranges.requests" },
      { path: "workloads.0.ranges.retryShare" },
    ]);
  });
});
