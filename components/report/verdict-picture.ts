import type { NamedValue, Report } from "@/lib/export";
import { formatDay } from "@/lib/view/text";

/** Pixels of the page; a picture of links on other sites has this shape. */
const [WIDTH, HEIGHT] = [1200, 630];
const SHARPNESS = 2;
const PAD = 64;

/** The light colours of the page, whatever its theme: the picture goes where the theme is not known. */
const COLOURS = {
  ground: "#ffffff",
  ink: "#15171a",
  quiet: "#4b5057",
  line: "#cdcdc6",
  ok: "#14703f",
  near: "#855400",
  over: "#b4231a",
  never: "#b4231a",
  unknown: "#4b5057",
} as const;

type Pen = CanvasRenderingContext2D;

interface Look {
  readonly size: number;
  readonly weight?: number;
  readonly colour?: string;
}

function take(pen: Pen, { size, weight = 400, colour = COLOURS.ink }: Look): void {
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  pen.fillStyle = colour;
}

/** The text, cut at `width` with an ellipsis. */
function cut(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  let kept = text;
  while (kept && pen.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}

/** A word of a sentence, and whether it stands in the lead. */
interface Word {
  readonly text: string;
  readonly isLead: boolean;
}

/** Writes the verdict from `y` down, its lead bold and coloured; gives where the next line would begin. */
function writeVerdict(pen: Pen, { verdict }: Report, y: number): number {
  const lead: Look = { size: 40, weight: 700, colour: verdict.tone ? COLOURS[verdict.tone] : COLOURS.ink };
  const rest: Look = { size: 40 };
  const words: Word[] = [
    ...verdict.lead.split(" ").map((text) => ({ text, isLead: true })),
    ...verdict.rest
      .trim()
      .split(" ")
      .map((text) => ({ text, isLead: false })),
  ].filter(({ text }) => text);
  let [x, line] = [PAD, y];
  for (const { text, isLead } of words) {
    take(pen, isLead ? lead : rest);
    const width = pen.measureText(text).width;
    if (x > PAD && x + width > WIDTH - PAD) [x, line] = [PAD, line + 52];
    pen.fillText(text, x, line);
    x += width + pen.measureText(" ").width;
  }
  return line + 52;
}

/** Writes figures side by side, the first one large. */
function writeFigures(pen: Pen, facts: readonly NamedValue[], y: number): void {
  const width = (WIDTH - 2 * PAD) / facts.length;
  facts.forEach(({ label, cell }, index) => {
    const x = PAD + index * width;
    take(pen, { size: 20, colour: COLOURS.quiet });
    pen.fillText(cut(pen, label, width - 20), x, y);
    take(pen, { size: index === 0 ? 34 : 26, weight: 600 });
    pen.fillText(cut(pen, cell.text, width - 20), x, y + 40);
  });
}

function rule(pen: Pen, y: number): void {
  pen.fillStyle = COLOURS.line;
  pen.fillRect(PAD, y, WIDTH - 2 * PAD, 1.5);
}

/** Draws the verdict of a report with its figures as a PNG; `null` where the browser cannot. */
export async function verdictPicture(report: Report): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SHARPNESS;
  canvas.height = HEIGHT * SHARPNESS;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.scale(SHARPNESS, SHARPNESS);
  pen.fillStyle = COLOURS.ground;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  take(pen, { size: 22, weight: 600 });
  pen.fillText("Headroom", PAD, 74);
  take(pen, { size: 20, colour: COLOURS.quiet });
  const day = formatDay(report.day);
  pen.fillText(day, WIDTH - PAD - pen.measureText(day).width, 74);
  take(pen, { size: 30, weight: 600 });
  pen.fillText(cut(pen, report.title, WIDTH - 2 * PAD), PAD, 140);
  const below = writeVerdict(pen, report, 202);
  const figures = Math.max(below + 4, 340);
  rule(pen, figures);
  writeFigures(pen, report.totals.facts.slice(0, 4), figures + 44);
  if (report.fit) writeFigures(pen, report.fit.facts.slice(0, 4), figures + 140);
  take(pen, { size: 18, colour: COLOURS.quiet });
  pen.fillText(cut(pen, report.link, WIDTH - 2 * PAD), PAD, HEIGHT - 40);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
