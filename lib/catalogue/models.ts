import checkedData from "./data/checked.json" with { type: "json" };
import derivedData from "./data/derived.json" with { type: "json" };
import { fromData } from "./from-data";
import { toModels, type DerivedCatalogue } from "./expand";
import type { Fact, PublishedLimits, Limits, Model, PaidTier } from "./types";

/** A model of the data kept by hand; the limits of tiers 1 to 5 are one fact. */
type CheckedModel = Omit<Model, "limits"> & { readonly limits: Fact & { readonly byTier: readonly Limits[] } };

function limitRows({ byTier, ...fact }: CheckedModel["limits"]): PublishedLimits[] {
  return byTier.map((row, index) => ({ usageTier: (index + 1) as PaidTier, ...row, ...fact }));
}

/**
 * Every model Headroom plans with, the derived ones newest first. Ids are never removed; a price change
 * closes the last row and appends one.
 */
export const MODELS: readonly Model[] = [
  ...fromData<readonly CheckedModel[]>(checkedData).map((model) => ({ ...model, limits: limitRows(model.limits) })),
  ...toModels(fromData<DerivedCatalogue>(derivedData)),
];

const BY_NAME = new Map(
  MODELS.flatMap((model) => [model.id, ...model.snapshots].map((name) => [name, model] as const)),
);

/** The model with this id or snapshot; `undefined` for a name the catalogue does not hold. */
export function findModel(name: string): Model | undefined {
  return BY_NAME.get(name);
}

/**
 * The price row in force on `day`: `from` inclusive, `until` exclusive; `undefined` before the first price.
 * The last row stays in force after retirement.
 */
export function priceOn(model: Model, day: string): Model["prices"][number] | undefined {
  return model.prices.find(({ from, until }) => from <= day && (until === null || day < until));
}

/** The published limits of a paid usage tier; `undefined` on Free, where none of these models is offered. */
export function limitsAt(model: Model, tier: "free" | PaidTier): PublishedLimits | undefined {
  return tier === "free" ? undefined : model.limits[tier - 1];
}

/**
 * Whether the model's retirement day is after `day` and at most twelve calendar months later, that day
 * included; twelve months after 29 February is 28 February.
 */
export function isEnding({ retirement }: Model, day: string): boolean {
  if (retirement === null || day >= retirement.on) return false;
  const sameDayNextYear = `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}`;
  return retirement.on <= sameDayNextYear;
}

/** Whether a model takes input and gives no output, such as embeddings. */
export function isInputOnly({ maxOutputTokens }: { readonly maxOutputTokens: number | null }): boolean {
  return maxOutputTokens === 0;
}

/** Whether `day` is on or after the model's retirement day. */
export function isRetired(model: Model, day: string): boolean {
  return model.retirement !== null && day >= model.retirement.on;
}
