import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { findModel, MODELS } from "@/lib/catalogue";
import { estimate, type Estimate } from "@/lib/estimate";
import { add, compare, exact, fromNumber, multiply, parseDecimal, sum, toShortestText, type Exact } from "@/lib/money";
import { attemptsPerYear, wantedPerYear } from "@/lib/rates";
import { MOST, poolOf, type ModelOverride, type OwnPrice, type Scenario, type Workload } from "@/lib/scenario";
import { scenarios, withoutTime } from "../support/make/checked";
import { runs } from "../support/make/runs";

const same = (a: Exact | null, b: Exact | null) => (a === null || b === null ? a === b : compare(a, b) === 0);
const times = (amount: Exact | null, factor: bigint) => amount && multiply(amount, exact(factor));
const total = (amounts: readonly (Exact | null)[]) =>
  amounts.every((amount) => amount !== null) ? sum(amounts) : null;
const each = (scenario: Scenario, change: (workload: Workload, index: number) => Workload): Scenario => ({
  ...scenario,
  workloads: scenario.workloads.map(change),
});
/** What each limit is asked for, by pool and dimension. */
const demandOf = ({ limits }: Estimate) =>
  new Map(limits.map(({ demand }) => [`${demand.pool} ${demand.dimension}`, demand]));
/** All that an estimate says in numbers: names and spellings of models aside. */
const figures = ({ cost, limits, fit, notes }: Estimate) => ({
  month: cost.perMonth && toShortestText(cost.perMonth),
  request: cost.perRequest && toShortestText(cost.perRequest),
  workloads: cost.workloads.map(({ lineItems, perMonth }) => [
    perMonth && toShortestText(perMonth),
    lineItems.map(({ item, perMonth: own }) => [item, own && toShortestText(own)]),
  ]),
  limits: limits.map(({ demand, utilisation, headroom, bindsFirst }) => [
    demand.pool,
    demand.dimension,
    utilisation,
    headroom,
    bindsFirst,
  ]),
  fit: [
    fit.fits,
    fit.scaleAtLimit,
    fit.hoursToUsageLimit,
    fit.minimumUsageTier,
    fit.tiers.map(({ fits, reasons, scaleAtLimit }) => [fits, reasons, scaleAtLimit]),
  ],
  notes: notes.map(({ code, path }) => `${code} ${path}`),
});

describe("parts partition the total", () => {
  it("line items make a workload, workloads the month, requests the month again; and every token is in one line", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const { cost } = estimate(scenario);
        expect(same(cost.perMonth, total(cost.workloads.map(({ perMonth }) => perMonth)))).toBe(true);
        const wanted = scenario.workloads.reduce((all, workload) => all + wantedPerYear(workload), 0n);
        if (cost.perMonth) expect(same(cost.perMonth, multiply(cost.perRequest!, exact(wanted, 12_000n)))).toBe(true);
        cost.workloads.forEach(({ lineItems, perMonth, perRequest, standardPerMonth, batchPerMonth }, index) => {
          const workload = scenario.workloads[index]!;
          expect(same(perMonth, total(lineItems.map((line) => line.perMonth)))).toBe(true);
          if (workload.serviceTier === "standard" || workload.serviceTier === "batch")
            expect(perMonth).toBe(workload.serviceTier === "batch" ? batchPerMonth : standardPerMonth);
          if (perMonth)
            expect(same(perMonth, multiply(perRequest!, exact(wantedPerYear(workload), 12_000n)))).toBe(true);
          const tokens = [workload.inputTokens, workload.visibleOutputTokens, workload.reasoningTokens].map(fromNumber);
          expect(
            same(
              sum(lineItems.flatMap((line) => ("tokensPerMonth" in line ? [line.tokensPerMonth] : []))),
              multiply(sum(tokens), exact(attemptsPerYear(workload), 12_000_000n)),
            ),
          ).toBe(true);
        });
      }),
      runs(60),
    );
  });
});

