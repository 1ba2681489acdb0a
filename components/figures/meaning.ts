import { MEANINGS, type TermId } from "@/lib/view/names";
import { classNames } from "@/components/ui/class-names";

const WIDTH = 288;
const EDGE = 12;
const GAP = 6;

const LOOK = classNames(
  "fixed inset-auto m-0 rounded-button border border-line-2 bg-field px-4 py-3 text-left text-13 font-normal",
  "whitespace-normal text-ink shadow-popover print:hidden",
);

/** Shows the meaning of a term below it, or above where there is no room. Escape or a press elsewhere closes it. */
export function showMeaning(link: HTMLAnchorElement): void {
  const { name, meaning } = MEANINGS[link.dataset.term as TermId];
  const box = document.createElement("div");
  box.popover = "auto";
  box.className = LOOK;
  box.tabIndex = -1;
  box.role = "dialog";
  box.ariaLabel = name;
  const title = document.createElement("b");
  title.textContent = name;
  const words = document.createElement("p");
  words.textContent = meaning;
  const more = document.createElement("a");
  more.href = link.href;
  more.textContent = "All terms";
  box.append(title, words, more);
  document.body.append(box);
  const close = () => box.hidePopover();
  box.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "open") return;
    removeEventListener("scroll", close);
    box.remove();
  });
  link.focus({ preventScroll: true });
  box.showPopover();
  place(box, link);
  box.focus({ preventScroll: true });
  addEventListener("scroll", close, { passive: true });
}

function place(box: HTMLElement, link: HTMLElement): void {
  const around = link.getBoundingClientRect();
  const width = Math.min(WIDTH, innerWidth - 2 * EDGE);
  box.style.width = `${width}px`;
  box.style.left = `${Math.max(EDGE, Math.min(around.left, innerWidth - width - EDGE))}px`;
  const below = around.bottom + GAP;
  const height = box.offsetHeight;
  box.style.top = `${below + height <= innerHeight - EDGE ? below : Math.max(EDGE, around.top - GAP - height)}px`;
}
