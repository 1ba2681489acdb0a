/** One binary heap. */
export { Queue } from "./queue";
