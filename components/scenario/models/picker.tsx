"use client";

import { useEffect, useRef, useState } from "react";
import { findModel, isEnding, isRetired, MODELS, type Day, type Model } from "@/lib/catalogue";
import { poolOf, type Scenario } from "@/lib/scenario";
import { formatDay } from "@/lib/view/text";
import { classNames } from "@/components/ui/class-names";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { firstSign } from "@/components/ui/hooks/first-sign";
import { VariantMark } from "@/components/figures/shown-variant";
import { FieldLabel } from "../field-label";
import styles from "./picker.module.css";

/** A browser with scripts never draws what stands in a `noscript`. */
const IS_SERVER = typeof window === "undefined";

type Choice = typeof import("./choice").default;

/**
 * The dialog once it is fetched. A lazy component would show nothing first, and React waits 300 ms before it
 * shows more.
 */
let ModelChoice: Choice | undefined;
/** What could not be fetched ahead is fetched when it is asked for. */
const askedAgain = () => undefined;
const load = async (): Promise<Choice> => (ModelChoice ??= (await import("./choice")).default);

interface ModelPickerProps {
  /** The name the field is sent under without JavaScript; its label’s id begins with it too. */
  readonly name: string;
  readonly value: string;
  readonly usageTier: Scenario["usageTier"];
  readonly asOf: Scenario["asOf"];
  readonly modelOverrides: Scenario["modelOverrides"];
  readonly onChoose: (id: string) => void;
  /** Makes a model of one’s own, by this name or one it finds; absent: none can be made here. */
  readonly onOwn?: (id?: string) => void;
}

/**
 * The model in use. A press opens the dialog of all models, whose script loads at the first sign of a person.
 * Without JavaScript it is a plain select.
 */
export function ModelPicker({ name, value, usageTier, asOf, modelOverrides, onChoose, onOwn }: ModelPickerProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => void firstSign().then(load).catch(askedAgain), []);
  const show = () =>
    void (ModelChoice ? setOpen(true) : fetchPart("the list of models", load).then(() => setOpen(true)));
  const model = findModel(value);
  return (
    <>
      <FieldLabel id={`${name}-label`} htmlFor={name}>
        Model
      </FieldLabel>
      <FieldFrame className="col-[2/4]">
        <button
          ref={button}
          type="button"
          className={classNames(styles.pick, "only-with-scripts")}
          id={name}
          aria-labelledby={`${name}-label ${name}`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={show}
          onKeyDown={(event) => event.key === "ArrowDown" && (event.preventDefault(), show())}
        >
          <span className="truncate">{value}</span>
          {model && isRetired(model, asOf) && <small className="text-ink-3">retired</small>}
          {model && isEnding(model, asOf) && <small className="whitespace-nowrap text-near">ends soon</small>}
        </button>
        <noscript>
          {IS_SERVER && <PlainSelect name={name} value={value} asOf={asOf} modelOverrides={modelOverrides} />}
        </noscript>
      </FieldFrame>
      <VariantMark field={name} />
      {open && ModelChoice && (
        <ModelChoice
          anchor={button}
          value={value}
          scenario={{ usageTier, asOf, modelOverrides }}
          onChoose={onChoose}
          {...(onOwn && { onOwn })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** What is said beside a model’s name: that it is retired, or the day on which it ends within a year. */
function endText(model: Model, asOf: Day): string {
  if (isRetired(model, asOf)) return "retired";
  return isEnding(model, asOf) ? `ends ${formatDay(model.retirement!.on)}` : "";
}

function PlainSelect({
  name,
  value,
  asOf,
  modelOverrides,
}: Pick<ModelPickerProps, "name" | "value" | "asOf" | "modelOverrides">) {
  const ids = [...new Set([value, ...MODELS.map(({ id }) => id), ...modelOverrides.map(({ model }) => poolOf(model))])];
  return (
    <select name={name} aria-labelledby={`${name}-label`} defaultValue={value}>
      {ids.map((id) => {
        const model = findModel(id);
        return (
          <option key={id} value={id}>
            {id}
            {model && endText(model, asOf) && ` (${endText(model, asOf)})`}
          </option>
        );
      })}
    </select>
  );
}
