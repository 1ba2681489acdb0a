import { useEffect } from "react";

const made: (() => void)[] = [];

/** Presses of the page’s own buttons: they would send a form, or be lost. */
function keepPress(event: MouseEvent): void {
  const button = (event.target as Element).closest<HTMLButtonElement>(":is(main, header) button:not([popovertarget])");
  if (!button) return;
  event.preventDefault();
  made.push(() => button.click());
}

const waiting = new Map<string, (event: MouseEvent) => void>();

/** Keeps presses of the buttons of a part of the page from now on until `usePresses` of the same selector. */
export function keepPresses(buttons: string): void {
  const keep = (event: MouseEvent) => {
    const button = (event.target as Element).closest<HTMLButtonElement>(buttons);
    // One that is kept for the page already comes again once the page answers.
    if (!button || event.defaultPrevented) return;
    event.preventDefault();
    made.push(() => button.click());
  };
  waiting.set(buttons, keep);
  addEventListener("click", keep, true);
}

/** Called by a part of the page that answers now: what was pressed in it before is pressed again. */
export function usePresses(buttons: string): void {
  useEffect(() => {
    removeEventListener("click", waiting.get(buttons)!, true);
    for (const make of made.splice(0)) make();
  }, [buttons]);
}

/** Keys of a page, and the one that prints it. */
function keepKey(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isTyped = (target as Element).closest("input:not([type=radio]), select, textarea");
  const isOwn = ctrlKey || metaKey ? key === "p" : !isTyped && /^[/?nw]$/.test(key);
  if (altKey || !isOwn) return;
  // Some browsers search the page by a key.
  event.preventDefault();
  made.push(() => target!.dispatchEvent(new KeyboardEvent("keydown", event)));
}

/** Files that are dropped: a browser would leave the page for them. */
function keepDrop(event: DragEvent): void {
  const { dataTransfer, target, type } = event;
  if (!dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (type !== "drop") return;
  const kept = new DataTransfer();
  for (const file of dataTransfer.files) kept.items.add(file);
  made.push(() => target!.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: kept })));
}

const KEEPERS = { click: keepPress, keydown: keepKey, dragover: keepDrop, drop: keepDrop };

/** Keeps what is pressed, and what is dropped, from now on until the page answers. */
export function keepEarly(): void {
  for (const [name, keep] of Object.entries(KEEPERS)) addEventListener(name, keep as EventListener, true);
}

/** Called by a page that answers now: what was pressed before is pressed again. */
export function useEarly(): void {
  useEffect(() => {
    for (const [name, keep] of Object.entries(KEEPERS)) removeEventListener(name, keep as EventListener, true);
    for (const make of made.splice(0)) make();
  }, []);
}
