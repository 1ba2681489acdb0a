import { describe, expect, it } from "vitest";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { applyVariant, changesBetween, withModelRenamed } from "@/lib/scenario/variants";
import { scenarioOf } from "../../support/make/checked";

const BODY = {
  title: "Support",
  asOf: "2026-11-27",
  usageTier: 4,
  monthlyBudgetUsd: "500",
  modelOverrides: [{ model: "house-model", price: { input: "1", output: "2" }, limits: { rpm: 500 } }],
  workloads: [
    { name: "Bot", model: "gpt-5.6-luna", requests: 20, per: "minute", inputTokens: 1800, cachedInputTokens: 1200 },
    { name: "Night", model: "house-model", requests: 5, per: "hour", inputTokens: 500, serviceTier: "batch" },
  ],
};
const BASE = scenarioOf(BODY);
const withVariants = (...all: Record<string, unknown>[]) =>
  checkScenario({ ...BODY, variants: all.map((changes, n) => ({ name: `V${n}`, changes })) });
/** The changes of one variant as the check reads them, or the faults it names. */
function read(changes: Record<string, unknown>) {
  const checked = withVariants(changes);
  return "issues" in checked
    ? checked.issues.map(({ path, message }) => `${path} | ${message}`)
    : checked.scenario.variants![0]!.changes;
}
const applied = (changes: Record<string, unknown>) => applyVariant(BASE, { changes });
const { name: _name, ...plain } = BODY.workloads[1]!;

describe("a variant", () => {
  it("is its base where it changes nothing, without variants of its own", () => {
    const withSome = scenarioOf({ ...BODY, variants: [{ name: "B", changes: { usageTier: 5 } }] });
    expect(applyVariant(withSome, { changes: {} })).toEqual(BASE);
  });

  it("changes what it names; all else follows the base, edited later too", () => {
    const changes = { usageTier: 5, "workloads.0.model": "gpt-6.1-terra", "backlog.total": 10 };
    expect(applied({ usageTier: 5, "workloads.0.model": "gpt-6.1-terra" })).toEqual({
      ...BASE,
      usageTier: 5,
      workloads: [{ ...BASE.workloads[0], model: "gpt-6.1-terra" }, BASE.workloads[1]],
    });
    const edited: Scenario = { ...BASE, title: "Other", workloads: [{ ...BASE.workloads[0]!, requests: 99 }] };
    const { title, workloads } = applyVariant(edited, { changes });
    expect(title).toBe("Other");
    expect(workloads).toEqual([{ ...BASE.workloads[0], requests: 99, model: "gpt-6.1-terra" }]);
  });

  it("takes a workload out without moving the others, and puts others in behind them", () => {
    const { workloads } = applied({
      "workloads.0": null,
      "workloads.1.requests": 7,
      "workloads.+": { ...plain, requests: 1 },
      "workloads.+2": { ...plain, requests: 2 },
    });
    expect(workloads.map(({ requests }) => requests)).toEqual([7, 1, 2]);
    expect(workloads[1]).toEqual({ ...BASE.workloads[1], name: "", requests: 1 });
  });

  it("changes own facts, a backlog, growth and ranges, made where there are none", () => {
    const found = applied({
      "modelOverrides.0.limits.rpm": null,
      "modelOverrides.0.price.input": "1.50",
      "modelOverrides.+": { model: "gpt-5.6-luna", contextWindow: 9000 },
      "backlog.model": "gpt-5.6-luna",
      "backlog.total": 10,
      "backlog.inputTokens": 500,
      "growth.percentPerMonth": 8,
      "growth.months": 12,
      "workloads.1.ranges.requests": [2, 9],
      monthlyBudgetUsd: null,
    });
    expect(found).toEqual(
      scenarioOf({
        ...BODY,
        monthlyBudgetUsd: undefined,
        modelOverrides: [
          { model: "house-model", price: { input: "1.5", output: "2" } },
          { model: "gpt-5.6-luna", contextWindow: 9000 },
        ],
        workloads: [BODY.workloads[0], { ...BODY.workloads[1], ranges: { requests: [2, 9] } }],
        backlog: { model: "gpt-5.6-luna", total: 10, inputTokens: 500 },
        growth: { percentPerMonth: 8, months: 12 },
      }),
    );
  });

  it("leaves out what the base no longer allows", () => {
    const { workloads, usageTier } = applied({
      "workloads.7.requests": 3,
      "workloads.0.model": "nobody",
      usageTier: 5,
    });
    expect([usageTier, workloads[0]!.model]).toEqual([5, "gpt-5.6-luna"]);
    expect(applied({ "workloads.0": null, "workloads.1": null, usageTier: 5 })).toEqual({ ...BASE, usageTier: 5 });
    expect(applied({ "workloads.0.inputTokens": 5, "workloads.0.requests": 3, usageTier: 5 })).toEqual({
      ...BASE,
      usageTier: 5,
    });
  });
});

