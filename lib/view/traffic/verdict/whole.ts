import { factsOf } from "@/lib/facts";
import type { Scenario } from "@/lib/scenario";
import { plainText, formatTier, type Sentence } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { trafficModels } from "../never";
import { openAsides, poolsByLimits, unboundAsides, unpublishedText } from "../open";
import { type SimulatedTraffic } from "../words";
import { endingView, reasoningAside, retiredAside, type VerdictView } from "@/lib/view/estimate";
import { runMoney, type RunMoney } from "./money";
import { type RunOutcome, runOutcome } from "./outcome";
import { beforehand } from "./beforehand";

/** A first word in small letters, as it stands within a sentence. */
function within([first, ...others]: Sentence): Sentence {
  return typeof first === "string" ? [first.charAt(0).toLowerCase() + first.slice(1), ...others] : [first!, ...others];
}

/**
 * The outcome of a run in which every known limit holds but others are unknown: open, with what came of it as
 * if those were unlimited.
 */
function supposed(
  { input: { scenario } }: SimulatedTraffic,
  open: readonly string[],
  { lead, rest }: RunOutcome,
): RunOutcome {
  const lower = [...within(lead), ...(typeof lead[0] === "string" ? [" "] : [])];
  return {
    tone: "unknown",
    lead: [`Cannot be told at ${formatTier(scenario.usageTier)}.`],
    rest: [`${capital(unpublishedText(open))}; enter your own on Plan. As if unlimited, `, ...lower, ...rest],
    short: "a limit is not published",
  };
}

/** The outcome of a run whose rates hold, while the month’s money ends within it. */
function spent({ lead, rest, tone }: RunOutcome, { short, ends }: RunMoney): RunOutcome {
  const isHeld = tone === "ok";
  return {
    tone: "over",
    lead: [`Stops after ${ends}, when the month’s money is spent.`],
    rest: [
      ...(isHeld ? ["By the rates alone, ", ...within(lead)] : lead),
      plainText(lead).endsWith(".") ? " " : "",
      ...rest,
    ],
    short: short!,
  };
}

/**
 * The verdict in one sentence, number first: who waited and how long, or what failed and when; `null` while
 * nothing is known yet.
 */
export function trafficVerdict(traffic: SimulatedTraffic | null, scenario: Scenario): VerdictView | null {
  const shown = traffic?.input.scenario ?? scenario;
  const early = beforehand(shown, Boolean(traffic?.input.trace));
  if (!early && !traffic) return null;
  const run = traffic?.input ?? { scenario, trace: null };
  const byLimits = poolsByLimits(run);
  const found = early ?? runOutcome(traffic!);
  const guess = traffic !== null && byLimits.open.length > 0 && found.tone === "ok" && traffic.main.offered > 0;
  const money = early ? null : runMoney(traffic!.input);
  const outcome = guess ? supposed(traffic, byLimits.open, found) : found;
  const isHeld = outcome.tone === "ok" || outcome.tone === "unknown";
  const verdict = isHeld && money?.ends ? spent(outcome, money) : outcome;
  const unbound = [...(guess ? [] : openAsides(byLimits)), ...unboundAsides(run)];
  const models = new Set(trafficModels(shown));
  const judged = {
    facts: new Map([...factsOf(shown)].filter(([model]) => models.has(model))),
    scenario: shown,
  };
  const retired = retiredAside(judged);
  const live = shown.workloads.filter(({ serviceTier }) => serviceTier !== "batch");
  const reasoning = run.trace ? null : reasoningAside(live, judged.facts);
  const tone = unbound.length && verdict.tone === "ok" ? "unknown" : verdict.tone;
  const lead = plainText(verdict.lead);
  return {
    ...verdict,
    tone,
    joined: !lead.endsWith("."),
    asides: [...(money?.asides ?? []), ...unbound, ...[reasoning, retired].filter((aside) => aside !== null)],
    ending: endingView(judged),
    short: { title: lead, about: (isHeld && money?.short) || verdict.short },
  };
}
