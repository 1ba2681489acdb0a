// The data files as text, in an order that only the data decides.

/** The longest line an entry of several parts may stand on. */
const WIDTH = 150;

/**
 * A value as JSON: an entry that fits a line stands on one, any other has its own entries on a line each.
 * @param {unknown} value
 * @param {string} [indent]
 * @param {number} [before] characters on the line before the value
 * @returns {string}
 */
export function json(value, indent = "", before = 0) {
  const line = inOneLine(value);
  if (value === null || typeof value !== "object") return line;
  if (indent && indent.length + before + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const lines = entriesOf(value).map(([key, item]) => inner + key + json(item, inner, key.length));
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

/** @param {unknown} value @returns {string} */
function inOneLine(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = entriesOf(value)
    .map(([key, item]) => key + inOneLine(item))
    .join(", ");
  return Array.isArray(value) ? `[${entries}]` : entries ? `{ ${entries} }` : "{}";
}

/** @param {object} value @returns {[key: string, item: unknown][]} */
const entriesOf = (value) =>
  Array.isArray(value)
    ? value.map((item) => ["", item])
    : Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item]);
