/**
 * The path of each page. Pages are reached by plain links: each is a document of its own, and no router has to be sent
 * for them.
 */
export const ROUTES = {
  plan: "/",
  traffic: "/traffic",
  backlog: "/backlog",
  import: "/import",
  models: "/models",
  method: "/method",
  api: "/api",
} as const;

export type PageKey = keyof typeof ROUTES;

interface PageEntry {
  readonly key: PageKey;
  readonly name: string;
  /** Shows a scenario, so that a link to it leads on to the open one. */
  readonly carries: boolean;
}

/** The pages in the order of the header. */
export const PAGES: readonly PageEntry[] = [
  { key: "plan", name: "Plan", carries: true },
  { key: "traffic", name: "Traffic", carries: true },
  { key: "backlog", name: "Backlog", carries: true },
  { key: "import", name: "Import", carries: false },
  { key: "models", name: "Models", carries: false },
  { key: "method", name: "Method", carries: false },
  { key: "api", name: "API", carries: false },
];

/** The page of a model, by id or snapshot. */
export const modelRoute = (id: string) => `${ROUTES.models}/${id}`;

/** The place on the method page that explains a rule. */
export const ruleRoute = (id: string) => `${ROUTES.method}#${id}`;
