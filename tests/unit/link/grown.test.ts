import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, readForm, readLink } from "@/lib/link";
import { checkScenario } from "@/lib/scenario";
import { scenarioOf } from "../../support/make/checked";

const BODY = {
  asOf: "2026-11-27",
  usageTier: 4,
  modelOverrides: [{ model: "house", price: { input: "1", output: "2" }, limits: { rpm: 500 } }],
  workloads: [
    { name: "Bot", model: "gpt-5.6-luna", requests: 20, per: "minute", inputTokens: 1800, maxCompletionTokens: 2000 },
    { name: "Night", model: "house", requests: 5, per: "hour", inputTokens: 500, serviceTier: "batch" },
  ],
};
const REST = "&m=house+i1+o2+r500&w=Bot:gpt-5.6-luna+20/m+i1800+k2000&w=Night:house+b+5/h+i500";
const linkOf = (more: object) => encodeLink(scenarioOf({ ...BODY, ...more }));
const withFirst = (more: object) => ({ workloads: [{ ...BODY.workloads[0], ...more }, BODY.workloads[1]] });
/** What a link says of its first workload, `growth` and `alt`. */
const said = (link: string, key: string) => new URLSearchParams(link.slice(2)).get(key);
const variantOf = (changes: object, name = "B") => said(linkOf({ variants: [{ name, changes }] }), "alt");

function expectReadBack(link: string) {
  const { scenario, faults } = decodeLink(link.slice(1));
  expect(faults).toEqual([]);
  expect(encodeLink(scenario!)).toBe(link);
  expect(checkScenario(readLink(link.slice(1)).input)).toEqual({ scenario });
}

describe("a link with a range", () => {
  it.each([
    [{ reasoningTokens: 775, ranges: { reasoningTokens: [300, 2000] } }, "20/m i1800 r300~2000 k2000"],
    [{ reasoningTokens: 600, ranges: { reasoningTokens: [300, 2000] } }, "20/m i1800 r600 r300~2000 k2000"],
    [{ ranges: { reasoningTokens: [300, 2000] } }, "20/m i1800 r0 r300~2000 k2000"],
    [{ ranges: { requests: [8, 50] } }, "8~50/m i1800 k2000"],
    [{ requests: 40, ranges: { requests: [8, 50] } }, "40/m 8~50/m i1800 k2000"],
    [{ ranges: { peakToMean: [1, 4], inputTokens: [1000, 3240] } }, "20/m x1 x1~4 i1000~3240 k2000"],
  ])("of %j reads %s", (more, text) => {
    const link = linkOf(withFirst(more));
    expect(said(link, "w")).toBe(`Bot:gpt-5.6-luna ${text}`);
    expectReadBack(link);
  });

  it.each([
    ["r300~", "workloads.0.ranges.reasoningTokens"],
    ["r~2000", "workloads.0.ranges.reasoningTokens"],
    ["r2000~300", "workloads.0.ranges.reasoningTokens"],
    ["r1~2~3", "workloads.0.reasoningTokens"],
    ["a0.1~0.2", "workloads.0.ranges.retryShare"],
    ["r1~2 r3~4", "workloads.0.ranges.reasoningTokens"],
  ])("names what it could not read: %s", (token, path) => {
    const { scenario, faults } = decodeLink(`?v=1&w=o1+20/m+i100+${token.replace(" ", "+")}`);
    expect(scenario).not.toBeNull();
    expect(faults.map((fault) => fault.path)).toEqual([path]);
  });
});

