import { boxAround, lineAcross, lineDown, type Point } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type LabelObstacle, type PlacedLabel } from "@/components/charts/labels/place";
import { zoneColumns, curveOf, peakHeight, CAP_RULES, type CapLayout, type Zone } from "./cap-layout";

/** The labels of a cap chart: what holds today and at the peak chooses first, names of curves last. */
export function capLabels(layout: CapLayout): PlacedLabel[] {
  const { plot, area, x, y } = layout;
  const dots = [plot.today, plot.threshold].flatMap((dot) =>
    dot ? [boxAround({ x: x(dot.cap), y: y(dot.rate) }, 6)] : [],
  );
  return placeLabels(
    [
      pointLabel(layout, "today"),
      pointLabel(layout, "threshold"),
      peakLabel(layout),
      neverLabel(layout),
      zoneLabel(layout, "room"),
      zoneLabel(layout, "short"),
      meanLabel(layout),
      ceilingLabel(layout),
      ...CAP_RULES.map((rule) => ruleLabel(layout, rule)),
    ],
    {
      bounds: { x: area.left, y: 0, width: area.right - area.left, height: area.bottom },
      lines: linesOf(layout),
      taken: dots,
    },
  );
}

function linesOf(layout: CapLayout): (LabelObstacle | null)[] {
  const { plot, area, x, y } = layout;
  const { mean, ceiling, today, never, main } = plot;
  return [
    ...CAP_RULES.map((rule) => ({ points: curveOf(layout, rule), weight: rule === main ? 4 : 1 })),
    { points: lineAcross(area, peakHeight(layout)), weight: 4 },
    mean && !mean.beyond ? { points: lineAcross(area, y(mean.at)), weight: 1 } : null,
    ceiling && !ceiling.beyond ? { points: lineAcross(area, y(ceiling.at)), weight: 2 } : null,
    today && { points: lineDown({ ...area, top: y(today.rate) }, x(today.cap)), weight: 2 },
    never && { points: lineDown(area, x(never.from)), weight: 2 },
  ];
}

function pointLabel({ plot, x, y }: CapLayout, which: "today" | "threshold"): Label | null {
  const point = plot[which];
  if (!point) return null;
  const today = which === "today";
  return {
    text: point.text,
    ...(today && { short: point.text.split(" ")[0]! }),
    at: [{ x: x(point.cap), y: y(point.rate) }],
    sides: ["ne", "sw", "nw", "se", ...(today ? (["e", "w"] as const) : [])],
    strong: true,
    halo: true,
    required: true,
  };
}

function peakLabel(layout: CapLayout): Label {
  const { text, beyond } = layout.plot.peak;
  const sides = { above: ["se", "sw"], below: ["ne", "nw"], within: ["se", "ne", "sw", "nw"] } as const;
  return {
    text,
    at: lineAcross(layout.area, peakHeight(layout)),
    sides: sides[beyond ?? "within"],
    gap: 10,
    tone: beyond === "below" ? "plain" : "over",
    required: true,
  };
}

function neverLabel({ plot: { never }, area, x }: CapLayout): Label | null {
  if (!never) return null;
  return {
    text: never.text,
    short: never.shortText,
    at: [
      { x: area.right, y: area.top + 4 },
      { x: area.right, y: area.top + 40 },
    ],
    sides: ["sw"],
    within: [x(never.from), area.right],
    gap: 6,
    tone: "over",
  };
}

const ZONES = {
  room: { text: "room at the peak", short: "room", tone: "ok", sides: ["ne", "nw"] },
  short: { text: "peak does not fit", short: "no room", tone: "over", sides: ["sw", "se"] },
} as const;

function zoneLabel(layout: CapLayout, zone: Zone): Label | null {
  const columns = zoneColumns(layout, zone);
  if (columns.length < 2) return null;
  const [start, end] = [columns[0]!.x, columns.at(-1)!.x];
  const peak = peakHeight(layout);
  const corners = [start, end].map((x) => ({ x, y: peak }));
  const middle = [0.1, 0.3, 0.5, 0.7].map((part) => {
    const { x, low, high } = columns[Math.round(part * (columns.length - 1))]!;
    return { x, y: (low + high) / 2, sides: ["e", "w"] as const };
  });
  return {
    ...ZONES[zone],
    within: [start, end],
    gap: 10,
    at: [...(zone === "short" ? corners.reverse() : corners), ...middle],
  };
}

function meanLabel({ plot: { mean }, area, y }: CapLayout): Label | null {
  if (!mean || mean.beyond) return null;
  return { text: mean.text, at: lineAcross(area, y(mean.at)), sides: ["se", "ne", "sw", "nw"], gap: 10, halo: true };
}

function ceilingLabel({ plot: { ceiling }, area, y }: CapLayout): Label | null {
  if (!ceiling || ceiling.beyond) return null;
  const at = [...lineAcross(area, y(ceiling.at))].reverse();
  return { text: ceiling.text, at, sides: ["nw", "sw", "ne", "se"], gap: 4, halo: true };
}

function ruleLabel(layout: CapLayout, rule: (typeof CAP_RULES)[number]): Label {
  const { names, shortNames, main } = layout.plot;
  const curve = curveOf(layout, rule);
  const named = { text: names[rule], short: shortNames[rule], tone: "faint" } as const;
  if (rule === "actual")
    return { ...named, at: [curve.at(-1), curve[0]].filter(isPoint), sides: ["nw", "ne", "sw", "se"], gap: 0 };
  const parts = rule === main ? [0.08, 0.9, 0.5] : [0.25, 0.3, 0.2, 0.4, 0.5, 0.7, 0.9, 0.12, 0.03];
  return {
    ...named,
    at: parts.map((part) => curve[Math.round(part * (curve.length - 1))]).filter(isPoint),
    sides: rule === main ? ["sw", "ne", "e"] : ["ne", "sw", "e", "w"],
    gap: 6,
  };
}

const isPoint = (point: Point | undefined): point is Point => point !== undefined;
