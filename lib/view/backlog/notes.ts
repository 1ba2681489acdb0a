import { BATCH_LIMITS, SOURCES, type Fact } from "@/lib/catalogue";
import { mostEnqueued, requestOf, type BacklogPlan, type Split } from "@/lib/batch";
import { cost } from "@/lib/cost";
import { estimate, type Estimate, type Note } from "@/lib/estimate";
import { compare, exact, multiply, type Exact } from "@/lib/money";
import { factsOf } from "@/lib/facts";
import { shownSplit } from "./shown";
import { formatDay, formatExact, formatNumber, formatTier, formatUsd, formatCount, formatSpan } from "@/lib/view/text";
import { capital, DIMENSIONS, workloadName } from "@/lib/view/names";
import { noteText, type NoteView, sourcesView, type SourceView } from "@/lib/view/estimate";

/** A note without anything to press. */
type BacklogNote = Omit<NoteView, "action" | "also" | "workloads">;

/** The service tiers that a backlog is planned in. */
const SERVICE_TIERS = ["standard", "batch"] as const;

/**
 * The backlog’s one kind of request as an estimate, once for each service tier: what the planner would say of
 * it.
 */
function estimates({ scenario, backlog }: BacklogPlan): Estimate[] {
  return SERVICE_TIERS.map((serviceTier) =>
    estimate({ ...scenario, workloads: [{ ...requestOf(backlog), name: "The backlog", serviceTier }] }),
  );
}

/** Notes on the size of a request, which hold for a pile of them too. */
const OF_REQUEST: ReadonlySet<string> = new Set([
  "output-exceeds-cap",
  "cap-exceeds-max-output",
  "cached-ignored-in-batch",
  "cached-not-offered",
  "cached-below-1024",
  "charge-assumed",
  "support-disputed",
  "long-context",
  "reasoning-not-supported",
] satisfies Note["code"][]);

const DAY_HOURS = exact(24n);

/** What the waves rest on: the turnaround is assumed, and the queue may be one of a day. */
function waveNotes({ own, backlog }: BacklogPlan, waves: bigint): BacklogNote[] {
  const { turnaroundHours: hours, boundBy } = own.batch;
  const isOwn = backlog.enqueuedRequests !== undefined;
  const worst = compare(hours, DAY_HOURS) >= 0;
  const inAll = (wave: typeof hours) => formatSpan(multiply(exact(waves), wave));
  const turnaround: BacklogNote = {
    key: "turnaround",
    severity: worst ? "info" : "warning",
    fact: `A wave is taken to last ${formatSpan(hours)}.`,
    consequence: worst
      ? "That is the most OpenAI promises; many batches are done sooner."
      : `OpenAI promises 24 hours and no sooner: at those, ${formatCount(waves, "wave")} would take ${inAll(DAY_HOURS)}.`,
  };
  const perDay: BacklogNote = {
    key: "per-day",
    severity: worst ? "info" : "warning",
    fact: "OpenAI’s API specification calls the batch queue a maximum per day.",
    consequence: worst
      ? "With a wave a day, both readings come to the same."
      : `Read so, no wave follows another within a day, and ${formatCount(waves, "wave")} take ${inAll(DAY_HOURS)}, not ${inAll(hours)}.`,
  };
  const enqueued: BacklogNote = {
    key: "enqueued-requests",
    severity: isOwn ? "info" : "warning",
    fact: `A wave ends at ${formatCount(BigInt(mostEnqueued(backlog)), "request")} here, not at the queue’s tokens.`,
    consequence: isOwn
      ? "That limit is your own: no text of OpenAI’s has one."
      : "That limit is an assumption, which you can change: no text of OpenAI’s has it; one refused batch named it.",
  };
  return [turnaround, ...(boundBy === "batch-queue" ? [perDay] : [enqueued])];
}

