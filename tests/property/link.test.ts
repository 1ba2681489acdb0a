import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, readLink } from "@/lib/link";
import { parseDecimal, toShortestText } from "@/lib/money";
import {
  DEFAULTS,
  MOST,
  checkScenario,
  PRICE_FIELDS,
  type Backlog,
  type ModelOverride,
  type Scenario,
  type Workload,
} from "@/lib/scenario";
import { middleOf } from "@/lib/scenario/ranges";
import { grown } from "../support/arbitrary/grown";
import { plainScenario } from "../support/arbitrary/plain-scenario";
import { scenarioArbitrary, type ScenarioJson } from "../support/arbitrary/scenario";
import { runs } from "../support/make/runs";

function complete(body: ScenarioJson): Scenario {
  const checked = checkScenario(body);
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

const scenarios = scenarioArbitrary().map(complete);

/** The query as a browser hands it to the server. */
const query = (link: string) => new URL(link, "http://localhost:3000").search;

/** What stands for a field that a workload cannot be without. */
const STAND_IN = { model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000 };

describe("a link", () => {
  it("gives its scenario back, whatever a name is made of", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const link = encodeLink(scenario);
        expect(decodeLink(query(link))).toStrictEqual({ scenario, faults: [] });
        expect(readLink(query(link)).faults).toEqual([]);
        expect(checkScenario(readLink(query(link)).input)).toStrictEqual({ scenario });
      }),
      runs(400),
    );
  });

  it("is the only one of its scenario, and passes through a browser unchanged", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const link = encodeLink(scenario);
        expect(encodeLink(decodeLink(link.slice(1)).scenario!)).toBe(link);
        expect(query(link)).toBe(link.slice(1));
        expect(link).toMatch(/^\/\?v=1&asOf=\d{4}-\d\d-\d\d[\x21-\x7e]*$/);
      }),
      runs(200),
    );
  });
});

