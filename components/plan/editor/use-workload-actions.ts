import { useCallback, useEffect, useRef } from "react";
import { MOST, type Scenario, type Workload } from "@/lib/scenario";
import { workloadName } from "@/lib/view/names";
import { useEdit } from "@/components/scenario/edit-context";
import { enterWorkload, focusNeighbour } from "@/components/scenario/focus-workload";
import type { PastedText } from "./usage";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { keepFocus } from "@/components/ui/hooks/keep-focus";

const loadOwnModel = () => import("./own-model");
const loadCleared = () => import("./cleared");

/** What can be done with a workload, as it is sent without scripts: `up.0`. */
export type WorkloadAction = "up" | "down" | "duplicate" | "remove" | "clear" | "own-model" | "usage";

/** Does something with the workload at `index`; `given`: the wanted name of a model of one’s own, or a pasted text. */
export type Act = (action: WorkloadAction, index: number, given?: string) => void;

function moved(workloads: readonly Workload[], from: number, to: number): readonly Workload[] {
  const next = [...workloads];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The workloads after the action, with what is said of it; null where the action changes nothing. */
function workloadsAfter(
  action: WorkloadAction,
  index: number,
  scenario: Scenario,
): { readonly workloads: readonly Workload[]; readonly done?: string } | null {
  const { workloads } = scenario;
  const own = workloads[index]!;
  switch (action) {
    case "up":
      return index > 0 ? { workloads: moved(workloads, index, index - 1) } : null;
    case "down":
      return index < workloads.length - 1 ? { workloads: moved(workloads, index, index + 1) } : null;
    case "duplicate": {
      if (workloads.length >= MOST.workloads) return null;
      const copy = { ...own, name: own.name && [...`${own.name} copy`].slice(0, MOST.name).join("") };
      return { workloads: [...workloads.slice(0, index + 1), copy, ...workloads.slice(index + 1)] };
    }
    case "remove":
      return workloads.length > 1
        ? { workloads: workloads.filter((_, n) => n !== index), done: `Removed ${workloadName(scenario, index)}` }
        : null;
    default:
      return null;
  }
}

/**
 * What the buttons of a workload do. It never changes, so that an edit draws its own workload anew and no
 * other.
 */
export function useWorkloadActions(scenario: Scenario, onUsage: (pasted: PastedText) => void): Act {
  const edit = useEdit();
  const latest = useRef(scenario);
  useEffect(() => {
    latest.current = scenario;
  });
  return useCallback(
    (action, index, given) => {
      if (action === "usage") return onUsage({ index, text: given ?? "" });
      if (action === "own-model")
        return void fetchPart("the prices to copy for a model of your own", loadOwnModel).then(({ ownModel }) =>
          edit({ do: "set", ...ownModel(latest.current, index, given) }),
        );
      if (action === "clear")
        return void fetchPart("a cleared workload", loadCleared).then(({ cleared }) =>
          edit({ do: "set", ...cleared(latest.current, index) }),
        );
      if (action === "up" || action === "down") keepFocus();
      const next = workloadsAfter(action, index, latest.current);
      if (!next) return;
      const { workloads, done } = next;
      edit({ do: "set", scenario: { ...latest.current, workloads }, ...(done !== undefined && { done }) });
      if (action === "duplicate") enterWorkload(index + 1);
      if (action === "remove") focusNeighbour(index);
    },
    [edit, onUsage],
  );
}
