import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findModel } from "@/lib/catalogue";
import { estimate } from "@/lib/estimate";
import { compare, exact, subtract, type Exact } from "@/lib/money";
import { checkScenario } from "@/lib/scenario";

/**
 * Tokens, prices and the dollars that somebody else billed or computed. Not part of the project: read where
 * it lies beside it.
 */
const FILE = "../shared/data/oracles/cost-cases.json";

interface Case {
  readonly group: string;
  readonly source: string;
  readonly model: string;
  readonly input_tokens: number;
  readonly cached_input_tokens: number;
  readonly output_tokens: number;
  readonly reasoning_tokens_included_in_output: number | null;
  readonly price_per_mtok: { readonly input: number; readonly cached: number | null; readonly output: number };
  readonly expected_usd: number | string;
  readonly tolerance: number;
}

/** Exactly what a number says as it is written, an exponent included: `5e-7`. */
function written(value: number | string): Exact {
  const [, whole = "", decimals = "", exponent = "0"] = /^(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/.exec(String(value))!;
  const shift = BigInt(decimals.length) - BigInt(exponent);
  const digits = BigInt(whole + decimals);
  return shift >= 0n ? exact(digits, 10n ** shift) : exact(digits * 10n ** -shift);
}

/** One request a month at the case's own prices. */
function costOf({ price_per_mtok: price, ...one }: Case): Exact {
  return monthly(one, {
    modelOverrides: [
      {
        model: one.model,
        price: {
          input: String(price.input),
          output: String(price.output),
          ...(price.cached !== null && { cachedInput: String(price.cached) }),
        },
      },
    ],
  });
}

/** The day of the catalogue's price row that charges what the case was charged; `undefined` where there is none. */
function listDay({ model, cached_input_tokens, price_per_mtok: price }: Case): string | undefined {
  const same = (ours: string, theirs: number) => compare(written(ours), written(theirs)) === 0;
  return findModel(model)?.prices.find(
    ({ prices: { standard: ours } }) =>
      same(ours.input, price.input) &&
      same(ours.output ?? "0", price.output) &&
      (cached_input_tokens === 0 || same(ours.cachedInput ?? ours.input, price.cached ?? price.input)),
  )?.from;
}

/** One request a month. */
function monthly(
  {
    model,
    input_tokens,
    cached_input_tokens,
    output_tokens,
    reasoning_tokens_included_in_output: reasoning,
  }: Omit<Case, "price_per_mtok">,
  rest: object,
): Exact {
  const checked = checkScenario({
    ...rest,
    workloads: [
      {
        model,
        requests: 1,
        per: "month",
        inputTokens: input_tokens,
        cachedInputTokens: cached_input_tokens,
        visibleOutputTokens: output_tokens - (reasoning ?? 0),
        reasoningTokens: reasoning ?? 0,
      },
    ],
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return estimate(checked.scenario).cost.perMonth!;
}

const cases = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Case[]) : null;

describe("costs that others worked out", () => {
  if (!cases) it("need a file that is not part of the project", ({ skip }) => skip(`there is no ${FILE}`));

  it.each((cases ?? []).map((one, index) => ({ index, ...one })))(
    "$index: $group, $model, $input_tokens in, $output_tokens out is $$expected_usd",
    (one) => {
      const off = subtract(costOf(one), written(one.expected_usd));
      const distance = off.n < 0n ? exact(-off.n, off.d) : off;
      expect(compare(distance, written(one.tolerance))).toBeLessThanOrEqual(0);
    },
  );

  it.each(
    (cases ?? []).flatMap((one, index) =>
      [listDay(one)].flatMap((day) => (day === undefined ? [] : [{ index, day, ...one }])),
    ),
  )("$index: $model at the catalogue's prices of $day is $$expected_usd", ({ day, ...one }) => {
    const off = subtract(monthly(one, { asOf: day }), written(one.expected_usd));
    expect(compare(off.n < 0n ? exact(-off.n, off.d) : off, written(one.tolerance))).toBeLessThanOrEqual(0);
  });

  if (cases) {
    it("are priced by the catalogue but for three", () => {
      const why = (one: Case) =>
        findModel(one.model)
          ? "charged at another price than OpenAI's list"
          : "a benchmark's name for a model and an effort";
      expect(cases.flatMap((one) => (listDay(one) === undefined ? [`${one.model}: ${why(one)}`] : []))).toEqual([
        "o1-preview-2024-09-12: charged at another price than OpenAI's list",
        "o1-2024-12-17-low: a benchmark's name for a model and an effort",
        "o3-mini-2025-01-31-medium: a benchmark's name for a model and an effort",
      ]);
    });

    it("are all there, and none takes a wrong price for right", () => {
      expect(cases.length).toBeGreaterThanOrEqual(192);
      const dearer = cases.filter((one) => {
        const off = subtract(
          costOf({ ...one, price_per_mtok: { ...one.price_per_mtok, output: one.price_per_mtok.output * 2 } }),
          written(one.expected_usd),
        );
        return compare(off, written(one.tolerance)) > 0;
      });
      expect(dearer).toHaveLength(cases.filter(({ output_tokens }) => output_tokens > 0).length);
    });
  }
});
