import { RANGE_FIELDS } from "@/lib/scenario/ranges";
import type { Unknown } from "../types";
import { addWorkload } from "./add";
import { BLOCK_CASES, clear, FITS, newCaseBlock, OPEN, type CaseBlock } from "./block";
import type { Prepared } from "./prepare";
import { judgeCases } from "./judge";
import { latticeOf, normalPlaces, PLACES } from "./lattice";

/** The z of p90; a log-normal with its p10 and p90 given has (ln p90 − ln p10) ÷ (2 z) as its sigma. */
const Z90 = 1.2815515655446004;

/** Every case of a run. */
export interface Cases {
  readonly count: number;
  /** USD a month; NaN where some of it has no price. */
  readonly costs: Float64Array;
  /** Scale at the limit of the own usage tier; NaN without a limit. */
  readonly scales: Float64Array;
  /** At each usage tier: how many cases fit, and how many cannot be told. */
  readonly fit: readonly { fits: number; open: number }[];
  /** How often each row of the plan binds first. */
  readonly binds: Uint32Array;
}

/** An unknown with its equally likely values, and its coordinate of the lattice. */
interface Drawn extends Unknown {
  readonly equallyLikely: Float64Array;
  readonly step: number;
  readonly first: number;
}

function equallyLikely({ low, high }: Unknown): Float64Array {
  const middle = (Math.log(low) + Math.log(high)) / 2;
  const sigma = (Math.log(high) - Math.log(low)) / (2 * Z90);
  return normalPlaces().map((z) => Math.exp(middle + sigma * z));
}

/** The unknowns, the widest first: the first coordinates are spread best. */
function drawnOf(unknowns: readonly Unknown[], seed: number, count: number): Drawn[] {
  const lattice = latticeOf(seed, unknowns.length, count);
  return unknowns
    .toSorted((one, other) => other.high / other.low - one.high / one.low)
    .map((unknown, n) => ({ ...unknown, equallyLikely: equallyLikely(unknown), ...lattice[n]! }));
}

/** Fills one field with its values in the cases from `start` on, of `count` in all. */
function draw({ equallyLikely, step, first }: Drawn, start: number, count: number, into: Float64Array): void {
  const mask = count - 1;
  const shift = Math.log2(count / PLACES);
  // start × step may pass 2^31; the product of two doubles is exact up to 2^53.
  let place = (((start * step) % count) + first) & mask;
  for (let i = 0; i < BLOCK_CASES; i++) {
    into[i] = equallyLikely[place >>> shift]!;
    place = (place + step) & mask;
  }
}

/** Takes over what a finished block says. */
function collect(block: CaseBlock, start: number, { costs, scales, fit, binds }: Cases): void {
  const { cost, worst, binding, verdicts } = block;
  costs.set(cost, start);
  for (let i = 0; i < BLOCK_CASES; i++) {
    const row = binding[i]!;
    scales[start + i] = row < 0 ? NaN : 1 / worst[i]!;
    if (row >= 0) binds[row]!++;
  }
  verdicts.forEach((verdict, tier) => {
    const counts = fit[tier]!;
    for (let i = 0; i < BLOCK_CASES; i++) {
      if (verdict[i] === FITS) counts.fits++;
      else if (verdict[i] === OPEN) counts.open++;
    }
  });
}

/** `count` cases, a power of two and at least PLACES, on doubles: every unknown at a value of its own in each. */
export function runCases(plan: Prepared, unknowns: readonly Unknown[], count: number): Cases {
  const { scenario, workloads, rows, pools } = plan;
  const drawn = drawnOf(unknowns, scenario.seed ?? 1, count);
  const ofWorkload = workloads.map((_, n) => drawn.filter(({ workload }) => workload === n));
  const knownOf = ofWorkload.map((own) => RANGE_FIELDS.filter((field) => own.every((one) => one.field !== field)));
  const tiers = rows[0]!.limits.length;
  const block = newCaseBlock(pools.length, tiers);
  const cases: Cases = {
    count,
    costs: new Float64Array(count),
    scales: new Float64Array(count),
    fit: Array.from({ length: tiers }, () => ({ fits: 0, open: 0 })),
    binds: new Uint32Array(rows.length),
  };
  for (let start = 0; start < count; start += BLOCK_CASES) {
    clear(block);
    workloads.forEach((own, n) => {
      for (const field of knownOf[n]!) block.values[field].fill(own.workload[field]);
      for (const unknown of ofWorkload[n]!) draw(unknown, start, count, block.values[unknown.field]);
      addWorkload(own, block, scenario.tokenAccounting);
    });
    judgeCases(plan, block);
    collect(block, start, cases);
  }
  return cases;
}
