"use client";

import { NUMBERS, CHOICES, DEFAULTS, type Scenario } from "@/lib/scenario";
import { formatSpan } from "@/lib/view/text";
import { exact } from "@/lib/money";
import { useEdit } from "@/components/scenario/edit-context";
import { changed } from "@/components/scenario/edits";
import { NumberInput } from "@/components/scenario/field";
import { FieldGrid } from "@/components/ui/fields/field-frame";
import { SegmentedRow } from "@/components/ui/fields/segmented";
import { TryLink } from "@/components/figures/try-link";
import { POLICY_NAMES, POLICY_RULES } from "./names";

const HORIZONS = [
  { name: "An hour", minutes: 60 },
  { name: "A day", minutes: 1440 },
  { name: "A week", minutes: 10_080 },
] as const;
const WINDOWS = [60, 1] as const;

/** What the client does at a limit, and how much time is run with which seed. */
export function RunControls({ scenario }: { scenario: Scenario }) {
  const edit = useEdit();
  const {
    policy = DEFAULTS.implied.policy,
    seed = DEFAULTS.implied.seed,
    horizonMinutes = DEFAULTS.implied.horizonMinutes,
    rpmWindowSeconds,
  } = scenario;
  const withSettings = (values: Partial<Record<"policy" | "seed" | "horizonMinutes", unknown>>) =>
    changed(
      scenario,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          value === DEFAULTS.implied[key as "seed"] ? undefined : value,
        ]),
      ),
    );
  const windows = [...WINDOWS, ...(WINDOWS.some((seconds) => seconds === rpmWindowSeconds) ? [] : [rpmWindowSeconds])];
  return (
    <>
      <fieldset className="mb-4">
        <legend className="mb-1 text-12 text-ink-2">What the client does at a limit</legend>
        <SegmentedRow>
          {CHOICES.policy.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="policy"
                value={one}
                checked={policy === one}
                onChange={() => edit({ do: "set", scenario: withSettings({ policy: one }) })}
              />
              {POLICY_NAMES[one]}
            </label>
          ))}
        </SegmentedRow>
        <p className="mt-1 text-small text-ink-2">{POLICY_RULES[policy]}</p>
      </fieldset>
      <fieldset className="mb-4">
        <legend className="mb-1 text-12 text-ink-2">RPM is counted over</legend>
        <SegmentedRow>
          {windows.map((seconds) => (
            <label key={seconds}>
              <input
                type="radio"
                name="rpmWindowSeconds"
                value={seconds}
                checked={rpmWindowSeconds === seconds}
                onChange={() => edit({ do: "set", scenario: { ...scenario, rpmWindowSeconds: seconds } })}
              />
              {seconds} s
            </label>
          ))}
        </SegmentedRow>
      </fieldset>
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
