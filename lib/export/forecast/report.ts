import { forecastAndFurther, growthThatFits, type Forecast } from "@/lib/forecast";
import { divide, exact, fromNumber, parseDecimal, toNumber } from "@/lib/money";
import {
  allowedIn,
  eventViews,
  fitsView,
  forecastContext,
  forecastKeys,
  forecastSources,
  forecastVerdict,
  growthText,
  monthsView,
  requestsOfMonth,
} from "@/lib/view/forecast";
import { forecastWorkingOf } from "@/lib/view/working";
import { formatUsdText, UNKNOWN } from "@/lib/view/text";
import { entered, exactly, fact, ratio, usd, words } from "../cells";
import { ownBlocks } from "../inputs/own";
import { settingFacts, settingsBlock } from "../inputs/settings";
import { workloadsBlock } from "../inputs/workloads";
import type { Cell, Report, ReportTable, ValueList } from "../report";
import { reportVerdict, scenarioTitle, workingBlock } from "../shared";
import { plainSpaces } from "../words";

const NAMES: Readonly<Record<string, string>> = {
  "First month": "first_month_usd",
  "Last month": "last_month_usd",
  "Next 12 months": "first_12_months_usd",
  "Growth that just fits": "growth_that_fits_percent",
};

/** The head figures, each exactly. */
function totals(forecast: Forecast): ValueList {
  const { months } = forecast;
  const amounts: Readonly<Record<string, Cell["value"]>> = Object.fromEntries(
    forecastKeys(forecast).map(({ label, figure: { work } }) => {
      const at = work.of === "forecast" ? months[work.at] : undefined;
      if (work.of !== "forecast" || !at) return [label, null];
      if (work.figure === "fits")
        return [label, String(growthThatFits(forecast)[work.at]?.percentPerMonth ?? "") || null];
      return [label, usd(work.figure === "total" ? at.cumulative : at.perMonth).value ?? null];
    }),
  );
  return {
    key: "totals",
    title: "What it comes to",
    facts: forecastKeys(forecast).map(({ label, figure, remark }) =>
      fact(
        NAMES[label] ?? "in_all_usd",
        label,
        words(
          remark && !label.startsWith("Growth") ? `${figure.text}, ${remark}` : figure.text,
          amounts[label] ?? null,
        ),
      ),
    ),
  };
}

/** How it grows, as entered. */
function growthBlock({ growth }: Forecast): ValueList {
  const { percentPerMonth, months, paidUsd, tierFollows } = growth;
  return {
    key: "growth",
    title: "Growth",
    facts: [
      fact("percent_per_month", "Growth a month", words(growthText(percentPerMonth), String(percentPerMonth))),
      fact("months", "Months", entered(months)),
      fact(
        "paid_usd",
        "Paid so far",
        paidUsd === undefined ? words("not entered", null) : exactly(formatUsdText(paidUsd), parseDecimal(paidUsd)),
      ),
      fact(
        "tier_follows",
        "Usage tier follows what is paid",
        words(tierFollows ? "yes" : "no", String(tierFollows ?? false)),
      ),
    ],
  };
}

