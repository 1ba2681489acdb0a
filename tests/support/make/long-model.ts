import type { Model } from "@/lib/catalogue";
import type { CatalogueModel, ModelLimits, TierPrice } from "../oracle/facts";
import { type Fraction, fraction, fromDecimal } from "../oracle/fraction";

// A model with every kind of price and limit there is, for the engine and for the slow one: long context from
// 272,000 input tokens on, writes for 12 hours, released on the first day of the regional surcharge, a limit of
// requests a day at tier 1 alone, one of tokens a day at tiers 1 and 2.

const fact = { source: "pricing", checkedOn: "2026-11-23", confidence: "high" } as const;
const RATES = [
  [500, 500_000, 1_500_000],
  [5000, 1_000_000, 3_000_000],
  [5000, 2_000_000, 100_000_000],
  [10_000, 4_000_000, 200_000_000],
  [15_000, 40_000_000, 15_000_000_000],
] as const;
const RPD: readonly (number | undefined)[] = [10_000];
const TPD: readonly (number | undefined)[] = [900_000, 90_000_000];

export const LONG_MODEL: Model = {
  id: "long-1",
  snapshots: ["long-1-2026-01-01"],
  contextWindow: 1_050_000,
  maxOutputTokens: 128_000,
  window: fact,
  reasons: true,
  prices: [
    {
      from: "2026-03-05",
      until: null,
      prices: {
        standard: { input: "5.00", cachedInput: "0.50", cacheWrite: "6.25", output: "30.00" },
        batch: { input: "2.50", cachedInput: "0.25", output: "15.00" },
        flex: { input: "2.50", cachedInput: "0.25", output: "15.00" },
        priority: { input: "10.00", cachedInput: "1.00", output: "60.00" },
      },
      longContext: { fromInputTokens: 272_000, inputTimes: "2", outputTimes: "1.5" },
      twelveHourWrites: { inputTimes: "2.5" },
      ...fact,
    },
  ],
  limits: RATES.map(([rpm, tpm, batchQueueTokens], tier): Model["limits"][number] => ({
    usageTier: (tier + 1) as Model["limits"][number]["usageTier"],
    rpm,
    tpm,
    batchQueueTokens,
    ...(RPD[tier] && { rpd: RPD[tier] }),
    ...(TPD[tier] && { tpd: TPD[tier] }),
    ...fact,
  })),
  retirement: null,
  batchSupport: { supported: true, ...fact },
};

const tierPrice = (input: string, cachedInput: string, output: string, cacheWrite12Hours: string): TierPrice => ({
  input: fromDecimal(input),
  cachedInput: fromDecimal(cachedInput),
  cacheWrite: null,
  cacheWrite12Hours: fromDecimal(cacheWrite12Hours),
  output: fromDecimal(output),
});
const whole = (value: number | undefined): Fraction | null => (value === undefined ? null : fraction(BigInt(value)));
const NONE: ModelLimits = { rpm: null, tpm: null, batchQueueTokens: null, rpd: null, tpd: null };
const limitsAt = (tier: 1 | 2 | 3 | 4 | 5): ModelLimits => {
  const [rpm, tpm, queue] = RATES[tier - 1]!;
  return {
    rpm: whole(rpm),
    tpm: whole(tpm),
    batchQueueTokens: whole(queue),
    rpd: whole(RPD[tier - 1]),
    tpd: whole(TPD[tier - 1]),
  };
};

/** The same in plain fractions. */
export const SLOW_LONG_MODEL: CatalogueModel = {
  id: "long-1",
  snapshot: "long-1-2026-01-01",
  prices: [
    {
      from: "2026-03-05",
      price: {
        standard: { ...tierPrice("5", "0.5", "30", "12.5"), cacheWrite: fromDecimal("6.25") },
        batch: tierPrice("2.5", "0.25", "15", "6.25"),
        flex: tierPrice("2.5", "0.25", "15", "6.25"),
        priority: tierPrice("10", "1", "60", "25"),
        long: { from: fraction(272_000n), input: fraction(2n), output: fraction(3n, 2n) },
      },
    },
  ],
  retiredOn: null,
  reasons: true,
  writes: true,
  contextWindow: fraction(1_050_000n),
  maxOutputTokens: fraction(128_000n),
  limits: { free: NONE, 1: limitsAt(1), 2: limitsAt(2), 3: limitsAt(3), 4: limitsAt(4), 5: limitsAt(5) },
};

/** The catalogue with the model among its own; for `vi.mock("@/lib/catalogue", …)`. */
export function withLongModel<T extends typeof import("@/lib/catalogue")>(real: T): T {
  const names = [LONG_MODEL.id, ...LONG_MODEL.snapshots];
  return {
    ...real,
    MODELS: [...real.MODELS, LONG_MODEL],
    findModel: (name: string) => (names.includes(name) ? LONG_MODEL : real.findModel(name)),
  };
}

/** The slow engine's facts with it; for `vi.mock("../support/oracle/facts", …)`. */
export function withSlowLongModel<T extends typeof import("../oracle/facts")>(real: T): T {
  const CATALOGUE = [SLOW_LONG_MODEL, real.CATALOGUE[0]!];
  return {
    ...real,
    CATALOGUE,
    catalogueModel: (name: string) =>
      CATALOGUE.find(({ id, snapshot }) => id === name || snapshot === name) ?? real.catalogueModel(name),
  };
}
