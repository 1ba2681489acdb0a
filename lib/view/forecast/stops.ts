import type { Day, UsageTierId } from "@/lib/catalogue";
import type { Forecast, ForecastEvent, ForecastMonth } from "@/lib/forecast";
import { formatDate } from "@/lib/view/dates";
import { capital, SHORT_DIMENSIONS } from "@/lib/view/names";
import { formatDay, formatTier, formatUsdText, type Sentence } from "@/lib/view/text";
import { daysOfChange, endText, type DayOfChange } from "./changes";
import { forecastFigure, limitIsOver, usageLimitOf } from "./words";

/** Something that stands in the way of a forecast from a day on. */
export interface Stop {
  readonly on: Day;
  /** `end`: a shutdown that nothing follows. */
  readonly kind: "limit" | "refused" | "budget" | "shutdown" | "end";
  /** The month it is in, and the usage tier that month has. */
  readonly at: ForecastMonth;
  /** A clause without its end, small at the start: `the $40,000 budget is passed on 24 August 2027`. */
  readonly clause: Sentence;
  /** In a few words: `Budget passed 24 Aug 2027`. */
  readonly short: string;
  /** The models that end, of a shutdown. */
  readonly ended?: DayOfChange;
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

type Passed<Kind extends ForecastEvent["kind"]> = ForecastEvent & { readonly kind: Kind };

function limitStop(forecast: Forecast, at: ForecastMonth, event: Passed<"limit">): Stop {
  const { scenario } = forecast;
  const { dimension, usageTier, day } = event;
  if (dimension === "monthly-usage")
    return {
      on: day,
      kind: "limit",
      at,
      clause: [
        `${usageLimitOf(scenario, usageTier)} is spent on `,
        forecastFigure(formatDate(day, scenario.asOf), "spent", at.month),
      ],
      short: `Usage limit spent ${formatDay(day)}`,
    };
  const isFirst = day === scenario.asOf;
  const isBinding = at.bindsFirst?.pool === event.pool && at.bindsFirst.dimension === dimension;
  const when = isFirst ? "from the first day" : `from ${formatDate(day, scenario.asOf)} on`;
  return {
    on: day,
    kind: "limit",
    at,
    clause: [
      `${limitIsOver(forecast, event, usageTier)} `,
      // The working of headroom is of the limit that binds first.
      isBinding ? forecastFigure(when, "headroom", at.month) : when,
    ],
    short: `${capital(SHORT_DIMENSIONS[dimension])} over from ${formatDay(day)}`,
  };
}

function budgetStop({ scenario }: Forecast, at: ForecastMonth, { day }: Passed<"budget">): Stop {
  return {
    on: day,
    kind: "budget",
    at,
    clause: [
      `the ${formatUsdText(scenario.monthlyBudgetUsd!)} budget is passed on `,
      forecastFigure(formatDate(day, scenario.asOf), "passed", at.month),
    ],
    short: `Budget passed ${formatDay(day)}`,
  };
}

/** A day on which models end: what goes on is said behind it. */
function shutdownStop({ scenario, endsOn }: Forecast, ended: DayOfChange): Stop {
  const { on, at, changes } = ended;
  const date = formatDate(on, scenario.asOf);
  const clause = [`${endText(changes)} on ${date}`];
  const short = `${endText(changes)} ${formatDay(on)}`;
  return { on, kind: on === endsOn ? "end" : "shutdown", at, clause, short, ended };
}

/** Everything that stops a forecast, by day; of several limits in one month the one with the least headroom first. */
export function stopsOf(forecast: Forecast): Stop[] {
  const passed = forecast.months.flatMap((at) => {
    const rank = (event: ForecastEvent) =>
      event.kind === "limit" && at.bindsFirst?.pool === event.pool && at.bindsFirst.dimension === event.dimension
        ? 0
        : 1;
    return at.events
      .filter(({ kind }) => kind !== "limit" || !isRefused(at))
      .toSorted((one, other) => rank(one) - rank(other))
      .flatMap((event): Stop[] => {
        if (event.kind === "limit") return [limitStop(forecast, at, event)];
        return event.kind === "budget" ? [budgetStop(forecast, at, event)] : [];
      });
  });
  const ended = daysOfChange(forecast).map((day) => shutdownStop(forecast, day));
  // A shutdown is at the beginning of its day.
  return [...refused(forecast), ...ended, ...passed].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
