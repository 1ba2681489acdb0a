import { encodeText } from "./text";

/** Takes the place of bytes that are not UTF-8. No token that holds it can be read. */
const BROKEN = "\uFFFD";

function decodeText(piece: string): { readonly text: string; readonly broken: boolean } {
  let broken = false;
  const text = piece.replace(/\+/g, " ").replace(/(?:%[0-9a-f]{2})+|%/gi, (run) => {
    // A lone % is broken for certain; skip the cost of an exception.
    if (run !== "%") {
      try {
        return decodeURIComponent(run);
      } catch {
        // The bytes are not UTF-8.
      }
    }
    broken = true;
    return BROKEN;
  });
  return { text, broken };
}

/**
 * One `key=value` of a query, decoded; `broken` where its percent-encoding is. `raw` is the piece as it
 * stood.
 */
export interface Param {
  readonly key: string;
  readonly value: string;
  readonly broken: boolean;
  readonly raw: string;
}

/** The pieces of a query in order, empty ones left out. Takes the part behind `?`. */
export function params(query: string): Param[] {
  return query
    .split("&")
    .filter((raw) => raw !== "")
    .map((raw) => {
      const cut = raw.indexOf("=");
      const key = decodeText(cut < 0 ? raw : raw.slice(0, cut));
      const value = decodeText(cut < 0 ? "" : raw.slice(cut + 1));
      return { key: key.text, value: value.text, broken: key.broken || value.broken, raw };
    });
}

/**
 * A framework's parsed search parameters as a query again. Order is kept within a key, which is all the
 * grammar asks.
 */
export function toQuery(parsed: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  return Object.entries(parsed)
    .flatMap(([key, values]) =>
      (typeof values === "object" ? values : [values ?? ""]).map((value) => `${encodeText(key)}=${encodeText(value)}`),
    )
    .join("&");
}
