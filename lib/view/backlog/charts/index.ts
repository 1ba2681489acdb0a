/** The charts of Backlog: their points, axes, tables and readings. */
export { frontierPlot, type FrontierPlot } from "./frontier-plot";
export { frontierChart, type FrontierChart } from "./frontier";
export { type WaveBar, wavesChart, type WavesChart } from "./waves";
