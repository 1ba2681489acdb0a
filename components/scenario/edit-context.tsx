"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Scenario } from "@/lib/scenario";
import { TryContext } from "@/components/figures/try-context";
import type { Edit } from "./draft";

const EditContext = createContext<(edit: Edit) => void>(() => undefined);

/** How a part of the page changes the scenario. */
export const useEdit = () => useContext(EditContext);

interface EditProviderProps {
  readonly edit: (edit: Edit) => void;
  /** The path of the page, on which a link to try another scenario stays. */
  readonly page: string;
  /** Brings a place of the page into sight; it never changes. */
  readonly focus: (at: string) => void;
  readonly children: ReactNode;
}

/** Lets every part of the page within change the scenario and try another. */
export function EditProvider({ edit, page, focus, children }: EditProviderProps) {
  const trying = useMemo(
    () => ({
      page,
      focus,
      attempt: (scenario: Scenario, done?: string) =>
        edit({ do: "set", scenario, ...(done !== undefined && { done }) }),
    }),
    [edit, page, focus],
  );
  return (
    <EditContext value={edit}>
      <TryContext value={trying}>{children}</TryContext>
    </EditContext>
  );
}
