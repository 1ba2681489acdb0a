import { endingView, monthMoney, retiredAside, type Tone, verdictText, type VerdictView } from "@/lib/view/estimate";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { MILLI } from "@/lib/fields";
import { limitPoolOf, modelOfPool, poolLimits } from "@/lib/facts";
import type { Estimate, Note, NoteCode } from "@/lib/estimate";
import {
  figure,
  type Sentence,
  formatDuration,
  formatFactor,
  formatNumber,
  formatTier,
  formatUsd,
} from "@/lib/view/text";
import { capital, DIMENSIONS, forLong, isPlural, listed, mostOutput, ofPool, onFree } from "@/lib/view/names";
import { unknownSentence } from "./unknown";

const find = (estimate: Estimate, code: NoteCode): Note | undefined =>
  estimate.notes.find((note) => note.code === code);

/**
 * A limit in a sentence, or at its start; the model it is of keeps its letters, and is named where there are
 * several pools.
 */
function limitPhrase({ limits }: Estimate, pool: string, dimension: keyof typeof DIMENSIONS, starts = false): string {
  const name = DIMENSIONS[dimension];
  const pools = new Set(limits.map(({ demand }) => demand.pool));
  pools.delete("account");
  if (dimension !== "monthly-usage" && pools.size > 1) return ofPool(pool, name.toLowerCase());
  return starts ? name : name.toLowerCase();
}

function neverSentence(estimate: Estimate): Sentence | null {
  const { scenario, facts } = estimate;
  const note =
    find(estimate, "request-exceeds-tpm") ??
    find(estimate, "exceeds-context") ??
    find(estimate, "exceeds-max-input") ??
    find(estimate, "exceeds-max-output");
  if (!note) return null;
  const workload = scenario.workloads[note.index]!;
  const limitPool = limitPoolOf(workload, scenario);
  const pool = modelOfPool(limitPool);
  const model = facts.get(pool)!;
  const tokens = (milli: number) => formatNumber(milli / MILLI);
  if (note.code === "request-exceeds-tpm") {
    const { tpm } = poolLimits(facts, limitPool, scenario.usageTier, scenario.usageTier);
    return [
      `One ${pool} request is charged `,
      figure(tokens(chargeMilli(workload, scenario.tokenAccounting)), { of: "charge", workload: note.index }),
      ` tokens; ${formatTier(scenario.usageTier)} holds ${formatNumber(tpm!)}${forLong(limitPool)}.`,
    ];
  }
  const output = outputMilli(workload);
  if (note.code === "exceeds-context")
    return [
      `One ${pool} request takes ${tokens(Math.round(workload.inputTokens * MILLI) + output)} tokens; its context window holds ${formatNumber(model.contextWindow!)}.`,
    ];
  if (note.code === "exceeds-max-input")
    return [
      `One ${pool} request has ${formatNumber(workload.inputTokens)} input tokens; the model takes at most ${formatNumber(model.maxInputTokens!)}.`,
    ];
  return [
    `One ${pool} answer takes ${tokens(output)} tokens; the model gives ${mostOutput(formatNumber(model.maxOutputTokens!))}.`,
  ];
}

/** What else fits, as the sentence after a verdict that does not. */
function elsewhere({ fit, scenario }: Estimate): Sentence {
  const least = fit.minimumUsageTier;
  if (least === null || least === scenario.usageTier)
    return fit.tiers.some(({ usageTier, fits }) => usageTier !== "free" && fits === null)
      ? []
      : [" No usage tier fits."];
  const scale = fit.tiers.find(({ usageTier }) => usageTier === least)!.scaleAtLimit;
  return scale === null
    ? [` ${capital(formatTier(least))} fits.`]
    : [
        ` ${capital(formatTier(least))} fits, with room for `,
        figure(`${formatFactor(scale)} times`, { of: "scale", tier: least }),
        " this traffic.",
      ];
}

function overSentence(estimate: Estimate): Sentence {
  const { fit, limits } = estimate;
  const { index, demand, limit, utilisation } = limits.find(({ bindsFirst }) => bindsFirst)!;
  if (demand.dimension === "monthly-usage")
    return [
      `Its ${formatUsd(limit!.exact).replace(/\.00$/, "")} monthly usage limit is spent in `,
      figure(formatDuration(fit.hoursToUsageLimit!), { of: "hours" }),
      ".",
    ];
  const noun =
    demand.dimension === "batch-queue"
      ? `Work for ${ofPool(demand.pool, "batch queue")} is `
      : `${demand.dimension === "rpd" || demand.dimension === "tpd" ? "" : "At the peak, "}${ofPool(demand.pool, DIMENSIONS[demand.dimension].toLowerCase())} are `;
  return [
    noun,
    figure(`${formatFactor(utilisation!)} times`, { of: "utilisation", limit: index, tier: null }),
    " the limit.",
  ];
}

