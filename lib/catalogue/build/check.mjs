// npm run catalogue:check: exits with 1 where a fact is older than its limit, price rows have a gap or overlap, a derived file is not what a refresh
// would write, or a package has another figure without a reason. --on YYYY-MM-DD: the day to check for; today without it.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { loadBundle } from "../../../tests/bench/bundle.mjs";
import { outdated, staleFacts, unexplained, wrongVersions } from "./checks.mjs";
import { dayFrom, root } from "./command.mjs";
import { differences } from "./compare.mjs";
import { derivedFiles } from "./files.mjs";
import { readPackages } from "./sources.mjs";

const day = dayFrom(process.argv);
const packages = await readPackages(root);
const { catalogue, schema, cards, rules } = await loadBundle({
  catalogue: "lib/catalogue",
  schema: "lib/catalogue/schema",
  cards: "lib/cards",
  rules: "lib/rules",
});
const { MODELS: models, SOURCES, USAGE_TIERS, BATCH_LIMITS, DERIVED_ON } = catalogue;

const checked = schema.modelsSchema.safeParse(models);
const files = derivedFiles(packages, root, DERIVED_ON).map(({ path, text }) => ({ path: relative(root, path), text }));
const findings = [
  ...(checked.success
    ? []
    : checked.error.issues.map(
        (/** @type {{ path: (string | number)[], message: string }} */ { path: [at, ...rest], message }) =>
          `${models[Number(at)]?.id} ${rest.join(".")}: ${message}`,
      )),
  ...outdated(files, (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined)),
  ...wrongVersions(packages.versions, SOURCES),
  ...unexplained(differences(packages, models)),
  ...staleFacts(
    {
      models,
      others: { "usage tiers": USAGE_TIERS, "batch limits": BATCH_LIMITS, cards: cards.CARDS, rules: rules.RULES },
    },
    day,
  ),
];
for (const finding of findings) console.error(finding);
console.log(
  findings.length === 0
    ? `${models.length} models agree with ${packages.versions.limits} and ${packages.versions.prices}, or say why not.`
    : `${findings.length} findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
