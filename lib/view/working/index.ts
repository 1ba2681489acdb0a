/** Every figure’s own formula with its numbers, its rule, its source and the day it was checked. */
export { backlogWorkingOf } from "./backlog/figure";
export { compareWorkingOf } from "./compare";
export { forecastWorkingOf } from "./forecast/figure";
export type { Working } from "./compose";
export { workingOf } from "./plan";
export { trafficWorkingOf } from "./traffic";
