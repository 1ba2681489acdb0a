import type { Metadata } from "next";
import { ApiPage } from "@/components/api/api-page";
import {
  compareByLink,
  estimateByLink,
  EXAMPLE_GROWTH,
  EXAMPLE_BODIES,
  EXAMPLE_LINK,
  FAILURES,
  forecastByBody,
  MOST_BYTES,
  MOST_GENERATED,
  MOST_SIMULATE_BYTES,
  rangeByBody,
  schemaTables,
  simulateByBody,
  type Answer,
} from "@/lib/api";
import type { ComparisonJson, EstimateJson, ForecastJson, RangeJson } from "@/lib/api/schema";
import { MOST_TRACE_REQUESTS } from "@/lib/usage";

export const metadata: Metadata = {
  title: "API: the same estimate over HTTP",
  description:
    "What an OpenAI workload costs and whether it fits its rate limits, for scripts and spreadsheets: calls with examples that run, every field, the grammar of links, errors. No key, no state.",
};

const bodyOf = ({ body }: Answer): unknown => JSON.parse(body!);
const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** A workload on one line, without what is a default. */
function short(workload: object): string {
  const own = Object.entries(workload).filter(([, value]) => value !== 0 && value !== 1 && value !== "standard");
  return `{${own.map(([field, value]) => `${JSON.stringify(field)}: ${JSON.stringify(value)}`).join(", ")}}`;
}

/** A month without its limits. */
function shortMonth({ limits: _limits, ...month }: ForecastJson["rows"][number]) {
  return month;
}

const EXAMPLE_BODY = { bytes: new TextEncoder().encode(JSON.stringify(EXAMPLE_GROWTH)) };

export default function Page() {
  const answer = bodyOf(estimateByLink(EXAMPLE_LINK.slice(1), null)) as EstimateJson;
  const { scenario, cost, fit } = answer;
  const comparison = bodyOf(compareByLink(EXAMPLE_LINK.slice(1))) as ComparisonJson;
  const months = bodyOf(forecastByBody(EXAMPLE_BODY, "")) as ForecastJson;
  const ranges = { bytes: new TextEncoder().encode(JSON.stringify(EXAMPLE_BODIES.ranges)) };
  const { scenario: _, catalogue: _sources, ...ranged } = bodyOf(rangeByBody(ranges, "")) as RangeJson;
  return (
    <ApiPage
      tables={{
        request: schemaTables([
          "Scenario",
          "Workload",
          "Ranges",
          "ModelOverride",
          "OwnPrice",
          "OwnLimits",
          "Backlog",
          "Growth",
          "Variant",
        ]),
        answer: schemaTables([
          "Estimate",
          "Cost",
          "WorkloadCost",
          "LineItem",
          "LimitRow",
          "Fit",
          "RatesVerdict",
          "TierVerdict",
          "Note",
          "CitedSource",
          "VariantEstimate",
          "VariantDifference",
          "VariantAgainstBase",
        ]),
        comparison: schemaTables(["Comparison", "CompareRow"]),
        forecast: schemaTables([
          "Forecast",
          "ForecastMonth",
          "MonthRange",
          "ForecastEvent",
          "GrowthThatFits",
          "ContinuedForecast",
          "ModelChange",
        ]),
        range: schemaTables(["Range", "FitShare", "Driver"]),
        simulation: schemaTables(["SimulateRequest", "TraceRequest", "Simulation", "WaitMs", "PoolRun", "Minute"]),
        catalogue: schemaTables(["Catalogue", "CatalogueModel", "Model"]),
        error: schemaTables(["Error", "Issue"]),
      }}
      trace={{
        body: pretty(EXAMPLE_BODIES.trace),
        answer: pretty(
          bodyOf(simulateByBody({ bytes: new TextEncoder().encode(JSON.stringify(EXAMPLE_BODIES.trace)) })),
        ),
      }}
      range={{ body: pretty(EXAMPLE_BODIES.ranges), answer: pretty(ranged) }}
      example={{
        link: EXAMPLE_LINK,
        workload: new URLSearchParams(EXAMPLE_LINK.slice(2)).get("w")!,
        scenario: `{\n  "title": ${JSON.stringify(scenario.title)},\n  "usageTier": ${scenario.usageTier},\n  "workloads": [\n    ${scenario.workloads.map(short).join(",\n    ")}\n  ]\n}`,
        head: pretty({
          month: cost.perMonthUsd,
          fits: fit.fits,
          bindsFirst: fit.bindsFirst,
          minimumUsageTier: fit.minimumUsageTier,
        }),
        answer: pretty(answer),
        row: pretty(comparison.rows[0]),
        month: pretty(shortMonth(months.rows.at(-1)!)),
        csv: estimateByLink(`${EXAMPLE_LINK.slice(1)}&format=csv`, null).body!.trimEnd(),
      }}
      failures={{
        statuses: Object.entries(FAILURES).map(([status, failure]) => ({
          status: Number(status),
          meaning: failure.meaning,
          body: pretty(bodyOf(failure.answer())),
        })),
        faultyBody: EXAMPLE_BODIES.faulty,
      }}
      most={{
        bytes: MOST_BYTES,
        simulateBytes: MOST_SIMULATE_BYTES,
        traceRequests: MOST_TRACE_REQUESTS,
        generatedRequests: MOST_GENERATED,
      }}
    />
  );
}
