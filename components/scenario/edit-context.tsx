"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Scenario } from "@/lib/scenario";
import { TryContext } from "@/components/figures/try-context";
import type { Edit, Steps } from "./draft";

const EditContext = createContext<(edit: Edit) => void>(() => undefined);

/** Whether there is a step to go back to, and one to go on to. */
const StepsContext = createContext({ canUndo: false, canRedo: false });
export const useStepsLeft = () => useContext(StepsContext);

/** How a part of the page changes the scenario. */
export const useEdit = () => useContext(EditContext);

interface EditProviderProps {
  readonly edit: (edit: Edit) => void;
  readonly steps: Steps;
  /** The path of the page, on which a link to try another scenario stays. */
  readonly page: string;
  /** Brings a place of the page into sight; it never changes. */
  readonly focus: (at: string) => void;
  readonly children: ReactNode;
}

/** Lets every part of the page within change the scenario and try another. */
export function EditProvider({ edit, steps, page, focus, children }: EditProviderProps) {
  const trying = useMemo(
    () => ({
      page,
      focus,
      attempt: (scenario: Scenario, done?: string) =>
        edit({ do: "set", scenario, ...(done !== undefined && { done }) }),
    }),
    [edit, page, focus],
  );
  const canUndo = steps.past.length > 0;
  const canRedo = steps.future.length > 0;
  const left = useMemo(() => ({ canUndo, canRedo }), [canUndo, canRedo]);
  return (
    <EditContext value={edit}>
      <StepsContext value={left}>
        <TryContext value={trying}>{children}</TryContext>
      </StepsContext>
    </EditContext>
  );
}
