import type { BillChart } from "@/lib/view/plan/charts";
import { linearScale, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { textWidth } from "@/components/charts/labels/text-width";

/** The bars of a bill chart on their scale, in pixels. */
export interface BillLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  /** The middle of a bar. */
  readonly y: (index: number) => number;
  /** The height of a bar. */
  readonly thick: number;
  /** The parts of each bar in the order of the chart’s items: where they begin and end. */
  readonly parts: readonly (readonly BillPart[])[];
}

interface BillPart {
  readonly item: BillChart["items"][number]["item"];
  readonly from: number;
  readonly to: number;
}

/**
 * Lays a bill chart out: names of workloads take a third of the width at most; words stand above the first
 * bar and below the last.
 */
export function billLayout(view: BillChart, { width, height }: Size): BillLayout {
  const gutter = Math.max(...view.bars.map(({ name }) => textWidth(name))) + 9;
  const area = { left: Math.min(gutter, width * 0.34), right: width - 12, top: 0, bottom: height - 44 };
  const [first, last] = [10, area.bottom - 12];
  const step = (last - first) / view.bars.length;
  const x = linearScale(view.x, area.left, area.right);
  return {
    area,
    x,
    y: (index) => first + (index + 0.5) * step,
    thick: Math.min(16, step * 0.3),
    parts: view.bars.map((bar) => partsOf(bar, view.items, x)),
  };
}

function partsOf({ parts }: BillChart["bars"][number], items: BillChart["items"], x: Scale): BillPart[] {
  let start = 0;
  return items.map(({ item }) => {
    const from = start;
    start += parts[item] ?? 0;
    return { item, from: x(from), to: x(start) };
  });
}
