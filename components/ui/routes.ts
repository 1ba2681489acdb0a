/** The pages in the order of the header. `carries`: shows a scenario, so that a link to it leads on to the open one. */
export const PAGES = [
  { key: "plan", name: "Plan", path: "/", carries: true },
  { key: "traffic", name: "Traffic", path: "/traffic", carries: true },
  { key: "backlog", name: "Backlog", path: "/backlog", carries: true },
  { key: "import", name: "Import", path: "/import", carries: false },
  { key: "models", name: "Models", path: "/models", carries: false },
  { key: "method", name: "Method", path: "/method", carries: false },
  { key: "api", name: "API", path: "/api", carries: false },
] as const;

export type PageKey = (typeof PAGES)[number]["key"];

/**
 * The path of each page. Pages are reached by plain links: each is a document of its own, and no router has to be sent
 * for them.
 */
export const ROUTES = Object.fromEntries(PAGES.map(({ key, path }) => [key, path])) as Readonly<
  Record<PageKey, string>
>;

/** The page of a model, by id or snapshot. */
export const modelRoute = (id: string) => `${ROUTES.models}/${id}`;

/** The place on the method page that explains a rule. */
export const ruleRoute = (id: string) => `${ROUTES.method}#${id}`;
