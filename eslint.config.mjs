import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypeScript from "eslint-config-next/typescript";
import { defineConfig, globalIgnores } from "eslint/config";

/**
 * The floors of lib, lowest first. A module imports only from floors below its own; modules of one floor never
 * import each other. A new module is one more name here.
 */
const floors = [
  ["money", "random", "queue"],
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
  ["link", "view/text"],
  ["view/chart", "view/estimate"],
  ["view/plan", "view/models", "view/traffic", "view/backlog", "view/import", "view/refusal"],
  ["view/working", "export"],
  ["api"],
];

const modules = floors.flatMap((names, floor) => names.map((name) => ({ name, below: floors.slice(0, floor).flat() })));

/** The floors of components, lowest first, by the same rule. */
const componentFloors = [
  ["ui"],
  ["figures"],
  ["charts"],
  ["scenario"],
  ["scenario-page"],
  ["plan", "traffic", "backlog", "import", "models", "method", "api"],
];

// ——— What may be imported where ———

/** @param {string} pattern of the module's name as it is written @param {string} message says where the code belongs */
const ban = (pattern, message) => ({ pattern, message });
const oneOf = (/** @type {string[]} */ names) => `(?:${names.join("|")})`;

const bans = {
  deep: ban(
    "^@/lib/(?:view/[^/]+|(?!view/)[^/]+)/(?!schema$)",
    "Only @/lib/<module> and @/lib/<module>/schema are public; export what you need from the module's index.",
  ),
  relative: ban(
    "^\\.\\.?/(?:.*/)?(?:app|components|lib)/",
    "Reach other folders through @/, so that the floors can be seen.",
  ),
  leaving: ban("^\\.\\.(?:/|$)", "A folder is left by @/, never by ../, so that the floors can be seen."),
  leavingTwice: ban(
    "^\\.\\./\\.\\.(?:/|$)",
    "A module is left by @/, never by ../../, so that the floors can be seen.",
  ),
  app: ban("^@/app(?:/|$)", "Routes import, and are never imported; what they share belongs in components or lib."),
  zod: ban("^zod(?:/|$)", "Zod stays off the client: it belongs in a module's schema.ts or in lib/api."),
  schemas: ban(
    "^@/lib/[^/]+/schema$",
    "Schemas bring Zod to the client; import the plain module, or check in a route handler.",
  ),
  api: ban("^@/lib/api(?:/|$)", "lib/api is for route handlers; a component takes what it draws from lib/view."),
  recharts: ban(
    "^recharts(?:/|$)",
    "Recharts is drawn in components/charts and the charts folders of pages only, where it is loaded after the figures.",
  ),
};

/** @param {{ name: string, below: string[] }} module @param {boolean} mayUseZod */
function libBans({ name, below }, mayUseZod) {
  const lower = below.length > 0 ? oneOf(below) : "(?!)";
  const list = below.length > 0 ? below.map((module) => `lib/${module}`).join(", ") : "no other module";
  return [
    bans.deep,
    bans.relative,
    ban(
      `^@/(?!lib/${lower}(?:/|$))`,
      `lib/${name} may import from ${list}. What needs more belongs on a higher floor; its own files it imports by ./`,
    ),
    ban(
      "^(?![.@]|zod(?:/|$))|^@(?!/)",
      "lib knows no React, Next, Node or other package; hand in what it needs as an argument, from app or components.",
    ),
    ...(mayUseZod
      ? []
      : [
          bans.zod,
          bans.schemas,
          ban("^\\.\\.?/(?:.*/)?schema$", "Zod stays off the client: only schema.ts files and lib/api import schemas."),
        ]),
  ];
}

/** @param {{ pattern: string, message: string }[]} list @returns {{ selector: string, message: string }[]} every way to import, type-only and import() included */
function importSyntax(list) {
  return list.flatMap(({ pattern, message }) => {
    const regex = `/${pattern.replaceAll("/", "\\u002F")}/`;
    return [
      {
        selector: `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType)[source.value=${regex}]`,
        message,
      },
      { selector: `TSExternalModuleReference[expression.value=${regex}]`, message },
    ];
  });
}

// ——— What may be said where ———

const html =
  "Text reaches the page as text: draw elements. Only a script that must run before the first paint may be written out, with a nonce.";
const everywhere = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: html },
  { selector: "Property[key.name='dangerouslySetInnerHTML']", message: html },
];

