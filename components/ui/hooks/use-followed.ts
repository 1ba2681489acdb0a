import { useEffect, useState } from "react";

/** Milliseconds after the last edit until what is out of sight follows it. */
const FAR_MS = 500;

/** The value as it is shown: at once while its place is near, out of sight once it has not changed for a while. */
export function useFollowed<T>(value: T, near: boolean): T {
  const [shown, setShown] = useState(() => value);
  if (near && shown !== value) setShown(() => value);
  useEffect(() => {
    if (near || shown === value) return;
    const timer = setTimeout(() => setShown(() => value), FAR_MS);
    return () => clearTimeout(timer);
  }, [near, shown, value]);
  return shown;
}
