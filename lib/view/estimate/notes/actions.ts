import { findModel, isInputOnly } from "@/lib/catalogue";
import { largestCap, type Estimate, type Note, type NoteCode } from "@/lib/estimate";
import type { Dimension } from "@/lib/limits";
import { limitPoolOf, modelOfPool } from "@/lib/facts";
import { poolOf, type OwnLimits, type OwnPrice, type Workload } from "@/lib/scenario";
import { withValues } from "@/lib/scenario/ranges";
import { isUnsold } from "@/lib/view/names";
import { formatDay, formatNumber, formatTier } from "@/lib/view/text";
import { alikeAction, isAlike, type AlikeCode } from "./alike";
import { ownLimitField, ownPriceField } from "../own-fields";
import { roomyCap } from "./roomy-cap";
import type { NoteAction } from "./types";

/** What a note is on: an estimate, and the workload or limit with its `index`. */
interface Noted {
  readonly estimate: Estimate;
  readonly index: number;
}

const WRITE_PRICES = {
  standard: "cacheWrite",
  batch: "batchCacheWrite",
  flex: "flexCacheWrite",
  priority: "priorityCacheWrite",
} as const;

const workloadOf = ({ estimate, index }: Noted): Workload => estimate.scenario.workloads[index]!;

/** The same scenario with other values of the noted workload. */
function change(label: string, { estimate: { scenario }, index }: Noted, values: Partial<Workload>): NoteAction {
  const workloads = scenario.workloads.map((workload, n) => (n === index ? withValues(workload, values) : workload));
  return { label, scenario: { ...scenario, workloads } };
}

const cap = (label: string, noted: Noted, tokens: number): NoteAction =>
  change(`${label} ${formatNumber(tokens)}`, noted, { maxCompletionTokens: tokens });

const field = (label: string, { index }: Noted, of: keyof Workload): NoteAction => ({
  label,
  focus: { of: "workload", workload: index, field: of },
});

const own = (label: string, pool: string, of: keyof OwnPrice | keyof OwnLimits): NoteAction => ({
  label,
  focus: { of: "model", pool, field: of },
});

/** The lowest usage tier that fits, where that is another. */
function leastTier({ estimate: { fit, scenario } }: Noted): NoteAction | null {
  const { minimumUsageTier: least } = fit;
  return least === null || least === scenario.usageTier
    ? null
    : { label: `Try ${formatTier(least)}`, scenario: { ...scenario, usageTier: least } };
}

/** The day of the first price, where there is one; else the price to enter. */
function priceAction(noted: Noted): NoteAction {
  const { scenario, facts } = noted.estimate;
  const { model, serviceTier } = workloadOf(noted);
  const first = findModel(model)?.prices[0];
  return first && !facts.get(poolOf(model))!.price
    ? { label: `Use ${formatDay(first.from)}`, scenario: { ...scenario, asOf: first.from } }
    : isUnsold(facts.get(poolOf(model))!, serviceTier)
      ? change("Try standard", noted, { serviceTier: "standard" })
      : own("Enter a price", poolOf(model), ownPriceField(serviceTier));
}

/**
 * The largest cap of the workload that still fits, where it has a cap and there is one; else another usage
 * tier.
 */
function capThatFits(noted: Noted): NoteAction | null {
  const { estimate, index } = noted;
  if (estimate.scenario.workloads[index]?.maxCompletionTokens === undefined) return leastTier(noted);
  const largest = largestCap(estimate, index, estimate.scenario.usageTier);
  return typeof largest === "number" ? cap("Cap at", noted, largest) : leastTier(noted);
}

/** The same for a limit: of the first workload that has a cap and counts against it. */
function capOfLimit({ estimate, index }: Noted): NoteAction | null {
  const { pool } = estimate.limits[index]!.demand;
  const capped = estimate.scenario.workloads.findIndex(
    (workload) =>
      limitPoolOf(workload, estimate.scenario) === pool &&
      workload.serviceTier !== "batch" &&
      workload.maxCompletionTokens !== undefined,
  );
  return capThatFits({ estimate, index: capped });
}

function queueAction(noted: Noted): NoteAction {
  const { scenario } = noted.estimate;
  return scenario.usageTier === "free"
    ? { label: `Try ${formatTier(3)}`, scenario: { ...scenario, usageTier: 3 } }
    : limitAction(noted);
}

function limitAction({ estimate: { limits }, index }: Noted): NoteAction {
  const { pool, dimension } = limits[index]!.demand;
  return own("Enter your own", modelOfPool(pool), ownLimitField(dimension as Exclude<Dimension, "monthly-usage">));
}