describe("prices are linear", () => {
  const price = fc.record({
    input: fc.nat(2_000_000),
    cachedInput: fc.nat(2_000_000),
    output: fc.nat(2_000_000),
    batchInput: fc.nat(2_000_000),
    batchOutput: fc.nat(2_000_000),
    cacheWrite: fc.nat(2_000_000),
    flexInput: fc.nat(2_000_000),
    flexOutput: fc.nat(2_000_000),
    priorityInput: fc.nat(2_000_000),
    priorityCachedInput: fc.nat(2_000_000),
    priorityOutput: fc.nat(2_000_000),
    batchCacheWrite: fc.nat(2_000_000),
  });
  const text = (millionths: number) => toShortestText(exact(BigInt(millionths), 1_000_000n));
  /** Every model at this price, the rest of the override as it was. */
  const at = (scenario: Scenario, cents: { readonly [field in keyof OwnPrice]: number }): Scenario => {
    const own = Object.fromEntries(
      Object.entries(cents).map(([key, value]) => [key, text(value)]),
    ) as unknown as OwnPrice;
    const pools = [...new Set(scenario.workloads.map(({ model }) => poolOf(model)))];
    const modelOverrides = pools.map((pool): ModelOverride => ({
      ...scenario.modelOverrides.find(({ model }) => poolOf(model) === pool),
      model: pool,
      price: own,
    }));
    // Calls of tools cost the same at every price of tokens.
    const tokensOnly = ({ webSearchCalls: _web, fileSearchCalls: _files, ...workload }: Workload) => workload;
    return { ...scenario, modelOverrides, workloads: scenario.workloads.map(tokensOnly) };
  };
  it("the cost at the sum of two prices is the sum of the costs", () => {
    fc.assert(
      fc.property(scenarios(), price, price, (scenario, a, b) => {
        const both = Object.fromEntries(
          Object.keys(a).map((key) => [key, a[key as keyof typeof a] + b[key as keyof typeof b]]),
        ) as typeof a;
        const [one, other, together] = [a, b, both].map((own) => estimate(at(scenario, own)).cost.perMonth!);
        expect(same(together!, add(one!, other!))).toBe(true);
      }),
      runs(40),
    );
  });
});

describe("more usage never costs less, and never fits better", () => {
  const grow = (
    workload: Workload,
    by: number,
    field: "requests" | "inputTokens" | "visibleOutputTokens" | "reasoningTokens" | "retryShare",
  ): Workload => ({
    ...workload,
    [field]: Math.min(field === "retryShare" ? 10 : 1e12, Math.round((workload[field] + by) * 1000) / 1000),
  });
  it("whichever of its numbers grows", () => {
    fc.assert(
      fc.property(
        scenarios(),
        fc.nat(),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom("requests", "inputTokens", "visibleOutputTokens", "reasoningTokens", "retryShare"),
        (scenario, pick, thousandths, field) => {
          const index = pick % scenario.workloads.length;
          const before = estimate(scenario);
          const after = estimate(
            each(scenario, (workload, n) => (n === index ? grow(workload, thousandths / 1000, field) : workload)),
          );
          expect(after.cost.perMonth === null).toBe(before.cost.perMonth === null);
          if (before.cost.perMonth)
            expect(compare(after.cost.perMonth!, before.cost.perMonth)).toBeGreaterThanOrEqual(0);
          const now = demandOf(after);
          for (const [key, { peak, mean }] of demandOf(before)) {
            if (!peak) continue;
            expect(compare(now.get(key)!.peak!, peak)).toBeGreaterThanOrEqual(0);
            expect(compare(now.get(key)!.mean!, mean!)).toBeGreaterThanOrEqual(0);
          }
          before.fit.tiers.forEach(({ fits }, tier) => {
            if (fits === false) expect(after.fit.tiers[tier]!.fits).toBe(false);
          });
        },
      ),
      runs(60),
    );
  });
});

