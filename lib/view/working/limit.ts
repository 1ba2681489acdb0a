import { usageTier, type Fact, type UsageTierId } from "@/lib/catalogue";
import { largestCap, type Estimate } from "@/lib/estimate";
import { headroom, monthlyUsageLimit, utilisation } from "@/lib/limits";
import { compare, exact } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { poolOf, type Workload } from "@/lib/scenario";
import { tierLimits } from "@/lib/facts";
import {
  DIMENSIONS,
  formatDuration,
  formatExact,
  formatNumber,
  formatPercent,
  formatTier,
  formatTimes,
  formatUsd,
  formatUsdText,
  workloadName,
} from "@/lib/view/text";
import { step, working, type Working, type WorkingStep } from "./compose";
import { A_DAY, A_MINUTE, AN_HOUR, attempts } from "./rates";
import { amountText, known, larger, minus, money, number, over, plus, shown, times, type Term } from "./term";

const CHARGE_RULES = {
  "prompt-plus-cap": "tpm-charge-prompt-plus-cap",
  "larger-of": "tpm-charge-larger-of",
  actual: "tpm-charge-actual",
} as const;

/** What one request is charged, in its own numbers, and by which rule. */
export function chargeTerm(
  workload: Workload,
  accounting: Estimate["scenario"]["tokenAccounting"],
): { readonly term: Term; readonly rule: RuleId } {
  const input = number(workload.inputTokens);
  const cap = workload.maxCompletionTokens;
  if (cap === undefined || accounting === "actual") {
    return {
      term: plus(input, number(workload.visibleOutputTokens), number(workload.reasoningTokens)),
      rule: cap === undefined ? "tpm-charge-no-cap" : "tpm-charge-actual",
    };
  }
  return {
    term: accounting === "prompt-plus-cap" ? plus(input, number(cap)) : larger(input, number(cap)),
    rule: CHARGE_RULES[accounting],
  };
}

export function chargeWorking({ scenario }: Estimate, index: number): Working {
  const workload = scenario.workloads[index]!;
  const { term, rule } = chargeTerm(workload, scenario.tokenAccounting);
  return working(
    `What one request of ${workloadName(scenario, index)} is charged against tokens a minute`,
    [],
    step("Tokens charged", term, formatExact(term.value)),
    rule,
  );
}

interface DemandTerm {
  readonly steps: readonly WorkingStep[];
  readonly term: Term;
  readonly rule: RuleId;
}

/** The peak demand of one limit in its own words, workload by workload. */
function demandTerm(estimate: Estimate, row: number): DemandTerm {
  const { scenario, demands, cost } = estimate;
  const demand = demands[row]!;
  if (demand.dimension === "monthly-usage")
    return {
      steps: [],
      term: cost.perMonth ? money(cost.perMonth) : { text: "unknown", value: exact(0n), level: 0 },
      rule: "monthly-usage",
    };
  const batch = demand.dimension === "batch-queue";
  const mine = scenario.workloads
    .map((workload, index) => ({ workload, index }))
    .filter(({ workload }) => poolOf(workload.model) === demand.pool && (workload.serviceTier === "batch") === batch);
  const several = mine.length > 1;
  const steps: WorkingStep[] = [];
  const daily = demand.dimension === "rpd" || demand.dimension === "tpd";
  let rule: RuleId = batch ? "batch-queue" : daily ? "daily-limits" : "rpm-demand";
  const parts = mine.map(({ workload, index }) => {
    const of = several ? `, ${workloadName(scenario, index)}` : "";
    if (batch) {
      const hours = times(attempts(workload, AN_HOUR), number(scenario.batchTurnaroundHours));
      steps.push(step(`Requests in ${formatNumber(scenario.batchTurnaroundHours)} h${of}`, hours));
      return times(known(hours), number(workload.inputTokens));
    }
    const rate = attempts(workload, daily ? A_DAY : A_MINUTE);
    const peak = daily || workload.peakToMean === 1 ? rate : times(rate, number(workload.peakToMean));
    steps.push(step(`${daily ? "Requests a day" : "Peak requests a minute"}${of}`, peak));
    if (demand.dimension === "rpm" || demand.dimension === "rpd") return known(peak);
    const charge = chargeTerm(workload, scenario.tokenAccounting);
    if (!daily) rule = charge.rule;
    steps.push(step(`Charge each${of}`, charge.term));
    return times(known(peak), known(charge.term));
  });
  return { steps, term: plus(...parts), rule };
}

