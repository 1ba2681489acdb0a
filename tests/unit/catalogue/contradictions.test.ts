import { describe, expect, it } from "vitest";
import { MODELS, type Model } from "@/lib/catalogue";
import { cardOf } from "@/lib/cards";
import {
  contradictedReasoning,
  contradictedRules,
  ladderGaps,
  tooLargeInputs,
  unpricedWrites,
  unsucceeded,
} from "@/lib/catalogue/build/contradictions.mjs";
import { RULES } from "@/lib/rules";

type Copy = { -readonly [K in keyof Model]: Model[K] };
/** The catalogue with one model broken. */
function broken(id: string, damage: (copy: Copy) => void): Model[] {
  return MODELS.map((model) => {
    const copy = structuredClone(model);
    if (model.id === id) damage(copy);
    return copy;
  });
}

const withRule = (id: keyof typeof RULES, from: RegExp, to: string) => ({
  ...RULES,
  [id]: { ...RULES[id], statement: RULES[id].statement.replace(from, to) },
});

describe("the catalogue does not contradict itself", () => {
  it("as it stands", () => {
    expect([
      ...unsucceeded(MODELS, "2026-11-27"),
      ...ladderGaps(MODELS),
      ...tooLargeInputs(MODELS),
      ...unpricedWrites(MODELS),
      ...contradictedReasoning(MODELS, cardOf),
      ...contradictedRules(RULES, MODELS),
    ]).toEqual([]);
  });

  it.each([
    ["gpt-5", "does not reason"],
    ["gpt-4o", "reasons"],
  ])("%s against its card, which says otherwise than that it %s, is found", (id, says) => {
    const other = broken(id, (model) => {
      model.reasons = !model.reasons;
    });
    expect(contradictedReasoning(other, cardOf)).toEqual([
      `${id}: the catalogue says that it ${says}, its card does not`,
    ]);
  });

  it("a shutdown that passed without a successor is found, on its day and not before", () => {
    const ended = broken("gpt-5.4", (model) => {
      model.retirement = {
        on: "2026-11-27",
        successor: null,
        source: "deprecations",
        checkedOn: "2026-11-27",
        confidence: "high",
      };
    });
    expect(unsucceeded(ended, "2026-11-26")).toEqual([]);
    expect(unsucceeded(ended, "2026-11-27")).toEqual(["gpt-5.4: shut down on 2026-11-27, and no successor is named"]);
  });

  it.each(["rpm", "tpm"] as const)("a gap in the ladder of %s is found, the first tier too", (field) => {
    for (const tier of [1, 3, 5]) {
      const gap = broken("gpt-5", (model) => {
        model.limits = model.limits.map((row) => (row.usageTier === tier ? { ...row, [field]: "unpublished" } : row));
      });
      expect(ladderGaps(gap), `tier ${tier}`).toEqual([
        `gpt-5: ${field} is published at some usage tiers and missing at another`,
      ]);
    }
  });

  it("a batch queue may begin at a higher tier, not end before the last", () => {
    const queue = (tiers: readonly number[]) =>
      ladderGaps(
        broken("gpt-5", (model) => {
          model.limits = model.limits.map((row) =>
            tiers.includes(row.usageTier) ? { ...row, batchQueueTokens: "unpublished" } : row,
          );
        }),
      );
    expect(queue([1, 2])).toEqual([]);
    expect(queue([4])).toEqual(["gpt-5: batchQueueTokens is published at some usage tiers and missing at another"]);
  });

  it("a maximum input over the window is found", () => {
    const large = (tokens: number) => tooLargeInputs(broken("gpt-5", (model) => (model.maxInputTokens = tokens)));
    expect(large(400_000)).toEqual([]);
    expect(large(400_001)).toEqual(["gpt-5: a maximum input of 400001 is over the context window of 400000"]);
  });

  it("a service tier without a price of cache writes is found, and one with another than the rule’s", () => {
    const priced = (cacheWrite: string | undefined) =>
      unpricedWrites(
        broken("gpt-6-luna", (model) => {
          const [row] = model.prices;
          const { cacheWrite: _, ...flex } = row!.prices.flex!;
          model.prices = [
            { ...row!, prices: { ...row!.prices, flex: { ...flex, ...(cacheWrite && { cacheWrite }) } } },
          ];
        }),
      );
    expect(priced("0.0625")).toEqual([]);
    expect(priced(undefined)).toEqual(["gpt-6-luna from 2026-09-22: flex has no price of cache writes, standard has"]);
    expect(priced("0.05")).toEqual(["gpt-6-luna from 2026-09-22: cache writes in flex are not 1.25 times its input"]);
  });

  it.each([
    ["a discount that no model has", withRule("cached-input", /a twentieth/, "a half, a third"), []],
    [
      "a discount that a model has and no rule names",
      withRule("cached-input", /a twentieth/, "little"),
      ["rule cached-input does not name a twentieth of input, which a model has"],
    ],
    [
      "a threshold that no model has",
      withRule("long-context", /272,001/, "200,000"),
      ["rule long-context names 200000 tokens, which no model has", "rule long-context does not name 272001 tokens"],
    ],
  ])("%s is found", (what, rules, findings) => {
    const found = contradictedRules(rules, MODELS);
    if (findings.length > 0) expect(found).toEqual(findings);
    else expect(found, what).not.toEqual([]);
  });

  it("a discount that the last model with it loses is found", () => {
    const without = MODELS.filter(({ id }) => !/^gpt-6\.[12]/.test(id));
    expect(contradictedRules(RULES, without)).toEqual([
      "rule cached-input names a twentieth of input, which no model has",
    ]);
  });
});
