import { Suspense, use, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Scenario } from "@/lib/scenario";
import { Remark } from "@/components/figures/remark";
import { simulatedDay, runDay } from "@/components/traffic/simulation/days";

/** How long a scenario stays as it is before its day is run, ms. */
const SETTLE_MS = 200;
const never = () => () => undefined;

/** What the day of a scenario comes to, beside those of others. */
export function DayCell({ scenario }: { scenario: Scenario }) {
  return (
    <Suspense>
      <KnownDay scenario={scenario} />
    </Suspense>
  );
}

function KnownDay({ scenario }: { scenario: Scenario }) {
  const day = useMemo(() => simulatedDay(scenario), [scenario]);
  const takingOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  if (takingOver && typeof window !== "undefined" && day.inHtml && !day.remark) {
    runDay(day);
    // What the server drew stands until it is known here too.
    use(day.known);
  }
  const [last, setLast] = useState(day.remark);
  useEffect(() => {
    let isHere = true;
    let takeBack = () => undefined as void;
    void day.known.then((remark) => isHere && setLast(remark));
    const timer = setTimeout(() => (takeBack = runDay(day)), SETTLE_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
      takeBack();
    };
  }, [day]);
  const remark = day.remark ?? last;
  if (remark) return <Remark {...remark} isOld={!day.remark} />;
  return (
    <>
      <span className="only-with-scripts text-ink-2">running …</span>
      <small className="only-without-scripts">run by scripts</small>
    </>
  );
}
