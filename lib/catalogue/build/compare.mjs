// Every figure of the packages beside the catalogue's.
import { price } from "./decimals.mjs";
import { listed, pageOf } from "./derive.mjs";
import { ESTABLISHED, leftOut } from "./hand-kept.mjs";
import { limitGroups } from "./sources.mjs";

/**
 * @import { Model } from "@/lib/catalogue"
 * @import { Packages, TierLimits, Tiers } from "./sources.mjs"
 * @typedef {{ id: string, field: string, theirs: string, ours: string }} Difference
 */

const LIMITS = /** @type {const} */ ([
  ["rpm", "rpm"],
  ["tpm", "tpm"],
  ["batchQueueTokens", "batch_queue_limit"],
  ["rpd", "rpd"],
  ["tpd", "tpd"],
]);

/**
 * Where a package and the catalogue have different figures, or one has a model and the other has not.
 * @param {Packages} packages
 * @param {readonly Model[]} models
 * @returns {Difference[]}
 */
export function differences(packages, models) {
  return [
    ...models.flatMap((model) => [
      ...priceDifferences(packages, model),
      ...limitDifferences(packages, model),
      ...sizeDifferences(packages, model),
    ]),
    ...absences(packages, models),
  ];
}

/**
 * @param {string} id
 * @param {string} field
 * @param {unknown} theirs
 * @param {unknown} ours
 * @returns {Difference[]}
 */
function unlike(id, field, theirs, ours) {
  const [their, our] = [theirs, ours].map((figure) => String(figure ?? "none"));
  return their === our ? [] : [{ id, field, theirs: /** @type {string} */ (their), ours: /** @type {string} */ (our) }];
}

/** On the first day of every price that either has. @param {Packages} packages @param {Model} model */
function priceDifferences({ priceOf }, { id, snapshots, prices }) {
  const priced = priceOf(id);
  if (!priced) return unlike(id, "price", undefined, prices.length ? "priced" : undefined);
  const first = prices[0]?.from ?? "";
  const days = [
    ...new Set([
      ...prices.map(({ from }) => from),
      ...priced.periods.map(({ from }) => from).filter((from) => from >= first),
    ]),
  ].sort();
  const figures = days.flatMap((day) => {
    const period = priced.periods.findLast(({ from }) => from <= day);
    const row = prices.find(({ from, until }) => from <= day && (until === null || day < until));
    if (!period || !row) return unlike(id, `price from ${day}`, period && "a price", row && "a price");
    const their = listed(id, period.amounts);
    const { standard: our } = row.prices;
    return [
      ...unlike(id, `input from ${day}`, their.standard[0], price(our.input)),
      ...unlike(id, `cachedInput from ${day}`, their.standard[1], our.cachedInput && price(our.cachedInput)),
      ...unlike(id, `output from ${day}`, their.standard[2], our.output && price(our.output)),
      ...unlike(id, `cacheWrite from ${day}`, their.write, our.cacheWrite && price(our.cacheWrite)),
      ...unlike(
        id,
        `longContext from ${day}`,
        their.long && `${their.long}, 2, 1.5`,
        row.longContext &&
          [row.longContext.fromInputTokens, row.longContext.inputTimes, row.longContext.outputTimes].join(", "),
      ),
    ];
  });
  return [...figures, ...snapshots.flatMap((name) => unlike(id, `price of ${name}`, priceOf(name)?.id, priced.id))];
}

/** @param {Packages} packages @param {Model} model */
function found(packages, { id }) {
  return pageOf(packages, ESTABLISHED.find((known) => known.id === id) ?? { id, released: "" });
}

/**
 * Of ordinary and of long requests, tier by tier; a limit of none or zero is not published.
 * @param {Packages} packages
 * @param {Model} model
 */
function limitDifferences(packages, model) {
  const config = found(packages, model)?.config;
  // A model that gpt-tokenizer does not have: its limits rest on other texts.
  if (!config && ESTABLISHED.some(({ id, limits }) => id === model.id && limits)) return [];
  const { standard, long } = config ? limitGroups(config) : { standard: {}, long: undefined };
  return [
    ...ladderDifferences(model.id, model.limits, standard),
    ...ladderDifferences(`${model.id}, long requests`, model.longLimits ?? [], long?.rate_limits ?? {}),
    ...(long && !model.longLimits ? unlike(model.id, "limits of long requests", "there", undefined) : []),
  ];
}

/** @param {string} id @param {Model["limits"]} rows @param {Tiers} theirs */
const ladderDifferences = (id, rows, theirs) =>
  rows.flatMap((row) => {
    const tier = /** @type {TierLimits} */ (theirs[`tier_${row.usageTier}`] ?? {});
    return LIMITS.flatMap(([our, their]) =>
      unlike(
        id,
        `${our} at tier ${row.usageTier}`,
        tier[their] || undefined,
        row[our] === "unpublished" ? undefined : row[our],
      ),
    );
  });

/** @param {Packages} packages @param {Model} model */
function sizeDifferences(packages, model) {
  const spec = found(packages, model)?.spec;
  return [
    ...(spec?.context_window
      ? [
          ...unlike(model.id, "contextWindow", spec.context_window, model.contextWindow),
          ...unlike(model.id, "maxOutputTokens", spec.max_output_tokens, model.maxOutputTokens),
        ]
      : []),
    ...[packages.priceOf(model.id)?.contextWindow].flatMap((size) =>
      size ? unlike(model.id, "contextWindow by price", size, model.contextWindow) : [],
    ),
  ];
}

/**
 * Models of the packages that the catalogue has under no name, and no reason is given for.
 * @param {Packages} packages
 * @param {readonly Model[]} models
 */
function absences({ configs, priced }, models) {
  const names = new Set(models.flatMap(({ id, snapshots }) => [id, ...snapshots]));
  const text = [
    ...configs.filter(({ type }) => type !== "other").flatMap(({ name, snapshots }) => [name, ...snapshots]),
    ...priced
      .filter(({ periods }) => periods.every(({ amounts }) => amounts["input_mtok"] && amounts["output_mtok"]))
      .map(({ id }) => id),
  ];
  return [...new Set(text)]
    .filter((name) => !names.has(name) && !leftOut(name))
    .flatMap((name) => unlike(name, "model", "there", undefined));
}
