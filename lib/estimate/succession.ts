import { findModel } from "@/lib/catalogue";
import { cardOf, type Successor } from "@/lib/cards";
import { poolOf } from "@/lib/scenario";
import { differences, type Differences } from "./differences";
import { estimate } from "./estimate";
import { movedTo } from "./moved";
import type { Estimate } from "./types";

/** One step along the chain. Of a successor that the catalogue does not hold only the name is known. */
export interface SuccessorStep {
  readonly successor: Successor;
  /** The scenario with the workloads of the replaced model on this one, and what differs between the two. */
  readonly moved: { readonly estimate: Estimate; readonly differences: Differences } | null;
}

/** What takes over from one model of a scenario. */
export interface Succession {
  readonly model: string;
  readonly steps: readonly SuccessorStep[];
}

/**
 * The chain of every model in use that has one, by first appearance. Token counts stay as entered, and so do
 * the workloads on other models.
 */
export function successors(now: Estimate): Succession[] {
  const { scenario } = now;
  const pools = [...new Set(scenario.workloads.map(({ model }) => poolOf(model)))];
  return pools.flatMap((model) => {
    const steps = (cardOf(model)?.successors ?? []).map((successor) => ({
      successor,
      moved: findModel(successor.id) ? moved(now, model, successor.id) : null,
    }));
    return steps.length > 0 ? [{ model, steps }] : [];
  });
}

function moved(now: Estimate, from: string, to: string): SuccessorStep["moved"] {
  const scenario = movedTo(now.scenario, from, to);
  const next = estimate(scenario);
  return { estimate: next, differences: differences(now.facts.get(from)!, next.facts.get(to)!, scenario.usageTier) };
}
