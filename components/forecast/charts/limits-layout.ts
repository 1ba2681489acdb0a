import { HIGHEST_SHARE, type ForecastLimitsChart, type LimitPanel } from "@/lib/view/forecast/charts";
import {
  lineAcross,
  linearScale,
  type Point,
  type PlotArea,
  type Scale,
  type Size,
} from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";

/** One panel on its scales, in pixels. */
export interface SharePanel {
  readonly panel: LimitPanel;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
  /** Runs of months whose share is known and within the scale. */
  readonly used: readonly (readonly Point[])[];
  readonly stayed: readonly (readonly Point[])[];
  readonly labels: readonly PlacedLabel[];
}

const GAP = 28;
const HEAD = 52;
const FOOT = 26;
const GUTTER = 40;

/** The runs of shares that can be drawn: of one above the scale nothing is. */
function runs(shares: readonly (number | null)[], x: Scale, y: Scale): Point[][] {
  const found: Point[][] = [[]];
  shares.forEach((share, month) => {
    if (share === null || share > HIGHEST_SHARE) found.push([]);
    else found.at(-1)!.push({ x: x(month), y: y(share) });
  });
  return found.filter((run) => run.length > 0);
}

function labelsOf(panel: LimitPanel, { area, x, y }: Pick<SharePanel, "area" | "x" | "y">, used: Point[][]) {
  const { texts } = panel;
  const end = used.at(-1)?.at(-1);
  const labels: (Label | null)[] = [
    texts.off && {
      text: texts.off.text,
      at: [{ x: x(texts.off.month) + 4, y: area.top - 2 }],
      sides: ["e", "w"],
      gap: 6,
      strong: true,
      tone: "over",
      required: true,
    },
    end && panel.used.at(-1) !== null && panel.used.at(-1)! <= HIGHEST_SHARE
      ? {
          text: texts.last,
          at: [end, { x: end.x, y: y(1), sides: ["nw"] }],
          sides: ["nw", "sw", "n"],
          strong: true,
          halo: true,
          required: true,
        }
      : null,
    texts.stayed && {
      text: texts.stayed.text,
      at: [{ x: x(texts.stayed.month), y: y(1) }],
      sides: ["nw", "ne", "sw"],
      halo: true,
      crossings: 2,
    },
  ];
  return placeLabels(labels, {
    bounds: { x: area.left, y: area.top - 12, width: area.right - area.left + 8, height: area.bottom - area.top + 12 },
    lines: [...used.map((points) => ({ points, weight: 3 })), { points: lineAcross(area, y(1)), weight: 2 }],
  });
}

/** Lays the panels out: side by side, or one under the other where the drawing is narrow. */
export function limitsLayout(view: ForecastLimitsChart, { width, height }: Size): SharePanel[] {
  const { panels } = view;
  const isWide = width >= 560;
  const [across, down] = isWide ? [Math.max(panels.length, 2), 1] : [1, panels.length];
  const [each, tall] = [(width - GAP * (across - 1)) / across, height / down];
  return panels.map((panel, index): SharePanel => {
    const [column, row] = isWide ? [index, 0] : [0, index];
    const left = column * (each + GAP);
    const area = {
      left: left + GUTTER,
      right: left + each - 8,
      top: row * tall + HEAD,
      bottom: (row + 1) * tall - FOOT,
    };
    const x = linearScale(view.x, area.left, area.right);
    const y = linearScale({ from: 0, to: HIGHEST_SHARE, ticks: [] }, area.bottom, area.top);
    const used = runs(panel.used, x, y);
    const labels = labelsOf(panel, { area, x, y }, used);
    return { panel, area, x, y, used, stayed: panel.stayed ? runs(panel.stayed, x, y) : [], labels };
  });
}
