import type { TraceRow } from "./read";

const shown = (value: unknown) => (value === undefined ? "nothing" : JSON.stringify(value));
const numberOr = (value: unknown) => (typeof value === "number" ? value : shown(value));

/** The requests of a JSON text: a list, or an object that holds it as `requests`. */
export function readTraceJson(text: string): TraceRow[] | { readonly error: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (fault) {
    return { error: `This is not JSON: ${(fault as Error).message}` };
  }
  const list = Array.isArray(json) ? json : (json as { requests?: unknown }).requests;
  if (!Array.isArray(list))
    return {
      error: "No list of requests in this JSON; give [{atMs, inputTokens, outputTokens}], or the same as “requests”.",
    };
  return list.map((row: unknown, n) => {
    const { atMs, inputTokens, outputTokens } = (row ?? {}) as Readonly<Record<string, unknown>>;
    return {
      atMs: numberOr(atMs),
      inputTokens: numberOr(inputTokens),
      outputTokens: numberOr(outputTokens),
      name: `Row ${n + 1}`,
    };
  });
}
