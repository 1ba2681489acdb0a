/**
 * Tables of fields: what each field of an input accepts, the one check that walks a table, and the words of a
 * refusal.
 */
export { checkRecord } from "./check";
export {
  choice,
  day,
  decimal,
  ends,
  filled,
  flag,
  id,
  implied,
  list,
  numeric,
  open,
  optional,
  record,
  required,
  text,
  type Kind,
} from "./kinds";
export { accepts, DECIMAL_ACCEPTED, describeRule, LARGEST, MILLI, milli, type NumberRule } from "./numbers";
export { quote, refusal, type Issue } from "./refusals";
export { isDay } from "./day";
export { hasLoneSurrogate } from "./texts";