describe("time is no part of an estimate", () => {
  it("neither shapes, sizes, latency, policy, seed and horizon nor backlog, ranges, growth or variants change it", () => {
    const answerTo = (scenario: Scenario) => {
      const { scenario: _scenario, link: _link, variants: _variants, ...rest } = toEstimateJson(estimate(scenario));
      return rest;
    };
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        expect(answerTo(scenario)).toStrictEqual(answerTo(withoutTime(scenario)));
      }),
      runs(40),
    );
  });
});

describe("a snapshot is its model", () => {
  it("in every figure, limit, verdict and note", () => {
    const rename = (name: string) => {
      const model = findModel(name);
      return model ? (name === model.id ? (model.snapshots[0] ?? model.id) : model.id) : name;
    };
    fc.assert(
      fc.property(scenarios(), fc.nat(), (scenario, mask) => {
        const other = each(scenario, (workload, n) =>
          (mask >> (n % 30)) & 1 ? { ...workload, model: rename(workload.model) } : workload,
        );
        const overrides = scenario.modelOverrides.map((own, n) =>
          (mask >> (n % 30)) & 1 ? { ...own, model: rename(own.model) } : own,
        );
        expect(figures(estimate({ ...other, modelOverrides: overrides }))).toStrictEqual(figures(estimate(scenario)));
      }),
      runs(40),
    );
  });
});

describe("the period a rate is given in changes nothing", () => {
  it("one a second is 60 a minute, 3,600 an hour, 86,400 a day and 2,628,000 a month", () => {
    const PERS = [
      ["second", 1],
      ["minute", 60],
      ["hour", 3600],
      ["day", 86_400],
      ["month", 2_628_000],
    ] as const;
    fc.assert(
      fc.property(scenarios(), fc.integer({ min: 1, max: 300_000_000 }), (scenario, thousandths) => {
        const all = PERS.map(([per, factor]) =>
          figures(
            estimate(each(scenario, (workload) => ({ ...workload, per, requests: (thousandths * factor) / 1000 }))),
          ),
        );
        for (const one of all) expect(one).toStrictEqual(all[0]);
      }),
      runs(40),
    );
  });
});

describe("a workload twice is twice the workload", () => {
  it("in cost and in every demand; a request costs the same", () => {
    fc.assert(
      fc.property(
        scenarios().filter(({ workloads }) => workloads.length <= MOST.workloads / 2),
        (scenario) => {
          const once = estimate(scenario);
          const twice = estimate({ ...scenario, workloads: [...scenario.workloads, ...scenario.workloads] });
          expect(same(twice.cost.perMonth, times(once.cost.perMonth, 2n))).toBe(true);
          expect(same(twice.cost.perRequest, once.cost.perRequest)).toBe(true);
          const now = demandOf(twice);
          expect([...now.keys()]).toEqual([...demandOf(once).keys()]);
          for (const [key, { mean, peak }] of demandOf(once)) {
            expect(same(now.get(key)!.mean, times(mean, 2n))).toBe(true);
            expect(same(now.get(key)!.peak, times(peak, 2n))).toBe(true);
          }
        },
      ),
      runs(40),
    );
  });

  it("and the order of workloads moves neither total nor limit", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const here = estimate(scenario);
        const back = estimate({ ...scenario, workloads: [...scenario.workloads].reverse() });
        expect(same(back.cost.perMonth, here.cost.perMonth)).toBe(true);
        for (const [key, { peak }] of demandOf(here)) expect(same(demandOf(back).get(key)!.peak, peak)).toBe(true);
        expect(back.fit.tiers.map(({ fits, scaleAtLimit }) => [fits, scaleAtLimit])).toEqual(
          here.fit.tiers.map(({ fits, scaleAtLimit }) => [fits, scaleAtLimit]),
        );
      }),
      runs(40),
    );
  });
});

