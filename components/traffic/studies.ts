import { MOST_REQUESTS, requestsOf, runSubject } from "@/lib/simulation";
import type { TraceRead, TraceRequests } from "@/lib/usage";
import { trafficBench } from "./worker-slot";
import { restOf, studyOf, withRun, type Report, type Step } from "./messages";
import type { Study } from "./study";
import { shownSubject, type Asked } from "./subject";

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
  readonly asked: Asked;
  /** The last one, of earlier inputs until the main run of these is there. */
  readonly study: Study | null;
  readonly running: Running | null;
  /** Whether what runs, or ran, is what is asked. */
  readonly state: "settling" | "running" | "done" | "stopped";
  readonly error: string | null;
}

const isStandard = ({ scenario }: Asked) => scenario.workloads.some(({ serviceTier }) => serviceTier !== "batch");
const counted = new WeakMap<Asked, number>();

/** How many requests a run of what is asked has, about; 0 without a standard workload. */
export function requestsAsked(asked: Asked): number {
  const known = counted.get(asked);
  if (known !== undefined) return known;
  const count = isStandard(asked) ? (asked.trace?.atMs.length ?? requestsOf({ ...asked, trace: null })) : 0;
  counted.set(asked, count);
  return count;
}

const canRun = (asked: Asked) => isStandard(asked) && requestsAsked(asked) <= MOST_REQUESTS;
/** Whether the study is of these inputs. */
export const isOf = (study: Study | null, asked: Asked): boolean =>
  study !== null && ofWhat.get(study.subject) === asked;
const ofWhat = new WeakMap<object, Asked>();

/** The runs of the page: what is asked, what is known, what is being done. A store for `useSyncExternalStore`. */
export class Studies {
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

  constructor(asked: Asked) {
    this.inHtml = isStandard(asked) && requestsAsked(asked) <= MOST_ON_SERVER;
    this.opening = new Promise((resolve) => (this.openingDone = resolve));
    this.blank = this.snapshot = this.opened = { asked, study: null, running: null, state: "settling", error: null };
    if (typeof window === "undefined" && this.inHtml) {
      const subject = shownSubject(asked);
      this.snapshot = this.opened = { ...this.snapshot, study: studyOf(subject, runSubject(subject)) };
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
  ask(asked: Asked): void {
    clearTimeout(this.timer);
    const first = asked === this.snapshot.asked;
    this.set({ asked, state: "settling", error: null });
    if (first) this.run(asked);
    else this.timer = setTimeout(() => this.run(this.snapshot.asked), SETTLE_MS);
  }

  private run(asked: Asked): void {
    // The server’s HTML is taken over with the run it was drawn from; what was asked since comes next.
    if (this.inHtml && this.opened.study === null && asked !== this.opened.asked)
      return this.snapshot.running ? undefined : this.order(this.opened.asked, [{ of: "main" }]);
    this.bench.stop();
    if (!canRun(asked)) return this.set({ running: null, state: "done" });
    this.order(asked, [{ of: "main" }]);
  }

  /** Runs what the study of these inputs lacks. */
  readonly runRest = (): void => {
    const { asked, study } = this.snapshot;
    if (!isOf(study, asked)) return this.run(asked);
    this.order(asked, restOf(study!));
  };

  private order(asked: Asked, steps: readonly Step[]): void {
    if (steps.length === 0) return this.set({ running: null, state: "done" });
    this.set({ running: { step: steps[0]!, at: 0, steps: steps.length, share: 0 }, state: "running", error: null });
    this.bench.order({ asked, steps }, (report) => this.hear(report, asked, steps));
  }

  private hear(report: Report, asked: Asked, steps: readonly Step[]): void {
    const { study } = this.snapshot;
    switch (report.is) {
      case "progress":
        return this.set({
          running: { step: steps[report.step]!, at: report.step, steps: steps.length, share: report.share },
        });
      case "breaking":
        return this.set({ study: { ...study!, breaking: report.breaking } });
      case "run": {
        if (report.step.of !== "main") return this.set({ study: withRun(study!, report.step, report.run) });
        const subject = shownSubject(asked);
        ofWhat.set(subject, asked);
        // Where traffic breaks is a multiple of the scenario’s own: it stays while only the scale moves.
        const breaking = study && !asked.trace && study.subject.scenario === asked.scenario ? study.breaking : null;
        return this.set({ study: studyOf(subject, report.run, breaking) });
      }
      case "done":
        return this.done(asked, steps);
      case "failed":
        return this.set({ running: null, state: "stopped", error: report.message });
    }
  }

  private done(asked: Asked, steps: readonly Step[]): void {
    if (this.opened.study === null && asked === this.opened.asked) {
      this.opened = { ...this.opened, study: this.snapshot.study };
      this.openingDone();
    }
    if (asked !== this.snapshot.asked) return this.run(this.snapshot.asked);
    const rest = steps[0]!.of === "main" && requestsAsked(asked) <= MOST_UNASKED ? restOf(this.snapshot.study!) : [];
    this.order(asked, rest);
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
