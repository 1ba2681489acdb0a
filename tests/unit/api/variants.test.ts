import { describe, expect, it } from "vitest";
import { estimateByBody, estimateByLink } from "@/lib/api";
import type { EstimateJson } from "@/lib/api/schema";
import { encodeLink } from "@/lib/link";
import { scenarioOf } from "../../support/make/checked";

const BODY = {
  asOf: "2026-11-27",
  usageTier: 4,
  workloads: [
    {
      name: "Support bot",
      model: "gpt-5.6-terra",
      requests: 40,
      per: "minute",
      peakToMean: 3,
      inputTokens: 1500,
      visibleOutputTokens: 350,
      reasoningTokens: 600,
    },
  ],
};
const VARIANTS = [
  { name: "On luna", changes: { "workloads.0.model": "gpt-5.6-luna", usageTier: 4 } },
  { name: "Twice", changes: { "workloads.0.requests": 80 } },
];
const post = (body: object, query = "") =>
  estimateByBody({ bytes: new TextEncoder().encode(JSON.stringify(body)) }, query, null);
const estimateOf = (body: object) => JSON.parse(post(body).body!) as EstimateJson;

describe("the estimate of a scenario with variants", () => {
  const { variants, ...base } = estimateOf({ ...BODY, variants: VARIANTS });
  const [luna, twice] = variants!;

  it("is that of the scenario alone, with theirs beside it", () => {
    const { scenario, link, ...figures } = estimateOf(BODY);
    expect(base).toEqual({ ...figures, scenario: base.scenario, link: base.link });
    expect(base.link).toBe(`${link}&alt=On+luna:tier+4;w0+on+gpt-5.6-luna&alt=Twice:w0+80/`);
    expect(base.scenario).toEqual({ ...scenario, variants: VARIANTS });
    expect(estimateOf(BODY)).not.toHaveProperty("variants");
  });

  it("gives each variant the estimate of its own scenario, with its own link", () => {
    const alone = { ...BODY, workloads: [{ ...BODY.workloads[0], model: "gpt-5.6-luna" }] };
    expect(luna!.estimate).toEqual(estimateOf(alone));
    expect(luna!.estimate.link).toBe(encodeLink(scenarioOf(alone)));
  });

  it("says what differs: not what is named and the same", () => {
    expect(luna!.differs).toEqual([{ path: "workloads.0.model", base: "gpt-5.6-terra", variant: "gpt-5.6-luna" }]);
    expect(twice!.differs).toEqual([{ path: "workloads.0.requests", base: 40, variant: 80 }]);
  });

  it("says the differences in cost and headroom, exact", () => {
    expect(twice!.difference).toEqual({
      perMonthUsd: base.cost.perMonthUsd,
      perMonthTimes: 2,
      headroomTimes: 0.5,
      ratesHeadroomTimes: 0.5,
    });
    // 40 × 60 × 730 requests; terra: 1,500 × $2 + 950 × $12 a million; luna: 1,500 × $0.20 + 950 × $1.20.
    expect(base.cost.perMonthUsd).toBe("25228.800000");
    expect(luna!.difference.perMonthUsd).toBe("-22705.920000");
    expect(luna!.difference.perMonthTimes).toBe(0.1);
  });

  it("answers a link as it answers the body", () => {
    expect(JSON.parse(estimateByLink(base.link.slice(2), null).body!)).toEqual({ ...base, variants });
  });

  it("gives the scenario’s own bill as CSV", () => {
    expect(post({ ...BODY, variants: VARIANTS }, "format=csv").body).toBe(post(BODY, "format=csv").body);
  });

  it("names faults in changes by their path", () => {
    const refused = post({ ...BODY, variants: [{ name: "B", changes: { usageTier: 9, "workloads.3": null } }] });
    expect(refused.status).toBe(422);
    const { error } = JSON.parse(refused.body!) as { error: { issues: { path: string }[] } };
    expect(error.issues.map(({ path }) => path)).toEqual([
      "variants.0.changes.workloads.3",
      "variants.0.changes.usageTier",
    ]);
  });
});
