import { useRef, useState, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { useFollowed } from "@/components/ui/hooks/use-followed";
import { Placeholder } from "@/components/ui/placeholder";
import { WholeNames } from "@/components/ui/whole-names";
import type { ChartText, Undrawn } from "@/lib/view/chart";
import styles from "./frame.module.css";
import type { PictureText } from "./picture";
import { ChartValues } from "./values";

const loadPicture = () => import("./picture");

interface ChartFrameProps {
  readonly text: ChartText;
  /** The picture can be saved: it is drawn. */
  readonly drawn: boolean;
  /** Beside the eyebrow: what chooses between several charts of a kind. */
  readonly choice?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A chart in words and numbers around its drawing (`children`): finding, units, source, the table behind it
 * and the button that saves it.
 */
export function ChartFrame({ text, drawn, choice, children }: ChartFrameProps) {
  const figure = useRef<HTMLElement>(null);
  const { eyebrow, finding, units, source } = text;
  const button = "absolute top-0 py-[7px] text-accent underline decoration-1 underline-offset-3";
  return (
    <figure className={classNames(styles.frame, !drawn && "print:hidden")} ref={figure}>
      <FrameHead eyebrow={eyebrow} choice={choice} />
      <h2>
        <WholeNames>{finding}</WholeNames>
      </h2>
      <p className="mt-1 mb-1.5 text-13 text-ink-2">
        <WholeNames>{units}</WholeNames>
      </p>
      {children}
      <figcaption className="relative mt-2 border-t border-line pt-[7px] text-12 text-ink-3">
        <p className="pr-28">{source}</p>
        <TableBehind text={text} summary={`${button} right-14 list-none`} />
        <button
          type="button"
          className={`${button} right-0 only-with-scripts disabled:text-ink-3`}
          disabled={!drawn}
          onClick={() => void save(figure.current, { name: eyebrow, finding, units, source })}
        >
          Picture
        </button>
      </figcaption>
    </figure>
  );
}

/** The table, which follows edits at once while it is open and once they pause while it is not. */
function TableBehind({ text, summary }: { readonly text: ChartText; readonly summary: string }) {
  const [open, setOpen] = useState(false);
  const { table, title } = useFollowed(text, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={summary}>Table</summary>
      <ChartValues table={table} caption={title} />
    </details>
  );
}

interface EmptyFrameProps {
  readonly text: Undrawn;
  readonly choice?: ReactNode;
}

/** The place of a chart that has nothing to draw: why, and what would change that. */
export function EmptyFrame({ text: { eyebrow, reason, remedy }, choice }: EmptyFrameProps) {
  return (
    <figure className={classNames(styles.frame, "print:hidden")}>
      <FrameHead eyebrow={eyebrow} choice={choice} />
      <h2>
        <WholeNames>{reason}</WholeNames>
      </h2>
      <Placeholder as="p" className="row-start-4 mt-2 h-24 px-4 text-center">
        {remedy}
      </Placeholder>
    </figure>
  );
}

function FrameHead({ eyebrow, choice }: { readonly eyebrow: string; readonly choice?: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <span className="mb-px block text-12 text-ink-3">{eyebrow}</span>
      {choice}
    </div>
  );
}

/** Saves the drawing in the figure as a picture; its code comes when it is first asked for. */
async function save(figure: HTMLElement | null, text: PictureText): Promise<void> {
  const svg = figure?.querySelector<SVGSVGElement>("svg[role=img]");
  if (!svg) return;
  const { savePicture } = await fetchPart("the picture of the chart", loadPicture);
  await savePicture(svg, text);
}
