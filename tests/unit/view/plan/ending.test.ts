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
  ...rest,
  workloads: models.map((model) => ({ model, requests: 1000, per: "month", inputTokens: 600 })),
});
const ending = (models: readonly string[], rest?: object) => planVerdict(estimateOf(body(models, rest))).ending;
const modelsOf = (view: ReturnType<typeof ending>) => view!.move!.scenario.workloads.map(({ model }) => model);

describe("a model that ends within a year, in the verdict", () => {
  it("is named with its day, and one press tries the model named next", () => {
    const view = ending(["gpt-5", "gpt-6.1-terra"]);
    expect(plain(view!.text)).toBe("gpt-5 ends 11 Dec 2026");
    expect(view!.move).toMatchObject({ label: "Try gpt-6.1-sol", done: "Switched from gpt-5 to gpt-6.1-sol" });
    expect(modelsOf(view)).toEqual(["gpt-6.1-sol", "gpt-6.1-terra"]);
  });

  it("several are one sentence, soonest first, and one press tries the models named next", () => {
    const view = ending(["gpt-4o", "gpt-5.1", "gpt-5", "o3-2025-04-16", "gpt-5"]);
    expect(plain(view!.text)).toBe("gpt-5 and o3 end 11 Dec 2026, gpt-4o ends 14 Jan 2027, gpt-5.1 ends 1 Apr 2027");
    expect(view!.move).toMatchObject({ label: "Try their successors" });
    expect(modelsOf(view)).toEqual(["gpt-6-luna", "gpt-5.1", "gpt-6.1-sol", "gpt-6.1-sol", "gpt-6.1-sol"]);
  });

  it("without a successor that has a price that day there is no press", () => {
    expect(ending(["gpt-5.1"])!.move).toBeNull();
    expect(ending(["gpt-5"], { asOf: "2026-01-01" })!.move).toBeNull();
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
    expect(onBacklog.move!.scenario).toMatchObject({
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
