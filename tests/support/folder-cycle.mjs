// A rule of the linter: no folder of components, at any depth, leads back to itself by imports.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"((?:\.{1,2}|@)\/[^"]+)"/g;

/** The folder that an import leads to, from the root, where it is one of components; else null. */
function folderOf(/** @type {string} */ from, /** @type {string} */ name) {
  const folder = dirname(name.startsWith("@/") ? name.slice(2) : posix.join(from, name));
  return folder.startsWith("components/") ? folder : null;
}

/** @type {Map<string, Set<string>> | null} every folder → the folders that its files import from */
let graph = null;

function readGraph(/** @type {string} */ root) {
  const found = new Map();
  for (const entry of readdirSync(join(root, "components"), { recursive: true, withFileTypes: true })) {
    if (!/\.tsx?$/.test(entry.name)) continue;
    const from = relative(root, entry.parentPath).split(sep).join("/");
    const targets = found.get(from) ?? found.set(from, new Set()).get(from);
    for (const [, name = ""] of readFileSync(join(entry.parentPath, entry.name), "utf8").matchAll(IMPORT)) {
      const folder = folderOf(from, name);
      if (folder && folder !== from) targets.add(folder);
    }
  }
  return found;
}

/**
 * Whether imports lead from one folder to another.
 * @param {string} from
 * @param {string} to
 * @returns {boolean}
 */
function leads(from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(graph?.get(from) ?? [])].some((next) => leads(next, to, seen));
}

/** @type {import("eslint").Rule.RuleModule} */
export const folderCycle = {
  create(context) {
    graph ??= readGraph(context.cwd);
    const from = relative(context.cwd, dirname(context.filename)).split(sep).join("/");
    const check = (/** @type {any} */ node) => {
      const folder = typeof node.source?.value === "string" ? folderOf(from, node.source.value) : null;
      if (folder && folder !== from && leads(folder, from))
        context.report({
          node,
          message: `${folder} imports from ${from} already: a folder cycle. Hand in what it needs.`,
        });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
