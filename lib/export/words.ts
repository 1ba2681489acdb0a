/** The text with plain spaces for narrow and unbreakable ones. */
export const plainSpaces = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");

/** A name of a column as a name of JSON: `per_month_usd` → `perMonthUsd`. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A field of a scenario as a name of a column: `inputTokens` → `input_tokens`. */
export const snakeCase = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A field of a scenario as words: `inputTokens` → `input tokens`. */
export const spaced = (field: string): string => snakeCase(field).replaceAll("_", " ");
