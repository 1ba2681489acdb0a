import type { Day, UsageTierId } from "@/lib/catalogue";
import { daysAfter, type Forecast, type ForecastEvent, type ForecastMonth } from "@/lib/forecast";
import { formatDate, formatMonth, formatShortMonth } from "@/lib/view/dates";
import { capital, SHORT_DIMENSIONS } from "@/lib/view/names";
import { formatDay, formatTier, formatUsdText, type Sentence } from "@/lib/view/text";
import { forecastFigure, hoursUntilSpent, limitBinds, usageLimitOf } from "./words";

/** Something that stands in the way of a forecast from a day on. */
export interface Stop {
  readonly on: Day;
  readonly kind: "limit" | "refused" | "budget" | "shutdown";
  /** The month it is in, and the usage tier that month has. */
  readonly at: ForecastMonth;
  /** A clause without its end, small at the start: `the $40,000 budget is passed in July 2027`. */
  readonly clause: Sentence;
  /** In a few words: `Budget passed Jul 2027`. */
  readonly short: string;
  /** The model that ends, of a shutdown. */
  readonly model?: string;
}

/** Codes of what keeps a single request from running, whatever the rate. */
const REFUSED = {
  "tier-not-supported": (tier: UsageTierId) => `${formatTier(tier)} runs none of this`,
  "request-exceeds-tpm": (tier: UsageTierId) => `one request is more than ${formatTier(tier)} takes in a minute`,
  "exceeds-context": () => "one request is larger than its model’s context window",
  "exceeds-max-input": () => "one request has more input than its model takes",
  "exceeds-max-output": () => "one request has more output than its model gives",
} as const;

/** Whether no request of a month can run. */
export const isRefused = ({ reasons }: ForecastMonth): boolean => reasons.some((code) => code in REFUSED);

/** Why no request of such a month can run. */
export function refusalText({ reasons, usageTier }: ForecastMonth): string {
  const code = reasons.find((one): one is keyof typeof REFUSED => one in REFUSED)!;
  return REFUSED[code](usageTier);
}

/** The first month in which no request can run, and why. */
function refused({ months }: Forecast): Stop[] {
  const at = months.find(isRefused);
  if (!at) return [];
  return [{ on: at.from, kind: "refused", at, clause: [refusalText(at)], short: "No request can run" }];
}

/** The day a month’s usage limit is spent. */
export function daySpent(forecast: Forecast, month: ForecastMonth): Day {
  const hours = hoursUntilSpent(forecast, month)!;
  return daysAfter(month.from, Number(hours.n / (24n * hours.d)));
}

function limitStop(forecast: Forecast, at: ForecastMonth, event: ForecastEvent & { readonly kind: "limit" }): Stop {
  const { scenario } = forecast;
  const { dimension, pool, usageTier } = event;
  const isFirst = at.month === 0;
  if (dimension !== "monthly-usage") {
    const row = at.limits.findIndex(({ demand }) => demand.pool === pool && demand.dimension === dimension);
    const when = isFirst ? "from the first day" : formatMonth(at.from);
    const words = `${limitBinds(forecast, pool, dimension)} ${isFirst ? "" : "in "}`;
    return {
      on: at.from,
      kind: "limit",
      at,
      clause: [words, row < 0 ? when : forecastFigure(when, "headroom", at.month)],
      short: `${capital(SHORT_DIMENSIONS[dimension])} over from ${formatShortMonth(at.from)}`,
    };
  }
  const limit = usageLimitOf(scenario, usageTier);
  if (!isFirst)
    return {
      on: at.from,
      kind: "limit",
      at,
      clause: [`${limit} is not enough from `, forecastFigure(formatMonth(at.from), "month", at.month), " on"],
      short: `Usage limit too low from ${formatShortMonth(at.from)}`,
    };
  const on = daySpent(forecast, at);
  return {
    on,
    kind: "limit",
    at,
    clause: [`${limit} is spent on `, forecastFigure(formatDate(on, scenario.asOf), "spent", at.month)],
    short: `Usage limit spent ${formatDay(on)}`,
  };
}

function budgetStop({ scenario }: Forecast, at: ForecastMonth): Stop {
  const when = at.month === 0 ? "the first month" : formatMonth(at.from);
  return {
    on: at.from,
    kind: "budget",
    at,
    clause: [
      `the ${formatUsdText(scenario.monthlyBudgetUsd!)} budget is passed in `,
      forecastFigure(when, Number(scenario.monthlyBudgetUsd) > 0 ? "share" : "month", at.month),
    ],
    short: `Budget passed ${formatShortMonth(at.from)}`,
  };
}

/** Everything that stops a forecast, by day; of several limits in one month the one with the least headroom first. */
export function stopsOf(forecast: Forecast): Stop[] {
  const { months, scenario } = forecast;
  const passed = months.flatMap((at) => {
    const rank = (event: ForecastEvent) =>
      event.kind === "limit" && at.bindsFirst?.pool === event.pool && at.bindsFirst.dimension === event.dimension
        ? 0
        : 1;
    return at.events
      .filter(({ kind }) => kind !== "limit" || !isRefused(at))
      .toSorted((one, other) => rank(one) - rank(other))
      .flatMap((event): Stop[] => {
        if (event.kind === "limit") return [limitStop(forecast, at, event)];
        if (event.kind === "budget") return [budgetStop(forecast, at)];
        if (event.kind === "price") return [];
        const clause = [`${event.model} ends on ${formatDate(event.on, scenario.asOf)}`];
        const short = `${event.model} ends ${formatDay(event.on)}`;
        return [{ on: event.on, kind: "shutdown", at, clause, short, model: event.model }];
      });
  });
  return [...refused(forecast), ...passed].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
