"use client";

import { memo, useMemo } from "react";
import { ComposedChart } from "recharts";
import { loadPlot, loadReadings, type LoadChart, type LoadPanel, type LoadPlot } from "@/lib/view/traffic";
import { chartProps, Labels, XAxisMarks, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Obstacle, type Point, type Wish } from "@/components/charts/place";
import { NO_READINGS, Readings, useReading } from "@/components/charts/readings";
import { fitTicks, linearScale, type Area, type Scale } from "@/components/charts/scale";
import { areaPath, linePath, steps } from "@/components/charts/steps";
import { textWidth } from "@/components/charts/text-width";

interface Layout {
  readonly plot: LoadPlot;
  readonly area: Area;
  readonly x: Scale;
  readonly panels: readonly {
    readonly panel: LoadPanel;
    readonly top: number;
    readonly bottom: number;
    readonly y: Scale;
    readonly admitted: Point[];
    readonly offered: Point[];
    readonly curve: Point[];
  }[];
  /** The first panel’s share of the height. */
  readonly share: number;
}

/** Between the panels: room for the name of the second one. */
const GAP = 32;
/** A reading’s height on the axis that spans both panels. */
const WHOLE = { from: 0, to: 1, ticks: [] };

function layoutOf(view: LoadChart, width: number, height: number): Layout {
  const rough = loadPlot(view, 100);
  const left = Math.max(
    52,
    8 + Math.max(...rough.panels.flatMap(({ y }) => y.ticks.map(({ label }) => textWidth(label)))),
  );
  const area = { left, right: width - 12, top: 18, bottom: height - 44 };
  const plot = loadPlot(view, Math.floor(area.right - area.left));
  const x = linearScale(plot.x, area.left, area.right);
  const tall = (area.bottom - area.top - GAP) / 2;
  const panels = plot.panels.map((panel, index) => {
    const top = area.top + index * (tall + GAP);
    const y = linearScale(panel.y, top + tall, top);
    return {
      panel,
      top,
      bottom: top + tall,
      y,
      admitted: steps(plot.edges, panel.admitted, x, y),
      offered: panel.offered ? steps(plot.edges, panel.offered, x, y) : [],
      curve: panel.curve ? steps(plot.edges, panel.curve, x, y) : [],
    };
  });
  return { plot, area, x, panels, share: tall / (area.bottom - area.top) };
}

/** Corners a label may stand at: the highest, and some along the way. */
function along(points: readonly Point[]): Point[] {
  const highest = points.reduce<Point | null>((best, point) => (best && best.y <= point.y ? best : point), null);
  const some = [0.25, 0.5, 0.75, 0.1, 0.9].flatMap((part) => points[Math.floor(part * points.length)] ?? []);
  return highest ? [highest, ...some] : [];
}

function labels({ panels, area }: Layout) {
  return panels.flatMap(({ panel, top, bottom, y, admitted, offered, curve }) => {
    const { limit } = panel;
    const at = limit && (limit.beyond ? top + 12 : y(limit.at));
    const lines: Obstacle[] = [
      { points: admitted, weight: 1 },
      { points: offered, weight: 1 },
      ...(limit && !limit.beyond
        ? [
            {
              points: [
                { x: area.left, y: at! },
                { x: area.right, y: at! },
              ],
              weight: 3,
            },
          ]
        : []),
    ];
    const wishes: Wish[] = [
      ...(limit
        ? [
            {
              text: limit.text,
              at: [
                { x: area.right, y: at! },
                { x: area.left + 2, y: at!, sides: ["ne", "se"] as const },
              ],
              sides: ["nw", "sw"] as const,
              gap: 0,
              strong: true,
              className: limit.exceeded ? "overT halo" : "halo",
              must: true,
            },
          ]
        : []),
      ...(panel.offered
        ? [
            {
              text: panel.labels.offered,
              at: along(offered),
              sides: ["ne", "nw", "e", "w"] as const,
              gap: 5,
              className: "halo",
              bears: 1,
            },
          ]
        : []),
      {
        text: panel.labels.admitted,
        at: along(admitted),
        sides: ["ne", "nw", "e", "w", "se", "sw"],
        gap: 5,
        strong: true,
        className: "halo",
        bears: 1,
      },
      ...(panel.curve
        ? [
            {
              text: panel.labels.curve,
              at: along(curve),
              sides: ["ne", "nw", "se", "sw"] as const,
              gap: 5,
              className: "faint halo",
              bears: 1,
            },
          ]
        : []),
    ];
    return placeLabels(
      wishes,
      { x: area.left, y: top - 4, width: area.right - area.left, height: bottom - top + 4 },
      lines,
      [],
      textWidth,
    );
  });
}

/** Time across; above, requests a minute that came and that were admitted, below, tokens charged, each against its limit. */
export default memo(function LoadDrawing({ view, width, height }: DrawingProps<LoadChart>) {
  const layout = useMemo(() => layoutOf(view, width, height), [view, width, height]);
  const { plot, area, x, panels, share } = layout;
  const reading = useReading();
  const readings = useMemo(
    () => (reading.on ? loadReadings(view, plot, share) : NO_READINGS),
    [view, plot, share, reading.on],
  );
  const placed = useMemo(() => labels(layout), [layout]);
  const xTicks = fitTicks(plot.x.ticks, x, area);
  return (
    <ComposedChart {...chartProps(view, width, height, area)} {...reading.over} data={readings}>
      {panels.map(({ panel, top, bottom, y, admitted, offered, curve }) => (
        <g key={panel.name}>
          {panel.y.ticks.map(({ value, label }) => (
            <g key={value}>
              <line className="grid" x1={area.left} x2={area.right} y1={y(value)} y2={y(value)} />
              <text className="tick" x={area.left - 8} y={y(value) + 4} textAnchor="end">
                {label}
              </text>
            </g>
          ))}
          <text className="axl" x={area.left} y={top - 7}>
            {panel.name}
          </text>
          {offered.length > 0 && <path className="came" d={areaPath(offered, bottom)} />}
          {curve.length > 0 && <path className="rule2 dash" d={linePath(curve)} />}
          <path className="main thin" d={linePath(admitted)} />
          {panel.limit && !panel.limit.beyond && (
            <line
              className={panel.limit.exceeded ? "peak" : "cap"}
              x1={area.left}
              x2={area.right}
              y1={y(panel.limit.at)}
              y2={y(panel.limit.at)}
            />
          )}
          <line className="axis" x1={area.left} x2={area.right} y1={bottom} y2={bottom} />
        </g>
      ))}
      <XAxisMarks area={area} ticks={xTicks} label={plot.x.name} />
      <Labels labels={placed} />
      {reading.on && <Readings x={plot.x} y={WHOLE} scale="linear" />}
    </ComposedChart>
  );
});