describe("a link with growth", () => {
  it.each([
    [{ percentPerMonth: 8, months: 12 }, "8/12"],
    [{ percentPerMonth: -2.5, months: 36, paidUsd: "1200.50", tierFollows: true }, "-2.5/36 paid1200.5 tier-follows"],
  ])("of %j reads %s", (growth, text) => {
    expect(said(linkOf({ growth }), "growth")).toBe(text);
    expectReadBack(linkOf({ growth }));
  });

  it.each(["8", "8/", "/12", "x/12", "8/0", "8/12/3", ""])("names what it could not read: %j", (text) => {
    const { scenario, faults } = decodeLink(`?v=1&w=o1+20/m+i100&growth=${text}`);
    expect(scenario).not.toHaveProperty("growth");
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe("a link with variants", () => {
  it.each([
    [{}, "B:"],
    [{ usageTier: 5, monthlyBudgetUsd: "900", seed: null, regional: true }, "B:tier 5;budget 900;regional yes;seed 1"],
    [{ monthlyBudgetUsd: null, regional: null, policy: "retry" }, "B:budget -;regional no;policy retry"],
    [{ title: "a; b: 50%" }, "B:title a%3B b: 50%25"],
    [{ title: "-" }, "B:title %2D"],
    [{ title: "" }, "B:title "],
    [{ "workloads.0.model": "gpt-6.1-terra" }, "B:w0 on gpt-6.1-terra"],
    [{ "workloads.1.serviceTier": "standard", "workloads.0.serviceTier": "fast" }, "B:w0 priority;w1 standard"],
    [{ "workloads.0.requests": 40 }, "B:w0 40/"],
    [{ "workloads.0.per": "hour" }, "B:w0 /h"],
    [{ "workloads.0.requests": 40, "workloads.0.per": "hour", "workloads.0.peakToMean": 2 }, "B:w0 40/h x2"],
    [{ "workloads.0.maxCompletionTokens": null, "workloads.0.shape": "office-week" }, "B:w0 k- office-week"],
    [
      { "workloads.0.shape": null, "workloads.0.cacheLifetime": null, "workloads.0.webSearchCalls": null },
      "B:w0 flat default web0",
    ],
    [
      { "workloads.0.ranges.reasoningTokens": [300, 2000], "workloads.0.ranges.requests": [8, 50] },
      "B:w0 8~50/ r300~2000",
    ],
    [{ "workloads.0.ranges.requests": null, "workloads.0.ranges.peakToMean": null }, "B:w0 ~/ x~"],
    [{ "workloads.0.ranges": null }, "B:w0 ranges-"],
    [{ "workloads.0.name": "x;y" }, "B:w0.name x%3By"],
    [{ "workloads.1": null }, "B:w1 -"],
    [{ "workloads.+": BODY.workloads[1] }, "B:w Night:house b 5/h i500"],
    [{ "modelOverrides.0.price.input": "1.5", "modelOverrides.0.limits.rpm": null }, "B:m0 i1.5 r-"],
    [{ "modelOverrides.0.price": null, "modelOverrides.0.limits": null }, "B:m0 price- limits-"],
    [{ "modelOverrides.+": { model: "o1", contextWindow: 9000 } }, "B:m o1 w9000"],
    [{ "modelOverrides.0": null, "workloads.1": null }, "B:m0 -;w1 -"],
    [{ backlog: { model: "o1", total: 10, inputTokens: 5 } }, "B:backlog on o1 n10 i5"],
    [{ growth: { percentPerMonth: 8, months: 12, paidUsd: "5" } }, "B:growth 8/12 paid5"],
    [{ backlog: null, growth: null }, "B:backlog -;growth -"],
  ])("that change %j reads %s", (changes, text) => {
    expect(variantOf(changes)).toBe(text);
    expectReadBack(linkOf({ variants: [{ name: "B", changes }] }));
  });

  it("writes the name to its first colon, one parameter each, behind all else", () => {
    const variants = [
      { name: "50% off: a; b", changes: { usageTier: 5 } },
      { name: "", changes: {} },
    ];
    const link = linkOf({ variants });
    expect(link).toBe(`/?v=1&asOf=2026-11-27&tier=4${REST}&alt=50%2525+off%253A+a%253B+b:tier+5&alt=:`);
    expectReadBack(link);
  });

  it("keeps what can be read, and names the rest", () => {
    const { scenario, faults } = decodeLink(
      `?v=1&asOf=2026-11-27&tier=4${REST}&alt=B:tier+9;w0+on+nobody+40/;w7+i5;colour+red;w1+i5,5;x;budget+5&alt=C`,
    );
    expect(scenario!.variants).toEqual([
      { name: "B", changes: { monthlyBudgetUsd: "5", "workloads.0.requests": 40 } },
      { name: "C", changes: {} },
    ]);
    expect(faults.map(({ path, part }) => [path, part])).toEqual([
      ["variants.0.changes", "colour red"],
      ["variants.0.changes", "x"],
      ["variants.0.changes.workloads.7.inputTokens", "i5"],
      ["variants.0.changes.usageTier", "tier 9"],
      ["variants.0.changes.workloads.1.inputTokens", "i5,5"],
      ["variants.0.changes.workloads.0.model", "on nobody"],
    ]);
  });

  it("is read in no time however many parts it has", () => {
    const start = performance.now();
    const { scenario, faults } = decodeLink(`?v=1&w=o1+20/m+i100&alt=B:${"w+o1+1/m+i1;".repeat(3500)}tier+5`);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(scenario!.variants).toEqual([{ name: "B", changes: {} }]);
    expect(faults.at(-1)!.path).toBe("variants.0.changes.workloads");
    expect(faults).toHaveLength(102);
  });

  it("reads four of five, and keeps the scenario whatever its variants are", () => {
    const five = decodeLink(`?v=1&w=o1+20/m+i100${"&alt=B:tier+5".repeat(5)}`);
    expect(five.scenario!.variants).toHaveLength(4);
    expect(five.faults.map(({ path }) => path)).toEqual(["variants"]);
    const none = decodeLink("?v=1&asOf=2026-11-27&w=o1+20/m+i100&alt=B:w0+-");
    expect(none.scenario!.variants).toEqual([{ name: "B", changes: {} }]);
    expect(none.faults).toHaveLength(1);
  });
});

describe("a form sent without JavaScript", () => {
  it("keeps ranges, growth and variants, and moves their paths with the workloads", () => {
    const link = linkOf({
      ...withFirst({ ranges: { requests: [8, 50] } }),
      growth: { percentPerMonth: 8, months: 12 },
      variants: [{ name: "B", changes: { "workloads.0.requests": 40, "workloads.1": null } }],
    });
    expect(readForm([["from", link]])).toBe(link);
    const sent = (action: string) =>
      said(
        readForm([
          ["from", link],
          ["do", action],
        ]),
        "alt",
      );
    expect(sent("down.0")).toBe("B:w0 -;w1 40/");
    expect(sent("up.1")).toBe("B:w0 -;w1 40/");
    expect(sent("duplicate.0")).toBe("B:w0 40/;w2 -");
    expect(sent("remove.1")).toBe("B:w0 40/");
    expect(sent("remove.0")).toBe("B:");
    expect(sent("add")).toBe("B:w0 40/;w1 -");
  });
});
