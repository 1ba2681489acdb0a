/** The words that go with a picture of a chart. */
export interface PictureText {
  /** Names the file. */
  readonly name: string;
  readonly finding: string;
  readonly units: string;
  readonly source: string;
}

const NAMESPACE = "http://www.w3.org/2000/svg";
/** The computed styles a copy of a drawing carries as attributes. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "paint-order",
  "font-size",
  "font-weight",
  "font-family",
  "font-variant-numeric",
  "text-anchor",
];
const PAD = 20;
/** Pixels of the picture for one of the page. */
const SHARPNESS = 2;

function element(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/**
 * A copy of a drawing with its computed styles as attributes: it needs no style sheet and no variable of the
 * page.
 */
function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll<SVGElement>("*").forEach((each, index) => {
    const computed = getComputedStyle(originals[index]!);
    for (const name of STYLES) each.setAttribute(name, computed.getPropertyValue(name));
    each.removeAttribute("class");
    each.removeAttribute("style");
  });
  copy.removeAttribute("style");
  return copy;
}

/** Breaks a text into lines of at most `width` pixels; a longer word has a line of its own. */
function wrap(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const joined = lines.length ? `${lines.at(-1)!} ${word}` : word;
    if (lines.length && measure(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Size and leading in pixels; `ink` is a custom property of the page. */
interface TextLook {
  readonly size: number;
  readonly weight: number;
  readonly ink: string;
  readonly leading: number;
}

/**
 * Composes finding, units, drawing and source into one SVG in the colours on screen; sizes in pixels of the
 * page.
 */
function toPicture(
  svg: SVGSVGElement,
  { finding, units, source }: PictureText,
): { readonly markup: string; readonly width: number; readonly height: number } {
  const { width, height } = svg.getBoundingClientRect();
  const page = getComputedStyle(document.body);
  const context = document.createElement("canvas").getContext("2d");
  const colour = (name: string) => {
    const probe = element("svg", { fill: `var(${name})` });
    document.body.append(probe);
    const value = getComputedStyle(probe).fill;
    probe.remove();
    return value;
  };
  const whole = element("svg", { xmlns: NAMESPACE, width: width + 2 * PAD });
  let y = PAD;
  const write = (text: string, { size, weight, ink, leading }: TextLook) => {
    if (context) context.font = `${weight} ${size}px ${page.fontFamily}`;
    for (const line of wrap(text, width, (part) => context?.measureText(part).width ?? 0)) {
      whole.append(
        element(
          "text",
          {
            x: PAD,
            y: y + size,
            fill: colour(ink),
            "font-family": page.fontFamily,
            "font-size": size,
            "font-weight": weight,
          },
          line,
        ),
      );
      y += leading;
    }
  };
  const background = element("rect", { width: "100%", height: "100%", fill: colour("--bg") });
  whole.append(background);
  write(finding, { size: 16, weight: 700, ink: "--ink", leading: 22 });
  y += 4;
  write(units, { size: 13, weight: 400, ink: "--ink-2", leading: 19 });
  y += 8;
  const drawing = standalone(svg);
  drawing.setAttribute("overflow", "visible");
  drawing.setAttribute("x", String(PAD));
  drawing.setAttribute("y", String(y));
  whole.append(drawing);
  y += height + 8;
  write(`${source} · Headroom`, { size: 12, weight: 400, ink: "--ink-3", leading: 17 });
  const tall = Math.ceil(y + PAD - 4);
  whole.setAttribute("height", String(tall));
  return { markup: new XMLSerializer().serializeToString(whole), width: width + 2 * PAD, height: tall };
}

/** Downloads the chart as a PNG, made in the page: nothing is fetched. */
export async function savePicture(svg: SVGSVGElement, text: PictureText): Promise<void> {
  const { markup, width, height } = toPicture(svg, text);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `headroom-${text.name.toLowerCase().replaceAll(" ", "-")}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
