import type { ComparePoint, CostHeadroomChart } from "@/lib/view/compare/charts";
import { boxAround, lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { type CostHeadroomLayout, placeOf } from "./layout";

const AROUND = ["ne", "e", "n", "nw", "se", "sw", "w", "s"] as const;
/** Pixels to the next dot from which a point that is not on the frontier is named too. */
const APART = 18;
/** Pixels from the left end within which a name may begin there. */
const NEAR_LEFT = 80;

/** The labels of the chart: what is entered and the cheapest first, then the frontier, the limits, the others. */
export function costHeadroomLabels(view: CostHeadroomChart, layout: CostHeadroomLayout): PlacedLabel[] {
  const { area, x, y, lane, plot, steps } = layout;
  const { points, frontier } = view;
  const named = (point: ComparePoint, look: Partial<Label>): Label => {
    const { x: across, y: up } = placeOf(point, layout);
    return {
      text: point.isNow ? `now: ${point.name}` : point.name,
      // Where points stand close, a label goes over or under all of them.
      at: [
        { x: across, y: up },
        { x: across, y: up - 5, sides: ["ne", "n", "nw"] },
        { x: across, y: up + 5, sides: ["se", "s", "sw"] },
        // Beside the left end, where an upright line stands close on the right.
        ...(across - area.left < NEAR_LEFT ? [{ x: area.left - 4, y: up - 14, sides: ["e"] as const }] : []),
      ],
      sides: AROUND,
      halo: true,
      ...look,
    };
  };
  const first = points.filter(({ isNow, isCheapest }) => isNow || isCheapest);
  const second = frontier.filter((point) => !first.includes(point));
  const others = layout.dots
    .filter(
      (dot) =>
        dot.count === 1 &&
        layout.dots.every((other) => other === dot || Math.hypot(other.x - dot.x, other.y - dot.y) > APART),
    )
    .map(({ of }) => of)
    .filter((point) => !first.includes(point) && !second.includes(point));
  const own = plot.limits.find(({ isOwn }) => isOwn);
  return placeLabels(
    [
      ...first.map((point) => named(point, { strong: true, required: true })),
      ...plot.limits
        .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
        .map((limit): Label => ({
          text: limit.text,
          at: [{ x: x(limit.usd), y: area.top - 4 }],
          sides: ["n", "nw", "ne"],
          gap: 0,
          strong: limit.isOwn,
          tone: limit.isOwn ? "plain" : "faint",
          required: limit.isOwn,
          crossings: 3,
        })),
      ...second.map((point) => named(point, { crossings: 1 })),
      {
        text: "frontier",
        at: [{ x: area.right, y: steps.at(-1)!.y }],
        sides: ["nw", "sw"],
        gap: 2,
        tone: "ok",
        halo: true,
      },
      {
        text: view.fitsText,
        at: [{ x: area.left, y: y(1) }],
        sides: ["ne"],
        gap: 5,
        crossings: 2,
        required: true,
        tone: "ok",
        strong: true,
        halo: true,
        within: [area.left, own ? x(own.usd) : area.right],
      },
      {
        text: "over its rate limits",
        at: [{ x: area.right, y: y(1) }],
        sides: ["sw"],
        gap: 4,
        tone: "faint",
        halo: true,
      },
      ...(plot.hasLane
        ? [
            {
              text: "rates not published",
              at: [{ x: area.right, y: lane - 8 }],
              sides: ["nw"],
              gap: 2,
              tone: "faint",
            } as Label,
          ]
        : []),
      ...others.map((point) => named(point, { tone: "faint" })),
    ],
    {
      bounds: { x: area.left, y: 0, width: area.right - area.left + 12, height: area.bottom },
      lines: [
        { points: steps, weight: 2 },
        { points: lineAcross(area, y(1)), weight: 3 },
        ...plot.limits.map((limit) => ({ points: lineDown(area, x(limit.usd)), weight: limit.isOwn ? 3 : 1 })),
      ],
      taken: layout.dots.map((dot) => boxAround(dot, dot.count > 1 ? 7 : 5)),
    },
  );
}
