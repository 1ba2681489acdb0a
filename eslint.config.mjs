import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypeScript from "eslint-config-next/typescript";
import { defineConfig, globalIgnores } from "eslint/config";
import { folderCycle } from "./tests/support/folder-cycle.mjs";

/**
 * The floors of lib, lowest first. A module imports only from floors below its own; modules of one floor never
 * import each other. A new module is one more name here.
 */
const floors = [
  ["money", "random", "queue", "threads"],
  ["catalogue", "fields"],
  ["cards", "rules"],
  ["scenario"],
  ["facts"],
  ["rates"],
  ["cost", "limits"],
  ["simulation", "batch"],
  ["refusal", "tokens"],
  ["usage"],
  ["estimate"],
  ["compare", "ranges"],
  ["forecast"],
  ["link", "view/names"],
  ["view/text", "view/dates"],
  ["view/advice"],
  ["view/chart", "view/estimate"],
  [
    ...["view/plan", "view/compare", "view/forecast", "view/models", "view/traffic", "view/backlog"],
    ...["view/import", "view/pasted", "view/refusal"],
  ],
  ["view/working", "view/variants", "view/ranges"],
  ["view/preview"],
  ["export"],
  ["api"],
];

/** The floors of components, lowest first, by the same rule. */
const componentFloors = [
  ["ui"],
  ["figures"],
  ["charts"],
  ["report"],
  ["scenario"],
  ["scenario-page"],
  ["plan", "compare", "forecast", "traffic", "backlog", "import", "models", "method", "api"],
];

/**
 * @param {string[][]} rows floors, lowest first
 * @returns {{ name: string, below: string[] }[]} each name with all below it
 */
const withBelow = (rows) =>
  rows.flatMap((names, floor) => names.map((name) => ({ name, below: rows.slice(0, floor).flat() })));

// ——— What may be imported where: a pattern of the name as it is written, and where the code belongs ———

/** @typedef {readonly [pattern: string, message: string]} Ban */
/** @satisfies {Record<string, Ban>} */
const bans = {
  deep: [
    "^@/lib/(?:view/[^/]+/(?!charts$)|(?!view/)[^/]+/(?!schema$)(?<!/scenario/(?=(?:ranges|variants)$)))",
    "Only @/lib/<module>, its /schema, scenario/ranges, scenario/variants and /charts of a page's room are public; export from an index.",
  ],
  relative: [
    "^\\.\\.?/(?:.*/)?(?:app|components|lib)/",
    "Reach other folders through @/, so that the floors can be seen.",
  ],
  leaving: ["^\\.\\.(?:/|$)", "A folder is left by @/, never by ../, so that the floors can be seen."],
  leavingTwice: ["^\\.\\./\\.\\.(?:/|$)", "A module is left by @/, never by ../../, so that the floors can be seen."],
  app: ["^@/app(?:/|$)", "Routes import, and are never imported; what they share belongs in components or lib."],
  lib: [
    "^@/lib(?:/|$)",
    "components/ui knows no domain words; what needs lib belongs in a folder named after its subject.",
  ],
  zod: ["^zod(?:/|$)", "Zod stays off the client: it belongs in a module's schema.ts or in lib/api."],
  schemas: [
    "^@/lib/[^/]+/schema$",
    "Schemas bring Zod to the client; import the plain module, or check in a route handler.",
  ],
  ownSchema: ["^\\.\\.?/(?:.*/)?schema$", "Zod stays off the client: only schema.ts files and lib/api import schemas."],
  api: ["^@/lib/api(?:/|$)", "lib/api is for route handlers; a component takes what it draws from lib/view."],
  packages: [
    "^(?![.@]|zod(?:/|$))|^@(?!/)",
    "lib knows no React, Next, Node or other package; hand in what it needs as an argument, from app or components.",
  ],
  recharts: [
    "^recharts(?:/|$)",
    "Recharts is drawn in components/charts and the charts folders of pages only, where it is loaded after the figures.",
  ],
};

/**
 * @param {string} root
 * @param {string} name
 * @param {string[]} allowed
 * @param {string} more
 * @returns {Ban} all but what is allowed
 */
const allBut = (root, name, allowed, more) => [
  root === "lib"
    ? `^@/(?!lib/(?:${allowed.join("|") || "(?!)"})(?:/|$))`
    : `^@/${root}/(?!(?:${allowed.join("|")})(?:/|$))`,
  `${root}/${name} may import from ${allowed.map((one) => `${root}/${one}`).join(", ") || "no other module"}. ${more}`,
];

/** Every way to import, type-only and import() included. @param {readonly Ban[]} list */
const importSyntax = (list) =>
  list.flatMap(([pattern, message]) => {
    const source = `[source.value=/${pattern.replaceAll("/", "\\u002F")}/]`;
    const statements =
      "ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType";
    return [
      { selector: `:matches(${statements})${source}`, message },
      { selector: `TSExternalModuleReference${source.replace("source", "expression")}`, message },
    ];
  });

// ——— What may be said where ———

const html =
  "Text reaches the page as text: draw elements. Only a script that must run before the first paint may be written out, with a nonce.";
const clock = "lib knows no clock: take the day as an argument, a YYYY-MM-DD string.";
const chance = "lib knows no randomness of its own: take a seed and use lib/random.";
const outside = "lib knows no clock, network, environment or page; take what you need as an argument.";
const halfReads =
  "parseFloat and parseInt read half a number and drop the rest; use the parser of lib/money or lib/scenario.";
const floats = "It rounds a float; figures are rounded exactly in lib/money and put into words in lib/view.";
const words = "Figures and dates are put into words in lib/view, in one language for server and browser.";
const nested = "A conditional stands in one other at most: name the parts, or use a table.";

