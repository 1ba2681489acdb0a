import { isInputOnly } from "@/lib/catalogue";
import { factsOf } from "@/lib/facts";
import type { Scenario } from "@/lib/scenario";
import { capital, listed, onFree } from "@/lib/view/names";
import { neverRuns, trafficModels } from "../never";
import type { RunOutcome } from "./outcome";

/** What is certain before a run; `null` where nothing is. */
export function beforehand(scenario: Scenario, trace: boolean): RunOutcome | null {
  const models = trafficModels(scenario);
  if (models.length === 0)
    return {
      tone: "unknown",
      lead: ["Nothing to simulate."],
      rest: ["All workloads go in batch, which no rate limits. Backlog plans them."],
      short: "all in batch",
    };
  const facts = factsOf(scenario);
  const used = models.map((model) => facts.get(model)!);
  if (scenario.usageTier === "free" && used.some(isInputOnly))
    return {
      tone: "over",
      lead: ["Does not run on Free."],
      rest: [`${capital(onFree(used))}; tier\u00a01 is the lowest that is simulated.`],
      short: "paid tiers only",
    };
  if (scenario.usageTier === "free")
    return {
      tone: "over",
      lead: [`Free does not offer ${listed(models)}.`],
      rest: ["Its requests are refused at any rate; tier\u00a01 is the lowest that runs them."],
      short: "not offered on Free",
    };
  const never = trace ? null : neverRuns(scenario);
  return never && { tone: "never", lead: ["Can never run."], rest: never, short: "one request is too large" };
}
