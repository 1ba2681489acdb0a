import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

// A late page’s HTML comes before its script, and so must its style sheets: its route imports them on the server.

const read = (file: string) => readFileSync(file, "utf8");
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** What the file imports for more than its types, or requires on the server. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /^(?:import|export)\s(?!type\b)(?:[^"';]*?\sfrom\s)?"([^"]+)"|\brequire\("([^"]+)"\)/gm,
  );
  return [...found].flatMap(([, imported, required]) => {
    const name = (imported ?? required)!;
    if (!/^(@\/|\.)/.test(name)) return [];
    const path = name.startsWith("@/") ? name.slice(2) : normalize(join(dirname(file), name));
    return [path, `${path}.ts`, `${path}.tsx`].filter((one) => /\.(css|tsx?)$/.test(one) && existsSync(one));
  });
}

function sheetsOf(root: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith(".css")) importsOf(file).forEach(visit);
  };
  visit(root);
  return [...seen].filter((file) => file.endsWith(".module.css")).sort();
}

const late = filesOf("components").filter((file) => /\blatePage\(/.test(read(file)) && /"use client"/.test(read(file)));
const routes = filesOf("app");

describe.each(late)("%s", (file) => {
  test("its route brings the styles of all that stands in its HTML", () => {
    const route = routes.find((one) => importsOf(one).includes(file))!;
    const brought = importsOf(route).filter((one) => one.endsWith(".module.css"));
    expect(brought, `${route} imports the style sheets of what stands in its HTML`).toEqual(sheetsOf(file));
  });
});
