import { BATCH_LIMITS, type Fact } from "@/lib/catalogue";
import { mostEnqueued, requestOf, type BatchOption, type StandardOption } from "@/lib/batch";
import { exact, fromNumber } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { formatExact, formatSpan } from "@/lib/view/text";
import { DIMENSIONS } from "@/lib/view/names";
import { step, working, type Working, type WorkingStep } from "../compose";
import { chargeTerm } from "../limit/charge";
import {
  amountText,
  known,
  larger,
  minus,
  number,
  over,
  roundedDown,
  roundedUp,
  smaller,
  times,
  type Term,
} from "../term";
import { type AnsweredSplit, sourceOf, amount, count } from "./parts";

/** How many requests a wave has, and what says so. */
interface WaveTerm {
  readonly steps: readonly WorkingStep[];
  readonly term: Term;
  readonly fact: Fact | null;
  readonly rule: RuleId;
}

/** Requests a wave where their number ends it: as assumed, or as entered. */
function enqueuedTerm({ plan: { backlog } }: AnsweredSplit): WaveTerm {
  const term = number(mostEnqueued(backlog));
  const isOwn = backlog.enqueuedRequests !== undefined;
  return {
    steps: [{ label: "Enqueued at once", expression: isOwn ? "your own" : "assumed", value: term.text }],
    term,
    fact: isOwn ? null : BATCH_LIMITS.enqueuedRequests,
    rule: "batch-enqueued-requests",
  };
}

/** Requests a wave: what the queue holds at once. */
function waveTerm(answered: AnsweredSplit, { queueTokens, boundBy }: BatchOption): WaveTerm {
  if (boundBy === "enqueued-requests") return enqueuedTerm(answered);
  const { fact, source } = sourceOf(answered, "batchQueueTokens");
  const queue = amount(queueTokens!);
  return {
    steps: [{ label: "Batch queue", expression: source, value: queue.text }],
    term: roundedDown(over(queue, number(answered.plan.backlog.inputTokens))),
    fact,
    rule: "batch-waves",
  };
}

/** A part of the backlog: the steps to its hours. */
interface Part {
  readonly steps: readonly WorkingStep[];
  readonly term: Term;
  readonly facts: readonly (Fact | null)[];
}

