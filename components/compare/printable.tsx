import { type Compared, compareReport } from "@/lib/export";
import { costHeadroomChart } from "@/lib/view/compare/charts";
import type { Printable } from "@/components/report/outlet";
import { PaperChart } from "@/components/report/paper-chart";
import CostHeadroomDrawing from "./charts/cost-headroom";

/** The chart of the report: cost against headroom. */
function Charts({ of: { table, estimate } }: { readonly of: Compared }) {
  return <PaperChart view={costHeadroomChart(table, estimate)} drawing={CostHeadroomDrawing} />;
}

const printable: Printable<Compared> = { toReport: compareReport, Charts, chartsAfter: "models" };
export default printable;
