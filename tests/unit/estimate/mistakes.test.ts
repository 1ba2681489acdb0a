import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { CHECKED_ON, findModel, limitsAt, MODELS, SOURCES, USAGE_TIERS } from "@/lib/catalogue";
import { estimate } from "@/lib/estimate";
import { decodeLink, encodeLink, parseTyped } from "@/lib/link";
import { checkScenario } from "@/lib/scenario";
import { billView } from "@/lib/view/plan";
import { estimateOf, scenarioOf } from "../../support/make/checked";

// The mistakes that other calculators make, each by its name.

const workload = { model: "o1-mini", requests: 1000, per: "month", inputTokens: 2000, visibleOutputTokens: 500 };
const json = (own: object = {}, rest: object = {}) =>
  toEstimateJson(estimateOf({ ...rest, workloads: [{ ...workload, ...own }] }));
const lines = (own: object = {}, rest: object = {}) =>
  json(own, rest).cost.workloads[0]!.lineItems.map(({ item, tokensPerMonth, pricePerMTokUsd, perMonthUsd }) => [
    item,
    tokensPerMonth,
    pricePerMTokUsd,
    perMonthUsd,
  ]);
const own = { model: "own", limits: { rpm: 1e9, tpm: 1e12, batchQueueTokens: 1e12 } };

describe("cached tokens billed twice or added on top of input", () => {
  it("they are the part of input that costs less", () => {
    expect(lines({ cachedInputTokens: 1500 })).toEqual([
      ["input", "500000", "1.1", "0.550000"],
      ["cached-input", "1500000", "0.55", "0.825000"],
      ["visible-output", "500000", "4.4", "2.200000"],
    ]);
  });
  it("more of them than input is refused", () => {
    expect(checkScenario({ workloads: [{ ...workload, cachedInputTokens: 2001 }] })).toEqual({
      issues: [{ path: "workloads.0.cachedInputTokens", message: expect.stringContaining("2000") }],
    });
  });
});

describe("reasoning forgotten, priced at zero or added on top of output", () => {
  it("it is billed at the output price", () => {
    expect(lines({ reasoningTokens: 2000 })).toContainEqual(["reasoning", "2000000", "4.4", "8.800000"]);
  });
  it("output is visible output and reasoning: the same sum costs, charges and loads the same however it is divided", () => {
    const [a, b] = [json({ visibleOutputTokens: 2500 }), json({ visibleOutputTokens: 500, reasoningTokens: 2000 })];
    expect(b.cost.perMonthUsd).toBe(a.cost.perMonthUsd);
    expect(b.limits).toEqual(a.limits);
  });
});

describe("alias and snapshot priced differently", () => {
  it.each(MODELS.flatMap(({ id, snapshots }) => snapshots.map((snapshot) => [id, snapshot] as const)))(
    "%s and %s cost the same on every day",
    (id, snapshot) => {
      for (const asOf of [
        "2024-09-11",
        "2024-09-12",
        "2024-10-01",
        "2024-12-17",
        "2025-01-30",
        "2025-01-31",
        "2025-10-27",
        "2026-10-23",
        CHECKED_ON,
      ]) {
        for (const serviceTier of ["standard", "batch"])
          expect(lines({ model: snapshot, serviceTier, cachedInputTokens: 1024 }, { asOf })).toEqual(
            lines({ model: id, serviceTier, cachedInputTokens: 1024 }, { asOf }),
          );
      }
    },
  );
  it("and draw on one pool", () => {
    const { limits } = toEstimateJson(
      estimateOf({ workloads: [workload, { ...workload, model: "o1-mini-2024-09-12" }] }),
    );
    expect(limits.map(({ pool, dimension }) => `${pool} ${dimension}`)).toEqual([
      "o1-mini rpm",
      "o1-mini tpm",
      "account monthly-usage",
    ]);
  });
});

