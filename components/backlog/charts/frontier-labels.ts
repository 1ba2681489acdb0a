import type { FrontierChart } from "@/lib/view/backlog/charts";
import { boxAround, lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel, type Side } from "@/components/charts/labels/place";
import type { FrontierLayout } from "./frontier-layout";

type FrontierPoint = FrontierChart["points"][number];

/**
 * The labels of a frontier chart: the chosen split, deadline and budget first, then the ends, then the
 * service tiers alone.
 */
export function frontierLabels(view: FrontierChart, layout: FrontierLayout): PlacedLabel[] {
  const { area, x, y, steps } = layout;
  const { deadline, budget, alone } = layout.plot;
  const at = ({ hours, usd }: Pick<FrontierPoint, "hours" | "usd">) => ({ x: x(hours), y: y(usd) });
  const [first, last, chosen] = [view.points[0]!, view.points.at(-1)!, view.points[view.chosen]];
  const end = (split: FrontierPoint, sides: readonly Side[]): Label | null =>
    split === chosen ? null : { text: split.text, at: [at(split)], sides, halo: true };
  return placeLabels(
    [
      chosen ? chosenLabel(view.chosenText, at(chosen)) : null,
      deadline && deadlineLabel(deadline.text, x(deadline.hours), layout, chosen !== undefined),
      budget && budgetLabel(budget.text, y(budget.usd), layout),
      tooEarlyLabel(x(first.hours), layout),
      end(first, ["ne", "e", "se", "sw"]),
      end(last, ["nw", "sw", "ne", "w"]),
      ...alone.map((one): Label => ({
        text: one.text,
        at: [at(one)],
        sides: ["ne", "e", "nw", "se", "sw"],
        tone: "faint",
        halo: true,
      })),
    ],
    {
      bounds: { x: area.left, y: 0, width: area.right - area.left + 12, height: area.bottom },
      lines: [
        { points: steps, weight: 4 },
        deadline && { points: lineDown(area, x(deadline.hours)), weight: 2 },
        budget && { points: lineAcross(area, y(budget.usd)), weight: 2 },
      ],
      taken: [...alone, ...(chosen ? [chosen] : []), first, last].map((split) => boxAround(at(split), 5)),
    },
  );
}

const chosenLabel = (text: string, at: Label["at"][number]): Label => ({
  text,
  at: [at],
  sides: ["ne", "e", "nw", "sw", "se", "w"],
  strong: true,
  halo: true,
  required: true,
});

const deadlineLabel = (text: string, x: number, { area }: FrontierLayout, kept: boolean): Label => ({
  text,
  at: [
    { x, y: area.top + 12 },
    { x, y: area.bottom - 4 },
  ],
  sides: ["ne", "nw"],
  gap: 6,
  tone: kept ? "plain" : "over",
  halo: true,
  required: true,
});

const budgetLabel = (text: string, y: number, { area }: FrontierLayout): Label => ({
  text,
  at: [
    { x: area.right, y },
    { x: area.left, y },
  ],
  sides: ["nw", "sw", "ne", "se"],
  gap: 4,
  halo: true,
  required: true,
});

/** Names the tinted stretch before the first split can be done. */
const tooEarlyLabel = (end: number, { area }: FrontierLayout): Label => ({
  text: "nothing is done earlier",
  short: "too early",
  at: [0.5, 0.7, 0.3].map((part) => ({ x: (area.left + end) / 2, y: area.top + part * (area.bottom - area.top) })),
  sides: ["n"],
  within: [area.left, end],
  tone: "over",
});
