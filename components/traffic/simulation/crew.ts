import { requestsToBreak } from "@/lib/simulation";
import type { WorkerSlot } from "@/components/ui/hooks/worker-slot";
import type { RunKind, TrafficReply, TrafficTask } from "./messages";
import { requestsIn, type RunRequest } from "./request";

/** One worker, with one task at a time. */
type Lane = Pick<WorkerSlot<TrafficTask, TrafficReply>, "order" | "prepare" | "stop" | "close">;

/**
 * What is told of an order: the runs under way and the share of all its requests that are simulated, below 1 and never
 * less than before; each run as it comes in; then `done` or `failed`.
 */
export type CrewReport =
  | { readonly type: "progress"; readonly kinds: readonly RunKind[]; readonly share: number }
  | Extract<TrafficReply, { readonly type: "run" | "breaking" | "failed" }>
  | { readonly type: "done" };

interface Job {
  readonly kind: RunKind;
  readonly requests: number;
  /** Done of it, 0 to 1. */
  share: number;
}

interface Order {
  readonly request: RunRequest;
  readonly hear: (report: CrewReport) => void;
  readonly jobs: readonly Job[];
  readonly waiting: Job[];
  readonly running: Map<Lane, Job>;
  share: number;
}

/** Requests worth a worker that has to start: they take about as long as its start. */
const WORTH_A_START = 1_000_000;
/** A request of a trace, which is run exactly, takes as long as about so many others. */
const EXACT = 100;

/** The expected number of requests in a run; the breaking point takes many simulations. */
const requestsOfRun = (request: RunRequest, { of }: RunKind) =>
  of === "breaking" ? requestsToBreak({ ...request, trace: null }) : requestsIn(request) * (request.trace ? EXACT : 1);

const requestsOf = (jobs: readonly Job[]) => jobs.reduce((sum, { requests }) => sum + requests, 0);

/**
 * Does the runs of one traffic on several workers, each taking the next that waits. What comes of a run does not
 * depend on the worker or the time. A worker that fails gives its run back and is left out as long as another works.
 * A trace is sent once to each worker that takes part.
 */
export class Crew {
  private current: Order | null = null;
  private readonly failed = new Set<Lane>();
  /** The request that a lane’s worker has; none before its first. */
  private readonly known = new Map<Lane, RunRequest>();

  constructor(private readonly lanes: readonly Lane[]) {}

  /** Ends the current order and starts this one. The main run goes first and alone. */
  order(request: RunRequest, kinds: readonly RunKind[], hear: (report: CrewReport) => void): void {
    this.stop();
    const jobs = kinds.map((kind) => ({ kind, requests: requestsOfRun(request, kind), share: 0 }));
    this.current = { request, hear, jobs, waiting: [...jobs], running: new Map(), share: 0 };
    this.goOn(this.current);
  }

  private goOn(order: Order): void {
    const { waiting, running, hear } = order;
    for (const lane of this.lanes) {
      if (waiting.length === 0) break;
      if (running.has(lane) || this.failed.has(lane)) continue;
      if (running.size > 0 && !this.known.has(lane) && requestsOf(waiting) < WORTH_A_START) continue;
      const isMainUnderWay = [...running.values()].some(({ kind }) => kind.of === "main");
      if (isMainUnderWay) lane.prepare();
      else this.give(order, lane, waiting.shift()!);
    }
    if (running.size > 0) return this.tell(order);
    this.current = null;
    hear({ type: "done" });
  }

  private give(order: Order, lane: Lane, job: Job): void {
    const { request, running } = order;
    const task = { type: "run", kind: job.kind, request: this.known.get(lane) === request ? null : request } as const;
    this.known.set(lane, request);
    running.set(lane, job);
    lane.order(task, (reply) => {
      if (this.current === order) this.take(order, lane, reply);
    });
  }

  private take(order: Order, lane: Lane, reply: TrafficReply): void {
    const { running, hear } = order;
    const job = running.get(lane)!;
    if (reply.type === "progress") {
      job.share = reply.share;
      return this.tell(order);
    }
    running.delete(lane);
    if (reply.type === "failed") return this.leaveOut(order, lane, job, reply);
    job.share = 1;
    if (reply.type !== "trace") hear(reply);
    if (this.current === order) this.goOn(order);
  }

  private leaveOut(order: Order, lane: Lane, job: Job, reply: CrewReport): void {
    this.drop(lane);
    this.failed.add(lane);
    if (this.failed.size < this.lanes.length) {
      job.share = 0;
      order.waiting.unshift(job);
      return this.goOn(order);
    }
    // The next order tries all of them again.
    this.failed.clear();
    this.current = null;
    order.hear(reply);
  }

  private tell(order: Order): void {
    const { jobs, running, hear } = order;
    const done = jobs.reduce((sum, { requests, share }) => sum + requests * share, 0);
    order.share = Math.max(order.share, done / (requestsOf(jobs) || 1));
    hear({
      type: "progress",
      kinds: jobs.filter((job) => [...running.values()].includes(job)).map(({ kind }) => kind),
      share: order.share,
    });
  }

  /** Ends what a lane does; only the first has a worker ready for the next order. */
  private drop(lane: Lane): void {
    this.known.delete(lane);
    if (lane === this.lanes[0]) lane.stop();
    else lane.close();
  }

  /** Ends the current order. */
  stop(): void {
    const lanes = [...(this.current?.running.keys() ?? [])];
    this.current = null;
    for (const lane of lanes) this.drop(lane);
  }

  /** Ends all workers. */
  close(): void {
    this.current = null;
    this.known.clear();
    for (const lane of this.lanes) lane.close();
  }
}
