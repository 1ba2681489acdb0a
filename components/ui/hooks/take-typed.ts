type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was entered in a field before the scripts had arrived. */
interface Kept {
  readonly by: Control;
  /** Whether the field had the focus. */
  readonly focused: boolean;
  readonly enter: (control: Control) => void;
}

const taken = new WeakSet<Control>();
const kept = new Map<string, Kept>();

/** Fields are told apart by their names, radio buttons of one name by their values. */
const keyOf = ({ type, name, value }: Control): string => (type === "radio" ? `${name}=${value}` : name);

/**
 * The `ref` of a controlled field: what a person entered before the scripts had arrived is entered once more, so that
 * the field’s own handlers hear it. React leaves such a text in place when it takes over, and tells nobody; where an
 * edit came before, it makes the field anew, and what `keepEntered` found in the old one is entered in it. Text, error,
 * focus and caret are as if the scripts had been there.
 */
export function takeTyped(control: Control | null): void {
  if (!control || taken.has(control)) return;
  taken.add(control);
  const key = keyOf(control);
  const old = kept.get(key);
  kept.delete(key);
  const enter = entryOf(control) ?? (old && !old.by.isConnected ? old.enter : null);
  if (!enter) return;
  if (old?.focused && !old.by.isConnected) control.focus();
  // Not before the page is whole: what an edit draws anew would lose what was typed into the fields after it.
  queueMicrotask(() => enter(control));
}

/** Keeps what was entered in fields that React has not taken over yet; whether there is any. */
export function keepEntered(): boolean {
  for (const control of document.querySelectorAll<Control>("form :is(input, select, textarea)")) {
    const enter = taken.has(control) ? null : entryOf(control);
    if (enter) kept.set(keyOf(control), { by: control, focused: control === document.activeElement, enter });
  }
  return kept.size > 0;
}

/** Enters what stands in the field and did not come with the page; null where there is no such thing. */
function entryOf(control: Control): Kept["enter"] | null {
  if (control instanceof HTMLSelectElement) return choiceOf(control);
  if (control.type === "radio" || control.type === "checkbox") return tickOf(control as HTMLInputElement);
  return control.value === control.defaultValue ? null : textOf(control);
}

function choiceOf(select: HTMLSelectElement): Kept["enter"] | null {
  const sent = [...select.options].find((option) => option.defaultSelected);
  if (!sent || sent.selected) return null;
  const chosen = select.value;
  return (select) => {
    select.value = chosen;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
}

function tickOf(box: HTMLInputElement): Kept["enter"] | null {
  const { checked } = box;
  // Of a group of radio buttons, the one that is chosen now speaks for all.
  if (checked === box.defaultChecked || (box.type === "radio" && !checked)) return null;
  return (control) => {
    const box = control as HTMLInputElement;
    box.checked = !checked;
    box.click();
  };
}

function textOf({ value, selectionStart, selectionEnd }: HTMLInputElement | HTMLTextAreaElement): Kept["enter"] {
  return (control) => {
    const field = control as HTMLInputElement;
    // Set on the field itself, React knows of the value; set as the browser does it, it finds the field changed.
    field.value = field.defaultValue;
    Reflect.set(Object.getPrototypeOf(field) as object, "value", value, field);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // Drawn by now, which may have moved the caret; another drawing of the page may move it again.
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
    if (document.activeElement !== field) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  };
}
