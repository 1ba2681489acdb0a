import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findModel, limitsAt, noteOf, type Model } from "@/lib/catalogue";

interface Notes {
  readonly prices?: Readonly<Record<string, unknown>>;
}

const notes = (file: string) =>
  Object.entries(JSON.parse(readFileSync(`lib/catalogue/data/${file}`, "utf8")) as Record<string, Notes>);

const model = (id: string): Model => findModel(id)!;

describe("the notes on facts", () => {
  it.each([...notes("checked-notes.json"), ...notes("derived-notes.json")])(
    "%s: every one is on a model of the catalogue, every day on a price of it",
    (id, { prices = {} }) => {
      expect(findModel(id)?.id).toBe(id);
      expect(model(id).prices.map(({ from }) => from)).toEqual(expect.arrayContaining(Object.keys(prices)));
    },
  );

  it("are those that were written by hand", () => {
    const { prices, limits, retirement, batchSupport, window } = model("o1-mini");
    expect(noteOf(prices[1]!)).toBe(
      "The batch price follows from the 50 % rule; no batch table of that time is public.",
    );
    for (const row of limits)
      expect(noteOf(row)).toBe("“–” for the batch queue at tiers 1 and 2: not published, neither zero nor unlimited.");
    expect(noteOf(retirement!)).toBe(
      "OpenAI’s deprecation page names o4-mini; the model page itself recommends o3-mini.",
    );
    expect(noteOf(batchSupport)).toMatch(/^Batch prices and queue limits are published, so probably yes from tier 3/);
    expect(noteOf(window)).toBeUndefined();
  });

  it("say of a derived price how it came about", () => {
    expect(noteOf(model("gpt-5.6-sol").prices[1]!)).toBe(
      "A promotion announced until at least 21 November 2026; before it 5.00, 0.50 and 30.00. No later price was found. " +
        "Batch prices follow from the 50 % rule. Cached input in batch is half price, as OpenAI’s tables have it for the " +
        "models from gpt-5 on. Flex prices are those of OpenAI’s flex table, the same as batch. Fast prices are those " +
        "of OpenAI’s page on Fast mode. Cache writes in batch are printed; in flex and priority they are 1.25 times " +
        "input by OpenAI’s rule.",
    );
    expect(noteOf(model("gpt-3.5-turbo-1106").prices[0]!)).toContain(
      "The batch price is the one OpenAI’s batch table prints: not half.",
    );
  });

  it("tell a limit that was found from one that is inferred, and one that was not found", () => {
    const at = (id: string, tier: 1 | 2) => noteOf(limitsAt(model(id), tier)!);
    expect(at("gpt-6.2-sol", 2)).toMatch(/matched to tiers 2, 4 and 5 by value\. A batch queue limit was not found\.$/);
    expect(at("gpt-6.2-sol", 1)).toMatch(
      /^This tier’s figures were not found: .* A batch queue limit was not found\.$/,
    );
    expect(at("gpt-6-luna", 1)).toBe("No limits by usage tier were found.");
    expect(at("gpt-5.5", 1)).toBeUndefined();
  });

  it("say what batch support rests on", () => {
    expect(noteOf(model("gpt-5.2-pro").batchSupport)).toBe("It stands in OpenAI’s batch price table.");
    expect(noteOf(model("gpt-5.2").batchSupport)).toBeUndefined();
  });
});
