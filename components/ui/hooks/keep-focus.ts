/**
 * Gives the focus back to the element that has it, should the redrawing of this edit take it: to the
 * `summary` above it where the element can have it no more.
 */
export function keepFocus(): void {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement)) return;
  // Updates of a press are drawn in a microtask that is queued before this one.
  queueMicrotask(() => (held.matches(":disabled") ? held.closest("details")?.querySelector("summary") : held)?.focus());
}
