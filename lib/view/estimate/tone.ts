import type { Estimate } from "@/lib/estimate";
import { formatDay } from "@/lib/view/text";
import { listed } from "@/lib/view/names";

/**
 * How an answer is judged. `never`: the request fits at no rate; `unknown`: a limit or a price is missing.
 */
export type Tone = "ok" | "over" | "never" | "unknown";

/** Names the models in use that are retired and whose figures stand in for theirs; `null` where none is. */
export function retiredAside({ facts, scenario }: Pick<Estimate, "facts" | "scenario">): string | null {
  const retired = [...facts.values()].filter((one) => one.retired);
  if (retired.length === 0) return null;
  const own = retired.every(({ override }) => override?.price && override.limits);
  const days = listed(retired.map(({ pool, model }) => `${pool} retired on ${formatDay(model!.retirement!.on)}`));
  return `${days}. ${own ? "The figures are your own." : `${retired.length > 1 ? "These are their" : "These are its"} last published prices and limits${scenario.modelOverrides.length ? ", where not your own" : ""}.`}`;
}
