import { MOST_REQUESTS, runTraffic, type Breaking, type Simulation } from "@/lib/simulation";
import type { TraceRead, TraceRequests } from "@/lib/usage";
import { Crew, type CrewReport } from "./crew";
import type { RunKind } from "./messages";
import { hasStandard, requestsIn, shownInput, type RunRequest } from "./request";
import { missingRuns, otherRuns, runsOf, withRun, type TrafficRuns } from "./runs";
import { trafficSlot } from "./slot";

/**
 * The server simulates up to this many requests, so that their figures are in the HTML; the rest is for the
 * browser.
 */
const MOST_ON_SERVER = 300_000;
/** Up to this many requests a run, the other tiers, policies, windows and the breaking point run without a press. */
const MOST_AUTOMATIC = 20_000_000;
/** How long a request must stay unchanged before it is run, in milliseconds. */
const SETTLE_MS = 150;

/** The runs under way, and the share of all requests of the runs asked for that are simulated, below 1. */
interface Running {
  readonly kinds: readonly RunKind[];
  readonly share: number;
}

/** What the page draws of the runner. */
export interface RunnerState {
  readonly request: RunRequest;
  /** Of an earlier request until the main run of this one is there; `null` before the first. */
  readonly runs: TrafficRuns | null;
  readonly running: Running | null;
  /** Of the current request: not started yet, under way, done, or ended by the person or a fault. */
  readonly state: "settling" | "running" | "done" | "stopped";
  readonly error: string | null;
}

const canRun = (request: RunRequest) => hasStandard(request) && requestsIn(request) <= MOST_REQUESTS;

/** Two workers where there are two cores: a third would take the one that draws. */
const lanes = () => Array.from({ length: (globalThis.navigator?.hardwareConcurrency ?? 1) > 1 ? 2 : 1 }, trafficSlot);

/** The request that the input of a main run was made from. */
const requestOfInput = new WeakMap<object, RunRequest>();

/** Whether the runs are of this request. */
export const isOf = (runs: TrafficRuns | null, request: RunRequest): boolean =>
  runs !== null && requestOfInput.get(runs.input) === request;

/**
 * Runs the requests of the page in workers and keeps what came of them. A store for `useSyncExternalStore`.
 */
export class TrafficRunner {
  private readonly crew = new Crew(lanes());
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: RunnerState;
  /** The state before anything was run. */
  readonly blank: RunnerState;
  /** Whether the server’s HTML holds the main run of the request that the page was opened with. */
  readonly inHtml: boolean;
  /** The state that the server’s HTML was drawn from; in a browser it is known once `opening` resolves. */
  private opened: RunnerState;
  readonly opening: Promise<void>;
  private resolveOpening: () => void = () => undefined;

  constructor(request: RunRequest) {
    this.inHtml = hasStandard(request) && requestsIn(request) <= MOST_ON_SERVER;
    this.opening = new Promise((resolve) => (this.resolveOpening = resolve));
    this.blank = this.state = this.opened = { request, runs: null, running: null, state: "settling", error: null };
    if (typeof window === "undefined" && this.inHtml) {
      const input = shownInput(request);
      this.state = this.opened = { ...this.state, runs: runsOf(input, runTraffic(input)) };
    }
  }

  readonly get = (): RunnerState => this.state;
  readonly getOpened = (): RunnerState => this.opened;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<RunnerState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Makes this the current request and runs it: the first one at once, another after `SETTLE_MS` without a change. */
  submit(request: RunRequest): void {
    clearTimeout(this.timer);
    const first = request === this.state.request;
    this.set({ request, state: "settling", error: null });
    if (first) this.run(request);
    else this.timer = setTimeout(() => this.run(this.state.request), SETTLE_MS);
  }

  private run(request: RunRequest): void {
    clearTimeout(this.timer);
    // React takes the server’s HTML over with the run it was drawn from, so that run comes before a later
    // request.
    if (this.inHtml && this.opened.runs === null && request !== this.opened.request)
      return this.state.running ? undefined : this.start(this.opened.request, [{ of: "main" }]);
    this.crew.stop();
    if (!canRun(request)) return this.set({ running: null, state: "done" });
    const others = requestsIn(request) <= MOST_AUTOMATIC ? otherRuns(shownInput(request)) : [];
    const kept = this.keptBreaking(request);
    this.start(request, [{ of: "main" }, ...others.filter(({ of }) => of !== "breaking" || !kept)]);
  }

  /** Runs what is still missing for the current request. */
  readonly runRest = (): void => {
    const { request, runs } = this.state;
    if (!isOf(runs, request)) return this.run(request);
    this.start(request, missingRuns(runs!));
  };

  private start(request: RunRequest, kinds: readonly RunKind[]): void {
    this.set({ running: { kinds: kinds.slice(0, 1), share: 0 }, state: "running", error: null });
    this.crew.order(request, kinds, (report) => this.take(report, request));
  }

  /** The breaking point is a multiple of the scenario’s own traffic: it stays while only the scale changes. */
  private keptBreaking({ scenario, trace }: RunRequest): Breaking | null {
    const { runs } = this.state;
    return runs && !trace && runs.input.scenario === scenario ? runs.breaking : null;
  }

  private take(report: CrewReport, request: RunRequest): void {
    const { runs } = this.state;
    switch (report.type) {
      case "progress":
        return this.set({ running: report });
      case "breaking":
        return this.set({ runs: { ...runs!, breaking: report.breaking } });
      case "run":
        if (report.kind.of === "main") return this.takeMain(request, report.run);
        return this.set({ runs: withRun(runs!, report.kind, report.run) });
      case "done":
        return this.set({ running: null, state: "done" });
      case "failed":
        return this.set({ running: null, state: "stopped", error: report.message });
    }
  }

  private takeMain(request: RunRequest, run: Simulation): void {
    const input = shownInput(request);
    requestOfInput.set(input, request);
    this.set({ runs: runsOf(input, run, this.keptBreaking(request)) });
    if (this.opened.runs === null && request === this.opened.request) {
      this.opened = { ...this.opened, runs: this.state.runs };
      this.resolveOpening();
    }
    if (request !== this.state.request) this.run(this.state.request);
  }

  /** Ends the run under way; the runs that came in stay. */
  readonly stop = (): void => {
    clearTimeout(this.timer);
    this.crew.stop();
    this.set({ running: null, state: "stopped" });
  };

  /** Reads a trace in a worker of its own; rejects with the sentence that says what is wrong with it. */
  readTrace(source: string | File): Promise<TraceRequests> {
    const slot = trafficSlot();
    return new Promise<TraceRead>((resolve) =>
      slot.order({ type: "trace", source }, (reply) =>
        resolve(reply.type === "trace" ? reply.read : { error: reply.type === "failed" ? reply.message : "" }),
      ),
    ).then((read) => {
      slot.close();
      if ("error" in read) throw new Error(read.error);
      return read.requests;
    });
  }

  /** Ends the workers; no method may be called after. */
  close(): void {
    clearTimeout(this.timer);
    this.crew.close();
  }
}
