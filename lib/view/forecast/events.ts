import { usageTier as tierFacts, type Day } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { type Forecast, type ForecastEvent, type ForecastMonth } from "@/lib/forecast";
import { type AdviceMove, adviceView } from "@/lib/view/advice";
import { capital } from "@/lib/view/names";
import { formatDay, formatPercent, formatSpan, formatTier, formatUsdText } from "@/lib/view/text";
import { daySpent, isRefused, refusalText } from "./stops";
import { hoursUntilSpent, limitName, monthText, usageLimitOf, usageLimitText, wholeUsdText } from "./words";

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

function limitEvent(
  forecast: Forecast,
  at: ForecastMonth,
  event: ForecastEvent & { readonly kind: "limit" },
): EventView {
  const { scenario } = forecast;
  const { pool, dimension, usageTier } = event;
  if (dimension === "monthly-usage") {
    const hours = hoursUntilSpent(forecast, at)!;
    return view(
      daySpent(forecast, at),
      "over",
      `${capital(usageLimitOf(scenario, usageTier))} monthly usage is spent`,
      `${capital(formatSpan(hours))} into a month of ${monthText(at)}.`,
    );
  }
  const row = at.limits.find(({ demand }) => demand.pool === pool && demand.dimension === dimension)!;
  return view(
    at.from,
    "over",
    `${capital(limitName(forecast, pool, dimension))} ${dimension === "batch-queue" ? "is" : "are"} over ${formatTier(usageTier)}’s limit`,
    `${formatPercent(row.utilisation)} of it, at the peak.`,
  );
}

function budgetEvent({ months }: Forecast, at: ForecastMonth): EventView {
  const before = months[at.month - 1];
  return view(
    at.from,
    "over",
    `The month costs ${monthText(at)}, over the budget`,
    before ? `The month before: ${monthText(before)}.` : "So does every month from the first on.",
  );
}

/** What a month comes to with other models or prices, against what it is. */
function becomes(before: Estimate, after: Estimate): string | null {
  const [was, is] = [before.cost.perMonth, after.cost.perMonth];
  return was && is ? `${wholeUsdText(was)} a month of today’s traffic becomes ${wholeUsdText(is)}` : null;
}

/** A shutdown, and what to move to at today’s traffic: the same advice as on Plan. */
function shutdownEvent(
  { scenario, months }: Forecast,
  { base }: ForecastMonth,
  event: ForecastEvent & { readonly kind: "shutdown" },
): EventView {
  const facts = months[0]!.base.facts.get(event.model) ?? base.facts.get(event.model)!;
  const { text, moves } = adviceView(scenario, [facts]);
  return { ...view(event.on, "ends", `${event.model} ends`, `At today’s traffic: ${text}`), attempts: moves };
}

function priceEvent(
  forecast: Forecast,
  at: ForecastMonth,
  event: ForecastEvent & { readonly kind: "price" },
): EventView {
  const next = forecast.months[at.month + 1];
  const change = next && next.base !== at.base ? becomes(at.base, next.base) : null;
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
      return budgetEvent(forecast, at);
    case "shutdown":
      return shutdownEvent(forecast, at, event);
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

/** What is known not to happen: the models in use of which no end is announced. */
function noShutdown({ months }: Forecast): EventView[] {
  const lasting = [...months[0]!.base.facts.values()].filter(({ model }) => model && !model.retirement);
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
function later({ months }: Forecast, further: Forecast): EventView[] {
  const known = new Set(months.flatMap(({ events }) => events.map(keyOf)));
  for (const at of further.months.slice(months.length))
    for (const event of at.events) {
      if ((event.kind !== "limit" && event.kind !== "budget") || known.has(keyOf(event))) continue;
      const after = at.month - months.length + 1;
      const what =
        event.kind === "budget"
          ? "The budget"
          : event.dimension === "monthly-usage"
            ? capital(usageLimitOf(further.scenario, event.usageTier))
            : `${capital(limitName(further, event.pool, event.dimension))} of ${formatTier(event.usageTier)}`;
      const detail = `Month ${at.month + 1}, ${after === 1 ? "the first" : `${after} months`} after this forecast ends.`;
      return [{ ...view(at.from, "info", `${what} would be passed`, detail), isQuiet: true }];
    }
  return [];
}

const keyOf = (event: ForecastEvent): string =>
  event.kind === "limit" ? `${event.pool} ${event.dimension} ${event.usageTier}` : event.kind;

/**
 * What happens in a forecast, in order, with the usage tiers reached; then what `further`, the same forecast over more
 * months, meets first, and the models of which no end is announced.
 */
export function eventViews(forecast: Forecast, further: Forecast): EventView[] {
  const { months } = forecast;
  const dated = [
    ...refusedEvent(forecast),
    ...months.flatMap((at) =>
      at.events
        // What a request that cannot run would ask of the limits says nothing.
        .filter(({ kind }) => kind !== "limit" || !isRefused(at))
        .map((event) => eventView(forecast, at, event)),
    ),
    ...tierEvents(forecast),
  ].toSorted((a, b) => (a.on! < b.on! ? -1 : Number(a.on! > b.on!)));
  return [...dated, ...later(forecast, further), ...noShutdown(forecast)];
}
