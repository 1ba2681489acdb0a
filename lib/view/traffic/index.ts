/** What Traffic shows of simulated runs. */
export { breakingView } from "./breaking";
export { type FlowChart, flowPlot, type FlowPlot, flowReadings, queueChart, throttledChart } from "./charts/flow";
export { loadChart, type LoadChart, type LoadPanel, loadPlot, type LoadPlot, loadReadings } from "./charts/load";
export { waitsChart, type WaitsChart, waitsPlot, type WaitsPlot, waitsReadings } from "./charts/waits";
export { latencyWanted, trafficFigure, trafficFigures, trafficKeys } from "./figures";
export { policySides, tierSides, type TrafficSide, type TrafficSides, windowSides } from "./sides";
export { throttleViews } from "./throttle";
export { busiestPool } from "./time";
export { trafficAnnouncement, trafficContext, trafficFinding, trafficTitle, trafficVerdict } from "./verdict";
export { formatClock, formatWait, type SimulatedTraffic, waitWords } from "./words";