const clock = "lib knows no clock: take the day as an argument, a YYYY-MM-DD string.";
const libSyntax = [
  ...everywhere,
  { selector: "NewExpression[callee.name='Date']", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
];

const outside = "lib knows no clock, network, environment or page; take what you need as an argument.";
const outsideGlobals = [
  "process",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "window",
  "self",
  "globalThis",
  "document",
  "navigator",
  "location",
  "history",
  "localStorage",
  "sessionStorage",
  "performance",
  "crypto",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "requestAnimationFrame",
].map((name) => ({ name, message: outside }));

const libProperties = [
  { object: "Date", property: "now", message: clock },
  {
    object: "Math",
    property: "random",
    message: "lib knows no randomness of its own: take a seed and use lib/random.",
  },
];

const halfReads =
  "parseFloat and parseInt read half a number and drop the rest; use the parser of lib/money or lib/link.";
const readingGlobals = ["parseFloat", "parseInt"].map((name) => ({ name, message: halfReads }));
const figures = [
  {
    property: "toFixed",
    message: "toFixed rounds a float; figures are rounded exactly in lib/money and put into words in lib/view.",
  },
  {
    property: "toPrecision",
    message: "toPrecision rounds a float; figures are rounded exactly in lib/money and put into words in lib/view.",
  },
  { object: "Number", property: "parseFloat", message: halfReads },
  { object: "Number", property: "parseInt", message: halfReads },
];

const words = "Figures and dates are put into words in lib/view, in one language for server and browser.";
const wordGlobals = [{ name: "Intl", message: words }];
const wordProperties = [
  "toLocaleString",
  "toLocaleDateString",
  "toLocaleTimeString",
  "toLocaleUpperCase",
  "toLocaleLowerCase",
  "localeCompare",
].map((property) => ({ property, message: words }));

/**
 * One block of rules for a folder. Its lists are whole: of two blocks that meet a file, ESLint keeps only the later list.
 * @param {string[]} files
 * @param {{ pattern: string, message: string }[]} imports
 * @param {{ syntax?: object[], globals?: object[], properties?: object[] }} [rest]
 * @returns {import("eslint").Linter.Config}
 */
function folder(files, imports, { syntax = everywhere, globals = [], properties = [] } = {}) {
  return {
    files,
    rules: {
      "no-restricted-syntax": ["error", ...importSyntax(imports), ...syntax],
      "no-restricted-globals": ["error", ...globals],
      "no-restricted-properties": ["error", ...properties],
    },
  };
}

const lib = modules.flatMap((module) => {
  const speaks = module.name.startsWith("view/");
  const rest = {
    syntax: libSyntax,
    globals: [...outsideGlobals, ...readingGlobals, ...(speaks ? [] : wordGlobals)],
    properties: [...libProperties, ...figures, ...(speaks ? [] : wordProperties)],
  };
  return [
    folder([`lib/${module.name}/*.{ts,tsx}`], [bans.leaving, ...libBans(module, module.name === "api")], rest),
    folder([`lib/${module.name}/schema.ts`], [bans.leaving, ...libBans(module, true)], rest),
    folder(
      [`lib/${module.name}/*/**/*.{ts,tsx}`],
      [bans.leavingTwice, ...libBans(module, module.name === "api")],
      rest,
    ),
  ];
});

const client = [bans.deep, bans.leavingTwice, bans.app, bans.zod, bans.schemas, bans.api];
const drawing = { globals: [...readingGlobals, ...wordGlobals], properties: [...figures, ...wordProperties] };
const componentFolders = componentFloors.flatMap((names, floor) =>
  names.map((name) => ({ name, below: [name, ...componentFloors.slice(0, floor).flat()] })),
);
const components = componentFolders.flatMap(({ name, below }) => {
  const imports = [
    ban(
      `^@/components/(?!${oneOf(below)}(?:/|$))`,
      `components/${name} may import from ${below.map((one) => `components/${one}`).join(", ")}. What several pages share belongs on a lower floor.`,
    ),
    ...client,
    ...(name === "ui"
      ? [
          ban(
            "^@/lib(?:/|$)",
            "components/ui knows no domain words; what needs lib belongs in a folder named after its subject.",
          ),
        ]
      : []),
  ];
  return [
    folder([`components/${name}/**/*.{ts,tsx}`], [...imports, ...(name === "charts" ? [] : [bans.recharts])], drawing),
    folder([`components/${name}/charts/**/*.{ts,tsx}`], imports, drawing),
  ];
});

export default defineConfig([
  globalIgnores([".next/", "next-env.d.ts", "test-results/", "playwright-report/"]),
  ...nextVitals,
  ...nextTypeScript,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // A plain link costs no script, works without any, and every page answers in milliseconds.
      "@next/next/no-html-link-for-pages": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
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
  folder(["app/**/*.{ts,tsx}"], [bans.deep, bans.relative, bans.app, bans.recharts], {
    globals: wordGlobals,
    properties: wordProperties,
  }),
  ...lib,
  ...components,
  folder(["tests/**/*.{ts,tsx}"], [bans.deep, bans.relative]),
  folder(["tests/unit/catalogue/*.ts"], [bans.relative]),
]);
