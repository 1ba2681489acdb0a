import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Latin letters in every weight that the picture has; others stand in titles only. */
const FONTS = [
  { file: "latin-400", name: "Inter", weight: 400 },
  { file: "latin-600", name: "Inter", weight: 600 },
  { file: "latin-700", name: "Inter", weight: 700 },
  { file: "latin-ext-600", name: "Inter Extended", weight: 600 },
  { file: "cyrillic-600", name: "Inter Cyrillic", weight: 600 },
  { file: "greek-600", name: "Inter Greek", weight: 600 },
] as const;

const folder = join(process.cwd(), "app/preview.png/fonts");
let read: ReturnType<typeof readAll> | null = null;

const readAll = () =>
  Promise.all(
    FONTS.map(async ({ file, ...font }) => ({ ...font, data: await readFile(join(folder, `inter-${file}.woff`)) })),
  );

/** The fonts of the picture, read once. */
export const fonts = () => (read ??= readAll());
