import { forecastReport } from "@/lib/export";
import type { Forecast } from "@/lib/forecast";
import { forecastCostChart, forecastLimitsChart } from "@/lib/view/forecast/charts";
import type { Printable } from "@/components/report/outlet";
import { PaperChart } from "@/components/report/paper-chart";
import CostDrawing from "./charts/cost";
import LimitsDrawing from "./charts/limits";

/** The charts of the report: cost a month, and how much of each limit is used. */
function Charts({ of: forecast }: { readonly of: Forecast | null }) {
  if (!forecast) return null;
  return (
    <>
      <PaperChart view={forecastCostChart(forecast)} drawing={CostDrawing} isWide height={300} />
      <PaperChart view={forecastLimitsChart(forecast)} drawing={LimitsDrawing} isWide />
    </>
  );
}

const printable: Printable<Forecast | null> = { toReport: forecastReport, Charts, chartsAfter: "events" };
export default printable;
