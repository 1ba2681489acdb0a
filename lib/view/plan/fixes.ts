import { successorsOf, usageTier as tierFacts } from "@/lib/catalogue";
import { alternatives, estimate as estimateOf, largestCap, scaleRequests, type Estimate } from "@/lib/estimate";
import { compare, divide, exact, subtract, sum, toNumber, type Exact } from "@/lib/money";
import { poolOf, type Scenario } from "@/lib/scenario";
import {
  figure,
  type Figure,
  type FigureKey,
  type Sentence,
  formatCompact,
  formatDuration,
  formatFactor,
  formatNumber,
  formatPercent,
  formatTier,
  formatUsd,
  formatUsdText,
  shareOf,
  capital,
  DIMENSIONS,
  listed,
  PER_LABELS,
  workloadName,
} from "@/lib/view/text";

/** A change to try: whether it makes the scenario fit (`null`: cannot be told), and the scenario it leads to (`null`: nothing to press). */
export interface Fix {
  readonly fits: boolean | null;
  readonly text: string;
  readonly detail: string;
  readonly label: string;
  readonly scenario: Scenario | null;
}

export interface FixesView {
  readonly heading: string;
  readonly fixes: readonly Fix[];
}

const allBatch = (scenario: Scenario): Scenario => ({
  ...scenario,
  workloads: scenario.workloads.map((workload) => ({ ...workload, serviceTier: "batch" as const })),
});

/** How much of what binds first is used, in words. */
function at(after: Estimate): string {
  const row = after.limits.find(({ bindsFirst }) => bindsFirst);
  if (!row) return "";
  const dollars =
    row.demand.dimension === "monthly-usage"
      ? ` of its ${formatUsd(row.limit!.exact).replace(/\.00$/, "")}`
      : ` of its ${DIMENSIONS[row.demand.dimension].toLowerCase()}`;
  return `at ${formatPercent(row.utilisation!)}${dollars}`;
}

function tierFix({ scenario, fit, cost }: Estimate): Fix | null {
  const least = fit.minimumUsageTier;
  if (least === null || least === scenario.usageTier) return null;
  const next = { ...scenario, usageTier: least };
  const paid = tierFacts(least).reachedAfterUsd!;
  const hours =
    cost.perMonth && cost.perMonth.n > 0n ? toNumber(divide(exact(BigInt(paid) * 730n), cost.perMonth)) : null;
  const neverRuns = fit.tiers
    .find(({ usageTier }) => usageTier === scenario.usageTier)!
    .reasons.some((code) => code === "request-exceeds-tpm" || code === "tier-not-supported");
  const lower = Number(least) < Number(scenario.usageTier === "free" ? 0 : scenario.usageTier);
  return {
    fits: true,
    text: `${capital(formatTier(least))}, ${at(estimateOf(next))}`,
    detail: lower
      ? "The lowest usage tier that fits."
      : `Reached after paying ${formatUsdText(paid)}${hours !== null && hours < 8760 && !neverRuns ? `: about ${formatDuration(hours)} of this traffic` : ""}.`,
    label: `Try ${formatTier(least)}`,
    scenario: next,
  };
}

function scaleFix({ scenario, fit }: Estimate): Fix | null {
  const scale = fit.scaleAtLimit;
  if (scale === null || scale >= 1 || scenario.usageTier === "free") return null;
  const next = scaleRequests(scenario, scale);
  const after = estimateOf(next);
  if (!after.fit.fits) return null;
  const first = next.workloads[0]!;
  return {
    fits: true,
    text: `${capital(formatTier(scenario.usageTier))}, at ${formatPercent(scale)} of this traffic`,
    detail: `About ${formatCompact(first.requests)} requests ${PER_LABELS[first.per]}${next.workloads.length > 1 ? ` for ${workloadName(next, 0)}` : ""}.`,
    label: "Try",
    scenario: next,
  };
}

