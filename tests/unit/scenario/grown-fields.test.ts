import { describe, expect, it } from "vitest";
import { checkScenario, DEFAULTS } from "@/lib/scenario";
import { RANGE_FIELDS } from "@/lib/scenario/ranges";

const base = {
  asOf: "2026-11-27",
  workloads: [{ model: "gpt-5.6-luna", requests: 20, per: "minute", inputTokens: 1800 }],
};
const checked = (change: object, workload: object = {}) =>
  checkScenario({ ...base, ...change, workloads: [{ ...base.workloads[0], ...workload }] });
const faults = (result: ReturnType<typeof checkScenario>) =>
  "issues" in result ? result.issues.map(({ path, message }) => `${path}: ${message}`) : [];

describe("ranges, growth and variants of a scenario", () => {
  it("are absent without being given, and where nothing is in them", () => {
    const plain = checked({});
    expect(checked({ variants: [] }, { ranges: {} })).toEqual(plain);
    expect(plain).toEqual({
      scenario: {
        ...DEFAULTS.scenario,
        asOf: "2026-11-27",
        workloads: [{ ...DEFAULTS.workload, ...base.workloads[0] }],
      },
    });
  });

  it("are kept as given, canonical", () => {
    const ranges = { reasoningTokens: [300, 2000], requests: [8, 50.125] };
    const growth = { percentPerMonth: -2.5, months: 12, paidUsd: "1200.50", tierFollows: false };
    expect(checked({ growth, variants: [{ name: "B", changes: {} }] }, { ranges })).toMatchObject({
      scenario: {
        growth: { percentPerMonth: -2.5, months: 12, paidUsd: "1200.5" },
        variants: [{ name: "B", changes: {} }],
        workloads: [{ ranges: { requests: [8, 50.125], reasoningTokens: [300, 2000] } }],
      },
    });
  });

  it.each(RANGE_FIELDS)("takes a range of %s", (field) => {
    expect(faults(checked({}, { ranges: { [field]: [1, 2] } }))).toEqual([]);
    expect(faults(checked({}, { ranges: { [field]: [2, 2] } }))).toHaveLength(1);
  });

  it.each([
    [{ reasoningTokens: [0, 5] }, "reasoningTokens: a list of 2 is not accepted; give [low, high] with 0 < low < high"],
    [{ reasoningTokens: [5, 1] }, "reasoningTokens: a list of 2 is not accepted"],
    [{ reasoningTokens: [1, 2, 3] }, "reasoningTokens: a list of 3 is not accepted"],
    [{ reasoningTokens: ["1", 2] }, "reasoningTokens: a list of 2 is not accepted"],
    [{ reasoningTokens: [1, 2.0005] }, "reasoningTokens: a list of 2 is not accepted"],
    [{ reasoningTokens: null }, "reasoningTokens: null is not accepted"],
    [{ peakToMean: [0.5, 2] }, "peakToMean: a list of 2 is not accepted"],
    [{ retryShare: [1, 2] }, "retryShare: unknown field with value a list of 2; accepted here: requests, inputTokens"],
  ])("refuses the ranges %j", (ranges, message) => {
    const [fault, ...more] = faults(checked({}, { ranges }));
    expect(more).toEqual([]);
    expect(fault).toContain(`workloads.0.ranges.${Object.keys(ranges)[0]}: ${message}`);
  });

  it.each([
    [{ percentPerMonth: -90.001, months: 12 }, "percentPerMonth"],
    [{ percentPerMonth: 300.001, months: 12 }, "percentPerMonth"],
    [{ percentPerMonth: 1.0005, months: 12 }, "percentPerMonth"],
    [{ percentPerMonth: 8, months: 0 }, "months"],
    [{ percentPerMonth: 8, months: 37 }, "months"],
    [{ percentPerMonth: 8, months: 1.5 }, "months"],
    [{ months: 12 }, "percentPerMonth"],
    [{ percentPerMonth: 8 }, "months"],
    [{ percentPerMonth: 8, months: 12, paidUsd: 5 }, "paidUsd"],
    [{ percentPerMonth: 8, months: 12, paidUsd: "1,200" }, "paidUsd"],
    [{ percentPerMonth: 8, months: 12, tierFollows: "yes" }, "tierFollows"],
  ])("refuses the growth %j", (growth, field) => {
    const found = faults(checked({ growth }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`growth.${field}: ${field}: `);
  });

  it("takes growth at its ends", () => {
    for (const growth of [
      { percentPerMonth: -90, months: 1 },
      { percentPerMonth: 300, months: 36, paidUsd: "0" },
    ])
      expect(faults(checked({ growth }))).toEqual([]);
  });

  it("refuses a fifth variant, a name of 61 characters and changes that are none", () => {
    const variant = { name: "B", changes: {} };
    expect(faults(checked({ variants: Array.from({ length: 5 }, () => variant) }))).toHaveLength(1);
    expect(faults(checked({ variants: [{ ...variant, name: "x".repeat(61) }] }))[0]).toContain("variants.0.name");
    expect(faults(checked({ variants: [{ name: "B" }] }))[0]).toContain("variants.0.changes: changes: is missing");
    expect(faults(checked({ variants: [{ name: "B", changes: [] }] }))[0]).toContain("give an object of changes");
  });
});
