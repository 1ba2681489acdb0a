import { findModel } from "@/lib/catalogue";
import { successors, type Differences, type Estimate, type SuccessorStep } from "@/lib/estimate";
import { compare, subtract, type Exact, toGeometry } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { tierFitView, type Tone } from "@/lib/view/estimate";
import { formatCompact, formatDay, formatFactor, formatPercent, formatUsd, UNKNOWN } from "@/lib/view/text";
import { DIMENSIONS } from "@/lib/view/names";

/** One thing that is not the same on the successor. */
export interface ChangeView {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** How it compares, `2.5×` or `new`; empty where that cannot be said. */
  readonly factor: string;
}

/** A scenario on one successor. `moved` is `null` for a model of which the catalogue holds no figures. */
export interface SuccessorView {
  readonly id: string;
  readonly sure: string;
  readonly moved: {
    readonly scenario: Scenario;
    readonly tone: Tone;
    readonly fit: string;
    readonly binds: string;
    readonly month: string;
    readonly against: string;
    /** How much of this traffic fits; empty where none does or it cannot be said. */
    readonly room: string;
    readonly changes: readonly ChangeView[];
    readonly gained: readonly string[];
    readonly lost: readonly string[];
  } | null;
}

/** What takes over from a retired model. */
export interface SuccessionView {
  readonly model: string;
  readonly title: string;
  readonly steps: readonly SuccessorView[];
}

/** Each model in use that has successors, and the scenario on each of them. */
export function successorsView(estimate: Estimate): SuccessionView[] {
  return successors(estimate).map(({ model, steps }) => {
    const on = findModel(model)?.retirement?.on;
    const end =
      on && (estimate.facts.get(model)!.retired ? `retired on ${formatDay(on)}` : `retires on ${formatDay(on)}`);
    return {
      model,
      title: end ? `${model}, ${end}` : model,
      steps: steps.map((step) => successorView(step, estimate)),
    };
  });
}

function successorView({ successor: { id, confidence }, moved }: SuccessorStep, now: Estimate): SuccessorView {
  const sure = confidence === "high" ? "named by OpenAI" : `${confidence} confidence`;
  if (!moved) return { id, sure, moved: null };
  const { scenario, fit, cost, limits, facts } = moved.estimate;
  const row = limits.find(({ bindsFirst }) => bindsFirst);
  const { tone, text } = tierFitView(moved.estimate);
  return {
    id,
    sure: facts.get(id)!.retired ? `${sure}; retired too, on ${formatDay(findModel(id)!.retirement!.on)}` : sure,
    moved: {
      scenario,
      tone,
      fit: text,
      binds: row ? `${DIMENSIONS[row.demand.dimension]} at ${formatPercent(row.utilisation)}` : UNKNOWN,
      month: cost.perMonth ? formatUsd(cost.perMonth) : "no price",
      against: against(now.cost.perMonth, cost.perMonth),
      room:
        fit.scaleAtLimit === null || tone === "never"
          ? ""
          : fit.scaleAtLimit < 1
            ? `${formatPercent(fit.scaleAtLimit)} of this traffic fits`
            : `room for ${formatFactor(fit.scaleAtLimit)} times this traffic`,
      changes: changesOf(moved.differences),
      gained: moved.differences.gained,
      lost: moved.differences.lost,
    },
  };
}

/** `$120.00 more`, `the same`; empty where either is unknown. */
function against(now: Exact | null, next: Exact | null): string {
  if (!now || !next) return "";
  const order = compare(next, now);
  return order === 0
    ? "the same"
    : order > 0
      ? `${formatUsd(subtract(next, now))} more`
      : `${formatUsd(subtract(now, next))} less`;
}

const LIMITS = [
  ["rpm", DIMENSIONS.rpm],
  ["tpm", DIMENSIONS.tpm],
  ["rpd", DIMENSIONS.rpd],
  ["tpd", DIMENSIONS.tpd],
  ["batchQueueTokens", DIMENSIONS["batch-queue"]],
  ["contextWindow", "Context window"],
  ["maxOutputTokens", "Maximum output"],
] as const;

/** Only what differs; two unknowns are no difference. */
function changesOf(differences: Differences): ChangeView[] {
  const sizes = LIMITS.flatMap(([key, what]) => {
    const { from, to } = differences[key];
    if (from === to) return [];
    const none = key === "rpd" || key === "tpd" ? "none" : UNKNOWN;
    const text = (value: number | null) => (value === null ? none : formatCompact(value));
    return [{ what, from: text(from), to: text(to), factor: from && to ? `${formatFactor(to / from)}×` : "" }];
  });
  const { from, to } = differences.cachingDiscount;
  const share = (value: Exact | null) => (value === null ? "none" : formatPercent(toGeometry(value)));
  return share(from) === share(to)
    ? sizes
    : [...sizes, { what: "Caching discount", from: share(from), to: share(to), factor: "" }];
}
