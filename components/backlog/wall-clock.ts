import type { WallClock } from "@/lib/link";

/** The clock of this device, in its own time zone. */
export function wallClock(): WallClock {
  const now = new Date();
  return {
    now: {
      year: now.getFullYear(),
      month: now.getMonth() + 1,
      day: now.getDate(),
      hour: now.getHours(),
      minute: now.getMinutes(),
    },
    toMs: ({ year, month, day, hour, minute }) => new Date(year, month - 1, day, hour, minute).getTime(),
  };
}
