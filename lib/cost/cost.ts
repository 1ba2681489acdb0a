import { pricesAt, type ModelFacts } from "@/lib/facts";
import { MILLI, milli } from "@/lib/fields";
import { add, exact, ZERO, type Exact } from "@/lib/money";
import { attemptsPerYear, wantedPerYear } from "@/lib/rates";
import { poolOf, type Scenario, type ServiceTier, type Workload } from "@/lib/scenario";
import { amountOf, amountOfAll, countPerMonth, usdPerMonth, usdPerRequest } from "./amount";
import { isTool, requestParts, type RequestPart } from "./request";
import type { Cost, LineItem, WorkloadCost } from "./types";

function workloadCost(workload: Workload, facts: ModelFacts): WorkloadCost {
  const attempts = attemptsPerYear(workload);
  const prices = facts.price && pricesAt(facts.price, workload.inputTokens);
  const partsIn = (tier: ServiceTier) => requestParts(workload, prices && prices[tier]);

  const parts = partsIn(workload.serviceTier);
  const amount = amountOfAll(parts);
  const perMonth = usdPerMonth(attempts, amount);
  const perMonthIn = (tier: ServiceTier) =>
    tier === workload.serviceTier ? perMonth : usdPerMonth(attempts, amountOfAll(partsIn(tier)));
  return {
    name: workload.name,
    model: workload.model,
    perRequest: usdPerRequest(MILLI + milli(workload.retryShare), amount),
    perMonth,
    standardPerMonth: perMonthIn("standard"),
    batchPerMonth: perMonthIn("batch"),
    lineItems: parts.map((part) => lineItem(part, attempts)),
  };
}

function lineItem(part: RequestPart, attempts: bigint): LineItem {
  const count = countPerMonth(attempts, part);
  const perMonth = part.price && usdPerMonth(attempts, amountOf(part, part.price));
  return isTool(part)
    ? { item: part.item, callsPerMonth: count, pricePerThousandCalls: part.perThousand, perMonth: perMonth! }
    : { item: part.item, tokensPerMonth: count, pricePerMTok: part.price, perMonth };
}

/** The sum of the amounts; `null` where one is unknown. */
function total(amounts: readonly (Exact | null)[]): Exact | null {
  let sum: Exact = ZERO;
  for (const amount of amounts) {
    if (!amount) return null;
    sum = sum === ZERO ? amount : add(sum, amount);
  }
  return sum;
}

/** The exact bill of a scenario: usage × price, line by line. `facts` are those of `factsOf(scenario)`. */
export function cost(scenario: Scenario, facts: ReadonlyMap<string, ModelFacts>): Cost {
  const workloads = scenario.workloads.map((workload) => workloadCost(workload, facts.get(poolOf(workload.model))!));
  const perMonth = total(workloads.map((workload) => workload.perMonth));
  let wanted = 0n;
  for (const workload of scenario.workloads) wanted += wantedPerYear(workload);
  // Wanted requests are in thousandths a year: a month has a twelve-thousandth as many.
  return { perRequest: perMonth && exact(perMonth.n * 12_000n, perMonth.d * wanted), perMonth, workloads };
}
