import { usageTier as tierFacts, type Day } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { factsOf } from "@/lib/facts";
import {
  hoursUntil,
  monthsAfter,
  wholeMonthsBetween,
  type Forecast,
  type ForecastEvent,
  type ForecastMonth,
} from "@/lib/forecast";
import { monthlyUsageLimit } from "@/lib/limits";
import { parseDecimal, type Exact } from "@/lib/money";
import { type AdviceMove, adviceView } from "@/lib/view/advice";
import { capital } from "@/lib/view/names";
import { formatCount, formatDay, formatPercent, formatSpan, formatTier, formatUsdText } from "@/lib/view/text";
import { goneBefore, nothingNamed } from "./changes";
import { isRefused, refusalText } from "./stops";
import { limitIsOver, limitName, monthText, usageLimitOf, usageLimitText, wholeUsdText } from "./words";

/** Something that happens in a forecast, for the list of what happens in order. */
export interface EventView {
  readonly key: string;
  readonly mark: "over" | "ok" | "ends" | "info" | "none";
  /** `null`: on no day. */
  readonly on: Day | null;
  readonly day: string;
  readonly fact: string;
  readonly detail: string;
  /** After the forecast, or on no day. */
  readonly isQuiet: boolean;
  /** What may be tried. */
  readonly attempts: readonly AdviceMove[];
}

const view = (on: Day, mark: EventView["mark"], fact: string, detail: string): EventView => ({
  key: `${on} ${fact}`,
  mark,
  on,
  day: formatDay(on),
  fact,
  detail,
  isQuiet: false,
  attempts: [],
});

/** `28.7 days into the month from 27 Jul 2027, which costs $42,481`; in the first: `6.63 days into a month of $9`. */
function howFar(at: ForecastMonth, amount: Exact): string {
  const span = capital(formatSpan(hoursUntil(at, amount)!));
  return at.month === 0
    ? `${span} into a month of ${monthText(at)}`
    : `${span} into the month from ${formatDay(at.from)}, which costs ${monthText(at)}`;
}

function limitEvent(
  forecast: Forecast,
  at: ForecastMonth,
  event: ForecastEvent & { readonly kind: "limit" },
): EventView {
  const { scenario } = forecast;
  const { pool, dimension, usageTier, day } = event;
  if (dimension === "monthly-usage")
    return view(
      day,
      "over",
      `${capital(usageLimitOf(scenario, usageTier))} monthly usage is spent`,
      `${howFar(at, monthlyUsageLimit(scenario, usageTier))}.`,
    );
  const row = at.limits.find(({ demand }) => demand.pool === pool && demand.dimension === dimension)!;
  return view(
    day,
    "over",
    capital(limitIsOver(forecast, event, usageTier)),
    `${formatPercent(row.utilisation)} of it, at the peak.`,
  );
}

function budgetEvent(
  { months, scenario }: Forecast,
  at: ForecastMonth,
  { day }: ForecastEvent & { readonly kind: "budget" },
): EventView {
  const before = months[at.month - 1];
  const fact = `The ${formatUsdText(scenario.monthlyBudgetUsd!)} budget is passed`;
  const far = howFar(at, parseDecimal(scenario.monthlyBudgetUsd!)!);
  return view(day, "over", fact, before ? `${far}; the month before ${monthText(before)}.` : `${far}.`);
}

/** What a month comes to with other models or prices, against what it is. */
function becomes(before: Estimate, after: Estimate): string | null {
  const [was, is] = [before.cost.perMonth, after.cost.perMonth];
  return was && is ? `${wholeUsdText(was)} a month of today’s traffic becomes ${wholeUsdText(is)}` : null;
}

/** What goes on from a shutdown: the successor, or nothing; of a forecast that is not continued, the model itself. */
function goesOn({ changes }: Forecast, { model, on }: ForecastEvent & { readonly kind: "shutdown" }): string {
  const change = changes.find((one) => one.model === model && one.on === on);
  if (!change) return "Its last prices are counted on here.";
  return change.goesOn
    ? `From then on ${change.successor}, its successor, is counted.`
    : `${capital(nothingNamed([change]))}: this forecast ends here.`;
}

/** What to move to from a model that is entered, at today’s traffic: the same advice as on Plan. */
function adviceOn({ scenario }: Forecast, model: string): Pick<EventView, "attempts"> & { readonly text: string } {
  const facts = factsOf(scenario).get(model);
  if (!facts) return { text: "", attempts: [] };
  const { text, moves } = adviceView(scenario, [facts]);
  return { text: ` At today’s traffic: ${text}`, attempts: moves };
}

/** A shutdown, what goes on, and what to move to. */
function shutdownEvent(forecast: Forecast, event: ForecastEvent & { readonly kind: "shutdown" }): EventView {
  const { text, attempts } = adviceOn(forecast, event.model);
  return { ...view(event.on, "ends", `${event.model} ends`, `${goesOn(forecast, event)}${text}`), attempts };
}

