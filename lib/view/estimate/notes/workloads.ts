import { isInputOnly } from "@/lib/catalogue";
import { limitPoolOf, type ModelFacts, modelOfPool, poolLimits } from "@/lib/facts";
import type { Estimate, Note, NoteCode } from "@/lib/estimate";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { MILLI } from "@/lib/fields";
import type { Scenario, Workload } from "@/lib/scenario";
import { formatDay, formatNumber, formatTier } from "@/lib/view/text";
import { forLong, isUnsold, ofTier, poolName, tierWord, workloadName } from "@/lib/view/names";
import { capText } from "./cap";
import type { NoteText } from "./types";

/** The workload that a note is on, and what its text is made of. */
interface Noted {
  readonly scenario: Scenario;
  readonly facts: ReadonlyMap<string, ModelFacts>;
  readonly workload: Workload;
  readonly name: string;
  /** Its model’s id. */
  readonly pool: string;
  readonly limitPool: string;
  /** Of its pool of limits. */
  readonly tpm: number | null;
  readonly model: ModelFacts;
  readonly tier: string;
  readonly cap: number | undefined;
  /** Thousandths of a token. */
  readonly output: number;
  readonly cached: string;
}

const tokens = (milli: number) => formatNumber(milli / MILLI);

function priceText({ scenario, workload, name, model }: Noted): NoteText {
  const first = model.model?.prices[0];
  if (first && !model.price)
    return {
      fact: `${name}: ${workload.model} has no price on ${formatDay(scenario.asOf)}.`,
      consequence: `Its first price is of ${formatDay(first.from)}; its cost is unknown, not zero.`,
    };
  if (isUnsold(model, workload.serviceTier))
    return {
      fact: `${name}: ${workload.model} is not sold in ${tierWord(workload.serviceTier)}.`,
      consequence: `${workload.serviceTier === "flex" ? "OpenAI is winding flex down and refuses" : "OpenAI refuses"} a service tier that a model lacks; the cost is unknown, not zero.`,
    };
  const isShort = model.price?.long && model.price.prices[workload.serviceTier];
  const from = isShort ? ` from ${formatNumber(model.price.long!.fromInputTokens)} input tokens on` : "";
  return {
    fact: `${name}: ${workload.model} has no ${ofTier(workload.serviceTier)}price${from}.`,
    consequence: "Its cost is unknown, not zero, until you enter one.",
  };
}

