import { calcPrice } from "@pydantic/genai-prices";
import { describe, expect, it } from "vitest";
import { findModel, limitsAt, MODELS, priceOn, successorsOf, type PriceRow } from "@/lib/catalogue";
import { cardOf } from "@/lib/cards";
import { add, exact, multiply, parseDecimal, toFixedText, toNumber, type Exact } from "@/lib/money";
import { EXPLAINED } from "@/lib/catalogue/build/hand-kept.mjs";

const decimal = (text: string): Exact => parseDecimal(text)!;
const per = (tokens: number, price: Exact): Exact => multiply(price, exact(BigInt(tokens), 1_000_000n));

/**
 * What one standard request costs by a price row: cached input at its price where there is one, everything
 * times the long-context factors from the threshold on.
 */
function costOf({ prices, longContext }: PriceRow, input: number, cached: number, output: number): Exact {
  const long = longContext && input >= longContext.fromInputTokens ? longContext : null;
  const { standard } = prices;
  const inputs = add(
    per(input - cached, decimal(standard.input)),
    per(cached, decimal(standard.cachedInput ?? standard.input)),
  );
  return add(
    multiply(inputs, decimal(long?.inputTimes ?? "1")),
    multiply(per(output, decimal(standard.output ?? "0")), decimal(long?.outputTimes ?? "1")),
  );
}

const rows = MODELS.flatMap((model) => model.prices.map((row) => ({ id: model.id, row })));
/** Rows whose threshold is one token above the package’s: 272,001, as OpenAI’s model pages say it. */
const oneLater = new Set(
  EXPLAINED.filter(({ field }) => field.startsWith("longContext")).map(
    ({ id, field }) => `${id} ${field.split(" from ")[1]}`,
  ),
);
const explained = new Set(
  EXPLAINED.filter(({ field }) => /^(input|cachedInput|output) from|^price$/.test(field)).map(
    ({ id, field }) => `${id} ${field.split(" from ")[1] ?? "all"}`,
  ),
);

describe("standard prices, against a price library", () => {
  it.each(rows.filter(({ id, row }) => !explained.has(`${id} ${row.from}`) && !explained.has(`${id} all`)))(
    "$id from $row.from",
    ({ id, row }) => {
      const threshold = row.longContext?.fromInputTokens ?? 272_000;
      const given = row.prices.standard.output === null ? 0 : 500;
      for (const [input, cached, output] of [
        [1_000, 0, given],
        [oneLater.has(`${id} ${row.from}`) ? threshold - 2 : threshold - 1, 100_000, 8_000],
        [threshold, 100_000, 8_000],
        [threshold + 1, 0, 1],
      ] as const) {
        const answer = calcPrice(
          {
            input_tokens: input,
            cache_read_tokens: row.prices.standard.cachedInput === null ? 0 : cached,
            output_tokens: row.prices.standard.output === null ? 0 : output,
          },
          id,
          { providerId: "openai", timestamp: new Date(`${row.from}T12:00:00Z`) },
        )!;
        const ours = costOf(row, input, row.prices.standard.cachedInput === null ? 0 : cached, output);
        expect(Math.abs(toNumber(ours) - answer.total_price)).toBeLessThan(1e-9);
      }
    },
  );

  it("leaves out nine rows, each explained", () => {
    expect(
      rows
        .filter(({ id, row }) => explained.has(`${id} ${row.from}`) || explained.has(`${id} all`))
        .map(({ id, row }) => `${id} ${row.from}`)
        .sort(),
    ).toEqual([
      "gpt-4o-mini 2024-07-18",
      "gpt-6.1-sol 2026-09-29",
      "gpt-6.1-terra 2026-10-26",
      "gpt-6.2-astra 2026-11-17",
      "gpt-6.2-sol 2026-11-17",
      "o1-mini 2024-09-12",
      "o1-mini 2024-10-01",
      "o1-preview 2024-09-12",
      "o3 2025-04-16",
    ]);
  });
});

