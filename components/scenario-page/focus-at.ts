import { encodeFocusTarget, type FocusTarget } from "@/lib/view/estimate";

const WAIT_MS = 3000;

function show(field: HTMLElement): void {
  for (let hidden = field.closest("details"); hidden; hidden = hidden.parentElement?.closest("details") ?? null)
    hidden.open = true;
  field.scrollIntoView({ block: "center" });
  field.focus();
}

/** The same by its target. */
export const focusAt = (target: FocusTarget): void => focusOn(encodeFocusTarget(target));

/**
 * Puts the focus on a field of the editor (`data-at`) or brings a section (id) into view, opening what hides
 * it; a field still being fetched is waited for.
 */
export function focusOn(at: string): void {
  const find = () => document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
  const field = find();
  if (field) return show(field);
  const section = document.getElementById(at);
  if (section) {
    section.closest("details")?.setAttribute("open", "");
    return section.scrollIntoView({ block: "start" });
  }
  const settings = document.querySelector<HTMLDetailsElement>("[data-settings]");
  if (!settings) return;
  settings.open = true;
  const observer = new MutationObserver(() => {
    const found = find();
    if (!found) return;
    observer.disconnect();
    show(found);
  });
  observer.observe(settings, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), WAIT_MS);
}
