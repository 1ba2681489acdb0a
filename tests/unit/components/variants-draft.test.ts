import { describe, expect, test } from "vitest";
import { decodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { afterAny, newDraft, type Edit } from "@/components/scenario/draft";
import { choose, put } from "@/components/scenario-page/variants/acts";

// What the editor does while a variant is shown: it changes the variant, and the base says the rest.

const PLAIN = decodeLink(
  "?v=1&asOf=2026-11-27&tier=4&w=Chat:gpt-5.6-terra+40/m+i2200+v350&w=Night:o3-mini+b+9/h+i100+v9",
).scenario!;
const BASE: Scenario = {
  ...PLAIN,
  variants: [
    { name: "Small", changes: { "workloads.0.model": "gpt-5.6-luna", "workloads.1.requests": 3 } },
    { name: "Later", changes: { usageTier: 5 } },
  ],
};
const run = (...edits: readonly Edit[]) => [choose(null), ...edits].reduce(afterAny, newDraft(BASE));
const small = choose(0);

describe("a variant in the editor", () => {
  test("is shown whole, without a step", () => {
    const draft = run(small);
    expect(draft.scenario.workloads.map(({ model, requests }) => [model, requests])).toEqual([
      ["gpt-5.6-luna", 40],
      ["o3-mini", 3],
    ]);
    expect([draft.base, draft.past]).toEqual([BASE, []]);
    expect(afterAny(draft, choose(null)).scenario).toBe(BASE);
  });

  test("an edit changes it alone; back at the base’s value it follows the base again", () => {
    const draft = run(small, { do: "change", change: { usageTier: 3 } });
    expect(draft.scenario.usageTier).toBe(3);
    expect(draft.base.usageTier).toBe(4);
    expect(draft.base.variants![0]!.changes).toEqual({ usageTier: 3, ...BASE.variants![0]!.changes });
    expect(draft.base.variants![1]).toEqual(BASE.variants![1]);
    const back = afterAny(draft, { do: "change", change: { usageTier: 4 } });
    expect(back.base.variants![0]!.changes).toEqual(BASE.variants![0]!.changes);
  });

  test("a value that it names is held though the base has it too, and follows no later edit", () => {
    const held: Scenario = { ...PLAIN, variants: [{ name: "Held", changes: { usageTier: 4 } }] };
    const edits = [
      small,
      { do: "workload", index: 0, change: { requests: 9 } },
      choose(null),
      { do: "change", change: { usageTier: 2 } },
      small,
    ] as const;
    const draft = edits.reduce<ReturnType<typeof newDraft>>(afterAny, newDraft(held));
    expect(draft.base.variants![0]!.changes).toEqual({ usageTier: 4, "workloads.0.requests": 9 });
    expect([draft.base.usageTier, draft.scenario.usageTier]).toEqual([2, 4]);
  });

  test("undo and redo go through its steps, and keystrokes in one field are one step", () => {
    const type = (value: number): Edit => ({
      do: "workload",
      index: 0,
      change: { inputTokens: value },
      field: "inputTokens",
    });
    const draft = run(small, type(5), type(50), type(500));
    expect(draft.past).toEqual([BASE]);
    const back = afterAny(draft, { do: "undo" });
    expect([back.base, back.chosen, back.scenario.workloads[0]!.inputTokens]).toEqual([BASE, 0, 2200]);
    expect(afterAny(back, { do: "redo" }).scenario.workloads[0]!.inputTokens).toBe(500);
  });

  test("goes along with an edit made before its script came", () => {
    const removal: Edit = { do: "set", scenario: { ...BASE, workloads: BASE.workloads.slice(1) } };
    const early = [removal, choose(undefined)].reduce(afterAny, newDraft(BASE));
    const late = run(removal);
    expect(early.base.variants).toEqual(late.base.variants);
    expect(early.base.variants![0]!.changes).toEqual({ "workloads.0.requests": 3 });
    expect(early.scenario).toBe(early.base);
  });

  test("an undo to a base without it shows the base", () => {
    const draft = [
      choose(null),
      put({ ...PLAIN, variants: [{ name: "New", changes: {} }] }, 0),
      { do: "undo" } as const,
    ].reduce(afterAny, newDraft(PLAIN));
    expect([draft.base, draft.chosen, draft.scenario]).toEqual([PLAIN, null, PLAIN]);
  });

  test("a step is seen: it shows the variant that it changes, brings back or makes", () => {
    const changed = run(small, { do: "change", change: { usageTier: 3 } }, choose(null));
    const back = afterAny(changed, { do: "undo" });
    expect([back.base, back.chosen]).toEqual([BASE, 0]);
    expect(afterAny(afterAny(back, choose(1)), { do: "redo" }).chosen).toBe(0);
    const gone = run(choose(1), put({ ...BASE, variants: BASE.variants!.slice(1) }, null));
    const restored = afterAny(gone, { do: "undo" });
    expect([restored.base, restored.chosen]).toEqual([BASE, 0]);
    expect(afterAny(afterAny(restored, choose(1)), { do: "redo" }).chosen).toBe(0);
    expect(afterAny(restored, { do: "redo" }).chosen).toBeNull();
    const ofBase = run({ do: "change", change: { title: "T" } }, choose(1), { do: "undo" });
    expect(ofBase.chosen).toBe(1);
  });

  test("another scenario in its place takes the variants along or away", () => {
    const draft = run(small, { do: "set", scenario: PLAIN, variant: null });
    expect([draft.base, draft.scenario, draft.chosen]).toEqual([PLAIN, PLAIN, null]);
  });
});

describe("the base in the editor", () => {
  test("what a variant does not change follows it", () => {
    const draft = run({ do: "workload", index: 0, change: { requests: 80 } }, small);
    expect(draft.scenario.workloads[0]).toMatchObject({ requests: 80, model: "gpt-5.6-luna" });
  });

  test("a workload that is moved keeps what a variant says of it; one that is gone takes it along", () => {
    const [chat, night] = BASE.workloads;
    const moved = run({ do: "set", scenario: { ...BASE, workloads: [night!, chat!] } });
    expect(moved.base.variants![0]!.changes).toEqual({
      "workloads.1.model": "gpt-5.6-luna",
      "workloads.0.requests": 3,
    });
    const gone = run({ do: "set", scenario: { ...BASE, workloads: [night!] } });
    expect(gone.base.variants![0]!.changes).toEqual({ "workloads.0.requests": 3 });
    expect(gone.scenario).toBe(gone.base);
  });
});