describe("prices beside the standard ones", () => {
  const half = (text: string) => multiply(decimal(text), exact(1n, 2n));
  const nine = (amount: Exact) => toFixedText(amount, 9);

  it.each(rows.filter(({ id, row }) => row.prices.batch && id !== "gpt-3.5-turbo-1106"))(
    "$id from $row.from: batch is exactly half",
    ({ row }) => {
      const { standard, batch } = row.prices;
      const halves = [half(standard.input), standard.output === null ? null : half(standard.output)];
      expect([batch!.input, batch!.output].map((text) => text && nine(decimal(text)))).toEqual(
        halves.map((amount) => amount && nine(amount)),
      );
      if (batch!.cachedInput !== null)
        expect(nine(decimal(batch!.cachedInput))).toBe(nine(half(standard.cachedInput!)));
    },
  );

  it("gpt-3.5-turbo-1106 costs as much in batch: OpenAI’s table prints no half of it", () => {
    const { standard, batch } = findModel("gpt-3.5-turbo-1106")!.prices[0]!.prices;
    expect([standard.input, standard.output, batch!.input, batch!.output]).toEqual(["1.00", "2.00", "1.00", "2.00"]);
  });

  const LONG = { inputTimes: "2", outputTimes: "1.5" };
  it.each([
    [
      "gpt-5",
      {
        prices: {
          batch: { cachedInput: "0.0625" },
          flex: { input: "0.625", cachedInput: "0.0625", output: "5.00" },
          priority: { input: "2.50", cachedInput: "0.25", output: "20.00" },
        },
      },
    ],
    ["gpt-5-mini", { prices: { priority: { input: "0.45", cachedInput: "0.045", output: "3.60" } } }],
    [
      "gpt-5.5",
      {
        prices: { priority: { input: "12.50", cachedInput: "1.25", output: "75.00" } },
        longContext: { fromInputTokens: 272_000, ...LONG },
      },
    ],
    [
      "gpt-5.6-luna",
      {
        prices: {
          standard: { input: "0.20", cacheWrite: "0.25" },
          flex: { output: "0.60" },
          priority: { input: "0.40" },
        },
      },
    ],
    [
      "gpt-6-luna",
      { prices: { standard: { cacheWrite: "0.125" } }, longContext: { fromInputTokens: 272_001, ...LONG } },
    ],
    [
      "o3",
      {
        prices: {
          batch: { input: "1.00" },
          flex: { input: "1.00", cachedInput: "0.25", output: "4.00" },
          priority: { output: "14.00" },
        },
      },
    ],
    [
      "o4-mini",
      { prices: { flex: { input: "0.55", cachedInput: "0.138", output: "2.20" }, priority: { input: "2.00" } } },
    ],
    ["gpt-4.1", { prices: { priority: { input: "3.50", cachedInput: "0.875", output: "14.00" } } }],
  ])("%s has %j", (id, row) => {
    expect(findModel(id)!.prices.at(-1)).toMatchObject(row);
  });

  it("are not made up: no cached batch price before gpt-5, no flex for gpt-4.1 and gpt-4o, none of the three for the first models", () => {
    const last = (id: string) => findModel(id)!.prices.at(-1)!.prices;
    for (const id of ["gpt-4.1", "gpt-4o", "o3", "o4-mini", "gpt-4"])
      expect(last(id).batch?.cachedInput ?? null, id).toBeNull();
    for (const id of ["gpt-4.1", "gpt-4o", "gpt-4o-mini", "o1", "o3-mini", "o1-mini"])
      expect(last(id), id).not.toHaveProperty("flex");
    for (const id of ["o1", "o3-mini", "o1-mini", "gpt-5-nano", "gpt-4"])
      expect(last(id), id).not.toHaveProperty("priority");
  });
});

