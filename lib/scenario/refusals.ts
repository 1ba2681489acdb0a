import { DECIMAL_ACCEPTED, LENGTHS } from "./fields";

/** How a refused value is named in a message: on one line, short, and never past its own first level. */
export function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : String(value);
  return text.length > 60 ? `${text.slice(0, 57).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

/** Why a field was refused: its name, what was given, and what is accepted. */
export function refusal(field: string, value: unknown, accepted: string): string {
  return `${field}: ${value === undefined ? "is missing" : `${quote(value)} is not accepted`}; give ${accepted}`;
}

/** What each kind of field accepts, as the end of a sentence; numbers have `describeRule`. */
export const ACCEPTED = {
  amount: DECIMAL_ACCEPTED,
  amountAboveZero: `${DECIMAL_ACCEPTED}, above 0`,
  day: "a day of the calendar as YYYY-MM-DD",
  model: "a model id of 1 to 40 characters a–z, 0–9, dot, dash or underscore",
  object: "an object",
  text: (field: keyof typeof LENGTHS) => `text of at most ${LENGTHS[field]} characters without lone surrogates`,
  oneOf: (values: readonly (string | number)[]) => `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`,
  list: (least: number, most: number) => `a list of ${least} to ${most}`,
} as const;

/** Refusals that are about more than one field. */
export const refused = {
  scenario: (value: unknown) => `${quote(value)} is not a scenario; give an object with a list of workloads`,
  unknown: (field: string, value: unknown, known: string) =>
    `${field}: unknown field with value ${quote(value)}; accepted here: ${known}`,
  cached: (cached: number, input: number) => refusal("cachedInputTokens", cached, `at most inputTokens, ${input}`),
  cacheWrite: (written: number, room: number) =>
    refusal("cacheWriteTokens", written, `at most inputTokens less cachedInputTokens, ${room}`),
  alone: (field: string, beside: string) => refusal(field, undefined, `${DECIMAL_ACCEPTED}, beside ${beside}`),
  twice: (model: string) => `model: ${quote(model)} is overridden twice; give each model once`,
  nowhere: (model: string) =>
    `model: ${quote(model)} is not in the catalogue; give a catalogue id or snapshot, or define it in modelOverrides`,
} as const;
