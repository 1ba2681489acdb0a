import { refusal, type Issue } from "@/lib/fields";
import { readLink } from "@/lib/link";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { ok, refuse, type Answer } from "./answer";
import { readJson, refusePieces, type Body } from "./body";
import { toComparisonJson } from "./compare-json";

const KEY = "workload";

/** Which workload a query asks for, apart from the rest of it. */
interface WorkloadQuery {
  /** As it is written; none: all workloads. */
  readonly values: readonly string[];
  /** The pieces of the query about anything else, as they came. */
  readonly rest: readonly string[];
}

function takeWorkload(query: string): WorkloadQuery {
  const values: string[] = [];
  const rest: string[] = [];
  for (const piece of query.replace(/^\?/, "").split("&")) {
    const value = new URLSearchParams(piece).get(KEY);
    if (value === null) rest.push(piece);
    else values.push(value);
  }
  return { values, rest };
}

/** The place of the workload asked for; of several, or of one that is not there, a fault. */
function readPlace(values: readonly string[], { workloads }: Scenario): number | null | Issue {
  const [value, ...more] = values;
  if (value === undefined) return null;
  const place = /^(0|[1-9]\d?)$/.test(value) ? Number(value) : Infinity;
  const last = workloads.length - 1;
  const accepted = `the place of one workload, ${last === 0 ? "0" : `0 to ${last}`}, once, or nothing for all`;
  if (more.length > 0) return { path: KEY, message: refusal(KEY, more[0], accepted) };
  return place <= last ? place : { path: KEY, message: refusal(KEY, value, accepted) };
}

function answer(input: unknown, values: readonly string[], faults: readonly Issue[], cached: boolean): Answer {
  const parsed = checkScenario(input);
  const scenario = "scenario" in parsed ? parsed.scenario : null;
  const place = scenario ? readPlace(values, scenario) : null;
  const misplaced = place !== null && typeof place === "object" ? [place] : [];
  const issues = [...faults, ...("issues" in parsed ? parsed.issues : []), ...misplaced];
  if (!scenario || (place !== null && typeof place === "object") || issues.length > 0)
    return refuse(422, "invalid-scenario", "This is not a valid scenario.", issues);
  return ok(toComparisonJson(scenario, place), cached);
}

/**
 * `GET /api/v1/compare`: the query of a link in, the scenario on every model out. `workload` beside it names the
 * one that moves. Strict: every part that cannot be read is a fault.
 */
export function compareByLink(query: string): Answer {
  const { values, rest } = takeWorkload(query);
  const link = readLink(rest.join("&"));
  return answer(link.input, values, link.faults, true);
}

/** `POST /api/v1/compare`: a scenario as JSON in. The query may hold `workload`, and nothing else. */
export function compareByBody(body: Body, query: string): Answer {
  const read = readJson(body);
  if ("refusal" in read) return read.refusal;
  const { values, rest } = takeWorkload(query);
  const strange = refusePieces(rest.filter(Boolean), " beside a body; give workload=N or nothing");
  return answer(read.input, values, strange, false);
}
