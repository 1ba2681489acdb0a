import type { Scenario } from "@/lib/scenario";
import { readKept, writeKept } from "./kept";

/**
 * Keeps a scenario by name; a name that is taken gets a number, so that nothing is overwritten unless
 * `replace` says so. False where storage is closed.
 */
export function save(name: string, link: string, replace = false): boolean {
  const { saved, recent } = readKept();
  const free = (wanted: string) => {
    let found = wanted;
    for (let n = 2; saved.some((one) => one.name === found); n++) found = `${wanted} (${n})`;
    return found;
  };
  const kept = { name: replace ? name : free(name), link };
  return writeKept({ saved: [...saved.filter((one) => one.name !== kept.name), kept], recent });
}

/** Forgets a kept scenario. */
export function forget(name: string): void {
  const { saved, recent } = readKept();
  writeKept({ saved: saved.filter((one) => one.name !== name), recent });
}

/** What a scenario is called when it is kept without a name of its own. */
export function nameOf({ title, workloads }: Scenario): string {
  return (
    title ||
    workloads
      .map(({ name, model }) => name || model)
      .slice(0, 2)
      .join(", ")
  );
}
