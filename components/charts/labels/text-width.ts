let context: CanvasRenderingContext2D | null = null;
let root = "";
/** The size of the page’s font in this frame; asking for it has the browser work out all styles anew. */
let asked: string | null = null;
const widths = new Map<string, number>();

/**
 * Width in pixels of a 12 px label in the page's font, measured on a canvas and remembered. Needs a browser.
 */
export function textWidth(text: string, strong = false): number {
  const size = rootSize();
  if (!context || root !== size) {
    root = size;
    widths.clear();
    context ??= document.createElement("canvas").getContext("2d");
  }
  const key = strong ? `b${text}` : text;
  let width = widths.get(key);
  if (width === undefined) {
    if (!context) return text.length * 7;
    context.font = `${strong ? "600 " : ""}${labelSize(size)}px ${getComputedStyle(document.body).fontFamily}`;
    width = context.measureText(text).width;
    if (widths.size > 2000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

function rootSize(): string {
  if (asked !== null) return asked;
  requestAnimationFrame(() => (asked = null));
  return (asked = getComputedStyle(document.documentElement).fontSize);
}

/** 0.75 rem in pixels. */
function labelSize(rootSize: string): number {
  return Number(rootSize.replace("px", "")) * 0.75;
}

/** The text, cut to `width` pixels with an ellipsis where it is longer. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let length = text.length - 1;
  while (length > 1 && textWidth(`${text.slice(0, length).trimEnd()}…`) > width) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}
