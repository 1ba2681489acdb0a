import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "@/lib/link";
import { applyVariant, changesBetween, followItems } from "@/lib/scenario/variants";
import { grown } from "../support/arbitrary/grown";
import { plainScenario } from "../support/arbitrary/plain-scenario";
import { scenarioOf, scenarios } from "../support/make/checked";
import { runs } from "../support/make/runs";
import { slowlyApplied } from "../support/oracle/variants";

const drawn = grown(plainScenario({ mostWorkloads: 5, mostOverrides: 3, numbers: "modest" }));
const withoutVariants = <T extends object>({ variants: _, ...rest }: T & { variants?: unknown }) => rest;

describe("variants", () => {
  it("are the scenario that editing by hand makes, with the same link", () => {
    fc.assert(
      fc.property(drawn, (body) => {
        const base = scenarioOf(body);
        (body.variants ?? []).forEach((variant, index) => {
          const byHand = scenarioOf(slowlyApplied(body, variant));
          expect(applyVariant(base, base.variants![index]!)).toEqual(byHand);
          expect(applyVariant(base, variant)).toEqual(byHand);
          expect(encodeLink(applyVariant(base, variant))).toBe(encodeLink(byHand));
        });
      }),
      runs(100),
    );
  });

  it("pass through a link whole", () => {
    fc.assert(
      fc.property(drawn.map(scenarioOf), (scenario) => {
        const link = encodeLink(scenario);
        expect(decodeLink(link.slice(1))).toStrictEqual({ scenario, faults: [] });
        expect(encodeLink(decodeLink(link.slice(1)).scenario!)).toBe(link);
        expect(link).toMatch(/^\/\?v=1[\x21-\x7e]*$/);
      }),
      runs(120),
    );
  });

  it("are undone by the changes between: any scenario comes back from any other", () => {
    fc.assert(
      fc.property(fc.oneof(scenarios(), drawn.map(scenarioOf)), drawn.map(scenarioOf), (base, other) => {
        const changes = changesBetween(base, other);
        expect(applyVariant(base, { changes })).toStrictEqual(withoutVariants(other));
        expect(changesBetween(base, base)).toEqual({});
        expect(changesBetween(base, applyVariant(base, { changes }))).toEqual(changes);
      }),
      runs(120),
    );
  });

  it("go with their workloads: moved, the same scenarios but for the order", () => {
    fc.assert(
      fc.property(drawn.map(scenarioOf), (base) => {
        const from = base.workloads.map((_, index) => index).reverse();
        const variants = followItems(base.variants, "workloads", from);
        const turned = { ...base, workloads: [...base.workloads].reverse(), ...(variants && { variants }) };
        (base.variants ?? []).forEach((variant, index) => {
          const own = applyVariant(base, variant);
          const now = applyVariant(turned, variants![index]!);
          const sorted = (all: typeof own.workloads) => all.map((one) => JSON.stringify(one)).sort();
          expect(sorted(now.workloads)).toEqual(sorted(own.workloads));
        });
      }),
      runs(100),
    );
  });
});
