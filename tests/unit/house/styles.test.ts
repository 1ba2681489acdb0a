import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const sheets = ["components", "app"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css"))
    .map((file) => `${folder}/${file}`),
);

/** What stands between the brackets of every gradient. */
function gradientsIn(css: string): string[] {
  return [...css.matchAll(/gradient\(/g)].map(({ index }) => {
    const from = css.indexOf("(", index);
    let depth = 0;
    let to = from;
    do {
      if (css[to] === "(") depth++;
      if (css[to] === ")") depth--;
      to++;
    } while (depth > 0);
    return css.slice(from + 1, to - 1);
  });
}

it("no gradient has a mixed colour: Firefox draws its hard edges wherever it likes", () => {
  const found = sheets.flatMap((file) => gradientsIn(readFileSync(file, "utf8")));
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter((gradient) => gradient.includes("color-mix("))).toEqual([]);
});
