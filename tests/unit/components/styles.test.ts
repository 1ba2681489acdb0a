import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const bare = (css: string) => css.replace(/\/\*.*?\*\//gs, "").replace(/url\("[^"]*"\)/g, "");

/** The classes in the selectors of a style sheet. */
function classesOf(css: string): Set<string> {
  const preludes = [...bare(css).matchAll(/([^{};]*)\{/g)].map(([, prelude]) => prelude!.trim());
  const selectors = preludes.filter((prelude) => !prelude.startsWith("@"));
  return new Set(
    selectors.flatMap((selector) => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name!)),
  );
}

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
);
const sheets = files.filter((file) => file.endsWith(".module.css")).sort();
const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => ({ file, text: read(file) }));

/** The classes of a sheet that components take from it. */
function usesOf(sheet: string): Set<string> {
  return new Set(
    sources.flatMap(({ file, text }) =>
      [...text.matchAll(/import (\w+) from "([^"]+\.module\.css)"/g)]
        .filter(
          ([, , from]) => normalize(from!.startsWith("@/") ? from!.slice(2) : join(dirname(file), from!)) === sheet,
        )
        .flatMap(([, styles]) =>
          [...text.matchAll(new RegExp(`(?<![.\\w"/])${styles}\\.(\\w+)`, "g"))].map(([, name]) => name!),
        ),
    ),
  );
}

describe.each(sheets)("%s", (sheet) => {
  const classes = classesOf(read(sheet));

  test("every class is used, and every used class exists", () => {
    expect([...usesOf(sheet)].sort()).toEqual([...classes].sort());
  });

  test("classes are words of more than three letters", () => {
    expect([...classes].filter((name) => !/^[a-z][a-zA-Z]{3,}$/.test(name))).toEqual([]);
  });

  test("all of it is in the layer that utilities win over", () => {
    expect(bare(read(sheet)).trim()).toMatch(/^@layer components \{.*\}$/s);
  });
});

describe("the global style sheet", () => {
  test("is the only one", () => {
    expect(files.filter((file) => file.endsWith(".css") && !sheets.includes(file))).toEqual([
      join("app", "globals.css"),
    ]);
  });

  test("names no component, and is short", () => {
    expect([...classesOf(read("app/globals.css"))]).toEqual([]);
    expect(read("app/globals.css").split("\n").length).toBeLessThanOrEqual(251);
  });
});