/** Waves of the batch part, and the hours they take. */
function wavesPart(answered: AnsweredSplit): Part & { readonly waves: Term; readonly rule: RuleId } {
  const { tier, split } = answered;
  const wave = waveTerm(answered, tier.batch);
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
function rateTerm(answered: AnsweredSplit, { rpm, tpm, charge }: StandardOption): Part {
  const { plan } = answered;
  const own = requestOf(plan.backlog);
  const [byRequests, byTokens] = [sourceOf(answered, "rpm"), sourceOf(answered, "tpm")];
  const tokens = chargeTerm(own, plan.scenario.tokenAccounting).term;
  const limit = charge.n === 0n ? amount(rpm!) : smaller(amount(rpm!), over(amount(tpm!), known(tokens)));
  const share = minus(number(1), number(plan.backlog.liveShare));
  const term = plan.backlog.liveShare === 0 ? limit : times(limit, share);
  const steps: WorkingStep[] = [
    { label: "Requests a minute", expression: byRequests.source, value: amountText(rpm!) },
    { label: "Tokens a minute", expression: byTokens.source, value: amountText(tpm!) },
    step("Charge of a request", tokens),
    step("Sustained a minute", term),
  ];
  return { steps, term, facts: [byTokens.fact, byRequests.fact] };
}

/** Hours of a standard part that waits for a limit of a day: 24 × (requests ÷ a day’s − 1). */
function dailyPart(answered: AnsweredSplit, boundBy: "rpd" | "tpd"): Part & { readonly rule: RuleId } {
  const { plan, split, tier } = answered;
  const { fact, source } = sourceOf(answered, boundBy);
  const limit = tier.standard[boundBy]!;
  const charge = chargeTerm(requestOf(plan.backlog), plan.scenario.tokenAccounting).term;
  const perDay = boundBy === "rpd" ? amount(limit) : over(amount(limit), known(charge));
  const ours = plan.backlog.liveShare === 0 ? perDay : times(perDay, minus(number(1), number(plan.backlog.liveShare)));
  const day = known(ours);
  return {
    steps: [
      { label: DIMENSIONS[boundBy], expression: source, value: amountText(limit) },
      ...(boundBy === "tpd" ? [step("Charge of a request", charge)] : []),
      step("Requests a day for the backlog", ours),
    ],
    term: times(
      number(24),
      minus(over(count(split.standard), day.level === 0 ? day : { ...ours, level: 2 }), number(1)),
    ),
    facts: [fact],
    rule: "standard-daily",
  };
}

/** Hours of the standard part. */
function standardPart(answered: AnsweredSplit): Part & { readonly rule: RuleId } {
  const { standardBoundBy } = answered.split;
  if (standardBoundBy === "rpd" || standardBoundBy === "tpd") return dailyPart(answered, standardBoundBy);
  const rate = rateTerm(answered, answered.tier.standard);
  const sustained = known(rate.term);
  return {
    ...rate,
    rule: "standard-sustained",
    term: over(
      over(count(answered.split.standard), sustained.level === 0 ? sustained : { ...rate.term, level: 2 }),
      number(60),
    ),
  };
}

/** Hours until all is done: the longer of the batch part and the standard part. */
export function backlogHoursWorking(answered: AnsweredSplit): Working {
  const { split, name } = answered;
  const title = `${name}: until all is done`;
  const batch = split.batch > 0n ? wavesPart(answered) : null;
  const standard = split.standard > 0n ? standardPart(answered) : null;
  const shown = formatSpan(split.hours, fromNumber(answered.plan.backlog.deadlineHours));
  const waves = batch ? [...batch.steps, step("Waves", batch.waves, formatExact(batch.waves.value))] : [];
  const facts = [...(batch?.facts ?? []), ...(standard?.facts ?? [])];
  if (batch && standard)
    return working({
      title,
      steps: [
        ...waves,
        step("Hours in batch", batch.term),
        ...standard.steps,
        step("Hours as standard", standard.term),
      ],
      result: step("Hours, the later", larger(known(batch.term), known(standard.term)), shown),
      rule: "backlog-split",
      facts,
    });
  return batch
    ? working({ title, steps: waves, result: step("Hours", batch.term, shown), rule: batch.rule, facts })
    : working({
        title,
        steps: standard!.steps,
        result: step("Hours", standard!.term, shown),
        rule: standard!.rule,
        facts,
      });
}

/** Waves of the batch part, and the files they are sent in. */
export function wavesWorking(answered: AnsweredSplit): Working {
  const { split, name, tier } = answered;
  const title = `${name}: waves`;
  if (split.batch === 0n)
    return working({
      title,
      steps: [],
      result: { label: "Waves: nothing is sent in batch", expression: "0", value: "0" },
      rule: "backlog-split",
    });
  const { steps, waves, facts, rule } = wavesPart(answered);
  const { bytesPerRequest, perBatch, boundByFile } = tier.batch;
  const file: WorkingStep =
    boundByFile === "bytes"
      ? {
          label: "Requests a batch file, by bytes",
          expression: `⌊200,000,000 ÷ ${formatExact(bytesPerRequest)}⌋`,
          value: formatExact(exact(perBatch)),
        }
      : { label: "Requests a batch file", expression: "at most", value: formatExact(exact(perBatch)) };
  return working({
    title,
    steps: [...steps, file, { label: "Batch files in all", expression: "", value: formatExact(exact(split.batches)) }],
    result: step("Waves", waves, formatExact(waves.value)),
    rule,
    facts,
  });
}
