import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

// What the code exports: how many names a door lists, and that a name is defined once.

const sourceOf = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, /* setParentNodes */ true);

/** Whether a statement exports what it defines by name; `export default` does not. */
function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (wanted: ts.SyntaxKind) => modifiers.some(({ kind }) => kind === wanted);
  return has(ts.SyntaxKind.ExportKeyword) && !has(ts.SyntaxKind.DefaultKeyword);
}

/** The names that a binding introduces: one, or those of a pattern. */
function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** The names a statement defines and exports; re-exports are none. */
function definedNames(statement: ts.Statement): string[] {
  if (!isExported(statement)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.text] : [];
}

/** The names a door lists: what it passes on, and what it defines itself. */
function listedNames(statement: ts.Statement): string[] {
  if (!ts.isExportDeclaration(statement)) return definedNames(statement);
  const { exportClause } = statement;
  if (!exportClause || !ts.isNamedExports(exportClause)) throw new Error("A door lists its names one by one.");
  return exportClause.elements.map(({ name }) => name.text);
}

/** The most names a door lists. */
const MOST_NAMES = 30;

const files = ["lib", "components", "app"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const doors = files.filter((file) => /^lib\/.*\/index\.ts$/.test(file));

/** What Next.js reads from a route by its name. */
const OF_ROUTES = /^(?:GET|HEAD|POST|OPTIONS|PUT|PATCH|DELETE|metadata|viewport|generate\w+|dynamic\w*|revalidate)$/;

describe("the doors of lib", () => {
  it("are found", () => expect(doors.length).toBeGreaterThan(20));

  it.each(doors)(`%s lists at most ${MOST_NAMES} names`, (door) => {
    const names = sourceOf(door).statements.flatMap(listedNames);
    expect(names.length).toBeLessThanOrEqual(MOST_NAMES);
  });
});

describe("an exported name", () => {
  it("is defined in one file: of lib, components and app", () => {
    const definedIn = new Map<string, Set<string>>();
    for (const file of files) {
      for (const name of sourceOf(file).statements.flatMap(definedNames)) {
        if (file.startsWith("app/") && OF_ROUTES.test(name)) continue;
        definedIn.set(name, (definedIn.get(name) ?? new Set()).add(file));
      }
    }
    const twice = [...definedIn].filter(([, where]) => where.size > 1);
    expect(twice.map(([name, where]) => `${name}: ${[...where].join(", ")}`)).toEqual([]);
  });
});
