import { type Fraction, fraction, fromDecimal } from "./fraction";

/** A usage tier of an OpenAI account. */
export type UsageTier = "free" | 1 | 2 | 3 | 4 | 5;

/** USD per million tokens in one service tier; null where none is published. */
export interface TierPrice {
  readonly input: Fraction;
  readonly cachedInput: Fraction | null;
  readonly cacheWrite: Fraction | null;
  /** What stays in the cache for 12 hours; null where that is not sold. */
  readonly cacheWrite12Hours: Fraction | null;
  /** Null: the model gives no output. */
  readonly output: Fraction | null;
}

/**
 * The prices of a model; null where it has none in that service tier. From `long.from` input tokens on every
 * price is multiplied.
 */
export interface Price {
  readonly standard: TierPrice;
  readonly batch: TierPrice | null;
  readonly flex: TierPrice | null;
  readonly priority: TierPrice | null;
  readonly long: { readonly from: Fraction; readonly input: Fraction; readonly output: Fraction } | null;
}

/**
 * Requests a minute, tokens a minute, input tokens enqueued at once; null where none is published. Requests
 * and tokens a day; null where there is no such limit.
 */
export interface ModelLimits {
  readonly rpm: Fraction | null;
  readonly tpm: Fraction | null;
  readonly batchQueueTokens: Fraction | null;
  readonly rpd: Fraction | null;
  readonly tpd: Fraction | null;
}

/**
 * What is published of one model. `prices` are in order of `from` (inclusive, `YYYY-MM-DD`); the last one
 * stays in force.
 */
export interface CatalogueModel {
  readonly id: string;
  /** Its dated name; the id again where it has none. */
  readonly snapshot: string;
  readonly prices: readonly { readonly from: string; readonly price: Price }[];
  /** Null: not retired. */
  readonly retiredOn: string | null;
  /** Whether it has reasoning tokens, and whether its default mode writes to the cache what it does not read. */
  readonly reasons: boolean;
  readonly writes: boolean;
  readonly contextWindow: Fraction;
  readonly maxOutputTokens: Fraction;
  readonly limits: Readonly<Record<UsageTier, ModelLimits>>;
  /** Requests above so many input tokens have these limits alone; absent: all requests share `limits`. */
  readonly longRequests?: { readonly above: Fraction; readonly limits: Readonly<Record<UsageTier, ModelLimits>> };
}

/** USD of a thousand calls. */
export const WEB_SEARCH = fraction(10n);
export const FILE_SEARCH = fraction(5n, 2n);
/** Processing in one region: the factor, and the first day whose models it is for. */
export const REGIONAL = { factor: fraction(11n, 10n), from: "2026-03-05" };

/** The day all of these facts were checked; the default of `asOf`. */
export const CHECKED_ON = "2026-11-27";

export const USAGE_TIERS: readonly UsageTier[] = ["free", 1, 2, 3, 4, 5];

/** The monthly usage limit of each usage tier in USD. */
export const MONTHLY_USAGE_LIMIT_USD: Readonly<Record<UsageTier, Fraction>> = {
  free: fraction(100n),
  1: fraction(100n),
  2: fraction(500n),
  3: fraction(1_000n),
  4: fraction(5_000n),
  5: fraction(200_000n),
};

export const NOTHING_PUBLISHED: ModelLimits = { rpm: null, tpm: null, batchQueueTokens: null, rpd: null, tpd: null };

