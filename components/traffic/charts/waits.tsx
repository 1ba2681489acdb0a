"use client";

import { memo, useMemo } from "react";
import { ComposedChart } from "recharts";
import { waitsPlot, waitsReadings, type WaitsChart, type WaitsPlot } from "@/lib/view/traffic";
import { chartProps, Grid, Labels, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Wish } from "@/components/charts/place";
import { NO_READINGS, Readings, useReading } from "@/components/charts/readings";
import { fitTicks, linearScale, logScale, type Area, type Scale } from "@/components/charts/scale";
import { textWidth } from "@/components/charts/text-width";

interface Layout {
  readonly plot: WaitsPlot;
  readonly area: Area;
  readonly x: Scale;
  readonly y: Scale;
}

/** Each percentile’s label on a line of its own, so that close ones stay apart. */
const LINE = 15;

function labels({ plot: { marks }, area, x }: Layout) {
  const wishes = marks.map(({ at, text, shortText }, index): Wish => ({
    text,
    short: shortText,
    at: [{ x: x(at), y: index * LINE + 6 }],
    sides: ["e", "w"],
    gap: 5,
    strong: true,
    className: "halo",
    must: true,
  }));
  return placeLabels(
    wishes,
    { x: area.left, y: -4, width: area.right - area.left, height: area.bottom },
    [],
    [],
    textWidth,
  );
}

/** Waits across on a log scale, the share of requests up; a line at each percentile. */
export default memo(function WaitsDrawing({ view, width, height }: DrawingProps<WaitsChart>) {
  const layout = useMemo((): Layout => {
    const area = { left: 52, right: width - 12, top: 4 * LINE + 4, bottom: height - 44 };
    const plot = waitsPlot(view, area.right - area.left);
    return { plot, area, x: logScale(plot.x, area.left, area.right), y: linearScale(plot.y, area.bottom, area.top) };
  }, [view, width, height]);
  const { plot, area, x, y } = layout;
  const reading = useReading();
  const readings = useMemo(() => (reading.on ? waitsReadings(view, plot) : NO_READINGS), [view, plot, reading.on]);
  const placed = useMemo(() => labels(layout), [layout]);
  return (
    <ComposedChart {...chartProps(view, width, height, area)} {...reading.over} data={readings}>
      <Grid area={area} y={plot.y} yScale={y} xTicks={fitTicks(plot.x.ticks, x, area)} xLabel="wait, log scale" />
      {plot.columns.map(({ from, to, share }) => (
        <rect
          key={from}
          fill="var(--peak)"
          x={x(from)}
          y={y(share)}
          width={Math.max(1, x(to) - x(from) - 1)}
          height={area.bottom - y(share)}
        />
      ))}
      {plot.marks.map(({ at, text }, index) => (
        <line key={text} className="here" x1={x(at)} x2={x(at)} y1={index * LINE} y2={area.bottom} />
      ))}
      <Labels labels={placed} />
      {reading.on && <Readings x={plot.x} y={plot.y} scale="log" yScale="linear" />}
    </ComposedChart>
  );
});
