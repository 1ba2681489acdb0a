import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { MARK, type TokensLayout } from "./tokens-layout";

type Row = TokensLayout["plot"]["rows"][number];

/** Below this distance of two rows, in pixels, the name of a row shares a line with its values. */
const ROOMY = 58;

/**
 * The labels of a tokens chart, row by row: name, one request’s charge, peak and mean, then the tiers’
 * limits.
 */
export function tokensLabels({ plot, area, x, y }: TokensLayout): PlacedLabel[] {
  const roomy = y(1) - y(0) >= ROOMY;
  return placeLabels(
    plot.rows.flatMap((row, index) => {
      const [above, below] = [y(index) - MARK, y(index) + MARK];
      const title = roomy ? above - 15 : above;
      return [
        nameLabel(row, area.left, title + 1),
        row.charge && chargeLabel(row.charge.text, x(row.charge.at), [above, title]),
        row.peak > 0 ? peakLabel(row, x(row.peak), above) : null,
        row.peak > 0 && row.mean !== row.peak ? meanLabel(row, x(row.mean), above) : null,
        ...inRank(row.marks).map((mark) => tierLabel(mark, x(mark.at), below)),
      ];
    }),
    // The first row may use the 8 pixels above the plot.
    { bounds: { x: 0, y: -8, width: area.right + 8, height: area.bottom + 8 } },
  );
}

function nameLabel({ name, about }: Row, x: number, y: number): Label {
  return {
    text: `${name}${about && `, ${about}`}`,
    short: name,
    at: [{ x, y }],
    sides: ["ne"],
    gap: 0,
    strong: true,
    required: true,
  };
}

const chargeLabel = (text: string, x: number, heights: readonly number[]): Label => ({
  text,
  at: heights.map((y) => ({ x, y })),
  sides: ["ne", "nw"],
  gap: -4,
  tone: "over",
  strong: true,
  required: true,
});

const peakLabel = ({ peakText, state }: Row, x: number, y: number): Label => ({
  text: `${peakText} at peak`,
  short: peakText,
  at: [{ x, y }],
  sides: ["ne", "nw"],
  gap: -4,
  tone: state === "over" ? "over" : "plain",
  strong: true,
  required: true,
});

const meanLabel = ({ meanText }: Row, x: number, y: number): Label => ({
  text: `${meanText} mean`,
  at: [{ x, y }],
  sides: ["nw"],
  gap: -4,
});

const inRank = (marks: Row["marks"]) => [...marks].sort((a, b) => a.rank - b.rank);

const tierLabel = ({ text, shortText, own }: Row["marks"][number], x: number, y: number): Label => ({
  text,
  short: shortText,
  at: [{ x, y }],
  sides: ["s", "sw", "se"],
  gap: 2,
  tone: own ? "plain" : "faint",
  strong: own,
});
