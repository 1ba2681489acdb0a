import { keepEntered } from "@/components/ui/hooks/take-typed";

const SIGNS = [
  ...["pointermove", "pointerdown", "keydown", "touchstart", "wheel", "scroll"],
  ...["focusin", "input", "dragenter", "beforeprint"],
];
/** React keeps events of what it has not taken over from everything below the window. */
const FIRST = { capture: true, passive: true };
let sign: Promise<void> | undefined;

/** Whether a person was here before the scripts: something has the focus, or was entered. A shell waits for nobody. */
const wasHere = (): boolean =>
  keepEntered() || document.activeElement !== document.body || document.querySelector("[data-shell]") !== null;

/** Counts as a sign: what is shown is not what the server drew, so that no part of the page may stay as it is. */
export function giveSign(): void {
  sign ??= Promise.resolve();
}

/** Resolves at the first sign of a person: until then the server’s HTML stands by itself. */
export function firstSign(): Promise<void> {
  return (sign ??= new Promise((resolve) => {
    if (wasHere()) return resolve();
    const seen = () => {
      for (const name of SIGNS) removeEventListener(name, seen, FIRST);
      resolve();
    };
    for (const name of SIGNS) addEventListener(name, seen, FIRST);
  }));
}
