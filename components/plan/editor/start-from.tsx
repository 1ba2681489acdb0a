import { useContext, useMemo } from "react";
import { encodeLink } from "@/lib/link";
import { STARTS, type Scenario } from "@/lib/scenario";
import { TryContext } from "@/components/figures/try-context";
import { TryLink } from "@/components/figures/try-link";
import { useEdit } from "@/components/scenario/edit-context";
import { Summary } from "@/components/ui/disclosure";
import { ROUTES } from "@/components/ui/routes";
import styles from "./start-from.module.css";

interface StartFromProps {
  readonly scenario: Scenario;
  /** For one’s own scenario, beside which it only takes room. */
  readonly folded: boolean;
  /** Told of the starting point that is put in place of the scenario. */
  readonly onStart: (scenario: Scenario) => void;
}

/** Whole scenarios to start from, each a link; with scripts a press that undo takes back. */
export function StartFrom({ scenario, folded, onStart }: StartFromProps) {
  const edit = useEdit();
  const trying = useContext(TryContext);
  const starting = useMemo(
    () => ({
      ...trying,
      page: ROUTES.plan,
      attempt: (next: Scenario, done?: string) => {
        onStart(next);
        edit({ do: "set", scenario: next, variant: null, ...(done !== undefined && { done }) });
      },
    }),
    [edit, onStart, trying],
  );
  const points = (
    <TryContext value={starting}>
      <Points link={encodeLink(scenario)} />
    </TryContext>
  );
  if (folded)
    return (
      <nav aria-label="Start from">
        <details className="text-13">
          <Summary className="inline-flex min-h-6 cursor-pointer items-center gap-2 text-ink-2 max-tablet:min-h-11">
            Start from an example, or blank
          </Summary>
          <div className="mt-1">{points}</div>
        </details>
      </nav>
    );
  return (
    <nav className={styles.starts} aria-labelledby="start-from">
      <h2 className="mb-1 text-small text-ink-2" id="start-from">
        Start from
      </h2>
      {points}
    </nav>
  );
}

/** The starting points; `link` is that of the open scenario. */
function Points({ link }: { link: string }) {
  return (
    <ul className={styles.points}>
      {STARTS.slice(0, -1).map((start) => (
        <Point key={start.name} {...start} link={link} />
      ))}
      <li>
        <a href={ROUTES.import}>A log of your own</a>
      </li>
      <Point {...STARTS.at(-1)!} link={link} />
    </ul>
  );
}

function Point({ name, scenario, link }: { name: string; scenario: Scenario; link: string }) {
  return (
    <li>
      <TryLink look="plain" scenario={scenario} current={encodeLink(scenario) === link} done={`${name} is open`}>
        {name}
      </TryLink>
    </li>
  );
}
