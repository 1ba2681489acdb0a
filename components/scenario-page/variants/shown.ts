import { readStored, writeStored } from "@/components/ui/hooks/storage";

/** Where this tab keeps which variant it shows, and of which query. */
const KEY = "headroom-shown";
const LETTERS = "BCDE";

/** `#B`, the fragment of the address of a page that shows a variant, by its place; of the base nothing. */
export const fragmentOf = (chosen: number | null): string => (chosen === null ? "" : `#${LETTERS[chosen]}`);

/** The fragment of an address where it is that of a variant, else nothing. */
export const variantFragment = (fragment: string): string => (/^#[B-E]$/.test(fragment) ? fragment : "");

/**
 * Which variant of the scenario of this query to show: the one that the address names, else the one that this tab
 * showed last of it; null for the base.
 */
export function variantToShow(query: string): number | null {
  const named = variantFragment(location.hash);
  const kept = readStored(KEY, "sessionStorage") ?? "";
  const letter = named ? named[1]! : kept.slice(1) === query ? kept[0]! : "";
  return letter ? LETTERS.indexOf(letter) : null;
}

/** Keeps by its fragment which variant of this query this tab shows; a browser that keeps nothing shows the base. */
export function keepShown(query: string, fragment: string): void {
  const kept = fragment ? fragment[1] + query : null;
  if (readStored(KEY, "sessionStorage") !== kept) writeStored(KEY, kept, "sessionStorage");
}

/** Whether the page opens on a variant, which the server does not know of. */
export const opensOnVariant = (): boolean =>
  location.search.includes("alt=") && variantToShow(location.search) !== null;
