import { encodeFocusTarget } from "@/lib/view/estimate";
import type { Scenario } from "@/lib/scenario";
import { areLettersOff, isTyping } from "@/components/ui/keys/letters";
import { keepFocus } from "@/components/ui/hooks/keep-focus";
import type { Edit } from "@/components/scenario/draft";
import { ADD_WORKLOAD, enterWorkload } from "@/components/scenario/focus-workload";

export { followSteps } from "./steps";

/** The first field of the editors: of Plan and Traffic, and of Backlog. */
const FIRST_FIELDS = [
  encodeFocusTarget({ of: "workload", workload: 0, field: "requests" }),
  encodeFocusTarget({ of: "backlog", field: "total" }),
];

/** What a key press asks of the steps: Ctrl or ⌘ with Z goes back, with Shift Z or Y on again. */
function stepBy({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | null {
  if ((!ctrlKey && !metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

/**
 * Keys of a page: `/` first field, `n` new workload where workloads are edited, `w` working, `?` help, 1–5 on
 * the tier control, Alt+↑↓ move a workload, Ctrl/⌘ Z undo, Ctrl/⌘ Shift Z or Y
 * redo.
 * `scenario` gives the latest one. Returns what takes the keys off again.
 */
export function listenToKeys(root: HTMLElement, edit: (edit: Edit) => void, scenario: () => Scenario): () => void {
  const press = (event: KeyboardEvent) => {
    const { target, key } = event;
    const now = scenario();
    const own = () => event.preventDefault();
    const tiers = target instanceof Element && target.closest("[data-tiers]");
    if (tiers && /^[1-5]$/.test(key)) {
      own();
      return edit({ do: "set", scenario: { ...now, usageTier: Number(key) as 1 } });
    }
    const workload = target instanceof Element ? target.closest<HTMLElement>("[data-workload]") : null;
    if (event.altKey && workload && (key === "ArrowUp" || key === "ArrowDown")) {
      const from = Number(workload.dataset["workload"]);
      const to = from + (key === "ArrowUp" ? -1 : 1);
      if (!now.workloads[to]) return;
      own();
      const workloads = [...now.workloads];
      workloads.splice(to, 0, ...workloads.splice(from, 1));
      edit({ do: "set", scenario: { ...now, workloads } });
      return keepFocus();
    }
    if (isTyping(target)) return;
    const step = stepBy(event);
    if (step) {
      own();
      return edit({ do: step });
    }
    if (event.ctrlKey || event.metaKey || event.altKey || areLettersOff()) return;
    if (key === "/") {
      own();
      const first = root.querySelector<HTMLElement>(FIRST_FIELDS.map((at) => `[data-at="${at}"]`).join());
      first?.closest("details")?.setAttribute("open", "");
      first?.focus();
    } else if (key === "n" && root.querySelector(ADD_WORKLOAD)) {
      own();
      edit({ do: "add" });
      enterWorkload(now.workloads.length);
    } else if (key === "w") {
      (document.activeElement as HTMLElement | null)?.closest<HTMLElement>("[data-work]")?.click();
    } else if (key === "?") {
      own();
      root.querySelector<HTMLElement>("[data-menu]")?.click();
    }
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}
