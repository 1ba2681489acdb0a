import type { ForecastCostChart, TierSpan } from "@/lib/view/forecast/charts";
import { boxAround, lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { spanEnds, type CostLayout } from "./cost-layout";

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
    tone: span.isOver ? "over" : "ok",
    halo: true,
  };
}

/** The labels at the ends of the lines, on the right of the plot; inside it where that has no room. */
function endLabels(view: ForecastCostChart, { cost, straight, hasRoom, area, y }: CostLayout): Label[] {
  const { texts, bandTexts, band } = view;
  const end = cost.at(-1)!;
  const at = (value: number) => [{ x: area.right, y: y(value) }];
  const last: Label = {
    text: texts.last,
    at: [end],
    sides: hasRoom ? ["e"] : ["nw", "w", "sw"],
    strong: true,
    halo: true,
    required: true,
  };
  if (!hasRoom) return [last];
  const [amount, name] = texts.straight.split(", ");
  const range = band?.at(-1);
  return [
    last,
    { text: `${amount}`, at: [straight.at(-1)!], sides: ["e"], tone: "faint" },
    { text: `${name}`, at: [{ x: area.right, y: straight.at(-1)!.y + 15 }], sides: ["e"], tone: "faint" },
    ...(range && bandTexts
      ? [
          { text: bandTexts.p90, at: at(range.p90), sides: ["e" as const] },
          { text: bandTexts.p10, at: at(range.p10), sides: ["e" as const] },
        ]
      : []),
  ];
}

/** The labels of a cost chart: the month the budget is passed first, then the ends, then the lines. */
export function costLabels(view: ForecastCostChart, layout: CostLayout): PlacedLabel[] {
  const { area, x, y, cost, straight } = layout;
  const { passed, budget, ends, texts, tiers } = view;
  const first = cost[0]!;
  // Near the axis, where the budget and both curves run close together, its month is named above them.
  const passes = passed ? cost[passed.month]! : first;
  const above = [18, 34].map((by) => ({ x: passes.x, y: passes.y - by, sides: ["ne" as const] }));
  return placeLabels(
    [
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
      passed?.month === 0
        ? null
        : { text: texts.first, at: [first], sides: ["se", "ne"], gap: 10, strong: true, halo: true, crossings: 1 },
      budget && y(budget.usd) >= area.top
        ? {
            text: budget.text,
            short: budget.short,
            at: [
              ...(budget.span ? [{ x: x(budget.span[1]), y: y(budget.usd), sides: ["se" as const] }] : []),
              { x: area.right, y: y(budget.usd), sides: ["sw", "nw"] },
              { x: area.left, y: y(budget.usd) },
            ],
            sides: ["ne", "se"],
            gap: 6,
            halo: true,
            crossings: 1,
          }
        : null,
      ends && {
        text: ends.text,
        at: [{ x: x(ends.month), y: area.top + 10 }],
        sides: ["ne", "nw"],
        gap: 6,
        halo: true,
        required: true,
      },
    ],
    {
      bounds: { x: area.left, y: 0, width: layout.hasRoom ? 4000 : area.right - area.left + 12, height: area.bottom },
      lines: [
        { points: cost, weight: 4 },
        { points: straight, weight: 1 },
        budget && { points: lineAcross(area, y(budget.usd)), weight: 2 },
        ends && { points: lineDown(area, x(ends.month)), weight: 2 },
      ],
      taken: [boxAround(first, 5), boxAround(cost.at(-1)!, 4), ...(passed ? [boxAround(passes, 5)] : [])],
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
    const tier: Label = {
      text: span.tier,
      at: [{ x: isNarrow ? (from + to) / 2 : from + 8, y: middle }],
      sides: isNarrow ? ["n"] : ["e"],
      gap: isNarrow ? -7 : 0,
      strong: true,
      tone: span.isOver ? "over" : "plain",
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
