import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { busy, readBody, type Answer } from "@/lib/api";
import { Threads, type Spawn } from "@/lib/threads";
import type { ThreadReply, ThreadTask } from "./thread";

/** One core is left to the thread that answers requests. */
const THREADS = Math.max(1, availableParallelism() - 1);
/** At some hundred milliseconds for the largest run, whoever waits longest waits for seconds. */
const MOST_WAITING = 32;
const MOST_WAITING_BYTES = 64 * 1_048_576;
/** What a run takes where none was measured yet. */
const FIRST_GUESS_MS = 500;

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
  meanMs: number;
}

/** One for all routes of a process, whichever of them Next bundles together. */
const desks = globalThis as { headroomDesk?: Desk };
const desk = (desks.headroomDesk ??= {
  threads: new Threads(spawn, { threads: THREADS, waiting: MOST_WAITING, weight: MOST_WAITING_BYTES }),
  meanMs: FIRST_GUESS_MS,
});

const refused = () => busy(Math.max(1, Math.ceil((desk.threads.size * desk.meanMs) / THREADS / 1000)));

/**
 * The answer of a call that takes long, from a thread of its own; `most`: the most bytes its body may have. 503 where
 * too many wait already.
 */
export async function answerInThread(call: ThreadTask["call"], request: Request, most: number): Promise<Answer> {
  const { url, headers, body: stream, signal } = request;
  const length = headers.get("content-length");
  if (desk.threads.isFull(Number(length))) {
    // Whoever is still sending hears the answer.
    await readBody(stream, length, 0);
    return refused();
  }
  const body = await readBody(stream, length, most);
  try {
    const task = { call, body: apart(body), query: new URL(url).search };
    const running = desk.threads.run(task, "bytes" in body ? body.bytes.length : 0, signal);
    if (!running) return refused();
    const { answer, ms } = await running;
    desk.meanMs += (ms - desk.meanMs) / 8;
    return answer;
  } catch {
    return refused();
  }
}

/** A body in memory of its own: a part of a shared buffer would take all of it along to the thread. */
const apart = (body: ThreadTask["body"]): ThreadTask["body"] =>
  "bytes" in body ? { bytes: body.bytes.slice() } : body;
