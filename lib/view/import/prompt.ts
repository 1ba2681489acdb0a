import { CHECKED_ON, findModel, priceOn } from "@/lib/catalogue";
import { estimate } from "@/lib/estimate";
import { NEW_WORKLOAD, NUMBERS, DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { cachableTokens, type Encoding, type Prompt, type PromptCount } from "@/lib/tokens";
import { formatNumber, formatUsd } from "@/lib/view/text";

/** A counted prompt in words, and what it becomes in the planner. */
export interface PromptView {
  readonly finding: string;
  readonly rows: readonly { readonly label: string; readonly text: string; readonly remark: string }[];
  /** What was not counted. */
  readonly notes: readonly string[];
  readonly scenario: Scenario;
}

const tokensText = (tokens: number) => `${formatNumber(tokens)}\u00a0token${tokens === 1 ? "" : "s"}`;

function scenarioOf(workload: Workload): Scenario {
  return { ...DEFAULTS.scenario, asOf: CHECKED_ON, workloads: [workload] };
}

const cacheText = (cached: number): string =>
  cached > 0
    ? `${formatNumber(cached)} of them can be read from the cache`
    : "too short for the cache, which begins at 1,024";

/** What one request of it costs before its answer, at today’s prices. */
function costText(workload: Workload): string {
  return formatUsd(estimate(scenarioOf({ ...workload, visibleOutputTokens: 0, reasoningTokens: 0 })).cost.perRequest);
}

/** A prompt, how many tokens it is, and for which model. */
interface PromptForModel {
  readonly prompt: Omit<Prompt, "messages">;
  readonly count: PromptCount;
  readonly encoding: Encoding;
  readonly model: string;
  /** So many messages, from the first, are the same in later requests. */
  readonly shared: number;
}

/** What a prompt costs before its answer, and the scenario that sends it. */
export function promptView({ prompt, count, encoding, model, shared }: PromptForModel): PromptView {
  const { kind, maxCompletionTokens: cap, otherParts, tools, chat } = prompt;
  const { tokens, overhead, messages } = count;
  const prefix = messages.slice(0, shared).reduce((sum, message) => sum + message.tokens, 0);
  const known = findModel(model);
  const price = known && priceOn(known, CHECKED_ON);
  const uncached = price !== undefined && price.prices.standard.cachedInput === null;
  const cached = uncached ? 0 : cachableTokens(prefix);
  const fresh: Workload = {
    ...NEW_WORKLOAD,
    model,
    serviceTier: kind === "batch" ? "batch" : "standard",
    inputTokens: tokens,
    ...(cap !== null && cap <= NUMBERS.maxCompletionTokens.max && { maxCompletionTokens: cap }),
  };
  const workload = kind === "batch" ? fresh : { ...fresh, cachedInputTokens: cached };
  return {
    finding: `${tokensText(tokens)} before the answer, for ${model}`,
    rows: [
      {
        label: "Tokens",
        text: formatNumber(tokens),
        remark: `${encoding}, ${formatNumber(messages.length)} message${messages.length === 1 ? "" : "s"}`,
      },
      {
        label: "Of these for the chat",
        text: formatNumber(overhead),
        remark: chat ? "an estimate: 3 a message, 1 a name, 3 for the answer, and the roles" : "none around embeddings",
      },
      {
        label: "Shared prefix",
        text: formatNumber(prefix),
        remark: uncached ? "no cached price; caching is not offered" : cacheText(cached),
      },
      {
        label: "Cost of its input",
        text: costText(fresh),
        remark:
          workload.cachedInputTokens > 0
            ? `${costText(workload)} when its prefix is in the cache`
            : "at today’s price, nothing from the cache",
      },
    ],
    notes: [
      ...(otherParts > 0
        ? [`${formatNumber(otherParts)} part${otherParts === 1 ? " is" : "s are"} no text, and not counted.`]
        : []),
      ...(tools ? ["Its tools cost tokens too; their definitions are not counted."] : []),
    ],
    scenario: scenarioOf(workload),
  };
}
