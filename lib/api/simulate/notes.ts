import { limitPoolOf } from "@/lib/facts";
import { estimate, NOTE_SEVERITY, type Estimate, type NoteCode } from "@/lib/estimate";
import { formatNumber, formatTier } from "@/lib/view/text";
import { DIMENSIONS, poolName } from "@/lib/view/names";
import { toNoteJson } from "../estimate-json";
import { isLive, type SimulateRequest } from "./request";
import type { SimulationJson } from "./answer-schema";

type NotesJson = SimulationJson["notes"];

/** Notes on a workload that hold whatever its traffic is. */
const OF_ANY_TRAFFIC: ReadonlySet<NoteCode> = new Set([
  "tier-not-supported",
  "model-retired",
  "model-retires",
  "cap-exceeds-max-output",
]);
/** Notes on the mean request of a workload: they hold for generated traffic, and say nothing of a trace. */
const OF_MEAN_REQUEST: ReadonlySet<NoteCode> = new Set([
  "request-exceeds-tpm",
  "exceeds-context",
  "exceeds-max-input",
  "exceeds-max-output",
  "output-exceeds-cap",
  "charge-assumed",
]);

/** That a daily limit exists beside the limits a minute, and is not simulated. `pool`: of this pool only. */
function dailyNotes({ limits, scenario }: Estimate, pool: string | null): NotesJson {
  return limits.flatMap(({ demand, limit }) => {
    const { dimension } = demand;
    if (dimension !== "rpd" && dimension !== "tpd") return [];
    if (pool !== null && demand.pool !== pool) return [];
    const code = "daily-limit-not-simulated" as const;
    const most = `${formatNumber(limit!.near)} ${DIMENSIONS[dimension].toLowerCase()}`;
    const fact = `${poolName(demand.pool)} is limited to ${most} at ${formatTier(scenario.usageTier)}.`;
    const consequence = "A simulation goes by requests and tokens a minute only; an estimate compares the day.";
    const path = `limits.${demand.pool}.${dimension}`;
    return [{ code, severity: NOTE_SEVERITY[code], path, message: `${fact} ${consequence}` }];
  });
}

/**
 * What to know of the workloads that run, errors first, then daily limits. A trace runs on the first live
 * workload's pool.
 */
export function simulationNotes({ scenario, requests }: SimulateRequest): NotesJson {
  const estimated = estimate(scenario);
  const { workloads } = scenario;
  const first = workloads.findIndex(isLive);
  const counts = (code: NoteCode, index: number) =>
    requests
      ? OF_ANY_TRAFFIC.has(code) && index === first
      : (OF_ANY_TRAFFIC.has(code) || OF_MEAN_REQUEST.has(code)) && isLive(workloads[index]!);
  const ofWorkloads = estimated.notes.filter(({ code, index }) => counts(code, index));
  return [
    ...ofWorkloads.map((note) => toNoteJson(note, estimated)),
    ...dailyNotes(estimated, requests && limitPoolOf(workloads[first]!, scenario)),
  ];
}
