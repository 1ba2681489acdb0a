import { MOST_REQUESTS, requestsOf, runTraffic } from "@/lib/simulation";
import type { TraceRead, TraceRequests } from "@/lib/usage";
import { trafficBench } from "./worker-slot";
import { missingRuns, runsOf, withRun, type Report, type Step } from "./messages";
import type { TrafficRuns } from "./runs";
import { shownInput, type RunRequest } from "./request";

/** The server runs days of up to this many requests, so that their figures are in the HTML; the rest is for the browser. */
export const MOST_ON_SERVER = 300_000;
/** Above this many requests the other tiers, policies and the breaking point wait to be asked for. */
export const MOST_UNASKED = 20_000_000;
/** How long inputs have to rest before they are run. */
const SETTLE_MS = 150;

/** How far the runs are. */
export interface Running {
  readonly step: Step;
  /** Of `steps`, from 0. */
  readonly at: number;
  readonly steps: number;
  readonly share: number;
}

export interface Snapshot {
  readonly request: RunRequest;
  /** The last one, of earlier inputs until the main run of these is there. */
  readonly runs: TrafficRuns | null;
  readonly running: Running | null;
  /** Whether what runs, or ran, is what is asked. */
  readonly state: "settling" | "running" | "done" | "stopped";
  readonly error: string | null;
}

const isStandard = ({ scenario }: RunRequest) => scenario.workloads.some(({ serviceTier }) => serviceTier !== "batch");
const counted = new WeakMap<RunRequest, number>();

/** How many requests a run of what is asked has, about; 0 without a standard workload. */
export function requestsIn(request: RunRequest): number {
  const known = counted.get(request);
  if (known !== undefined) return known;
  const count = isStandard(request) ? (request.trace?.atMs.length ?? requestsOf({ ...request, trace: null })) : 0;
  counted.set(request, count);
  return count;
}

const canRun = (request: RunRequest) => isStandard(request) && requestsIn(request) <= MOST_REQUESTS;
/** Whether the runs are of this request. */
export const isOf = (runs: TrafficRuns | null, request: RunRequest): boolean =>
  runs !== null && ofWhat.get(runs.input) === request;
const ofWhat = new WeakMap<object, RunRequest>();

/** The runs of the page: what is asked, what is known, what is being done. A store for `useSyncExternalStore`. */
export class TrafficRunner {
  private readonly bench = trafficBench();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private snapshot: Snapshot;
  /** What is known before anything was run. */
  readonly blank: Snapshot;
  /** Whether the server’s HTML holds the main run of what the page was opened with. */
  readonly inHtml: boolean;
  /** The snapshot that HTML was drawn from; in a browser it is there once `opening` is. */
  private opened: Snapshot;
  readonly opening: Promise<void>;
  private openingDone: () => void = () => undefined;

  constructor(request: RunRequest) {
    this.inHtml = isStandard(request) && requestsIn(request) <= MOST_ON_SERVER;
    this.opening = new Promise((resolve) => (this.openingDone = resolve));
    this.blank = this.snapshot = this.opened = { request, runs: null, running: null, state: "settling", error: null };
    if (typeof window === "undefined" && this.inHtml) {
      const input = shownInput(request);
      this.snapshot = this.opened = { ...this.snapshot, runs: runsOf(input, runTraffic(input)) };
    }
  }

  readonly get = (): Snapshot => this.snapshot;
  readonly getOpened = (): Snapshot => this.opened;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Runs these inputs once they rest; the first ones at once. */
  ask(request: RunRequest): void {
    clearTimeout(this.timer);
    const first = request === this.snapshot.request;
    this.set({ request, state: "settling", error: null });
    if (first) this.run(request);
    else this.timer = setTimeout(() => this.run(this.snapshot.request), SETTLE_MS);
  }

  private run(request: RunRequest): void {
    // The server’s HTML is taken over with the run it was drawn from; what was asked since comes next.
    if (this.inHtml && this.opened.runs === null && request !== this.opened.request)
      return this.snapshot.running ? undefined : this.order(this.opened.request, [{ of: "main" }]);
    this.bench.stop();
    if (!canRun(request)) return this.set({ running: null, state: "done" });
    this.order(request, [{ of: "main" }]);
  }

  /** Runs what is still missing for the current request. */
  readonly runRest = (): void => {
    const { request, runs } = this.snapshot;
    if (!isOf(runs, request)) return this.run(request);
    this.order(request, missingRuns(runs!));
  };

  private order(request: RunRequest, steps: readonly Step[]): void {
    if (steps.length === 0) return this.set({ running: null, state: "done" });
    this.set({ running: { step: steps[0]!, at: 0, steps: steps.length, share: 0 }, state: "running", error: null });
    this.bench.order({ request, steps }, (report) => this.hear(report, request, steps));
  }

  private hear(report: Report, request: RunRequest, steps: readonly Step[]): void {
    const { runs } = this.snapshot;
    switch (report.is) {
      case "progress":
        return this.set({
          running: { step: steps[report.step]!, at: report.step, steps: steps.length, share: report.share },
        });
      case "breaking":
        return this.set({ runs: { ...runs!, breaking: report.breaking } });
      case "run": {
        if (report.step.of !== "main") return this.set({ runs: withRun(runs!, report.step, report.run) });
        const input = shownInput(request);
        ofWhat.set(input, request);
        // Where traffic breaks is a multiple of the scenario’s own: it stays while only the scale moves.
        const breaking = runs && !request.trace && runs.input.scenario === request.scenario ? runs.breaking : null;
        return this.set({ runs: runsOf(input, report.run, breaking) });
      }
      case "done":
        return this.done(request, steps);
      case "failed":
        return this.set({ running: null, state: "stopped", error: report.message });
    }
  }

  private done(request: RunRequest, steps: readonly Step[]): void {
    if (this.opened.runs === null && request === this.opened.request) {
      this.opened = { ...this.opened, runs: this.snapshot.runs };
      this.openingDone();
    }
    if (request !== this.snapshot.request) return this.run(this.snapshot.request);
    const rest = steps[0]!.of === "main" && requestsIn(request) <= MOST_UNASKED ? missingRuns(this.snapshot.runs!) : [];
    this.order(request, rest);
  }

  /** Ends what is running; what is known stays. */
  readonly stop = (): void => {
    clearTimeout(this.timer);
    this.bench.stop();
    this.set({ running: null, state: "stopped" });
  };

  /** Reads a trace in a worker of its own. */
  readTrace(text: string | File): Promise<TraceRequests> {
    const bench = trafficBench();
    return new Promise<TraceRead>((resolve) =>
      bench.order({ text }, (report) =>
        resolve(report.is === "trace" ? report.read : { error: report.is === "failed" ? report.message : "" }),
      ),
    ).then((read) => {
      bench.close();
      if ("error" in read) throw new Error(read.error);
      return read.requests;
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.bench.close();
  }
}
