"use client";

import { useEffect, useState, type ComponentType } from "react";

interface KeepOfflineProps {
  /** The build that the page came of. */
  readonly build: string;
}

const loadKeeper = () => import("./keeper");

/** How long after its first scripts a page is left alone, ms. */
const QUIET_MS = 3000;

/** Has the browser keep the site for when there is no network, once the page is through; says when it has a new one. */
export function KeepOffline({ build }: KeepOfflineProps) {
  const [Keeper, setKeeper] = useState<ComponentType<KeepOfflineProps> | null>(null);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // Without it everything works that works with a network: nobody is told that it is missing.
    const keep = () =>
      loadKeeper().then(
        (keeper) => setKeeper(() => keeper.default),
        () => undefined,
      );
    const timer = setTimeout(() => void keep(), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return Keeper && <Keeper build={build} />;
}