describe("a missing price shown as $0, or a price of 0 replaced by a default", () => {
  it("without a price there is no amount, no total, and the page says so", () => {
    const { cost, fit, notes } = json({ model: "own" }, { modelOverrides: [own] });
    expect([
      cost.perMonthUsd,
      cost.perRequestUsd,
      cost.perYearUsd,
      cost.workloads[0]!.lineItems[0]!.perMonthUsd,
    ]).toEqual([null, null, null, null]);
    expect(fit.fits).toBeNull();
    expect(notes.map(({ code }) => code)).toContain("no-price");
    expect(billView(estimateOf({ modelOverrides: [own], workloads: [{ ...workload, model: "own" }] })).total.text).toBe(
      "no price",
    );
  });
  it("one unknown amount leaves the total unknown, not smaller", () => {
    const { cost } = toEstimateJson(
      estimateOf({ modelOverrides: [own], workloads: [workload, { ...workload, model: "own" }] }),
    );
    expect(cost.workloads.map(({ perMonthUsd }) => perMonthUsd)).toEqual(["4.400000", null]);
    expect(cost.perMonthUsd).toBeNull();
  });
  it("a price of 0 is 0", () => {
    const { cost, notes } = json({}, { modelOverrides: [{ model: "o1-mini", price: { input: "0", output: "0" } }] });
    expect(cost.perMonthUsd).toBe("0.000000");
    expect(notes.map(({ code }) => code)).not.toContain("no-price");
    expect(
      lines(
        { cachedInputTokens: 2000 },
        { modelOverrides: [{ model: "o1-mini", price: { input: "5", cachedInput: "0", output: "0" } }] },
      )[1],
    ).toEqual(["cached-input", "2000000", "0", "0.000000"]);
  });
  it("a model before its first price has none", () => {
    expect(json({}, { asOf: "2024-09-11" }).cost.perMonthUsd).toBeNull();
  });
});

describe("per-1K, per-1M and per-token mixed up", () => {
  it("a million input tokens cost the price that is printed for a million, whichever way they come", () => {
    for (const [requests, inputTokens] of [
      [1, 1e6],
      [1000, 1000],
      [1e6, 1],
    ])
      expect(json({ requests, inputTokens, visibleOutputTokens: 0 }).cost.perMonthUsd).toBe("1.100000");
    expect(json({ requests: 1, inputTokens: 1, visibleOutputTokens: 0 }).cost.perRequestUsd).toBe("0.000001100000");
  });
});

describe("totals that do not equal their parts", () => {
  it("three thirds of a cent: the displayed lines add up to the displayed total", () => {
    const third = { model: "own", requests: 1, per: "month", inputTokens: 1000 };
    const scenario = {
      modelOverrides: [{ ...own, price: { input: "3333.333333333333", output: "0" } }],
      workloads: [third, third, third],
    };
    const { workloads, total } = billView(estimateOf(scenario));
    expect([workloads.map(({ month }) => month.text), total.text]).toEqual([["$3.34", "$3.33", "$3.33"], "$10.00"]);
  });
});

describe("toFixed on floats", () => {
  it.each([
    // Binary fractions would give 1.00, 8.57 and 0.000000.
    ["1.005", "1.005000"],
    ["8.575", "8.575000"],
    ["0.0000005", "0.000000"],
    ["0.0000015", "0.000002"],
    ["0.0000025", "0.000002"],
    ["999999999999.9999", "999999999999.999900"],
  ])("a million tokens at $%s a million cost $%s", (input, perMonthUsd) => {
    expect(
      json(
        { model: "own", requests: 1, inputTokens: 1e6, visibleOutputTokens: 0 },
        { modelOverrides: [{ ...own, price: { input, output: "0" } }] },
      ).cost.perMonthUsd,
    ).toBe(perMonthUsd);
  });
  it("0.1 and 0.2 are 0.3", () => {
    const modelOverrides = [{ ...own, price: { input: "0.1", output: "0.2" } }];
    expect(
      toEstimateJson(
        estimateOf({
          monthlyBudgetUsd: "0.3",
          modelOverrides,
          workloads: [{ model: "own", requests: 1, per: "month", inputTokens: 1e6, visibleOutputTokens: 1e6 }],
        }),
      ).notes.map(({ code }) => code),
    ).not.toContain("budget-exceeded");
  });
});

