let context: CanvasRenderingContext2D | null = null;
let root = "";
const widths = new Map<string, number>();

/** Width of a 12 px label as the page sets it, in pixels. In the browser only. */
export function textWidth(text: string, strong = false): number {
  const size = getComputedStyle(document.documentElement).fontSize;
  if (!context || root !== size) {
    root = size;
    widths.clear();
    context ??= document.createElement("canvas").getContext("2d");
  }
  const key = strong ? `b${text}` : text;
  let width = widths.get(key);
  if (width === undefined) {
    if (!context) return text.length * 7;
    context.font = `${strong ? "600 " : ""}${lineHeight(size)}px ${getComputedStyle(document.body).fontFamily}`;
    width = context.measureText(text).width;
    if (widths.size > 2000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/** 0.75 rem in pixels. */
function lineHeight(rootSize: string): number {
  return Number(rootSize.replace("px", "")) * 0.75;
}
