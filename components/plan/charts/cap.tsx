"use client";

import { memo, useMemo } from "react";
import { ComposedChart, Curve } from "recharts";
import { capPlot, capReadings, type CapChart, type CapPlot } from "@/lib/view/plan";
import { chartProps, Grid, Labels, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Box, type Obstacle, type Point, type Wish } from "@/components/charts/place";
import { fitTicks, logScale, type Area, type Scale } from "@/components/charts/scale";
import { NO_READINGS, Readings, useReading } from "@/components/charts/readings";
import { textWidth } from "@/components/charts/text-width";

const RULES = ["prompt-plus-cap", "larger-of", "actual"] as const;
type Rule = (typeof RULES)[number];

interface Layout {
  readonly plot: CapPlot;
  readonly area: Area;
  readonly x: Scale;
  readonly y: Scale;
}

/** The drawn points of one curve, cut off at the top of the plot. */
function curve({ plot, area, x, y }: Layout, rule: Rule): Point[] {
  return plot.points.flatMap(({ cap, rates }) => {
    const rate = rates[rule];
    return rate === null || rate > plot.y.to ? [] : [{ x: x(cap), y: Math.min(y(rate), area.bottom) }];
  });
}

/** The ends, in pixels, of the stretch where `zone` is filled. */
function stretch({ plot, x }: Layout, zone: "room" | "short"): [number, number] | null {
  const filled = plot.points.filter((point) => point[zone]);
  return filled.length > 1 ? [x(filled[0]!.cap), x(filled.at(-1)!.cap)] : null;
}

/** A tinted zone: what it reaches up to, and what it stands on. */
function filled({ plot, x, y }: Layout, zone: "room" | "short"): { points: Point[]; baseLine: Point[] } {
  const within = plot.points.flatMap((point) =>
    point[zone] ? [{ at: x(point.cap), low: y(point[zone][0]), high: y(point[zone][1]) }] : [],
  );
  return {
    points: within.map(({ at, high }) => ({ x: at, y: high })),
    baseLine: within.map(({ at, low }) => ({ x: at, y: low })),
  };
}

function labels(layout: Layout) {
  const { plot, area, x, y } = layout;
  const { peak, mean, ceiling, today, threshold, never, main } = plot;
  const across = (at: number): Point[] => [
    { x: area.left, y: at },
    { x: area.right, y: at },
  ];
  const levelY = (level: { at: number; beyond: "above" | "below" | null }) =>
    level.beyond === "above" ? area.top : level.beyond === "below" ? area.bottom : y(level.at);
  const peakY = levelY(peak);
  const lines: Obstacle[] = [
    ...RULES.map((rule) => ({ points: curve(layout, rule), weight: rule === main ? 4 : 1 })),
    { points: across(peakY), weight: 4 },
    ...(mean && !mean.beyond ? [{ points: across(y(mean.at)), weight: 1 }] : []),
    ...(ceiling && !ceiling.beyond ? [{ points: across(y(ceiling.at)), weight: 2 }] : []),
    ...(today
      ? [
          {
            points: [
              { x: x(today.cap), y: y(today.rate) },
              { x: x(today.cap), y: area.bottom },
            ],
            weight: 2,
          },
        ]
      : []),
    ...(never
      ? [
          {
            points: [
              { x: x(never.from), y: area.top },
              { x: x(never.from), y: area.bottom },
            ],
            weight: 2,
          },
        ]
      : []),
  ];
  const dots: Box[] = [
    today && { x: x(today.cap), y: y(today.rate) },
    threshold && { x: x(threshold.cap), y: y(threshold.rate) },
  ].flatMap((dot) => (dot ? [{ x: dot.x - 6, y: dot.y - 6, width: 12, height: 12 }] : []));
  const ends = (at: number): Point[] => [
    { x: area.left, y: at },
    { x: area.right, y: at },
  ];
  const along = (rule: Rule, parts: readonly number[]) => {
    const points = curve(layout, rule);
    return parts.flatMap((part) => points[Math.round(part * (points.length - 1))] ?? []);
  };
  const wishes: Wish[] = [];
  const zone = (name: "room" | "short", text: string, short: string, className: string) => {
    const ends = stretch(layout, name);
    if (!ends) return;
    const below = name === "short";
    const inside = plot.points.filter((point) => point[name]);
    const middle = [0.1, 0.3, 0.5, 0.7].map((part) => {
      const point = inside[Math.round(part * (inside.length - 1))]!;
      const [low, high] = point[name]!;
      return { x: x(point.cap), y: (y(low) + y(high)) / 2, sides: ["e", "w"] as const };
    });
    wishes.push({
      text,
      short,
      className,
      within: ends,
      gap: 10,
      at: below
        ? [{ x: ends[1], y: peakY }, { x: ends[0], y: peakY }, ...middle]
        : [{ x: ends[0], y: peakY }, { x: ends[1], y: peakY }, ...middle],
      sides: below ? ["sw", "se"] : ["ne", "nw"],
    });
  };
  if (today)
    wishes.push({
      text: today.text,
      short: today.text.split(" ")[0]!,
      at: [{ x: x(today.cap), y: y(today.rate) }],
      sides: ["ne", "sw", "nw", "se", "e", "w"],
      strong: true,
      className: "halo",
      bears: 1,
      must: true,
    });
  if (threshold)
    wishes.push({
      text: threshold.text,
      at: [{ x: x(threshold.cap), y: y(threshold.rate) }],
      sides: ["ne", "sw", "nw", "se"],
      strong: true,
      className: "halo",
      bears: 1,
      must: true,
    });
  wishes.push({
    text: peak.text,
    at: ends(peakY),
    sides: peak.beyond === "above" ? ["se", "sw"] : peak.beyond === "below" ? ["ne", "nw"] : ["se", "ne", "sw", "nw"],
    gap: 10,
    className: peak.beyond === "below" ? "" : "overT",
    must: true,
  });
  if (never)
    wishes.push({
      text: never.text,
      short: never.shortText,
      at: [
        { x: area.right, y: area.top + 4 },
        { x: area.right, y: area.top + 40 },
      ],
      sides: ["sw"],
      within: [x(never.from), area.right],
      className: "overT",
      gap: 6,
    });
  zone("room", "room at the peak", "room", "okT");
  zone("short", "peak does not fit", "no room", "overT");
  if (mean)
    wishes.push({
      text: mean.text,
      at: mean.beyond ? [] : ends(y(mean.at)),
      sides: ["se", "ne", "sw", "nw"],
      gap: 10,
      className: "halo",
    });
  if (ceiling && !ceiling.beyond)
    wishes.push({
      text: ceiling.text,
      at: ends(y(ceiling.at)).reverse(),
      sides: ["nw", "sw", "ne", "se"],
      gap: 4,
      className: "halo",
    });
  for (const rule of RULES) {
    const flat = rule === "actual";
    const last = flat ? curve(layout, rule) : [];
    wishes.push({
      text: plot.names[rule],
      short: plot.shortNames[rule],
      at: flat
        ? [last.at(-1), last[0]].flatMap((point) => point ?? [])
        : along(rule, rule === main ? [0.08, 0.9, 0.5] : [0.25, 0.3, 0.2, 0.4, 0.5, 0.7, 0.9, 0.12, 0.03]),
      sides: flat ? ["nw", "ne", "sw", "se"] : rule === main ? ["sw", "ne", "e"] : ["ne", "sw", "e", "w"],
      gap: flat ? 0 : 6,
      className: "faint",
    });
  }
  const bounds = { x: area.left, y: 0, width: area.right - area.left, height: area.bottom };
  return placeLabels(wishes, bounds, lines, dots, textWidth);
}

