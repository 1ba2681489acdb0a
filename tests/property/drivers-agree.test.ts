import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeByBody } from "@/lib/api";
import type { ScenarioJson } from "../support/make/estimate-json";
import { grown } from "../support/arbitrary/grown";
import { plainScenario } from "../support/arbitrary/plain-scenario";
import { runs } from "../support/make/runs";
import { slowDrivers, type SlowDriver } from "../support/oracle/drivers";

function driversOf(body: ScenarioJson): SlowDriver[] {
  const { status, body: text } = rangeByBody({ bytes: new TextEncoder().encode(JSON.stringify(body)) }, "");
  expect(status).toBe(200);
  return (JSON.parse(text!) as { drivers: SlowDriver[] }).drivers;
}

const byPath = (drivers: SlowDriver[]) => drivers.toSorted((a, b) => (a.path < b.path ? -1 : 1));

describe("what each range decides, and a slow engine in plain fractions", () => {
  it("agree on cost and headroom at both ends of every range, to the last digit", () => {
    let count = 0;
    fc.assert(
      fc.property(grown(plainScenario({ mostWorkloads: 3, mostOverrides: 2, numbers: "modest" })), (body) => {
        const found = driversOf(body);
        expect(byPath(found)).toStrictEqual(byPath(slowDrivers(body)));
        count += found.length;
      }),
      runs(12),
    );
    expect(count).toBeGreaterThan(12);
  });
});
