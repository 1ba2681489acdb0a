// Where storage or cookies are blocked, even to name a store throws: every access goes through here.

type Store = "localStorage" | "sessionStorage";

/** What the browser holds under the key; `null` where it holds nothing, or lets no page keep anything. */
export function readStored(key: string, store: Store = "localStorage"): string | null {
  try {
    return window[store].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps the value under the key, `null` forgets it; false where the browser lets no page keep anything. */
export function writeStored(key: string, value: string | null, store: Store = "localStorage"): boolean {
  try {
    if (value === null) window[store].removeItem(key);
    else window[store].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
