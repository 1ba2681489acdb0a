"use client";

import type { ReactNode } from "react";
import { NUMBERS, CHOICES, DEFAULTS, type Scenario } from "@/lib/scenario";
import { formatSpan } from "@/lib/view/text";
import { exact } from "@/lib/money";
import { TryLink } from "@/components/figures/try-link";
import { useEdit } from "@/components/scenario/edit-context";
import { changed } from "@/components/scenario/edits";
import { NumberInput } from "@/components/scenario/field";
import { FieldGrid } from "@/components/ui/fields/field-frame";
import { SegmentedRow } from "@/components/ui/fields/segmented";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { POLICY_NAMES } from "@/lib/view/names";
import { POLICY_SENTENCES } from "./names";

const HORIZONS = [
  { name: "An hour", minutes: 60 },
  { name: "A day", minutes: 1440 },
  { name: "A week", minutes: 10_080 },
] as const;
const WINDOWS = [60, 1] as const;

type RunSettings = Partial<Record<"policy" | "seed" | "horizonMinutes", unknown>>;

/** The settings as a scenario keeps them: an implied value is not written. */
const written = (values: RunSettings): RunSettings =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === DEFAULTS.implied[key as "seed"] ? undefined : value]),
  );

interface RadioRowProps {
  readonly legend: string;
  /** The name the choice is sent under without JavaScript. */
  readonly name: string;
  readonly options: readonly { readonly value: string | number; readonly label: string }[];
  readonly chosen: string | number;
  readonly onChoose: (chosen: string | number) => void;
  readonly children?: ReactNode;
}

/** One of a few values, all in sight under their legend. */
function RadioRow({ legend, name, options, chosen, onChoose, children }: RadioRowProps) {
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 text-12 text-ink-2">{legend}</legend>
      <SegmentedRow>
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              ref={takeTyped}
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            {label}
          </label>
        ))}
      </SegmentedRow>
      {children}
    </fieldset>
  );
}

/** Sets what the client does at a limit, the RPM window, the horizon and the seed. */
export function RunControls({ scenario }: { scenario: Scenario }) {
  const edit = useEdit();
  const {
    policy = DEFAULTS.implied.policy,
    seed = DEFAULTS.implied.seed,
    horizonMinutes = DEFAULTS.implied.horizonMinutes,
    rpmWindowSeconds,
  } = scenario;
  const withSettings = (values: RunSettings) => changed(scenario, written(values));
  const windows = [...WINDOWS, ...(WINDOWS.some((seconds) => seconds === rpmWindowSeconds) ? [] : [rpmWindowSeconds])];
  return (
    <>
      <RadioRow
        legend="What the client does at a limit"
        name="policy"
        options={CHOICES.policy.map((value) => ({ value, label: POLICY_NAMES[value] }))}
        chosen={policy}
        onChoose={(value) => edit({ do: "set", scenario: withSettings({ policy: value }) })}
      >
        <p className="mt-1 text-small text-ink-2">{POLICY_SENTENCES[policy]}</p>
      </RadioRow>
      <RadioRow
        legend="RPM is counted over"
        name="rpmWindowSeconds"
        options={windows.map((value) => ({ value, label: `${value} s` }))}
        chosen={rpmWindowSeconds}
        onChoose={(value) => edit({ do: "set", scenario: { ...scenario, rpmWindowSeconds: Number(value) } })}
      />
      <FieldGrid className="mb-4">
        <NumberInput
          label="Horizon"
          name="horizonMinutes"
          field="horizonMinutes"
          value={horizonMinutes}
          unit="min"
          onValue={(value) =>
            edit({
              do: "set",
              scenario: withSettings({ horizonMinutes: value }),
              step: { of: "scenario", field: "horizonMinutes" },
            })
          }
          hint={formatSpan(exact(BigInt(horizonMinutes), 60n))}
        />
        <div className="col-span-full flex flex-wrap gap-2">
          {HORIZONS.map(({ name, minutes }) => (
            <TryLink key={name} scenario={withSettings({ horizonMinutes: minutes })}>
              {name}
            </TryLink>
          ))}
        </div>
        <NumberInput
          label="Seed"
          name="seed"
          field="seed"
          value={seed}
          onValue={(value) =>
            edit({ do: "set", scenario: withSettings({ seed: value }), step: { of: "scenario", field: "seed" } })
          }
          hint="one seed, one day"
        />
        <div className="col-span-full">
          <TryLink scenario={withSettings({ seed: seed === NUMBERS.seed.max ? 0 : seed + 1 })}>Another seed</TryLink>
        </div>
      </FieldGrid>
    </>
  );
}
