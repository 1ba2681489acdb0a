import type { Estimate } from "@/lib/estimate";
import { MOST } from "@/lib/scenario";
import { changesBetween } from "@/lib/scenario/variants";
import { type CompareRowView, inWords } from "@/lib/view/compare";
import { Button } from "@/components/ui/button";
import { useEdit } from "@/components/scenario/edit-context";

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
    const name = `On ${inWords(view)}`;
    const variant = { name, changes: changesBetween(scenario, view.scenario) };
    edit({ do: "set", scenario: { ...scenario, variants: [...variants, variant] }, done: `${letter}: ${name}` });
  };
  return isButton ? (
    <Button small className="only-with-scripts" onClick={add}>
      Compare as {letter}
    </Button>
  ) : (
    <button type="button" className="only-with-scripts" onClick={add} aria-label={`${inWords(view)} as ${letter}`}>
      As {letter}
    </button>
  );
}