describe("a higher usage tier", () => {
  const plain = (scenario: Scenario): Scenario => {
    const { monthlyUsageLimitUsd: _own, ...rest } = scenario;
    return each({ ...rest, modelOverrides: [] }, (workload, n) =>
      findModel(workload.model) ? workload : { ...workload, model: MODELS[n % MODELS.length]!.id },
    );
  };
  const bigger = (a: number | null, b: number | null) => a === null || b === null || b >= a;

  it("of catalogue models as published has no lower limit; without o1-mini in batch, whose queue is published from tier 3 on only, no less headroom", () => {
    fc.assert(
      fc.property(scenarios().map(plain), (scenario) => {
        const { fit } = estimate(scenario);
        const queueAppears = scenario.workloads.some(
          ({ model, serviceTier }) => poolOf(model) === "o1-mini" && serviceTier === "batch",
        );
        for (let tier = 2; tier < fit.tiers.length; tier++) {
          const [lower, higher] = [fit.tiers[tier - 1]!, fit.tiers[tier]!];
          lower.limits.forEach((limit, row) =>
            expect(bigger(limit?.near ?? null, higher.limits[row]?.near ?? null)).toBe(true),
          );
          if (!queueAppears) expect(bigger(lower.scaleAtLimit, higher.scaleAtLimit)).toBe(true);
          if (lower.fits === true) expect(higher.fits).toBe(true);
        }
        expect(fit.minimumUsageTier).toBe(fit.tiers.slice(1).find(({ fits }) => fits)?.usageTier ?? null);
      }),
      runs(40),
    );
  });
});

describe("utilisation and headroom", () => {
  it("are one another’s inverse, over where utilisation is above 1, and the least headroom binds first", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const { limits, fit, notes } = estimate(scenario);
        const known = limits.filter(({ headroom }) => headroom !== null);
        expect(limits.filter(({ bindsFirst }) => bindsFirst).length).toBe(known.length > 0 ? 1 : 0);
        if (known.length > 0)
          expect(known.find(({ bindsFirst }) => bindsFirst)!.headroom).toBe(
            Math.min(...known.map(({ headroom }) => headroom!)),
          );
        for (const { utilisation, headroom, over, limit, demand } of limits) {
          if (headroom !== null) expect(Math.abs(utilisation! * headroom - 1)).toBeLessThan(1e-12);
          expect(over).toBe(limit !== null && demand.peak !== null && compare(demand.peak, limit.exact) > 0);
        }
        expect(
          notes.filter(({ code }) => /^(rpm|tpm|rpd|tpd|batch-queue|usage-limit)-exceeded$/.test(code)).length,
        ).toBe(limits.filter(({ over }) => over).length);
        if (limits.some(({ over }) => over)) expect(fit.fits).toBe(false);
      }),
      runs(40),
    );
  });
});

describe("a verdict", () => {
  it("has a reason at every usage tier where it does not fit or cannot be told, and none where it fits; at one’s own tier each is a note", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const { fit, notes } = estimate(scenario);
        const codes = new Set(notes.map(({ code }) => code));
        for (const { usageTier, fits, reasons } of fit.tiers) {
          expect(reasons.length === 0).toBe(fits === true);
          expect(new Set(reasons).size).toBe(reasons.length);
          if (usageTier === scenario.usageTier) expect(reasons.filter((code) => !codes.has(code))).toEqual([]);
        }
      }),
      runs(80),
    );
  });
});

describe("a budget", () => {
  it("of what a month costs is met, and of any less is not", () => {
    fc.assert(
      fc.property(scenarios(), fc.integer({ min: 0, max: 10 ** 9 }), (scenario, cents) => {
        const budget = toShortestText(exact(BigInt(cents), 100n));
        const { cost, notes } = estimate({ ...scenario, monthlyBudgetUsd: budget });
        expect(notes.some(({ code }) => code === "budget-exceeded")).toBe(
          cost.perMonth !== null && compare(cost.perMonth, parseDecimal(budget)!) > 0,
        );
      }),
      runs(40),
    );
  });
});
