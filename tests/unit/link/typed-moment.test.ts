import { describe, expect, it } from "vitest";
import { parseDeadline, type WallClock } from "@/lib/link";

/** A clock at 27 November 2026, 16:30; in summer, until 28 March 2027 at 2:00 and from then on, an hour ahead. */
const clock: WallClock = {
  now: { year: 2026, month: 11, day: 27, hour: 16, minute: 30 },
  toMs: ({ year, month, day, hour, minute }) => {
    const ms = Date.UTC(year, month - 1, day, hour, minute);
    return ms >= Date.UTC(2027, 2, 28, 2) ? ms - 3_600_000 : ms;
  },
};

describe("a deadline as typed", () => {
  it.each([
    ["72", 72],
    ["3 days", 72],
    ["2026-12-01 18:00", 97.5],
    ["2026-12-01T18:00", 97.5],
    ["1 Dec 18:00", 97.5],
    ["1. December, 18:00", 97.5],
    ["Dec 1 18:00", 97.5],
    ["december 1, 2026, 18:00", 97.5],
    ["1 dec 2026 18:00", 97.5],
    ["27 Nov 16:31", 0.016],
    // The next one is a year away.
    ["27 Nov 16:30", 8759],
    ["29 Feb 2028 0:00", 10_998.5],
    ["29 Feb 00:00", 10_998.5],
    // An hour is lost as summer begins.
    ["28 Mar 03:00", 2889.5],
  ])("%s is %d hours away", (text, value) => expect(parseDeadline(text, clock)).toEqual({ value }));

  it.each([
    ["2026-11-27 16:30", "has passed"],
    ["2020-01-01 00:00", "has passed"],
    ["2026-12-32 18:00", "is no day and hour"],
    ["31 Nov 18:00", "is no day and hour"],
    ["1 Dec 24:00", "is no day and hour"],
    ["29 Feb 2027 00:00", "is no day and hour"],
    ["1 Dec 2046 00:00", "more than ten years away"],
    ["1 Dce 18:00", ""],
    ["1 Dec", ""],
    ["18:00", ""],
    ["1/12 18:00", ""],
  ])("%s is refused", (text, why) => {
    const typed = parseDeadline(text, clock);
    expect("error" in typed && typed.error).toContain(why);
  });
});
