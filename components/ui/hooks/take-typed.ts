type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const taken = new WeakSet<Control>();

/**
 * The `ref` of a controlled field: what a person entered before the scripts had arrived is entered once more, so that
 * the field’s own handlers hear it. React leaves such a text in place when it takes over, and tells nobody. Text,
 * error and focus are as if the scripts had been there; the caret may go to the end.
 */
export function takeTyped(control: Control | null): void {
  if (!control || taken.has(control)) return;
  taken.add(control);
  const enter = entryOf(control);
  // Not before the page is whole: what an edit draws anew would lose what was typed into the fields after it.
  if (enter) queueMicrotask(enter);
}

/** Whether something was entered in a field that React has not taken over yet. */
export const isEntered = (control: Element): boolean =>
  (control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement) &&
  entryOf(control) !== null;

/** Enters what stands in the field and did not come with the page; null where there is no such thing. */
function entryOf(control: Control): (() => void) | null {
  if (control instanceof HTMLSelectElement) return choiceOf(control);
  if (control.type === "radio" || control.type === "checkbox") return tickOf(control as HTMLInputElement);
  return control.value === control.defaultValue ? null : textOf(control);
}

function choiceOf(select: HTMLSelectElement): (() => void) | null {
  const sent = [...select.options].find((option) => option.defaultSelected);
  if (!sent || sent.selected) return null;
  const chosen = select.value;
  return () => {
    select.value = chosen;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
}

function tickOf(box: HTMLInputElement): (() => void) | null {
  const { checked } = box;
  // Of a group of radio buttons, the one that is chosen now speaks for all.
  if (checked === box.defaultChecked || (box.type === "radio" && !checked)) return null;
  return () => {
    box.checked = !checked;
    box.click();
  };
}

function textOf(field: HTMLInputElement | HTMLTextAreaElement): () => void {
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    // Set on the field itself, React knows of the value; set as the browser does it, it finds the field changed.
    field.value = field.defaultValue;
    Reflect.set(Object.getPrototypeOf(field) as object, "value", value, field);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // Drawn by now, which may have moved the caret; another drawing of the page may move it again.
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
    if (document.activeElement !== field) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  };
}
