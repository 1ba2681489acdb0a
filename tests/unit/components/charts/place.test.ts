import { describe, expect, test } from "vitest";
import type { Box } from "@/components/charts/labels/geometry";
import { crosses, overlap, placeLabels, type Label, type LabelObstacle } from "@/components/charts/labels/place";

const measure = (text: string) => text.length * 6;
const bounds = { x: 0, y: 0, width: 200, height: 100 };
const place = (labels: Label[], lines: LabelObstacle[] = [], taken: Box[] = []) =>
  placeLabels(labels, { bounds, lines, taken, measure });
const at = { x: 100, y: 50 };
const across = [
  {
    points: [
      { x: 0, y: 40 },
      { x: 200, y: 40 },
    ],
    weight: 4,
  },
];

describe("crosses: a segment and a box", () => {
  const box = { x: 10, y: 10, width: 20, height: 10 };
  test.each([
    ["through", { x: 0, y: 15 }, { x: 50, y: 15 }, true],
    ["along its edge", { x: 0, y: 10 }, { x: 50, y: 10 }, false],
    ["one pixel inside", { x: 0, y: 11 }, { x: 50, y: 11 }, true],
    ["past its corner", { x: 0, y: 15 }, { x: 15, y: 0 }, false],
    ["over its corner", { x: 5, y: 20 }, { x: 20, y: 5 }, true],
    ["ends before it", { x: 0, y: 15 }, { x: 9, y: 15 }, false],
    ["upright", { x: 20, y: 0 }, { x: 20, y: 50 }, true],
  ])("%s", (_, a, b, expected) => {
    expect(crosses(box, a, b)).toBe(expected);
  });
});

test("overlap counts air only sideways", () => {
  const a = { x: 0, y: 0, width: 10, height: 10 };
  expect(overlap(a, { x: 10, y: 0, width: 5, height: 10 })).toBe(false);
  expect(overlap(a, { x: 10, y: 0, width: 5, height: 10 }, 1)).toBe(true);
  expect(overlap(a, { x: 0, y: 10, width: 5, height: 10 }, 1)).toBe(false);
});

describe("placeLabels", () => {
  test("takes the first place that is free", () => {
    expect(place([{ text: "label", at: [at], sides: ["ne", "sw"] }])).toEqual([
      { text: "label", x: 108, y: 46, anchor: "start", strong: false, tone: "plain", halo: false },
    ]);
  });

  test("leaves a place a line runs through for the next one", () => {
    const [label] = place([{ text: "label", at: [at], sides: ["ne", "sw"] }], across);
    expect(label).toMatchObject({ x: 92, anchor: "end" });
  });

  test("never covers another label: later ones step aside or are left out", () => {
    const one: Label = { text: "label", at: [at], sides: ["ne", "sw"] };
    expect(place([one, one, one]).map(({ anchor }) => anchor)).toEqual(["start", "end"]);
  });

  test("a required one crosses a line where it has to, with a halo; others are left out", () => {
    const one: Label = { text: "label", at: [at], sides: ["ne"] };
    expect(place([one], across)).toEqual([]);
    expect(place([{ ...one, required: true }], across)[0]!.halo).toBe(true);
  });

  test("says less where the text does not fit", () => {
    expect(
      place([{ text: "a long label that is too wide", short: "short", at: [at], sides: ["e"] }]).map(
        ({ text }) => text,
      ),
    ).toEqual(["short"]);
  });

  test("keeps inside its zone", () => {
    expect(place([{ text: "label", at: [{ x: 10, y: 50 }], sides: ["e"], gap: 0, within: [10, 39] }])).toEqual([]);
    expect(place([{ text: "label", at: [{ x: 10, y: 50 }], sides: ["e"], gap: 0, within: [10, 40] }])).toHaveLength(1);
  });
});
