/** The button that adds a workload, on the page where workloads are added. */
export const ADD_WORKLOAD = "button[value=add]";

/** Once the edit just made is drawn, opens the workload at `index` with the focus in its first field. */
export function enterWorkload(index: number): void {
  // Updates of a press are drawn in a microtask that is queued before this one.
  queueMicrotask(() => {
    const card = cardAt(index);
    if (!card) return;
    card.open = true;
    card.querySelector<HTMLInputElement>("input")?.focus();
  });
}

/** Once a removal is drawn, gives the focus to the workload now at `index`, else the one before it, else to Add. */
export function focusNeighbour(index: number): void {
  queueMicrotask(() => {
    const card = cardAt(index) ?? cardAt(index - 1);
    (card?.querySelector<HTMLElement>("summary") ?? document.querySelector<HTMLElement>(ADD_WORKLOAD))?.focus();
  });
}

const cardAt = (index: number) => document.querySelector<HTMLDetailsElement>(`details[data-workload="${index}"]`);
