/** Every figure’s own formula with its numbers, its rule, its source and the day it was checked. */
export { backlogWorkingOf } from "./backlog";
export type { Working } from "./compose";
export { workingOf } from "./figure";
export { trafficWorkingOf } from "./traffic";
