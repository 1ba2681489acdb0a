"use client";

import { useCallback, useState } from "react";

/** Whether a `details` with these props has ever been open, before the scripts had arrived included. */
export function useOnceOpen() {
  const [opened, setOpened] = useState(false);
  const ref = useCallback((details: HTMLDetailsElement | null) => {
    if (details?.open) setOpened(true);
  }, []);
  return { opened, details: { ref, onToggle: () => setOpened(true) } };
}
