import checkedNotes from "./data/checked-notes.json" with { type: "json" };
import derivedData from "./data/derived.json" with { type: "json" };
import derivedNotes from "./data/derived-notes.json" with { type: "json" };
import type { DerivedCatalogue, DerivedModel } from "./expand";
import { fromData } from "./from-data";
import { findModel } from "./models";
import type { Day, Fact, Model, PriceRow } from "./types";

/** The notes on the facts of one model of the data kept by hand. */
interface CheckedNotes {
  /** By the day from which the price is in force. */
  readonly prices?: Readonly<Record<Day, string>>;
  /** On every tier. */
  readonly limits?: string;
  readonly retirement?: string;
  readonly batchSupport?: string;
}

/** What is known of how a price of the derived data came about. */
export interface DerivedPriceNotes {
  /** The service tiers whose cache writes a table prints; the others follow from the rule. */
  readonly writesPrinted?: string;
  /** The batch price is OpenAI’s own and not half. */
  readonly batchPrinted?: true;
  readonly note?: string;
}

/** The notes on the facts of one derived model; what all of them have in common is said here. */
export interface DerivedNotes {
  /** By the day from which the price is in force. */
  readonly prices?: Readonly<Record<Day, DerivedPriceNotes>>;
  /** On the usage tiers that a text has. */
  readonly ladder?: string;
  readonly retires?: string;
}

const HALVES = "Batch prices follow from the 50 % rule.";
const PRINTED = "The batch price is the one OpenAI’s batch table prints: not half.";
const BATCH_CACHED = "Cached input in batch is half price, as OpenAI’s tables have it for the models from gpt-5 on.";
const FLEX = "Flex prices are those of OpenAI’s flex table, the same as batch.";
const PRIORITY = "Fast prices are those of OpenAI’s page on Fast mode.";
const NO_LIMITS = "No limits by usage tier were found.";
const INFERRED =
  "This tier’s figures were not found: they are those of gpt-5.6-sol, of which every figure found is a point.";
const NO_QUEUE = "A batch queue limit was not found.";
const BATCH_SUPPORT: Readonly<Record<DerivedModel["batch"], string>> = {
  listed: "",
  priced: "It stands in OpenAI’s batch price table.",
  queue: "A batch queue limit is published, but the batch endpoint is not among those listed.",
  none: "Neither the batch endpoint nor a batch queue limit is published.",
};
const WRITES_PRINTED = "Cache writes in batch, flex and priority are those of OpenAI’s price tables.";
const WRITES_BY_RULE =
  "Cache writes outside standard are not seen printed: 1.25 times the service tier’s input, OpenAI’s rule.";
const ONE_INPUT = "Of one input; all inputs of a request together may have 300,000.";
const STARTS = "The first day is inferred from the release.";

/** How the prices of cache writes outside standard are known. */
function writesNote(printed: readonly string[], { standard: _, ...sold }: PriceRow["prices"]): string {
  const tiers = Object.keys(sold);
  if (printed.length === 0) return WRITES_BY_RULE;
  if (tiers.every((tier) => printed.includes(tier))) return WRITES_PRINTED;
  const others = tiers.filter((tier) => !printed.includes(tier)).join(" and ");
  return `Cache writes in ${printed.join(" and ")} are printed; in ${others} they are 1.25 times input by OpenAI’s rule.`;
}

function priceNote({ prices }: PriceRow, index: number, own: DerivedPriceNotes = {}): string {
  const { batch, flex, priority } = prices;
  return [
    own.note,
    index === 0 && STARTS,
    batch && (own.batchPrinted ? PRINTED : HALVES),
    batch?.cachedInput && BATCH_CACHED,
    flex && FLEX,
    priority && PRIORITY,
    batch?.cacheWrite && writesNote(own.writesPrinted?.split(" ") ?? [], prices),
  ]
    .filter(Boolean)
    .join(" ");
}

function limitNote(tier: number, { ladder, ladderFound }: DerivedModel, found = ""): string {
  if (!ladder) return NO_LIMITS;
  if (!ladderFound) return "";
  return `${ladderFound.includes(tier) ? found : INFERRED} ${NO_QUEUE}`.trim();
}

const NOTES = new Map<Fact, string>();

function put(fact: Fact | null, note: string | undefined): void {
  if (fact && note) NOTES.set(fact, note);
}

function putChecked({ prices, limits, retirement, batchSupport }: Model, own: CheckedNotes): void {
  prices.forEach((row) => put(row, own.prices?.[row.from]));
  limits.forEach((row) => put(row, own.limits));
  put(retirement, own.retirement);
  put(batchSupport, own.batchSupport);
}

function putDerived(model: Model, derived: DerivedModel, own: DerivedNotes = {}): void {
  put(model.window, derived.inputOnly && ONE_INPUT);
  model.prices.forEach((row, index) => put(row, priceNote(row, index, own.prices?.[row.from])));
  for (const row of [...model.limits, ...(model.longLimits ?? [])])
    put(row, limitNote(row.usageTier, derived, own.ladder));
  put(model.retirement, own.retires);
  put(model.batchSupport, BATCH_SUPPORT[derived.batch]);
}

for (const [id, own] of Object.entries(fromData<Readonly<Record<string, CheckedNotes>>>(checkedNotes)))
  putChecked(findModel(id)!, own);
const ofDerived = fromData<Readonly<Record<string, DerivedNotes>>>(derivedNotes);
for (const one of fromData<DerivedCatalogue>(derivedData).models)
  putDerived(findModel(one.id)!, one, ofDerived[one.id]);

/**
 * Where sources disagree on a fact of the catalogue, or what its figure was inferred from; `undefined`: nothing is to
 * be said. They stand apart from the facts because no estimate needs them.
 */
export function noteOf(fact: Fact): string | undefined {
  return fact.note ?? NOTES.get(fact);
}
