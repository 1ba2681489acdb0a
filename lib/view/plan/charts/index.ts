/** The charts of Plan: their points, axes, tables and readings. */
export { billChart, type BillChart } from "./bill";
export { capPlot, type CapPlot, capReadings } from "./cap-plot";
export { capChart, type CapChart } from "./cap";
export { capWorkload } from "./cap-workload";
export { tokensPlot, type TokensPlot } from "./tokens-plot";
export { tokensChart, type TokensChart } from "./tokens";
export { volumePlot, type VolumePlot, volumeReadings } from "./volume-plot";
export { volumeChart, type VolumeChart } from "./volume";
