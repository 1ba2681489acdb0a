/** How a limit stands: with room, near, over, not published, or with an unknown demand. */
export type LimitState = "ok" | "near" | "over" | "unpublished" | "unknown";

/** The state of a published limit. 79.9 % is `ok`, 80 % is `near`. */
export function stateOf(utilisation: number | null, over: boolean): LimitState {
  if (utilisation === null) return "unknown";
  return over ? "over" : utilisation >= 0.8 ? "near" : "ok";
}