const gives = ({ estimate: { facts, scenario }, index }: Noted) =>
  !isInputOnly(facts.get(poolOf(scenario.workloads[index]!.model))!);

function withoutCap(noted: Noted): NoteAction {
  const { maxCompletionTokens: _cap, ...uncapped } = workloadOf(noted);
  const { scenario } = noted.estimate;
  const workloads = scenario.workloads.map((workload, n) => (n === noted.index ? uncapped : workload));
  return { label: "Take the cap out", scenario: { ...scenario, workloads } };
}

function modelCap(noted: Noted): NoteAction | null {
  if (!gives(noted)) return withoutCap(noted);
  const most = Math.floor(noted.estimate.facts.get(poolOf(workloadOf(noted).model))!.maxOutputTokens!);
  return most > 0 ? cap("Cap at", noted, most) : null;
}

/** The workload whose writes stay as long as the model keeps them. */
function ordinaryLifetime({ estimate: { scenario }, index }: Noted): NoteAction {
  const workloads = scenario.workloads.map((workload, n) => {
    const { cacheLifetime: _, ...others } = workload;
    return n === index ? others : workload;
  });
  return { label: "Use the ordinary lifetime", scenario: { ...scenario, workloads } };
}

const changeInput = (noted: Noted) => field("Change the input", noted, "inputTokens");
const withoutCached = (noted: Noted) => change("Set to 0", noted, { cachedInputTokens: 0 });

const ACTIONS: Readonly<Record<Exclude<NoteCode, AlikeCode>, (noted: Noted) => NoteAction | null>> = {
  "no-price": priceAction,
  "tier-not-supported": ({ estimate: { scenario } }) => ({
    label: `Try ${formatTier(1)}`,
    scenario: { ...scenario, usageTier: 1 },
  }),
  "request-exceeds-tpm": capThatFits,
  "usage-limit-exceeded": leastTier,
  "rpm-exceeded": leastTier,
  "tpm-exceeded": capOfLimit,
  "rpd-exceeded": leastTier,
  "tpd-exceeded": leastTier,
  "batch-queue-exceeded": leastTier,
  "batch-queue-unpublished": queueAction,
  "limit-unpublished": limitAction,
  "exceeds-context": changeInput,
  "exceeds-max-input": changeInput,
  "exceeds-max-output": (noted) =>
    gives(noted)
      ? field("Change the output", noted, "reasoningTokens")
      : change("Take the output out", noted, { visibleOutputTokens: 0, reasoningTokens: 0 }),
  "output-exceeds-cap": (noted) => cap("Cap at", noted, roomyCap(workloadOf(noted))),
  "cap-exceeds-max-output": modelCap,
  "cached-ignored-in-batch": withoutCached,
  "cached-not-offered": withoutCached,
  "cached-below-1024": withoutCached,
  "cache-write-not-priced": (noted) =>
    own("Enter a price", poolOf(workloadOf(noted).model), WRITE_PRICES[workloadOf(noted).serviceTier]),
  "cache-lifetime-not-offered": ordinaryLifetime,
  "long-context": changeInput,
  "long-context-limits": () => null,
  "daily-limit-not-simulated": () => null,
  "budget-exceeded": () => ({ label: "See what it buys", focus: { of: "page", place: "budget" } }),
  "support-disputed": (noted) => change("Try standard", noted, { serviceTier: "standard" }),
};

/** What to do about a note, or about alike ones; `null` where nothing is offered. */
export function noteAction(notes: readonly [Note, ...Note[]], estimate: Estimate): NoteAction | null {
  const { code, index } = notes[0];
  if (isAlike(code)) return alikeAction(code, notes, estimate);
  if (notes.length === 1) return ACTIONS[code]({ estimate, index });
  // A cap that fits one of them says nothing of the others.
  return code === "request-exceeds-tpm" ? leastTier({ estimate, index }) : actionOnEach(ACTIONS[code], notes, estimate);
}

/** What is done about the first, done to each where it changes a workload; `Set caps` where each has its own. */
function actionOnEach(
  action: (noted: Noted) => NoteAction | null,
  notes: readonly [Note, ...Note[]],
  estimate: Estimate,
): NoteAction | null {
  const first = action({ estimate, index: notes[0].index });
  if (!first || !("scenario" in first)) return first;
  const labels = new Set<string>();
  const scenario = notes.reduce((changed, { index }) => {
    const next = action({ estimate: { ...estimate, scenario: changed }, index });
    if (!next || !("scenario" in next)) return changed;
    labels.add(next.label);
    return next.scenario;
  }, estimate.scenario);
  return { ...first, label: labels.size > 1 ? "Set caps" : first.label, scenario };
}
