import { memo, useMemo } from "react";
import type { Estimate } from "@/lib/estimate";
import type { CompareTable } from "@/lib/view/compare";
import { costHeadroomChart } from "@/lib/view/compare/charts";
import { LazyChart } from "@/components/charts/lazy-chart";
import { LoneChart } from "@/components/charts/section";
import styles from "./compare.module.css";

const loadDrawing = () => import("./charts/cost-headroom");

interface CompareChartProps {
  readonly table: CompareTable;
  readonly estimate: Estimate;
}

/** Cost against headroom, beside the rows while they scroll, and what the comparison does not know. */
export const CompareChart = memo(function CompareChart({ table, estimate }: CompareChartProps) {
  const view = useMemo(() => costHeadroomChart(table, estimate), [table, estimate]);
  const isDropped = table.all.some(({ remark }) => remark !== null);
  return (
    <section className={styles.side} aria-label="Chart">
      <LoneChart className="@container">
        <LazyChart view={view} load={loadDrawing} height="h-95" />
      </LoneChart>
      <div className="mt-6 grid content-start gap-1.5 text-13 text-ink-2">
        <p>
          <b className="text-ink">Sizes stay as entered.</b> Another model may think longer, or answer worse; its price
          says neither.
        </p>
        {isDropped && <p>Models without reasoning leave out the reasoning tokens, and their rows say so.</p>}
        {estimate.scenario.workloads.length > 1 && (
          <p>Embeddings and models of text do not take each other’s workloads: those stay where they are.</p>
        )}
      </div>
    </section>
  );
});
