import type { MouseEvent } from "react";
import { MODEL_KINDS, type ModelRow } from "@/lib/view/models";
import { classNames } from "@/components/ui/class-names";
import styles from "./list.module.css";

/** The heads of the columns, and how many of all models were found. */
export function ModelColumns({ found, all }: { found: number; all: number }) {
  return (
    <div className={styles.columns} aria-hidden="true">
      <span>{found === all ? `${all} models` : `${found} of ${all}`}</span>
      <span>Input</span>
      <span>Cached</span>
      <span>Output</span>
      <span>TPM</span>
      <span>Context</span>
    </div>
  );
}

interface ModelListProps {
  readonly id: string;
  /** In the order of `MODEL_KINDS`. */
  readonly rows: readonly ModelRow[];
  /** The id of the model in use. */
  readonly chosen: string;
  /** The place of the option that Enter takes. */
  readonly active: number;
  /**
   * The name of a model of one’s own to make, empty where it is still to be found; absent: none can be made.
   */
  readonly own?: string | undefined;
  readonly onChoose: (place: number) => void;
}

/** The id of the option in `place` of the list. */
export const optionId = (list: string, place: number): string => `${list}-${place}`;

/** The listbox: an option for each model, in groups, and one to make a model of one’s own. */
export function ModelList({ id, rows, chosen, active, own, onChoose }: ModelListProps) {
  const option = (place: number, label: string) =>
    ({
      id: optionId(id, place),
      role: "option",
      "aria-selected": place === active,
      "aria-label": label,
      "data-active": place === active || undefined,
      "data-place": place,
    }) as const;
  const press = (event: MouseEvent) => {
    const pressed = (event.target as Element).closest<HTMLElement>("[data-place]");
    if (pressed) onChoose(Number(pressed.dataset.place));
  };
  return (
    <div className={styles.list} role="listbox" id={`${id}-list`} aria-label="Models" onClick={press}>
      {MODEL_KINDS.map(([kind, title]) => {
        const start = rows.findIndex((row) => row.kind === kind);
        if (start < 0) return null;
        return (
          <div key={kind} role="group" aria-label={title}>
            <p className={styles.group} aria-hidden="true">
              {title}
            </p>
            {rows
              .filter((row) => row.kind === kind)
              .map((row, n) => (
                <div key={row.id} className={styles.option} {...option(start + n, row.spoken)}>
                  <ModelCells row={row} chosen={row.id === chosen} />
                </div>
              ))}
          </div>
        );
      })}
      {own !== undefined && (
        <div
          className={classNames(styles.option, styles.custom)}
          {...option(
            rows.length,
            `${own ? `Make ${own} a model` : "A model"} of your own, prices copied from ${chosen}`,
          )}
        >
          <OwnModel name={own} like={chosen} />
        </div>
      )}
    </div>
  );
}

/** `like`: the model whose figures it begins with. */
function OwnModel({ name, like }: { name: string; like: string }) {
  const begin = <small className="text-ink-3">prices copied from {like}</small>;
  if (!name) return <span>A model of your own… {begin}</span>;
  return (
    <span>
      Make <b>{name}</b> a model of your own {begin}
    </span>
  );
}

function ModelCells({ row, chosen }: { row: ModelRow; chosen: boolean }) {
  return (
    <>
      <span>
        <b>{row.id}</b>
        {chosen && <small className="text-ink-3">in use</small>}
        {row.end && <small className={styles.ending}>{row.end}</small>}
      </span>
      <span>{row.input}</span>
      <span>{row.cached}</span>
      <span>{row.output}</span>
      <span>{row.tpm}</span>
      <span>{row.context}</span>
    </>
  );
}