function limitFact(
  estimate: Estimate,
  row: number,
  tier: UsageTierId,
): { readonly term: Term; readonly fact: Fact | null; readonly says: string } | null {
  const { demands, fit, facts, scenario } = estimate;
  const demand = demands[row]!;
  const limit = fit.tiers.find(({ usageTier: one }) => one === tier)!.limits[row];
  if (!limit) return null;
  const where = `${demand.dimension === "monthly-usage" ? "account" : demand.pool}, ${formatTier(tier)}`;
  if (demand.dimension === "monthly-usage") {
    const own = tier === scenario.usageTier && scenario.monthlyUsageLimitUsd !== undefined;
    return {
      term: shown(
        formatUsdText(own ? scenario.monthlyUsageLimitUsd : usageTier(tier).monthlyUsageLimitUsd),
        monthlyUsageLimit(scenario, tier),
      ),
      fact: own ? null : usageTier(tier),
      says: own ? "your own" : where,
    };
  }
  const { row: published } = tierLimits(facts.get(demand.pool)!, tier, scenario.usageTier);
  const field = demand.dimension === "batch-queue" ? "batchQueueTokens" : demand.dimension;
  const own = published?.[field] !== limit.near;
  return { term: number(limit.near), fact: own ? null : published, says: own ? "your own" : where };
}

export function limitWorking(
  estimate: Estimate,
  row: number,
  tier: UsageTierId,
  want: "utilisation" | "headroom",
  headroomRule: RuleId = "headroom",
): Working {
  const { demands, fit } = estimate;
  const demand = demands[row]!;
  const daily = demand.dimension === "rpd" || demand.dimension === "tpd";
  const title = `${DIMENSIONS[demand.dimension]}${demand.dimension === "monthly-usage" ? "" : `, ${demand.pool}${daily ? "" : ", at peak"}`}, ${formatTier(tier)}`;
  const asked = demandTerm(estimate, row);
  const limit = limitFact(estimate, row, tier);
  const steps = [...asked.steps, step("Demand", asked.term, demand.peak ? amountText(asked.term.value) : "unknown")];
  if (!limit)
    return working(
      title,
      steps,
      {
        label: "Limit",
        expression: tier === "free" ? "not offered on Free" : daily ? "none at this tier" : "not published",
        value: "–",
      },
      daily ? "daily-limits" : "unpublished-limits",
    );
  const all = [...steps, { label: "Limit", expression: limit.says, value: limit.term.text }];
  if (!demand.peak)
    return working(title, all, { label: "Of limit", expression: "cost unknown", value: "–" }, asked.rule, [limit.fact]);
  const wanted =
    known(asked.term).level === 0
      ? { ...known(asked.term), text: demand.dimension === "monthly-usage" ? asked.term.text : known(asked.term).text }
      : { ...asked.term, level: 2 as const };
  const own = fit.tiers.find(({ usageTier: one }) => one === tier)!.limits[row]!;
  if (want === "utilisation")
    return working(
      title,
      all,
      step(
        "Of limit",
        over(wanted.level === 2 ? { ...wanted, text: `(${wanted.text})`, level: 0 } : wanted, limit.term),
        formatPercent(utilisation(demand, own)),
      ),
      asked.rule,
      [limit.fact],
    );
  if (demand.peak.n === 0n)
    return working(title, all, { label: "Headroom", expression: "nothing is asked", value: "–" }, headroomRule, [
      limit.fact,
    ]);
  return working(
    title,
    all,
    step("Headroom", over(limit.term, wanted), formatTimes(headroom(demand, own))),
    headroomRule,
    [limit.fact],
  );
}

