/**
 * Every rule an estimate rests on, in words, with its source: a working cites them, the method page explains
 * them.
 */
export { BACKLOG_RULES } from "./backlog";
export { COST_RULES } from "./cost";
export { LIMIT_RULES } from "./limits";
export { ruleById, type RuleId, RULES } from "./rules";
export { TRAFFIC_RULES } from "./traffic";
export type { Basis, Rule } from "./types";
