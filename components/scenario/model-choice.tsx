"use client";

import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { createPortal } from "react-dom";
import { findModel } from "@/lib/catalogue";
import { MODEL_ID, poolOf, type Scenario } from "@/lib/scenario";
import { formatTier } from "@/lib/view/text";
import { modelList, searchModels, sortModels, type ModelOrder, type ModelRow } from "@/lib/view/models";
import { CloseIcon } from "@/components/ui/icons";
import { OrderChoice } from "@/components/scenario/order-choice";

interface Props extends Pick<Scenario, "usageTier" | "asOf" | "modelOverrides"> {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly value: string;
  readonly onChoose: (id: string) => void;
  readonly onOwn?: (id?: string) => void;
  readonly onClose: () => void;
}

const GAP = 12;
const PAGE = 8;
const SHEET = "(max-width: 639px)";
const GROUPS = [
  ["current", "Current"],
  ["own", "Your own"],
  ["retired", "Retired"],
] as const;

/** The order last chosen holds for the next field too. */
let lastOrder: ModelOrder = "newest";

/** Under the field, moved up to where all of it is in sight; a sheet of its own on phones, by style. */
function place(box: HTMLElement, anchor: HTMLElement): void {
  if (matchMedia(SHEET).matches) {
    box.style.left = box.style.top = "";
    return;
  }
  const field = anchor.getBoundingClientRect();
  box.style.left = `${Math.max(GAP, Math.min(field.left, innerWidth - box.offsetWidth - GAP))}px`;
  box.style.top = `${Math.max(GAP, Math.min(field.bottom + 6, innerHeight - box.offsetHeight - GAP))}px`;
}

/** Every model to choose from: searched by words, sorted, current ones first. The search is the combobox, the rows are its listbox. */
export default function ModelChoice({
  anchor,
  value,
  usageTier,
  asOf,
  modelOverrides,
  onChoose,
  onOwn,
  onClose,
}: Props) {
  const dialog = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState(lastOrder);
  const rows = useMemo(() => modelList({ usageTier, asOf, modelOverrides }), [usageTier, asOf, modelOverrides]);
  const found = useMemo(() => sortModels(searchModels(rows, query), order), [rows, query, order]);
  const own = onOwn && ownName(query, rows);
  const count = found.length + (own === undefined ? 0 : 1);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      found.findIndex(({ id: one, kind }) => one === poolOf(value) && kind !== "retired"),
    ),
  );
  const optionId = (n: number) => `${id}-${n}`;

  useLayoutEffect(() => {
    const box = dialog.current!;
    const moved = () => place(box, anchor.current!);
    // Not a modal dialog: to make all of the page inert takes longer than to draw the list.
    box.showPopover();
    moved();
    // A finger looks first; a keyboard on the screen would cover half the list.
    (matchMedia("(pointer: fine)").matches ? search.current! : box).focus({ preventScroll: true });
    addEventListener("resize", moved);
    return () => removeEventListener("resize", moved);
  }, [anchor]);
  useEffect(() => {
    const outside = (event: Event) => {
      if (event.target instanceof Node && !dialog.current!.contains(event.target)) onClose();
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [onClose]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active, found]);

  const close = () => {
    anchor.current!.focus();
    onClose();
  };
  const choose = (n: number) => {
    const row = found[n];
    close();
    if (row) onChoose(row.id);
    else onOwn?.(own || undefined);
  };
  const press = (event: KeyboardEvent) => {
    const to: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: count - 1,
    };
    const next = to[event.key];
    if (next !== undefined && !event.altKey) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(next, count - 1)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (count > 0) choose(active);
    }
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  const option = (n: number, label: string) =>
    ({
      id: optionId(n),
      role: "option",
      "aria-selected": n === active,
      "aria-label": label,
      "data-active": n === active || undefined,
      "data-n": n,
    }) as const;
  const pressed = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>("[data-n]");
    if (row) choose(Number(row.dataset.n));
  };

  // Out of the editor: a form within a form is never heard of.
  return createPortal(
    <div
      ref={dialog}
      popover="manual"
      role="dialog"
      className="picker"
      aria-label="Choose a model"
      tabIndex={-1}
      onKeyDown={escape}
    >
      <div className="picker-head">
        <div className="fld text">
          <input
            ref={search}
            type="text"
            role="combobox"
            aria-label="Search models by name, feature or endpoint"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={count > 0 ? optionId(active) : undefined}
            placeholder="Name, feature or endpoint"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={press}
          />
        </div>
        <button type="button" className="ico" aria-label="Close" onClick={close}>
          <CloseIcon />
        </button>
        <OrderChoice
          order={order}
          onOrder={(next) => {
            setOrder((lastOrder = next));
            setActive(0);
          }}
        />
      </div>
      <div className="mrow mhead" aria-hidden="true">
        <span>{found.length === rows.length ? `${rows.length} models` : `${found.length} of ${rows.length}`}</span>
        <span>Input</span>
        <span>Cached</span>
        <span>Output</span>
        <span>TPM</span>
        <span>Context</span>
      </div>
      <p className="sr-only" role="status">
        {found.length === 1 ? "1 model" : `${found.length} models`}
      </p>
      {found.length === 0 && (
        <p className="border-t border-line px-4 py-4 text-ink-2">No model has all of these words.</p>
      )}
      <div className="picker-list" role="listbox" id={`${id}-list`} aria-label="Models" onClick={pressed}>
        {GROUPS.map(([kind, title]) => {
          const start = found.findIndex((row) => row.kind === kind);
          if (start < 0) return null;
          return (
            <div key={kind} role="group" aria-label={title}>
              <p className="mgroup" aria-hidden="true">
                {title}
              </p>
              {found
                .filter((row) => row.kind === kind)
                .map((row, n) => (
                  <div key={row.id} className="mrow" {...option(start + n, row.spoken)}>
                    <ModelCells row={row} chosen={row.id === poolOf(value)} />
                  </div>
                ))}
            </div>
          );
        })}
        {own !== undefined && (
          <div
            className="mrow mown"
            {...option(found.length, own ? `Make ${own} a model of your own` : "A model of your own")}
          >
            {own ? (
              <span>
                Make <b>{own}</b> a model of your own
              </span>
            ) : (
              <span>A model of your own…</span>
            )}
          </div>
        )}
      </div>
      <p className="picker-foot">
        $ a million tokens; tokens a minute at {formatTier(usageTier)}; – is not published.{" "}
        <a href="/models">All models</a>
      </p>
    </div>,
    document.body,
  );
}

/** What was typed, where it can be the name of a model of one’s own; empty where a name is still to be found. */
function ownName(query: string, rows: readonly ModelRow[]): string {
  const name = query.trim();
  return MODEL_ID.test(name) && !findModel(name) && !rows.some((row) => row.id === name) ? name : "";
}

function ModelCells({ row, chosen }: { row: ModelRow; chosen: boolean }) {
  return (
    <>
      <span>
        <b>{row.id}</b>
        {chosen && <small className="text-ink-3">in use</small>}
        {row.end && <small className="mend">{row.end}</small>}
      </span>
      <span>{row.input}</span>
      <span>{row.cached}</span>
      <span>{row.output}</span>
      <span>{row.tpm}</span>
      <span>{row.context}</span>
    </>
  );
}
