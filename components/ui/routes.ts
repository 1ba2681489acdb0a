/**
 * The path of each page. Pages are reached by plain links: each is a document of its own, and no router has to be sent
 * for them.
 */
export const ROUTES = {
  plan: "/",
  compare: "/compare",
  forecast: "/forecast",
  traffic: "/traffic",
  backlog: "/backlog",
  import: "/import",
  models: "/models",
  method: "/method",
  api: "/api",
} as const;

/** The path of the picture that a pasted link shows. */
export const PREVIEW = "/preview.png";

export type PageKey = keyof typeof ROUTES;

interface PageEntry {
  readonly key: PageKey;
  readonly name: string;
  /** Shows a scenario, so that a link to it leads on to the open one. */
  readonly carries: boolean;
  /** Is about no scenario, and so stands apart from the pages that are. */
  readonly apart: boolean;
}

/** The pages in the order of the header. */
export const PAGES: readonly PageEntry[] = [
  { key: "plan", name: "Plan", carries: true, apart: false },
  { key: "compare", name: "Compare", carries: true, apart: false },
  { key: "forecast", name: "Forecast", carries: true, apart: false },
  { key: "traffic", name: "Traffic", carries: true, apart: false },
  { key: "backlog", name: "Backlog", carries: true, apart: false },
  { key: "import", name: "Import", carries: false, apart: false },
  { key: "models", name: "Models", carries: false, apart: true },
  { key: "method", name: "Method", carries: false, apart: true },
  { key: "api", name: "API", carries: false, apart: true },
];

/** The page of a model, by id or snapshot. */
export const modelRoute = (id: string) => `${ROUTES.models}/${id}`;

/** The place on the method page that explains a rule. */
export const ruleRoute = (id: string) => `${ROUTES.method}#${id}`;
