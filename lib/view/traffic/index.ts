/** What Traffic shows of simulated runs. */
export { breakingView } from "./breaking";
export { latencyWanted } from "./figures/flights";
export { trafficFigure, trafficFigures, trafficKeys } from "./figures/list";
export { trafficAnnouncement, trafficContext, trafficFinding, trafficTitle } from "./heading";
export { policySides } from "./sides/policies";
export type { TrafficSide, TrafficSides } from "./sides/side";
export { tierSides } from "./sides/tiers";
export { windowSides } from "./sides/windows";
export { dayRemark, remarkBefore, unrunRemark, type DayRemark } from "./remark";
export { throttleViews } from "./throttle";
export { busiestPool } from "./time";
export { trafficVerdict } from "./verdict/whole";
export { formatClock, formatWait, type SimulatedTraffic, waitWords } from "./words";