describe("the length of a link", () => {
  const letters = (most: number) =>
    fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
      maxLength: most,
    });
  const fiveDigits = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.constant(99_999));

  it("is under 2,000 characters for 20 workloads with short names and values of five digits", () => {
    const workload = fc
      .record({
        name: letters(12),
        model: fc.constantFrom("o1-mini-2024-09-12", "o3-mini-2025-01-31", "o1"),
        serviceTier: fc.constantFrom("standard" as const, "batch" as const),
        requests: fiveDigits,
        per: fc.constantFrom("second" as const, "month" as const),
        peakToMean: fc.integer({ min: 1, max: 1000 }),
        inputTokens: fiveDigits,
        visibleOutputTokens: fiveDigits,
        reasoningTokens: fiveDigits,
        maxCompletionTokens: fiveDigits,
        retryShare: fc.integer({ min: 0, max: 10 }),
      })
      .map((fields) => ({ ...fields, cachedInputTokens: fields.inputTokens }));
    const rest = {
      title: letters(12),
      usageTier: fc.constantFrom("free" as const, 5 as const),
      tokenAccounting: fc.constant("larger-of" as const),
      rpmWindowSeconds: fc.constant(59),
      batchTurnaroundHours: fc.constant(23),
      monthlyUsageLimitUsd: fiveDigits.map(String),
      monthlyBudgetUsd: fiveDigits.map(String),
    };
    fc.assert(
      fc.property(fc.record({ ...rest, workloads: fc.array(workload, { minLength: 20, maxLength: 20 }) }), (body) => {
        expect(encodeLink(complete(body)).length).toBeLessThan(2000);
      }),
      runs(100),
    );
    const longest: ScenarioJson["workloads"] = Array.from({ length: 20 }, () => ({
      name: "Abcdefghij12",
      model: "o1-mini-2024-09-12",
      serviceTier: "batch",
      requests: 99_999,
      per: "month",
      peakToMean: 1000,
      inputTokens: 99_999,
      cachedInputTokens: 99_999,
      visibleOutputTokens: 99_999,
      reasoningTokens: 99_999,
      maxCompletionTokens: 99_999,
      retryShare: 10,
    }));
    expect(
      encodeLink(
        complete({
          title: "Abcdefghij12",
          usageTier: "free",
          tokenAccounting: "larger-of",
          rpmWindowSeconds: 59,
          batchTurnaroundHours: 23,
          monthlyUsageLimitUsd: "99999",
          monthlyBudgetUsd: "99999",
          workloads: longest,
        }),
      ).length,
    ).toBeLessThan(2000);
  });

  describe("is under 12,000 characters for the longest scenario there is", () => {
    const id = (index: number) => `${index}`.padEnd(40, "x");
    const [number, amount] = [999_999_999_999.999, "9999.999999999999"];
    const longest: ScenarioJson = {
      title: "&".repeat(80),
      asOf: "2026-11-23",
      usageTier: "free",
      tokenAccounting: "larger-of",
      rpmWindowSeconds: 59,
      batchTurnaroundHours: 23.999,
      monthlyUsageLimitUsd: amount,
      monthlyBudgetUsd: amount,
      modelOverrides: Array.from({ length: 20 }, (_, index) => ({
        model: id(index),
        price: { input: amount, cachedInput: amount, output: amount, batchInput: amount, batchOutput: amount },
        limits: { rpm: number, tpm: number, batchQueueTokens: number },
        contextWindow: number,
        maxOutputTokens: number,
      })),
      workloads: Array.from({ length: 20 }, (_, index) => ({
        name: "&".repeat(60),
        model: id(index),
        serviceTier: "batch",
        requests: number,
        per: "month",
        peakToMean: 999.999,
        inputTokens: number,
        cachedInputTokens: number,
        visibleOutputTokens: number,
        reasoningTokens: number,
        maxCompletionTokens: 1e12,
        retryShare: 9.999,
      })),
    };
    it("without a word of time", () => expect(encodeLink(complete(longest)).length).toBeLessThan(12_000));

    it("and under 18,000 with every price and limit there is, and what is written to the cache", () => {
      const prices = Object.fromEntries(PRICE_FIELDS.map((field) => [field, amount])) as unknown as NonNullable<
        ModelOverride["price"]
      >;
      const modelOverrides = longest.modelOverrides!.map((override) => ({
        ...override,
        price: prices,
        limits: { ...override.limits, rpd: number, tpd: number },
      }));
      const workloads = longest.workloads.map((workload) => ({
        ...workload,
        serviceTier: "priority" as const,
        cachedInputTokens: 444_444_444_444.444,
        cacheWriteTokens: 555_555_555_555.555,
      }));
      expect(encodeLink(complete({ ...longest, modelOverrides, workloads })).length).toBeLessThan(18_000);
    });

    it("and under 44,000 with every range, growth and four variants of all that they may change", () => {
      const prices = Object.fromEntries(PRICE_FIELDS.map((field) => [field, amount])) as unknown as NonNullable<
        ModelOverride["price"]
      >;
      const range = [999_999_999_999.998, number] as const;
      const ranges = {
        requests: range,
        inputTokens: range,
        cachedInputTokens: range,
        visibleOutputTokens: range,
        reasoningTokens: range,
        peakToMean: [999.998, 999.999] as const,
      };
      const workloads = longest.workloads.map((workload) => ({
        ...workload,
        ranges,
        shape: "consumer-evening" as const,
        arrivals: "steady" as const,
        sizes: "azure-conversation" as const,
        inputP95ToMean: 3.867,
        visibleOutputP95ToMean: 3.867,
        reasoningP95ToMean: 3.867,
        firstTokenMs: 599_999,
        tokensPerSecond: 99_999.999,
      }));
      const changes: Record<string, unknown> = {};
      for (let index = 1; index < 20; index++) changes[`workloads.${index}`] = null;
      for (let put = 0; put < 19; put++) {
        const more = { ...changes, [`workloads.+${put > 0 ? put + 1 : ""}`]: workloads[0] };
        if (JSON.stringify(more).length > MOST.changes) break;
        Object.assign(changes, more);
      }
      const whole = {
        ...longest,
        modelOverrides: longest.modelOverrides!.map((override) => ({
          ...override,
          price: prices,
          limits: { ...override.limits, rpd: number, tpd: number },
        })),
        workloads,
        growth: { percentPerMonth: -89.999, months: 36, paidUsd: amount, tierFollows: true },
        variants: Array.from({ length: 4 }, () => ({ name: "&".repeat(60), changes })),
      };
      const link = encodeLink(complete(whole));
      expect(link.length).toBeLessThan(44_000);
      expect(decodeLink(link.slice(1))).toEqual({ scenario: complete(whole), faults: [] });
    });

    it("and under 14,000 with all that can be said of time, and a backlog", () => {
      const time = {
        shape: "consumer-evening",
        arrivals: "steady",
        sizes: "azure-conversation",
        inputP95ToMean: 3.867,
        visibleOutputP95ToMean: 3.867,
        reasoningP95ToMean: 3.867,
        firstTokenMs: 599_999,
        tokensPerSecond: 99_999.999,
      } as const;
      const backlog = {
        model: id(0),
        total: 999_999_999_999,
        inputTokens: number,
        cachedInputTokens: number,
        visibleOutputTokens: number,
        reasoningTokens: number,
        maxCompletionTokens: 1e12,
        deadlineHours: 87_599.999,
        liveShare: 0.989,
        budgetUsd: amount,
      };
      const workloads = longest.workloads.map((workload) => ({ ...workload, ...time }));
      expect(
        encodeLink(
          complete({ ...longest, workloads, policy: "retry", seed: 4_294_967_295, horizonMinutes: 43_199, backlog }),
        ).length,
      ).toBeLessThan(14_000);
    });
  });
});

