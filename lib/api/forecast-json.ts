import { CHECKED_ON } from "@/lib/catalogue";
import { growthThatFits, type Forecast, type ForecastEvent, type ForecastMonth } from "@/lib/forecast";
import { encodeLink } from "@/lib/link";
import { poolOf, type Scenario } from "@/lib/scenario";
import { eventView } from "@/lib/view/forecast";
import { limitJson, usdText, verdictJson } from "./estimate-json";
import type { ForecastJson } from "./forecast-schema";
import { sourcesOfAll } from "./sources";

type MonthJson = ForecastJson["rows"][number];
type EventJson = MonthJson["events"][number];

/** The code of an event and what it is about. */
function placeOf({ workloads }: Scenario, event: ForecastEvent): Pick<EventJson, "code" | "path"> {
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
      const index = workloads.findIndex(({ model }) => poolOf(model) === event.model);
      return { code: event.kind === "price" ? "price-begins" : "model-retires", path: `workloads.${index}.model` };
    }
  }
}

function toEventJson(forecast: Forecast, month: ForecastMonth, event: ForecastEvent): EventJson {
  const { fact, detail } = eventView(forecast, month, event);
  return { ...placeOf(forecast.scenario, event), on: event.on, message: `${fact}. ${detail}` };
}

/** A month’s cost; with ranges an object of the central amount and its quantiles. */
function toCostJson({ band }: Forecast, { month, perMonth }: ForecastMonth): MonthJson["perMonthUsd"] {
  const central = usdText(perMonth);
  const range = band?.[month];
  if (central === null || !range) return central;
  const text = (value: number) => usdText({ n: BigInt(Math.round(value * 1e6)), d: 1_000_000n })!;
  return { central, p10: text(range.p10), p50: text(range.p50), p90: text(range.p90) };
}

/** A forecast as the API answers it. */
export function toForecastJson(forecast: Forecast): ForecastJson {
  const { scenario, months } = forecast;
  return {
    scenario,
    link: encodeLink(scenario, "/forecast"),
    catalogue: {
      checkedOn: CHECKED_ON,
      sources: sourcesOfAll(
        months.map(({ base, usageTier }) => ({ ...base, scenario: { ...base.scenario, usageTier } })),
      ),
    },
    rows: months.map((month) => {
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
    }),
    growthThatFits: growthThatFits(forecast).map(({ limit, percentPerMonth }) => ({ limit, percentPerMonth })),
  };
}
