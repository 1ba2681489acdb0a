import { useEffect, useLayoutEffect, type RefObject } from "react";

const GAP = 12;
const FIELD_GAP = 6;
const PHONE = "(max-width: 639px)";

/**
 * Puts the box under its field, or as far up as it takes to have all of it in sight. On a phone its style
 * says where.
 */
function place(box: HTMLElement, anchor: HTMLElement): void {
  if (matchMedia(PHONE).matches) {
    box.style.left = box.style.top = "";
    return;
  }
  const field = anchor.getBoundingClientRect();
  box.style.left = `${Math.max(GAP, Math.min(field.left, innerWidth - box.offsetWidth - GAP))}px`;
  box.style.top = `${Math.max(GAP, Math.min(field.bottom + FIELD_GAP, innerHeight - box.offsetHeight - GAP))}px`;
}

interface PopoverParts {
  readonly dialog: RefObject<HTMLElement | null>;
  /** The field that the dialog belongs to. */
  readonly anchor: RefObject<HTMLElement | null>;
  /**
   * What has the focus first; with a finger it is the dialog, as a keyboard on the screen would cover half of
   * it.
   */
  readonly first: RefObject<HTMLElement | null>;
}

/**
 * Shows a popover dialog under its field while it is mounted; a press or a focus outside of it calls
 * `onClose`.
 */
export function usePopover({ dialog, anchor, first }: PopoverParts, onClose: () => void): void {
  useLayoutEffect(() => {
    const box = dialog.current!;
    const moved = () => place(box, anchor.current!);
    // Not a modal dialog: to make all of the page inert takes longer than to draw the list.
    box.showPopover();
    moved();
    (matchMedia("(pointer: fine)").matches ? first.current! : box).focus({ preventScroll: true });
    addEventListener("resize", moved);
    return () => removeEventListener("resize", moved);
  }, [dialog, anchor, first]);
  useEffect(() => {
    const outside = (event: Event) => {
      if (event.target instanceof Node && !dialog.current!.contains(event.target)) onClose();
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [dialog, onClose]);
}
