import { describe, expect, it } from "vitest";
import {
  BATCH_LIMITS,
  CHARGES,
  CHECKED_ON,
  findModel,
  MODELS,
  priceOn,
  SOURCES,
  successorsOf,
  USAGE_TIERS,
} from "@/lib/catalogue";
import namedNext from "@/lib/catalogue/data/named-next.json";
import {
  batchLimitsSchema,
  chargesSchema,
  daySchema,
  decimalSchema,
  modelsSchema,
  namedNextSchema,
  sourcesSchema,
  usageTiersSchema,
} from "@/lib/catalogue/schema";
import { CARDS } from "@/lib/cards";
import { cardsSchema } from "@/lib/cards/schema";
import { RULES } from "@/lib/rules";

type Damage = (copy: {
  models: ReturnType<typeof modelsSchema.parse>;
  tiers: ReturnType<typeof usageTiersSchema.parse>;
  cards: ReturnType<typeof cardsSchema.parse>;
}) => void;

const copyOf = () =>
  ({
    models: structuredClone(MODELS),
    tiers: structuredClone(USAGE_TIERS),
    cards: structuredClone(CARDS),
  }) as Parameters<Damage>[0];

function faults(damage: Damage): string[] {
  const copy = copyOf();
  damage(copy);
  return [
    modelsSchema.safeParse(copy.models),
    usageTiersSchema.safeParse(copy.tiers),
    cardsSchema.safeParse(copy.cards),
  ].flatMap((result) => (result.success ? [] : result.error.issues.map((issue) => issue.message)));
}

describe("the catalogue's data", () => {
  it("passes its schemas, and comes back as it was", () => {
    expect(modelsSchema.parse(MODELS)).toEqual(MODELS);
    expect(usageTiersSchema.parse(USAGE_TIERS)).toEqual(USAGE_TIERS);
    expect(cardsSchema.parse(CARDS)).toEqual(CARDS);
    expect(sourcesSchema.parse(SOURCES)).toEqual(SOURCES);
    expect(batchLimitsSchema.parse(BATCH_LIMITS)).toEqual(BATCH_LIMITS);
    expect(chargesSchema.parse(CHARGES)).toEqual(CHARGES);
    expect(namedNextSchema.parse(namedNext)).toEqual(namedNext);
    expect(daySchema.parse(CHECKED_ON)).toBe(CHECKED_ON);
  });

  it("has one card for each model, naming its snapshots and the chain of its successors", () => {
    expect(CARDS.map(({ id }) => id)).toEqual(MODELS.map(({ id }) => id));
    for (const card of CARDS) {
      const model = findModel(card.id)!;
      expect(card.snapshots.map(({ id }) => id)).toEqual(model.snapshots);
      expect(card.successors.map(({ id }) => id)).toEqual(successorsOf(card.id));
      if (model.retirement) expect(card.successors[0]?.id ?? null).toBe(model.retirement.successor);
      expect(card.peers).toContain(card.id);
      for (const peer of card.peers) expect(findModel(peer), peer).toBeDefined();
    }
  });

  it("was checked on no day after the catalogue's own", () => {
    const facts = JSON.stringify([MODELS, USAGE_TIERS, CARDS, RULES]).matchAll(/"checkedOn":"([^"]*)"/g);
    for (const [, day] of facts) expect(day! <= CHECKED_ON).toBe(true);
  });

  it("uses every source it names", () => {
    const used = JSON.stringify([MODELS, USAGE_TIERS, CARDS, RULES]);
    for (const id of Object.keys(SOURCES)) expect(used, id).toContain(`"${id}"`);
  });

  it.each([
    ["o1-mini", "2024-09-11", undefined],
    ["o1-mini", "2024-09-12", "3.00"],
    ["o1-mini", "2025-01-30", "3.00"],
    ["o1-mini", "2025-01-31", "1.10"],
    ["o1-mini-2024-09-12", "2026-11-23", "1.10"],
    ["o1", "2024-12-16", undefined],
    ["o1", "2024-12-17", "15.00"],
    ["o3-mini", "2025-01-31", "1.10"],
    ["gpt-5.6", "2026-08-20", "5.00"],
    ["gpt-5.6-sol", "2026-08-21", "4.00"],
    ["o3-2025-04-16", "2025-06-09", "10.00"],
    ["o3", "2025-06-10", "2.00"],
    ["gpt-4o-2024-05-13", "2024-10-02", "5.00"],
    ["gpt-4o", "2024-10-01", undefined],
    ["gpt-4o-2024-11-20", "2024-11-20", "2.50"],
  ])("%s on %s costs %s a million input tokens", (name, day, input) => {
    expect(priceOn(findModel(name)!, day)?.prices.standard.input).toBe(input);
  });
});

