import { BATCH_LIMITS, usageTier as tierFacts, type Fact } from "@/lib/catalogue";
import { requestOf, type BacklogPlan, type BatchWay, type Split, type StandardWay, type TierPlan } from "@/lib/batch";
import { exact, fromNumber, toNumber, type Exact } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { isLongContext, pricesAt, tierLimits } from "@/lib/facts";
import { backlogRows } from "@/lib/view/backlog";
import {
  type BacklogFigureKey,
  capital,
  formatDay,
  formatExact,
  formatPercent,
  formatSpan,
  formatTier,
  formatUsd,
} from "@/lib/view/text";
import { step, working, type Working, type WorkingStep } from "./compose";
import { chargeTerm } from "./limit";
import {
  amountText,
  known,
  larger,
  minus,
  money,
  number,
  over,
  plus,
  price,
  roundedDown,
  roundedUp,
  smaller,
  times,
  type Term,
} from "./term";

interface Desk {
  readonly plan: BacklogPlan;
  readonly tier: TierPlan;
  readonly split: Split;
  /** `Cheapest by 3 days, tier 3`. */
  readonly name: string;
}

const count = (value: bigint): Term => ({ text: formatExact(exact(value)), value: exact(value), level: 0 });
const amount = (value: Exact): Term => ({ text: amountText(value), value, level: 0 });

/** Where the limits of a tier come from: the catalogue’s row, unless they are the user’s own. */
function limitFact(
  { plan: { facts, scenario }, tier: { usageTier } }: Desk,
  field: "rpm" | "tpm" | "batchQueueTokens",
): { readonly fact: Fact | null; readonly says: string } {
  const { row, [field]: value } = tierLimits(facts, usageTier, scenario.usageTier);
  return row?.[field] === value ? { fact: row, says: formatTier(usageTier) } : { fact: null, says: "your own" };
}

/** Requests a wave: what the queue holds at once. */
function waveTerm(
  desk: Desk,
  { queueTokens, boundBy }: BatchWay,
): { readonly steps: readonly WorkingStep[]; readonly term: Term; readonly fact: Fact | null; readonly rule: RuleId } {
  if (boundBy === "enqueued-requests")
    return {
      steps: [],
      term: number(BATCH_LIMITS.enqueuedRequests.value),
      fact: BATCH_LIMITS.enqueuedRequests,
      rule: "batch-enqueued-requests",
    };
  const { fact, says } = limitFact(desk, "batchQueueTokens");
  const queue = amount(queueTokens!);
  return {
    steps: [{ label: "Batch queue", expression: says, value: queue.text }],
    term: roundedDown(over(queue, number(desk.plan.backlog.inputTokens))),
    fact,
    rule: "batch-waves",
  };
}

interface Part {
  readonly steps: readonly WorkingStep[];
  readonly term: Term;
  readonly facts: readonly (Fact | null)[];
}

/** Waves of the batch part, and the hours they take. */
function wavesPart(desk: Desk): Part & { readonly waves: Term; readonly rule: RuleId } {
  const { tier, split } = desk;
  const wave = waveTerm(desk, tier.batch);
  const waves = roundedUp(over(count(split.batch), count(wave.term.value.n)));
  const steps = [...wave.steps, step("Requests a wave", wave.term, formatExact(wave.term.value))];
  return {
    steps,
    waves,
    term: times(count(waves.value.n), amount(tier.batch.turnaroundHours)),
    facts: [wave.fact],
    rule: wave.rule,
  };
}

/** Requests a minute that standard sustains beside live traffic. */
function rateTerm(desk: Desk, { rpm, tpm, charge }: StandardWay): Part {
  const { plan } = desk;
  const own = requestOf(plan.backlog);
  const [byRequests, byTokens] = [limitFact(desk, "rpm"), limitFact(desk, "tpm")];
  const tokens = chargeTerm(own, plan.scenario.tokenAccounting).term;
  const limit = charge.n === 0n ? amount(rpm!) : smaller(amount(rpm!), over(amount(tpm!), known(tokens)));
  const share = minus(number(1), number(plan.backlog.liveShare));
  const term = plan.backlog.liveShare === 0 ? limit : times(limit, share);
  const steps: WorkingStep[] = [
    { label: "Requests a minute", expression: byRequests.says, value: amountText(rpm!) },
    { label: "Tokens a minute", expression: byTokens.says, value: amountText(tpm!) },
    step("Charge of a request", tokens),
    step("Sustained a minute", term),
  ];
  return { steps, term, facts: [byTokens.fact, byRequests.fact] };
}

