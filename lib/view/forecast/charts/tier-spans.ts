import { usageTier as tierFacts } from "@/lib/catalogue";
import type { Forecast, ForecastMonth } from "@/lib/forecast";
import { monthlyUsageLimit } from "@/lib/limits";
import { toNumber } from "@/lib/money";
import { formatDay, formatUsdText } from "@/lib/view/text";
import { usageLimitOf, usageLimitText } from "../words";

/** The months that have one usage tier: `from` and `to` are months, `to` exclusive. */
export interface TierSpan {
  readonly from: number;
  readonly to: number;
  readonly tier: string;
  /** `from 27 Dec 2026: reached after $1,000 paid in all`; shorter ones follow. */
  readonly texts: readonly string[];
  readonly usageLimit: number;
  /** The runs of months over the usage limit, `to` exclusive. */
  readonly over: readonly (readonly [from: number, to: number])[];
  /** Names the stair of its usage limit. */
  readonly limitText: string;
}

/** The runs of months that are over their usage limit. */
function runsOver(months: readonly ForecastMonth[]): (readonly [number, number])[] {
  const over = months.filter(({ limits }) => limits.at(-1)!.over).map(({ month }) => month);
  const starts = over.filter((month) => !over.includes(month - 1));
  const ends = over.filter((month) => !over.includes(month + 1));
  return starts.map((from, index) => [from, ends[index]! + 1]);
}

/** The day on which the usage limit of a tier is spent for the first time; `null` where it never is. */
function daySpentAt(months: readonly ForecastMonth[]): string | null {
  for (const { events } of months)
    for (const event of events) if (event.kind === "limit" && event.dimension === "monthly-usage") return event.day;
  return null;
}

/** The months of a forecast by usage tier. */
export function tierSpans({ months, scenario }: Forecast): TierSpan[] {
  const starts = months.filter(({ usageTier, month }) => usageTier !== months[month - 1]?.usageTier);
  return starts.map((first, index): TierSpan => {
    const to = starts[index + 1]?.month ?? months.length;
    const within = months.slice(first.month, to);
    const { usageTier } = first;
    const isRisen = index > 0 || usageTier !== scenario.usageTier;
    const paid = isRisen ? formatUsdText(tierFacts(usageTier).reachedAfterUsd ?? "0") : null;
    const spent = daySpentAt(within);
    const limit = usageLimitOf(scenario, usageTier);
    return {
      from: first.month,
      to,
      tier: usageTier === "free" ? "Free" : String(usageTier),
      texts: paid
        ? [`from ${formatDay(first.from)}: reached after ${paid} paid in all`, `from ${formatDay(first.from)}`]
        : [`usage limit ${usageLimitText(scenario, usageTier)} a month`, usageLimitText(scenario, usageTier)],
      usageLimit: toNumber(monthlyUsageLimit(scenario, usageTier)),
      over: runsOver(within),
      limitText: spent
        ? `${limit}, first spent on ${formatDay(spent)}`
        : `${limit.replace("’s ", "’s usage limit, ")} a month`,
    };
  });
}
