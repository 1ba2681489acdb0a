import type { Scenario } from "@/lib/scenario";
import {
  add,
  divide,
  fraction,
  fromDecimal,
  fromNumber,
  isOver,
  multiply,
  subtract,
  ZERO,
  type Fraction,
} from "./fraction";

/** One way to part a backlog, worked out request by request. */
export interface SlowSplit {
  readonly batch: number;
  readonly waves: number;
  readonly hours: Fraction;
  /** `null`: no price. */
  readonly cost: Fraction | null;
}

const PER_MTOK = fraction(1_000_000n);
const larger = (a: Fraction, b: Fraction) => (isOver(a, b) ? a : b);
const smaller = (a: Fraction, b: Fraction) => (isOver(a, b) ? b : a);

/** Requests the queue holds at once, counted one by one. */
function perWave(input: Fraction, queue: Fraction, most: number): number {
  if (input.numerator === 0n) return most;
  let held = 0;
  let tokens = add(ZERO, input);
  while (held < most && !isOver(tokens, queue)) {
    held++;
    tokens = add(tokens, input);
  }
  return held;
}

/**
 * Hours to send so many requests under one limit of a day, in two stretches: at the full pace while the bucket
 * that holds a day's requests lasts, and then, it being empty, as it refills.
 */
function sentWithin(count: Fraction, perHour: Fraction, aDay: Fraction): Fraction {
  const refill = divide(aDay, fraction(24n));
  if (!isOver(perHour, refill)) return divide(count, perHour);
  const empty = divide(aDay, subtract(perHour, refill));
  const before = multiply(perHour, empty);
  return isOver(count, before) ? add(empty, divide(subtract(count, before), refill)) : divide(count, perHour);
}

/**
 * Every split of a small backlog on a custom model, one for each number of requests in batch, that the two
 * service tiers allow.
 * Written from the words of the rules alone; takes a scenario whose backlog's model has its facts in the
 * first override, at a paid usage tier.
 */
export function slowSplits({ backlog, modelOverrides, tokenAccounting, batchTurnaroundHours }: Scenario): SlowSplit[] {
  const { total, liveShare, maxCompletionTokens: cap, enqueuedRequests = 1_000_000, ...sizes } = backlog!;
  const { price, limits } = modelOverrides[0]!;
  const input = fromNumber(sizes.inputTokens);
  const cached = fromNumber(sizes.cachedInputTokens);
  const output = add(fromNumber(sizes.visibleOutputTokens), fromNumber(sizes.reasoningTokens));

  const used = add(input, output);
  const charge =
    cap === undefined || tokenAccounting === "actual"
      ? used
      : tokenAccounting === "prompt-plus-cap"
        ? add(input, fromNumber(cap))
        : larger(input, fromNumber(cap));
  const [rpm, tpm] = [limits?.rpm, limits?.tpm].map((limit) => (limit === undefined ? null : fromNumber(limit))) as [
    Fraction | null,
    Fraction | null,
  ];
  const tokensADay = limits?.tpd === undefined ? null : fromNumber(limits.tpd);
  const runs =
    rpm !== null && tpm !== null && !isOver(charge, tpm) && !(tokensADay !== null && isOver(charge, tokensADay));
  const perHour = runs
    ? multiply(
        charge.numerator === 0n ? rpm : smaller(rpm, divide(tpm, charge)),
        subtract(fraction(1n), fromNumber(liveShare)),
        fraction(60n),
      )
    : null;
  const ours = subtract(fraction(1n), fromNumber(liveShare));
  const days = [
    ...(limits?.rpd === undefined ? [] : [multiply(fromNumber(limits.rpd), ours)]),
    ...(tokensADay === null || charge.numerator === 0n ? [] : [divide(multiply(tokensADay, ours), charge)]),
  ];
  const held =
    limits?.batchQueueTokens === undefined ? 0 : perWave(input, fromNumber(limits.batchQueueTokens), enqueuedRequests);

  const standardRequest =
    price &&
    add(
      divide(multiply(output, fromDecimal(price.output)), PER_MTOK),
      divide(
        price.cachedInput === undefined
          ? multiply(input, fromDecimal(price.input))
          : add(
              multiply(subtract(input, cached), fromDecimal(price.input)),
              multiply(cached, fromDecimal(price.cachedInput)),
            ),
        PER_MTOK,
      ),
    );
  const batchRequest =
    price?.batchInput === undefined || price.batchOutput === undefined
      ? null
      : divide(
          add(multiply(input, fromDecimal(price.batchInput)), multiply(output, fromDecimal(price.batchOutput))),
          PER_MTOK,
        );
  const amount = (count: number, each: Fraction | null | undefined) =>
    count === 0 ? ZERO : each ? multiply(fraction(BigInt(count)), each) : null;

  const splits: SlowSplit[] = [];
  for (let batch = 0; batch <= total; batch++) {
    const standard = total - batch;
    if ((batch > 0 && held === 0) || (standard > 0 && !perHour)) continue;
    let waves = 0;
    for (let left = batch; left > 0; left -= held) waves++;
    const batchHours = multiply(fraction(BigInt(waves)), fromNumber(batchTurnaroundHours));
    const count = fraction(BigInt(standard));
    const standardHours =
      standard === 0
        ? ZERO
        : days.map((aDay) => sentWithin(count, perHour!, aDay)).reduce(larger, divide(count, perHour!));
    const [a, b] = [amount(batch, batchRequest), amount(standard, standardRequest)];
    splits.push({ batch, waves, hours: larger(batchHours, standardHours), cost: a && b && add(a, b) });
  }
  return splits;
}

/** Whether a is at least as good as b by `first`, and by `second` where that is equal. */
const better =
  (first: (split: SlowSplit) => Fraction, second: (split: SlowSplit) => Fraction | null) =>
  (a: SlowSplit, b: SlowSplit) => {
    if (isOver(first(a), first(b)) || isOver(first(b), first(a))) return isOver(first(b), first(a));
    const [x, y] = [second(a), second(b)];
    return !x || !y || !isOver(x, y);
  };

/** The best of the splits, least cost first or least hours first; `null` for none. */
export function slowBest(splits: readonly SlowSplit[], by: "cost" | "hours"): SlowSplit | null {
  const hours = (split: SlowSplit) => split.hours;
  const cost = (split: SlowSplit) => split.cost!;
  const wins = by === "cost" ? better(cost, hours) : better(hours, (split) => split.cost);
  return splits.reduce<SlowSplit | null>((best, split) => (best === null || !wins(best, split) ? split : best), null);
}

/** Splits that no other one beats in hours and cost, one for each pair, the earliest first. */
export function slowFrontier(splits: readonly SlowSplit[]): SlowSplit[] {
  const known = splits.filter(({ cost }) => cost !== null);
  const beats = (a: SlowSplit, b: SlowSplit) =>
    !isOver(a.hours, b.hours) && !isOver(a.cost!, b.cost!) && (isOver(b.hours, a.hours) || isOver(b.cost!, a.cost!));
  const best = known.filter((one) => !known.some((other) => beats(other, one)));
  const same = (a: SlowSplit, b: SlowSplit) => !isOver(a.hours, b.hours) && !isOver(b.hours, a.hours);
  return best
    .filter((one, index) => best.findIndex((other) => same(one, other)) === index)
    .sort((a, b) => (isOver(a.hours, b.hours) ? 1 : -1));
}
