/** scenario ⇄ URL. One scenario has one link; a damaged link opens with all that can be read of it. */
export { encodeLink } from "./encode";
export { decodeLink } from "./decode";
export type { FieldName } from "./field-name";
export type { LinkFault } from "./draft";
export { isMended } from "./mended";
export { readLink } from "./read";
export { parseTyped, parseTypedDecimal } from "./typed";
export { parseMean, parsePerRate } from "./typed-range";
export type { Typed } from "./typed-unit";
export { parseDeadline, type WallClock } from "./typed-moment";
export { parseHours, parseShare, toPercent } from "./typed-span";
export { toQuery } from "./params";
export { readForm } from "./form";
export {
  BACKLOG_TAGS,
  SERVICE_MARKS,
  LIMIT_TAGS,
  PART_KEYS,
  PER_NAMES,
  PRICE_TAGS,
  SCENARIO_KEYS,
  SIZE_TAGS,
  WORKLOAD_TAGS,
} from "./grammar";
export { WORKLOAD_WORDS } from "./words";
