"use client";

import { memo, useMemo } from "react";
import { ComposedChart, Curve } from "recharts";
import { volumePlot, volumeReadings, type VolumeChart, type VolumePlot } from "@/lib/view/plan";
import { chartProps, Grid, Labels, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Box, type Obstacle, type Point, type Wish } from "@/components/charts/place";
import { fitTicks, logScale, type Area, type Scale } from "@/components/charts/scale";
import { NO_READINGS, Readings, useReading } from "@/components/charts/readings";
import { textWidth } from "@/components/charts/text-width";

interface Layout {
  readonly plot: VolumePlot;
  readonly area: Area;
  readonly x: Scale;
  readonly y: Scale;
}

const TONES = { over: " cur", ok: " fit", plain: "" } as const;
const WORDS = { over: "overT halo", ok: "fitT halo", plain: "halo" } as const;

/** The drawn points of one line. */
function line({ plot, x, y }: Layout, of: "cost" | "other"): Point[] {
  return plot.points.flatMap((point) => {
    const cost = point[of];
    return cost === null ? [] : [{ x: x(point.traffic), y: y(cost) }];
  });
}

function labels(layout: Layout) {
  const { plot, area, x, y } = layout;
  const { stairs, today, otherName } = plot;
  const main = line(layout, "cost");
  const other = line(layout, "other");
  const lines: Obstacle[] = [
    { points: main, weight: 4 },
    { points: other, weight: 1 },
    ...stairs.map(({ traffic, cost }) => ({
      points: [
        { x: area.left, y: y(cost) },
        { x: x(traffic), y: y(cost) },
      ],
      weight: 4,
    })),
    ...stairs.map(({ traffic, cost }) => ({
      points: [
        { x: x(traffic), y: y(cost) },
        { x: x(traffic), y: area.bottom },
      ],
      weight: 1,
    })),
  ];
  const here = { x: x(1), y: y(today.cost) };
  const dot = (at: { x: number; y: number }, r: number): Box => ({
    x: at.x - r,
    y: at.y - r,
    width: 2 * r,
    height: 2 * r,
  });
  const ends = stairs.map(({ traffic, cost }) => ({ x: x(traffic), y: y(cost) }));
  const stairWishes = stairs.map(({ text, shortText, tone }, index): Wish => ({
    text,
    short: shortText,
    at: [ends[index]!],
    sides: ["nw", "sw"],
    gap: 7,
    strong: tone !== "plain",
    className: WORDS[tone],
    must: tone !== "plain",
  }));
  const rank = (index: number) => (stairs[index]!.tone === "plain" ? 1 : 0);
  const along =
    other.length > 1
      ? [0.6, 0.72, 0.45, 0.3, 0.85, 0.15].map((part) => ({
          x: other[0]!.x + part * (other[1]!.x - other[0]!.x),
          y: other[0]!.y + part * (other[1]!.y - other[0]!.y),
        }))
      : [];
  const wishes: Wish[] = [
    {
      text: today.text,
      short: "today",
      at: [here, { x: here.x, y: here.y + 12, sides: ["se"] }],
      sides: ["nw", "w", "se", "e", "sw", "ne"],
      strong: true,
      className: "halo",
      must: true,
      gap: 10,
    },
    ...stairWishes
      .map((wish, index) => ({ wish, index }))
      .sort((a, b) => rank(a.index) - rank(b.index))
      .map(({ wish }) => wish),
    ...(otherName
      ? [{ text: otherName, at: along, sides: ["se", "e"] as const, className: "faint halo", gap: 10 }]
      : []),
  ];
  const bounds = { x: area.left, y: 0, width: area.right - area.left, height: area.bottom };
  return placeLabels(wishes, bounds, lines, [dot(here, 6), ...ends.map((end) => dot(end, 4))], textWidth);
}

/** Traffic across, dollars a month up, both on log scales; each tier's usage limit is a stair that ends where the tier does. */
export default memo(function VolumeDrawing({ view, width, height }: DrawingProps<VolumeChart>) {
  const plot = useMemo(() => volumePlot(view), [view]);
  const layout = useMemo((): Layout => {
    const left = 8 + Math.max(...plot.y.ticks.map(({ label }) => textWidth(label)));
    const area = { left: Math.max(52, left), right: width - 12, top: 14, bottom: height - 44 };
    return { plot, area, x: logScale(plot.x, area.left, area.right), y: logScale(plot.y, area.bottom, area.top) };
  }, [plot, width, height]);
  const reading = useReading();
  const readings = useMemo(() => (reading.on ? volumeReadings(view, plot.x) : NO_READINGS), [view, plot, reading.on]);
  const { area, x, y } = layout;
  const placed = useMemo(() => labels(layout), [layout]);
  return (
    <ComposedChart {...chartProps(view, width, height, area)} {...reading.over} data={readings}>
      <Grid area={area} y={plot.y} yScale={y} xTicks={fitTicks(plot.x.ticks, x, area)} xLabel={plot.xLabel} />
      <Curve className="rule2 dash" points={line(layout, "other")} />
      {plot.stairs.map(({ tier, traffic, cost, tone }) => (
        <g key={tier}>
          <path className={`stair${TONES[tone]}`} d={`M${area.left} ${y(cost)}H${x(traffic)}`} />
          <path className={`stair drop${TONES[tone]}`} d={`M${x(traffic)} ${y(cost)}V${area.bottom}`} />
        </g>
      ))}
      <Curve className="main" points={line(layout, "cost")} />
      {plot.stairs.map(({ tier, traffic, cost, tone }) => (
        <circle key={tier} className={`node${TONES[tone]}`} cx={x(traffic)} cy={y(cost)} r={3.5} />
      ))}
      <circle className="dot" cx={x(1)} cy={y(plot.today.cost)} r={5} />
      <Labels labels={placed} />
      {reading.on && <Readings x={plot.x} y={plot.y} scale="log" />}
    </ComposedChart>
  );
});
