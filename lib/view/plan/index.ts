/** What Plan shows of an estimate. */
export { alternativesFinding, type AlternativeView, alternativesView, budgetView } from "./answers";
export { batchView } from "./batch";
export { type BillLine, type BillView, billView, type BillWorkload, keyFigures } from "./bill";
export { billChart, type BillChart } from "./charts/bill";
export { capPlot, type CapPlot, capReadings } from "./charts/cap-plot";
export { capChart, type CapChart } from "./charts/cap";
export { capWorkload } from "./charts/cap-workload";
export { tokensPlot, type TokensPlot } from "./charts/tokens-plot";
export { tokensChart, type TokensChart } from "./charts/tokens";
export { volumePlot, type VolumePlot, volumeReadings } from "./charts/volume-plot";
export { volumeChart, type VolumeChart } from "./charts/volume";
export { fixesView } from "./fixes/list";
export { limitsFinding, type LimitView, limitViews } from "./limits";
export { type TierHead, tiersView } from "./tiers";
export { pageTitle, peakRequests, verdictView } from "./verdict";
