import { describe, expect, it } from "vitest";
import { planBacklog } from "@/lib/batch";
import { verdictView as planVerdict, keyFigures, pageTitle } from "@/lib/view/plan";
import { backlogVerdict } from "@/lib/view/backlog";
import { trafficVerdict } from "@/lib/view/traffic";
import { plainText } from "@/lib/view/text";
import { estimateOf, scenarioOf } from "../../../support/make/checked";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const body = (models: readonly string[], rest: object = {}) => ({
  asOf: "2026-11-27",
  workloads: models.map((model) => ({ model, requests: 1000, per: "month", inputTokens: 600 })),
  ...rest,
});
const ending = (models: readonly string[], rest?: object) => planVerdict(estimateOf(body(models, rest))).ending;
const modelsOf = (view: ReturnType<typeof ending>, at = 0) =>
  view!.advice.moves[at]!.scenario.workloads.map(({ model }) => model);

describe("a model that ends within a year, in the verdict", () => {
  it("is named with its day, what OpenAI names and the cheapest that fits, with a press for each", () => {
    const view = ending(["gpt-5", "gpt-6.1-terra"]);
    expect(plain(view!.text)).toBe("gpt-5 ends 11 Dec 2026");
    expect(plain(view!.advice.text)).toBe(
      "OpenAI names gpt-6.1-sol ($1.80 a month with the others as they are); the cheapest that fits, with all on it, is gpt-5.6-luna ($0.24).",
    );
    expect(view!.advice.moves).toMatchObject([
      { label: "Try gpt-6.1-sol", done: "Switched from gpt-5 to gpt-6.1-sol" },
      { label: "Try gpt-5.6-luna", done: "Now on gpt-5.6-luna" },
    ]);
    expect(modelsOf(view)).toEqual(["gpt-6.1-sol", "gpt-6.1-terra"]);
    expect(modelsOf(view, 1)).toEqual(["gpt-5.6-luna", "gpt-5.6-luna"]);
  });

  it("several are one sentence, soonest first, and one press tries the models named next", () => {
    const view = ending(["gpt-4o", "gpt-5.1", "gpt-5", "o3-2025-04-16", "gpt-5"]);
    expect(plain(view!.text)).toBe("gpt-5 and o3 end 11 Dec 2026, gpt-4o ends 14 Jan 2027, gpt-5.1 ends 1 Apr 2027");
    expect(view!.advice.moves[0]).toMatchObject({ label: "Try their successors" });
    expect(modelsOf(view)).toEqual(["gpt-6-luna", "gpt-5.1", "gpt-6.1-sol", "gpt-6.1-sol", "gpt-6.1-sol"]);
  });

  it("without a successor that has a price that day it names the cheapest that fits alone", () => {
    expect(plain(ending(["gpt-5.1"])!.advice.text)).toBe(
      "OpenAI names no successor; the cheapest that fits is gpt-5.6-luna ($0.12 a month).",
    );
    const early = ending(["gpt-5"], { asOf: "2026-01-01" })!.advice;
    expect(plain(early.text)).toMatch(
      /^OpenAI names gpt-6\.1-sol \(no price known here\); the cheapest that fits is \S+ \(\$0\.\d+ a month\)\.$/,
    );
    expect(early.moves).toHaveLength(1);
  });

  it("says at which usage tier the cheapest fits where none fits this one, and that the successor does not", () => {
    const sizes = { per: "minute", inputTokens: 4000, visibleOutputTokens: 500, reasoningTokens: 600 };
    const advised = ending([], { usageTier: 1, workloads: [{ model: "gpt-5-mini", requests: 6, ...sizes }] })!.advice;
    expect(plain(advised.text)).toBe(
      "OpenAI names gpt-6.1-terra ($2,496.60 a month, does not fit tier 1); nothing known fits tier 1, and at tier 3 the cheapest is gpt-5.6-luna ($557.14).",
    );
    expect(advised.moves.map(({ label, scenario }) => [plain(label), scenario.usageTier])).toEqual([
      ["Try gpt-6.1-terra", 1],
      ["Try gpt-5.6-luna at tier 3", 3],
    ]);
  });

  it("is one press where what OpenAI names is the cheapest that fits", () => {
    const own = { modelOverrides: [{ model: "gpt-6.1-sol", price: { input: "0.01", output: "0.01" } }] };
    const { text, moves } = ending(["gpt-5"], own)!.advice;
    expect(plain(text)).toBe("OpenAI names gpt-6.1-sol ($0.006 a month), which is also the cheapest that fits.");
    expect(moves.map(({ label }) => label)).toEqual(["Try gpt-6.1-sol"]);
  });

  it("is not said of what has ended, goes on, or is one’s own", () => {
    const own = { modelOverrides: [{ model: "own", limits: { rpm: 1 } }] };
    expect(ending(["o1-mini", "gpt-6.1-terra", "own"], own)).toBeNull();
  });

  it("stands in the description of the page", () => {
    expect(plain(pageTitle(estimateOf(body(["gpt-5"]))).description)).toMatch(/ gpt-5 ends 11 Dec 2026\.$/);
  });

  it("is said on Traffic and on Backlog too, whose press moves the backlog as well", () => {
    const backlog = { model: "gpt-5", total: 10, inputTokens: 600 };
    const scenario = scenarioOf({ ...body(["gpt-5"], { usageTier: "free" }), backlog });
    const onTraffic = trafficVerdict(null, scenario)!.ending!;
    expect(plain(onTraffic.text)).toBe("gpt-5 ends 11 Dec 2026");
    const onBacklog = backlogVerdict(planBacklog(scenario)).ending!;
    expect(plain(onBacklog.text)).toBe("gpt-5 ends 11 Dec 2026");
    expect(onBacklog.advice.moves[0]!.scenario).toMatchObject({
      workloads: [{ model: "gpt-6.1-sol" }],
      backlog: { model: "gpt-6.1-sol", total: 10 },
    });
  });
});

