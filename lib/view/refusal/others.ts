import type { Scenario } from "@/lib/scenario";
import type { CapacityRefusal, MaximumRefusal, MoneyCause, PlanRefusal, QuotaRefusal } from "@/lib/refusal";
import type { ModelFacts } from "@/lib/facts";
import { formatNumber } from "@/lib/view/text";
import { change, present } from "./changes/change";
import { retryChange } from "./changes/list";
import { moneyChanges, quotaChanges } from "./changes/quota";
import { factsFor, type LimitCheck } from "./limit";
import { notOfTiers } from "./origin";
import { given, type RefusalView } from "./parts";
import { formatAmount, formatHeaderWait } from "./words";

const MONEY: Readonly<Record<MoneyCause, string>> = {
  "usage-limit": "the organisation’s usage limit of this month is reached",
  "organization-limit": "the organisation’s own spend limit is reached",
  "project-limit": "the project’s spend limit is reached",
  credit: "the credit is spent",
  inactive: "the account is not active, its billing is not in order",
  "gateway-credit": "the credit with the gateway does not pay for this request",
  "gateway-budget": "the budget set in the gateway is spent",
};

/** Explains a refusal for want of money, which is a 429 too. */
export function quotaView(scenario: Scenario, { cause, requested, affordable }: QuotaRefusal): RefusalView {
  return {
    tone: "over",
    finding: `Money, not speed: ${cause === null ? "the credit or the monthly usage limit is spent" : MONEY[cause]}`,
    figures: [
      ...given("Requested", requested === null ? null : formatAmount(requested, "tokens")),
      ...given("The credit pays for", affordable === null ? null : formatAmount(affordable, "tokens")),
    ],
    remarks: ["No wait ends it and no slower sending does, though it may come as a 429: do not retry."],
    checks: [],
    changes: cause === null || cause === "usage-limit" ? quotaChanges(scenario) : [moneyChanges(cause)],
    rule: "monthly-usage",
  };
}

const LARGEST: Readonly<Record<MaximumRefusal["of"], string>> = {
  input: "maximum input",
  context: "context window",
  output: "maximum output",
};

/** The model’s own maximum, as the catalogue or the user has it; `null` where it is not known. */
function known(facts: ModelFacts, of: MaximumRefusal["of"]): number | null {
  if (of === "output") return facts.maxOutputTokens;
  return of === "context" ? facts.contextWindow : facts.maxInputTokens;
}

function maximumCheck(scenario: Scenario, { model, of, limit }: MaximumRefusal): LimitCheck[] {
  const facts = model === null ? null : factsFor(scenario, model);
  if (!facts || limit === null) return [];
  const { pool, contextWindow } = facts;
  const here = known(facts, of);
  if (here === limit) return [{ agrees: true, text: `It is the ${LARGEST[of]} of ${pool} here too.`, tries: [] }];
  const own = here ?? (of === "input" ? contextWindow : null);
  return own === null
    ? []
    : [
        {
          agrees: false,
          text: `${pool} has a ${here === null ? LARGEST.context : LARGEST[of]} of ${formatNumber(own)} here: another model answered, or another limit is configured.`,
          tries: [],
        },
      ];
}

/** Explains a request of more tokens than the model takes or gives. */
export function maximumView(scenario: Scenario, refusal: MaximumRefusal): RefusalView {
  const { of, limit, requested, origin } = refusal;
  const over = limit !== null && requested !== null && requested > limit ? requested - limit : null;
  const largest = `the model’s ${LARGEST[of]}`;
  return {
    tone: "never",
    finding:
      over === null
        ? `No rate limit: the request is over ${largest}${limit === null ? "" : ` of ${formatAmount(limit, "tokens")}`}`
        : `No rate limit: ${formatAmount(over, "tokens")} over ${largest} of ${formatNumber(limit!)}`,
    figures: [
      ...given(
        `${LARGEST[of].replace(/^m/, "M").replace(/^c/, "C")}`,
        limit === null ? null : formatAmount(limit, "tokens"),
      ),
      ...given("Requested", requested === null ? null : formatAmount(requested, "tokens")),
      ...(over === null
        ? []
        : [
            {
              what: "Over by",
              of: `${formatNumber(requested!)} − ${formatNumber(limit!)}`,
              is: formatAmount(over, "tokens"),
            },
          ]),
    ],
    remarks: [
      "It is a 400: the same request is refused at every usage tier, and retrying it is useless.",
      ...(origin ? [notOfTiers(origin)] : []),
    ],
    checks: maximumCheck(scenario, refusal),
    changes: present([
      of === "output"
        ? change("A smaller cap", "max_completion_tokens must stay within what the model can give.")
        : change(
            over === null ? "A shorter prompt" : `A prompt shorter by ${formatAmount(over, "tokens")}`,
            of === "context"
              ? "Input and max_completion_tokens share the window: drop old messages, cut documents, or lower the cap."
              : "Drop old messages, cut documents, or send the work in parts.",
          ),
      of === "output" ? null : change("A model with a larger window", "The models page sorts by context window."),
    ]),
    rule: "context-window",
  };
}

/** Explains a refusal for want of room in the service. */
export function capacityView({ origin, flex, statedMs }: CapacityRefusal): RefusalView {
  return {
    tone: "over",
    finding: flex
      ? "No room for flex just now"
      : `The service has no room just now${statedMs ? `, for ${formatHeaderWait(statedMs)}` : ""}`,
    figures: given("Stated wait", statedMs && formatHeaderWait(statedMs)),
    remarks: [
      flex
        ? "Flex runs where there is room; a refusal for want of it is not billed."
        : "It is about the service’s own load, not a limit of the account; no usage tier changes it.",
      ...(origin === "openrouter" ? ["The provider behind OpenRouter refused, not OpenRouter itself."] : []),
    ],
    checks: [],
    changes: present([
      flex ? change("Standard, for what cannot wait", "The same request without service_tier flex.") : null,
      statedMs
        ? retryChange(statedMs, "The answer asks for it")
        : change(
            "A little later, each try after a longer wait",
            "Double the wait each time, and add a random part, so that clients do not come back at once together.",
          ),
    ]),
    rule: flex ? "flex-priority" : "traffic-retry",
  };
}

/** Explains a usage limit of a ChatGPT plan, which is none of the API’s. */
export function planView({ statedMs }: PlanRefusal): RefusalView {
  return {
    tone: "over",
    finding: `A ChatGPT plan’s usage limit, not the API’s${statedMs ? `: it resets in ${formatHeaderWait(statedMs)}` : ""}`,
    figures: given("Stated reset", statedMs && formatHeaderWait(statedMs)),
    remarks: ["Plans count their own use, over hours and a week; usage tiers and the limits here say nothing of it."],
    checks: [],
    changes: present([
      statedMs ? retryChange(statedMs, "The answer says when it resets") : null,
      change("An API key, for what cannot wait", "It is billed by the token, and the limits here hold for it."),
    ]),
    rule: "usage-tiers",
  };
}
