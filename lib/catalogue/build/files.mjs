// The files that are written, and their text.
import { join } from "node:path";
import { deriveCards } from "./derive-cards.mjs";
import { deriveCatalogue } from "./derive.mjs";
import { header, literal } from "./write.mjs";

/** @import { Packages } from "./sources.mjs" */

/** Path and text of each derived file. @param {Packages} packages @param {string} root @param {string} day the day the packages were read, YYYY-MM-DD */
export function derivedFiles(packages, root, day) {
  const { ladders, models } = deriveCatalogue(packages);
  const file = (/** @type {string} */ path, /** @type {string} */ type, /** @type {object} */ entries) => ({
    path: join(root, path),
    text: `${header(packages.versions)}\nimport type { ${type} } from "./expand";\n\nexport const DERIVED: ${type} = {\n${Object.entries(
      entries,
    )
      .map(([name, value]) => `  ${name}: ${value},\n`)
      .join("")}};\n`,
  });
  return [
    file("lib/catalogue/derived.ts", "Derived", {
      checkedOn: literal(day, 0),
      ladders: literal(ladders, 1, "  "),
      models: literal(models, 2, "  "),
    }),
    file("lib/cards/derived.ts", "DerivedCards", {
      checkedOn: literal(day, 0),
      cards: literal(deriveCards(packages), 2, "  "),
    }),
  ];
}