/** What to know before relying on the plan, what matters most first. */
export function backlogNotes(plan: BacklogPlan): NoteView[] {
  const { scenario, own } = plan;
  const split = shownSplit(plan)?.split;
  const ofRequest = estimates(plan).flatMap((one, index) => {
    const used = !split || (SERVICE_TIERS[index] === "batch" ? split.batch : split.standard) > 0n;
    return one.notes
      .filter(({ code }) => used && OF_REQUEST.has(code))
      .map((note): BacklogNote => ({ key: note.code, severity: note.severity, ...noteText(note, one) }));
  });
  const live = cost(scenario, factsOf(scenario)).perMonth;
  const spent: BacklogNote[] =
    live && live.n > 0n && plan.madeFrom === null && split
      ? [
          {
            key: "shared-usage",
            severity: "info",
            fact: `The workloads on Plan spend ${formatUsd(live)} a month from the same ${formatUsd(own.usageLimit).replace(/\.00$/, "")}.`,
            consequence: `The monthly usage limit of ${formatTier(own.usageTier)} is one for the whole account; what they take is not taken off here.`,
          },
        ]
      : [];
  const { boundByFile, bytesPerRequest, perBatch } = own.batch;
  const file: BacklogNote[] =
    split && split.batch > 0n && boundByFile === "bytes"
      ? [
          {
            key: "batch-file",
            severity: "info",
            fact: `A request is taken to weigh ${formatExact(bytesPerRequest)} bytes, so a batch of 200 MB holds ${formatExact(exact(perBatch))}.`,
            consequence: `${formatNumber(BATCH_LIMITS.bytesPerToken.value)} bytes an input token and ${formatNumber(BATCH_LIMITS.bytesAroundRequest.value)} around them are assumed; the number of waves does not depend on it.`,
          },
        ]
      : [];
  const from = plan.madeFrom === null ? undefined : scenario.workloads[plan.madeFrom]!;
  const left: BacklogNote[] =
    from && (from.webSearchCalls || from.fileSearchCalls || from.cacheWriteTokens)
      ? [
          {
            key: "left-out",
            severity: "info",
            fact: `${workloadName(scenario, plan.madeFrom!)} has searches or cache writes, which a backlog has not.`,
            consequence: "They are billed on Plan and left out of every cost here.",
          },
        ]
      : [];
  const all = [
    ...(split && split.waves > 0n ? waveNotes(plan, split.waves) : []),
    ...dailyNotes(plan, split),
    ...ofRequest,
    ...spent,
    ...file,
    ...left,
  ];
  const order = { error: 0, warning: 1, info: 2 } as const;
  return all
    .filter(({ key }, index) => all.findIndex((other) => other.key === key) === index)
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map((note) => ({ ...note, action: null, also: null, workloads: [] }));
}

/** That a limit of a day holds up the standard work that is shown, or standard alone beside it. */
function dailyNotes({ own, facts, backlog }: BacklogPlan, split: Split | undefined): BacklogNote[] {
  const alone = own.answers.standard.split;
  const held = [split, alone].find((one) => one?.standardBoundBy === "rpd" || one?.standardBoundBy === "tpd");
  if (!held || !own.standard.daily) return [];
  const { boundBy, requests } = own.standard.daily;
  const limit = formatExact(own.standard[boundBy]!);
  const left =
    backlog.liveShare > 0 || boundBy === "tpd" ? `, ${formatExact(floor(requests))} requests for the backlog` : "";
  return [
    {
      key: "daily-limit",
      severity: held === split ? "warning" : "info",
      fact: `${capital(held === split ? "standard work" : "standard alone")} waits for ${facts.pool}’s limit of ${limit} ${DIMENSIONS[boundBy].toLowerCase()}${left}.`,
      consequence:
        "A day’s worth is taken to be there at the start and to refill evenly; OpenAI does not publish how a day refills.",
    },
  ];
}

const floor = ({ n, d }: Exact): Exact => exact(n / d);

const ABOUT: readonly (readonly [Fact, string])[] = [
  [BATCH_LIMITS.requestsPerBatch, "50,000 requests and 200 MB a batch"],
  [BATCH_LIMITS.enqueuedRequests, "1,000,000 enqueued requests, an assumption"],
  [BATCH_LIMITS.bytesPerToken, "4 bytes a token"],
];

/** The sources of the very rows this plan used. */
export function backlogSources(plan: BacklogPlan): SourceView[] {
  const rows = sourcesView(estimates(plan)[1]!);
  const used = ABOUT.filter(
    ([fact]) => fact !== BATCH_LIMITS.enqueuedRequests || plan.backlog.enqueuedRequests === undefined,
  );
  const limits = used.map(([{ source, confidence, checkedOn }, about]): SourceView => ({
    ...SOURCES[source],
    confidence,
    about,
    checkedOn: formatDay(checkedOn),
  }));
  return [...rows, ...limits];
}
