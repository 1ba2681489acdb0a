"use client";

import { memo, useMemo } from "react";
import { ComposedChart, Rectangle } from "recharts";
import { tokensPlot, type TokensChart, type TokensPlot } from "@/lib/view/plan";
import { chartProps, Labels, XAxisMarks, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Wish } from "@/components/charts/place";
import { fitTicks, logScale, type Area, type Scale } from "@/components/charts/scale";
import { textWidth } from "@/components/charts/text-width";

const COLOURS = { fits: "var(--mean)", over: "var(--over-fill)", unknown: "var(--peak)" } as const;
/** Half of what the mark of a tier is tall. */
const MARK = 7;

interface Layout {
  readonly plot: TokensPlot;
  readonly area: Area;
  readonly x: Scale;
  /** The middle of a row. */
  readonly y: (index: number) => number;
}

function labels({ plot, area, x, y }: Layout) {
  const wishes = plot.rows.flatMap((row, index): Wish[] => {
    const [above, below] = [y(index) - MARK, y(index) + MARK];
    // A line of its own where rows stand far enough apart.
    const title = y(1) - y(0) >= 58 ? above - 15 : above;
    const values: Wish[] = [
      {
        text: `${row.peakText} at peak`,
        short: row.peakText,
        at: [{ x: x(row.peak), y: above }],
        sides: ["ne", "nw"],
        gap: -4,
        className: row.state === "over" ? "overT" : "",
        strong: true,
        must: true,
      },
      { text: `${row.meanText} mean`, at: [{ x: x(row.mean), y: above }], sides: ["nw"], gap: -4 },
    ];
    const marks = [...row.marks]
      .sort((a, b) => Number(b.own) - Number(a.own))
      .map((mark): Wish => ({
        text: mark.text,
        short: mark.shortText,
        at: [{ x: x(mark.at), y: below }],
        sides: ["s", "sw", "se"],
        gap: 2,
        className: mark.own ? "" : "faint",
        strong: mark.own,
      }));
    return [
      {
        text: `${row.name}${row.about && `, ${row.about}`}`,
        short: row.name,
        at: [{ x: area.left, y: title + 1 }],
        sides: ["ne"],
        gap: 0,
        strong: true,
        must: true,
      },
      ...(row.charge
        ? [
            {
              text: row.charge.text,
              at: [
                { x: x(row.charge.at), y: above },
                { x: x(row.charge.at), y: title },
              ],
              sides: ["ne", "nw"] as const,
              gap: -4,
              className: "overT",
              strong: true,
              must: true,
            },
          ]
        : []),
      ...(row.peak > 0 ? values.slice(0, row.mean === row.peak ? 1 : 2) : []),
      ...marks,
    ];
  });
  // The first row may use the air above the plot.
  return placeLabels(wishes, { x: 0, y: -8, width: area.right + 8, height: area.bottom + 8 }, [], [], textWidth);
}

/** Tokens a minute across on a log scale, a row for each model or rule: a bar from the mean to the peak, a mark at each tier's limit. */
export default memo(function TokensDrawing({ view, width, height }: DrawingProps<TokensChart>) {
  const plot = useMemo(() => tokensPlot(view), [view]);
  const layout = useMemo((): Layout => {
    const area = { left: 4, right: width - 12, top: 0, bottom: height - 44 };
    const step = (area.bottom - area.top) / plot.rows.length;
    return { plot, area, x: logScale(plot.x, area.left, area.right), y: (index) => area.top + (index + 0.5) * step };
  }, [plot, width, height]);
  const { area, x, y } = layout;
  const placed = useMemo(() => labels(layout), [layout]);
  return (
    <ComposedChart {...chartProps(view, width, height, area)}>
      <XAxisMarks area={area} ticks={fitTicks(plot.x.ticks, x, area)} label={plot.xLabel} />
      {plot.rows.map(({ key, marks }, index) => (
        <g key={key}>
          <line className="grid" x1={area.left} x2={area.right} y1={y(index)} y2={y(index)} />
          {marks.map(({ at, own }) => (
            <line
              key={at}
              className={own ? "limit" : "tk"}
              stroke={own ? "var(--ink)" : undefined}
              strokeWidth={own ? 2 : 1}
              x1={x(at)}
              x2={x(at)}
              y1={y(index) - MARK}
              y2={y(index) + MARK}
            />
          ))}
        </g>
      ))}
      {plot.rows.map(
        ({ key, mean, peak, state }, index) =>
          peak > 0 && (
            <Rectangle
              key={key}
              x={x(mean)}
              y={y(index) - 3}
              width={x(peak) - x(mean)}
              height={6}
              fill={COLOURS[state]}
              isAnimationActive={false}
            />
          ),
      )}
      {plot.rows.map(
        ({ key, peak, state }, index) =>
          peak > 0 && (
            <circle key={key} className="dot" style={{ fill: COLOURS[state] }} cx={x(peak)} cy={y(index)} r={5.5} />
          ),
      )}
      {plot.rows.map(
        ({ key, charge }, index) =>
          charge && <circle key={key} className="hollow" cx={x(charge.at)} cy={y(index)} r={5} />,
      )}
      <Labels labels={placed} />
    </ComposedChart>
  );
});
