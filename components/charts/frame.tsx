import { useRef, type ReactNode } from "react";
import type { PictureText } from "./picture";
import type { ChartTable, ChartText, Undrawn } from "@/lib/view/chart";

function Rows({ table: { head, rows }, caption }: { readonly table: ChartTable; readonly caption: string }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="mt-2 text-12">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-3">
            {head.map((cell, index) => (
              <th key={cell} scope="col" className={`py-1 align-bottom ${index ? "pl-3 text-right" : ""}`}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place} className="border-t border-line text-ink">
              {row.map((cell, index) =>
                index ? (
                  <td key={index} className="py-1 pl-3 text-right whitespace-nowrap">
                    {cell}
                  </td>
                ) : (
                  <th key={index} scope="row" className="py-1 text-ink">
                    {cell}
                  </th>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ChartFrameProps = Pick<ChartText, "eyebrow" | "finding" | "units" | "source" | "table"> & {
  /** What the table and the picture are called. */
  readonly title: string;
  /** The picture can be saved: it is drawn. */
  readonly drawn: boolean;
  /** Beside the eyebrow: what chooses between several charts of a kind. */
  readonly choice?: ReactNode;
  readonly children: ReactNode;
};

/** A chart in words and numbers: its finding, its units, its place (`children`), its source, the table of all it draws, and the way to save it. */
export function ChartFrame({
  eyebrow,
  finding,
  units,
  source,
  table,
  title,
  drawn,
  choice,
  children,
}: ChartFrameProps) {
  const figure = useRef<HTMLElement>(null);
  return (
    <figure className="frame grid-cols-1" ref={figure}>
      <Eyebrow choice={choice}>{eyebrow}</Eyebrow>
      <h2 className="font-bold">{finding}</h2>
      <p className="ax">{units}</p>
      {children}
      <figcaption className="relative mt-2 border-t border-line pt-[7px] text-12 text-ink-3">
        <p className="pr-28">{source}</p>
        <details>
          <summary className="absolute top-0 right-14 list-none py-[7px] text-accent underline decoration-1 underline-offset-3">
            Table
          </summary>
          <Rows table={table} caption={title} />
        </details>
        <button
          type="button"
          className="absolute top-0 right-0 only-with-scripts py-[7px] text-accent underline decoration-1 underline-offset-3 disabled:text-ink-3"
          disabled={!drawn}
          onClick={() => void save(figure.current, { name: eyebrow, finding, units, source })}
        >
          Picture
        </button>
      </figcaption>
    </figure>
  );
}

/** The place of a chart that has nothing to draw: why, and what would change that. */
export function EmptyFrame({
  eyebrow,
  reason,
  remedy,
  choice,
}: Pick<Undrawn, "eyebrow" | "reason" | "remedy"> & { readonly choice?: ReactNode }) {
  return (
    <figure className="frame grid-cols-1">
      <Eyebrow choice={choice}>{eyebrow}</Eyebrow>
      <h2 className="font-bold">{reason}</h2>
      <p className="skel row-start-4 h-70 px-4 text-center @cq:h-75">{remedy}</p>
    </figure>
  );
}

function Eyebrow({ children, choice }: { readonly children: ReactNode; readonly choice?: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <span className="eye">{children}</span>
      {choice}
    </div>
  );
}

async function save(figure: HTMLElement | null, text: PictureText): Promise<void> {
  const svg = figure?.querySelector<SVGSVGElement>(".plot svg");
  if (!svg) return;
  const { savePicture } = await import("./picture");
  await savePicture(svg, text);
}
