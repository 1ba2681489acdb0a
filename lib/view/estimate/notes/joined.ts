import { isInputOnly } from "@/lib/catalogue";
import type { Estimate, Note, NoteCode } from "@/lib/estimate";
import { limitPoolOf, type ModelFacts, modelOfPool, poolLimits } from "@/lib/facts";
import { poolOf, type Workload } from "@/lib/scenario";
import { forLong, listed, ofTier, workloadName } from "@/lib/view/names";
import { formatNumber, formatTier } from "@/lib/view/text";
import { workloadNames } from "./names";
import type { NoteText } from "./types";
import { workloadNoteText } from "./workloads";

/** Notes of one code that differ in numbers alone, and what the workloads have in common. */
interface Joined {
  readonly estimate: Estimate;
  /** The first workload. */
  readonly workload: Workload;
  readonly model: ModelFacts;
  readonly pool: string;
  readonly limitPool: string;
  /** The models, as a list. */
  readonly models: string;
  readonly isOneModel: boolean;
}

/** What notes must share to be one: the model, its pool of limits, the service tier too; or nothing but the code. */
const SHARED = {
  "no-price": "service",
  "tier-not-supported": "kind",
  "request-exceeds-tpm": "pool",
  "exceeds-context": "kind-model",
  "exceeds-max-input": "kind-model",
  "exceeds-max-output": "kind-model",
  "output-exceeds-cap": "code",
  "cap-exceeds-max-output": "kind-model",
  "cached-ignored-in-batch": "code",
  "cached-not-offered": "service",
  "cached-below-1024": "code",
  "cache-write-not-priced": "service",
  "cache-lifetime-not-offered": "service",
  "long-context": "kind-model",
  "long-context-limits": "pool",
  "support-disputed": "kind-model",
} as const satisfies Partial<Record<NoteCode, string>>;
type JoinedCode = keyof typeof SHARED;

const isJoined = (code: NoteCode): code is JoinedCode => code in SHARED;

/** What a note shares with those it is one line with; `null`: it stands for itself. */
export function joinedKey({ code, index }: Note, { scenario, facts }: Estimate): string | null {
  if (!isJoined(code)) return null;
  const workload = scenario.workloads[index]!;
  const pool = poolOf(workload.model);
  switch (SHARED[code]) {
    case "code":
      return code;
    case "kind":
      return `${code} ${isInputOnly(facts.get(pool)!)}`;
    case "pool":
      return `${code} ${limitPoolOf(workload, scenario)}`;
    case "kind-model":
      return `${code} ${pool}`;
    case "service":
      return `${code} ${pool} ${workload.serviceTier}`;
  }
}

/** What is said of several workloads whose own texts differ; the consequence of the first where it is absent. */
const GENERAL: Readonly<Partial<Record<JoinedCode, (of: Joined) => Partial<NoteText> & Pick<NoteText, "fact">>>> = {
  "tier-not-supported": ({ models, isOneModel, model }) => ({
    fact: `${models} ${isOneModel ? "is" : "are"} ${isInputOnly(model) ? "planned on paid tiers only" : "not offered on the Free tier"}.`,
    ...(isInputOnly(model) && {
      consequence: "Their pages have small limits on Free too. Tier 1 opens after paying $5.",
    }),
  }),
  "request-exceeds-tpm": ({ estimate: { facts, scenario }, limitPool }) => {
    const { tpm } = poolLimits(facts, limitPool, scenario.usageTier, scenario.usageTier);
    return {
      fact: `one request is charged more tokens than the ${formatNumber(tpm!)} a minute that ${formatTier(scenario.usageTier)} holds${forLong(limitPool)}.`,
      consequence: "They can never run at any rate, and a retry does not help.",
    };
  },
  "exceeds-context": ({ model, pool }) => ({
    fact: isInputOnly(model)
      ? `one input is over the ${formatNumber(model.contextWindow!)} tokens that ${pool} takes.`
      : `input and output are over ${pool}’s context window of ${formatNumber(model.contextWindow!)} tokens.`,
  }),
  "exceeds-max-input": ({ model, pool }) => ({
    fact: `there are more input tokens than the ${formatNumber(model.maxInputTokens!)} that ${pool} takes.`,
  }),
  "exceeds-max-output": ({ model, pool }) => ({
    fact: isInputOnly(model)
      ? `${pool} takes input only, and output tokens are entered.`
      : `there are more output tokens than the ${formatNumber(model.maxOutputTokens!)} that ${pool} gives.`,
  }),
  "output-exceeds-cap": () => ({
    fact: "the mean output is over the cap.",
    consequence:
      "Such answers are cut off at the cap, reasoning is spent first, and the cap is billed. The cost here is of the whole output, as entered.",
  }),
  "cap-exceeds-max-output": ({ model, pool }) => ({
    fact: isInputOnly(model)
      ? `${pool} takes input only, and a cap is entered.`
      : `the cap is over ${pool}’s maximum output of ${formatNumber(model.maxOutputTokens!)}.`,
  }),
  "cached-ignored-in-batch": () => ({
    fact: "batch has no cached price, so cached tokens cost full batch input.",
    consequence: "The batch and the cached discount do not stack for these models.",
  }),
  "cached-not-offered": ({ workload }) => ({
    fact: "",
    consequence: `The cached tokens are billed as plain ${ofTier(workload.serviceTier)}input.`,
  }),
  "cached-below-1024": () => ({
    fact: "prompts are below the 1,024 tokens that a cached prefix needs.",
    consequence: "No prompt of that size is cached; the cached tokens would cost full input.",
  }),
  "cache-write-not-priced": ({ workload }) => ({
    fact: "",
    consequence: `The tokens written to the cache are billed as plain ${ofTier(workload.serviceTier)}input.`,
  }),
  "long-context": ({ model, pool }) => ({
    fact: `input is in ${pool}’s long context, which begins at ${formatNumber(model.priceRow!.longContext!.fromInputTokens)} tokens.`,
  }),
};

/** The text of several notes that are one line; `null` for a single one. */
export function joinedText(notes: readonly [Note, ...Note[]], estimate: Estimate): NoteText | null {
  const [first] = notes;
  const { code } = first;
  if (notes.length === 1 || !isJoined(code)) return null;
  const { scenario, facts } = estimate;
  const texts = notes.map((note) => {
    const { fact, consequence } = workloadNoteText(note, estimate);
    return { fact: fact.slice(`${workloadName(scenario, note.index)}: `.length), consequence };
  });
  const own = texts[0]!;
  const names = workloadNames(
    scenario,
    notes.map(({ index }) => index),
  );
  const isAlike = texts.every(({ fact, consequence }) => fact === own.fact && consequence === own.consequence);
  const workload = scenario.workloads[first.index]!;
  const limitPool = limitPoolOf(workload, scenario);
  const pools = [...new Set(notes.map(({ index }) => poolOf(scenario.workloads[index]!.model)))];
  const general = isAlike
    ? null
    : GENERAL[code]?.({
        estimate,
        workload,
        model: facts.get(poolOf(workload.model))!,
        pool: modelOfPool(limitPool),
        limitPool,
        models: listed(pools),
        isOneModel: pools.length === 1,
      });
  return {
    fact: `${names}: ${general?.fact || own.fact}`,
    consequence: general?.consequence ?? own.consequence,
  };
}
