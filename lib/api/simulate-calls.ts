import { estimate, NOTE_SEVERITY, type Estimate } from "@/lib/estimate";
import { checkScenario, NUMBERS, POLICIES, poolOf, type Policy, type Scenario } from "@/lib/scenario";
import { accepts, describeRule, quote, refusal, type Issue } from "@/lib/fields";
import {
  chargedRequests,
  checkTrace,
  expectedRequests,
  poolsOf,
  queuedByMinute,
  replay,
  simulate,
  type Run,
  type Simulation,
  type TraceRequest,
} from "@/lib/simulation";
import { DIMENSIONS, formatNumber, formatTier } from "@/lib/view/text";
import { ok, refuse, type Answer } from "./answer";
import { readJson, type Body } from "./body";
import { toEstimateJson } from "./estimate-json";
import type { SimulationJson } from "./simulate-schema";

/** The most bytes a body may have: 16 MiB. */
export const MOST_SIMULATE_BYTES = 16 * 1_048_576;
/** The most requests that one call generates. */
export const MOST_GENERATED = 2_000_000;

const FIELDS = ["scenario", "policy", "horizonMinutes", "seed", "requests"];

interface Asked {
  readonly scenario: Scenario;
  readonly policy: Policy;
  readonly horizonMinutes: number;
  readonly seed: number;
  readonly requests: readonly TraceRequest[] | null;
}

/** What a call asks, or every fault in it. */
function check(input: unknown): Asked | readonly Issue[] {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return [{ path: "", message: `${quote(input)} is not accepted; give an object with ${FIELDS.join(", ")}` }];
  const { scenario, policy, horizonMinutes, seed, requests } = input as Record<string, unknown>;
  const issues: Issue[] = [];
  const parsed = checkScenario(scenario);
  if ("issues" in parsed)
    issues.push(
      ...parsed.issues.map(({ path, message }) => ({ path: path ? `scenario.${path}` : "scenario", message })),
    );
  if (!POLICIES.includes(policy as Policy))
    issues.push({
      path: "policy",
      message: refusal("policy", policy, `one of ${POLICIES.map((one) => JSON.stringify(one)).join(", ")}`),
    });
  if (typeof horizonMinutes !== "number" || !accepts(NUMBERS.horizonMinutes, horizonMinutes))
    issues.push({
      path: "horizonMinutes",
      message: refusal("horizonMinutes", horizonMinutes, describeRule(NUMBERS.horizonMinutes)),
    });
  if (!Number.isSafeInteger(seed))
    issues.push({ path: "seed", message: refusal("seed", seed, "a whole number within ±9007199254740991") });
  const trace = requests === undefined ? null : checkTrace(requests);
  if (trace && "issues" in trace) issues.push(...trace.issues);
  for (const [field, value] of Object.entries(input))
    if (!FIELDS.includes(field))
      issues.push({
        path: field,
        message: `${field}: unknown field with value ${quote(value)}; accepted here: ${FIELDS.join(", ")}`,
      });
  if (!("scenario" in parsed) || issues.length > 0) return issues;
  const asked: Asked = {
    scenario: parsed.scenario,
    policy: policy as Policy,
    horizonMinutes: horizonMinutes as number,
    seed: seed as number,
    requests: trace && "requests" in trace ? trace.requests : null,
  };
  return tooMuch(asked) ?? asked;
}

/** A question that is well formed and still has no answer. */
function tooMuch({ scenario, requests, horizonMinutes }: Asked): readonly Issue[] | null {
  if (requests) {
    return scenario.workloads.some(({ serviceTier }) => serviceTier !== "batch")
      ? null
      : [
          {
            path: "scenario.workloads",
            message: "scenario.workloads: none is standard; give a standard workload, whose pool the requests run on",
          },
        ];
  }
  const expected = expectedRequests(poolsOf(scenario), horizonMinutes);
  return expected <= MOST_GENERATED
    ? null
    : [
        {
          path: "horizonMinutes",
          message: `horizonMinutes: ${horizonMinutes} brings about ${Math.round(expected)} requests; give a horizon or a rate that brings at most ${MOST_GENERATED}`,
        },
      ];
}

function run({ scenario, requests, ...conditions }: Asked): Simulation {
  const pools = poolsOf(scenario);
  if (!requests) return simulate(pools, conditions);
  const [first] = pools;
  const workload = scenario.workloads.find(({ serviceTier }) => serviceTier !== "batch")!;
  const replayed = replay(chargedRequests(requests, workload, scenario), first!.limits, conditions);
  return { ...replayed, pools: [{ pool: first!.pool, ...replayed }] };
}