describe("limits", () => {
  it.each([
    ["gpt-4.1-mini", 1, { rpm: 500, tpm: 200_000, batchQueueTokens: 2_000_000, rpd: 10_000 }],
    ["gpt-4.1-mini", 5, { rpm: 30_000, tpm: 150_000_000, batchQueueTokens: 15_000_000_000 }],
    ["gpt-5", 2, { rpm: 5_000, tpm: 1_000_000, batchQueueTokens: 3_000_000 }],
    ["gpt-5.4-pro", 1, { rpm: 50, tpm: 50_000, batchQueueTokens: 900_000 }],
    ["o1-preview", 1, { rpm: 500, tpm: 30_000, batchQueueTokens: "unpublished" }],
    ["gpt-6-sol", 1, { rpm: 500, tpm: 500_000, batchQueueTokens: "unpublished", confidence: "medium" }],
    ["gpt-6-sol", 3, { rpm: 5_000, tpm: 2_000_000, batchQueueTokens: "unpublished", confidence: "low" }],
    ["gpt-6.1-sol", 5, { rpm: 15_000, tpm: 40_000_000, confidence: "medium" }],
    ["gpt-6-astra", 4, { rpm: 10_000, tpm: 4_000_000, confidence: "low" }],
    ["gpt-6-astra", 5, { rpm: 15_000, tpm: 40_000_000, confidence: "medium" }],
    ["gpt-6.1-terra", 4, { rpm: 10_000, tpm: 4_000_000, confidence: "medium" }],
    ["gpt-6.1-terra", 1, { rpm: 500, tpm: 500_000, confidence: "low" }],
    ["gpt-6.2-astra", 2, { rpm: 5_000, tpm: 1_000_000, confidence: "medium" }],
    ["gpt-6.2-sol", 2, { rpm: 5_000, tpm: 1_000_000, confidence: "medium" }],
    ["gpt-6-luna", 3, { rpm: "unpublished", tpm: "unpublished", batchQueueTokens: "unpublished" }],
  ] as const)("%s at tier %s", (id, tier, limits) => {
    expect(limitsAt(findModel(id)!, tier)).toMatchObject(limits);
  });

  it("a day is limited only where the package says so", () => {
    expect(limitsAt(findModel("gpt-4.1-mini")!, 2)).not.toHaveProperty("rpd");
    expect(MODELS.filter(({ limits }) => limits.some(({ rpd }) => rpd !== undefined)).map(({ id }) => id)).toEqual([
      "gpt-4.1-mini",
      "gpt-4.1-nano",
      "gpt-4o-mini",
      "gpt-3.5-turbo",
      "gpt-3.5-turbo-1106",
      "gpt-4",
    ]);
  });
});

describe("names and successors", () => {
  it("what costs something else is a model of its own", () => {
    expect(findModel("gpt-4o-2024-05-13")!.id).toBe("gpt-4o-2024-05-13");
    expect(findModel("gpt-3.5-turbo-1106")!.id).toBe("gpt-3.5-turbo-1106");
    expect(findModel("gpt-5.6")!.id).toBe("gpt-5.6-sol");
    expect(findModel("gpt-5-2025-08-07")!.id).toBe("gpt-5");
  });

  it.each([
    ["o1-mini", ["o4-mini", "gpt-5.6-terra"]],
    ["o1-2024-12-17", ["gpt-5.6-sol"]],
    ["gpt-5-chat-latest", ["gpt-5.6-sol"]],
    ["gpt-5", ["gpt-6.1-sol"]],
    ["gpt-5-nano", ["gpt-6-luna"]],
    ["o3-deep-research", ["gpt-5.6-sol"]],
    ["gpt-5.3-chat-latest", ["gpt-5.5", "gpt-5.6-sol"]],
    ["gpt-3.5-turbo-1106", ["gpt-5.4-mini", "gpt-5.6-terra"]],
    ["gpt-5.1", []],
    ["gpt-4o-mini", ["gpt-6-luna"]],
    ["gpt-5.6-sol", []],
    ["my-own-model", []],
  ])("%s is followed by %j", (name, chain) => expect(successorsOf(name)).toEqual(chain));

  it("every successor is in the catalogue and outlives the model it replaces", () => {
    for (const { id, retirement } of MODELS) {
      if (!retirement || retirement.successor === null) continue;
      const next = findModel(retirement.successor);
      expect(next, `${id} → ${retirement.successor}`).toBeDefined();
      expect(priceOn(next!, retirement.on), id).toBeDefined();
    }
  });
});

