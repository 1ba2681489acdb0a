"use client";

import { memo, useMemo } from "react";
import type { MonthMark, MonthsChart } from "@/lib/view/ranges/charts";
import { BottomAxis } from "@/components/charts/axes";
import { textWidth } from "@/components/charts/labels/text-width";
import { MarkLine } from "@/components/charts/marks";
import { Surface, type DrawingProps } from "@/components/charts/surface";
import { lineDown, type PlotArea } from "@/components/charts/labels/geometry";
import { monthsLayout, type MonthsLayout } from "./months-layout";
import { classNames } from "@/components/ui/class-names";
import styles from "./ranges.module.css";

/** A month’s cost in 100 cases: a disc within the budget, a ring over it, a cross over the usage limit. */
export default memo(function MonthsDrawing({ view, width, height }: DrawingProps<MonthsChart>) {
  const layout = useMemo(() => monthsLayout(view, { width, height }), [view, width, height]);
  const { area, x } = layout;
  return (
    <Surface view={view} width={width} height={height}>
      <Levels view={view} layout={layout} />
      <Cases layout={layout} />
      <BottomAxis area={area} axis={view.x} scale={x} />
      <Whiskers view={view} layout={layout} width={width} />
    </Surface>
  );
});

function Cases({ layout: { cases, radius } }: { readonly layout: MonthsLayout }) {
  const arm = radius * 0.8;
  return (
    <g>
      {cases.map(({ x, y, kind }, index) =>
        kind === "over" ? (
          <path
            key={index}
            className={styles.cross}
            d={`M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`}
          />
        ) : (
          <circle
            key={index}
            className={kind === "within" ? styles.disc : styles.ring}
            cx={x}
            cy={y}
            r={kind === "within" ? radius : radius - 1}
          />
        ),
      )}
    </g>
  );
}

interface LevelProps {
  readonly view: MonthsChart;
  readonly layout: MonthsLayout;
}

/** Budget and usage limit, with how many cases lie between them. */
function Levels({ view, layout: { area, x } }: LevelProps) {
  const { budget, limit, between, over, inBudget } = view;
  const inPlot = (mark: MonthMark | null) => mark !== null && mark.value <= view.x.to;
  const small = area.right < 520;
  const words = (count: number, long: string, short: string) => `${count}${small ? short : long}`;
  return (
    <g>
      {budget && inPlot(budget) && (
        <>
          <MarkLine points={lineDown({ ...area, top: 8 }, x(budget.value))} className={styles.budget} />
          <Beside area={area} at={x(budget.value)} y={18} side="left">
            {words(inBudget, ` of 100 within the budget, ${budget.text}`, " in budget")}
          </Beside>
          {between > 0 && (
            <Beside area={area} at={x(budget.value)} y={18} side="right" className={styles.near}>
              {words(between, " over it", "")}
            </Beside>
          )}
        </>
      )}
      {inPlot(limit) && (
        <>
          <MarkLine points={lineDown({ ...area, top: 24 }, x(limit.value))} className={styles.limit} />
          <Beside area={area} at={x(limit.value)} y={34} side="right" className={styles.over}>
            {words(over, ` over the usage limit, ${limit.text}`, " over the limit")}
          </Beside>
        </>
      )}
    </g>
  );
}

interface BesideProps {
  readonly area: PlotArea;
  readonly at: number;
  readonly y: number;
  readonly side: "left" | "right";
  readonly className?: string | undefined;
  readonly children: string;
}

/** Words on one side of a line, or on the other where they have no room. */
function Beside({ area, at, y, side, className, children }: BesideProps) {
  const width = textWidth(children, true) + 8;
  const fitsLeft = at - width >= 0;
  const fitsRight = at + width <= area.right + 14;
  const toLeft = side === "left" ? fitsLeft || !fitsRight : !fitsRight && fitsLeft;
  return (
    <text
      className={classNames(className ?? styles.strong, styles.halo)}
      x={at + (toLeft ? -8 : 8)}
      y={y}
      textAnchor={toLeft ? "end" : "start"}
    >
      {children}
    </text>
  );
}

/** p10, p50 and p90 below the axis, and the scenario as entered. */
function Whiskers({ view, layout: { area, x }, width }: LevelProps & { readonly width: number }) {
  const { p10, p50, p90, entered } = view;
  const y = area.bottom + 36;
  const [low, high] = [x(p10.value), x(p90.value)];
  const small = width < 520;
  const lowText = `p10 ${p10.text}`;
  const lowLeft = low - 8 - textWidth(lowText) >= 0;
  const highText = `p90 ${p90.text}`;
  const highRight = high + 8 + textWidth(highText) <= width;
  const asEntered = small ? entered.text : `as entered ${entered.text}`;
  const enteredFirst = entered.value <= p50.value;
  const [left, right] = enteredFirst ? [entered, p50] : [p50, entered];
  const text = (mark: MonthMark) => (mark === entered ? asEntered : `p50 ${mark.text}`);
  const leftText = text(left);
  const leftAt = Math.max(textWidth(leftText, true), x(left.value) + 5);
  const rightAt = Math.min(width - textWidth(text(right), true), Math.max(leftAt + 10, x(right.value) - 1));
  return (
    <g>
      <path
        className={styles.whisker}
        d={`M${low} ${y}H${high}${[low, x(p50.value), high].map((at) => `M${at} ${y - 4}v8`).join("")}`}
      />
      <circle className={styles.entered} cx={x(entered.value)} cy={y} r={5} />
      <text x={lowLeft ? low - 8 : 0} y={lowLeft ? y + 4 : y + 42} textAnchor={lowLeft ? "end" : "start"}>
        {lowText}
      </text>
      <text x={highRight ? high + 8 : width} y={highRight ? y + 4 : y + 42} textAnchor={highRight ? "start" : "end"}>
        {highText}
      </text>
      <text className={left === entered ? styles.strong : undefined} x={leftAt} y={y + 23} textAnchor="end">
        {leftText}
      </text>
      <text className={right === entered ? styles.strong : undefined} x={rightAt} y={y + 23}>
        {text(right)}
      </text>
    </g>
  );
}
