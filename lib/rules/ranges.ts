import { CHECKED_ON } from "@/lib/catalogue";
import type { Rule } from "./types";

const own = { sources: [], checkedOn: CHECKED_ON } as const;

/** Rules of what follows from ranges. */
export const RANGE_RULES = {
  "range-log-normal": {
    ...own,
    title: "A range is what you do not know of a mean",
    statement:
      "Low is its p10 and high its p90: in 1 of 10 cases the mean is below the low, in 1 of 10 above the high, log-normal in between. Each range is independent of the others. Cached input is cut at the input and a busiest minute at the mean. The field’s own number counts wherever one number is needed. How requests differ from each other is another thing: their p95 over the mean.",
    formula: "mean = √(low × high) × e^(σ z); σ = ln(high ÷ low) ÷ 2.5631; z standard normal",
    basis: "assumed",
    doubt: "Means that rise together, such as input and reasoning, are taken to be independent: real months are wider.",
    confidence: "medium",
  },
  "range-cases": {
    ...own,
    title: "Quantiles and shares come from tens of thousands of cases",
    statement:
      "Each case draws every range once and is billed and judged as an estimate is. Cases stand on a lattice that spreads them evenly, shifted by the scenario’s seed; quantiles are within 1 % of the true ones. A share is the part of the cases; where some case cannot be told, for want of a price or a limit, the share is unknown.",
    basis: "defined",
    confidence: "high",
  },
  "range-drivers": {
    ...own,
    title: "What matters: one range at a time, exactly",
    statement:
      "Each range is put at its low and at its high while all other fields stay at their number. The two estimates are exact. The widest swing is the first to find out.",
    basis: "defined",
    confidence: "high",
  },
} as const satisfies Record<string, Rule>;
