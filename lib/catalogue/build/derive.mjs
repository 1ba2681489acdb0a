// What the derived catalogue holds: the packages, and what is established beside them.
import { andAQuarter, half, price, ratio, times } from "./decimals.mjs";
import { ESTABLISHED } from "./hand-kept.mjs";
import { limitGroups } from "./sources.mjs";

/**
 * @import { Config, PackageAmounts, Packages, TierLimits, Tiers } from "./sources.mjs"
 * @import { Amounts, Established, EstablishedRow } from "./hand-kept.mjs"
 * @import { DerivedModel, Ladder } from "@/lib/catalogue/expand"
 * @import { NotedModel, NotedPrice } from "./notes.mjs"
 */

const TIERS = /** @type {const} */ (["tier_1", "tier_2", "tier_3", "tier_4", "tier_5"]);

/**
 * Everything the derived catalogue holds.
 * @param {Packages} packages
 * @returns {{ ladders: Record<string, Ladder>, models: NotedModel[] }}
 */
export function deriveCatalogue(packages) {
  /** @type {Record<string, Ladder>} */
  const ladders = {};
  const models = ESTABLISHED.map((known) => {
    const { ladder, long, ...facts } = factsOf(packages, known);
    return {
      ...facts,
      ...(ladder && { ladder: shared(ladders, known.id, ladder) }),
      ...(long && { long: /** @type {const} */ ([long.from, shared(ladders, `${known.id}:long`, long.ladder)]) }),
    };
  });
  return { ladders, models };
}

/**
 * The config and the specification of the current snapshot that stand for a model.
 * @param {Packages} packages
 * @param {Established} known
 */
export function pageOf({ configs, specs }, { id, like }) {
  const config = configs.find(({ name }) => name === (like ?? id));
  const spec = config && specs.get(like ? id : config.current_snapshot);
  return config && spec ? { config, spec } : undefined;
}

/** @param {Packages} packages @param {Established} known */
function factsOf(packages, known) {
  const { id, page, retires, limits, inputOnly } = known;
  const found = pageOf(packages, known);
  if (!found && !page) throw new Error(`${id}: neither gpt-tokenizer nor an established page has its sizes`);
  const priced = packages.priceOf(id);
  if (!priced && !page) throw new Error(`${id}: @pydantic/genai-prices has no price`);
  const ladder = found
    ? ladderOf(limitGroups(found.config).standard)
    : limits && withoutQueue(ladderLike(packages, limits.like));
  const listed = found ? found.spec.supported_endpoints?.includes("batch") : true;
  const queue = ladder?.some(([, , batch]) => batch !== 0);
  /** @type {DerivedModel["batch"]} */
  const batch = known.batchPriced ? "priced" : listed ? "listed" : queue ? "queue" : "none";
  const maxInput = maxInputOf(known, found);
  return {
    id,
    names: [...(found ? samePriceNames(packages, known, found.config) : []), ...(known.also ?? [])].join(" "),
    window: /** @type {const} */ ([
      found?.spec.context_window ?? page?.contextWindow ?? inputOnly?.inputTokens ?? 0,
      found?.spec.max_output_tokens ?? page?.maxOutputTokens ?? 0,
    ]),
    ...(inputOnly && { inputOnly: /** @type {const} */ (true) }),
    ...(maxInput && { maxInput }),
    ...(found && !found.spec.reasoning_tokens && { reasons: false }),
    ...(ladder && { ladder }),
    ...(limits && { ladderFound: limits.found, ladderNote: limits.note }),
    long: longLimitsOf(found?.config),
    batch,
    prices: rowsOf(packages, known, batch),
    ...(retires && { retires: [retires.on, retires.successor ?? "–", retires.confidence ?? "medium"].join(" ") }),
    ...(retires?.note && { retiresNote: retires.note }),
    ...(!found && { page: true }),
    ...(!priced && { newer: true }),
  };
}

/**
 * The limit of input beside the context window.
 * @param {Established} known
 * @param {ReturnType<typeof pageOf>} found
 */
export function maxInputOf({ maxInput, page }, found) {
  if (maxInput !== undefined) return maxInput;
  return found ? found.spec.max_input_tokens : page?.maxInputTokens;
}

/** The ladder of a model that gpt-tokenizer has. @param {Packages} packages @param {string} id */
function ladderLike(packages, id) {
  const like = pageOf(packages, { id, released: "" });
  if (!like) throw new Error(`${id}: gpt-tokenizer has no limits`);
  return ladderOf(limitGroups(like.config).standard);
}

/** Of a ladder found in texts that say nothing of the batch queue. @param {Ladder} ladder @returns {Ladder} */
const withoutQueue = (ladder) => ladder.map(([rpm = 0, tpm = 0]) => [rpm, tpm, 0]);

/**
 * From how much input on requests have limits of their own, and these; the group says it as `> 128k input
 * tokens`.
 * @param {Config | undefined} config
 */
function longLimitsOf(config) {
  const group = config && limitGroups(config).long;
  if (!group) return undefined;
  const [, thousands] = />\s*(\d+)k/i.exec(group.tooltip ?? "") ?? [];
  if (!thousands) throw new Error(`no number of tokens in ${group.tooltip}`);
  return { from: Number(thousands) * 1000 + 1, ladder: ladderOf(group.rate_limits) };
}

/**
 * The snapshots that cost what the alias costs.
 * @param {Packages} packages
 * @param {Established} known
 * @param {Config} config
 */
function samePriceNames({ priceOf }, { id, like }, { snapshots }) {
  return like ? [] : snapshots.filter((name) => name !== id && priceOf(name)?.id === priceOf(id)?.id);
}

