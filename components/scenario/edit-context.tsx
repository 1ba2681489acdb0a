"use client";

import {
  createContext,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import type { Scenario } from "@/lib/scenario";
import { TryContext } from "@/components/figures/try-context";
import type { Edit, Steps } from "./draft";

const EditContext = createContext<(edit: Edit) => void>(() => undefined);

/** Whether there is a step to go back to, and one to go on to. */
interface StepsLeft {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const NO_STEPS: StepsLeft = { canUndo: false, canRedo: false };

/**
 * What a context holds must not change with an edit: React would have every part draw anew at once, also those whose
 * script is not there yet, and hold the edit back until it is.
 */
class StepsStore {
  private left = NO_STEPS;
  private readonly listeners = new Set<() => void>();
  readonly get = () => this.left;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  set(left: StepsLeft): void {
    this.left = left;
    for (const listener of this.listeners) listener();
  }
}

const StepsContext = createContext(new StepsStore());

export function useStepsLeft(): StepsLeft {
  const steps = useContext(StepsContext);
  return useSyncExternalStore(steps.subscribe, steps.get, () => NO_STEPS);
}

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
  const [left] = useState(() => new StepsStore());
  useLayoutEffect(() => left.set({ canUndo, canRedo }), [left, canUndo, canRedo]);
  return (
    <EditContext value={edit}>
      <StepsContext value={left}>
        <TryContext value={trying}>{children}</TryContext>
      </StepsContext>
    </EditContext>
  );
}
