import { describe, expect, it } from "vitest";
import {
  choice,
  decimal,
  filled,
  flag,
  implied,
  list,
  numeric,
  optional,
  record,
  required,
  text,
  checkRecord,
} from "@/lib/fields";

const PART = record({ size: required(numeric({ min: 0, max: 10 })), mode: implied(choice(["slow", "fast"]), "slow") });
const TABLE = record(
  {
    name: filled(text(3), ""),
    count: required(numeric({ above: 0, max: 5, integer: true })),
    price: optional(decimal({ aboveZero: true })),
    part: optional(PART),
    open: implied(flag, false),
    pace: optional(choice(["slow", "quick"], { fast: "quick" })),
    parts: filled(list(PART, 0, 2), []),
  },
  [({ name, count }) => (name === "ten" && count !== undefined ? [{ path: "name", message: "name: not ten" }] : [])],
);
const check = (input: unknown) => checkRecord(TABLE, input, () => "not an object");
const value = (input: object) => check({ count: 1, ...input });

describe("a table of fields", () => {
  it.each([
    [{}, { name: "", count: 1, parts: [] }],
    [
      { count: 5, name: "a😀b" },
      { name: "a😀b", count: 5, parts: [] },
    ],
    [{ open: true }, { name: "", count: 1, open: true, parts: [] }],
    [{ open: false }, { name: "", count: 1, parts: [] }],
    [{ pace: "fast" }, { name: "", count: 1, pace: "quick", parts: [] }],
    [{ price: "1.50" }, { name: "", count: 1, price: "1.5", parts: [] }],
    [{ part: { size: -0, mode: "slow" } }, { name: "", count: 1, part: { size: 0 }, parts: [] }],
    [{ parts: [{ size: 10, mode: "fast" }] }, { name: "", count: 1, parts: [{ size: 10, mode: "fast" }] }],
  ])("reads %j in canonical form", (input, read) => expect(value(input)).toStrictEqual({ value: read }));

  it.each([
    [{ name: "abcd" }, ["name"]],
    [{ name: null }, ["name"]],
    [{ count: undefined }, ["count"]],
    [{ count: 0 }, ["count"]],
    [{ count: 6 }, ["count"]],
    [{ price: "0.00" }, ["price"]],
    [{ part: [] }, ["part"]],
    [{ part: { mode: "quick", colour: 1 } }, ["part.size", "part.mode", "part.colour"]],
    [{ parts: [{ size: 1 }, { size: 2 }, { size: 3 }] }, ["parts"]],
    [{ parts: [null, { size: 10.001 }] }, ["parts.0", "parts.1.size"]],
    [{ name: "ten", price: 1, colour: "red" }, ["price", "colour", "name"]],
    [{ name: "ten", count: "1" }, ["count"]],
  ])("refuses %j: fields in order, then unknown ones, then the rules", (input, paths) => {
    const checked = value(input);
    expect("issues" in checked && checked.issues.map(({ path }) => path)).toEqual(paths);
  });

  it("names field, value and what is accepted", () => {
    expect(check({ parts: ["x"], colour: "red" })).toEqual({
      issues: [
        { path: "count", message: "count: is missing; give a whole number above 0, at most 5" },
        { path: "parts.0", message: 'parts.0: "x" is not accepted; give an object' },
        {
          path: "colour",
          message: 'colour: unknown field with value "red"; accepted here: name, count, price, part, open, pace, parts',
        },
      ],
    });
    expect(check([])).toEqual({ issues: [{ path: "", message: "not an object" }] });
  });

  it("names fifty unknown fields of an object, and says how many more there are", () => {
    const given = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`key${n}`, n]));
    const checked = check({ name: "ten", count: 1, ...given });
    const issues = "issues" in checked ? checked.issues : [];
    expect(issues.filter(({ path }) => path.startsWith("key"))).toHaveLength(51);
    expect(issues.find(({ path }) => path === "key50")!.message).toBe(
      "59950 more unknown fields; accepted here: name, count, price, part, open, pace, parts",
    );
  });
});
