/**
 * What is wrong with an input: where (`workloads.0.model`; empty for the whole) and a sentence with field,
 * value and what is accepted.
 */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/**
 * A refused value as a message names it: on one line, at most 60 characters, a list or an object by its kind
 * only.
 */
export function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : String(value);
  return text.length > 60 ? `${text.slice(0, 57).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

/** Why a field was refused: its name, the value given (`undefined`: it is missing), and what is accepted. */
export function refusal(field: string, value: unknown, accepted: string): string {
  return `${field}: ${value === undefined ? "is missing" : `${quote(value)} is not accepted`}; give ${accepted}`;
}
