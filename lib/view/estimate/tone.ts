import type { Estimate } from "@/lib/estimate";
import { formatDay } from "@/lib/view/text";
import { listed } from "@/lib/view/names";

/** `never`: no rate fits; `unknown`: a limit or price is missing. */
export type Tone = "ok" | "over" | "never" | "unknown";

/** That models in use are retired, and whose figures stand in; `null` where none is. */
export function retiredAside({ facts, scenario }: Pick<Estimate, "facts" | "scenario">): string | null {
  const retired = [...facts.values()].filter((one) => one.retired);
  if (retired.length === 0) return null;
  const own = retired.every(({ override }) => override?.price && override.limits);
  const days = listed(retired.map(({ pool, model }) => `${pool} retired on ${formatDay(model!.retirement!.on)}`));
  return `${days}. ${own ? "The figures are your own." : `${retired.length > 1 ? "These are their" : "These are its"} last published prices and limits${scenario.modelOverrides.length ? ", where not your own" : ""}.`}`;
}
