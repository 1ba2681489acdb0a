import { memo } from "react";
import type { Forecast } from "@/lib/forecast";
import { eventViews, type EventView } from "@/lib/view/forecast";
import { TryLink } from "@/components/figures/try-link";
import { classNames } from "@/components/ui/class-names";
import { NoMark } from "@/components/ui/marks";
import { InfoMark, NeverMark, UnknownMark, YesMark } from "@/components/ui/more-marks";
import { WholeNames } from "@/components/ui/whole-names";
import styles from "./happens.module.css";

const MARKS: Readonly<Record<EventView["mark"], React.ReactNode>> = {
  over: <NoMark className="text-over" />,
  ok: <YesMark className="text-ok" />,
  ends: <NeverMark className="text-near" />,
  info: <InfoMark className="text-ink-2" />,
  none: <UnknownMark className="text-ink-2" />,
};

interface HappeningsProps {
  readonly forecast: Forecast;
  /** The same over more months. */
  readonly further: Forecast;
}

/** What happens in the months of a forecast, in order; then what would come after it. */
export const Happenings = memo(function Happenings({ forecast, further }: HappeningsProps) {
  const events = eventViews(forecast, further);
  return (
    <section aria-labelledby="h-happens">
      <h2 id="h-happens" className="mb-2 font-semibold">
        What happens, in order
      </h2>
      <ol className={styles.events}>
        {events.map(({ key, mark, on, day, fact, detail, isQuiet, attempts }) => (
          <li key={key} className={classNames(isQuiet && styles.quiet)}>
            {MARKS[mark]}
            {on === null ? <span className={styles.noDay}>{day}</span> : <time dateTime={on}>{day}</time>}
            <div>
              <WholeNames>{fact}</WholeNames>
              {detail && (
                <small>
                  <WholeNames>{detail}</WholeNames>
                </small>
              )}
              {attempts.length > 0 && (
                <span className="mt-1.5 flex flex-wrap gap-2 print:hidden">
                  {attempts.map(({ label, done, scenario: next }) => (
                    <TryLink key={label} scenario={next} done={done}>
                      {label}
                    </TryLink>
                  ))}
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
});
