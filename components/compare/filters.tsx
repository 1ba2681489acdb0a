"use client";

import { memo, useState, type ReactNode } from "react";
import type { Scenario } from "@/lib/scenario";
import { type CompareChoice, defaultChoice, parseContext } from "@/lib/view/compare";
import { formatCompact } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { Button } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { SegmentedRow } from "@/components/ui/fields/segmented";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { Icon } from "@/components/ui/icons";
import { ROUTES } from "@/components/ui/routes";
import styles from "./filters.module.css";

interface CompareFiltersProps {
  readonly scenario: Scenario;
  readonly choice: CompareChoice;
  readonly onChoose: (choice: CompareChoice) => void;
  readonly link: string;
}

/** The most workloads that are chosen from side by side. */
const MOST_SIDE_BY_SIDE = 3;

/** What is compared, and what is asked of a model. Without scripts it is a form that asks for the page anew. */
export const CompareFilters = memo(function CompareFilters({ scenario, choice, onChoose, link }: CompareFiltersProps) {
  const choose = (change: Partial<CompareChoice>) => onChoose({ ...choice, ...change });
  const typed = choice.context === null ? "" : formatCompact(choice.context);
  return (
    <form
      className={styles.filters}
      action={ROUTES.compare}
      role="search"
      aria-label="What is compared"
      onSubmit={(event) => event.preventDefault()}
    >
      <noscript>
        {[...new URLSearchParams(link.slice(link.indexOf("?")))].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="show" value="yes" />
      </noscript>
      {scenario.workloads.length > 1 && (
        <Scope
          scenario={scenario}
          chosen={choice.workload}
          onChoose={(workload) => onChoose({ ...defaultChoice(scenario, workload), sort: choice.sort })}
        />
      )}
      <Toggle name="sale" isOn={choice.onSale} onToggle={(onSale) => choose({ onSale })}>
        On sale in a year
      </Toggle>
      <Toggle name="reasons" isOn={choice.reasons} onToggle={(reasons) => choose({ reasons })}>
        Reasons
      </Toggle>
      <Toggle name="wait" isOn={choice.mayWait} onToggle={(mayWait) => choose({ mayWait })}>
        Answers may wait
      </Toggle>
      <Context key={typed} typed={typed} onChoose={(context) => choose({ context })} />
      <FieldFrame text className={styles.find}>
        <Icon size={14}>
          <circle cx="7" cy="7" r="4.6" />
          <path d="m10.6 10.6 3 3" />
        </Icon>
        <input
          ref={takeTyped}
          type="search"
          name="find"
          data-find=""
          aria-label="Find a model"
          placeholder="Find a model"
          maxLength={60}
          value={choice.find}
          onChange={({ target }) => choose({ find: target.value })}
        />
      </FieldFrame>
      <noscript>
        <Button type="submit" small>
          Show
        </Button>
      </noscript>
    </form>
  );
});

interface ToggleProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
  readonly children: ReactNode;
}

function Toggle({ name, isOn, onToggle, children }: ToggleProps) {
  return (
    <label className={styles.toggle}>
      <input
        ref={takeTyped}
        type="checkbox"
        name={name}
        value="yes"
        checked={isOn}
        onChange={({ target }) => onToggle(target.checked)}
      />
      {children}
    </label>
  );
}

interface ContextProps {
  readonly typed: string;
  readonly onChoose: (context: number | null) => void;
}

/** The least context; it counts once the field is left or Enter is pressed, since 4 on the way to 400k is none. */
function Context({ typed, onChoose }: ContextProps) {
  const [text, setText] = useState(typed);
  const isBad = text.trim() !== "" && parseContext(text) === null;
  const take = () => isBad || onChoose(parseContext(text));
  return (
    <FieldFrame className={styles.context} bad={isBad}>
      <label htmlFor="context">Context ≥</label>
      <input
        ref={takeTyped}
        id="context"
        name="context"
        placeholder="any"
        title="Tokens, such as 400k or 1m"
        aria-invalid={isBad || undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === "Enter" && take()}
      />
    </FieldFrame>
  );
}

interface ScopeProps {
  readonly scenario: Scenario;
  readonly chosen: number | null;
  readonly onChoose: (workload: number | null) => void;
}

/** All workloads, or one of them while the others stay where they are. */
function Scope({ scenario, chosen, onChoose }: ScopeProps) {
  const { workloads } = scenario;
  const options = [
    { value: "", label: "All workloads" },
    ...workloads.map((_, index) => ({ value: String(index), label: workloadName(scenario, index) })),
  ];
  const choose = (value: string) => onChoose(value === "" ? null : Number(value));
  const now = chosen === null ? "" : String(chosen);
  if (workloads.length > MOST_SIDE_BY_SIDE)
    return (
      <FieldFrame text className={styles.scope}>
        <select
          ref={takeTyped}
          name="workload"
          aria-label="What moves"
          value={now}
          onChange={({ target }) => choose(target.value)}
        >
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </FieldFrame>
    );
  return (
    <fieldset className={styles.scope}>
      <legend className="sr-only">What moves</legend>
      <SegmentedRow>
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              ref={takeTyped}
              type="radio"
              name="workload"
              value={value}
              checked={value === now}
              onChange={() => choose(value)}
            />
            <span className={styles.name}>{label}</span>
          </label>
        ))}
      </SegmentedRow>
    </fieldset>
  );
}