export const CATALOGUE: readonly CatalogueModel[] = [
  {
    id: "o1-mini",
    snapshot: "o1-mini-2024-09-12",
    prices: [
      { from: "2024-09-12", price: price("3.00", null, "12.00", "1.50", "6.00") },
      { from: "2024-10-01", price: price("3.00", "1.50", "12.00", "1.50", "6.00") },
      { from: "2025-01-31", price: price("1.10", "0.55", "4.40", "0.55", "2.20") },
    ],
    retiredOn: "2025-10-27",
    reasons: true,
    writes: false,
    contextWindow: fraction(128_000n),
    maxOutputTokens: fraction(65_536n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: limits(500n, 200_000n, null),
      2: limits(5_000n, 2_000_000n, null),
      3: limits(5_000n, 4_000_000n, 40_000_000n),
      4: limits(10_000n, 10_000_000n, 1_000_000_000n),
      5: limits(30_000n, 150_000_000n, 15_000_000_000n),
    },
  },
  {
    id: "o1",
    snapshot: "o1-2024-12-17",
    prices: [{ from: "2024-12-17", price: price("15.00", "7.50", "60.00", "7.50", "30.00") }],
    retiredOn: "2026-10-23",
    reasons: true,
    writes: false,
    contextWindow: fraction(200_000n),
    maxOutputTokens: fraction(100_000n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: limits(500n, 30_000n, 90_000n),
      2: limits(5_000n, 450_000n, 1_350_000n),
      3: limits(5_000n, 800_000n, 50_000_000n),
      4: limits(10_000n, 2_000_000n, 200_000_000n),
      5: limits(10_000n, 30_000_000n, 5_000_000_000n),
    },
  },
  {
    id: "o3-mini",
    snapshot: "o3-mini-2025-01-31",
    prices: [{ from: "2025-01-31", price: price("1.10", "0.55", "4.40", "0.55", "2.20") }],
    retiredOn: "2026-10-23",
    reasons: true,
    writes: false,
    contextWindow: fraction(200_000n),
    maxOutputTokens: fraction(100_000n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: limits(1_000n, 100_000n, 1_000_000n),
      2: limits(2_000n, 200_000n, 2_000_000n),
      3: limits(5_000n, 4_000_000n, 40_000_000n),
      4: limits(10_000n, 10_000_000n, 1_000_000_000n),
      5: limits(30_000n, 150_000_000n, 15_000_000_000n),
    },
  },
  {
    id: "gpt-4.1",
    snapshot: "gpt-4.1-2025-04-14",
    prices: [
      {
        from: "2025-04-14",
        price: { ...price("2", "0.50", "8", "1", "4"), priority: tierPrice("3.50", "0.875", null, "14") },
      },
    ],
    retiredOn: "2027-01-14",
    reasons: false,
    writes: false,
    contextWindow: fraction(1_047_576n),
    maxOutputTokens: fraction(32_768n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: limits(500n, 30_000n, 90_000n),
      2: limits(5_000n, 450_000n, 1_350_000n),
      3: limits(5_000n, 800_000n, 50_000_000n),
      4: limits(10_000n, 2_000_000n, 200_000_000n),
      5: limits(10_000n, 30_000_000n, 5_000_000_000n),
    },
    longRequests: {
      above: fraction(128_000n),
      limits: {
        free: NOTHING_PUBLISHED,
        1: limits(100n, 200_000n, 2_000_000n),
        2: limits(250n, 500_000n, 20_000_000n),
        3: limits(500n, 1_000_000n, 40_000_000n),
        4: limits(1_000n, 5_000_000n, 100_000_000n),
        5: limits(4_000n, 10_000_000n, 1_000_000_000n),
      },
    },
  },
];

const LONG = { from: fraction(272_001n), input: fraction(2n), output: fraction(3n, 2n) };
/** Requests and tokens a minute of tiers 1 to 5; no batch queue of these models was found. */
const GPT_6_LIMITS: CatalogueModel["limits"] = {
  free: NOTHING_PUBLISHED,
  1: limits(500n, 500_000n, null),
  2: limits(5_000n, 1_000_000n, null),
  3: limits(5_000n, 2_000_000n, null),
  4: limits(10_000n, 4_000_000n, null),
  5: limits(15_000n, 40_000_000n, null),
};

/** What the GPT-6 family has in common. */
const GPT_6 = {
  retiredOn: null,
  reasons: true,
  writes: true,
  contextWindow: fraction(1_050_000n),
  maxOutputTokens: fraction(128_000n),
  limits: GPT_6_LIMITS,
};