/** A model that had ended before the first day and is gone on without. */
function goneEvents(forecast: Forecast): EventView[] {
  return goneBefore(forecast).map(({ model, on, successor }) => {
    const { text, attempts } = adviceOn(forecast, model);
    const counted = `Its successor ${successor} is counted from the first day.`;
    return { ...view(on, "ends", `${model} has ended`, `${counted}${text}`), attempts };
  });
}

function priceEvent(
  forecast: Forecast,
  at: ForecastMonth,
  event: ForecastEvent & { readonly kind: "price" },
): EventView {
  const next = forecast.months[at.month + 1];
  const [was, is] = [at.parts.at(-1)!.base, next?.parts[0]!.base];
  const change = is && is !== was ? becomes(was, is) : null;
  return view(
    event.on,
    "info",
    `A new price of ${event.model} begins`,
    change ? `${change}, counted from ${formatDay(next!.from)}.` : "Counted from the next month that begins.",
  );
}

/** An event of a month in words. */
export function eventView(forecast: Forecast, at: ForecastMonth, event: ForecastEvent): EventView {
  switch (event.kind) {
    case "limit":
      return limitEvent(forecast, at, event);
    case "budget":
      return budgetEvent(forecast, at, event);
    case "shutdown":
      return shutdownEvent(forecast, event);
    case "price":
      return priceEvent(forecast, at, event);
  }
}

/** The first month in which no request can run. */
function refusedEvent({ months }: Forecast): EventView[] {
  const at = months.find(isRefused);
  if (!at) return [];
  const next = months.find((month) => month.month > at.month && !isRefused(month));
  const until = next ? `Until ${formatDay(next.from)}.` : "In no month of this forecast.";
  return [view(at.from, "over", capital(refusalText(at)), until)];
}

/** The months in which the usage tier rises. */
function tierEvents({ scenario, months }: Forecast): EventView[] {
  return months.flatMap((at, index) => {
    const before = months[index - 1]?.usageTier ?? scenario.usageTier;
    if (at.usageTier === before) return [];
    const needs = formatUsdText(tierFacts(at.usageTier).reachedAfterUsd!);
    return view(
      at.from,
      "ok",
      `${capital(formatTier(at.usageTier))} reached`,
      `${needs} paid in all; usage limit ${usageLimitText(scenario, at.usageTier)}.`,
    );
  });
}

/** What is known not to happen: the models in use at the end of which no end is announced. */
function noShutdown({ months }: Forecast): EventView[] {
  const lasting = [...months.at(-1)!.parts.at(-1)!.base.facts.values()].filter(
    ({ model }) => model && !model.retirement,
  );
  if (lasting.length === 0) return [];
  const names = lasting.map(({ pool }) => pool);
  const some = names.length > 2 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(" and ");
  return [
    {
      ...view("", "none", `No shutdown is announced for ${some}`, ""),
      key: "no shutdown",
      on: null,
      day: "no day",
      isQuiet: true,
    },
  ];
}

/** What would come after the forecast ends: the first limit or budget that its growth passes then. */
function later({ months, scenario }: Forecast, further: Forecast): EventView[] {
  const known = new Set(months.flatMap(({ events }) => events.map(keyOf)));
  const end = monthsAfter(scenario.asOf, months.length);
  for (const at of further.months.slice(months.length))
    for (const event of at.events) {
      if ((event.kind !== "limit" && event.kind !== "budget") || known.has(keyOf(event))) continue;
      const what =
        event.kind === "budget"
          ? "The budget"
          : event.dimension === "monthly-usage"
            ? capital(usageLimitOf(scenario, event.usageTier))
            : `${capital(limitName(further, event.pool, event.dimension))} of ${formatTier(event.usageTier)}`;
      const after = wholeMonthsBetween(end, event.day);
      const when = after === 0 ? "less than a month" : formatCount(BigInt(after), "month");
      const detail = `Month ${at.month + 1}, ${when} after this forecast ends.`;
      return [{ ...view(event.day, "info", `${what} would be passed`, detail), isQuiet: true }];
    }
  return [];
}

const keyOf = (event: ForecastEvent): string =>
  event.kind === "limit" ? `${event.pool} ${event.dimension} ${event.usageTier}` : event.kind;

/** By day; a shutdown is at the beginning of its day. */
const orderOf = ({ on, mark }: EventView): string => `${on}${mark === "ends" ? 0 : 1}`;

/**
 * What happens in a forecast, in order, with the usage tiers reached; then what `further`, the same forecast over more
 * months, meets first, and the models of which no end is announced.
 */
export function eventViews(forecast: Forecast, further: Forecast): EventView[] {
  const { months } = forecast;
  const dated = [
    ...goneEvents(forecast),
    ...refusedEvent(forecast),
    ...months.flatMap((at) =>
      at.events
        // What a request that cannot run would ask of the limits says nothing.
        .filter(({ kind }) => kind !== "limit" || !isRefused(at))
        .map((event) => eventView(forecast, at, event)),
    ),
    ...tierEvents(forecast),
  ].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : Number(orderOf(a) > orderOf(b))));
  return [...dated, ...(forecast.endsOn ? [] : later(forecast, further)), ...noShutdown(forecast)];
}