describe("sizes and ends", () => {
  it.each([
    ["gpt-5-chat-latest", undefined],
    ["gpt-5.3-chat-latest", undefined],
    ["gpt-5.1", 272_000],
    ["gpt-5.2-pro", 272_000],
    ["gpt-5.1-codex-mini", 272_000],
    ["gpt-5.4-pro", 922_000],
    ["gpt-5.5", 922_000],
    ["gpt-5-pro", undefined],
  ])("%s takes at most %s input tokens", (id, tokens) => {
    expect(findModel(id)!.maxInputTokens).toBe(tokens);
    expect(cardOf(id)!.maxInputTokens?.tokens).toBe(tokens);
  });

  it("the day of a shutdown stands without a successor where none was found", () => {
    for (const id of ["gpt-5.1", "gpt-5.4-nano", "gpt-5.3-codex"])
      expect(findModel(id)!.retirement, id).toMatchObject({ on: "2027-04-01", successor: null, confidence: "high" });
  });

  it("a name that ended before its model says when", () => {
    expect(cardOf("gpt-4")!.snapshots.find(({ id }) => id === "gpt-4-0314")!.endedOn).toBe("2026-03-26");
  });

  it("two -pro models stand in the batch price table", () => {
    for (const id of ["gpt-5.4-pro", "gpt-5.2-pro"])
      expect(findModel(id)!.batchSupport, id).toMatchObject({ supported: true, confidence: "high" });
  });
});

describe("cards", () => {
  it("say what the page says", () => {
    expect(cardOf("gpt-5")).toMatchObject({
      knowledgeCutoff: { on: "2024-09-30" },
      reasoningTokens: { supported: true },
      maxInputTokens: { tokens: 272_000 },
      ratings: [
        { name: "Reasoning", steps: 4 },
        { name: "Speed", steps: 3 },
      ],
    });
    expect(
      cardOf("gpt-4o")!
        .endpoints.filter(({ support }) => support === "yes")
        .map(({ name }) => name),
    ).toEqual(["Chat Completions", "Responses", "Assistants", "Batch", "Fine-tuning"]);
    expect(cardOf("gpt-4o")!.ratings[0]).toMatchObject({ name: "Intelligence", label: "High" });
    expect(cardOf("gpt-6-sol")!.ratings).toEqual([]);
  });
});

describe("limits of long requests", () => {
  it("of gpt-4.1 begin above 128,000 input tokens, with their source", () => {
    const { ownLimitsFrom, longLimits } = findModel("gpt-4.1")!;
    expect(ownLimitsFrom).toBe(128_001);
    expect(longLimits!.map(({ rpm, tpm, batchQueueTokens }) => [rpm, tpm, batchQueueTokens])).toEqual([
      [100, 200_000, 2_000_000],
      [250, 500_000, 20_000_000],
      [500, 1_000_000, 40_000_000],
      [1_000, 5_000_000, 100_000_000],
      [4_000, 10_000_000, 1_000_000_000],
    ]);
    expect(longLimits![0]).toMatchObject({ usageTier: 1, source: "model-page-data", confidence: "high" });
  });

  it("are published of seven models, at every paid tier", () => {
    const published = MODELS.filter(({ longLimits }) => longLimits);
    expect(published.map(({ id, ownLimitsFrom, longLimits }) => [id, ownLimitsFrom, longLimits![0]!.tpm])).toEqual([
      ["gpt-5.5", 272_001, 400_000],
      ["gpt-5.4-pro", 272_001, 40_000],
      ["gpt-5.4", 272_001, 400_000],
      ["gpt-5.2-pro", 128_001, 200_000],
      ["gpt-4.1", 128_001, 200_000],
      ["gpt-4.1-mini", 128_001, 400_000],
      ["gpt-4.1-nano", 128_001, 400_000],
    ]);
    for (const { longLimits } of published)
      expect(longLimits!.flatMap(({ rpm, tpm, batchQueueTokens }) => [rpm, tpm, batchQueueTokens])).not.toContain(
        "unpublished",
      );
  });
});
