import { Queue } from "@/lib/queue";

/** A throttled request that waits to be sent again. */
export interface Retry<Time extends number | bigint> {
  /** When it is sent again. */
  readonly due: Time;
  /** When it first came. */
  readonly came: Time;
  /** Tokens it is charged. */
  readonly charge: number;
  /** Which attempt this will be; the first one is 1. */
  readonly attempts: number;
  /** Retries are numbered as they are put in; of two due at once the lower number goes first. */
  readonly turn: number;
}

/**
 * A queue of requests that wait to be sent again; the one due first is its head, of equals the lower `turn`.
 */
export const retryQueue = <Time extends number | bigint>(): Queue<Retry<Time>> =>
  new Queue((a, b) => a.due < b.due || (a.due === b.due && a.turn < b.turn));