function batchFix(estimate: Estimate): Fix | null {
  const { scenario } = estimate;
  if (scenario.usageTier === "free" || scenario.workloads.every(({ serviceTier }) => serviceTier === "batch"))
    return null;
  const next = allBatch(scenario);
  const after = estimateOf(next);
  if (!after.cost.perMonth) return null;
  if (after.fit.fits)
    return {
      fits: true,
      text: `All in batch, ${at(after)}`,
      detail: `${formatUsd(after.cost.perMonth)} a month; answers may take 24 hours.`,
      label: "Try batch",
      scenario: next,
    };
  if (after.fit.fits === null) {
    const open = after.limits.find(({ limit }) => !limit)!;
    return {
      fits: null,
      text: "All in batch cannot be told",
      detail: `No batch queue is published for ${open.demand.pool} at ${formatTier(scenario.usageTier)}.`,
      label: "",
      scenario: null,
    };
  }
  const row = after.limits.find(({ over }) => over);
  const why = row
    ? `Still ${formatFactor(row.utilisation!)} times ${formatTier(scenario.usageTier)}’s ${DIMENSIONS[row.demand.dimension].toLowerCase()} limit.`
    : "A request is as large there.";
  return { fits: false, text: "All in batch is not enough", detail: why, label: "", scenario: null };
}

/** Standard for the workloads whose service tier has no price on their model while standard has one. */
function standardFix({ scenario, facts }: Estimate): Fix | null {
  const unpriced = scenario.workloads.filter(({ model, serviceTier }) => {
    const prices = facts.get(poolOf(model))!.price?.prices;
    return prices?.standard && !prices[serviceTier];
  });
  if (unpriced.length === 0) return null;
  const next = {
    ...scenario,
    workloads: scenario.workloads.map((workload) =>
      unpriced.includes(workload) ? { ...workload, serviceTier: "standard" as const } : workload,
    ),
  };
  const after = estimateOf(next);
  const names = listed(unpriced.map((workload) => workloadName(scenario, scenario.workloads.indexOf(workload))));
  const cost = after.cost.perMonth ? `${formatUsd(after.cost.perMonth)} a month` : "Another price is still missing";
  const { fits } = after.fit;
  const verdict = fits
    ? ""
    : fits === null
      ? "; whether it fits cannot be told"
      : `; ${formatTier(scenario.usageTier)} is not enough`;
  return {
    fits,
    text: `${names} in standard${fits ? `, ${at(after)}` : ""}`,
    detail: `${cost}${verdict}.`,
    label: "Try standard",
    scenario: next,
  };
}

function capFixes(estimate: Estimate): Fix[] {
  const { scenario } = estimate;
  return scenario.workloads.flatMap((workload, index) => {
    if (workload.maxCompletionTokens === undefined) return [];
    const cap = largestCap(estimate, index, scenario.usageTier);
    if (typeof cap !== "number" || cap >= workload.maxCompletionTokens) return [];
    const next = {
      ...scenario,
      workloads: scenario.workloads.map((one, n) => (n === index ? { ...one, maxCompletionTokens: cap } : one)),
    };
    const after = estimateOf(next);
    if (!after.fit.fits) return [];
    return [
      {
        fits: true,
        text: `A cap of ${formatNumber(cap)} on ${workloadName(scenario, index)}`,
        detail: `Now ${formatNumber(workload.maxCompletionTokens)}; longer answers would be cut off.`,
        label: "Try",
        scenario: next,
      },
    ];
  });
}

/** The first successor that fits, else the cheapest of the models it is compared with. */
function modelFix({ scenario, facts }: Estimate): Fix | null {
  const fitting = alternatives(scenario).filter(
    ({ model, serviceTier, estimate: { fit, cost } }) =>
      serviceTier === "standard" && fit.fits && cost.perMonth && !(facts.size === 1 && facts.has(model)),
  );
  const successor = [...facts.keys()]
    .flatMap(successorsOf)
    .flatMap((id) => fitting.filter(({ model }) => model === id))[0];
  const best =
    successor ??
    fitting.reduce<(typeof fitting)[number] | null>(
      (a, b) => (a && compare(a.estimate.cost.perMonth!, b.estimate.cost.perMonth!) <= 0 ? a : b),
      null,
    );
  if (!best) return null;
  const { model, estimate } = best;
  return {
    fits: true,
    text: `All on ${model}, ${at(estimate)}`,
    detail: `${formatUsd(estimate.cost.perMonth)} a month, at the sizes entered${successor ? "; a successor" : estimate.facts.get(model)?.retired ? "; retired too" : ""}.`,
    label: `Try ${model}`,
    scenario: estimate.scenario,
  };
}

function evenFix({ scenario }: Estimate): Fix | null {
  if (scenario.workloads.every(({ peakToMean }) => peakToMean === 1)) return null;
  const next = { ...scenario, workloads: scenario.workloads.map((workload) => ({ ...workload, peakToMean: 1 })) };
  const after = estimateOf(next);
  return after.fit.fits
    ? {
        fits: true,
        text: `Even traffic, ${at(after)}`,
        detail: "A queue in the client that spreads the busiest minute.",
        label: "Try",
        scenario: next,
      }
    : null;
}

