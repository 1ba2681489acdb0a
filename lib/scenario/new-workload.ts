import { DEFAULTS } from "./fields";
import type { Workload } from "./types";

/** A workload with the defaults under what is given. */
export const workload = (
  own: Pick<Workload, "name" | "model" | "requests" | "per" | "inputTokens"> & Partial<Workload>,
): Workload => ({ ...DEFAULTS.workload, ...own });

/** A plain workload to fill in. */
export const NEW_WORKLOAD: Workload = workload({
  name: "",
  model: "o1-mini",
  requests: 10,
  per: "minute",
  inputTokens: 1000,
  visibleOutputTokens: 500,
});
