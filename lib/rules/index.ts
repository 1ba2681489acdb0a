/**
 * Every rule an estimate rests on, in words and with its source; workings cite them, the method page explains
 * them.
 */
export { ruleById, type RuleId, RULES } from "./rules";
export type { Basis } from "./types";
