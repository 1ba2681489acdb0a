import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { compareByBody, compareByLink, openapi, rangeByBody, simulateByBody, type Answer } from "@/lib/api";

/** Calls that take long, each answered by its function on a body and a query. */
const CALLS = {
  simulate: simulateByBody,
  range: rangeByBody,
  compare: compareByBody,
  compareLink: (_: Parameters<typeof compareByBody>[0], query: string) => compareByLink(query),
  openapi: () => openapi(),
};

export interface ThreadTask {
  readonly call: keyof typeof CALLS;
  readonly body: Parameters<typeof simulateByBody>[0];
  readonly query: string;
}

export interface ThreadReply {
  readonly answer: Answer;
  /** How long it took. */
  readonly ms: number;
}

// Whoever answers goes first, whatever cores there are. Elsewhere it would slow the whole process.
if (parentPort && process.platform === "linux") setPriority(5);

parentPort?.on("message", ({ call, body, query }: ThreadTask) => {
  const began = performance.now();
  const answer = CALLS[call](body, query);
  parentPort!.postMessage({ answer, ms: performance.now() - began } satisfies ThreadReply);
});
