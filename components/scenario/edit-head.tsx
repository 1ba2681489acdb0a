import { Button, IconButton } from "@/components/ui/button";
import { RedoIcon, UndoIcon } from "@/components/ui/icons";
import { BesideHead } from "@/components/ui/page/pane-page";
import { useEdit, useStepsLeft } from "./edit-context";

/** The head of an editor: what is edited, and the way back and on. */
export function EditHead({ title }: { title: string }) {
  return (
    <>
      <BesideHead>
        <h2 className="min-w-0 flex-1 truncate">{title}</h2>
        <EditButtons />
      </BesideHead>
      <VariantPlace />
    </>
  );
}

/** Where the variant being edited is told of. */
export const VariantPlace = () => <div className="col-span-full" data-variants />;

/** Undo and redo; without scripts, the button that sends what was entered. */
export function EditButtons() {
  const edit = useEdit();
  const { canUndo, canRedo } = useStepsLeft();
  return (
    <>
      <Button type="submit" go className="only-without-scripts">
        Update
      </Button>
      <IconButton
        className="only-with-scripts"
        aria-label="Undo"
        disabled={!canUndo}
        onClick={() => edit({ do: "undo" })}
      >
        <UndoIcon />
      </IconButton>
      <IconButton
        className="only-with-scripts"
        aria-label="Redo"
        disabled={!canRedo}
        onClick={() => edit({ do: "redo" })}
      >
        <RedoIcon />
      </IconButton>
    </>
  );
}
