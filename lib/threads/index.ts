/** Tasks on a bounded number of threads. */
export { Threads, type Spawn } from "./threads";
