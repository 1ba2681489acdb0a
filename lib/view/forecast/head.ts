import { growthThatFits, type Forecast, type JustFits } from "@/lib/forecast";
import type { Scenario } from "@/lib/scenario";
import { verdictText, type HeadFigure } from "@/lib/view/estimate";
import { formatDay, plainText } from "@/lib/view/text";
import { listed, workloadName } from "@/lib/view/names";
import { monthBand, totalBand } from "./band";
import { partsText } from "./changes";
import { fitsName, fitsText } from "./fits";
import { forecastVerdict } from "./verdict";
import { forecastFigure, growthText, monthFigure, monthsText, wholeUsdText } from "./words";

/** A figure of the head, with its range under it. */
type ForecastHeadFigure = HeadFigure & { readonly remark?: string };

const withRemark = (figure: HeadFigure, remark: string | null): ForecastHeadFigure =>
  remark === null ? figure : { ...figure, remark };

/** What a growth that just fits goes by. */
function fitsRemark(forecast: Forecast, row: JustFits): string {
  const name = fitsName(forecast, row).toLowerCase();
  if (row.percentPerMonth === null) return `${name}: over already`;
  return fitsText(row) === "any" ? "up to 300\u202f% a month" : `a month, by ${name}`;
}

/** What all months are called: `24 months in all`, `To 1 Apr 2027 in all` where nothing goes on. */
const allLabel = ({ months, endsOn }: Forecast): string =>
  endsOn ? `To ${formatDay(endsOn)} in all` : `${monthsText({ months: months.length })} in all`;

/** The head figures; the first one is the large one. */
export function forecastKeys(forecast: Forecast): ForecastHeadFigure[] {
  const { months } = forecast;
  const [first, last] = [months[0]!, months.at(-1)!];
  const totalTo = (count: number) =>
    forecastFigure(
      months[count - 1]!.cumulative ? wholeUsdText(months[count - 1]!.cumulative) : "no price",
      "total",
      count - 1,
    );
  const [least] = growthThatFits(forecast);
  return [
    withRemark({ label: allLabel(forecast), figure: totalTo(months.length) }, totalBand(forecast, months.length)),
    withRemark(
      { label: "First month", figure: monthFigure(first) },
      partsText(forecast, first) ?? monthBand(forecast, 0),
    ),
    ...(months.length > 1
      ? [
          withRemark(
            { label: "Last month", figure: monthFigure(last) },
            partsText(forecast, last) ?? monthBand(forecast, last.month),
          ),
        ]
      : []),
    ...(months.length > 12
      ? [withRemark({ label: "Next 12 months", figure: totalTo(12) }, totalBand(forecast, 12))]
      : []),
    ...(least
      ? [
          withRemark(
            {
              label: "Growth that just fits",
              figure: forecastFigure(fitsText(least), "fits", 0),
            },
            fitsRemark(forecast, least),
          ),
        ]
      : []),
  ];
}

/** What the forecast is of: the title of the scenario, else its workloads; of many, how many. */
function subject(scenario: Scenario): string {
  const { title, workloads } = scenario;
  if (title) return title;
  return workloads.length > 3
    ? `${workloads.length} workloads`
    : listed(workloads.map((_, index) => workloadName(scenario, index)));
}

/** `Support bot, 24 months at 8 % a month`. */
export const forecastContext = ({ scenario, growth }: Forecast): string =>
  `${subject(scenario)}, ${monthsText(growth)} at ${growthText(growth.percentPerMonth)} a month`;

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

/** Title and description of the page, so that a pasted link says when. */
export function forecastTitle(forecast: Forecast): { readonly title: string; readonly description: string } {
  const verdict = forecastVerdict(forecast);
  const lead = plainText(verdict.lead).replace(/\.$/, "");
  const name = forecast.scenario.title;
  return {
    title: plain(`${name ? `${name}: ` : ""}${lead}`),
    description: plain(
      `${forecastContext(forecast)}. ${[verdictText(verdict), ...verdict.asides].join(" ")}`.replace(/\s+/g, " "),
    ),
  };
}

/** What a screen reader is told after an edit. */
export const forecastAnnouncement = (forecast: Forecast): string => verdictText(forecastVerdict(forecast));
