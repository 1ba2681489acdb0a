import { Button, IconButton } from "@/components/ui/button";
import { UndoIcon } from "@/components/ui/icons";
import { BesideHead } from "@/components/ui/page/pane-page";
import { useEdit } from "./edit-context";

/** The head of an editor: what is edited, and the way back. */
export function EditHead({ title, canUndo }: { title: string; canUndo: boolean }) {
  return (
    <BesideHead>
      <h2 className="min-w-0 flex-1 truncate">{title}</h2>
      <EditButtons canUndo={canUndo} />
    </BesideHead>
  );
}

/** Undo; without scripts, the button that sends what was entered. */
export function EditButtons({ canUndo }: { canUndo: boolean }) {
  const edit = useEdit();
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
    </>
  );
}
