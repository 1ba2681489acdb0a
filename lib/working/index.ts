/** Every figure’s own formula with its numbers, its rule, its source and the day it was checked. */
export type { Working, WorkingStep } from "./compose";
export { backlogWorkingOf } from "./backlog-working";
export { trafficWorkingOf } from "./traffic-working";
export { workingOf } from "./working";
