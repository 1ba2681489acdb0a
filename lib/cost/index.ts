import { add, exact, ZERO, type Exact } from "@/lib/money";
import { attemptsPerYear, wantedPerYear } from "@/lib/rates";
import { poolOf, type Scenario, type ServiceTier, type Workload } from "@/lib/scenario";
import { MILLI, milli } from "@/lib/fields";
import { pricesAt, type ModelFacts, type TokenPrices } from "@/lib/facts";

export type Item = "input" | "cached-input" | "cache-write" | "visible-output" | "reasoning";

/** One line of the bill. Amounts are exact; `null` where no price is in force. */
export interface LineItem {
  readonly item: Item;
  readonly tokensPerMonth: Exact;
  readonly pricePerMTok: Exact | null;
  readonly perMonth: Exact | null;
}

/** USD, exact. `null`: no price, never 0. */
export interface WorkloadCost {
  readonly name: string;
  readonly model: string;
  /** Per wanted request: retries are in it. */
  readonly perRequest: Exact | null;
  readonly perMonth: Exact | null;
  /** The month were it standard, and were it batch, whatever it is. */
  readonly standardPerMonth: Exact | null;
  readonly batchPerMonth: Exact | null;
  readonly lineItems: readonly LineItem[];
}

/** USD, exact. A total that needs an unknown amount is `null`. */
export interface Cost {
  readonly perRequest: Exact | null;
  readonly perMonth: Exact | null;
  readonly workloads: readonly WorkloadCost[];
}

interface Line {
  readonly item: Item;
  readonly tokensMilli: number;
  readonly price: Exact | null;
}

/** What one request is made of. Cached tokens and cache writes without a price of their own are plain input. */
function lines(workload: Workload, prices: TokenPrices | null): Line[] {
  const output = prices && prices.output;
  const cached = prices?.cachedInput ? milli(workload.cachedInputTokens) : 0;
  const written = prices?.cacheWrite ? milli(workload.cacheWriteTokens ?? 0) : 0;
  const visible = milli(workload.visibleOutputTokens);
  const reasoning = milli(workload.reasoningTokens);
  const list: Line[] = [
    { item: "input", tokensMilli: milli(workload.inputTokens) - cached - written, price: prices && prices.input },
  ];
  if (cached) list.push({ item: "cached-input", tokensMilli: cached, price: prices!.cachedInput });
  if (written) list.push({ item: "cache-write", tokensMilli: written, price: prices!.cacheWrite });
  if (visible) list.push({ item: "visible-output", tokensMilli: visible, price: output });
  if (reasoning) list.push({ item: "reasoning", tokensMilli: reasoning, price: output });
  return list;
}

// Amounts share one denominator, so that a bill adds up without cross-multiplying.
const PRICE_SCALE = 10n ** 12n;
const MTOK = 1_000_000n;
/** attempts (millionths) × tokens (thousandths) a year → tokens a month. */
const TOKENS_D = 12n * 10n ** 9n;
const MONTH_D = TOKENS_D * MTOK * PRICE_SCALE;
/** attempts per wanted request (thousandths) × tokens (thousandths) × price → USD. */
const REQUEST_D = 10n ** 6n * MTOK * PRICE_SCALE;

/** tokens (thousandths) × price, in units of a thousandth of `1 / PRICE_SCALE` USD per million. */
function priced(tokensMilli: number, price: Exact): bigint {
  return BigInt(tokensMilli) * price.n * (PRICE_SCALE / price.d);
}

function pricedRequest(list: readonly Line[]): bigint | null {
  let total = 0n;
  for (const { tokensMilli, price } of list) {
    if (!price) return null;
    total += priced(tokensMilli, price);
  }
  return total;
}

function workloadCost(workload: Workload, facts: ModelFacts): WorkloadCost {
  const attempts = attemptsPerYear(workload);
  const prices = facts.price && pricesAt(facts.price, workload.inputTokens);
  const own = lines(workload, prices && prices[workload.serviceTier]);
  const request = pricedRequest(own);
  const month = request === null ? null : exact(attempts * request, MONTH_D);
  const monthAs = (serviceTier: ServiceTier) => {
    if (serviceTier === workload.serviceTier) return month;
    const other = pricedRequest(lines(workload, prices && prices[serviceTier]));
    return other === null ? null : exact(attempts * other, MONTH_D);
  };
  return {
    name: workload.name,
    model: workload.model,
    perRequest: request === null ? null : exact(BigInt(MILLI + milli(workload.retryShare)) * request, REQUEST_D),
    perMonth: month,
    standardPerMonth: monthAs("standard"),
    batchPerMonth: monthAs("batch"),
    lineItems: own.map(({ item, tokensMilli, price }) => ({
      item,
      tokensPerMonth: exact(attempts * BigInt(tokensMilli), TOKENS_D),
      pricePerMTok: price,
      perMonth: price && exact(attempts * priced(tokensMilli, price), MONTH_D),
    })),
  };
}

/** The exact bill of a scenario: usage × price, line by line. `facts` are those of `factsOf(scenario)`. */
export function cost(scenario: Scenario, facts: ReadonlyMap<string, ModelFacts>): Cost {
  const workloads = scenario.workloads.map((workload) => workloadCost(workload, facts.get(poolOf(workload.model))!));
  let perMonth: Exact | null = ZERO;
  for (const workload of workloads)
    perMonth =
      perMonth && workload.perMonth ? (perMonth === ZERO ? workload.perMonth : add(perMonth, workload.perMonth)) : null;
  let wanted = 0n;
  for (const workload of scenario.workloads) wanted += wantedPerYear(workload);
  // wanted is in thousandths a year: month's cost ÷ (wanted ÷ 12,000).
  return { perRequest: perMonth && exact(perMonth.n * 12_000n, perMonth.d * wanted), perMonth, workloads };
}
