import { MOST, putOnModel, type Scenario, type Workload } from "@/lib/scenario";
import { goOn, ownScenario } from "@/components/scenario-page/go-on";

const NONE = "There is no scenario of yours in this browser.";

/** One’s own scenario with every workload, and the backlog, on `model`; all else stays. */
export function ownOn(own: Scenario, model: string): Scenario {
  const { backlog, workloads } = own;
  return {
    ...own,
    workloads: workloads.map((workload) => putOnModel(workload, model)),
    ...(backlog && { backlog: putOnModel(backlog, model) }),
  };
}

/** Opens the planner on one’s own workloads, moved to `model`; why it cannot, else `null`. */
export function moveOwn(model: string): string | null {
  const own = ownScenario();
  if (!own) return NONE;
  goOn(ownOn(own, model), own, true);
  return null;
}

/** Opens the planner on one’s own workloads and this one behind them; why it cannot, else `null`. */
export function addToOwn(workload: Workload): string | null {
  const own = ownScenario();
  if (!own) return NONE;
  if (own.workloads.length >= MOST.workloads)
    return `Your scenario has ${own.workloads.length} workloads, the most there can be.`;
  goOn({ ...own, workloads: [...own.workloads, workload] }, own, false);
  return null;
}
