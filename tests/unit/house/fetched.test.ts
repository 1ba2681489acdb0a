import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

// What a page cannot fetch or keep must not break it: one helper fetches, one touches storage.

const files = ["components", "app"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const linesOf = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((line) => ({ file, line: line.trim() }));

/** An import that only names how a part is fetched, or that `fetchPart` makes. */
const FETCHED = /^const load\w+(?:: \w+)? = \(\) => import\(|(?:lazyPart|fetchPart)\(.*=> import\(|typeof import\(/;

it("scripts are fetched by a loader that the one helper calls", () => {
  const direct = files
    // Workers answer that they failed.
    .filter((file) => file !== "components/import/tokens/tokenizers.ts")
    .flatMap(linesOf)
    .filter(({ line }) => /\bimport\(/.test(line) && !FETCHED.test(line));
  expect(direct).toEqual([
    // A term that cannot be opened is a link to its meaning.
    { file: "components/figures/term-presses.tsx", line: 'import("./meaning").then(' },
    {
      file: "components/report/outlet.tsx",
      line: '(coming ??= Promise.all([import("./parts"), load()]).then(',
    },
    {
      file: "components/scenario/models/picker.tsx",
      line: 'const load = async (): Promise<Choice> => (ModelChoice ??= (await import("./choice")).default);',
    },
  ]);
  const lazy = files.filter((file) => /\blazy\b[^;]*from "react"|next\/dynamic/.test(readFileSync(file, "utf8")));
  expect(lazy).toEqual(expect.arrayContaining(["components/ui/fetched/fetch-part.ts"]));
  expect(lazy.filter((file) => !/fetch-part|late-page|plan\/deferred|variants\/deferred/.test(file))).toEqual([]);
});

it("storage is touched by one helper, and by the script before the first paint", () => {
  const direct = files
    .flatMap(linesOf)
    .filter(({ line }) => /\b(?:localStorage|sessionStorage|indexedDB)\.|document\.cookie/.test(line))
    .map(({ file }) => file);
  expect([...new Set(direct)].sort()).toEqual([
    "components/scenario-page/first-paint.ts",
    "components/scenario-page/head-script.tsx",
    "components/scenario-page/kept-usage.ts",
  ]);
});
