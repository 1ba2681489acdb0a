import { describe, expect, it } from "vitest";
import { parseTyped } from "@/lib/link";

describe("a typed growth", () => {
  it.each([
    ["8", 8],
    ["8 %", 8],
    ["8% a month", 8],
    ["2.444 percent per month", 2.444],
    ["8 %/mo", 8],
    ["−5", -5],
    ["-5 %", -5],
    ["0", 0],
    ["300", 300],
    ["-90", -90],
  ])("%s is %d", (text, percent) => {
    expect(parseTyped(text, "percentPerMonth")).toEqual({ value: percent });
  });

  it.each(["-90.001", "300.001", "eight", "8 %/day", "--5", "1,5", "2.4445", ""])("refuses %s", (text) => {
    expect(parseTyped(text, "percentPerMonth")).toHaveProperty("error");
  });

  it("is below zero nowhere else", () => {
    expect(parseTyped("-5", "requests")).toHaveProperty("error");
    expect(parseTyped("-5", "liveShare")).toHaveProperty("error");
  });
});
