import { CHECKED_ON } from "@/lib/catalogue";
import type { Rule } from "./types";

const checkedOn = CHECKED_ON;

/** Rules of a forecast: its months, how they grow, and the usage tier they have. */
export const FORECAST_RULES = {
  "forecast-growth": {
    title: "Requests grow by one factor a month",
    statement:
      "Month k, counted from 0, has the requests of today times (1 + growth)^k, as an exact fraction; sizes, peaks and retries stay as entered. Cost and demand are proportional to requests, so each month is an estimate of its own with nothing rounded on the way.",
    formula: "month k = today × (1 + percent ÷ 100)^k",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "forecast-month": {
    title: "A forecast month is 730 hours from a day",
    statement:
      "Month k is the 730 hours that begin k calendar months after the scenario’s day; a day that its month does not have, such as the 31st, is the last one it has. Prices are those in force on the day the month begins; limits are held as they are. From the day a model ends its workloads go on with the successor that OpenAI names, sizes as entered, and the month in which it ends costs by the hours of each; where none is named that has a price, the forecast ends on that day. (The API’s rows keep the models as entered; `continued` beside them goes on.)",
    basis: "defined",
    doubt: "Prices and limits that are not announced yet are not foreseen.",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "forecast-tier": {
    title: "The usage tier follows what has been paid",
    statement:
      "Where it is to follow, the usage tier of a month is the highest one that what was paid before the forecast and the cost of the months before have reached, never below the one entered. It counts from the next month on; limits of your own stay at the tier they were entered for.",
    formula: "paid before month k = paid so far + cost of months 0 to k − 1",
    basis: "assumed",
    doubt:
      "OpenAI raises a tier on payment, not on use, and decides itself when; a month over its usage limit is taken to be paid in full all the same.",
    sources: ["rate-limits"],
    checkedOn,
    confidence: "medium",
  },
  "forecast-fits": {
    title: "The growth that would just fit",
    statement:
      "The highest growth a month, in three decimals of a per cent and rounded down, at which a limit or the budget is passed in none of the months. Limits are those of the usage tier at which the forecast ends, as if they held from the first month.",
    formula: "(limit ÷ first month)^(1 ÷ (months − 1)) − 1",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
} as const satisfies Readonly<Record<string, Rule>>;
