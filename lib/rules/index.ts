import { BACKLOG_RULES } from "./backlog-rules";
import { COST_RULES } from "./cost-rules";
import { LIMIT_RULES } from "./limit-rules";
import { TRAFFIC_RULES } from "./traffic-rules";
import type { Rule } from "./types";

/** Every rule an estimate rests on, as text with its source: what a working cites and the method page explains. */
export type { Basis, Rule } from "./types";
export { BACKLOG_RULES, COST_RULES, LIMIT_RULES, TRAFFIC_RULES };

export type RuleId =
  keyof typeof COST_RULES | keyof typeof LIMIT_RULES | keyof typeof BACKLOG_RULES | keyof typeof TRAFFIC_RULES;

/** All rules by id, cost before limits. Ids are anchors of public pages and never removed. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  ...COST_RULES,
  ...LIMIT_RULES,
  ...BACKLOG_RULES,
  ...TRAFFIC_RULES,
};

/** The rule with this id. */
export function ruleById(id: RuleId): Rule & { readonly id: RuleId } {
  return { id, ...RULES[id] };
}
