import { describe, expect, it } from "vitest";
import { compareModels, isAsEntered, rowOn, scenarioOn } from "@/lib/compare";
import { toFixedText } from "@/lib/money";
import { scenarioOf } from "../../support/make/checked";
import { SUPPORT_BOT } from "../../support/make/support-bot";

const bot = (rest: object = {}, own: object = {}) =>
  scenarioOf({ asOf: "2026-11-27", usageTier: 4, ...rest, workloads: [{ ...SUPPORT_BOT, ...own }] });
const names = (rows: ReturnType<typeof compareModels>) =>
  rows.map(({ model, serviceTier }) => `${model} ${serviceTier}`);

describe("the scenario on every model", () => {
  it("has a row for each service tier that a model on sale has a price in, the cheapest that fits first", () => {
    const rows = compareModels(bot());
    expect(rows).toHaveLength(103);
    expect(names(rows)).not.toContain("o1-mini standard");
    expect(names(rows)).not.toContain("text-embedding-3-small standard");
    expect(names(rows).slice(0, 2)).toEqual(["gpt-5-nano batch", "gpt-5-nano flex"]);
    const luna = rows.find(({ model, serviceTier }) => model === "gpt-5.6-luna" && serviceTier === "standard")!;
    expect(toFixedText(luna.perMonth!, 2)).toBe("2295.12");
    expect([luna.fits, luna.bindsFirst, luna.minimumUsageTier, luna.retires]).toEqual([
      true,
      { pool: "account", dimension: "monthly-usage" },
      4,
      null,
    ]);
  });

  it("takes reasoning out where a model does not reason, with the range of it, and says so", () => {
    const scenario = bot({}, { ranges: { reasoningTokens: [300, 900], inputTokens: [1000, 4000] } });
    const row = rowOn(scenario, { model: "gpt-4.1", serviceTier: "standard" });
    expect(row.codes.at(-1)).toBe("reasoning-dropped");
    const [moved] = scenarioOn(scenario, row, null).workloads;
    expect([moved!.reasoningTokens, moved!.ranges]).toEqual([0, { inputTokens: [1000, 4000] }]);
    expect(isAsEntered(row, bot({}, { model: "gpt-4.1" }), null)).toBe(false);
    expect(rowOn(bot({}, { reasoningTokens: 0 }), { model: "gpt-4.1", serviceTier: "standard" }).codes).not.toContain(
      "reasoning-dropped",
    );
  });

  it("has own models with a price, and none without", () => {
    const price = { input: "0.01", output: "0.02", batchInput: "0.005", batchOutput: "0.01" };
    const own = names(
      compareModels(
        bot({
          modelOverrides: [
            { model: "ours", price },
            { model: "bare", limits: { rpm: 1 } },
          ],
        }),
      ),
    );
    expect(own.filter((name) => /^(ours|bare)/.test(name))).toEqual(["ours batch", "ours standard"]);
  });

  it("an own model goes beside its own kind, by what is entered of it", () => {
    const kinds = (own: object, override: object | null) => {
      const found = compareModels(
        scenarioOf({
          asOf: "2026-11-27",
          usageTier: 5,
          ...(override && { modelOverrides: [{ model: "ours", ...override }] }),
          workloads: [{ model: "ours", requests: 1, per: "minute", inputTokens: 500, ...own }],
        }),
      ).map(({ model }) => model);
      return [found.includes("gpt-5.6-luna"), found.includes("text-embedding-3-small")];
    };
    const limits = { limits: { rpm: 1 } };
    expect(kinds({ visibleOutputTokens: 50 }, limits)).toEqual([true, false]);
    expect(kinds({}, { price: { input: "1", output: "2" } })).toEqual([true, false]);
    expect(kinds({}, { price: { input: "1", output: "0" } })).toEqual([false, true]);
    expect(kinds({}, { ...limits, maxOutputTokens: 4000 })).toEqual([true, false]);
    // Of input alone, and of no price, it may be either.
    expect(kinds({}, limits)).toEqual([true, true]);
  });

  it("moves one workload, and the others stay where they are", () => {
    const scenario = scenarioOf({
      asOf: "2026-11-27",
      usageTier: 5,
      workloads: [
        SUPPORT_BOT,
        { ...SUPPORT_BOT, model: "gpt-5.6-luna" },
        {
          ...SUPPORT_BOT,
          model: "text-embedding-3-small",
          visibleOutputTokens: 0,
          reasoningTokens: 0,
          maxCompletionTokens: undefined,
        },
      ].map(
        (one) =>
          JSON.parse(
            JSON.stringify({ ...one, ...(one.model.startsWith("text") && { cachedInputTokens: 0 }) }),
          ) as object,
      ),
    });
    const row = compareModels(scenario, 1).find(
      ({ model, serviceTier }) => model === "gpt-5.6-terra" && serviceTier === "batch",
    )!;
    expect(scenarioOn(scenario, row, 1).workloads.map(({ model, serviceTier }) => `${model} ${serviceTier}`)).toEqual([
      "gpt-5.6-terra standard",
      "gpt-5.6-terra batch",
      "text-embedding-3-small standard",
    ]);
    expect(names(compareModels(scenario, 2)).filter((name) => !name.startsWith("text-embedding"))).toEqual([]);
    expect(names(compareModels(scenario)).some((name) => name.startsWith("text-embedding"))).toBe(true);
  });
});
