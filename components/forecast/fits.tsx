import { memo, type CSSProperties } from "react";
import type { Forecast } from "@/lib/forecast";
import { fitsView } from "@/lib/view/forecast";
import { FigureButton } from "@/components/figures/figure-button";
import { TryLink } from "@/components/figures/try-link";
import { classNames } from "@/components/ui/class-names";
import styles from "./fits.module.css";

/** For the budget and each limit the growth at which it would just hold, against the growth entered. */
export const JustFitting = memo(function JustFitting({ forecast }: { forecast: Forecast }) {
  const { rows, entered, enteredText, attempt, budget } = fitsView(forecast);
  const months = forecast.months.length;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="h-fits">
      <h2 id="h-fits" className="mb-2 font-semibold">
        What growth would just fit {months === 1 ? "the month" : `all ${months} months`}
      </h2>
      <div className={styles.head} aria-hidden="true">
        <span style={{ left: `${entered * 100}%` }}>{enteredText}</span>
      </div>
      <ul className={styles.fits}>
        {rows.map(({ key, name, about, figure, isOver, width }) => (
          <li key={key} className={classNames(isOver && styles.over)}>
            <div className={styles.name}>
              {name}
              <small>{about}</small>
            </div>
            <div className={styles.track} style={{ "--entered": entered } as CSSProperties} aria-hidden="true">
              <i style={{ width: `${width * 100}%` }} />
            </div>
            <div className={styles.figure}>
              <FigureButton {...figure} />
              {isOver && <span className="sr-only">, less than entered</span>}
            </div>
          </li>
        ))}
      </ul>
      {(attempt || budget) && (
        <p className="mt-3 flex flex-wrap gap-2 print:hidden">
          {attempt && (
            <TryLink scenario={attempt.scenario} className={styles.press!}>
              {attempt.label}
            </TryLink>
          )}
          {budget && (
            <TryLink scenario={budget.scenario} className={styles.press!}>
              {budget.label}
            </TryLink>
          )}
        </p>
      )}
    </section>
  );
});