/** Models with every kind of price, and two that end soon, typed from the facts of November 2026. */
const NEWER: readonly CatalogueModel[] = [
  {
    id: "gpt-5",
    snapshot: "gpt-5-2025-08-07",
    prices: [
      {
        from: "2025-08-07",
        price: {
          standard: tierPrice("1.25", "0.125", null, "10"),
          batch: tierPrice("0.625", "0.0625", null, "5"),
          flex: tierPrice("0.625", "0.0625", null, "5"),
          priority: tierPrice("2.50", "0.25", null, "20"),
          long: null,
        },
      },
    ],
    retiredOn: "2026-12-11",
    reasons: true,
    writes: false,
    contextWindow: fraction(400_000n),
    maxOutputTokens: fraction(128_000n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: limits(500n, 500_000n, 1_500_000n),
      2: limits(5_000n, 1_000_000n, 3_000_000n),
      3: limits(5_000n, 2_000_000n, 100_000_000n),
      4: limits(10_000n, 4_000_000n, 200_000_000n),
      5: limits(15_000n, 40_000_000n, 15_000_000_000n),
    },
  },
  {
    id: "gpt-4o-mini",
    snapshot: "gpt-4o-mini-2024-07-18",
    prices: [
      { from: "2024-07-18", price: price("0.15", null, "0.60", "0.075", "0.30") },
      {
        from: "2024-10-01",
        price: {
          ...price("0.15", "0.075", "0.60", "0.075", "0.30"),
          priority: tierPrice("0.25", "0.125", null, "1"),
        },
      },
    ],
    retiredOn: "2027-01-14",
    reasons: false,
    writes: false,
    contextWindow: fraction(128_000n),
    maxOutputTokens: fraction(16_384n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: { ...limits(500n, 200_000n, 2_000_000n), rpd: fraction(10_000n) },
      2: limits(5_000n, 2_000_000n, 20_000_000n),
      3: limits(5_000n, 4_000_000n, 40_000_000n),
      4: limits(10_000n, 10_000_000n, 1_000_000_000n),
      5: limits(30_000n, 150_000_000n, 15_000_000_000n),
    },
  },
  {
    id: "gpt-6.1-terra",
    snapshot: "gpt-6.1-terra",
    prices: [
      {
        from: "2026-10-26",
        price: {
          standard: for12Hours("2.50", tierPrice("1", "0.05", "1.25", "5")),
          batch: for12Hours("1.25", tierPrice("0.50", "0.025", "0.625", "2.50")),
          flex: for12Hours("1.25", tierPrice("0.50", "0.025", "0.625", "2.50")),
          priority: for12Hours("5", tierPrice("2", "0.10", "2.50", "10")),
          long: LONG,
        },
      },
    ],
    ...GPT_6,
  },
  {
    id: "gpt-6.2-astra",
    snapshot: "gpt-6.2-astra",
    prices: [
      {
        from: "2026-11-17",
        price: {
          standard: for12Hours("20", tierPrice("8", "0.40", "10", "40")),
          batch: for12Hours("10", tierPrice("4", "0.20", "5", "20")),
          flex: null,
          priority: for12Hours("40", tierPrice("16", "0.80", "20", "80")),
          long: LONG,
        },
      },
    ],
    ...GPT_6,
  },
  {
    id: "gpt-6.1-sol",
    snapshot: "gpt-6.1-sol",
    prices: [
      {
        from: "2026-09-29",
        price: {
          standard: tierPrice("2", "0.10", "2.50", "10"),
          batch: tierPrice("1", "0.05", "1.25", "5"),
          flex: tierPrice("1", "0.05", "1.25", "5"),
          priority: tierPrice("4", "0.20", "5", "20"),
          long: LONG,
        },
      },
    ],
    ...GPT_6,
  },
  {
    id: "gpt-6-luna",
    snapshot: "gpt-6-luna",
    prices: [
      {
        from: "2026-09-22",
        price: {
          standard: tierPrice("0.10", "0.01", "0.125", "0.50"),
          batch: tierPrice("0.05", "0.005", "0.0625", "0.25"),
          flex: tierPrice("0.05", "0.005", "0.0625", "0.25"),
          priority: tierPrice("0.20", "0.02", "0.25", "1"),
          long: LONG,
        },
      },
    ],
    retiredOn: null,
    reasons: true,
    writes: true,
    contextWindow: fraction(1_050_000n),
    maxOutputTokens: fraction(128_000n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: NOTHING_PUBLISHED,
      2: NOTHING_PUBLISHED,
      3: NOTHING_PUBLISHED,
      4: NOTHING_PUBLISHED,
      5: NOTHING_PUBLISHED,
    },
  },
];

