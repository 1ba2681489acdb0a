"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { fetchMissing, useMissing } from "./fetch-part";
import { classNames } from "@/components/ui/class-names";
import { WindowNote } from "./window-note";
import styles from "./window-note.module.css";

/** Says at the foot of the window, over the page, which parts of it could not be fetched, and fetches them again. */
export function MissingNote() {
  const missing = useMissing().filter(({ inPlace }) => !inPlace);
  const names = [...new Set(missing.map(({ name }) => name))];
  useEffect(() => {
    document.documentElement.dataset["ready"] = "";
  }, []);
  return (
    <>
      {/* Shown while `html` has `data-failed`, by the script of the head, and not `data-ready`. */}
      <p className={classNames(styles.place, styles.note, styles.failed)}>
        The scripts of this page could not be loaded: it shows what the link says, and follows no edit.
        <a href="">Reload</a>
      </p>
      <WindowNote>
        {names.length > 0 && (
          <>
            Could not be loaded: {names.join("; ")}. What shows of it is of earlier inputs; what you entered stays.
            <Button small onClick={fetchMissing}>
              Try again
            </Button>
            <Button small onClick={() => location.reload()}>
              Reload
            </Button>
          </>
        )}
      </WindowNote>
    </>
  );
}
