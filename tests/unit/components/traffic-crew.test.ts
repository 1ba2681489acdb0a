import { describe, expect, it } from "vitest";
import type { PaidTier } from "@/lib/catalogue";
import { DEFAULTS, NEW_WORKLOAD } from "@/lib/scenario";
import { findBreak, runTraffic, type Simulation } from "@/lib/simulation";
import { Crew, type CrewReport } from "@/components/traffic/simulation/crew";
import type { RunKind, SimulatedKind, TrafficReply, TrafficTask } from "@/components/traffic/simulation/messages";
import { shownInput, type RunRequest } from "@/components/traffic/simulation/request";
import { missingRuns, otherRuns, runsOf, withRun, type TrafficRuns } from "@/components/traffic/simulation/runs";
import { WorkerSlot } from "@/components/ui/hooks/worker-slot";

/** Five minutes of so many requests a minute. */
const traffic = (requests: number, usageTier: PaidTier = 4): RunRequest => ({
  scenario: {
    ...DEFAULTS.scenario,
    asOf: "2026-11-23",
    usageTier,
    horizonMinutes: 5,
    workloads: [{ ...NEW_WORKLOAD, requests, per: "minute", inputTokens: 10, visibleOutputTokens: 3 }],
  },
  scale: 1,
  trace: null,
});
const trace: RunRequest = {
  ...traffic(1),
  trace: {
    atMs: Float64Array.from({ length: 3000 }, (_, n) => n),
    inputTokens: new Float64Array(3000).fill(5),
    outputTokens: new Float64Array(3000).fill(5),
  },
};