const TEXTS: Readonly<Partial<Record<NoteCode, (of: Noted) => NoteText>>> = {
  "no-price": priceText,
  "tier-not-supported": ({ workload, name, model }) =>
    isInputOnly(model)
      ? {
          fact: `${name}: ${workload.model} is planned on paid tiers only.`,
          consequence: "Its page has small limits on Free too. Tier 1 opens after paying $5.",
        }
      : {
          fact: `${name}: ${workload.model} is not offered on the Free tier.`,
          consequence: "Tier 1 opens after paying $5.",
        },
  "request-exceeds-tpm": ({ scenario, workload, name, limitPool, tpm, tier }) => {
    return {
      fact: `${name}: one request is charged ${tokens(chargeMilli(workload, scenario.tokenAccounting))} tokens; ${tier} holds ${formatNumber(tpm!)} a minute${forLong(limitPool)}.`,
      consequence: "It can never run at any rate, and a retry does not help.",
    };
  },
  "exceeds-context": ({ workload, name, pool, model, output }) =>
    isInputOnly(model)
      ? {
          fact: `${name}: one input of ${formatNumber(workload.inputTokens)} tokens is over the ${formatNumber(model.contextWindow!)} that ${pool} takes.`,
          consequence:
            "Longer texts are sent in parts. A request with a list of inputs may have 300,000 in all: enter that as your own context window.",
        }
      : {
          fact: `${name}: input and output are ${tokens(Math.round(workload.inputTokens * MILLI) + output)} tokens; ${pool}’s context window is ${formatNumber(model.contextWindow!)}.`,
          consequence: "Such a request is refused at every tier.",
        },
  "exceeds-max-input": ({ workload, name, pool, model }) => ({
    fact: `${name}: ${formatNumber(workload.inputTokens)} input tokens are more than the ${formatNumber(model.maxInputTokens!)} that ${pool} takes.`,
    consequence: "Such a request is refused at every tier.",
  }),
  "exceeds-max-output": ({ name, pool, model, output }) => ({
    fact: isInputOnly(model)
      ? `${name}: ${pool} takes input only, and ${tokens(output)} output tokens are entered.`
      : `${name}: ${tokens(output)} output tokens are more than the ${formatNumber(model.maxOutputTokens!)} that ${pool} gives.`,
    consequence: isInputOnly(model)
      ? "It gives no output and has no price for any; the cost is unknown until they are taken out."
      : "Answers end there, so the load cannot be as entered.",
  }),
  "output-exceeds-cap": capText,
  "cap-exceeds-max-output": ({ name, pool, model, cap }) => ({
    fact: isInputOnly(model)
      ? `${name}: ${pool} takes input only, and a cap of ${formatNumber(cap!)} is entered.`
      : `${name}: the cap of ${formatNumber(cap!)} is over ${pool}’s maximum output of ${formatNumber(model.maxOutputTokens!)}.`,
    consequence: isInputOnly(model)
      ? "It is counted in what a request is charged; without it that is the input."
      : "The API refuses such a cap.",
  }),
  "cached-ignored-in-batch": ({ name, cached }) => ({
    fact: `${name}: batch has no cached price, so ${cached} cached tokens cost full batch input.`,
    consequence: "The batch and the cached discount do not stack for this model.",
  }),
  "cached-not-offered": ({ scenario, workload, name, model, cached }) => ({
    fact: `${name}: ${workload.model} has no ${ofTier(workload.serviceTier)}cached price${model.override?.price ? " among your own" : ` on ${formatDay(scenario.asOf)}`}.`,
    consequence: `The ${cached} cached tokens are billed as plain ${ofTier(workload.serviceTier)}input.`,
  }),
  "cached-below-1024": ({ workload, name, cached }) => ({
    fact: `${name}: a prompt of ${formatNumber(workload.inputTokens)} tokens is below the 1,024 a cached prefix needs.`,
    consequence: `No prompt of that size is cached; the ${cached} cached tokens would cost full input.`,
  }),
  "support-disputed": ({ workload, name }) => ({
    fact: `${name}: public sources disagree whether ${workload.model} runs in batch.`,
    consequence: "Batch prices and queue limits are published, so probably yes from tier 3.",
  }),
  "long-context-limits": ({ name, pool, limitPool, model }) => ({
    fact: `${name}: requests of ${formatNumber(model.model!.ownLimitsFrom!)} input tokens or more have limits of their own on ${pool}.`,
    consequence: `Its requests count against those, in the pool “${poolName(limitPool)}”, and not against the model’s others.`,
  }),
  "long-context": ({ workload, name, pool, model }) => {
    const { fromInputTokens, inputTimes, outputTimes } = model.priceRow!.longContext!;
    return {
      fact: `${name}: ${formatNumber(workload.inputTokens)} input tokens are in ${pool}’s long context, which begins at ${formatNumber(fromInputTokens)}.`,
      consequence: `The whole request is billed at ${inputTimes} times the input prices and ${outputTimes} times the output price.`,
    };
  },
  "cache-write-not-priced": ({ workload, name, model }) => ({
    fact: `${name}: ${workload.model} has no ${ofTier(workload.serviceTier)}price for cache writes${model.override?.price ? " among your own" : ""}.`,
    consequence: `The ${formatNumber(workload.cacheWriteTokens!)} tokens written to the cache are billed as plain ${ofTier(workload.serviceTier)}input.`,
  }),
  "cache-lifetime-not-offered": ({ workload, name, model }) => ({
    fact: `${name}: ${workload.model} has no price for 12 hours in the cache${model.override?.price ? " among your own" : ""}.`,
    consequence: model.override?.price
      ? "What is written is billed at your own price of cache writes: enter there what 12 hours cost."
      : "What is written stays as long as the model keeps it and is billed at the ordinary price of cache writes.",
  }),
};

/** The text of a note on a workload. */
export function workloadNoteText(note: Note, { scenario, facts }: Estimate): NoteText {
  const workload = scenario.workloads[note.index]!;
  const limitPool = limitPoolOf(workload, scenario);
  const pool = modelOfPool(limitPool);
  const text = TEXTS[note.code];
  if (!text) throw new Error(`no text for note ${note.code}`);
  return text({
    scenario,
    facts,
    workload,
    name: workloadName(scenario, note.index),
    pool,
    limitPool,
    tpm: poolLimits(facts, limitPool, scenario.usageTier, scenario.usageTier).tpm,
    model: facts.get(pool)!,
    tier: formatTier(scenario.usageTier),
    cap: workload.maxCompletionTokens,
    output: outputMilli(workload),
    cached: formatNumber(workload.cachedInputTokens),
  });
}
