/** The pages. They are reached by plain links: each is a document of its own, and no router has to be sent for them. */
export const ROUTES = {
  plan: "/",
  traffic: "/traffic",
  backlog: "/backlog",
  import: "/import",
  models: "/models",
  method: "/method",
  api: "/api",
} as const;

/** The page of a model, by id or snapshot. */
export const modelRoute = (id: string) => `${ROUTES.models}/${id}`;

/** The place on the method page that explains a rule. */
export const ruleRoute = (id: string) => `${ROUTES.method}#${id}`;
