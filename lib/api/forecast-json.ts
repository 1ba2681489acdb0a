import { CHECKED_ON } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { growthThatFits, type Forecast, type ForecastEvent, type ForecastMonth } from "@/lib/forecast";
import { encodeLink } from "@/lib/link";
import { poolOf } from "@/lib/scenario";
import { eventView } from "@/lib/view/forecast";
import { limitJson, usdText, verdictJson } from "./estimate-json";
import type { ForecastJson } from "./forecast-schema";
import { sourcesOfAll } from "./sources";

type MonthJson = ForecastJson["rows"][number];
type EventJson = MonthJson["events"][number];

/** The workload that is on a model, or was on one whose place it takes. */
function modelPath({ scenario, changes }: Pick<Forecast, "scenario" | "changes">, model: string): string {
  const before = changes.find(({ successor, goesOn }) => goesOn && successor === model);
  const index = scenario.workloads.findIndex((workload) => poolOf(workload.model) === model);
  if (index < 0 && before)
    return modelPath({ scenario, changes: changes.filter((one) => one !== before) }, before.model);
  return `workloads.${index}.model`;
}

/** The code of an event and what it is about. */
function placeOf(forecast: Forecast, event: ForecastEvent): Pick<EventJson, "code" | "path"> {
  switch (event.kind) {
    case "limit":
      return {
        code: event.dimension === "monthly-usage" ? "usage-limit-exceeded" : `${event.dimension}-exceeded`,
        path: `limits.${event.pool}.${event.dimension}`,
      };
    case "budget":
      return { code: "budget-exceeded", path: "monthlyBudgetUsd" };
    case "shutdown":
    case "price": {
      return {
        code: event.kind === "price" ? "price-begins" : "model-retires",
        path: modelPath(forecast, event.model),
      };
    }
  }
}

function toEventJson(forecast: Forecast, month: ForecastMonth, event: ForecastEvent): EventJson {
  const { fact, detail } = eventView(forecast, month, event);
  return { ...placeOf(forecast, event), on: event.on, message: `${fact}. ${detail}` };
}

/** A month’s cost; with ranges an object of the central amount and its quantiles. */
function toCostJson({ band }: Forecast, { month, perMonth }: ForecastMonth): MonthJson["perMonthUsd"] {
  const central = usdText(perMonth);
  const range = band?.[month];
  if (central === null || !range) return central;
  const text = (value: number) => usdText({ n: BigInt(Math.round(value * 1e6)), d: 1_000_000n })!;
  return { central, p10: text(range.p10), p50: text(range.p50), p90: text(range.p90) };
}

/** The rows of a forecast. */
function toRows(forecast: Forecast): MonthJson[] {
  return forecast.months.map((month) => {
    const { fits, bindsFirst } = verdictJson(month);
    return {
      month: month.month,
      from: month.from,
      usageTier: month.usageTier,
      perMonthUsd: toCostJson(forecast, month),
      cumulativeUsd: usdText(month.cumulative),
      fits,
      bindsFirst,
      limits: month.limits.map(limitJson),
      events: month.events.map((event) => toEventJson(forecast, month, event)),
    };
  });
}

const toFitsJson = (forecast: Forecast): ForecastJson["growthThatFits"] =>
  growthThatFits(forecast).map(({ limit, percentPerMonth }) => ({ limit, percentPerMonth }));

const estimatesOf = ({ months }: Forecast): Estimate[] =>
  months.map(({ base, usageTier }) => ({ ...base, scenario: { ...base.scenario, usageTier } }));

/** A forecast as the API answers it: of the scenario as entered, and as it goes on where models end. */
export function toForecastJson(forecast: Forecast, continued: Forecast): ForecastJson {
  const { scenario } = forecast;
  return {
    scenario,
    link: encodeLink(scenario, "/forecast"),
    catalogue: {
      checkedOn: CHECKED_ON,
      sources: sourcesOfAll([
        ...estimatesOf(forecast),
        ...(continued.changes.length > 0 ? estimatesOf(continued) : []),
      ]),
    },
    rows: toRows(forecast),
    growthThatFits: toFitsJson(forecast),
    continued:
      continued.changes.length === 0
        ? null
        : {
            changes: [...continued.changes],
            endsOn: continued.endsOn,
            rows: toRows(continued),
            growthThatFits: toFitsJson(continued),
          },
  };
}
