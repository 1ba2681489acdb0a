import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Scenario } from "@/lib/scenario";
import { addStep, keepSteps, recallSteps } from "@/components/scenario-page/steps";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const titled = (title: string): Scenario => ({ ...O1_MINI_EXAMPLE, title });
const [a, b, c, d] = ["a", "b", "c", "d"].map(titled) as [Scenario, Scenario, Scenario, Scenario];
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  vi.stubGlobal("window", { sessionStorage });
});
afterEach(() => vi.unstubAllGlobals());

test("the steps of a page are those of the next page of the same scenario", () => {
  keepSteps({ past: [a, b], base: c, future: [d] });
  expect(recallSteps(c)).toEqual({ past: [a, b], future: [d] });
});

test("a page that is opened at another step has the steps around that one", () => {
  keepSteps({ past: [a, b], base: c, future: [d] });
  expect(recallSteps(a)).toEqual({ past: [], future: [d, c, b] });
  expect(recallSteps(d)).toEqual({ past: [a, b, c], future: [] });
});

test("another scenario has none of them, and a page without steps leaves them", () => {
  keepSteps({ past: [a], base: b, future: [] });
  keepSteps({ past: [], base: d, future: [] });
  expect(recallSteps(d)).toBeNull();
  expect(recallSteps(b)).toEqual({ past: [a], future: [] });
});

test("the newest thirty are kept on either side", () => {
  const many = Array.from({ length: 50 }, (_, n) => titled(`${n}`));
  keepSteps({ past: many, base: a, future: many });
  const steps = recallSteps(a)!;
  expect([steps.past.length, steps.past[0]!.title, steps.future.length, steps.future.at(-1)!.title]).toEqual([
    30,
    "20",
    30,
    "49",
  ]);
});

test("storage that is blocked or holds something else gives no steps", () => {
  for (const text of ["{", "1", "{}", '{"links":[1],"at":0}', '{"links":["?v=1"]}']) {
    kept.set("headroom-steps", text);
    expect(recallSteps(a), text).toBeNull();
  }
  vi.stubGlobal("sessionStorage", undefined);
  expect(recallSteps(a)).toBeNull();
  expect(() => keepSteps({ past: [a], base: b, future: [] })).not.toThrow();
});

test("a step made on another page comes after those of the last page, and opens a history where there is none", () => {
  addStep(a, b);
  expect(recallSteps(b)).toEqual({ past: [a], future: [] });
  keepSteps({ past: [a], base: b, future: [d] });
  addStep(b, c);
  expect(recallSteps(c)).toEqual({ past: [a, b], future: [] });
  addStep(d, a);
  expect(recallSteps(a)).toEqual({ past: [d], future: [] });
});

test("something else kept in their place is no hindrance", () => {
  kept.set("headroom-steps", "no JSON");
  addStep(a, b);
  expect(recallSteps(b)).toEqual({ past: [a], future: [] });
});
