"use client";

import { memo, useMemo } from "react";
import { ComposedChart, Curve } from "recharts";
import { frontierPlot, type FrontierChart, type FrontierPlot } from "@/lib/view/backlog";
import type { Reading } from "@/lib/view/chart";
import { chartProps, Grid, Labels, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Box, type Obstacle, type Point, type Wish } from "@/components/charts/place";
import { fitTicks, linearScale, logScale, type Area, type Scale } from "@/components/charts/scale";
import { NO_READINGS, Readings, useReading } from "@/components/charts/readings";
import { textWidth } from "@/components/charts/text-width";

interface Layout {
  readonly plot: FrontierPlot;
  readonly area: Area;
  readonly x: Scale;
  readonly y: Scale;
}

/** Down to each point and on to the next: what is not yet done at a lower cost still costs the higher one. */
function steps({ points }: FrontierChart, { x, y }: Layout): Point[] {
  return points.flatMap(({ hours, usd }, index) => [
    ...(index ? [{ x: x(hours), y: y(points[index - 1]!.usd) }] : []),
    { x: x(hours), y: y(usd) },
  ]);
}

const across = (y: number, { left, right }: Area): Point[] => [
  { x: left, y },
  { x: right, y },
];
const down = (x: number, { top, bottom }: Area): Point[] => [
  { x, y: top },
  { x, y: bottom },
];

function labels(view: FrontierChart, layout: Layout) {
  const { plot, area, x, y } = layout;
  const { deadline, budget, alone } = plot;
  const lines: Obstacle[] = [
    { points: steps(view, layout), weight: 4 },
    ...(deadline ? [{ points: down(x(deadline.hours), area), weight: 2 }] : []),
    ...(budget ? [{ points: across(y(budget.usd), area), weight: 2 }] : []),
  ];
  const dots = [
    ...alone,
    ...(view.points[view.chosen] ? [view.points[view.chosen]!] : []),
    view.points[0]!,
    view.points.at(-1)!,
  ].map(({ hours, usd }): Box => ({ x: x(hours) - 5, y: y(usd) - 5, width: 10, height: 10 }));
  const at = (point: { readonly hours: number; readonly usd: number }) => ({ x: x(point.hours), y: y(point.usd) });
  const [first, last, chosen] = [view.points[0]!, view.points.at(-1)!, view.points[view.chosen]];
  const end = (point: typeof first, sides: Wish["sides"]): Wish[] =>
    point === chosen ? [] : [{ text: point.text, at: [at(point)], sides, className: "halo" }];
  const wishes: Wish[] = [
    ...(chosen
      ? [
          {
            text: view.chosenText,
            at: [at(chosen)],
            sides: ["ne", "e", "nw", "sw", "se", "w"] as const,
            strong: true,
            className: "halo",
            must: true,
          },
        ]
      : []),
    ...(deadline
      ? [
          {
            text: deadline.text,
            at: [
              { x: x(deadline.hours), y: area.top + 12 },
              { x: x(deadline.hours), y: area.bottom - 4 },
            ],
            sides: ["ne", "nw"] as const,
            gap: 6,
            className: chosen ? "halo" : "overT halo",
            must: true,
          },
        ]
      : []),
    ...(budget
      ? [
          {
            text: budget.text,
            at: [
              { x: area.right, y: y(budget.usd) },
              { x: area.left, y: y(budget.usd) },
            ],
            sides: ["nw", "sw", "ne", "se"] as const,
            gap: 4,
            className: "halo",
            must: true,
          },
        ]
      : []),
    {
      text: "nothing is done earlier",
      short: "too early",
      at: [0.5, 0.7, 0.3].map((part) => ({
        x: (area.left + x(first.hours)) / 2,
        y: area.top + part * (area.bottom - area.top),
      })),
      sides: ["n"],
      within: [area.left, x(first.hours)],
      className: "overT",
    },
    ...end(first, ["ne", "e", "se", "sw"]),
    ...end(last, ["nw", "sw", "ne", "w"]),
    ...alone.map((one): Wish => ({
      text: one.text,
      at: [at(one)],
      sides: ["ne", "e", "nw", "se", "sw"],
      className: "faint halo",
    })),
  ];
  return placeLabels(
    wishes,
    { x: area.left, y: 0, width: area.right - area.left + 12, height: area.bottom },
    lines,
    dots,
    textWidth,
  );
}

/** Time across, dollars up: a step for each split that waiting makes cheaper, the deadline and the budget as lines, the chosen split as the solid dot. */
export default memo(function FrontierDrawing({ view, width, height }: DrawingProps<FrontierChart>) {
  const plot = useMemo(() => frontierPlot(view), [view]);
  const layout = useMemo((): Layout => {
    const left = 8 + Math.max(...plot.y.ticks.map(({ label }) => textWidth(label)));
    const area = { left: Math.max(44, left), right: width - 12, top: 14, bottom: height - 44 };
    const scale = (axis: FrontierPlot["x"] | FrontierPlot["y"], from: number, to: number) =>
      axis.scale === "log" ? logScale(axis, from, to) : linearScale(axis, from, to);
    return { plot, area, x: scale(plot.x, area.left, area.right), y: scale(plot.y, area.bottom, area.top) };
  }, [plot, width, height]);
  const reading = useReading();
  const readings = useMemo(
    (): Reading[] =>
      reading.on
        ? view.points.map(({ hours, usd, text, detail }) => ({ x: hours, y: usd, text, detail }))
        : NO_READINGS,
    [view, reading.on],
  );
  const { area, x, y } = layout;
  const placed = useMemo(() => labels(view, layout), [view, layout]);
  const [first, chosen] = [view.points[0]!, view.points[view.chosen]];
  return (
    <ComposedChart {...chartProps(view, width, height, area)} {...reading.over} data={readings}>
      <rect
        className="short"
        x={area.left}
        y={area.top}
        width={Math.max(0, x(first.hours) - area.left)}
        height={area.bottom - area.top}
      />
      <Grid area={area} y={plot.y} yScale={y} xTicks={fitTicks(plot.x.ticks, x, area)} xLabel={plot.x.name} />
      {plot.deadline && (
        <line
          className={chosen ? "here" : "peak"}
          x1={x(plot.deadline.hours)}
          x2={x(plot.deadline.hours)}
          y1={area.top}
          y2={area.bottom}
        />
      )}
      {plot.budget && (
        <line className="here" x1={area.left} x2={area.right} y1={y(plot.budget.usd)} y2={y(plot.budget.usd)} />
      )}
      <Curve className="main" points={steps(view, layout)} />
      {plot.alone.map(({ hours, usd, text }) => (
        <circle key={text} className="node" cx={x(hours)} cy={y(usd)} r={3.5} />
      ))}
      {chosen && <circle className="dot" cx={x(chosen.hours)} cy={y(chosen.usd)} r={5} />}
      <Labels labels={placed} />
      {reading.on && <Readings x={plot.x} y={plot.y} scale={plot.x.scale} yScale={plot.y.scale} />}
    </ComposedChart>
  );
});
