import type { Estimate } from "@/lib/estimate";
import { MOST } from "@/lib/scenario";
import type { CompareRowView } from "@/lib/view/compare";
import { modelIn } from "@/lib/view/names";
import { withVariant } from "@/lib/view/variants";
import { Button } from "@/components/ui/button";
import { useEdit } from "@/components/scenario/edit-context";
import { put } from "@/components/scenario-page/variants/acts";

interface AddVariantProps {
  readonly view: CompareRowView;
  readonly estimate: Estimate;
  readonly isButton?: boolean;
}

/** Letters of variants: the base is A. */
const LETTERS = ["B", "C", "D", "E"];

/** Adds the row as a variant of the scenario: what differs from it, as the next letter. */
export function AddVariant({ view, estimate: { scenario }, isButton = false }: AddVariantProps) {
  const edit = useEdit();
  const variants = scenario.variants ?? [];
  const letter = LETTERS[variants.length];
  if (letter === undefined || variants.length >= MOST.variants) return null;
  const add = () => {
    const name = `On ${modelIn(view)}`;
    const next = withVariant(scenario, name, view.scenario);
    if (!("refused" in next)) edit(put(next, null, `${letter} is beside it: ${name}`));
  };
  return isButton ? (
    <Button small className="only-with-scripts" onClick={add}>
      Compare as {letter}
    </Button>
  ) : (
    <button type="button" className="only-with-scripts" onClick={add} aria-label={`${modelIn(view)} as ${letter}`}>
      As {letter}
    </button>
  );
}
