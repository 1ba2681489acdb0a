import type { Scenario } from "@/lib/scenario";
import type { LinkFault } from "./draft";
import { NO_KEY } from "./read";

const valueAt = (scenario: Scenario, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], scenario);

/**
 * Whether what a fault says of a link is no longer so: what stood in for its part when the link was `opened` has been
 * changed since, or the part had no place in a scenario and the link has been written anew.
 */
export const isMended = ({ path, message }: LinkFault, opened: Scenario, now: Scenario): boolean =>
  opened !== now && (message.endsWith(NO_KEY) || valueAt(opened, path) !== valueAt(now, path));