describe("the year’s cost", () => {
  const label = (models: readonly string[], rest?: object) => keyFigures(estimateOf(body(models, rest)))[1]!.label;
  it("says that it reaches past the end of a model, or of several", () => {
    expect(label(["gpt-5"])).toBe("A year, past gpt-5’s end");
    expect(label(["gpt-5", "gpt-4o", "gpt-5"])).toBe("A year, past 2 models’ ends");
    expect(label(["gpt-6.1-terra"])).toBe("A year");
    expect(label(["o1-mini"])).toBe("A year");
  });
  it("does not where the year ends on that day", () => {
    expect(label(["gpt-5"], { asOf: "2025-12-11" })).toBe("A year");
    expect(label(["gpt-5"], { asOf: "2025-12-12" })).toBe("A year, past gpt-5’s end");
  });
});

describe("a verdict that cannot be told", () => {
  const rest = (limits: object, own: object = {}) =>
    planVerdict(
      estimateOf({
        ...body(["mine"], { modelOverrides: [{ model: "mine", price: { input: "1", output: "1" }, limits }] }),
        ...own,
      }),
    ).rest;
  const places = (sentence: ReturnType<typeof rest>) =>
    sentence.flatMap((piece) =>
      typeof piece === "object" && "at" in piece ? [[piece.text, piece.at, piece.href]] : [],
    );

  it("leads to the field that would settle it", () => {
    const missing = rest({ rpm: 10 });
    expect(plain(plainText(missing))).toBe("mine has no tokens-a-minute limit yet; enter your own.");
    expect(places(missing)).toEqual([["enter your own", "m.mine.tpm", "#own-mine"]]);
    expect(plain(plainText(rest({ batchQueueTokens: 1 })))).toBe(
      "mine has no requests-a-minute or tokens-a-minute limit yet; enter your own.",
    );
  });

  it("leads to the price where that is missing", () => {
    const estimate = estimateOf(body(["mine"], { modelOverrides: [{ model: "mine", limits: { rpm: 9, tpm: 9e6 } }] }));
    expect(places(planVerdict(estimate).rest)).toEqual([["enter your own", "m.mine.input", "#own-mine"]]);
  });
});