/** The headroom of a tier: that of what binds first there, money aside where `ratesOnly`. */
export function tierWorking(estimate: Estimate, tier: UsageTierId, ratesOnly = false): Working {
  const verdict = estimate.fit.tiers.find(({ usageTier: one }) => one === tier)!;
  const { bindsFirst } = ratesOnly ? verdict.rates : verdict;
  const row = estimate.demands.findIndex(
    ({ pool, dimension }) => pool === bindsFirst?.pool && dimension === bindsFirst.dimension,
  );
  if (row < 0)
    return working(
      `Headroom, ${formatTier(tier)}`,
      [],
      { label: "Headroom", expression: "no limit is known or asked for", value: "–" },
      "headroom",
    );
  const tooLarge = verdict.reasons.includes("request-exceeds-tpm");
  const tooLong =
    verdict.reasons.includes("exceeds-context") ||
    verdict.reasons.includes("exceeds-max-input") ||
    verdict.reasons.includes("exceeds-max-output");
  const all = limitWorking(
    estimate,
    row,
    tier,
    "headroom",
    tooLarge ? "request-too-large" : tooLong ? "context-window" : "headroom",
  );
  return tooLarge || tooLong
    ? { ...all, title: `${all.title}: one request alone is over the ${tooLarge ? "limit" : "model’s size"}` }
    : all;
}

export function hoursWorking(estimate: Estimate): Working {
  const { scenario, cost } = estimate;
  const row = estimate.demands.length - 1;
  const limit = limitFact(estimate, row, scenario.usageTier)!;
  const month = money(cost.perMonth!);
  const term = over(times(number(730), limit.term), month);
  return working(
    "Hours until the monthly usage limit is spent",
    [
      { label: "Limit", expression: limit.says, value: limit.term.text },
      step("A month", month, formatUsd(cost.perMonth)),
    ],
    step("Hours", term, formatDuration(estimate.fit.hoursToUsageLimit!)),
    "monthly-usage",
    [limit.fact],
  );
}

/** The largest cap of one workload that still fits a tier: what the limit leaves a request at the peak, less its input where the rule adds it. */
export function capWorking(estimate: Estimate, index: number, tier: UsageTierId): Working {
  const { scenario, facts, demands } = estimate;
  const workload = scenario.workloads[index]!;
  const pool = poolOf(workload.model);
  const title = `Largest cap of ${workloadName(scenario, index)}, ${formatTier(tier)}`;
  const found = largestCap(estimate, index, tier);
  const row = demands.findIndex((demand) => demand.pool === pool && demand.dimension === "tpm");
  const limit = row < 0 ? null : limitFact(estimate, row, tier);
  const model = facts.get(pool)!;
  const { rule } = chargeTerm({ ...workload, maxCompletionTokens: 1 }, scenario.tokenAccounting);
  if (found === "any" || !limit)
    return working(
      title,
      [],
      {
        label: "Largest cap",
        expression: limit ? "the cap is not charged" : "no tokens-a-minute limit to meet",
        value: found === "any" ? "any" : "none",
      },
      rule,
    );
  const adds = scenario.tokenAccounting === "prompt-plus-cap";
  const rate = attempts(workload, A_MINUTE);
  const peak = workload.peakToMean === 1 ? rate : times(rate, number(workload.peakToMean));
  const others = scenario.workloads.filter(
    (other, n) => n !== index && other.serviceTier !== "batch" && poolOf(other.model) === pool,
  );
  const taken = others.map((other) =>
    times(attempts(other, A_MINUTE), number(other.peakToMean), chargeTerm(other, scenario.tokenAccounting).term),
  );
  const left = taken.length ? minus(limit.term, plus(...taken)) : limit.term;
  const steps = [
    { label: "Limit", expression: limit.says, value: limit.term.text },
    step("Peak requests a minute", peak),
    ...(taken.length ? [step("Left by the others", left)] : []),
  ];
  const less = (term: Term) => (adds ? minus(term, number(workload.inputTokens)) : term);
  const room = less(over(known(left), known(peak)));
  if (found === null)
    return working(
      title,
      [...steps, step("Room for a cap", room)],
      { label: "Largest cap", expression: "no cap of its output fits", value: "none" },
      rule,
      [limit.fact],
    );
  const size = { ...step("Largest cap", room, formatNumber(found)) };
  if (model.maxOutputTokens !== null && found === Math.floor(model.maxOutputTokens))
    return working(
      title,
      [...steps, step("Room for a cap", room)],
      { ...size, expression: formatNumber(found), label: "Maximum output" },
      rule,
      [limit.fact],
    );
  const alone = less(limit.term);
  return working(
    title,
    steps,
    {
      ...size,
      expression: compare(alone.value, room.value) < 0 ? alone.text : room.text,
      label: "Largest cap, rounded down",
    },
    rule,
    [limit.fact],
  );
}
