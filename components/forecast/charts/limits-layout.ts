import { HIGHEST_SHARE, type ForecastLimitsChart, type LimitPanel, type SharePoint } from "@/lib/view/forecast/charts";
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
  /** Where the curve leaves the panel at the top; `null` where it does not. */
  readonly off: number | null;
  readonly labels: readonly PlacedLabel[];
}

const GAP = 28;
const HEAD = 52;
const FOOT = 26;
/** From the left of a panel to its plot: the labels of the scale. */
export const GUTTER = 48;

/**
 * The runs of shares that can be drawn: of one above the scale nothing is, but for the way up to its top and down from
 * it.
 */
function runs(pieces: readonly (readonly SharePoint[])[], x: Scale, y: Scale): Point[][] {
  const isIn = (point: SharePoint | undefined) =>
    point !== undefined && point.share !== null && point.share <= HIGHEST_SHARE;
  const found: Point[][] = [];
  for (const piece of pieces) {
    let run: Point[] = [];
    piece.forEach((point, index) => {
      const [before, { share }] = [piece[index - 1], point];
      const isEdge = before !== undefined && before.share !== null && share !== null && isIn(before) !== isIn(point);
      if (isEdge) {
        const part = (HIGHEST_SHARE - before.share!) / (share - before.share!);
        run.push({ x: x(before.x + part * (point.x - before.x)), y: y(HIGHEST_SHARE) });
      }
      if (isIn(point)) run.push({ x: x(point.x), y: y(share!) });
      else {
        found.push(run);
        run = [];
      }
    });
    found.push(run);
  }
  return found.filter((run) => run.length > 0);
}

/** Where a curve leaves its panel at the top: on its way up, or as it begins. */
function leaving({ texts: { off }, used }: LimitPanel, x: Scale): number | null {
  if (!off) return null;
  const piece = used.find((points) => points.some((point) => point.x === off.x))!;
  const at = piece.findIndex((point) => point.x === off.x);
  const [before, first] = [piece[at - 1], piece[at]!];
  if (!before || before.share === null) return x(first.x);
  return x(before.x + ((HIGHEST_SHARE - before.share) / (first.share! - before.share)) * (first.x - before.x));
}

function labelsOf(panel: LimitPanel, { area, x, y }: Pick<SharePanel, "area" | "x" | "y">, used: Point[][]) {
  const { texts } = panel;
  const off = leaving(panel, x);
  const lastShare = panel.used.at(-1)!.at(-1)!.share;
  const end = used.at(-1)?.at(-1);
  const labels: (Label | null)[] = [
    texts.off && off !== null
      ? {
          text: texts.off.text,
          at: [{ x: off, y: area.top - 3 }],
          sides: ["e", "w"],
          gap: 9,
          strong: true,
          tone: "over",
          required: true,
        }
      : null,
    end && lastShare !== null && lastShare <= HIGHEST_SHARE
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
      at: [{ x: x(texts.stayed.x), y: y(1) }],
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
    const stayed = panel.stayed ? runs(panel.stayed, x, y) : [];
    return { panel, area, x, y, used, stayed, off: leaving(panel, x), labels };
  });
}
