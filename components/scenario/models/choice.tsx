"use client";

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { createPortal } from "react-dom";
import { findModel } from "@/lib/catalogue";
import { MODEL_ID, poolOf, type Scenario } from "@/lib/scenario";
import { formatTier } from "@/lib/view/text";
import { modelList, searchModels, sortModels, type ModelOrder, type ModelRow } from "@/lib/view/models";
import { IconButton } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { CloseIcon } from "@/components/ui/close-icon";
import styles from "./choice.module.css";
import { ModelColumns, ModelList, optionId } from "./list";
import { OrderChoice } from "./order";
import { usePopover } from "./use-popover";

interface ModelChoiceProps {
  /** Whose prices and limits the list shows. */
  readonly scenario: Pick<Scenario, "usageTier" | "asOf" | "modelOverrides">;
  /** The field that the dialog belongs to. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** The model in use. */
  readonly value: string;
  readonly onChoose: (id: string) => void;
  /** Makes a model of one’s own, by this name or one it finds; absent: none can be made here. */
  readonly onOwn?: (id?: string) => void;
  readonly onClose: () => void;
}

const PAGE = 8;

/** The order last chosen holds for the next field too. */
let lastOrder: ModelOrder = "newest";

/**
 * What was typed, where it can be the name of a model of one’s own; empty where a name is still to be found.
 */
function ownName(query: string, rows: readonly ModelRow[]): string {
  const name = query.trim();
  return MODEL_ID.test(name) && !findModel(name) && !rows.some((row) => row.id === name) ? name : "";
}

/** The place that a key moves to from `active` in a list of `count`; undefined for any other key. */
function placeAfter(key: string, active: number, count: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE,
    PageUp: active - PAGE,
    Home: 0,
    End: count - 1,
  };
  const place = places[key];
  return place === undefined ? undefined : Math.max(0, Math.min(place, count - 1));
}

/**
 * Every model to choose from: searched by words, sorted, current ones first. The search is the combobox of
 * the list.
 */
export default function ModelChoice({ scenario, anchor, value, onChoose, onOwn, onClose }: ModelChoiceProps) {
  const { usageTier, asOf, modelOverrides } = scenario;
  const dialog = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState(lastOrder);
  const rows = useMemo(() => modelList({ usageTier, asOf, modelOverrides }), [usageTier, asOf, modelOverrides]);
  const found = useMemo(() => sortModels(searchModels(rows, query), order), [rows, query, order]);
  const chosen = poolOf(value);
  const own = onOwn && ownName(query, rows);
  const none = onOwn ? "No such model. Make your own?" : "No such model.";
  const count = found.length + (own === undefined ? 0 : 1);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      found.findIndex((row) => row.id === chosen && row.kind !== "retired"),
    ),
  );
  usePopover({ dialog, anchor, first: search }, onClose);
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active, found]);

  const close = () => {
    anchor.current!.focus();
    onClose();
  };
  const choose = (place: number) => {
    const row = found[place];
    close();
    if (row) onChoose(row.id);
    else onOwn?.(own || undefined);
  };
  const press = (event: KeyboardEvent) => {
    const next = event.altKey ? undefined : placeAfter(event.key, active, count);
    if (next === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (next !== undefined) setActive(next);
    else if (active >= 0 && active < count) choose(active);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };

  // Out of the editor: a form within a form is never heard of.
  return createPortal(
    <div
      ref={dialog}
      popover="manual"
      role="dialog"
      className={styles.choice}
      aria-label="Choose a model"
      tabIndex={-1}
      onKeyDown={escape}
    >
      <div className={styles.head}>
        <FieldFrame text>
          <input
            ref={search}
            type="text"
            role="combobox"
            aria-label="Search models by name, feature or endpoint"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 && count > 0 ? optionId(id, active) : undefined}
            placeholder="Name, feature or endpoint"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              const { value: typed } = event.target;
              setQuery(typed);
              // What no model answers to is perhaps mistyped: Enter alone makes nothing of it.
              setActive(searchModels(rows, typed).length === 0 ? -1 : 0);
            }}
            onKeyDown={press}
          />
        </FieldFrame>
        <IconButton aria-label="Close" onClick={close}>
          <CloseIcon />
        </IconButton>
        <OrderChoice
          order={order}
          onOrder={(next) => {
            setOrder((lastOrder = next));
            setActive(0);
          }}
        />
      </div>
      <ModelColumns found={found.length} all={rows.length} />
      <p className="sr-only" role="status">
        {found.length === 1 ? "1 model" : `${found.length} models`}
      </p>
      {found.length === 0 && <p className="border-t border-line px-4 py-4 text-ink-2">{none}</p>}
      <ModelList id={id} rows={found} chosen={chosen} active={active} own={own} onChoose={choose} />
      <p className="border-t border-line px-4 py-2 text-12 text-ink-2">
        $ a million tokens; tokens a minute at {formatTier(usageTier)}; – is not published.{" "}
        <a href="/models">All models</a>
      </p>
    </div>,
    document.body,
  );
}