describe("damaged data", () => {
  it.each<[string, Damage, string]>([
    [
      "a gap between prices",
      ({ models }) => (models[0]!.prices[1]!.from = "2024-10-02"),
      "a gap: no price is in force before this row",
    ],
    [
      "overlapping prices",
      ({ models }) => (models[0]!.prices[1]!.from = "2024-09-30"),
      "an overlap: two prices are in force",
    ],
    [
      "an open price before the last",
      ({ models }) => (models[0]!.prices[1]!.until = null),
      "only the last price is open",
    ],
    [
      "a last price that ends",
      ({ models }) => (models[0]!.prices[2]!.until = "2025-10-27"),
      "the last price has no end",
    ],
    [
      "a price that ends on its first day",
      ({ models }) => (models[0]!.prices[0]!.until = "2024-09-12"),
      "a price ends after the day it begins",
    ],
    ["no price at all", ({ models }) => (models[1]!.prices = []), "Too small"],
    [
      "a price from after retirement",
      ({ models }) => (models[1]!.retirement!.on = "2024-12-17"),
      "no price begins after retirement",
    ],
    [
      "a price as a number",
      ({ models }) => (models[0]!.prices[0]!.prices.standard.input = 3 as never),
      "expected string",
    ],
    [
      "a price with an exponent",
      ({ models }) => (models[0]!.prices[0]!.prices.standard.input = "3e0"),
      "an amount is a decimal string such as 1.10",
    ],
    [
      "a negative price",
      ({ models }) => (models[0]!.prices[0]!.prices.standard.output = "-12.00"),
      "an amount is a decimal string such as 1.10",
    ],
    [
      "a missing cached price",
      ({ models }) => delete (models[0]!.prices[0]!.prices.standard as { cachedInput?: unknown }).cachedInput,
      "expected string",
    ],
    [
      "a day that does not exist",
      ({ models }) => (models[0]!.prices[2]!.from = "2025-02-29"),
      "not a day of the calendar",
    ],
    [
      "a day written another way",
      ({ models }) => (models[0]!.retirement!.on = "27 Oct 2025"),
      "a day is written YYYY-MM-DD",
    ],
    [
      "four tiers",
      ({ models }) => models[2]!.limits.pop(),
      "limits have one row for each of the tiers 1 to 5, in order",
    ],
    [
      "tiers out of order",
      ({ models }) => models[2]!.limits.reverse(),
      "limits have one row for each of the tiers 1 to 5, in order",
    ],
    ["a limit that shrinks", ({ models }) => (models[2]!.limits[4]!.tpm = 100), "a higher tier has no lower limit"],
    ["a limit of zero", ({ models }) => (models[0]!.limits[0]!.batchQueueTokens = 0), "Too small"],
    ["an unknown source", ({ models }) => (models[0]!.limits[0]!.source = "hearsay" as never), "Invalid option"],
    [
      "an undated row",
      ({ models }) => delete (models[0]!.limits[0] as { checkedOn?: unknown }).checkedOn,
      "expected string",
    ],
    ["an unknown confidence", ({ models }) => (models[0]!.window.confidence = "certain" as never), "Invalid option"],
    [
      "a field nobody knows",
      ({ models }) => ((models[0] as Record<string, unknown>)["rpd"] = 10_000),
      "Unrecognized key",
    ],
    [
      "a limit for a day that shrinks",
      ({ models }) => ((models[2]!.limits[0]!.rpd = 20_000), (models[2]!.limits[1]!.rpd = 10_000)),
      "a higher tier has no lower limit",
    ],
    [
      "a threshold of zero tokens",
      ({ models }) => (models[0]!.prices[2]!.longContext = { fromInputTokens: 0, inputTimes: "2", outputTimes: "1.5" }),
      "Too small",
    ],
    ["a model rated once", ({ cards }) => cards[0]!.ratings.pop(), "a model is rated twice or not at all"],
    ["a name for two models", ({ models }) => (models[1]!.snapshots = ["o3-mini"]), "a name stands for one model"],
    [
      "more output than context",
      ({ models }) => (models[0]!.maxOutputTokens = 128_001),
      "output fits the context window",
    ],
    ["a tier missing", ({ tiers }) => tiers.splice(2, 1), "usage tiers are free and 1 to 5, in order"],
    ["a free tier that costs", ({ tiers }) => (tiers[0]!.reachedAfterUsd = "1"), "only Free costs nothing to reach"],
    [
      "a usage limit that shrinks",
      ({ tiers }) => (tiers[5]!.monthlyUsageLimitUsd = "4999"),
      "a higher tier has no lower usage limit",
    ],
    ["an endpoint without evidence", ({ cards }) => (cards[0]!.endpoints[0]!.evidence = ""), "Too small"],
    [
      "an endpoint listed twice",
      ({ cards }) => (cards[0]!.endpoints[1]!.name = "Chat Completions"),
      "each name stands once",
    ],
    [
      "support that is a guess",
      ({ cards }) => (cards[0]!.features[0]!.support = "probably" as never),
      "Invalid option",
    ],
    ["two cards for one model", ({ cards }) => (cards[1]!.id = "o1-mini"), "one card a model"],
  ])("%s is refused", (_, damage, message) => {
    expect(faults(damage).join("\n")).toContain(message);
  });

  it.each(["2024-02-29", "2000-02-29", "2026-12-31"])("%s is a day", (day) =>
    expect(daySchema.safeParse(day).success).toBe(true),
  );
  it.each(["2023-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "26-01-01", ""])(
    "%s is not a day",
    (day) => expect(daySchema.safeParse(day).success).toBe(false),
  );
  it.each(["0", "0.00", "1.10", "200000"])("%s is an amount", (text) =>
    expect(decimalSchema.safeParse(text).success).toBe(true),
  );
  it.each(["", ".5", "1.", "01", "+1", "-0", "1,5", "1 000", "Infinity", "1e3"])("%s is not an amount", (text) =>
    expect(decimalSchema.safeParse(text).success).toBe(false),
  );
});