/**
 * Requests and tokens a minute, batch queue, requests and tokens a day; 0 where none is published or, a day,
 * where there is no such limit.
 * @param {Tiers} limits
 * @returns {Ladder}
 */
function ladderOf(limits) {
  return TIERS.map((tier) => {
    const {
      rpm = 0,
      tpm = 0,
      batch_queue_limit = 0,
      rpd = 0,
      tpd = 0,
    } = /** @type {TierLimits} */ (limits[tier] ?? {});
    const row = [rpm, tpm, batch_queue_limit, rpd, tpd];
    return row.slice(0, tpd ? 5 : rpd ? 4 : 3);
  });
}

/**
 * One name for limits that several models share.
 * @param {Record<string, Ladder>} ladders
 * @param {string} id
 * @param {Ladder} ladder
 */
function shared(ladders, id, ladder) {
  const same = Object.keys(ladders).find((name) => JSON.stringify(ladders[name]) === JSON.stringify(ladder));
  if (!same) ladders[id] = ladder;
  return same ?? id;
}

/**
 * @param {Packages} packages
 * @param {Established} known
 * @param {DerivedModel["batch"]} batch
 * @returns {NotedPrice[]}
 */
function rowsOf({ priceOf }, known, batch) {
  const { id, released, rows = [] } = known;
  const periods = priceOf(id)?.periods ?? [];
  const days = [...new Set([released, ...rows.map(({ from }) => from), ...periods.map(({ from }) => from)])]
    .filter((day) => day >= released)
    .sort();
  return days.map((from) => {
    const own = rows.find((row) => row.from === from) ?? { from };
    const amounts = periods.findLast((period) => period.from <= from)?.amounts;
    const list = { ...(amounts && listed(id, amounts)), ...own };
    if (!list.standard) throw new Error(`${id}: no price from ${from}`);
    const [input, cached, output] = list.standard;
    if ((output === null) !== Boolean(known.inputOnly)) throw new Error(`${id}: output ${output ?? "has no price"}`);
    const halved = /** @type {Amounts} */ ([half(input), cached && half(cached), output && half(output)]);
    const priority =
      own.priority ?? known.priority ?? (known.priorityTimes && multiplied(list.standard, BigInt(known.priorityTimes)));
    const flex = own.flex ?? (known.flexIsHalf && halved);
    const long = known.long ?? list.long;
    const { write } = list;
    if (write && write !== andAQuarter(input)) throw new Error(`${id}: cache writes are not 1.25 times input`);
    /** In a service tier writes cost 1.25 times its input where standard has a price of them. */
    const withWrite = (/** @type {Amounts} */ amounts) => words(amounts) + (write ? ` ${andAQuarter(amounts[0])}` : "");
    return {
      from,
      standard: withWrite(list.standard),
      ...(batch !== "none" && {
        batch: withWrite(own.batch ?? [halved[0], known.batchCached ? halved[1] : null, halved[2]]),
      }),
      ...(own.batch && { batchPrinted: /** @type {const} */ (true) }),
      ...(flex && { flex: withWrite(flex) }),
      ...(priority && { priority: withWrite(priority) }),
      ...(own.writesPrinted && { writesPrinted: own.writesPrinted.join(" ") }),
      ...(long && { long }),
      ...(own.twelveHours && { twelveHours: own.twelveHours }),
      ...(priority && known.shortPriority && { shortPriority: known.shortPriority }),
      ...(known.shortBatch && { shortBatch: known.shortBatch }),
      ...(known.shortFlex && { shortFlex: known.shortFlex }),
      ...(own.confidence && { confidence: own.confidence }),
      ...(own.note && { note: own.note }),
    };
  });
}

/** @param {Amounts} standard @param {bigint} factor @returns {Amounts} */
const multiplied = ([input, cached, output], factor) => [
  times(input, factor),
  cached && times(cached, factor),
  output && times(output, factor),
];

/** @param {Amounts} amounts */
const words = ([input, cached, output]) => `${input} ${cached ?? "–"} ${output ?? "–"}`;

/**
 * The list price of a package’s row, with the token count from which a request costs a multiple.
 * @param {string} id
 * @param {PackageAmounts} amounts
 * @returns {Omit<EstablishedRow, "from"> & { standard: Amounts }}
 */
export function listed(id, { input_mtok, cache_read_mtok, cache_write_mtok, output_mtok }) {
  const base = (/** @type {PackageAmounts[string]} */ amount) =>
    amount === undefined ? null : price(typeof amount === "number" ? amount : amount.base);
  const input = base(input_mtok);
  const output = base(output_mtok);
  if (input === null) throw new Error(`${id}: no price for input`);
  const write = base(cache_write_mtok);
  const starts = [
    [input_mtok, "2"],
    [cache_read_mtok, "2"],
    [cache_write_mtok, "2"],
    [output_mtok, "1.5"],
  ].flatMap(([amount, factor]) => {
    if (amount === undefined) return [];
    const [tier, ...more] = typeof amount === "object" ? amount.tiers : [];
    if (more.length > 0) throw new Error(`${id}: more than one threshold`);
    if (tier && typeof amount === "object" && ratio(tier.price, amount.base) !== factor)
      throw new Error(`${id}: ${amount.base} over the threshold is ${tier.price}, not ${factor} times as much`);
    return [tier?.start];
  });
  if (new Set(starts).size !== 1) throw new Error(`${id}: not every price changes at one threshold`);
  return {
    standard: [input, base(cache_read_mtok), output],
    ...(write && { write }),
    ...(starts[0] !== undefined && { long: starts[0] + 1 }),
  };
}
