import { BATCH_LIMITS, type UsageTierId } from "@/lib/catalogue";
import { add, compare, divide, exact, fromNumber, multiply, ONE, subtract, type Exact } from "@/lib/money";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { type Backlog, type Scenario, type Workload } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import type { ModelFacts, TierLimits } from "@/lib/facts";
import type { BatchWay, Obstacle, PaceLimit, StandardWay } from "./types";

const known = (value: number | null): Exact | null => (value === null ? null : fromNumber(value));
const milliTokens = (tokens: number): Exact => exact(BigInt(tokens), BigInt(MILLI));
const floor = ({ n, d }: Exact): bigint => n / d;

/** One request of a backlog as a workload of one a month, so that the engine counts and prices it as any other. */
export function requestOf({
  total: _total,
  deadlineHours: _deadline,
  liveShare: _share,
  budgetUsd: _budget,
  ...request
}: Backlog): Workload {
  return { ...request, name: "", serviceTier: "standard", requests: 1, per: "month", peakToMean: 1, retryShare: 0 };
}

/** What no limit can change: the usage tier offers the model, and one request fits it. */
export function obstaclesOfRequest(
  request: Workload,
  { contextWindow, maxInputTokens, maxOutputTokens }: ModelFacts,
  tier: UsageTierId,
): Obstacle[] {
  if (tier === "free") return [{ code: "tier-not-supported" }];
  const output = milliTokens(outputMilli(request));
  const size = add(fromNumber(request.inputTokens), output);
  const over = (
    code: "exceeds-context" | "exceeds-max-input" | "exceeds-max-output",
    needed: Exact,
    limit: number | null,
  ): Obstacle[] => {
    const most = known(limit);
    return most && compare(needed, most) > 0 ? [{ code, needed, most }] : [];
  };
  return [
    ...over("exceeds-context", size, contextWindow),
    ...over("exceeds-max-input", fromNumber(request.inputTokens), maxInputTokens),
    ...over("exceeds-max-output", output, maxOutputTokens),
  ];
}

/** Bytes of one request in a batch file, as assumed. */
function bytesOf({ inputTokens }: Workload): Exact {
  return add(
    multiply(fromNumber(inputTokens), fromNumber(BATCH_LIMITS.bytesPerToken.value)),
    fromNumber(BATCH_LIMITS.bytesAroundRequest.value),
  );
}

/** Batch: a wave is what the queue holds at once, by input tokens or by requests. Without input only the requests count. */
export function batchWay(
  { batchTurnaroundHours }: Scenario,
  request: Workload,
  { batchQueueTokens }: TierLimits,
  perRequest: Exact | null,
  before: readonly Obstacle[],
): BatchWay {
  const input = fromNumber(request.inputTokens);
  const queueTokens = known(batchQueueTokens);
  const bytesPerRequest = bytesOf(request);
  const fileBytes = fromNumber(BATCH_LIMITS.bytesPerBatch.value);
  const mostEnqueued = BigInt(BATCH_LIMITS.enqueuedRequests.value);
  const mostInFile = BigInt(BATCH_LIMITS.requestsPerBatch.value);
  const byQueue = queueTokens && input.n > 0n ? floor(divide(queueTokens, input)) : mostEnqueued;
  const byBytes = floor(divide(fileBytes, bytesPerRequest));
  const obstacles = [...before];
  if (before.length === 0) {
    if (!queueTokens) obstacles.push({ code: "unpublished", limits: ["batch-queue"] });
    else if (byQueue === 0n) obstacles.push({ code: "input-exceeds-queue", needed: input, most: queueTokens });
    if (byBytes === 0n) obstacles.push({ code: "request-exceeds-file", needed: bytesPerRequest, most: fileBytes });
  }
  return {
    queueTokens,
    turnaroundHours: fromNumber(batchTurnaroundHours),
    perWave: obstacles.length ? null : byQueue < mostEnqueued ? byQueue : mostEnqueued,
    boundBy: byQueue < mostEnqueued ? "batch-queue" : "enqueued-requests",
    bytesPerRequest,
    perBatch: byBytes < mostInFile ? byBytes : mostInFile,
    boundByFile: byBytes < mostInFile ? "bytes" : "requests",
    perRequest,
    obstacles,
  };
}

/** Standard: what requests and tokens a minute sustain, less the share that is left to live traffic. A request charged nothing is held by requests alone. */
export function standardWay(
  { tokenAccounting }: Scenario,
  { liveShare }: Backlog,
  request: Workload,
  limits: TierLimits,
  perRequest: Exact | null,
  before: readonly Obstacle[],
): StandardWay {
  const [rpm, tpm] = [known(limits.rpm), known(limits.tpm)];
  const charge = milliTokens(chargeMilli(request, tokenAccounting));
  const share = subtract(ONE, fromNumber(liveShare));
  const obstacles = [...before];
  if (before.length === 0) {
    const missing = ([rpm ? null : "rpm", tpm ? null : "tpm"] as const).filter(
      (limit): limit is "rpm" | "tpm" => limit !== null,
    ) satisfies PaceLimit[];
    if (tpm && compare(charge, tpm) > 0) obstacles.push({ code: "request-exceeds-tpm", needed: charge, most: tpm });
    else if (missing.length) obstacles.push({ code: "unpublished", limits: missing });
  }
  const byTokens = tpm && charge.n > 0n ? divide(tpm, charge) : null;
  const byRequests = rpm && (!byTokens || compare(rpm, byTokens) <= 0);
  const sustained = byRequests ? rpm : byTokens;
  return {
    rpm,
    tpm,
    charge,
    share,
    perMinute: obstacles.length || !sustained ? null : multiply(sustained, share),
    boundBy: byRequests ? "rpm" : "tpm",
    perRequest,
    obstacles,
  };
}
