import type { ForecastCostChart, TierSpan } from "@/lib/view/forecast/charts";
import { boxAround, lineAcross, lineDown, type Point } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { spanEnds, type CostLayout } from "./cost-layout";

/** The line of a tier’s usage limit. */
function stairOf(span: TierSpan, layout: CostLayout): readonly Point[] {
  const y = layout.y(span.usageLimit);
  return spanEnds(span, layout).map((x) => ({ x, y }));
}

/** Names the stair of a tier’s usage limit, where it is within the plot. */
function limitLabel(span: TierSpan, layout: CostLayout): Label | null {
  const [from, to] = spanEnds(span, layout);
  const y = layout.y(span.usageLimit);
  if (y < layout.area.top - 1) return null;
  return {
    text: span.limitText,
    at: [
      { x: from + 2, y },
      { x: to, y, sides: ["nw", "sw"] },
    ],
    sides: ["ne", "se"],
    gap: 8,
    strong: true,
    tone: span.over.length > 0 ? "over" : "ok",
    halo: true,
  };
}

/** The labels at the ends of the lines, on the right of the plot; inside it where that has no room. */
function endLabels(view: ForecastCostChart, { cost, straight, hasRoom, area, y }: CostLayout): Label[] {
  const { texts, bandTexts, pieces } = view;
  const [end, straightEnd, point] = [cost.at(-1)!.at(-1)!, straight.at(-1)!.at(-1)!, pieces.at(-1)!.at(-1)!];
  const at = (value: number) => [{ x: area.right, y: y(value) }];
  const last: Label = {
    text: texts.last,
    at: hasRoom && area.right - end.x < BESIDE ? [{ x: area.right, y: end.y }] : [end],
    sides: hasRoom ? ["e"] : ["nw", "w", "sw"],
    strong: true,
    halo: true,
    required: true,
  };
  if (!hasRoom || area.right - end.x >= BESIDE) return [last];
  const [amount, name] = texts.straight.split(", ");
  return [
    last,
    { text: `${amount}`, at: at(point.straight), sides: ["e"], tone: "faint" },
    { text: `${name}`, at: [{ x: area.right, y: straightEnd.y + 15 }], sides: ["e"], tone: "faint" },
    ...(bandTexts
      ? [
          { text: bandTexts.p90, at: at(point.p90!), sides: ["e" as const] },
          { text: bandTexts.p10, at: at(point.p10!), sides: ["e" as const] },
        ]
      : []),
  ];
}

/** A curve that ends so many pixels before the plot does is named beside it. */
const BESIDE = 90;

/** Names the budget, and in 8 of 10 cases the days between which it is passed, where these have room. */
function budgetLabel({ budget }: ForecastCostChart, { x, y, area }: CostLayout): Label | null {
  if (!budget || y(budget.usd) < area.top) return null;
  const at = y(budget.usd);
  return {
    text: budget.text,
    short: budget.short,
    at: [
      ...(budget.span ? [{ x: x(budget.span[1]), y: at, sides: ["se" as const, "sw" as const] }] : []),
      { x: area.right, y: at, sides: ["sw", "nw"] },
      { x: area.left, y: at },
    ],
    sides: ["ne", "se"],
    gap: 6,
    within: [area.left, area.right],
    halo: true,
    crossings: 1,
  };
}

/** Names the days on which models end, each a line lower than the one before. */
const endingLabels = ({ ends }: ForecastCostChart, { x, area }: CostLayout): Label[] =>
  ends.map((end, index) => ({
    text: end.text,
    short: end.short,
    at: [{ x: x(end.x), y: area.top + 10 + index * 16 }],
    sides: ["ne", "nw"],
    gap: 6,
    within: [area.left, area.right],
    halo: true,
    required: true,
  }));

/** The labels of a cost chart: models that end, the day the budget is passed, then the ends, then the lines. */
export function costLabels(view: ForecastCostChart, layout: CostLayout): PlacedLabel[] {
  const { area, x, y, cost, straight, width } = layout;
  const { passed, budget, ends, texts, tiers } = view;
  const first = cost[0]![0]!;
  // Near the axis, where the budget and both curves run close together, the day is named above them.
  const passes = passed ? { x: x(passed.x), y: y(passed.usd) } : first;
  const above = [18, 34].map((by) => ({ x: passes.x, y: passes.y - by, sides: ["ne" as const] }));
  return placeLabels(
    [
      ...endingLabels(view, layout),
      passed && {
        text: passed.text,
        short: passed.short,
        at: [passes, ...above],
        sides: ["nw", "ne", "se", "sw", "n"],
        gap: 9,
        strong: true,
        halo: true,
        required: true,
      },
      ...endLabels(view, layout),
      ...tiers.map((span) => limitLabel(span, layout)),
      { text: texts.first, at: [first], sides: ["se", "ne"], gap: 10, strong: true, halo: true, crossings: 1 },
      budgetLabel(view, layout),
    ],
    {
      bounds: { x: area.left, y: 0, width: width - area.left, height: area.bottom },
      lines: [
        ...cost.map((points) => ({ points, weight: 4 })),
        ...straight.map((points) => ({ points, weight: 1 })),
        budget && { points: lineAcross(area, y(budget.usd)), weight: 2 },
        ...ends.map((end) => ({ points: lineDown(area, x(end.x)), weight: 2 })),
        ...tiers.map((span) => ({ points: stairOf(span, layout), weight: 2 })),
      ],
      taken: [boxAround(first, 5), boxAround(cost.at(-1)!.at(-1)!, 4), ...(passed ? [boxAround(passes, 5)] : [])],
    },
  );
}

/** The words in the strip of usage tiers: the tier of each span, and what is to be said of it where it is wide. */
export function ladderLabels({ tiers }: ForecastCostChart, layout: CostLayout): PlacedLabel[] {
  const { ladder } = layout;
  const middle = ladder.top + ladder.height / 2;
  const labels = tiers.flatMap((span): Label[] => {
    const [from, to] = spanEnds(span, layout);
    const isNarrow = to - from < 26;
    const isAllOver = span.over.some(([start, end]) => start <= span.from && end >= span.to);
    const tier: Label = {
      text: span.tier,
      at: [{ x: isNarrow ? (from + to) / 2 : from + 8, y: middle }],
      sides: isNarrow ? ["n"] : ["e"],
      gap: isNarrow ? -7 : 0,
      strong: true,
      tone: isAllOver ? "over" : "plain",
      required: true,
    };
    const [text, short] = span.texts;
    const about: Label = {
      text: text!,
      ...(short !== undefined && { short }),
      at: [{ x: from + 26, y: middle }],
      sides: ["e"],
      gap: 0,
      within: [from, to - 6],
    };
    return isNarrow ? [tier] : [tier, about];
  });
  return placeLabels(labels, {
    bounds: { x: 0, y: ladder.top, width: layout.area.right + 12, height: ladder.height },
  });
}
