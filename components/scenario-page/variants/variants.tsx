import { useContext, useEffect, useMemo, useRef, useState } from "react";
import { estimate } from "@/lib/estimate";
import { MOST, type Scenario } from "@/lib/scenario";
import { encodeLink } from "@/lib/link";
import { stripView } from "@/lib/view/variants";
import { TryContext } from "@/components/figures/try-context";
import { useEdit } from "@/components/scenario/edit-context";
import { usePresses } from "@/components/ui/hooks/early";
import { BareSection, Section } from "@/components/ui/section";
import { variantFragment, variantToShow } from "./shown";
import { choose, put } from "./acts";
import { CompareWith } from "./compare-with";
import { VariantEditor } from "./editor";
import { Strip, type OwnRow } from "./strip";

interface VariantsProps {
  /** With its variants. */
  readonly base: Scenario;
  /** Which variant the page shows; null: the base. */
  readonly chosen: number | null;
  /** What the page says of each scenario; it never changes. */
  readonly own?: OwnRow | undefined;
}

/** The base beside its variants, and how one is made. */
export function Variants({ base, chosen, own }: VariantsProps) {
  const edit = useEdit();
  const trying = useContext(TryContext);
  const section = useRef<HTMLElement>(null);
  const count = base.variants?.length ?? 0;
  const before = useRef(count);
  const [opened] = useState(() => encodeLink(base, ""));
  // From now on every edit of the page knows of variants. An address or a tab that shows one goes on to.
  useEffect(() => edit(choose(variantToShow(opened) ?? undefined)), [edit, opened]);
  usePresses("#variants button");
  useEffect(() => {
    const follow = () => variantFragment(location.hash) && edit(choose(variantToShow("")));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [edit]);
  useEffect(() => {
    // Where what was pressed is gone, the focus goes on to what came of it.
    const isLost = document.activeElement === document.body || section.current?.contains(document.activeElement);
    if (count > before.current && isLost)
      section.current?.querySelector<HTMLElement>(`[data-variant="${count - 1}"]`)?.focus();
    before.current = count;
  }, [count]);
  const leading = useMemo(
    () => ({ ...trying, attempt: (next: Scenario, done?: string) => edit(put(next, null, done)) }),
    [edit, trying],
  );
  // Once a variant was shown the editor says what it edits, the base too.
  const [isOpen, setOpen] = useState(false);
  if (chosen !== null && !isOpen) setOpen(true);
  const view = useMemo(() => (base.variants ? stripView(estimate(base)) : null), [base]);
  if (!view)
    return (
      <BareSection label="Variants" id="variants" ref={section}>
        <CompareWith base={base} />
      </BareSection>
    );
  return (
    <TryContext value={leading}>
      <Section
        id="variants"
        ref={section}
        eyebrow="Side by side"
        finding={view.finding}
        tools={count < MOST.variants && <CompareWith base={base} />}
      >
        <Strip base={base} chosen={chosen} view={view} own={own} />
      </Section>
      {isOpen && <VariantEditor base={base} chosen={chosen !== null && base.variants![chosen] ? chosen : null} />}
    </TryContext>
  );
}
