import { chargedRequests, runTraffic, type Simulation } from "@/lib/simulation";
import { ok, refuse, type Answer } from "../answer";
import { queryPieces, readJson, refusePieces, type Body } from "../body";
import { toSimulationJson } from "./json";
import { simulationNotes } from "./notes";
import { checkSimulateRequest, isLive, type SimulateRequest } from "./request";

/** The most bytes a body may have: 16 MiB. */
export const MOST_SIMULATE_BYTES = 16 * 1_048_576;

/** Generated traffic on every pool; given requests on the pool of the first live workload alone. */
function run({ scenario, requests, ...conditions }: SimulateRequest): Simulation {
  const trace = requests && chargedRequests(requests, scenario.workloads.find(isLive)!, scenario);
  return runTraffic({ scenario: { ...scenario, ...conditions }, scale: 1, trace });
}

/**
 * `POST /api/v1/simulate`: traffic under limits, generated from a scenario or given as a trace. Everything
 * stands in the body; the query is empty.
 */
export function simulateByBody(body: Body, query = ""): Answer {
  const read = readJson(body, MOST_SIMULATE_BYTES);
  if ("refusal" in read) return read.refusal;
  const strange = refusePieces(queryPieces(query), "; give all in the body");
  const checked = checkSimulateRequest(read.input);
  const issues = [...strange, ...("issues" in checked ? checked.issues : [])];
  if (!("request" in checked) || issues.length > 0)
    return refuse(422, "invalid-scenario", "This cannot be simulated.", issues);
  return ok(toSimulationJson(run(checked.request), simulationNotes(checked.request)), false);
}