/** Hours of the standard part. */
function standardPart(desk: Desk): Part {
  const rate = rateTerm(desk, desk.tier.standard);
  const known_ = known(rate.term);
  return {
    ...rate,
    term: over(over(count(desk.split.standard), known_.level === 0 ? known_ : { ...rate.term, level: 2 }), number(60)),
  };
}

function hoursWorking(desk: Desk): Working {
  const { split, name } = desk;
  const title = `${name}: until all is done`;
  const batch = split.batch > 0n ? wavesPart(desk) : null;
  const standard = split.standard > 0n ? standardPart(desk) : null;
  const said = formatSpan(split.hours, fromNumber(desk.plan.backlog.deadlineHours));
  const waves = batch ? [...batch.steps, step("Waves", batch.waves, formatExact(batch.waves.value))] : [];
  const facts = [...(batch?.facts ?? []), ...(standard?.facts ?? [])];
  if (batch && standard)
    return working(
      title,
      [...waves, step("Hours in batch", batch.term), ...standard.steps, step("Hours as standard", standard.term)],
      step("Hours, the later", larger(known(batch.term), known(standard.term)), said),
      "backlog-split",
      facts,
    );
  return batch
    ? working(title, waves, step("Hours", batch.term, said), batch.rule, facts)
    : working(title, standard!.steps, step("Hours", standard!.term, said), "standard-sustained", facts);
}

/** One request at the prices of a service tier. */
function requestTerm({ plan: { backlog, facts } }: Desk, serviceTier: "batch" | "standard"): Term {
  const prices = pricesAt(facts.price!, backlog.inputTokens)[serviceTier]!;
  const cachedPrice = prices.cachedInput;
  const cached = cachedPrice && backlog.cachedInputTokens > 0;
  const input = cached
    ? [
        times(minus(number(backlog.inputTokens), number(backlog.cachedInputTokens)), price(prices.input)),
        times(number(backlog.cachedInputTokens), price(cachedPrice)),
      ]
    : [times(number(backlog.inputTokens), price(prices.input))];
  const output = ([backlog.visibleOutputTokens, backlog.reasoningTokens] as const)
    .filter((tokens) => tokens > 0)
    .map((tokens) => times(number(tokens), price(prices.output)));
  return over(plus(...input, ...output), number(1_000_000));
}

function costParts(desk: Desk): {
  readonly steps: readonly WorkingStep[];
  readonly terms: readonly Term[];
  readonly rule: RuleId;
} {
  const { split, plan } = desk;
  const { priceRow } = plan.facts;
  const parts = (["batch", "standard"] as const).filter((serviceTier) => split[serviceTier] > 0n);
  const steps = parts.flatMap((serviceTier) => {
    const request = requestTerm(desk, serviceTier);
    return [
      step(`A request, ${serviceTier}`, request, `$${amountText(request.value)}`),
      step(
        `${capital(serviceTier)}`,
        times(count(split[serviceTier]), money(request.value)),
        formatUsd(times(count(split[serviceTier]), request).value),
      ),
    ];
  });
  const dated: WorkingStep[] = [
    {
      label: "Prices a million tokens",
      expression: priceRow ? `from ${formatDay(priceRow.from)}` : "your own",
      value: "",
    },
  ];
  const exactPrice = plan.facts.price!;
  const rule: RuleId = isLongContext(exactPrice, plan.backlog.inputTokens)
    ? "long-context"
    : split.batch > 0n
      ? plan.backlog.cachedInputTokens > 0
        ? exactPrice.prices.batch?.cachedInput
          ? "batch-cached"
          : "batch-no-cached-discount"
        : "batch-price"
      : plan.backlog.cachedInputTokens > 0
        ? "cached-input"
        : "price-per-million";
  return {
    steps: [...dated, ...steps],
    terms: parts.map((serviceTier) => times(count(split[serviceTier]), money(requestTerm(desk, serviceTier).value))),
    rule,
  };
}