/** The parts of a verdict that differ from one outcome to the next. */
type PlanOutcome = Pick<VerdictView, "tone" | "rest"> & { readonly lead: string; readonly about: string };

function fitting(estimate: Estimate, about: string): PlanOutcome {
  const { fit, scenario } = estimate;
  const lead = `Fits ${formatTier(scenario.usageTier)}.`;
  if (fit.scaleAtLimit === null) return { tone: "ok", lead, rest: ["No limit is near."], about };
  const { pool, dimension } = fit.bindsFirst!;
  const rest: Sentence = [
    `${limitPhrase(estimate, pool, dimension, true)} ${isPlural(dimension) ? "bind" : "binds"} first, at `,
    figure(`${formatFactor(fit.scaleAtLimit)} times`, { of: "scale", tier: scenario.usageTier }),
    " this traffic.",
  ];
  return { tone: "ok", lead, rest, about };
}

function outcome(estimate: Estimate): PlanOutcome {
  const { fit, scenario, facts } = estimate;
  const tier = formatTier(scenario.usageTier);
  const about = fit.bindsFirst
    ? `${limitPhrase(estimate, fit.bindsFirst.pool, fit.bindsFirst.dimension)} binds first`
    : "no limit binds";
  if (fit.fits) return fitting(estimate, about);
  const next = elsewhere(estimate);
  if (fit.fits === null)
    return {
      tone: "unknown",
      lead: `Cannot be told at ${tier}.`,
      rest: [...unknownSentence(estimate), ...next],
      about: fit.bindsFirst ? about : "a limit is not published",
    };
  if (scenario.usageTier === "free") {
    const why = onFree([...facts.values()]);
    const short = why.includes("not offered") ? "not offered on Free" : "planned on paid tiers only";
    return { tone: "over", lead: "Does not fit Free.", rest: [`${why}.`, ...next], about: short };
  }
  const never = neverSentence(estimate);
  return never
    ? { tone: "never", lead: "Can never run.", rest: [...never, ...next], about: "one request is too large" }
    : { tone: "over", lead: `Does not fit ${tier}.`, rest: [...overSentence(estimate), ...next], about };
}

/**
 * Whether the scenario fits its usage tier, which other one it fits, what binds first, and at how many times
 * this traffic.
 */
export function verdictView(estimate: Estimate): VerdictView {
  const { tone, lead, rest, about } = outcome(estimate);
  const retired = retiredAside(estimate);
  const over = monthMoney(estimate.scenario, estimate.cost.perMonth).overBudget;
  const beside = { tone, asides: retired ? [retired] : [], ending: endingView(estimate) };
  const title = lead.slice(0, -1);
  if (!over) return { ...beside, lead: [lead], rest, joined: false, short: { title, about } };
  // A budget is no limit: what is said of the tier stands, and the budget goes on in the same sentence.
  const and = JOINS[tone];
  return {
    ...beside,
    lead: [title],
    rest: [`, ${and}over your budget by ${formatUsd(over)}. `, ...rest],
    joined: true,
    short: { title: `${title}, ${and}over budget by ${formatUsd(over)}`, about },
  };
}

/** What stands before `over your budget` behind each outcome. */
const JOINS: Readonly<Record<Tone, string>> = { ok: "", over: "and ", never: "and ", unknown: "but " };

const monthText = ({ cost }: Estimate): string => (cost.perMonth ? `${formatUsd(cost.perMonth)} a month` : "no price");

/** The title of the page, which follows every edit: `Support chat: Fits tier 3 · $1,200 a month`. */
export function tabTitle(estimate: Estimate): string {
  const { title } = estimate.scenario;
  return `${title ? `${title}: ` : ""}${verdictView(estimate).short.title} · ${monthText(estimate)}`;
}

/** Title and description of the page, so that a pasted link says the verdict. */
export function pageTitle(estimate: Estimate): { readonly title: string; readonly description: string } {
  const view = verdictView(estimate);
  const { scenario } = estimate;
  const models = listed([...new Set(scenario.workloads.map(({ model }) => model))]);
  const ending = view.ending ? [`${view.ending.text}.`] : [];
  const sentences = [`${verdictText(view)} ${monthText(estimate)}.`, ...view.asides, ...ending].join(" ");
  return {
    title: tabTitle(estimate),
    description: `${models}: ${sentences}`.replace(/\u202f|\u00a0/g, " "),
  };
}
