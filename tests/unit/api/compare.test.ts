import { describe, expect, it } from "vitest";
import { compareByBody, compareByLink } from "@/lib/api";
import type { ComparisonJson } from "@/lib/api/schema";

const LINK =
  "v=1&asOf=2026-11-27&tier=4&w=Bot:gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000&w=gpt-4.1+1/m+i100+v10";
const answered = (query: string) => {
  const { status, body } = compareByLink(query);
  return { status, json: JSON.parse(body!) as ComparisonJson & { error: { issues: unknown[] } } };
};
const toBody = (value: unknown) => ({ bytes: new TextEncoder().encode(JSON.stringify(value)) });

describe("GET and POST /api/v1/compare", () => {
  it("answer a link and its scenario alike, the cheapest that fits first", () => {
    const { status, json } = answered(LINK);
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(["scenario", "link", "workload", "now", "catalogue", "rows"]);
    expect(json.link).toMatch(/^\/compare\?v=1&asOf=2026-11-27&tier=4&w=Bot:/);
    expect(json.rows[0]!.fits).toBe(true);
    expect(JSON.parse(compareByBody(toBody(json.scenario), "").body!)).toEqual(json);
    expect(Object.keys(json.rows[0]!)).toEqual([
      "model",
      "serviceTier",
      "perMonthUsd",
      "fits",
      "bindsFirst",
      "scaleAtLimit",
      "rates",
      "minimumUsageTier",
      "retires",
      "codes",
    ]);
  });

  it("say where reasoning was taken out", () => {
    const dropped = answered(LINK).json.rows.filter(({ codes }) => codes.includes("reasoning-dropped"));
    expect(dropped.map(({ model }) => model)).toContain("gpt-4.1");
    expect(dropped.map(({ model }) => model)).not.toContain("gpt-5.6-luna");
  });

  it("move one workload where one is named, and leave the others", () => {
    const { json } = answered(`${LINK}&workload=1`);
    const row = json.rows.find(({ model, serviceTier }) => model === "gpt-4.1" && serviceTier === "standard")!;
    expect([json.workload, row.perMonthUsd]).toEqual([1, json.now.perMonthUsd]);
    expect(row.codes).not.toContain("reasoning-dropped");
  });

  it("refuse what is not a place, and every other fault beside it", () => {
    for (const [piece, message] of [
      ["workload=2", 'workload: "2" is not accepted; give the place of one workload, 0 to 1, once, or nothing for all'],
      ["workload=", 'workload: "" is not accepted; give the place of one workload, 0 to 1, once, or nothing for all'],
      [
        "workload=0&workload=1",
        'workload: "1" is not accepted; give the place of one workload, 0 to 1, once, or nothing for all',
      ],
    ] as const) {
      const { status, json } = answered(`${LINK}&${piece}`);
      expect([status, json.error.issues]).toEqual([422, [{ path: "workload", message }]]);
    }
    expect(answered(`${LINK}&workload=9&colour=red`).json.error.issues).toHaveLength(2);
    const { status } = compareByBody(toBody({ workloads: [] }), "format=csv");
    expect(status).toBe(422);
  });
});
