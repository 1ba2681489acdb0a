"use client";

import { memo, useMemo } from "react";
import { ComposedChart } from "recharts";
import { flowPlot, flowReadings, type FlowChart, type FlowPlot } from "@/lib/view/traffic";
import { chartProps, Grid, Labels, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Obstacle, type Point, type Wish } from "@/components/charts/place";
import { NO_READINGS, Readings, useReading } from "@/components/charts/readings";
import { fitTicks, linearScale, type Area, type Scale } from "@/components/charts/scale";
import { areaPath, linePath, steps } from "@/components/charts/steps";
import { textWidth } from "@/components/charts/text-width";

interface Layout {
  readonly plot: FlowPlot;
  readonly area: Area;
  readonly x: Scale;
  readonly y: Scale;
  readonly main: Point[];
  readonly part: Point[];
  readonly peak: Point;
}

function layoutOf(view: FlowChart, width: number, height: number): Layout {
  const left = Math.max(52, 8 + Math.max(...flowPlot(view, 100).y.ticks.map(({ label }) => textWidth(label))));
  const area = { left, right: width - 12, top: 18, bottom: height - 44 };
  const plot = flowPlot(view, Math.floor(area.right - area.left));
  const x = linearScale(plot.x, area.left, area.right);
  const y = linearScale(plot.y, area.bottom, area.top);
  const { edges, main, part, peak } = plot;
  return {
    plot,
    area,
    x,
    y,
    main: steps(edges, main, x, y),
    part: part ? steps(edges, part, x, y) : [],
    peak: { x: x((edges[peak]! + edges[peak + 1]!) / 2), y: y(main[peak]!) },
  };
}

function labels(view: FlowChart, { area, main, part, peak }: Layout) {
  const { partName, peakText, tone } = view;
  const lines: Obstacle[] = [
    { points: main, weight: 2 },
    { points: part, weight: 1 },
  ];
  const highest = part.reduce<Point | null>((best, point) => (best && best.y <= point.y ? best : point), null);
  const wishes: Wish[] = [
    {
      text: peakText,
      at: [peak],
      sides: ["n", "ne", "nw", "e", "w"],
      gap: 6,
      strong: true,
      className: tone === "over" ? "overT halo" : "halo",
      must: true,
    },
    ...(highest
      ? [{ text: partName, at: [highest], sides: ["ne", "nw", "e", "w"] as const, gap: 5, className: "halo", bears: 2 }]
      : []),
  ];
  return placeLabels(
    wishes,
    { x: area.left, y: 0, width: area.right - area.left, height: area.bottom },
    lines,
    [{ x: peak.x - 4, y: peak.y - 4, width: 8, height: 8 }],
    textWidth,
  );
}

/** Time across, a count up: what waits, or what is refused and fails. */
export default memo(function FlowDrawing({ view, width, height }: DrawingProps<FlowChart>) {
  const layout = useMemo(() => layoutOf(view, width, height), [view, width, height]);
  const { plot, area, x, y, main, part, peak } = layout;
  const reading = useReading();
  const readings = useMemo(() => (reading.on ? flowReadings(view, plot) : NO_READINGS), [view, plot, reading.on]);
  const placed = useMemo(() => labels(view, layout), [view, layout]);
  return (
    <ComposedChart {...chartProps(view, width, height, area)} {...reading.over} data={readings}>
      <Grid area={area} y={plot.y} yScale={y} xTicks={fitTicks(plot.x.ticks, x, area)} xLabel={plot.x.name} />
      <path className={view.tone === "over" ? "came over" : "came"} d={areaPath(main, area.bottom)} />
      {part.length > 0 && <path className="main thin" d={linePath(part)} />}
      {view.clear !== null && <circle className="node" cx={x(view.clear)} cy={area.bottom} r={3.5} />}
      <circle className="dot" cx={peak.x} cy={peak.y} r={4} />
      <Labels labels={placed} />
      {reading.on && <Readings x={plot.x} y={plot.y} scale="linear" />}
    </ComposedChart>
  );
});