/** What OpenAI’s deprecation page names in place of the models that end, of those held here. */
export const NAMED_NEXT: Readonly<Record<string, string>> = {
  "gpt-5": "gpt-6.1-sol",
  "gpt-4.1": "gpt-6-luna",
  "gpt-4o-mini": "gpt-6-luna",
};

/** The three models of embeddings: the same limits, input only. */
export const EMBEDDINGS: readonly CatalogueModel[] = [
  embeddings("text-embedding-3-small", "2024-01-25", "0.02", "0.01"),
  embeddings("text-embedding-3-large", "2024-01-25", "0.13", "0.065"),
  embeddings("text-embedding-ada-002", "2023-06-13", "0.10", "0.05"),
];

/** The catalogue's model of this id or snapshot, or null. */
export function catalogueModel(name: string): CatalogueModel | null {
  return [...CATALOGUE, ...NEWER, ...EMBEDDINGS].find((model) => model.id === name || model.snapshot === name) ?? null;
}

/** The same with what a token costs that stays in the cache for 12 hours. */
function for12Hours(amount: string, own: TierPrice): TierPrice {
  return { ...own, cacheWrite12Hours: fromDecimal(amount) };
}

function price(
  input: string,
  cachedInput: string | null,
  output: string,
  batchInput: string,
  batchOutput: string,
): Price {
  return {
    standard: {
      input: fromDecimal(input),
      cachedInput: cachedInput === null ? null : fromDecimal(cachedInput),
      cacheWrite: null,
      cacheWrite12Hours: null,
      output: fromDecimal(output),
    },
    batch: {
      input: fromDecimal(batchInput),
      cachedInput: null,
      cacheWrite: null,
      cacheWrite12Hours: null,
      output: fromDecimal(batchOutput),
    },
    flex: null,
    priority: null,
    long: null,
  };
}

function tierPrice(input: string, cachedInput: string, cacheWrite: string | null, output: string): TierPrice {
  return {
    input: fromDecimal(input),
    cachedInput: fromDecimal(cachedInput),
    cacheWrite: cacheWrite === null ? null : fromDecimal(cacheWrite),
    cacheWrite12Hours: null,
    output: fromDecimal(output),
  };
}

function limits(rpm: bigint, tpm: bigint, batchQueueTokens: bigint | null): ModelLimits {
  return {
    rpm: fraction(rpm),
    tpm: fraction(tpm),
    batchQueueTokens: batchQueueTokens === null ? null : fraction(batchQueueTokens),
    rpd: null,
    tpd: null,
  };
}

function embeddings(id: string, from: string, input: string, batchInput: string): CatalogueModel {
  const only = (amount: string): TierPrice => ({
    input: fromDecimal(amount),
    cachedInput: null,
    cacheWrite: null,
    cacheWrite12Hours: null,
    output: null,
  });
  return {
    id,
    snapshot: id,
    prices: [
      { from, price: { standard: only(input), batch: only(batchInput), flex: null, priority: null, long: null } },
    ],
    retiredOn: null,
    reasons: false,
    writes: false,
    contextWindow: fraction(8_192n),
    maxOutputTokens: fraction(0n),
    limits: {
      free: NOTHING_PUBLISHED,
      1: limits(3_000n, 1_000_000n, 3_000_000n),
      2: limits(5_000n, 1_000_000n, 20_000_000n),
      3: limits(5_000n, 5_000_000n, 100_000_000n),
      4: limits(10_000n, 5_000_000n, 500_000_000n),
      5: limits(10_000n, 10_000_000n, 4_000_000_000n),
    },
  };
}
