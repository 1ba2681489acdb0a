import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, readForm, readLink } from "@/lib/link";
import { scenarioOf } from "../../support/make/checked";

const A = "?v=1&asOf=2026-11-23";
const opened = (query: string) => decodeLink(query);
const named = (query: string) => opened(query).faults.map(({ path, part }) => [path, part]);

describe("the grammar", () => {
  it("reads every part of a workload, in any order behind the model", () => {
    const { scenario, faults } = opened(`${A}&w=Chat+A:o1-mini+b+k8000+r900+120/min+i1500+c600+v300+x2.5+a0.02`);
    expect(faults).toEqual([]);
    expect(scenario!.workloads).toEqual([
      {
        name: "Chat A",
        model: "o1-mini",
        serviceTier: "batch",
        requests: 120,
        per: "minute",
        peakToMean: 2.5,
        inputTokens: 1500,
        cachedInputTokens: 600,
        visibleOutputTokens: 300,
        reasoningTokens: 900,
        maxCompletionTokens: 8000,
        retryShare: 0.02,
      },
    ]);
    expect(encodeLink(scenario!)).toBe(`/${A}&w=Chat+A:o1-mini+b+120/m+x2.5+i1500+c600+v300+r900+k8000+a0.02`);
  });
  it("reads every part of an override", () => {
    const { scenario, faults } = opened(`${A}&m=own+i1+c0.5+o4+bi0.5+bo2+r10+t20+q30+w40+m50&w=own+1/m+i1`);
    expect(faults).toEqual([]);
    expect(scenario!.modelOverrides).toEqual([
      {
        model: "own",
        price: { input: "1", cachedInput: "0.5", output: "4", batchInput: "0.5", batchOutput: "2" },
        limits: { rpm: 10, tpm: 20, batchQueueTokens: 30 },
        contextWindow: 40,
        maxOutputTokens: 50,
      },
    ]);
  });
  it("reads every part of the scenario, and leaves defaults out when it writes", () => {
    const link = `${A}&title=T&tier=free&charge=actual&window=1&turnaround=1.5&usage=5.5&budget=0&w=o1+1/d+i1`;
    expect(opened(link)).toMatchObject({
      faults: [],
      scenario: {
        title: "T",
        usageTier: "free",
        tokenAccounting: "actual",
        rpmWindowSeconds: 1,
        batchTurnaroundHours: 1.5,
        monthlyUsageLimitUsd: "5.5",
        monthlyBudgetUsd: "0",
      },
    });
    expect(encodeLink(opened(link).scenario!)).toBe(`/${link}`);
    expect(
      encodeLink(
        opened(`${A}&title=&tier=1&charge=prompt-plus-cap&window=60&turnaround=24&w=o1+1/d+x1+i1+c0+v0+r0+a0`)
          .scenario!,
      ),
    ).toBe(`/${A}&w=o1+1/d+i1`);
  });
  it("reads the words and tags of time in any order, and writes them in one", () => {
    const { scenario, faults } = opened(
      `${A}&w=steady:o1-mini+servegen+xi2+120/m+steady+f800+i1500+office-hours+s80.5+xv1.5+xr3.868+v300`,
    );
    expect(faults).toEqual([]);
    expect(scenario!.workloads[0]).toMatchObject({
      name: "steady",
      requests: 120,
      shape: "office-hours",
      arrivals: "steady",
      sizes: "servegen",
      inputP95ToMean: 2,
      visibleOutputP95ToMean: 1.5,
      reasoningP95ToMean: 3.868,
      firstTokenMs: 800,
      tokensPerSecond: 80.5,
    });
    expect(encodeLink(scenario!)).toBe(
      `/${A}&w=steady:o1-mini+120/m+office-hours+steady+servegen+i1500+v300+xi2+xv1.5+xr3.868+f800+s80.5`,
    );
  });
  it.each([
    "office-hours",
    "office-week",
    "consumer-evening",
    "nightly-job",
    "steady",
    "azure-code",
    "azure-conversation",
    "servegen",
  ])("%s is a word", (word) => {
    const link = `/${A}&w=o1+1/m+${word}+i1`;
    expect(opened(link).faults).toEqual([]);
    expect(encodeLink(opened(link).scenario!)).toBe(link);
  });
  it("reads how a scenario is simulated, and leaves the defaults of time out of link and scenario", () => {
    const link = `/${A}&policy=drop&seed=4294967295&horizon=43200&w=o1+1/m+i1+f0`;
    expect(opened(link)).toMatchObject({
      faults: [],
      scenario: { policy: "drop", seed: 4_294_967_295, horizonMinutes: 43_200, workloads: [{ firstTokenMs: 0 }] },
    });
    expect(encodeLink(opened(link).scenario!)).toBe(link);
    const plain = opened(`${A}&w=o1+1/m+i1`);
    expect(opened(`${A}&policy=queue&seed=1&horizon=1440&w=o1+1/m+i1+xi1+xv1+xr1`)).toStrictEqual(plain);
  });
  it("reads every part of a backlog, and leaves defaults out when it writes", () => {
    const { scenario, faults } = opened(
      `${A}&backlog=o1-mini+u500.50+n25000+l0.2+i1000+c500+v300+r900+k8000+d24&w=o1+1/m+i1`,
    );
    expect(faults).toEqual([]);
    expect(scenario!.backlog).toEqual({
      model: "o1-mini",
      total: 25_000,
      inputTokens: 1000,
      cachedInputTokens: 500,
      visibleOutputTokens: 300,
      reasoningTokens: 900,
      maxCompletionTokens: 8000,
      deadlineHours: 24,
      liveShare: 0.2,
      budgetUsd: "500.5",
    });
    expect(encodeLink(scenario!)).toBe(
      `/${A}&backlog=o1-mini+n25000+i1000+c500+v300+r900+k8000+d24+l0.2+u500.5&w=o1+1/m+i1`,
    );
    const own = opened(`${A}&backlog=o1+e50000+n1+i1&w=o1+1/m+i1`).scenario!;
    expect(own.backlog!.enqueuedRequests).toBe(50_000);
    expect(encodeLink(own)).toBe(`/${A}&backlog=o1+n1+i1+e50000&w=o1+1/m+i1`);
    expect(encodeLink(opened(`${A}&backlog=o1+n1+i1+e1000000&w=o1+1/m+i1`).scenario!)).toBe(
      `/${A}&backlog=o1+n1+i1&w=o1+1/m+i1`,
    );
    expect(encodeLink(opened(`${A}&backlog=o1+n1+i1+c0+v0+r0+d72+l0.5&w=o1+1/m+i1`).scenario!)).toBe(
      `/${A}&backlog=o1+n1+i1&w=o1+1/m+i1`,
    );
  });
  it("a backlog may be on a model of one's own", () => {
    const link = `/${A}&backlog=own+n5+i1&m=own+t1000&w=o1+1/m+i1`;
    expect(opened(link)).toMatchObject({ faults: [], scenario: { backlog: { model: "own", total: 5 } } });
    expect(encodeLink(opened(link).scenario!)).toBe(link);
  });
  it.each([
    ["s", "second"],
    ["sec", "second"],
    ["m", "minute"],
    ["min", "minute"],
    ["h", "hour"],
    ["hr", "hour"],
    ["d", "day"],
    ["day", "day"],
    ["mo", "month"],
    ["month", "month"],
  ])("a rate by /%s is a %s", (short, per) => {
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
    [`${A}&w=o1+10/m+i1+weekly`, [["workloads.0", "weekly"]]],
    [`${A}&w=o1+10/m+office-hours+nightly-job+i1`, [["workloads.0.shape", "nightly-job"]]],
    [
      `${A}&w=o1+10/m+i1+xi3.869+xv0.999+f0.5+s0`,
      [
        ["workloads.0.inputP95ToMean", "xi3.869"],
        ["workloads.0.visibleOutputP95ToMean", "xv0.999"],
        ["workloads.0.firstTokenMs", "f0.5"],
        ["workloads.0.tokensPerSecond", "s0"],
      ],
    ],
    [`${A}&policy=wait&w=o1+10/m+i1`, [["policy", "policy=wait"]]],
    [`${A}&policy=drop&policy=retry&w=o1+10/m+i1`, [["policy", "policy=retry"]]],
    [
      `${A}&seed=-1&horizon=43201&w=o1+10/m+i1`,
      [
        ["seed", "seed=-1"],
        ["horizonMinutes", "horizon=43201"],
      ],
    ],
    [`${A}&backlog=o1+n5+i1&backlog=o1+n6+i2&w=o1+10/m+i1`, [["backlog", "backlog=o1+n6+i2"]]],
    [`${A}&backlog=o1+n5+i1+x2&w=o1+10/m+i1`, [["backlog", "x2"]]],
    [`${A}&backlog=o1+n5+n6+i1&w=o1+10/m+i1`, [["backlog.total", "n6"]]],
  ])("%s", (query, faults) => {
    expect(named(query)).toEqual(faults);
    expect(opened(query).scenario!.workloads[0]).toMatchObject({ model: "o1", requests: 10 });
    expect(readLink(query)).toBeDefined();
  });
  it("of two backlogs the first counts, of two words for one thing too", () => {
    expect(opened(`${A}&backlog=o1+n5+i1&backlog=o1+n6+i2&w=o1+1/m+i1`).scenario!.backlog).toMatchObject({
      total: 5,
      inputTokens: 1,
    });
    expect(opened(`${A}&w=o1+1/m+office-hours+nightly-job+i1`).scenario!.workloads[0]).toMatchObject({
      shape: "office-hours",
    });
  });
  it("of a model nobody knows is kept, without price and limits; a workload of the same model too", () => {
    expect(opened(`${A}&backlog=nobody+n5+i1&w=o1+10/m+i1`).scenario).toMatchObject({
      backlog: { model: "nobody", total: 5 },
      modelOverrides: [{ model: "nobody" }],
    });
    const { scenario, faults } = opened(`${A}&backlog=nobody+n5+i1&w=nobody+10/m+i1`);
    expect(faults.map(({ path }) => path)).toEqual(["workloads.0.model", "backlog.model"]);
    expect(scenario).toMatchObject({
      backlog: { model: "nobody" },
      modelOverrides: [{ model: "nobody" }],
      workloads: [{ model: "nobody" }],
    });
  });
  it.each([
    ["backlog=o1+n5", ["backlog.inputTokens"]],
    ["backlog=o1+i5", ["backlog.total"]],
    ["backlog=o1+n5+i12,5", ["backlog.inputTokens"]],
    ["backlog=o1+n1.5+i1", ["backlog.total"]],
    ["backlog=n5+i1", ["backlog.total", "backlog.model"]],
    ["backlog=", ["backlog.model", "backlog.total", "backlog.inputTokens"]],
    ["backlog=No!+n5+i1", ["backlog.model"]],
  ])("half a backlog is none: %s", (part, paths) => {
    const { scenario, faults } = opened(`${A}&${part}&w=o1+10/m+i1`);
    expect(faults.map(({ path }) => path)).toEqual(paths);
    expect(scenario).toStrictEqual(opened(`${A}&w=o1+10/m+i1`).scenario);
  });
  it.each([
    ["d0", "backlog.deadlineHours"],
    ["l1", "backlog.liveShare"],
    ["c2", "backlog.cachedInputTokens"],
    ["u-1", "backlog.budgetUsd"],
    ["k1.5", "backlog.maxCompletionTokens"],
    ["e0", "backlog.enqueuedRequests"],
    ["v1,5", "backlog.visibleOutputTokens"],
  ])("a backlog opens without what may be left out of it: %s", (part, path) => {
    const { scenario, faults } = opened(`${A}&backlog=o1+n5+i1+${part}&w=o1+10/m+i1`);
    expect(faults.map((fault) => [fault.path, fault.part])).toEqual([[path, part]]);
    expect(scenario!.backlog).toEqual({
      model: "o1",
      total: 5,
      inputTokens: 1,
      cachedInputTokens: 0,
      visibleOutputTokens: 0,
      reasoningTokens: 0,
      deadlineHours: 72,
      liveShare: 0.5,
    });
  });
  it("of 25 workloads the first 20 open, and the rest are counted", () => {
    const { scenario, faults } = opened(`${A}${"&w=o1+1/m+i1".repeat(25)}`);
    expect([scenario!.workloads.length, faults.map(({ message }) => message)]).toEqual([
      20,
      ["5 more workloads than the 20 a link may hold"],
    ]);
  });
  it.each(["", "?", "/?"])("%j is no link, and no fault", (query) =>
    expect(opened(query)).toEqual({ scenario: null, faults: [] }),
  );
  it.each(["?v=1", "?%", "?=", "?&&&", "?w", "?\u0000", "?".repeat(70_000), "?v=1&w=".repeat(9000)])(
    "%.20j throws nothing",
    (query) => expect(() => opened(query)).not.toThrow(),
  );
});

describe("the buttons of the form without JavaScript", () => {
  const from = `/${A}&w=A:o1+1/m+i1&w=B:o1+2/m+i2&w=C:o1+3/m+i3`;
  const names = (action: string) =>
    decodeLink(
      readForm([
        ["from", from],
        ["do", action],
      ]).slice(1),
    )
      .scenario!.workloads.map(({ name, requests }) => `${name}${requests}`)
      .join(" ");
  it.each([
    ["remove.1", "A1 C3"],
    ["clear.1", "A1 1 C3"],
    ["duplicate.0", "A1 A1 B2 C3"],
    ["up.1", "B2 A1 C3"],
    ["up.0", "A1 B2 C3"],
    ["down.1", "A1 C3 B2"],
    ["down.2", "A1 B2 C3"],
    ["add", "A1 B2 C3 3"],
    ["remove.9", "A1 B2 C3"],
    ["explode.1", "A1 B2 C3"],
    ["", "A1 B2 C3"],
  ])("%s: %s", (action, workloads) => expect(names(action)).toBe(workloads));
});