describe("changes between two scenarios", () => {
  it("go on to name what was named, also what the base has or does not allow", () => {
    const named = { usageTier: 4, "workloads.0.cachedInputTokens": 1900, "workloads.1.requests": 5, seed: null };
    const shown = applied(named);
    expect(shown).toEqual(BASE);
    expect(changesBetween(BASE, shown)).toEqual({});
    expect(changesBetween(BASE, shown, named)).toEqual(named);
    expect(changesBetween(BASE, { ...shown, usageTier: 3 }, named)).toEqual({ ...named, usageTier: 3 });
  });

  it("name no more what goes back to the base, is taken out, or is of what is gone", () => {
    expect(changesBetween(BASE, BASE, { usageTier: 3, "workloads.7.requests": 2 })).toEqual({});
    const without = applied({ "workloads.0": null });
    expect(changesBetween(BASE, without, { "workloads.0.requests": 20, "workloads.1.requests": 5 })).toEqual({
      "workloads.0": null,
      "workloads.1.requests": 5,
    });
    const put = { ...BASE.workloads[1]!, requests: 9 };
    expect(changesBetween(BASE, BASE, { "workloads.+": put })).toEqual({});
  });
});

describe("changes as they are checked", () => {
  it("keep what is named, in the form and the order of the table of fields", () => {
    const found = read({
      "workloads.1": null,
      "workloads.0.serviceTier": "fast",
      "workloads.0.shape": "flat",
      "workloads.0.requests": 20,
      "workloads.+3": { ...plain, requests: 3 },
      "workloads.+": plain,
      usageTier: 4,
      seed: 1,
      monthlyBudgetUsd: "12.50",
      "modelOverrides.0.limits": null,
    });
    expect(Object.entries(found)).toEqual([
      ["usageTier", 4],
      ["modelOverrides.0.limits", null],
      ["monthlyBudgetUsd", "12.5"],
      ["workloads.0.serviceTier", "priority"],
      ["workloads.0.requests", 20],
      ["workloads.0.shape", null],
      ["workloads.1", null],
      ["workloads.+", { ...BASE.workloads[1], name: "" }],
      ["workloads.+2", { ...BASE.workloads[1], name: "", requests: 3 }],
      ["seed", null],
    ]);
  });

  it("read an object or a list as what differs in it", () => {
    expect(read({ "workloads.0": { ...BODY.workloads[0], requests: 40 } })).toEqual({ "workloads.0.requests": 40 });
    expect(read({ workloads: [BODY.workloads[1], plain] })).toEqual({
      "workloads.0": null,
      "workloads.+": { ...BASE.workloads[1], name: "" },
    });
    expect(read({ backlog: { model: "gpt-5.6-luna", total: 5, inputTokens: 1, liveShare: 0.5 } })).toEqual({
      "backlog.model": "gpt-5.6-luna",
      "backlog.total": 5,
      "backlog.inputTokens": 1,
    });
    expect(read({ "workloads.+.model": "o1", "workloads.+.requests": 1, "workloads.+.per": "day" })).toEqual([
      "variants.0.changes.workloads.+.inputTokens | inputTokens: is missing; give a number from 0 to 1,000,000,000,000, with at most three decimals",
    ]);
  });

  it.each([
    [{ usageTier: 6 }, 'usageTier | usageTier: 6 is not accepted; give one of "free", 1, 2, 3, 4, 5'],
    [{ usageTeir: 5 }, "usageTeir | usageTeir: unknown path with value 5; accepted in a scenario: title, asOf"],
    [{ "workloads.0.modle": "o1" }, "workloads.0.modle | workloads.0.modle: unknown path"],
    [{ "workloads.2.model": "o1" }, "workloads.2.model | workloads.2.model: unknown path with value"],
    [
      { "workloads.2": null },
      "workloads.2 | workloads.2: unknown path with value null; accepted in workloads: 0, 1, +",
    ],
    [{ "title.x": 1 }, "title.x | title.x: unknown path with value 1; accepted in title: nothing"],
    [{ "": 1 }, " | : unknown path with value 1"],
    [{ __proto: 1 }, "__proto | "],
    [{ variants: [] }, "variants | variants: unknown path with value a list of 0"],
    [{ "workloads.0.model": null }, "workloads.0.model | model: is missing; give"],
    [{ "workloads.0.model": "nobody" }, 'workloads.0.model | model: "nobody" is not in the catalogue'],
    [{ "workloads.0.inputTokens": 100 }, "workloads.0.cachedInputTokens | cachedInputTokens: 1200 is not accepted"],
    [{ "workloads.0": null, "workloads.1": null }, "workloads | workloads: a list of 0 is not accepted"],
    [{ "workloads.0": null, "workloads.1.requests": 0 }, "workloads.1.requests | requests: 0 is not accepted"],
    [{ "workloads.+": { model: "o1" } }, "workloads.+.requests | requests: is missing"],
    [{ "workloads.+": null }, "workloads.+ | workloads.+: null is not accepted; give an object"],
    [{ "workloads.+": 5 }, "workloads.+ | workloads.+: 5 is not accepted; give an object"],
    [{ "workloads.0": null, "workloads.0.requests": 3 }, "workloads.0.requests | workloads.0.requests: is part of"],
    [{ "workloads.0.ranges.requests": [5, 1] }, "workloads.0.ranges.requests | requests: a list of 2"],
  ])("refuse %j", (changes, fault) => {
    const found = read(changes);
    expect((found as string[])[0]).toContain(`variants.0.changes.${fault}`);
  });

  it("name every fault of every variant", () => {
    const checked = withVariants({ usageTier: 6, seed: -1 }, {}, { title: 5 });
    expect("issues" in checked && checked.issues.map(({ path }) => path)).toEqual([
      "variants.0.changes.usageTier",
      "variants.0.changes.seed",
      "variants.2.changes.title",
    ]);
  });

  it("are at most 4,000 characters as JSON", () => {
    const many = Object.fromEntries(Array.from({ length: 18 }, (_, n) => [`workloads.+${n || ""}`, BODY.workloads[0]]));
    expect(read(many)).toEqual([
      expect.stringMatching(
        /^variants.0.changes \| changes: \d{4} characters as JSON are not accepted; give at most 4000 characters as JSON/,
      ),
    ]);
  });
});

