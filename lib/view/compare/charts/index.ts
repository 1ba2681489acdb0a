/** What the chart of Compare draws. */
export { costHeadroomChart, type ComparePoint, type CostHeadroomChart } from "./cost-headroom";
export { costHeadroomPlot, type CostHeadroomPlot } from "./plot";