/** Each table: what is refused → why. A dot before the name stands for any object. */
const everywhere = {
  "JSXAttribute[name.name='dangerouslySetInnerHTML']": html,
  "Property[key.name='dangerouslySetInnerHTML']": html,
  "ConditionalExpression ConditionalExpression ConditionalExpression": nested,
};
const libSyntax = { "NewExpression[callee.name='Date']": clock, "CallExpression[callee.name='Date']": clock };
const libNames = {
  ...Object.fromEntries(
    ["process", "fetch", "XMLHttpRequest", "WebSocket", "window", "self", "globalThis", "document", "navigator"]
      .concat(["location", "history", "localStorage", "sessionStorage", "performance", "crypto", "setTimeout"])
      .concat(["setInterval", "queueMicrotask", "requestAnimationFrame"])
      .map((name) => [name, outside]),
  ),
  "Date.now": clock,
  "Math.random": chance,
};
const figureNames = {
  parseFloat: halfReads,
  parseInt: halfReads,
  "Number.parseFloat": halfReads,
  "Number.parseInt": halfReads,
  ".toFixed": floats,
  ".toPrecision": floats,
};
const wordNames = {
  Intl: words,
  ".toLocaleString": words,
  ".toLocaleDateString": words,
  ".toLocaleTimeString": words,
  ".toLocaleUpperCase": words,
  ".toLocaleLowerCase": words,
  ".localeCompare": words,
};

/**
 * One block of rules for a folder. Its lists are whole: of two blocks that meet a file, ESLint keeps only the
 * later list.
 * @param {string} files
 * @param {readonly Ban[]} imports
 * @param {Record<string, string>} [names] a global, `Object.property` or `.property` → why it is refused
 * @param {Record<string, string>} [syntax] a selector → why it is refused
 * @returns {import("eslint").Linter.Config}
 */
function folder(files, imports, names = {}, syntax = {}) {
  const entries = Object.entries(names);
  const selectors = Object.entries({ ...everywhere, ...syntax }).map(([selector, message]) => ({ selector, message }));
  const properties = entries
    .filter(([name]) => name.includes("."))
    .map(([name, message]) => {
      const [object, property] = name.split(".");
      return object ? { object, property, message } : { property, message };
    });
  return {
    files: [files],
    rules: {
      "no-restricted-syntax": ["error", ...importSyntax(imports), ...selectors],
      "no-restricted-globals": [
        "error",
        ...entries.filter(([name]) => !name.includes(".")).map(([name, message]) => ({ name, message })),
      ],
      "no-restricted-properties": ["error", ...properties],
    },
  };
}

const lib = withBelow(floors).flatMap(({ name, below }) => {
  const upward = allBut(
    "lib",
    name,
    below,
    "What needs more belongs on a higher floor; its own files it imports by ./",
  );
  const imports = [bans.deep, bans.relative, upward, bans.packages];
  const client = name === "api" ? imports : [...imports, bans.zod, bans.schemas, bans.ownSchema];
  const names = { ...libNames, ...figureNames, ...(name.startsWith("view/") ? {} : wordNames) };
  return [
    folder(`lib/${name}/*.{ts,tsx}`, [bans.leaving, ...client], names, libSyntax),
    folder(`lib/${name}/schema.ts`, [bans.leaving, ...imports], names, libSyntax),
    folder(`lib/${name}/*/**/*.{ts,tsx}`, [bans.leavingTwice, ...client], names, libSyntax),
  ];
});

const components = withBelow(componentFloors).flatMap(({ name, below }) => {
  const own = [bans.deep, bans.app, bans.zod, bans.schemas, bans.api, ...(name === "ui" ? [bans.lib] : [])];
  const upward = allBut("components", name, [name, ...below], "What several pages share belongs on a lower floor.");
  const imports = [bans.leavingTwice, upward, ...own];
  const names = { ...figureNames, ...wordNames };
  return [
    folder(`components/${name}/**/*.{ts,tsx}`, name === "charts" ? imports : [...imports, bans.recharts], names),
    folder(`components/${name}/charts/**/*.{ts,tsx}`, imports, names),
  ];
});

const ignoredLiterals = { ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true };

/** What is asked of components alone: some of it compiles a whole file, and takes most of the time of a run. */
const ofComponents = [...nextVitals, ...nextTypeScript]
  .flatMap(({ rules }) => Object.keys(rules ?? {}))
  .filter((rule) => /^(?:react|react-hooks|jsx-a11y|@next\/next)\//.test(rule));

export default defineConfig([
  globalIgnores([".next/", "next-env.d.ts", "test-results/", "playwright-report/"]),
  ...nextVitals,
  ...nextTypeScript,
  {
    files: ["lib/**", "tests/**", "*.{ts,mjs}"],
    rules: Object.fromEntries(ofComponents.map((rule) => [rule, "off"])),
  },
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // A plain link costs no script, works without any, and every page answers in milliseconds.
      "@next/next/no-html-link-for-pages": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      // What Prettier cannot break: comments, mostly.
      "max-len": ["error", { code: 120, ignoreUrls: true, ...ignoredLiterals }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["{app,components,lib}/**/*.{ts,tsx}"],
    rules: { "max-lines": ["error", 250], "max-params": ["error", 4], "max-depth": ["error", 3] },
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    plugins: { house: { rules: { "folder-cycle": folderCycle } } },
    rules: { "house/folder-cycle": "error" },
  },
  folder("app/**/*.{ts,tsx}", [bans.deep, bans.relative, bans.app, bans.recharts], wordNames),
  ...lib,
  ...components,
  folder("tests/**/*.{ts,tsx}", [bans.deep, bans.relative]),
  folder("tests/unit/catalogue/*.ts", [bans.relative]),
]);