describe("changes that are far too many", () => {
  it("are one fault, unread", () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`colour${n}`, n]));
    expect(read(many)).toEqual([
      "variants.0.changes | changes: 20000 changes are not accepted; give at most 4000 characters as JSON",
    ]);
  });
});

describe("the changes between two scenarios", () => {
  it("are none of a scenario and itself", () => expect(changesBetween(BASE, BASE)).toEqual({}));

  it("are the least: a workload that was taken out is one change", () => {
    expect(changesBetween(BASE, { ...BASE, workloads: [BASE.workloads[1]!] })).toEqual({ "workloads.0": null });
    const [one, two] = BASE.workloads as [Scenario["workloads"][0], Scenario["workloads"][0]];
    expect(changesBetween(BASE, { ...BASE, workloads: [{ ...one, model: "o1" }, two, one] })).toEqual({
      "workloads.0.model": "o1",
      "workloads.+": one,
    });
  });
});

describe("a model of one’s own by another name", () => {
  it("has it in variants too", () => {
    const changes = { "workloads.0.model": "house-model", "workloads.+": BODY.workloads[1] };
    const renamed = withModelRenamed(
      scenarioOf({ ...BODY, variants: [{ name: "B", changes }] }),
      "house-model",
      "ours",
    );
    expect(JSON.stringify(renamed)).not.toContain("house-model");
    expect(applyVariant(renamed, renamed.variants![0]!).workloads.map(({ model }) => model)).toEqual([
      "ours",
      "ours",
      "ours",
    ]);
    expect(scenarioOf(renamed)).toEqual(renamed);
  });
});
