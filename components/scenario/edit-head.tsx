import { UndoIcon } from "@/components/ui/icons";
import { useEdit } from "./edit-context";

/** The head of an editor: what is edited, and the way back. */
export function EditHead({ title, canUndo }: { title: string; canUndo: boolean }) {
  const edit = useEdit();
  return (
    <div className="edit-head">
      <h2 className="min-w-0 flex-1 truncate">{title}</h2>
      <button type="submit" className="btn go only-without-scripts">
        Update
      </button>
      <button
        type="button"
        className="ico only-with-scripts"
        aria-label="Undo"
        disabled={!canUndo}
        onClick={() => edit({ do: "undo" })}
      >
        <UndoIcon />
      </button>
    </div>
  );
}
