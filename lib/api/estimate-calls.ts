import { checkScenario } from "@/lib/scenario";
import { estimate } from "@/lib/estimate";
import { toCsv } from "@/lib/export";
import { readLink } from "@/lib/link";
import { type Issue } from "@/lib/fields";
import { ok, okCsv, refuse, type Answer } from "./answer";
import { readJson, refusePieces, type Body } from "./body";
import { toEstimateJson } from "./estimate-json";
import { chooseFormat, takeFormat, type Format } from "./format";

const INVALID = "This is not a valid scenario.";

function answer(input: unknown, faults: readonly Issue[], format: Format, cached: boolean): Answer {
  const parsed = checkScenario(input);
  const issues = [...faults, ...("issues" in parsed ? parsed.issues : [])];
  if (!("scenario" in parsed) || issues.length > 0) return refuse(422, "invalid-scenario", INVALID, issues);
  const result = estimate(parsed.scenario);
  const sent = format === "csv" ? okCsv(toCsv(result), cached) : ok(toEstimateJson(result), cached);
  return { ...sent, headers: { ...sent.headers, Vary: "Accept" } };
}

/**
 * `GET /api/v1/estimate`: the query of a link in, its estimate out. `query` with or without its `?`; strict:
 * every part that cannot be read is a fault.
 */
export function estimateByLink(query: string, accept: string | null): Answer {
  const taken = takeFormat(query);
  const link = readLink(taken.rest.join("&"));
  return answer(link.input, [...taken.faults, ...link.faults], chooseFormat(taken.format, accept), true);
}

/**
 * `POST /api/v1/estimate`: a scenario as JSON in, its estimate out. The query may hold `format`, and nothing
 * else.
 */
export function estimateByBody(body: Body, query: string, accept: string | null): Answer {
  const read = readJson(body);
  if ("refusal" in read) return read.refusal;
  const taken = takeFormat(query);
  const strange = refusePieces(taken.rest.filter(Boolean), " beside a body; give format=json, format=csv or nothing");
  return answer(read.input, [...taken.faults, ...strange], chooseFormat(taken.format, accept), false);
}
