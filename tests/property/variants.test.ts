import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "@/lib/link";
import { DEFAULTS, EXAMPLE, type Workload } from "@/lib/scenario";
import { applyVariant, changesBetween, followItems } from "@/lib/scenario/variants";
import { grown } from "../support/arbitrary/grown";
import { plainScenario } from "../support/arbitrary/plain-scenario";
import { scenarioOf, scenarios } from "../support/make/checked";
import { runs } from "../support/make/runs";
import { slowlyApplied } from "../support/oracle/variants";

const drawn = grown(plainScenario({ mostWorkloads: 5, mostOverrides: 3, numbers: "modest" }));
const withoutVariants = <T extends object>({ variants: _, ...rest }: T & { variants?: unknown }) => rest;

/** How many fields of two workloads differ, a range counted by itself. */
function fieldsApart(a: Partial<Workload>, b: Partial<Workload>): number {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof Workload)[]);
  return [...keys].filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])).length;
}

/** The fewest changes from one list to another, of every way there is. */
function fewestByHand(from: readonly Workload[], to: readonly Workload[]): number {
  const putIn = to.reduce((sum, one) => sum + fieldsApart(DEFAULTS.workload, one), 0);
  const ways = [from.length + putIn];
  const [first, ...rest] = from;
  if (first) ways.push(1 + fewestByHand(rest, to));
  if (first && to[0]) ways.push(fieldsApart(first, to[0]) + fewestByHand(rest, to.slice(1)));
  return Math.min(...ways);
}

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
      runs(50),
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
      runs(60),
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
      runs(60),
    );
  });

  it("change as little as can be: no other way from one list of workloads to another takes fewer changes", () => {
    const workloads = plainScenario({ mostWorkloads: 3, mostOverrides: 0, numbers: "modest" }).map(
      (body) => scenarioOf(body).workloads,
    );
    // Some of the other list are of the first, as they are after an edit.
    const pairs = workloads.chain((from) =>
      fc
        .array(
          fc.oneof(
            fc.constantFrom(...from),
            workloads.map(([first]) => first!),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((to) => [from, to.map((one, n) => (n % 2 ? { ...one, requests: 7 } : one))] as const),
    );
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const changes = changesBetween({ ...EXAMPLE, workloads: from }, { ...EXAMPLE, workloads: to });
        const counted = Object.entries(changes).map(([path, value]) =>
          path.includes("+") ? fieldsApart(DEFAULTS.workload, value as Workload) : 1,
        );
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(fewestByHand(from, to));
      }),
      runs(80),
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
      runs(40),
    );
  });
});
