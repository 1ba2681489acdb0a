import type { Axis } from "@/lib/view/chart";
import type { PlotArea, Scale } from "./labels/geometry";
import { fitTicks } from "./labels/ticks";
import styles from "./axes.module.css";

/*
 * Axes are drawn here and not by Recharts: of ticks that would touch, the less important gives way, and
 * labels at the ends stay over the plot. Recharts drops ticks by their position only.
 */

interface AxisProps {
  readonly area: PlotArea;
  readonly axis: Axis;
  readonly scale: Scale;
}

/** The values up the plot: their labels on the left, a line across at each. */
export function ValueAxis({ area: { left, right }, axis: { ticks }, scale }: AxisProps) {
  return (
    <g>
      {ticks.map(({ value, label }) => {
        const at = scale(value);
        return (
          <g key={value}>
            <line className={styles.gridline} x1={left} x2={right} y1={at} y2={at} />
            <text className={styles.text} x={left - 8} y={at + 4} textAnchor="end">
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Lines from top to bottom at the ticks of the axis below. */
export function UprightGrid({ area: { top, bottom }, axis: { ticks }, scale }: AxisProps) {
  return (
    <g>
      {ticks.map(({ value }) => (
        <line key={value} className={styles.gridline} x1={scale(value)} x2={scale(value)} y1={top} y2={bottom} />
      ))}
    </g>
  );
}

/** The axis below the plot: its line, the ticks that have room and what it measures. */
export function BottomAxis({ area, axis, scale, label }: AxisProps & { readonly label?: string }) {
  const { left, right, bottom } = area;
  return (
    <g>
      {fitTicks(axis.ticks, scale, area).map((tick) => (
        <g key={tick.value}>
          <line className={styles.line} x1={tick.at} x2={tick.at} y1={bottom} y2={bottom + 4} />
          <text
            className={tick.strong ? styles.strong : styles.text}
            x={tick.at}
            y={bottom + 18}
            textAnchor={tick.anchor}
          >
            {tick.label}
          </text>
        </g>
      ))}
      <AxisLine left={left} right={right} at={bottom} />
      {label && (
        <text className={styles.text} x={left} y={bottom + 38}>
          {label}
        </text>
      )}
    </g>
  );
}

/** The line a plot stands on. */
export function AxisLine({ left, right, at }: { readonly left: number; readonly right: number; readonly at: number }) {
  return <line className={styles.line} x1={left} x2={right} y1={at} y2={at} />;
}

/** What a plot measures, above its left end. */
export function PlotName({ left, top, children }: { left: number; top: number; children: string }) {
  return (
    <text className={styles.text} x={left} y={top - 7}>
      {children}
    </text>
  );
}
