/** The charts of Traffic: their points, axes, tables and readings. */
export { type FlowChart, flowPlot, type FlowPlot, flowReadings, queueChart, throttledChart } from "./flow";
export { loadChart, type LoadChart, type LoadPanel, loadPlot, type LoadPlot, loadReadings } from "./load";
export { waitsChart, type WaitsChart, waitsPlot, type WaitsPlot, waitsReadings } from "./waits";
