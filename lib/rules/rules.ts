import { BACKLOG_RULES } from "./backlog";
import { COST_RULES } from "./cost";
import { FORECAST_RULES } from "./forecast";
import { LIMIT_RULES } from "./limits";
import { RANGE_RULES } from "./ranges";
import { TRAFFIC_RULES } from "./traffic";
import type { Rule } from "./types";

/** The id of a rule. Ids are anchors of public pages and never removed. */
export type RuleId =
  | keyof typeof COST_RULES
  | keyof typeof LIMIT_RULES
  | keyof typeof BACKLOG_RULES
  | keyof typeof TRAFFIC_RULES
  | keyof typeof RANGE_RULES
  | keyof typeof FORECAST_RULES;

/** All rules by id, cost before limits. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  ...COST_RULES,
  ...LIMIT_RULES,
  ...BACKLOG_RULES,
  ...TRAFFIC_RULES,
  ...RANGE_RULES,
  ...FORECAST_RULES,
};

/** The rule with this id, and the id. */
export function ruleById(id: RuleId): Rule & { readonly id: RuleId } {
  return { id, ...RULES[id] };
}