function costWorking(desk: Desk, want: "cost" | "thousand"): Working {
  const { split, plan, name } = desk;
  const title = `${name}: ${want === "cost" ? "cost in all" : "cost of 1,000 requests"}`;
  const facts = [plan.facts.priceRow];
  if (!split.cost)
    return working(
      title,
      [],
      { label: "Price", expression: "none in force", value: "no price" },
      "price-per-million",
      facts,
    );
  const { steps, terms, rule } = costParts(desk);
  if (want === "cost") return working(title, steps, step("Cost", plus(...terms), formatUsd(split.cost)), rule, facts);
  const term = over(times(number(1000), money(split.cost)), count(BigInt(plan.backlog.total)));
  return working(
    title,
    [...steps, step("Cost", plus(...terms), formatUsd(split.cost))],
    step("1,000 requests", term, formatUsd(term.value)),
    rule,
    facts,
  );
}

function wavesWorking(desk: Desk): Working {
  const { split, name, tier } = desk;
  const title = `${name}: waves`;
  if (split.batch === 0n)
    return working(
      title,
      [],
      { label: "Waves: nothing is sent in batch", expression: "0", value: "0" },
      "backlog-split",
    );
  const { steps, waves, facts, rule } = wavesPart(desk);
  const { bytesPerRequest, perBatch, boundByFile } = tier.batch;
  const file: WorkingStep =
    boundByFile === "bytes"
      ? {
          label: "Requests a batch file, by bytes",
          expression: `⌊200,000,000 ÷ ${formatExact(bytesPerRequest)}⌋`,
          value: formatExact(exact(perBatch)),
        }
      : { label: "Requests a batch file", expression: "at most", value: formatExact(exact(perBatch)) };
  return working(
    title,
    [...steps, file, { label: "Batch files in all", expression: "", value: formatExact(exact(split.batches)) }],
    step("Waves", waves, formatExact(waves.value)),
    rule,
    facts,
  );
}

function standardWorking(desk: Desk): Working {
  const { split, plan, name } = desk;
  const term = minus(number(plan.backlog.total), count(split.batch));
  return working(
    `${name}: requests sent as standard`,
    [{ label: "Requests in batch", expression: "", value: formatExact(exact(split.batch)) }],
    step("Standard requests", term, formatExact(term.value)),
    "backlog-split",
  );
}

/** What the month’s usage limit pays for of what falls into a month. */
function paidWorking(desk: Desk): Working {
  const { split, tier, plan, name } = desk;
  const limit = money(tier.usageLimit);
  const own = plan.scenario.monthlyUsageLimitUsd !== undefined && tier.usageTier === plan.scenario.usageTier;
  const cost = money(split.costInMonth!);
  const term = over(limit, cost.level === 0 ? cost : { ...cost, level: 2 });
  const steps = [
    {
      label: "Monthly usage limit",
      expression: own ? "your own" : formatTier(tier.usageTier),
      value: formatUsd(tier.usageLimit),
    },
    step("Cost in a month", cost, formatUsd(split.costInMonth)),
  ];
  return working(
    `${name}: what a month’s usage limit pays for`,
    steps,
    step("Paid for", term, formatPercent(toNumber(term.value))),
    "backlog-month",
    [own ? null : tierFacts(tier.usageTier)],
  );
}

/** The working of a figure of a backlog; `null` where the plan has no such figure, or has it no more. */
export function backlogWorkingOf(key: BacklogFigureKey, plan: BacklogPlan): Working | null {
  if (key.of === "backlog-charge") {
    const { term, rule } = chargeTerm(requestOf(plan.backlog), plan.scenario.tokenAccounting);
    return working(
      "What one request of the backlog is charged against tokens a minute",
      [],
      step("Tokens charged", term, formatExact(term.value)),
      rule,
    );
  }
  const tier = plan.tiers.find(({ usageTier }) => usageTier === key.tier);
  const split = tier?.answers[key.question]?.split;
  if (!tier || !split) return null;
  const row = backlogRows(plan).find((one) => one.key === key.question);
  const desk: Desk = { plan, tier, split, name: `${row!.name}, ${formatTier(tier.usageTier)}` };
  switch (key.figure) {
    case "hours":
      return hoursWorking(desk);
    case "cost":
    case "thousand":
      return costWorking(desk, key.figure);
    case "waves":
      return wavesWorking(desk);
    case "standard":
      return standardWorking(desk);
    case "paid":
      return split.overUsageLimit ? paidWorking(desk) : null;
  }
}
