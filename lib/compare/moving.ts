import { cost, splitTotals, usageTotals } from "@/lib/cost";
import { checkWorkload } from "@/lib/estimate";
import { factsOf, limitPoolOf, type ModelFacts } from "@/lib/facts";
import { sumsByPool, sumsOf, type PoolSums } from "@/lib/limits";
import type { Exact } from "@/lib/money";
import { poolOf, type Scenario, type ServiceTier } from "@/lib/scenario";
import { reshaped } from "./on-model";

/** Workloads on one model, with what they add up to in its pools, in the order of the first of them. */
interface ModelGroup {
  readonly model: string;
  readonly first: number;
  readonly pools: ReadonlyMap<string, PoolSums>;
}

/** What the workloads that stay where they are add to every row. */
interface Staying {
  readonly facts: ReadonlyMap<string, ModelFacts>;
  /** By the place of the workload in the scenario. */
  readonly checks: ReadonlyMap<number, ReturnType<typeof checkWorkload>>;
  readonly groups: readonly ModelGroup[];
  /** `null`: one has no price; `undefined`: none stays. */
  readonly perMonth: Exact | null | undefined;
}

/** What the requests of the workloads that move add up to: below the length of long requests, and from it on. */
interface MovingSums {
  readonly plain: PoolSums | null;
  readonly long: PoolSums | null;
}

/** Everything of a comparison that does not hang on the model: worked out once, or once for each kind of row. */
export interface Moving {
  readonly places: ReadonlySet<number>;
  readonly first: number;
  readonly hasReasoning: boolean;
  readonly staying: Staying;
  /** The scenario in a service tier; its moved workloads still name the models they came from. */
  scenarioIn(serviceTier: ServiceTier, withoutReasoning: boolean): Scenario;
  totals(withoutReasoning: boolean, longFrom: number | null): ReturnType<typeof splitTotals>;
  sums(serviceTier: ServiceTier, withoutReasoning: boolean, longFrom: number | null): MovingSums;
}

function stayingOf(scenario: Scenario, places: ReadonlySet<number>): Staying {
  const kept = scenario.workloads.map((_, index) => index).filter((index) => !places.has(index));
  if (kept.length === 0) return { facts: new Map(), checks: new Map(), groups: [], perMonth: undefined };
  const workloads = kept.map((index) => scenario.workloads[index]!);
  const part = { ...scenario, workloads };
  const facts = factsOf(part);
  const bill = cost(part, facts);
  const checks = workloads.map((one, n) =>
    checkWorkload(one, facts.get(poolOf(one.model))!, {
      pool: limitPoolOf(one, scenario),
      accounting: scenario.tokenAccounting,
      unpriced: bill.workloads[n]!.perMonth === null,
    }),
  );
  const sums = [...sumsByPool(part)];
  const groups = [...facts.keys()].map((model) => ({
    model,
    first: kept[workloads.findIndex((one) => poolOf(one.model) === model)]!,
    pools: new Map(sums.filter(([pool]) => pool === model || pool.startsWith(`${model}:`))),
  }));
  return { facts, checks: new Map(kept.map((index, n) => [index, checks[n]!])), groups, perMonth: bill.perMonth };
}

/** A function of few arguments that computes each answer once. */
function once<A extends readonly unknown[], T>(work: (...given: A) => T): (...given: A) => T {
  const known = new Map<string, T>();
  return (...given) => {
    const key = given.join(" ");
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = work(...given)));
    return value;
  };
}

/** What does not hang on the model where the workloads at `places` move and the others stay. */
export function movingOf(scenario: Scenario, places: readonly number[]): Moving {
  const moves = new Set(places);
  const movedIn = once((serviceTier: ServiceTier, withoutReasoning: boolean) =>
    places.map((index) => reshaped(scenario.workloads[index]!, serviceTier, withoutReasoning)),
  );
  const usage = once((withoutReasoning: boolean) => usageTotals(movedIn("standard", withoutReasoning)));
  return {
    places: moves,
    first: places[0]!,
    hasReasoning: places.some((index) => scenario.workloads[index]!.reasoningTokens > 0),
    staying: stayingOf(scenario, moves),
    scenarioIn: once((serviceTier, withoutReasoning) => {
      const workloads = [...scenario.workloads];
      movedIn(serviceTier, withoutReasoning).forEach((workload, n) => (workloads[places[n]!] = workload));
      return { ...scenario, workloads };
    }),
    totals: once((withoutReasoning, longFrom) => splitTotals(usage(withoutReasoning), longFrom)),
    sums: once((serviceTier, withoutReasoning, longFrom) => {
      const workloads = movedIn(serviceTier, withoutReasoning);
      const isLong = ({ inputTokens }: { readonly inputTokens: number }) =>
        longFrom !== null && inputTokens >= longFrom;
      const [plain, long] = [workloads.filter((one) => !isLong(one)), workloads.filter(isLong)];
      return {
        plain: plain.length > 0 ? sumsOf(plain, scenario) : null,
        long: long.length > 0 ? sumsOf(long, scenario) : null,
      };
    }),
  };
}
