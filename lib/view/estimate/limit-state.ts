export type LimitState = "ok" | "near" | "over" | "unpublished" | "unknown";

/** How a utilisation is coloured; from 80 % on it is near. */
export function stateOf(utilisation: number | null, over: boolean): LimitState {
  if (utilisation === null) return "unknown";
  return over ? "over" : utilisation >= 0.8 ? "near" : "ok";
}
