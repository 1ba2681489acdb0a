import { findModel, isRetired, priceOn, successorsOf } from "@/lib/catalogue";
import { cardOf } from "@/lib/cards";
import { compare } from "@/lib/money";
import { monthlyUsageLimit } from "@/lib/limits";
import { poolOf, type Scenario, type ServiceTier } from "@/lib/scenario";
import { adviceOf } from "./advice";
import { askedOf, missedOf } from "./asked";
import { movingTo } from "./on-model";
import { candidatesOf, rowOn } from "./rows";
import type { Candidate, CompareRow } from "./types";

const MOST = 8;
const MOST_OWN = 2;
const MOST_NEAR = 4;

/** The service tier all workloads share, else standard; other models are compared in it. */
function sharedTier({ workloads }: Scenario): ServiceTier {
  const [first, ...others] = workloads;
  return others.every(({ serviceTier }) => serviceTier === first!.serviceTier) ? first!.serviceTier : "standard";
}

/** The first of each list, then the second of each, and so on; each once. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return [...new Set(Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat())];
}

/** Of candidates that rise in cost the first that fit, at most `count`. */
function firstFitting(candidates: readonly Candidate[], scenario: Scenario, count: number): CompareRow[] {
  const most = monthlyUsageLimit(scenario, scenario.usageTier);
  const rows: CompareRow[] = [];
  for (const one of candidates) {
    if (rows.length >= count || !one.perMonth || compare(one.perMonth, most) > 0) break;
    const row = one.toRow();
    if (row.fits) rows.push(row);
  }
  return rows;
}

function choose(scenario: Scenario): CompareRow[] {
  const isCurrent = (id: string) => {
    const model = findModel(id);
    return model !== undefined && !isRetired(model, scenario.asOf) && priceOn(model, scenario.asOf) !== undefined;
  };
  const shared = sharedTier(scenario);
  const pools = [...new Set(scenario.workloads.map(({ model }) => poolOf(model)))];
  const own = pools.slice(0, MOST_OWN);
  const ownTiers = [...new Set<ServiceTier>(pools.length === 1 ? ["standard", shared, "batch"] : [shared])];

  const custom = scenario.modelOverrides.map(({ model }) => poolOf(model)).filter((id) => !findModel(id));
  // Successors before the models that a page compares prices with: what OpenAI names comes first.
  const named = [inTurn(pools.map(successorsOf)), inTurn(pools.map((pool) => cardOf(pool)?.peers ?? []))]
    .flat()
    .filter(isCurrent);
  const near = [...new Set([...custom, ...named])]
    .filter((id) => !own.includes(id) && movingTo(id, scenario, null).length > 0)
    .slice(0, MOST_NEAR);
  const listed = [
    ...own.flatMap((model) => ownTiers.map((serviceTier) => rowOn(scenario, { model, serviceTier }))),
    ...near.map((model) => rowOn(scenario, { model, serviceTier: shared })),
  ];

  const isListed = ({ model, serviceTier }: Pick<CompareRow, "model" | "serviceTier">) =>
    listed.some((row) => row.model === model && row.serviceTier === serviceTier);
  const { cheapest, ifWaiting } = adviceOf(scenario);
  const [best, later] = [cheapest, ifWaiting].map((move) => (move && !isListed(move.row) ? [move.row] : []));
  const asked = askedOf(scenario);
  const others = candidatesOf(scenario).filter(
    (one) =>
      one.serviceTier === shared &&
      !own.includes(one.model) &&
      !near.includes(one.model) &&
      one.model !== best![0]?.model &&
      missedOf(one, scenario, asked).length === 0,
  );
  const room = Math.max(0, MOST - listed.length - best!.length - later!.length);
  return [...listed, ...best!, ...firstFitting(others, scenario, room), ...later!];
}

const chosen = new WeakMap<Scenario, readonly CompareRow[]>();

/**
 * At most eight ways to run the same workloads, as rows of Compare: on their own model in standard and batch (of
 * several models the first two, in the service tier all workloads share); on custom models, successors and peers that
 * are still offered; then what `adviceOf` names, between its two the next cheapest that fit the usage tier.
 */
export function alternatives(scenario: Scenario): readonly CompareRow[] {
  let known = chosen.get(scenario);
  if (!known) chosen.set(scenario, (known = choose(scenario)));
  return known;
}
