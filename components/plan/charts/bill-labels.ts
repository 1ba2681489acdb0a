import type { BillChart } from "@/lib/view/plan/charts";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { shortened } from "@/components/charts/labels/text-width";
import type { BillLayout } from "./bill-layout";

/**
 * The labels of a bill chart: name and amount of each bar, then the kinds of token, all short where one finds
 * no room.
 */
export function billLabels(view: BillChart, layout: BillLayout): PlacedLabel[] {
  const { area } = layout;
  const bars = view.bars.flatMap((bar, index) => barLabels(bar, index, layout));
  const kinds = kindLabels(view, layout);
  const place = (labels: readonly Label[]) =>
    placeLabels(labels, { bounds: { x: 0, y: 0, width: area.right + 8, height: area.bottom } });
  const placed = place([...bars, ...kinds]);
  if (placed.length === bars.length + kinds.length) return placed;
  return place([...bars, ...kinds.map((kind) => ({ ...kind, text: kind.short ?? kind.text }))]);
}

function barLabels({ name, amount, total }: BillChart["bars"][number], index: number, layout: BillLayout): Label[] {
  const { area, x, y, thick } = layout;
  const middle = y(index);
  return [
    {
      text: shortened(name, area.left - 8),
      at: [{ x: area.left, y: middle }],
      sides: ["w"],
      required: true,
    },
    {
      text: amount,
      at: [
        { x: x(total) + 6, y: middle },
        { x: x(total), y: middle - thick / 2 + 1, sides: ["nw"] },
      ],
      sides: ["e"],
      gap: 0,
      halo: true,
    },
  ];
}

/** Each kind of token is named once, under its widest part; the widest of all choose first. */
function kindLabels({ items }: BillChart, { parts, y, thick }: BillLayout): Label[] {
  return items
    .map(({ name, shortName }, kind) => {
      const widest = parts
        .map((row, bar) => ({ ...row[kind]!, bar }))
        .reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
      const at = { x: (widest.from + widest.to) / 2, y: y(widest.bar) + thick / 2 };
      return { name, shortName, at, size: widest.to - widest.from };
    })
    .sort((a, b) => b.size - a.size)
    .map(({ name, shortName, at }) => ({ text: name, short: shortName, at: [at], sides: ["s"], gap: 1, halo: true }));
}
