import type { StackChart, StackSeries } from "@/lib/view/import/charts";
import { linearScale, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { shortened, textWidth } from "@/components/charts/labels/text-width";
import { plotBeside } from "@/components/charts/labels/ticks";
import { toTenth } from "@/components/charts/paths";

/** The plot of a stack chart on its scales, in pixels. */
export interface StackLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
  /** The names of the series above the plot: where each swatch begins. Empty for one series. */
  readonly key: readonly { readonly name: string; readonly tone: StackSeries["tone"]; readonly at: number }[];
}

/** The key above the plot, in pixels; `y` is the baseline of its names. */
export const KEY = { swatch: 9, gap: 6, between: 16, y: 11 } as const;

/**
 * Lays a stack chart out; both scales are linear. Names share the width evenly and are cut where they are
 * longer.
 */
export function stackLayout(view: StackChart, size: Size): StackLayout {
  const named = view.series.length > 1;
  const area = plotBeside(view.y.ticks, size, { left: 40, top: named ? 40 : 18, gap: 12 });
  const most = (area.right - area.left) / view.series.length - KEY.swatch - KEY.gap - KEY.between;
  let at = area.left;
  const key = (named ? view.series : []).map(({ name, tone }) => {
    const entry = { name: shortened(name, most), tone, at };
    at += KEY.swatch + KEY.gap + textWidth(entry.name) + KEY.between;
    return entry;
  });
  return { area, x: linearScale(view.x, area.left, area.right), y: linearScale(view.y, area.bottom, area.top), key };
}

/** The columns of each series as one path. Columns wider than 6 pixels stand a pixel apart. */
export function columnPaths({ edges, series }: StackChart, { x, y }: StackLayout) {
  const below = new Array<number>(edges.length - 1).fill(0);
  const air = x(edges[1]!) - x(edges[0]!) > 6 ? 1 : 0;
  const column = (value: number, index: number) => {
    const from = below[index]!;
    below[index] = from + value;
    if (value === 0) return "";
    const left = x(edges[index]!);
    const right = Math.max(x(edges[index + 1]!) - air, left + 0.5);
    return `M${toTenth(left)} ${toTenth(y(from))}H${toTenth(right)}V${toTenth(y(from + value))}H${toTenth(left)}Z`;
  };
  return series.map(({ tone, values }) => ({ tone, path: values.map(column).join("") }));
}
