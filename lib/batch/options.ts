import { BATCH_LIMITS, type UsageTierId } from "@/lib/catalogue";
import { add, compare, divide, exact, fromNumber, multiply, ONE, subtract, type Exact } from "@/lib/money";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { type Backlog, type Scenario, type Workload } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import type { ModelFacts, TierLimits } from "@/lib/facts";
import { mostEnqueued } from "./backlog";
import type { BatchOption, Obstacle, PaceLimit, StandardOption } from "./types";

const known = (value: number | null): Exact | null => (value === null ? null : fromNumber(value));
const milliTokens = (tokens: number): Exact => exact(BigInt(tokens), BigInt(MILLI));
const floor = ({ n, d }: Exact): bigint => n / d;

/**
 * One request of a backlog as a workload of one request a month, so that cost and limits take it as any other
 * workload.
 */
export function requestOf({
  total: _total,
  deadlineHours: _deadline,
  liveShare: _share,
  budgetUsd: _budget,
  enqueuedRequests: _enqueued,
  ...request
}: Backlog): Workload {
  return { ...request, name: "", serviceTier: "standard", requests: 1, per: "month", peakToMean: 1, retryShare: 0 };
}

/**
 * Why a request cannot run whatever its rate: the usage tier does not offer the model, or the request is too
 * large for it.
 */
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

/** Bytes of one request in a batch file, assumed from its input tokens (`BATCH_LIMITS`). */
function bytesOf({ inputTokens }: Workload): Exact {
  return add(
    multiply(fromNumber(inputTokens), fromNumber(BATCH_LIMITS.bytesPerToken.value)),
    fromNumber(BATCH_LIMITS.bytesAroundRequest.value),
  );
}

/**
 * One request of a backlog at one usage tier: the limits there, its price in USD (`null`: no price), and what
 * no limit can change.
 */
export interface RequestAtTier {
  readonly scenario: Scenario;
  readonly request: Workload;
  readonly limits: TierLimits;
  readonly perRequest: Exact | null;
  readonly before: readonly Obstacle[];
}

/**
 * What batch does with the backlog. A wave is what the batch queue holds at once: the fewer of the requests
 * that its tokens hold and of the requests that may be enqueued. A request without input is bound by the
 * latter alone.
 */
export function batchOption(
  { scenario, request, limits, perRequest, before }: RequestAtTier,
  backlog: Backlog,
): BatchOption {
  const { batchTurnaroundHours } = scenario;
  const { batchQueueTokens } = limits;
  const input = fromNumber(request.inputTokens);
  const queueTokens = known(batchQueueTokens);
  const bytesPerRequest = bytesOf(request);
  const fileBytes = fromNumber(BATCH_LIMITS.bytesPerBatch.value);
  const enqueued = BigInt(mostEnqueued(backlog));
  const mostInFile = BigInt(BATCH_LIMITS.requestsPerBatch.value);
  const byQueue = queueTokens && input.n > 0n ? floor(divide(queueTokens, input)) : enqueued;
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
    perWave: obstacles.length ? null : byQueue < enqueued ? byQueue : enqueued,
    boundBy: byQueue < enqueued ? "batch-queue" : "enqueued-requests",
    bytesPerRequest,
    perBatch: byBytes < mostInFile ? byBytes : mostInFile,
    boundByFile: byBytes < mostInFile ? "bytes" : "requests",
    perRequest,
    obstacles,
  };
}

const tighter = (a: Exact | null, b: Exact | null): Exact | null => (a && b ? (compare(a, b) <= 0 ? a : b) : (a ?? b));

/**
 * What standard does with the backlog: the pace that RPM and TPM sustain and, where there are such limits,
 * the requests that RPD and TPD let through in a day, both times the share that live traffic leaves
 * (1 − `liveShare`). A request that is charged no tokens is bound by requests alone.
 */
export function standardOption(
  { scenario, request, limits, perRequest, before }: RequestAtTier,
  { liveShare }: Backlog,
): StandardOption {
  const { tokenAccounting } = scenario;
  const [rpm, tpm, rpd, tpd] = [limits.rpm, limits.tpm, limits.rpd, limits.tpd].map(known) as [
    Exact | null,
    Exact | null,
    Exact | null,
    Exact | null,
  ];
  const charge = milliTokens(chargeMilli(request, tokenAccounting));
  const share = subtract(ONE, fromNumber(liveShare));
  const obstacles = [...before];
  if (before.length === 0) {
    const missing = ([rpm ? null : "rpm", tpm ? null : "tpm"] as const).filter(
      (limit): limit is "rpm" | "tpm" => limit !== null,
    ) satisfies PaceLimit[];
    if (tpm && compare(charge, tpm) > 0) obstacles.push({ code: "request-exceeds-tpm", needed: charge, most: tpm });
    else if (tpd && compare(charge, tpd) > 0)
      obstacles.push({ code: "request-exceeds-tpd", needed: charge, most: tpd });
    else if (missing.length) obstacles.push({ code: "unpublished", limits: missing });
  }
  const byTokens = tpm && charge.n > 0n ? divide(tpm, charge) : null;
  const byRequests = rpm && (!byTokens || compare(rpm, byTokens) <= 0);
  const sustained = byRequests ? rpm : byTokens;
  const dayOfTokens = tpd && charge.n > 0n ? divide(tpd, charge) : null;
  const aDay = tighter(rpd, dayOfTokens);
  return {
    rpm,
    tpm,
    rpd,
    tpd,
    charge,
    share,
    perMinute: obstacles.length || !sustained ? null : multiply(sustained, share),
    boundBy: byRequests ? "rpm" : "tpm",
    daily: aDay && { requests: multiply(aDay, share), boundBy: aDay === rpd ? "rpd" : "tpd" },
    perRequest,
    obstacles,
  };
}
