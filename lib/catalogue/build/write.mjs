// The derived files as text: one fact in one place, in an order that only the data decides.

/** @import { Packages } from "./sources.mjs" */

/** @param {Packages["versions"]} versions */
export const header = ({ limits, prices }) =>
  `// Written by \`npm run catalogue:refresh\` from ${limits} and ${prices}. Change lib/catalogue/build/established.mjs instead.`;

/**
 * A value as TypeScript: each entry of `deep` levels on a line of its own, what is deeper beside each other.
 * @param {unknown} value @param {number} deep @param {string} [indent] @returns {string}
 */
export function literal(value, deep, indent = "") {
  if (value === null || typeof value !== "object")
    return typeof value === "number" ? grouped(value) : JSON.stringify(value);
  const entries = Array.isArray(value)
    ? value.map((item) => ["", item])
    : Object.entries(value).map(([key, item]) => [
        /^[a-z]\w*$/i.test(key) ? `${key}: ` : `${JSON.stringify(key)}: `,
        item,
      ]);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return open + close;
  if (deep === 0) {
    const inside = entries.map(([key, item]) => key + literal(item, 0)).join(", ");
    return Array.isArray(value) ? `[${inside}]` : `{ ${inside} }`;
  }
  const inner = `${indent}  `;
  return `${open}\n${entries.map(([key, item]) => `${inner}${key}${literal(item, deep - 1, inner)},\n`).join("")}${indent}${close}`;
}

/** @param {number} number */
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "_");
