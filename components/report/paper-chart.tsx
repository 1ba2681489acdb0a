import type { ComponentType } from "react";
import type { ChartText, Undrawn } from "@/lib/view/chart";
import type { DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import styles from "./paper.module.css";

/** A4 between its margins and half of it, in CSS pixels; Letter is a little wider, and the drawing with it. */
const [WHOLE, HALF, HEIGHT] = [688, 330, 160];

interface PaperChartProps<View> {
  readonly view: View | Undrawn;
  readonly drawing: ComponentType<DrawingProps<View>>;
  /** Over the whole width of the paper. */
  readonly isWide?: boolean;
  /** In CSS pixels. */
  readonly height?: number;
}

/** A chart at half the width of the paper or all of it, under its finding; what cannot be drawn is left out. */
export function PaperChart<View extends ChartText & { readonly drawn: true }>({
  view,
  drawing: Drawing,
  isWide = false,
  height = HEIGHT,
}: PaperChartProps<View>) {
  if ("reason" in view) return null;
  return (
    <figure className={classNames(styles.chart, isWide && styles.wideChart)}>
      <h2>{view.finding}</h2>
      <p className={styles.remark}>{view.units}</p>
      <div>
        <Drawing view={view} width={isWide ? WHOLE : HALF} height={height} />
      </div>
      <figcaption className={styles.remark}>{view.source}</figcaption>
    </figure>
  );
}
