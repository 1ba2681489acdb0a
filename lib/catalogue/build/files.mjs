// The files that are written, and their text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deriveCards } from "./derive-cards.mjs";
import { deriveCatalogue } from "./derive.mjs";
import { notesOf, withoutNotes } from "./notes.mjs";
import { json } from "./write.mjs";

/** @import { Packages } from "./sources.mjs" */

const CATALOGUE = "lib/catalogue/data/derived.json";
const NOTES = "lib/catalogue/data/derived-notes.json";
const CARDS = "lib/cards/data/derived.json";

/** The day the packages were read for the files as they stand. @param {string} root @returns {string} */
export const derivedOn = (root) => JSON.parse(readFileSync(join(root, CATALOGUE), "utf8")).checkedOn;

/**
 * Path and text of each derived file.
 * @param {Packages} packages
 * @param {string} root
 * @param {string} day the day the packages were read, YYYY-MM-DD
 */
export function derivedFiles(packages, root, day) {
  const file = (/** @type {string} */ path, /** @type {object} */ content) => ({
    path: join(root, path),
    text: `${json(content)}\n`,
  });
  const { ladders, models } = deriveCatalogue(packages);
  return [
    file(CATALOGUE, { checkedOn: day, ladders, models: models.map(withoutNotes) }),
    file(NOTES, notesOf(models)),
    file(CARDS, { checkedOn: day, cards: deriveCards(packages) }),
  ];
}