/** Workers that the test speaks for. */
class FakeWorker {
  onmessage: ((event: { data: TrafficReply }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly tasks: TrafficTask[] = [];
  isOver = false;
  postMessage(task: TrafficTask) {
    this.tasks.push(task);
  }
  terminate() {
    this.isOver = true;
  }
  reply(data: TrafficReply) {
    this.onmessage?.({ data });
  }
}

/** A crew of so many workers; `told` is all that it said of its orders, progress apart. */
function stage(count: number) {
  /** The workers of each lane, in the order they were started. */
  const workers: FakeWorker[][] = [];
  const lanes = Array.from({ length: count }, (_, lane) => {
    const started = (workers[lane] = [] as FakeWorker[]);
    return new WorkerSlot<TrafficTask, TrafficReply>(
      () => started[started.push(new FakeWorker()) - 1] as unknown as Worker,
      ({ type }) => type !== "progress",
      (message) => ({ type: "failed", message }),
    );
  });
  const crew = new Crew(lanes);
  const told: CrewReport[] = [];
  const shares: number[] = [];
  const order = (request: RunRequest, kinds: readonly RunKind[]) =>
    crew.order(request, kinds, (report) => {
      if (report.type === "progress") shares.push(report.share);
      else told.push(report);
    });
  const at = (lane: number) => workers[lane]!.at(-1)!;
  /** What a lane’s worker was given, last. */
  const task = (lane: number) => at(lane).tasks.at(-1) as Extract<TrafficTask, { type: "run" }>;
  /** The lane’s worker has done what it was given. */
  const finish = (lane: number) => {
    const { kind } = task(lane);
    at(lane).reply(
      kind.of === "breaking"
        ? { type: "breaking", breaking: { holds: 1, breaks: 2, pool: "o1" } }
        : { type: "run", kind, run: {} as Simulation },
    );
  };
  return { crew, order, workers, at, task, finish, told, shares };
}

const MAIN: RunKind = { of: "main" };
const tier = (tier: 1 | 2 | 3 | 5): SimulatedKind => ({ of: "tiers", tier });
const all = (request: RunRequest) => [MAIN, ...otherRuns(shownInput(request))];
const kinds = (told: readonly CrewReport[]) => told.flatMap((report) => ("kind" in report ? [report.kind] : []));

describe("the runs of one traffic on two workers", () => {
  it("begin with the main run, alone; then each worker takes the next", () => {
    const { order, workers, task, finish, told } = stage(2);
    const request = traffic(100_000);
    order(request, [MAIN, tier(1), tier(2), tier(3), tier(5)]);
    // The second has its script fetched meanwhile.
    expect(workers.map((started) => started.map(({ tasks }) => tasks.length))).toEqual([[1], [0]]);
    finish(0);
    expect([task(0).kind, task(1).kind]).toEqual([tier(1), tier(2)]);
    finish(1);
    finish(1);
    expect([task(0).kind, task(1).kind]).toEqual([tier(1), tier(5)]);
    finish(0);
    expect(told.at(-1)!.type).toBe("run");
    finish(1);
    expect(told.at(-1)).toEqual({ type: "done" });
    expect(kinds(told)).toEqual([MAIN, tier(2), tier(3), tier(1), tier(5)]);
    expect(workers.map(({ length }) => length)).toEqual([1, 1]);
  });

  it("send a request to each worker once, whatever it runs of it", () => {
    const { order, at, finish } = stage(2);
    order(trace, all(trace));
    for (const lane of [0, 0, 1, 0, 1]) finish(lane);
    const sent = [0, 1].map((lane) => at(lane).tasks.map((task) => (task.type === "run" ? task.request : undefined)));
    expect(sent).toEqual([
      [trace, null, null, null],
      [trace, null, null],
    ]);
  });

  it("stay with one worker where a second would take longer to start than it saves", () => {
    const { order, workers, finish, told } = stage(2);
    const request = traffic(100);
    order(request, all(request));
    for (const _ of all(request)) finish(0);
    expect(told.at(-1)).toEqual({ type: "done" });
    expect(workers[1]).toHaveLength(0);
  });

  it("are all ended by another order and by a stop, and nothing is heard of them", () => {
    const { crew, order, at, finish, task, told, workers } = stage(2);
    order(traffic(100_000), [MAIN, tier(1), tier(2), tier(3)]);
    finish(0);
    const [first, second] = [at(0), at(1)];
    const handlers = [first.onmessage, second.onmessage];
    const other = traffic(200_000);
    order(other, [MAIN, tier(1), tier(2)]);
    expect([first.isOver, second.isOver]).toEqual([true, true]);
    expect(told).toHaveLength(1);
    for (const handler of handlers) handler?.({ data: { type: "run", kind: tier(3), run: {} as Simulation } });
    expect(told).toHaveLength(1);
    expect(task(0)).toEqual({ type: "run", kind: MAIN, request: other });
    finish(0);
    expect(task(1)).toEqual({ type: "run", kind: tier(2), request: other });
    const now = [at(0), at(1)];
    crew.stop();
    expect(now.map(({ isOver }) => isOver)).toEqual([true, true]);
    crew.close();
    expect(workers.flat().every(({ isOver }) => isOver)).toBe(true);
  });

  it("go to the other worker where one fails, which is left out from then on", () => {
    const { order, at, finish, task, told, workers } = stage(2);
    order(traffic(100_000), [MAIN, tier(1), tier(2), tier(3)]);
    finish(0);
    at(1).reply({ type: "progress", share: 0.5 });
    at(1).onerror!({ message: "out of memory" });
    finish(0);
    expect(task(0).kind).toEqual(tier(2));
    finish(0);
    finish(0);
    expect(told.at(-1)).toEqual({ type: "done" });
    expect(kinds(told)).toEqual([MAIN, tier(1), tier(2), tier(3)]);
    order(traffic(200_000), [MAIN, tier(1), tier(2)]);
    finish(0);
    expect(workers.map(({ length }) => length)).toEqual([1, 1]);
    expect(task(0).kind).toEqual(tier(1));
  });

  it("start a worker anew whose script was missing before it had a run", () => {
    const { order, at, finish, task, workers } = stage(2);
    order(traffic(100_000), [MAIN, tier(1), tier(2), tier(3)]);
    at(1).onerror!({ message: "" });
    finish(0);
    expect(workers.map(({ length }) => length)).toEqual([1, 2]);
    expect(task(1).kind).toEqual(tier(2));
  });

  it("fail where both do, and the next order tries both again", () => {
    const { order, at, finish, told, workers } = stage(2);
    order(traffic(100_000), [MAIN, tier(1), tier(2)]);
    at(0).onerror!({ message: "" });
    expect(told).toEqual([]);
    at(1).onerror!({ message: "" });
    expect(told).toEqual([{ type: "failed", message: "its script could not be fetched" }]);
    order(traffic(100_000), [MAIN, tier(1), tier(2), tier(3)]);
    finish(0);
    expect(workers.map(({ length }) => length)).toEqual([2, 2]);
  });

  it("a run that fails by itself fails on both", () => {
    const { order, at, told } = stage(2);
    order(traffic(100_000), [MAIN, tier(1)]);
    at(0).reply({ type: "failed", message: "no such model" });
    at(1).reply({ type: "failed", message: "no such model" });
    expect(told).toEqual([{ type: "failed", message: "no such model" }]);
  });
});

describe("the share of requests that are simulated", () => {
  it("weighs every run by its requests, on both workers", () => {
    const { order, at, finish, shares } = stage(2);
    order(traffic(100_000), [MAIN, tier(1), tier(2), tier(3)]);
    at(0).reply({ type: "progress", share: 0.5 });
    expect(shares.at(-1)).toBeCloseTo(1 / 8, 12);
    finish(0);
    at(0).reply({ type: "progress", share: 0.5 });
    at(1).reply({ type: "progress", share: 0.25 });
    expect(shares.at(-1)).toBeCloseTo(1.75 / 4, 12);
  });

  it("never falls, not where a worker fails either, and is below 1 as long as anything runs", () => {
    const { order, at, finish, shares } = stage(2);
    const request = traffic(100_000);
    order(request, all(request));
    finish(0);
    at(1).reply({ type: "progress", share: 0.9 });
    at(1).onerror!({ message: "out of memory" });
    for (const _ of all(request).slice(1)) {
      at(0).reply({ type: "progress", share: 0.999 });
      finish(0);
    }
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(Math.max(...shares)).toBeLessThan(1);
  });
});

it("figures and their order are those of one worker, whichever of two is faster", () => {
  const request = traffic(35_000, 1);
  const input = shownInput(request);
  const answers = new Map<string, TrafficReply>();
  const answer = (kind: RunKind): TrafficReply => {
    if (kind.of === "breaking") return { type: "breaking", breaking: findBreak(input) };
    const { of: _, ...variant } = kind;
    return { type: "run", kind, run: runTraffic(input, variant) };
  };
  /** Does what a lane’s worker was given. */
  const work = (worker: FakeWorker, { kind }: Extract<TrafficTask, { type: "run" }>) => {
    const key = JSON.stringify(kind);
    if (!answers.has(key)) answers.set(key, answer(kind));
    worker.reply(answers.get(key)!);
  };
  /** All runs, with the lane that finishes next chosen by `turns`; with them the most lanes at work at once. */
  const outcome = (count: number, turns: (turn: number) => number) => {
    const { crew, workers } = stage(count);
    let runs: TrafficRuns | null = null;
    let isDone = false;
    crew.order(request, all(request), (report) => {
      if (report.type === "done") isDone = true;
      else if (report.type === "breaking") runs = { ...runs!, breaking: report.breaking };
      else if (report.type === "run") runs = runs ? withRun(runs, report.kind, report.run) : runsOf(input, report.run);
    });
    for (let turn = 0; !isDone; turn++) {
      const lane = workers[turns(turn) % count]?.at(-1);
      if (lane?.onmessage) work(lane, lane.tasks.at(-1) as Extract<TrafficTask, { type: "run" }>);
    }
    expect(missingRuns(runs!)).toEqual([]);
    return { runs: runs! as TrafficRuns, used: workers.filter(({ length }) => length > 0).length };
  };
  const alone = outcome(1, () => 0);
  for (const turns of [(turn: number) => turn, (turn: number) => Math.floor(turn / 3)]) {
    const both = outcome(2, turns);
    expect(both.used).toBe(2);
    expect(both.runs).toEqual(alone.runs);
  }
});