function growth(estimate: Estimate): Fix | null {
  const { scenario, fit } = estimate;
  if (fit.scaleAtLimit === null || fit.scaleAtLimit <= 1) return null;
  const next = scaleRequests(scenario, fit.scaleAtLimit);
  return {
    fits: true,
    text: `${formatFactor(fit.scaleAtLimit)} times this traffic still fits`,
    detail: `Then ${DIMENSIONS[fit.bindsFirst!.dimension].toLowerCase()} are used up.`.replace(
      /(queue|usage) are/,
      "$1 is",
    ),
    label: "Try",
    scenario: next,
  };
}

/** What would make it fit, or, where it does, how far it reaches and what would be enough: each tried on the engine before it is offered. */
export function fixesView(estimate: Estimate): FixesView {
  const { fit } = estimate;
  if (fit.fits)
    return {
      heading: "What it leaves room for",
      fixes: [tierFix(estimate), growth(estimate), batchFix(estimate)].filter(
        (fix) => fix !== null && fix.fits,
      ) as Fix[],
    };
  const found = [
    standardFix(estimate),
    ...capFixes(estimate),
    tierFix(estimate),
    evenFix(estimate),
    modelFix(estimate),
    scaleFix(estimate),
    batchFix(estimate),
  ].filter((fix): fix is Fix => fix !== null);
  const heading =
    found.length === 0 || found.some(({ fits }) => fits)
      ? "What would make it fit"
      : found.some(({ fits }) => fits === false)
        ? "What would not be enough"
        : "What cannot be told";
  return { heading, fixes: found.slice(0, 5) };
}

/** Standard against batch for the whole scenario; an amount is `–` where a price is missing. */
export interface BatchView {
  readonly heading: Sentence;
  readonly rows: readonly {
    readonly label: string;
    readonly amount: Figure;
    readonly now: boolean;
    readonly width: number;
  }[];
  readonly remark: string;
}

function total(amounts: readonly (Exact | null)[]): Exact | null {
  return amounts.every((amount) => amount !== null) ? sum(amounts) : null;
}

/** What batch would save, and why it is not always half. */
export function batchView({ scenario, facts, cost }: Estimate): BatchView {
  const standard = total(cost.workloads.map(({ standardPerMonth }) => standardPerMonth));
  const batch = total(cost.workloads.map(({ batchPerMonth }) => batchPerMonth));
  const now = cost.perMonth;
  const most = [standard, batch, now].reduce<Exact | null>(
    (a, b) => (a === null || (b !== null && b.n * a.d > a.n * b.d) ? b : a),
    null,
  );
  const row = (label: string, amount: Exact | null, work: FigureKey, isNow: boolean) => ({
    label,
    amount: figure(formatUsd(amount), work),
    now: isNow,
    width: shareOf(amount, most),
  });
  const saving = now && batch ? subtract(now, batch) : null;
  const discounted = scenario.workloads.find(
    ({ model, serviceTier, cachedInputTokens }) =>
      serviceTier === "standard" &&
      cachedInputTokens > 0 &&
      !facts.get(poolOf(model))!.price?.prices.batch?.cachedInput,
  );
  const heading: Sentence = !saving
    ? [batch ? "Batch against standard" : "A batch price is missing, so nothing can be compared"]
    : saving.n === 0n
      ? [
          scenario.workloads.every(({ serviceTier }) => serviceTier === "batch")
            ? "Everything is in batch already"
            : `All in batch would cost the same${scenario.workloads.some(({ serviceTier }) => serviceTier === "flex") ? " as flex" : ""}`,
        ]
      : saving.n > 0n
        ? ["All in batch would save ", figure(formatUsd(saving), { of: "saving" }), " a month"]
        : [
            "All in batch would cost ",
            figure(formatUsd({ n: -saving.n, d: saving.d }), { of: "saving" }),
            " more a month",
          ];
  return {
    heading,
    rows: [
      row("All standard", standard, { of: "standard" }, false),
      row("As entered", now, { of: "month" }, true),
      row("All in batch", batch, { of: "batch" }, false),
    ],
    remark: !batch
      ? ""
      : `${discounted ? `Not half: batch has no cached price, so ${workloadName(scenario, scenario.workloads.indexOf(discounted))} loses its cached discount. ` : ""}Batch answers may take up to 24 hours.`,
  };
}
