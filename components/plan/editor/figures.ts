import { isInputOnly } from "@/lib/catalogue";
import { namedNext, type Estimate } from "@/lib/estimate";
import { MILLI } from "@/lib/fields";
import { encodeLink } from "@/lib/link";
import { chargeMilli } from "@/lib/rates";
import { poolOf, type Scenario, type ServiceTier } from "@/lib/scenario";
import { peakRequests } from "@/lib/view/plan";
import type { RangeView } from "@/lib/view/ranges";
import { formatDay, formatNumber, formatUsd } from "@/lib/view/text";
import { pricedTiers, workloadName } from "@/lib/view/names";

/** What the prices and limits of models depend on. */
export type CatalogueContext = Pick<Scenario, "usageTier" | "asOf" | "modelOverrides">;

/** What the editor of a workload shows that is not the workload’s own. */
export interface WorkloadFigures {
  readonly name: string;
  /** Its cost a month. */
  readonly amount: string;
  /** Its p10 and p90, where means of it are ranges; empty: none. */
  readonly between: string;
  /** Requests in its busiest minute. */
  readonly peak: string;
  /** Tokens charged against TPM for one request. */
  readonly charge: string;
  readonly chargeTokens: number;
  /** What the model has a price for, with spaces between: service tiers, `writes`, `twelve-hours`, `own`. */
  readonly priced: string;
  /** Whether the model gives output. */
  readonly gives: boolean;
  /** The day its model ends on, where that is within a year; empty: none. */
  readonly ends: string;
  /** The model named next, where its own ends within a year; empty: none. */
  readonly next: string;
  /** The planner with the workload on it; empty: none. */
  readonly nextLink: string;
}

/** The figures of the workload at `index`. */
export function workloadFigures(estimate: Estimate, index: number, range: RangeView | null): WorkloadFigures {
  const { scenario, cost, facts } = estimate;
  const { workloads } = scenario;
  const workload = workloads[index]!;
  const { perMonth } = cost.workloads[index]!;
  const model = facts.get(poolOf(workload.model))!;
  const next = (model.ending && namedNext(model, scenario.asOf)?.id) || "";
  const chargeTokens = chargeMilli(workload, scenario.tokenAccounting) / MILLI;
  return {
    name: workloadName(scenario, index),
    amount: perMonth ? formatUsd(perMonth) : "no price",
    // The ranges of an edit come after it.
    between: range?.workloads.length === workloads.length ? range.workloads[index]! : "",
    peak: peakRequests(estimate, index),
    charge: formatNumber(chargeTokens),
    chargeTokens,
    priced: pricedTiers(model),
    gives: !isInputOnly(model),
    ends: model.ending ? formatDay(model.model!.retirement!.on) : "",
    next,
    nextLink: next && encodeLink({ ...scenario, workloads: workloads.with(index, { ...workload, model: next }) }),
  };
}

/** Whether `what` is among what is priced. */
export const isPriced = (priced: string, what: ServiceTier | "writes" | "twelve-hours" | "own"): boolean =>
  priced.split(" ").includes(what);