/** Caps across, requests a minute up, both on log scales; room and want of room at the peak are tinted. */
export default memo(function CapDrawing({ view, width, height }: DrawingProps<CapChart>) {
  const plot = useMemo(() => capPlot(view), [view]);
  const layout = useMemo((): Layout => {
    const left = 8 + Math.max(...plot.y.ticks.map(({ label }) => textWidth(label)));
    const area = { left: Math.max(44, left), right: width - 12, top: 14, bottom: height - 44 };
    return { plot, area, x: logScale(plot.x, area.left, area.right), y: logScale(plot.y, area.bottom, area.top) };
  }, [plot, width, height]);
  const reading = useReading();
  const readings = useMemo(() => (reading.on ? capReadings(view) : NO_READINGS), [view, reading.on]);
  const { area, x, y } = layout;
  const { peak, mean, ceiling, today, threshold, never, main } = plot;
  const placed = useMemo(() => labels(layout), [layout]);
  return (
    <ComposedChart {...chartProps(view, width, height, area)} {...reading.over} data={readings}>
      <Grid area={area} y={plot.y} yScale={y} xTicks={fitTicks(plot.x.ticks, x, area)} xLabel={plot.xLabel} />
      {never && (
        <rect
          className="short"
          x={x(never.from)}
          y={area.top}
          width={area.right - x(never.from)}
          height={area.bottom - area.top}
        />
      )}
      {(["room", "short"] as const).map((zone) => (
        <Curve key={zone} className={zone} {...filled(layout, zone)} />
      ))}
      {RULES.filter((rule) => rule !== main).map((rule) => (
        <Curve key={rule} className={rule === "actual" ? "rule2" : "rule2 dash"} points={curve(layout, rule)} />
      ))}
      {ceiling && !ceiling.beyond && (
        <line className="rule2" x1={area.left} x2={area.right} y1={y(ceiling.at)} y2={y(ceiling.at)} />
      )}
      {!peak.beyond && <line className="peak" x1={area.left} x2={area.right} y1={y(peak.at)} y2={y(peak.at)} />}
      {mean && !mean.beyond && <line className="mean" x1={area.left} x2={area.right} y1={y(mean.at)} y2={y(mean.at)} />}
      <Curve className="main" points={curve(layout, main)} />
      {today && <line className="here" x1={x(today.cap)} x2={x(today.cap)} y1={y(today.rate)} y2={area.bottom} />}
      {threshold && <circle className="hollow" cx={x(threshold.cap)} cy={y(threshold.rate)} r={4} />}
      {today && <circle className="dot" cx={x(today.cap)} cy={y(today.rate)} r={5} />}
      <Labels labels={placed} />
      {reading.on && <Readings x={plot.x} y={plot.y} scale="log" />}
    </ComposedChart>
  );
});