const toThousandths = (value: number) => Math.round(value * 1000) / 1000;
const toMs = (time: number | null) => (time === null ? null : toThousandths(time));

function countsJson({ offered, admitted, delayed, neverFits, throttled, failed, queued, waits, lastAdmittedMs }: Run) {
  const { mean, p50, p90, p95, p99, max } = waits;
  return {
    offered,
    admitted,
    delayed,
    neverFits,
    throttled,
    failed,
    queued,
    waitMs: { mean: toMs(mean), p50: toMs(p50), p90: toMs(p90), p95: toMs(p95), p99: toMs(p99), max: toMs(max) },
    lastAdmittedMs: toMs(lastAdmittedMs),
  };
}

/** That a daily limit stands beside the buckets and is not simulated. */
function dailyNotes({ limits, scenario }: Estimate) {
  return limits.flatMap(({ demand: { pool, dimension }, limit }) => {
    if (dimension !== "rpd" && dimension !== "tpd") return [];
    const code = "daily-limit-not-simulated" as const;
    const message = `${pool} is limited to ${formatNumber(limit!.near)} ${DIMENSIONS[dimension].toLowerCase()} at ${formatTier(scenario.usageTier)}. A simulation goes by requests and tokens a minute only; an estimate compares the day.`;
    return [{ pool, code, severity: NOTE_SEVERITY[code], path: `limits.${pool}.${dimension}`, message }];
  });
}

/** Notes on the workloads that run, which stand whatever their traffic: the numbers of a mean request say nothing of a trace. */
function notesOf({ scenario, requests }: Asked): SimulationJson["notes"] {
  const first = scenario.workloads.findIndex(({ serviceTier }) => serviceTier !== "batch");
  const ofTrace = ["tier-not-supported", "model-retired", "cap-exceeds-max-output"];
  const ofWorkloads = [
    ...ofTrace,
    "request-exceeds-tpm",
    "exceeds-context",
    "exceeds-max-input",
    "exceeds-max-output",
    "output-exceeds-cap",
    "charge-assumed",
  ];
  const estimated = estimate(scenario);
  const said = toEstimateJson(estimated).notes.filter(({ code, path }) => {
    const index = Number(/^workloads\.(\d+)/.exec(path)?.[1] ?? -1);
    return requests
      ? index === first && ofTrace.includes(code)
      : index >= 0 && scenario.workloads[index]!.serviceTier !== "batch" && ofWorkloads.includes(code);
  });
  const pool = requests && poolOf(scenario.workloads[first]!.model);
  return [
    ...said,
    ...dailyNotes(estimated)
      .filter((note) => pool === null || note.pool === pool)
      .map(({ pool: _pool, ...note }) => note),
  ];
}

/** A simulation as the API answers it. Numbers to three decimals. */
function toSimulationJson(simulation: Simulation, notes: SimulationJson["notes"]): SimulationJson {
  const { offered, admitted, throttled, failed, chargedTokens } = simulation.minutes;
  const queued = queuedByMinute(simulation.minutes);
  return {
    ...countsJson(simulation),
    pools: simulation.pools.map((each) => ({ pool: each.pool, ...countsJson(each) })),
    perMinute: Array.from(offered, (came, minute) => ({
      minute,
      offered: came,
      admitted: admitted[minute]!,
      throttled: throttled[minute]!,
      failed: failed[minute]!,
      queued: queued[minute]!,
      chargedTokens: toThousandths(chargedTokens[minute]!),
    })),
    notes,
  };
}

/** `POST /api/v1/simulate`: a scenario, or a trace on its first standard workload’s pool, under limits. Everything in the body; the query is empty. */
export function simulateByBody(body: Body, query = ""): Answer {
  const read = readJson(body, MOST_SIMULATE_BYTES);
  if ("refusal" in read) return read.refusal;
  const strange = query
    .replace(/^\?/, "")
    .split("&")
    .filter(Boolean)
    .map((piece) => ({
      path: piece.split("=", 1)[0]!,
      message: `${quote(piece)} is not accepted in the address; give all in the body`,
    }));
  const asked = check(read.input);
  const issues = [...strange, ...("scenario" in asked ? [] : asked)];
  if (!("scenario" in asked) || issues.length > 0)
    return refuse(422, "invalid-scenario", "This cannot be simulated.", issues);
  return ok(toSimulationJson(run(asked), notesOf(asked)), false);
}
