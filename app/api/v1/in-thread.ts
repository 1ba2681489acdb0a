import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { busy, readBody, type Answer } from "@/lib/api";
import { Threads, type Spawn } from "@/lib/threads";
import type { ThreadReply, ThreadTask } from "./thread";

/** At some hundred milliseconds for the largest run, whoever waits longest waits for seconds. */
const MOST_WAITING = 32;
const MOST_WAITING_BYTES = 64 * 1_048_576;

const spawn: Spawn<ThreadTask, ThreadReply> = ({ reply, end }) => {
  const worker = new Worker(new URL("./thread.ts", import.meta.url));
  // A server that stops does not wait for it.
  worker.unref();
  worker.on("message", reply);
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`the thread ended with ${code}`)));
  return (task) => worker.postMessage(task);
};

interface Desk {
  readonly threads: Threads<ThreadTask, ThreadReply>;
  readonly count: number;
  /** What a call takes, a mean of the last ones; at first a guess. */
  meanMs: number;
}

const openDesk = (count: number, meanMs: number): Desk => ({
  threads: new Threads(spawn, { threads: count, waiting: MOST_WAITING, weight: MOST_WAITING_BYTES }),
  count,
  meanMs,
});

/** How many processes serve together (start.mjs). */
const processes = Number(process.env.HEADROOM_PROCESSES) || 1;

/**
 * One of each for all routes of a process, whichever of them Next bundles together. Runs have all cores but one, which
 * is left to the thread that answers requests, shared among the processes; what takes some 50 ms does not wait behind
 * runs.
 */
const shared = globalThis as { headroomDesks?: { readonly runs: Desk; readonly short: Desk } };
const desks = (shared.headroomDesks ??= {
  runs: openDesk(Math.max(1, Math.floor((availableParallelism() - 1) / processes)), 500),
  short: openDesk(1, 50),
});

const refused = ({ threads, count, meanMs }: Desk) =>
  busy(Math.max(1, Math.ceil((threads.size * meanMs) / count / 1000)));

/**
 * The answer of a call that takes long, from a thread of its own; `most`: the most bytes its body may have. 503 where
 * too many wait already.
 */
export async function answerInThread(call: ThreadTask["call"], request: Request, most: number): Promise<Answer> {
  const { url, headers, body: stream, signal } = request;
  const desk = call === "simulate" ? desks.runs : desks.short;
  const length = headers.get("content-length");
  if (desk.threads.isFull(Number(length))) {
    // Whoever is still sending hears the answer.
    await readBody(stream, length, 0);
    return refused(desk);
  }
  const body = await readBody(stream, length, most);
  try {
    const task = { call, body: apart(body), query: new URL(url).search };
    const running = desk.threads.run(task, "bytes" in body ? body.bytes.length : 0, signal);
    if (!running) return refused(desk);
    const { answer, ms } = await running;
    desk.meanMs += (ms - desk.meanMs) / 8;
    return answer;
  } catch {
    return refused(desk);
  }
}

/** A body in memory of its own: a part of a shared buffer would take all of it along to the thread. */
const apart = (body: ThreadTask["body"]): ThreadTask["body"] =>
  "bytes" in body ? { bytes: body.bytes.slice() } : body;
