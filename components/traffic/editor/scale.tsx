"use client";

import type { Scenario } from "@/lib/scenario";
import { formatFactor } from "@/lib/view/text";
import { useEdit } from "@/components/scenario/edit-context";
import type { TrafficRunner } from "@/components/traffic/simulation/runner";
import { useSnapshot } from "@/components/traffic/simulation/use-runner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { withScale } from "./changes";
import styles from "./scale.module.css";

/** Hundredths of a power of ten, from 0.1 to 100 times. */
const LEAST = -100;
const MOST = 200;
const toStep = (scale: number) => Math.round(Math.log10(scale) * 100);
/** To two decimals below 10, to one above. */
const toScale = (step: number) => {
  const places = step < 100 ? 100 : 10;
  return Math.round(10 ** (step / 100) * places) / places;
};
const left = (scale: number) => `${((Math.log10(scale) * 100 - LEAST) / (MOST - LEAST)) * 100}%`;
const TICKS = [0.1, 1, 10, 100] as const;

/** Multiplies all standard traffic by 0.1 to 100 and marks where it breaks. The link does not keep the factor. */
export function ScaleSlider({
  runner,
  scenario,
  scale,
  onScale,
}: {
  runner: TrafficRunner;
  scenario: Scenario;
  scale: number;
  onScale: (scale: number) => void;
}) {
  const edit = useEdit();
  const breaks = useSnapshot(runner, ({ runs }) =>
    runs?.input.scenario === scenario ? (runs.breaking?.breaks ?? null) : null,
  );
  const shown = breaks !== null && breaks >= TICKS[0] && breaks <= TICKS[3];
  const keep = () => {
    edit({ do: "set", scenario: withScale(scenario, scale) });
    onScale(1);
  };
  return (
    <div className={classNames(styles.slide, "only-with-scripts")}>
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor="scale">
          Traffic, times <b>{formatFactor(scale)}</b>
        </label>
        <span className="ml-auto flex gap-2">
          <Button small disabled={scale === 1} onClick={() => onScale(1)}>
            As entered
          </Button>
          <Button small disabled={scale === 1} onClick={keep}>
            Keep this traffic
          </Button>
        </span>
      </div>
      <div className={styles.track}>
        <input
          ref={takeTyped}
          id="scale"
          type="range"
          min={LEAST}
          max={MOST}
          step={1}
          value={toStep(scale)}
          aria-valuetext={`${formatFactor(scale)} times the traffic entered`}
          onChange={({ target }) => onScale(toScale(Number(target.value)))}
        />
        <div className={styles.marks} aria-hidden="true">
          {TICKS.map((tick) => (
            <span key={tick} style={{ left: left(tick) }}>
              {tick} ×
            </span>
          ))}
          {shown && (
            <span className={styles.breaks} style={{ left: left(breaks) }}>
              breaks
            </span>
          )}
        </div>
      </div>
      <p className="sr-only">{shown ? `Traffic breaks at ${formatFactor(breaks)} times what was entered.` : ""}</p>
    </div>
  );
}
