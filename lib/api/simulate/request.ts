import { accepts, describeRule, quote, refusal, type Issue } from "@/lib/fields";
import { checkScenario, NUMBERS, CHOICES, type Policy, type Scenario } from "@/lib/scenario";
import { requestsOf, type TraceRequest } from "@/lib/simulation";
import { checkTrace } from "./trace";

/** The most requests that one call generates. */
export const MOST_GENERATED = 2_000_000;

/** What a call of `POST /api/v1/simulate` gives, checked. */
export interface SimulateRequest {
  readonly scenario: Scenario;
  readonly policy: Policy;
  readonly horizonMinutes: number;
  readonly seed: number;
  /** Given requests; `null`: traffic is generated. */
  readonly requests: readonly TraceRequest[] | null;
}

/** Whether a workload's requests come live: batch ones wait in a queue that no simulation runs. */
export const isLive = ({ serviceTier }: Scenario["workloads"][number]): boolean => serviceTier !== "batch";

const FIELDS = ["scenario", "policy", "horizonMinutes", "seed", "requests"];
const POLICY_ACCEPTED = `one of ${CHOICES.policy.map((one) => JSON.stringify(one)).join(", ")}`;

/** The faults of a scenario, with paths from the request that holds it. */
function scenarioIssues(checked: ReturnType<typeof checkScenario>): Issue[] {
  if ("scenario" in checked) return [];
  return checked.issues.map(({ path, message }) => ({ path: path ? `scenario.${path}` : "scenario", message }));
}

/** The faults of the conditions that a run is under. */
function conditionIssues({ policy, horizonMinutes, seed }: Readonly<Record<string, unknown>>): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: string, value: unknown, accepted: string) =>
    issues.push({ path, message: refusal(path, value, accepted) });
  const rule = NUMBERS.horizonMinutes;
  if (!CHOICES.policy.includes(policy as Policy)) refuse("policy", policy, POLICY_ACCEPTED);
  if (typeof horizonMinutes !== "number" || !accepts(rule, horizonMinutes))
    refuse("horizonMinutes", horizonMinutes, describeRule(rule));
  if (!Number.isSafeInteger(seed)) refuse("seed", seed, "a whole number within ±9007199254740991");
  return issues;
}

function unknownFields(input: object): Issue[] {
  return Object.entries(input).flatMap(([path, value]) => {
    if (FIELDS.includes(path)) return [];
    const accepted = `accepted here: ${FIELDS.join(", ")}`;
    return [{ path, message: `${path}: unknown field with value ${quote(value)}; ${accepted}` }];
  });
}

/**
 * A request that is well formed and still has no answer: no live workload for a trace, or too much traffic.
 */
function tooMuch({ scenario, requests, horizonMinutes }: SimulateRequest): readonly Issue[] {
  if (requests) {
    if (scenario.workloads.some(isLive)) return [];
    const path = "scenario.workloads";
    const message = `${path}: none is standard; give a standard workload, whose pool the requests run on`;
    return [{ path, message }];
  }
  const expected = requestsOf({ scenario: { ...scenario, horizonMinutes }, scale: 1, trace: null });
  if (expected <= MOST_GENERATED) return [];
  const brings = `${horizonMinutes} brings about ${Math.round(expected)} requests`;
  const accepted = `give a horizon or a rate that brings at most ${MOST_GENERATED}`;
  return [{ path: "horizonMinutes", message: `horizonMinutes: ${brings}; ${accepted}` }];
}

/** Untrusted JSON as a request, or every fault in it. */
export function checkSimulateRequest(
  input: unknown,
): { readonly request: SimulateRequest } | { readonly issues: readonly Issue[] } {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    const message = `${quote(input)} is not accepted; give an object with ${FIELDS.join(", ")}`;
    return { issues: [{ path: "", message }] };
  }
  const given = input as Readonly<Record<string, unknown>>;
  const checked = checkScenario(given["scenario"]);
  const trace = given["requests"] === undefined ? { requests: null } : checkTrace(given["requests"]);
  const issues = [
    ...scenarioIssues(checked),
    ...conditionIssues(given),
    ...("issues" in trace ? trace.issues : []),
    ...unknownFields(input),
  ];
  if (!("scenario" in checked) || !("requests" in trace) || issues.length > 0) return { issues };
  const { policy, horizonMinutes, seed } = given as Pick<SimulateRequest, "policy" | "horizonMinutes" | "seed">;
  const request = { scenario: checked.scenario, policy, horizonMinutes, seed, requests: trace.requests };
  const much = tooMuch(request);
  return much.length > 0 ? { issues: much } : { request };
}
