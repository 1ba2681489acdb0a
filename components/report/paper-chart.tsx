import type { ComponentType } from "react";
import type { ChartText, Undrawn } from "@/lib/view/chart";
import type { DrawingProps } from "@/components/charts/surface";
import styles from "./paper.module.css";

/** Half the width of A4 between its margins, in CSS pixels; Letter is a little wider, and the drawing with it. */
const [WIDTH, HEIGHT] = [330, 200];

interface PaperChartProps<View> {
  readonly view: View | Undrawn;
  readonly drawing: ComponentType<DrawingProps<View>>;
  /** In CSS pixels. */
  readonly height?: number;
}

/** A chart at half the width of the paper, under its finding; what cannot be drawn is left out. */
export function PaperChart<View extends ChartText & { readonly drawn: true }>({
  view,
  drawing: Drawing,
  height = HEIGHT,
}: PaperChartProps<View>) {
  if ("reason" in view) return null;
  return (
    <figure className={styles.chart}>
      <h2>{view.finding}</h2>
      <p className={styles.remark}>{view.units}</p>
      <div>
        <Drawing view={view} width={WIDTH} height={height} />
      </div>
      <figcaption className={styles.remark}>{view.source}</figcaption>
    </figure>
  );
}
