import { isLongPool } from "@/lib/facts";
import { type UsageTierId } from "@/lib/catalogue";
import { type Estimate, type NoteCode } from "@/lib/estimate";
import { headroom, utilisation, type Demand, type Dimension } from "@/lib/limits";
import type { RuleId } from "@/lib/rules";
import { formatPercent, formatTier, formatTimes, UNKNOWN } from "@/lib/view/text";
import { DIMENSIONS, poolName } from "@/lib/view/names";
import { step, working, type Working } from "../compose";
import { amountText, known, over, type Term } from "../term";
import { demandTerm } from "./demand";
import { limitTerm } from "./source";

/** Which limit is worked out, at which usage tier, and what of it. */
interface LimitFigure {
  readonly row: number;
  readonly tier: UsageTierId;
  readonly want: "utilisation" | "headroom";
  /** The rule of a headroom; absent: that of its pool. */
  readonly rule?: RuleId;
}

const isDaily = (dimension: Dimension) => dimension === "rpd" || dimension === "tpd";

/** `Tokens a minute, o1-mini, at peak, tier 3`. */
function titleOf({ dimension, pool }: Demand, tier: UsageTierId): string {
  const of = `, ${poolName(pool)}${isDaily(dimension) ? "" : ", at peak"}`;
  return `${DIMENSIONS[dimension]}${dimension === "monthly-usage" ? "" : of}, ${formatTier(tier)}`;
}

/** Why there is no limit to compare with. */
function withoutLimit({ dimension }: Demand, tier: UsageTierId): Pick<Working, "result"> & { readonly rule: RuleId } {
  const missing = isDaily(dimension) ? "none at this tier" : "not published";
  return {
    result: { label: "Limit", expression: tier === "free" ? "not offered on Free" : missing, value: UNKNOWN },
    rule: isDaily(dimension) ? "daily-limits" : "unpublished-limits",
  };
}

/**
 * A demand as part of a quotient: written out where its decimals end, money as it stands, else in brackets.
 */
function divisible(term: Term, isMoney: boolean): Term {
  const written = known(term);
  if (written.level !== 0) return { ...term, level: 2 };
  return isMoney ? { ...written, text: term.text } : written;
}

/** How much of a limit is used, or how far the demand is from it. */
export function limitWorking(estimate: Estimate, { row, tier, want, rule: given }: LimitFigure): Working {
  const demand = estimate.demands[row]!;
  const rule = given ?? (isLongPool(demand.pool) ? "long-requests" : "headroom");
  const title = titleOf(demand, tier);
  const { steps: parts, term, rule: demandRule } = demandTerm(estimate, row);
  const limit = limitTerm(estimate, row, tier);
  const demanded = [...parts, step("Demand", term, demand.peak ? amountText(term.value) : "unknown")];
  if (!limit) return working({ title, steps: demanded, ...withoutLimit(demand, tier) });
  const steps = [...demanded, { label: "Limit", expression: limit.source, value: limit.term.text }];
  const facts = [limit.fact];
  if (!demand.peak) {
    const result = { label: "Of limit", expression: "cost unknown", value: UNKNOWN };
    return working({ title, steps, result, rule: demandRule, facts });
  }
  const wanted = divisible(term, demand.dimension === "monthly-usage");
  const own = estimate.fit.tiers.find(({ usageTier }) => usageTier === tier)!.limits[row]!;
  if (want === "utilisation") {
    const result = step("Of limit", over(wanted, limit.term), formatPercent(utilisation(demand, own)));
    return working({ title, steps, result, rule: demandRule, facts });
  }
  const result =
    demand.peak.n === 0n
      ? { label: "Headroom", expression: "nothing is asked", value: UNKNOWN }
      : step("Headroom", over(limit.term, wanted), formatTimes(headroom(demand, own)));
  return working({ title, steps, result, rule, facts });
}

const TOO_LONG: ReadonlySet<string> = new Set([
  "exceeds-context",
  "exceeds-max-input",
  "exceeds-max-output",
] satisfies NoteCode[]);

/**
 * The headroom of a usage tier: that of the limit which binds first there; with `ratesOnly` money is left
 * aside.
 */
export function tierWorking(estimate: Estimate, tier: UsageTierId, ratesOnly = false): Working {
  const verdict = estimate.fit.tiers.find(({ usageTier: one }) => one === tier)!;
  const { bindsFirst } = ratesOnly ? verdict.rates : verdict;
  const row = estimate.demands.findIndex(
    ({ pool, dimension }) => pool === bindsFirst?.pool && dimension === bindsFirst.dimension,
  );
  if (row < 0)
    return working({
      title: `Headroom, ${formatTier(tier)}`,
      steps: [],
      result: { label: "Headroom", expression: "no limit is known or asked for", value: UNKNOWN },
      rule: "headroom",
    });
  const tooLarge = verdict.reasons.includes("request-exceeds-tpm");
  const tooLong = verdict.reasons.some((code) => TOO_LONG.has(code));
  if (!tooLarge && !tooLong) return limitWorking(estimate, { row, tier, want: "headroom" });
  const rule = tooLarge ? "request-too-large" : "context-window";
  const all = limitWorking(estimate, { row, tier, want: "headroom", rule });
  return { ...all, title: `${all.title}: one request alone is over the ${tooLarge ? "limit" : "model’s size"}` };
}