describe("batch = “half of everything” including the cached price", () => {
  it("in batch every input token costs the batch input price, and the page says that the cached share is ignored", () => {
    expect(lines({ serviceTier: "batch", cachedInputTokens: 1500 })).toEqual([
      ["input", "2000000", "0.55", "1.100000"],
      ["visible-output", "500000", "2.2", "1.100000"],
    ]);
    expect(json({ serviceTier: "batch", cachedInputTokens: 1500 }).notes.map(({ code }) => code)).toContain(
      "cached-ignored-in-batch",
    );
  });
  it("so that batch saves less than half where much is cached", () => {
    const { standardPerMonthUsd, batchPerMonthUsd } = json({ cachedInputTokens: 2000 }).cost.workloads[0]!;
    expect([standardPerMonthUsd, batchPerMonthUsd]).toEqual(["3.300000", "2.200000"]);
  });
});

describe("one limits row for every model of a vendor", () => {
  it("each model has its own, and o3-mini has half of o1-mini’s tokens a minute at tier 1, a tenth at tier 2", () => {
    const tpm = (model: string, tier: 1 | 2) => limitsAt(findModel(model)!, tier)!.tpm;
    expect([tpm("o1-mini", 1), tpm("o1", 1), tpm("o3-mini", 1)]).toEqual([200_000, 30_000, 100_000]);
    expect([tpm("o1-mini", 2), tpm("o3-mini", 2)]).toEqual([2_000_000, 200_000]);
  });
  it("and workloads on two models do not share one", () => {
    expect(json({}).limits.map(({ pool }) => pool)).toEqual(["o1-mini", "o1-mini", "account"]);
    expect(
      toEstimateJson(estimateOf({ workloads: [workload, { ...workload, model: "o1" }] })).limits.map(
        ({ pool }) => pool,
      ),
    ).toEqual(["o1-mini", "o1-mini", "o1", "o1", "account"]);
  });
});

const charged = (fields: object, rest: object = {}) =>
  json({ ...fields, requests: 1, per: "minute" }, rest).limits.find(({ dimension }) => dimension === "tpm")!.mean;

describe("TPM counting input only", () => {
  it.each([
    ["prompt-plus-cap", 10_000],
    ["larger-of", 8000],
    ["actual", 4500],
  ])("by the rule %s one request is charged %i", (tokenAccounting, tokens) => {
    expect(charged({ reasoningTokens: 2000, maxCompletionTokens: 8000 }, { tokenAccounting })).toBe(tokens);
    expect(charged({ reasoningTokens: 2000 }, { tokenAccounting })).toBe(4500);
  });
});

describe("cached tokens left out of TPM", () => {
  it("caching cuts cost, not load", () => {
    expect(charged({ cachedInputTokens: 2000 })).toBe(charged({}));
    expect(Number(json({ cachedInputTokens: 2000 }).cost.perMonthUsd)).toBeLessThan(Number(json().cost.perMonthUsd));
  });
});

describe("a request larger than the limit waiting for ever", () => {
  it("can never run, at any rate, and the estimate says so at that tier", () => {
    const { fit, notes } = json({ model: "o1", requests: 1, inputTokens: 20_000, maxCompletionTokens: 10_001 });
    expect(notes.map(({ code, severity, path }) => [code, severity, path])).toContainEqual([
      "request-exceeds-tpm",
      "error",
      "workloads.0",
    ]);
    expect(fit.tiers.map(({ fits }) => fits)).toEqual([false, false, true, true, true, true]);
    expect(fit.tiers[1]!.reasons).toEqual(["request-exceeds-tpm"]);
  });
  it("one as large as the limit runs", () => {
    expect(json({ model: "o1", requests: 1, inputTokens: 20_000, maxCompletionTokens: 10_000 }).fit.fits).toBe(true);
  });
});

describe("an unknown model in a link breaking the page", () => {
  it("opens with the rest of the link, without price and limits for that model", () => {
    const { scenario, faults } = decodeLink("?v=1&asOf=2026-11-23&w=o9-max+10/m+i1000&w=o1-mini+10/m+i1000");
    expect(scenario!.workloads.map(({ model }) => model)).toEqual(["o9-max", "o1-mini"]);
    expect(faults.map(({ path, part }) => [path, part])).toEqual([["workloads.0.model", "o9-max"]]);
    const opened = toEstimateJson(estimate(scenario!));
    expect(opened.cost.workloads.map(({ perMonthUsd }) => perMonthUsd)).toEqual([null, "481.800000"]);
    expect(opened.fit.fits).not.toBe(true);
  });
});

