import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, readForm, readLink } from "@/lib/link";
import { scenarioOf } from "../support/checked";

const A = "?v=1&asOf=2026-11-23";
const opened = (query: string) => decodeLink(query);
const named = (query: string) => opened(query).faults.map(({ path, part }) => [path, part]);

describe("the grammar", () => {
  it("reads every part of a workload, in any order behind the model", () => {
    const { scenario, faults } = opened(`${A}&w=Chat+A:o1-mini+b+k8000+r900+120/min+i1500+c600+v300+x2.5+a0.02`);
    expect(faults).toEqual([]);
    expect(scenario!.workloads).toEqual([{ name: "Chat A", model: "o1-mini", serviceTier: "batch", requests: 120, per: "minute", peakToMean: 2.5, inputTokens: 1500, cachedInputTokens: 600, visibleOutputTokens: 300, reasoningTokens: 900, maxCompletionTokens: 8000, retryShare: 0.02 }]);
    expect(encodeLink(scenario!)).toBe(`/${A}&w=Chat+A:o1-mini+b+120/m+x2.5+i1500+c600+v300+r900+k8000+a0.02`);
  });
  it("reads every part of an override", () => {
    const { scenario, faults } = opened(`${A}&m=own+i1+c0.5+o4+bi0.5+bo2+r10+t20+q30+w40+m50&w=own+1/m+i1`);
    expect(faults).toEqual([]);
    expect(scenario!.modelOverrides).toEqual([{ model: "own", price: { input: "1", cachedInput: "0.5", output: "4", batchInput: "0.5", batchOutput: "2" }, limits: { rpm: 10, tpm: 20, batchQueueTokens: 30 }, contextWindow: 40, maxOutputTokens: 50 }]);
  });
  it("reads every part of the scenario, and leaves defaults out when it writes", () => {
    const link = `${A}&title=T&tier=free&charge=actual&window=1&turnaround=1.5&usage=5.5&budget=0&w=o1+1/d+i1`;
    expect(opened(link)).toMatchObject({ faults: [], scenario: { title: "T", usageTier: "free", tokenAccounting: "actual", rpmWindowSeconds: 1, batchTurnaroundHours: 1.5, monthlyUsageLimitUsd: "5.5", monthlyBudgetUsd: "0" } });
    expect(encodeLink(opened(link).scenario!)).toBe(`/${link}`);
    expect(encodeLink(opened(`${A}&title=&tier=1&charge=prompt-plus-cap&window=60&turnaround=24&w=o1+1/d+x1+i1+c0+v0+r0+a0`).scenario!)).toBe(`/${A}&w=o1+1/d+i1`);
  });
  it.each([["s", "second"], ["sec", "second"], ["m", "minute"], ["min", "minute"], ["h", "hour"], ["hr", "hour"], ["d", "day"], ["day", "day"], ["mo", "month"], ["month", "month"]])("a rate by /%s is a %s", (short, per) => {
    expect(opened(`${A}&w=o1+1/${short}+i1`)).toMatchObject({ faults: [], scenario: { workloads: [{ per }] } });
  });
  it.each(["a:b", "x", "b", "1/m", ":", "&w=o1", "ÅÆ Ø", "  ", "%41"])("a workload may be called %j", (name) => {
    const scenario = scenarioOf({ workloads: [{ name, model: "o1", requests: 1, per: "minute", inputTokens: 1 }] });
    expect(opened(encodeLink(scenario).slice(1))).toEqual({ scenario, faults: [] });
  });
});

describe("what cannot be read is named, and the rest opens", () => {
  it.each([
    [`${A}&w=o1+10/m+i12,5`, [["workloads.0.inputTokens", "i12,5"]]],
    [`${A}&tier=9&w=o1+10/m+i1`, [["usageTier", "tier=9"]]],
    [`${A}&w=o1+10/fortnight+i1`, [["workloads.0.per", "10/fortnight"]]],
    [`${A}&w=o1+10/m+i1+i2`, [["workloads.0.inputTokens", "i2"]]],
    [`${A}&w=o1+10/m+i1+c2`, [["workloads.0.cachedInputTokens", "c2"]]],
    [`${A}&colour=red&w=o1+10/m+i1`, [["colour", "colour=red"]]],
    [`${A}&w=o1+10/m+i1+zz`, [["workloads.0", "zz"]]],
    [`?v=2&asOf=2026-11-23&w=o1+10/m+i1`, [["v", "v=2"]]],
    [`?asOf=2026-11-23&w=o1+10/m+i1`, [["v", "v"]]],
    [`?v=1&asOf=2026-02-30&w=o1+10/m+i1`, [["asOf", "asOf=2026-02-30"]]],
  ])("%s", (query, faults) => {
    expect(named(query)).toEqual(faults);
    expect(opened(query).scenario!.workloads[0]).toMatchObject({ model: "o1", requests: 10 });
    expect(readLink(query)).toBeDefined();
  });
  it("of 25 workloads the first 20 open, and the rest are counted", () => {
    const { scenario, faults } = opened(`${A}${"&w=o1+1/m+i1".repeat(25)}`);
    expect([scenario!.workloads.length, faults.map(({ message }) => message)]).toEqual([20, ["5 more workloads than the 20 a link may hold"]]);
  });
  it.each(["", "?", "/?"])("%j is no link, and no fault", (query) => expect(opened(query)).toEqual({ scenario: null, faults: [] }));
  it.each(["?v=1", "?%", "?=", "?&&&", "?w", "?\u0000", "?".repeat(70_000), "?v=1&w=".repeat(9000)])("%.20j throws nothing", (query) => expect(() => opened(query)).not.toThrow());
});

describe("the buttons of the form without JavaScript", () => {
  const from = `/${A}&w=A:o1+1/m+i1&w=B:o1+2/m+i2&w=C:o1+3/m+i3`;
  const names = (action: string) => decodeLink(readForm([["from", from], ["do", action]]).slice(1)).scenario!.workloads.map(({ name, requests }) => `${name}${requests}`).join(" ");
  it.each([
    ["remove.1", "A1 C3"], ["duplicate.0", "A1 A1 B2 C3"], ["up.1", "B2 A1 C3"], ["up.0", "A1 B2 C3"], ["down.1", "A1 C3 B2"], ["down.2", "A1 B2 C3"], ["add", "A1 B2 C3 3"], ["remove.9", "A1 B2 C3"], ["explode.1", "A1 B2 C3"], ["", "A1 B2 C3"],
  ])("%s: %s", (action, workloads) => expect(names(action)).toBe(workloads));
});
