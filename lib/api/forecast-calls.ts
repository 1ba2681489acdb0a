import { refusal, type Issue } from "@/lib/fields";
import { continuedForecast, forecast, monthsAfter } from "@/lib/forecast";
import { readLink } from "@/lib/link";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { ok, refuse, type Answer } from "./answer";
import { queryPieces, readJson, refusePieces, type Body } from "./body";
import { toForecastJson } from "./forecast-json";

const WITHOUT_GROWTH: Issue = {
  path: "growth",
  message: "growth: missing; give how the requests grow, such as {percentPerMonth: 8, months: 24}",
};

/** Days are written with a year of four digits, so no month may begin after 9999. */
function pastAllYears({ asOf, growth }: Scenario): Issue[] {
  if (!growth || monthsAfter(asOf, growth.months - 1).length === asOf.length) return [];
  return [{ path: "growth.months", message: refusal("months", growth.months, "months that begin by 9999-12-31") }];
}

function answer(input: unknown, faults: readonly Issue[], cached: boolean): Answer {
  const parsed = checkScenario(input);
  const scenario = "scenario" in parsed ? parsed.scenario : null;
  const issues = [
    ...faults,
    ...("issues" in parsed ? parsed.issues : []),
    ...(scenario && !scenario.growth ? [WITHOUT_GROWTH] : []),
    ...(scenario ? pastAllYears(scenario) : []),
  ];
  if (!scenario?.growth || issues.length > 0)
    return refuse(422, "invalid-scenario", "This is not a valid scenario with growth.", issues);
  const { growth } = scenario;
  return ok(toForecastJson(forecast(scenario, growth), continuedForecast(scenario, growth)), cached);
}

/**
 * `GET /api/v1/forecast`: the query of a link with growth in, its months out. Strict: every part that cannot be read is
 * a fault.
 */
export function forecastByLink(query: string): Answer {
  const link = readLink(query.replace(/^\?/, ""));
  return answer(link.input, link.faults, true);
}

/** `POST /api/v1/forecast`: a scenario with growth as JSON in. The query holds nothing. */
export function forecastByBody(body: Body, query: string): Answer {
  const read = readJson(body);
  if ("refusal" in read) return read.refusal;
  const strange = refusePieces(queryPieces(query), " beside a body; give nothing");
  return answer(read.input, strange, false);
}