describe("negative, huge or half-read numbers (`12,5` as 12) accepted", () => {
  it.each(["12,5", "-1", "1e3", "0x10", "12abc", "NaN", "Infinity", "99999999999999", "1.2345", "", "+5", "१२"])(
    "in a link i%s is named, and a stand-in takes its place",
    (text) => {
      const { scenario, faults } = decodeLink(`?v=1&asOf=2026-11-23&w=o1-mini+10/m+i${encodeURIComponent(text)}`);
      expect(scenario!.workloads[0]!.inputTokens).toBe(1000);
      expect(faults.length).toBeGreaterThan(0);
    },
  );
  it.each([-1, 1e13, NaN, Infinity, 1.2345, "1000", null, true])(
    "in a scenario %o is refused by name",
    (inputTokens) => {
      const checked = checkScenario({ workloads: [{ ...workload, inputTokens }] });
      expect("issues" in checked && checked.issues.map(({ path }) => path)).toEqual(["workloads.0.inputTokens"]);
    },
  );
  it("typed 12,5 is asked back, not guessed", () => {
    expect(parseTyped("12,5", "inputTokens")).toEqual({ error: expect.stringContaining("12.5") });
    expect(parseTyped("1,200", "inputTokens")).toEqual({ value: 1200 });
  });
});

describe("a link whose meaning changes when a default or a price changes", () => {
  it("every link names its day, and a price of another day leaves it alone", () => {
    const scenario = scenarioOf({ workloads: [workload] });
    expect(encodeLink(scenario)).toContain(`asOf=${CHECKED_ON}`);
    expect(json({}, { asOf: "2025-01-30" }).cost.perMonthUsd).toBe("12.000000");
    expect(json({}, { asOf: "2025-01-31" }).cost.perMonthUsd).toBe("4.400000");
  });
  it("the defaults of version 1 are these for ever", () => {
    expect(scenarioOf({ workloads: [{ model: "o1", requests: 1, per: "minute", inputTokens: 5 }] })).toEqual({
      title: "",
      asOf: CHECKED_ON,
      usageTier: 1,
      tokenAccounting: "prompt-plus-cap",
      rpmWindowSeconds: 60,
      batchTurnaroundHours: 24,
      modelOverrides: [],
      workloads: [
        {
          name: "",
          model: "o1",
          serviceTier: "standard",
          requests: 1,
          per: "minute",
          peakToMean: 1,
          inputTokens: 5,
          cachedInputTokens: 0,
          visibleOutputTokens: 0,
          reasoningTokens: 0,
          retryShare: 0,
        },
      ],
    });
  });
});

describe("an eager tokenizer or chart bundle", () => {
  it("no page and no part of one imports the tokenizer at once, and charts are imported by their own folder only, which pages load later", () => {
    const root = new URL("../../../", import.meta.url);
    const files = ["app", "components", "lib"]
      .flatMap((folder) =>
        readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => /\.tsx?$/.test(file) && !/worker/.test(file));
    expect(files.length).toBeGreaterThan(100);
    expect(
      files.filter((file) => /^import .* from "gpt-tokenizer/m.test(readFileSync(new URL(file, root), "utf8"))),
    ).toEqual([]);
    const drawing = files.filter((file) => /from "recharts"/.test(readFileSync(new URL(file, root), "utf8")));
    expect(drawing.length).toBeGreaterThan(0);
    expect(drawing.filter((file) => !/^components\/(?:.+\/)?charts\//.test(file))).toEqual([]);
    expect(drawing).not.toContain("components/charts/lazy-chart.tsx");
  });
});

describe("“updated daily” with nothing that checks it", () => {
  it("every price, limit and tier names its source and the day it was checked", () => {
    const facts = [
      ...MODELS.flatMap(({ prices, limits, retirement, window, batchSupport }) => [
        ...prices,
        ...limits,
        ...(retirement ? [retirement] : []),
        window,
        batchSupport,
      ]),
      ...USAGE_TIERS,
    ];
    expect(facts.length).toBeGreaterThan(30);
    for (const { source, checkedOn } of facts) {
      expect(SOURCES[source].url).toMatch(/^https:\/\//);
      expect(checkedOn <= CHECKED_ON).toBe(true);
      expect(checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });
});
