import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findModel } from "@/lib/catalogue";
import { encodeLink, readForm } from "@/lib/link";
import { PRICE_FIELDS, type ModelOverride, type Scenario, type Workload } from "@/lib/scenario";
import type { RangeField } from "@/lib/scenario/ranges";
import { formatNumber } from "@/lib/view/text";
import { scenarios, withoutGrown, withoutTime } from "../support/make/checked";
import { runs } from "../support/make/runs";

type Field = readonly [name: string, value: string];

const shown = (value: string | number | boolean | undefined) =>
  typeof value === "number" ? formatNumber(value) : String(value ?? "");

/** A field as it is shown: a range by its two ends. */
const meanOf = ({ ranges, ...workload }: Workload, name: Exclude<keyof Workload, "ranges">) => {
  const range = ranges?.[name as RangeField];
  return range ? range.map(formatNumber).join(" to ") : shown(workload[name]);
};

/**
 * The flat fields that the planner’s form sends for a scenario, as it shows them: numbers in groups of three,
 * what is not given empty.
 */
function fieldsOf({ workloads, modelOverrides, usageTier, ...scenario }: Scenario): Field[] {
  const some = (names: readonly Exclude<keyof typeof scenario, "backlog" | "growth" | "variants">[]): Field[] =>
    names.map((name) => [name, shown(scenario[name])]);
  const ofWorkload = (workload: Workload, n: number): Field[] =>
    (
      [
        "name",
        "model",
        "serviceTier",
        "requests",
        "per",
        "peakToMean",
        "inputTokens",
        "cachedInputTokens",
        "cacheWriteTokens",
        "visibleOutputTokens",
        "reasoningTokens",
        "maxCompletionTokens",
        "retryShare",
        "cacheLifetime",
        "webSearchCalls",
        "fileSearchCalls",
      ] as const
    ).map((name) => [`w${n}.${name}`, meanOf(workload, name)]);
  const ofOverride = ({ model, price, limits, ...sizes }: ModelOverride, n: number): Field[] => [
    [`m${n}.model`, model],
    ...PRICE_FIELDS.map((name): Field => [`m${n}.${name}`, price?.[name] ?? ""]),
    ...(["rpm", "tpm", "batchQueueTokens", "rpd", "tpd"] as const).map((name): Field => [
      `m${n}.${name}`,
      shown(limits?.[name]),
    ]),
    ...(["contextWindow", "maxOutputTokens"] as const).map((name): Field => [`m${n}.${name}`, shown(sizes[name])]),
  ];
  return [
    ...some(["title"]),
    ["usageTier", String(usageTier)],
    ...workloads.flatMap(ofWorkload),
    ...some([
      "tokenAccounting",
      "monthlyBudgetUsd",
      "monthlyUsageLimitUsd",
      "regional",
      "asOf",
      "rpmWindowSeconds",
      "batchTurnaroundHours",
    ]),
    ...modelOverrides.flatMap(ofOverride),
  ];
}

/** The fields of time, as a form that shows them would send them. */
function timeFieldsOf(scenario: Scenario): Field[] {
  const ofWorkload = (workload: Workload, n: number): Field[] =>
    (
      [
        "shape",
        "arrivals",
        "sizes",
        "inputP95ToMean",
        "visibleOutputP95ToMean",
        "reasoningP95ToMean",
        "firstTokenMs",
        "tokensPerSecond",
      ] as const
    ).map((name) => [`w${n}.${name}`, shown(workload[name])]);
  return [
    ...(["policy", "seed", "horizonMinutes"] as const).map((name): Field => [name, shown(scenario[name])]),
    ...scenario.workloads.flatMap(ofWorkload),
  ];
}

/** Every override says something: the form leaves out a row that says nothing of a catalogue model. */
const saying = scenarios().map((scenario): Scenario => ({
  ...scenario,
  modelOverrides: scenario.modelOverrides.filter((own) => Object.keys(own).length > 1 || !findModel(own.model)),
}));

describe("the form without JavaScript", () => {
  it("leads to the link of what it shows", () => {
    fc.assert(
      fc.property(saying, (scenario) => {
        const link = encodeLink(scenario);
        expect(readForm(fieldsOf(withoutGrown(scenario)))).toBe(encodeLink(withoutTime(scenario)));
        expect(readForm([["from", link], ...fieldsOf(scenario)])).toBe(link);
        expect(readForm([["from", link]])).toBe(link);
      }),
      runs(80),
    );
  });

  it("reads the fields of time where a form shows them, and an empty one unsets what the link before it said", () => {
    fc.assert(
      fc.property(saying.map(withoutGrown), saying, ({ backlog: _, ...scenario }, { policy, seed, horizonMinutes }) => {
        const link = encodeLink(scenario);
        expect(readForm([...fieldsOf(scenario), ...timeFieldsOf(scenario)])).toBe(link);
        const before: Scenario = {
          ...scenario,
          ...(policy && { policy }),
          ...(seed && { seed }),
          ...(horizonMinutes && { horizonMinutes }),
        };
        expect(readForm([["from", encodeLink(before)], ...timeFieldsOf(scenario)])).toBe(link);
      }),
      runs(60),
    );
  });

  it("leads there from any other scenario with no more workloads and overrides", () => {
    fc.assert(
      fc.property(saying, saying, (scenario, whole) => {
        const other = withoutTime(whole);
        const before: Scenario = {
          ...other,
          modelOverrides: other.modelOverrides.slice(0, scenario.modelOverrides.length),
          workloads: other.workloads.slice(0, scenario.workloads.length),
        };
        const known = before.workloads.every(
          ({ model }) => findModel(model) || before.modelOverrides.some((own) => own.model === model),
        );
        fc.pre(known);
        const fields = fieldsOf(withoutGrown(scenario));
        expect(readForm([["from", encodeLink(before)], ...fields])).toBe(encodeLink(withoutTime(scenario)));
      }),
      runs(80),
    );
  });

  it("keeps the last good value of a field it cannot read, and names that behind the link", () => {
    fc.assert(
      fc.property(saying, fc.constantFrom("12,5", "-1", "many", "1e99", "0x10", "1.2.3"), (scenario, typed) => {
        const link = encodeLink(scenario);
        expect(
          readForm([
            ["from", link],
            ["w0.inputTokens", typed],
          ]),
        ).toBe(`${link}&w0.inputTokens=${typed}`);
      }),
      runs(40),
    );
  });
});
