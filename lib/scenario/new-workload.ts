import { DEFAULTS } from "./defaults";
import type { Workload } from "./types";

/** A workload of these values, its other fields at their defaults. */
export const workload = (
  own: Pick<Workload, "name" | "model" | "requests" | "per" | "inputTokens"> & Partial<Workload>,
): Workload => ({ ...DEFAULTS.workload, ...own });

/** The workload that a new row of the editor begins with. */
export const NEW_WORKLOAD: Workload = workload({
  name: "",
  model: "o1-mini",
  requests: 10,
  per: "minute",
  inputTokens: 1000,
  visibleOutputTokens: 500,
});
