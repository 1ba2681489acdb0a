import { describe, expect, it } from "vitest";
import { daysAfter, monthsAfter } from "@/lib/forecast";
import { dayAfterMonths } from "../../support/oracle/forecast";

describe("the day a forecast month begins on", () => {
  it.each([
    ["2026-11-27", 0, "2026-11-27"],
    ["2026-11-27", 1, "2026-12-27"],
    ["2026-11-27", 2, "2027-01-27"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2099-12-31", 2, "2100-02-28"],
    ["9999-12-31", 1, "10000-01-31"],
  ])("%s and %i months is %s", (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });

  it("is the one the calendar of the runtime gives, for every day of four years", () => {
    let day = "2025-12-31";
    for (let count = 0; count < 4 * 366; count++, day = daysAfter(day, 1))
      for (const months of [0, 1, 11, 36]) expect(monthsAfter(day, months)).toBe(dayAfterMonths(day, months));
  });
});

describe("a day so many days later", () => {
  it.each([
    ["2026-11-27", 0, "2026-11-27"],
    ["2026-11-27", 6, "2026-12-03"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 2, "2028-03-01"],
    ["2026-11-27", 30, "2026-12-27"],
  ])("%s and %i days is %s", (day, days, expected) => {
    expect(daysAfter(day, days)).toBe(expected);
  });
});
