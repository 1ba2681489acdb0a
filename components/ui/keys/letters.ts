import { readStored, writeStored } from "@/components/ui/hooks/storage";

/** Where single-letter keys are switched off in this browser. */
const KEYS_OFF = "headroom-keys-off";

/** Whether single letters do nothing outside fields in this browser. */
export const areLettersOff = (): boolean => readStored(KEYS_OFF) !== null;

/** Switches single letters off, or on again. */
export const switchLetters = (isOff: boolean): void => void writeStored(KEYS_OFF, isOff ? "1" : null);

/** Whether a key belongs to the field it is pressed in, or to an open dialog, which has the page to itself. */
export function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && target.type === "radio")
  );
}
