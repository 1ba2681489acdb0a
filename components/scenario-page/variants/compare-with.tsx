import { useContext, useMemo, useRef, useState } from "react";
import { decodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { doubledTraffic, allOnModel, withVariant } from "@/lib/view/variants";
import { TryContext } from "@/components/figures/try-context";
import { TryLink } from "@/components/figures/try-link";
import { useEdit } from "@/components/scenario/edit-context";
import { ModelPicker } from "@/components/scenario/models/picker";
import { buttonLook } from "@/components/ui/button";
import { FieldGrid } from "@/components/ui/fields/field-frame";
import { useOnceOpen } from "@/components/ui/hooks/use-once-open";
import { readKept } from "@/components/scenario-page/kept/kept";
import { nameOf } from "@/components/scenario-page/kept/by-name";
import { put } from "./acts";
import styles from "./compare-with.module.css";

/** A kept scenario, and the base with it as a variant. */
interface KeptChoice {
  readonly key: string;
  readonly name: string;
  readonly next: ReturnType<typeof withVariant>;
}

function keptChoices(base: Scenario): KeptChoice[] {
  const { saved, recent } = readKept();
  return [...saved, ...recent.map((link) => ({ name: "", link }))].flatMap(({ name, link }, index) => {
    const { scenario } = decodeLink(link);
    if (!scenario) return [];
    const known = name || nameOf(scenario);
    const { variants: _, ...other } = scenario;
    const next = withVariant(base, known, other);
    // What differs in nothing is what is open.
    const isSame = !("refused" in next) && Object.keys(next.variants!.at(-1)!.changes).length === 0;
    return isSame ? [] : [{ key: `${index} ${link}`, name: known, next }];
  });
}

/** What a variant can begin as. Those that need no script are links. */
export function CompareWith({ base }: { base: Scenario }) {
  const edit = useEdit();
  const trying = useContext(TryContext);
  const details = useRef<HTMLDetailsElement>(null);
  const [kept, setKept] = useState<readonly KeptChoice[]>([]);
  const { opened, details: once } = useOnceOpen();
  const [isOpen, setOpen] = useState(false);
  // While it is closed nobody sees what an edit makes of it.
  const [shown, setShown] = useState(base);
  if (isOpen && shown !== base) setShown(base);
  const add = (next: ReturnType<typeof withVariant>) => {
    if ("refused" in next) return;
    const { name } = next.variants!.at(-1)!;
    details.current!.open = false;
    edit(put(next, next.variants!.length - 1, `Beside it: ${name}`));
  };
  const adding = { ...trying, attempt: add };
  const { asNow, twice } = useMemo(
    () => ({
      asNow: withVariant(shown, "As it is now", shown),
      twice: withVariant(shown, "Twice the traffic", doubledTraffic(shown)),
    }),
    [shown],
  );
  const { usageTier, asOf, modelOverrides } = base;
  return (
    <TryContext value={adding}>
      <details
        ref={(node) => {
          details.current = node;
          once.ref(node);
        }}
        className={styles.compare}
        onToggle={({ currentTarget: { open } }) => {
          once.onToggle();
          setOpen(open);
          if (open) setKept(keptChoices(base));
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !details.current!.open) return;
          details.current!.open = false;
          details.current!.querySelector("summary")!.focus();
        }}
      >
        <summary className={buttonLook()}>Compare with…</summary>
        <div className={styles.panel}>
          <p className={styles.lead}>
            Another scenario beside this one: what you do not change in it follows this one.
          </p>
          <ul className={styles.choices}>
            {"refused" in asNow ? null : (
              <li>
                <TryLink scenario={asNow}>This scenario as it is now</TryLink>
              </li>
            )}
            {"refused" in twice ? null : (
              <li>
                <TryLink scenario={twice}>Twice the traffic</TryLink>
              </li>
            )}
          </ul>
          {opened && (
            <FieldGrid className="mt-2">
              <ModelPicker
                name="variant-model"
                value="Another model"
                usageTier={usageTier}
                asOf={asOf}
                modelOverrides={modelOverrides}
                onChoose={(model) => add(withVariant(base, `On ${model}`, allOnModel(base, model)))}
              />
            </FieldGrid>
          )}
          {kept.length > 0 && (
            <>
              <h3 className={styles.heading}>Kept in this browser</h3>
              <ul className={styles.kept}>
                {kept.map(({ key, name, next }) => (
                  <li key={key}>
                    <button type="button" disabled={"refused" in next} onClick={() => add(next)}>
                      {name}
                    </button>
                    {"refused" in next && <small>{next.refused}</small>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </details>
    </TryContext>
  );
}
