import { CHECKED_ON } from "./checked-on";
import { DERIVED } from "./derived";
import { expand } from "./expand";
import type { Fact, LimitRow, Model, Published, SourceId } from "./types";

const checked = (source: SourceId, confidence: Fact["confidence"], note?: string): Fact => ({
  source,
  checkedOn: CHECKED_ON,
  confidence,
  ...(note && { note }),
});

type Triple = readonly [rpm: number, tpm: number, batchQueueTokens: Published<number>];

/** Five rows, tier 1 first. */
const byTier = (fact: Fact, rows: readonly [Triple, Triple, Triple, Triple, Triple]): LimitRow[] =>
  rows.map(([rpm, tpm, batchQueueTokens], i) => ({
    usageTier: (i + 1) as LimitRow["usageTier"],
    rpm,
    tpm,
    batchQueueTokens,
    ...fact,
  }));

const HALVES = "The batch price follows from the 50 % rule; no batch table of that time is public.";
const STACKING = "OpenAI’s batch table prints “–” for cached input: the discounts do not stack.";

/** The models whose every fact was compared with OpenAI’s own texts: where a package says otherwise, these win. */
const COMPARED: readonly Model[] = [
  {
    id: "o1-mini",
    snapshots: ["o1-mini-2024-09-12"],
    contextWindow: 128_000,
    maxOutputTokens: 65_536,
    window: checked("o1-mini-page", "high"),
    prices: [
      {
        from: "2024-09-12",
        until: "2024-10-01",
        input: "3.00",
        cachedInput: null,
        output: "12.00",
        batchInput: "1.50",
        batchOutput: "6.00",
        ...checked("pricing", "high", `Prompt caching did not exist yet. ${HALVES}`),
      },
      {
        from: "2024-10-01",
        until: "2025-01-31",
        input: "3.00",
        cachedInput: "1.50",
        output: "12.00",
        batchInput: "1.50",
        batchOutput: "6.00",
        ...checked("prompt-caching-launch", "high", HALVES),
      },
      {
        from: "2025-01-31",
        until: null,
        input: "1.10",
        cachedInput: "0.55",
        output: "4.40",
        batchInput: "0.55",
        batchOutput: "2.20",
        ...checked("o1-mini-page", "high", `The day of the cut rests on a same-day public record. ${STACKING}`),
      },
    ],
    limits: byTier(
      checked(
        "o1-mini-page",
        "high",
        "“–” for the batch queue at tiers 1 and 2: not published, neither zero nor unlimited.",
      ),
      [
        [500, 200_000, "unpublished"],
        [5_000, 2_000_000, "unpublished"],
        [5_000, 4_000_000, 40_000_000],
        [10_000, 10_000_000, 1_000_000_000],
        [30_000, 150_000_000, 15_000_000_000],
      ],
    ),
    retirement: {
      on: "2025-10-27",
      successor: "o4-mini",
      ...checked(
        "deprecations",
        "high",
        "OpenAI’s deprecation page names o4-mini; the model page itself recommends o3-mini.",
      ),
    },
    batchSupport: {
      supported: true,
      ...checked(
        "o1-mini-page",
        "disputed",
        "Batch prices and queue limits are published, so probably yes from tier 3; other public texts leave o1-mini out of batch.",
      ),
    },
  },
  {
    id: "o1",
    snapshots: ["o1-2024-12-17"],
    contextWindow: 200_000,
    maxOutputTokens: 100_000,
    window: checked("o1-page", "high"),
    prices: [
      {
        from: "2024-12-17",
        until: null,
        input: "15.00",
        cachedInput: "7.50",
        output: "60.00",
        batchInput: "7.50",
        batchOutput: "30.00",
        ...checked("pricing", "high", STACKING),
      },
    ],
    limits: byTier(checked("o1-page", "high"), [
      [500, 30_000, 90_000],
      [5_000, 450_000, 1_350_000],
      [5_000, 800_000, 50_000_000],
      [10_000, 2_000_000, 200_000_000],
      [10_000, 30_000_000, 5_000_000_000],
    ]),
    retirement: {
      on: "2026-10-23",
      successor: "gpt-5.5",
      ...checked(
        "deprecations",
        "high",
        "OpenAI’s deprecation page names gpt-5.5; gpt-5.6-sol follows it, with medium confidence.",
      ),
    },
    batchSupport: { supported: true, ...checked("o1-page", "high") },
  },
  {
    id: "o3-mini",
    snapshots: ["o3-mini-2025-01-31"],
    contextWindow: 200_000,
    maxOutputTokens: 100_000,
    window: checked("o3-mini-page", "high"),
    prices: [
      {
        from: "2025-01-31",
        until: null,
        input: "1.10",
        cachedInput: "0.55",
        output: "4.40",
        batchInput: "0.55",
        batchOutput: "2.20",
        ...checked("pricing", "high", STACKING),
      },
    ],
    limits: byTier(checked("o3-mini-page", "high"), [
      [1_000, 100_000, 1_000_000],
      [2_000, 200_000, 2_000_000],
      [5_000, 4_000_000, 40_000_000],
      [10_000, 10_000_000, 1_000_000_000],
      [30_000, 150_000_000, 15_000_000_000],
    ]),
    retirement: {
      on: "2026-10-23",
      successor: "gpt-5.5",
      ...checked(
        "deprecations",
        "high",
        "OpenAI’s deprecation page names gpt-5.5; gpt-5.6-sol follows it, with medium confidence.",
      ),
    },
    batchSupport: { supported: true, ...checked("o3-mini-page", "high") },
  },
];

/** Every model Headroom plans with, the derived ones newest first. Ids are never removed; a price change closes the last row and appends one. */
export const MODELS: readonly Model[] = [...COMPARED, ...expand(DERIVED)];

/** The day the two packages were read that the derived models come from. */
export const DERIVED_ON = DERIVED.checkedOn;

const BY_NAME = new Map(
  MODELS.flatMap((model) => [model.id, ...model.snapshots].map((name) => [name, model] as const)),
);

/** The model with this id or snapshot; `undefined` for a name the catalogue does not hold. */
export function findModel(name: string): Model | undefined {
  return BY_NAME.get(name);
}

/** The price row in force on `day`: `from` inclusive, `until` exclusive; `undefined` before the first price. The last row stays in force after retirement. */
export function priceOn(model: Model, day: string): Model["prices"][number] | undefined {
  return model.prices.find(({ from, until }) => from <= day && (until === null || day < until));
}

/** The published limits of a paid usage tier; `undefined` on Free, where none of these models is offered. */
export function limitsAt(model: Model, tier: "free" | LimitRow["usageTier"]): LimitRow | undefined {
  return tier === "free" ? undefined : model.limits[tier - 1];
}

/** Whether `day` is on or after the model's retirement day. */
export function isRetired(model: Model, day: string): boolean {
  return model.retirement !== null && day >= model.retirement.on;
}
