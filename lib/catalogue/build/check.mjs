// npm run catalogue:check: exits with 1 where a data file is damaged, a fact is older than its limit, price
// rows have a gap or overlap, a derived file is not what a refresh would write, a package has another figure
// without a reason, or the catalogue contradicts itself or a rule. --on YYYY-MM-DD: the day to check for;
// without it, today.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { loadBundle } from "./bundle.mjs";
import { damaged, outdated, staleFacts, unexplained, wrongVersions } from "./checks.mjs";
import { dayFrom, root } from "./command.mjs";
import {
  contradictedReasoning,
  contradictedRules,
  ladderGaps,
  tooLargeInputs,
  unpricedWrites,
  unsucceeded,
} from "./contradictions.mjs";
import { differences } from "./compare.mjs";
import { derivedFiles, derivedOn } from "./files.mjs";
import { readPackages } from "./sources.mjs";

const day = dayFrom(process.argv);
const packages = await readPackages(root);
const { catalogue, schema, cards, cardSchema, rules } = await loadBundle({
  catalogue: "lib/catalogue",
  schema: "lib/catalogue/schema",
  cards: "lib/cards",
  cardSchema: "lib/cards/schema",
  rules: "lib/rules",
});
const { MODELS, SOURCES, USAGE_TIERS, BATCH_LIMITS, CHARGES } = catalogue;
const namedNext = JSON.parse(readFileSync(join(root, "lib/catalogue/data/named-next.json"), "utf8"));

const derived = derivedFiles(packages, root, derivedOn(root));
const others = {
  "usage tiers": USAGE_TIERS,
  "batch limits": BATCH_LIMITS,
  charges: CHARGES,
  "named next": namedNext,
  cards: cards.CARDS,
  rules: rules.RULES,
};
const findings = [
  ...damaged("models", schema.modelsSchema, MODELS),
  ...damaged("sources", schema.sourcesSchema, SOURCES),
  ...damaged("usage tiers", schema.usageTiersSchema, USAGE_TIERS),
  ...damaged("batch limits", schema.batchLimitsSchema, BATCH_LIMITS),
  ...damaged("charges", schema.chargesSchema, CHARGES),
  ...damaged("named next", schema.namedNextSchema, namedNext),
  ...damaged("cards", cardSchema.cardsSchema, cards.CARDS),
  ...damaged("day", schema.daySchema, catalogue.CHECKED_ON),
  ...outdated(
    derived.map(({ path, text }) => ({ path: relative(root, path), text })),
    (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
  ),
  ...wrongVersions(packages.versions, SOURCES),
  ...unexplained(differences(packages, MODELS)),
  ...staleFacts({ models: MODELS, others }, day),
  ...unsucceeded(MODELS, day),
  ...ladderGaps(MODELS),
  ...tooLargeInputs(MODELS),
  ...unpricedWrites(MODELS),
  ...contradictedReasoning(MODELS, cards.cardOf),
  ...contradictedRules(rules.RULES, MODELS),
];
for (const finding of findings) console.error(finding);
console.log(
  findings.length === 0
    ? `${MODELS.length} models agree with ${packages.versions.limits} and ${packages.versions.prices}, or say why not.`
    : `${findings.length} findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