describe("a damaged link", () => {
  /** What is done to a link: pieces cut, doubled, swapped and put in, some of them picked to hurt. */
  const hurtful = [
    "&",
    "=",
    "+",
    "%",
    "%ff",
    "%C3",
    ",",
    ".",
    ":",
    "/",
    "-",
    "e5",
    "0",
    "9",
    "99999999999999999999",
    "\u0000",
    "é",
    "😀",
    "\ud83d",
    "NaN",
    "Infinity",
    "w=",
    "m=",
    "&w=o1",
    "tier=",
    "__proto__=1",
    "toString",
    " ",
    "0x10",
    "i",
    "#",
    "~",
    ";",
    "alt=",
    "&growth=",
  ];
  const small = plainScenario({ mostWorkloads: 3, mostOverrides: 2, numbers: "any" }).map(complete);
  const more = grown(plainScenario({ mostWorkloads: 2, mostOverrides: 1, numbers: "modest" })).map(complete);
  const drawn = fc.oneof(
    { weight: 6, arbitrary: small },
    { weight: 1, arbitrary: scenarios },
    { weight: 1, arbitrary: more },
  );
  const damaged = fc.tuple(drawn, fc.nat()).map(([scenario, seed]) => {
    const link = encodeLink(scenario).slice(1);
    const below = dice(seed);
    return Array.from({ length: 100 }, () => {
      let text = link;
      for (let wounds = 1 + below(4); wounds > 0; wounds--) text = wound(text, below) || "?";
      return text;
    });
  });

  /** Whole numbers below `most`, always the same for one seed. */
  function dice(seed: number): (most: number) => number {
    let state = seed;
    return (most) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
  }

  function wound(text: string, below: (most: number) => number): string {
    const from = below(text.length);
    const [head, middle, tail] = [
      text.slice(0, from),
      text.slice(from, from + 1 + below(9)),
      text.slice(from + 1 + below(9)),
    ];
    const put = below(3) > 0 ? hurtful[below(hurtful.length)]! : String.fromCodePoint(below(0x11_0000));
    return [
      head + tail,
      head + put + middle + tail,
      head + middle + middle + tail,
      head + put + tail,
      head + tail.slice(0, 9) + middle + tail.slice(9),
    ][below(5)]!;
  }

  it("never throws: 20,000 of them; and no figure is half read, of every tenth", () => {
    let count = 0;
    fc.assert(
      fc.property(damaged, (links) => {
        for (const link of links) {
          const decoded = decodeLink(link);
          count++;
          if (count % 10 > 0) continue;
          const known = figuresIn(link);
          const stray = decoded.scenario && figuresOf(decoded.scenario).find((figure) => !known.has(figure));
          if (stray) expect.fail(`${stray} is no token of ${link}`);
        }
      }),
      runs(200),
    );
    expect(count).toBeGreaterThanOrEqual(20_000);
  }, 300_000);

  /** What stands in for the absent. */
  const DEFAULT_FIGURES = [
    ...Object.values(DEFAULTS.scenario),
    ...Object.values(DEFAULTS.workload),
    ...Object.values(DEFAULTS.backlog),
    ...Object.values(STAND_IN),
  ]
    .filter((value) => typeof value === "number")
    .map(String);
  // Damaged links have most of their tokens in common.
  const figures = new Map<string, string | null>();

  /** The figure of a whole token, led by a tag or not, in one spelling. */
  function figureOf(token: string): string | null {
    let figure = figures.get(token);
    if (figure === undefined) {
      const amount = parseDecimal(token.replace(/^(?:[a-z]+|-)/, "").replace(/(\.\d*[1-9])0+$|\.0+$/, "$1"));
      figures.set(token, (figure = amount && toShortestText(amount)));
    }
    return figure;
  }

  /** Every figure a link may give. */
  function figuresIn(link: string): Set<string> {
    const known = new Set(DEFAULT_FIGURES);
    for (const piece of link.replace(/^\?/, "").split("&")) {
      const text = piece
        .replaceAll("+", " ")
        .replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
          new TextDecoder().decode(Uint8Array.from(run.slice(1).split("%"), (byte) => Number(`0x${byte}`))),
        );
      for (const token of text.split(/[ :/=~;]/)) {
        const figure = figureOf(token);
        if (figure) known.add(figure);
      }
    }
    return known;
  }

  function figuresOf({
    workloads,
    modelOverrides,
    backlog,
    usageTier,
    rpmWindowSeconds,
    batchTurnaroundHours,
    monthlyUsageLimitUsd,
    monthlyBudgetUsd,
    seed,
    horizonMinutes,
    growth,
    variants,
  }: Scenario): string[] {
    const ofWorkload = ({
      name: _name,
      model: _model,
      serviceTier: _serviceTier,
      per: _per,
      shape: _shape,
      arrivals: _arrivals,
      sizes: _sizes,
      cacheLifetime: _cacheLifetime,
      ranges = {},
      ...numbers
    }: Workload) => [
      // A number that is not said is the middle of its range.
      ...Object.entries(numbers).flatMap(([field, number]) => {
        const range = ranges[field as keyof typeof ranges];
        return range && number === middleOf(range) ? [] : [number];
      }),
      ...Object.values(ranges).flat(),
    ];
    const ofBacklog = ({ model: _model, ...numbers }: Backlog) => Object.values(numbers);
    const ofOverride = ({ model: _model, price, limits, ...sizes }: ModelOverride) =>
      [price, limits, sizes].flatMap((facts) => Object.values(facts ?? {}) as (string | number)[]);
    const ofChange = ([path, value]: [string, unknown]): unknown[] => {
      if (/^workloads\.\+\d*$/.test(path)) return ofWorkload(value as Workload);
      if (/^modelOverrides\.\+\d*$/.test(path)) return ofOverride(value as ModelOverride);
      return typeof value === "number" ? [Math.abs(value)] : Array.isArray(value) ? value : [];
    };
    const ofScenario = [
      growth && Math.abs(growth.percentPerMonth),
      growth?.months,
      growth?.paidUsd,
      ...(variants ?? []).flatMap(({ changes }) => Object.entries(changes).flatMap(ofChange)),
      usageTier,
      rpmWindowSeconds,
      batchTurnaroundHours,
      monthlyUsageLimitUsd,
      monthlyBudgetUsd,
      seed,
      horizonMinutes,
    ];
    return [
      ...ofScenario,
      ...workloads.flatMap(ofWorkload),
      ...modelOverrides.flatMap(ofOverride),
      ...(backlog ? ofBacklog(backlog) : []),
    ]
      .filter((value) => value !== undefined && value !== "free")
      .map(String);
  }
});