/** Every month: what the table of the page shows, each figure exactly. */
function monthsBlock(forecast: Forecast): ReportTable {
  const { finding, rows, against, hasBand } = monthsView(forecast);
  const { months, band } = forecast;
  const hasNotes = rows.some(({ note }) => note !== null);
  return {
    key: "months",
    title: finding,
    columns: [
      { name: "month", label: "Month", isNumeric: true },
      { name: "from", label: "From" },
      { name: "requests_per_minute", label: "Requests a minute", isNumeric: true },
      { name: "usage_tier", label: "Tier" },
      { name: "per_month_usd", label: "A month", isNumeric: true },
      ...(hasBand
        ? [
            { name: "p10_to_p90", label: "p10 to p90", isNumeric: true },
            { name: "p10_usd", label: "p10", isForPrograms: true },
            { name: "p90_usd", label: "p90", isForPrograms: true },
          ]
        : []),
      { name: "cumulative_usd", label: "In all", isNumeric: true },
      { name: "utilisation", label: `Of the ${against}`, isNumeric: true },
      { name: "fits", label: "Fits" },
      { name: "binds_first", label: "Binds first" },
      { name: "headroom", label: "Headroom", isNumeric: true },
      ...(hasNotes ? [{ name: "note", label: "In it", isProse: true }] : []),
    ],
    rows: months.map((month, index) => {
      const row = rows[index]!;
      const allowed = allowedIn(forecast, month);
      const share = month.perMonth && allowed.n > 0n ? toNumber(divide(month.perMonth, allowed)) : null;
      const range = band?.[index];
      return {
        cells: [
          entered(index + 1),
          words(row.from, month.from),
          exactly(row.requests.text, requestsOfMonth(forecast, month)),
          words(row.tier.text, String(month.usageTier)),
          usd(month.perMonth, row.cost.text),
          ...(range ? [words(row.band!), ratio(range.p10, row.band!), ratio(range.p90, row.band!)] : []),
          usd(month.cumulative, row.total.text),
          { ...ratio(share, row.share?.text ?? UNKNOWN), ...(row.isOver && { tone: "over" as const }) },
          month.fits === null ? words("cannot be told", null) : words(month.fits ? "yes" : "no", String(month.fits)),
          words(row.bindsFirst, month.bindsFirst?.dimension ?? null),
          ratio(month.scaleAtLimit, row.headroom?.text ?? UNKNOWN),
          ...(hasNotes ? [words(row.note ?? "", row.note)] : []),
        ],
      };
    }),
  };
}

/** What growth would just fit. */
function fitsBlock(forecast: Forecast): ReportTable {
  const fits = growthThatFits(forecast);
  return {
    key: "growth_that_fits",
    title: "What growth would just fit",
    columns: [
      { name: "limit", label: "Limit" },
      { name: "about", label: "Of", isProse: true },
      { name: "percent_per_month", label: "A month", isNumeric: true },
    ],
    rows: fitsView(forecast).rows.map(({ key, at, name, about, figure, isOver }) => {
      const percent = fits[at]!.percentPerMonth;
      const cell = percent === null ? words(figure.text, null) : exactly(figure.text, signed(percent));
      return { cells: [words(name, key), words(about), { ...cell, ...(isOver && { tone: "over" as const }) }] };
    }),
  };
}

/** A percentage, which may be below zero, as a fraction. */
const signed = (percent: number) => {
  const { n, d } = fromNumber(Math.abs(percent));
  return exact(percent < 0 ? -n : n, d);
};

/** What happens, in order. */
function eventsBlock(forecast: Forecast): ReportTable {
  const { further } = forecastAndFurther(forecast.scenario, forecast.growth);
  return {
    key: "events",
    title: "What happens, in order",
    columns: [
      { name: "on", label: "Day" },
      { name: "event", label: "What", isProse: true },
      { name: "detail", label: "", isProse: true },
    ],
    rows: eventViews(forecast, further).map(({ on, day, fact: what, detail }) => ({
      cells: [words(day, on), words(what), words(detail)],
    })),
  };
}

/** Forecast as a report; `link` is the whole address of the scenario. `null`: no growth is entered. */
export function forecastReport(forecast: Forecast | null, link: string): Report | null {
  if (!forecast) return null;
  const { scenario } = forecast;
  return {
    page: "forecast",
    title:
      scenario.title ||
      plainSpaces(forecastContext({ ...forecast, scenario: { ...scenario, title: scenarioTitle(scenario) } })),
    day: scenario.asOf,
    link,
    verdict: reportVerdict(forecastVerdict(forecast)),
    totals: totals(forecast),
    fit: null,
    inputs: [
      growthBlock(forecast),
      workloadsBlock(scenario),
      settingsBlock(settingFacts(scenario)),
      ...ownBlocks(scenario),
    ],
    blocks: [
      eventsBlock(forecast),
      fitsBlock(forecast),
      monthsBlock(forecast),
      workingBlock(
        forecastKeys(forecast).map(({ figure: { work } }) =>
          work.of === "forecast" ? forecastWorkingOf(work, forecast) : null,
        ),
      ),
    ],
    notes: [],
    sources: forecastSources(forecast),
  };
}
