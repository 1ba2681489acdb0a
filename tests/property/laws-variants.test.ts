import fc from "fast-check";
import { expect, test } from "vitest";
import { estimate } from "@/lib/estimate";
import { decodeLink, encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { applyVariant } from "@/lib/scenario/variants";
import { asBase, changeViews, stripView, withoutChanges } from "@/lib/view/variants";
import { afterAny, newDraft } from "@/components/scenario/draft";
import { choose } from "@/components/scenario-page/variants/acts";
import { scenarios } from "../support/make/checked";
import { runs } from "../support/make/runs";

// What is said and done of variants, on random scenarios with some.

const varied = scenarios().filter((scenario) => scenario.variants !== undefined);
const eachVariant = (base: Scenario) => base.variants!.map((variant) => applyVariant(base, variant));

test("a column says what the estimate of its own scenario says, and a row stands for each change", () => {
  fc.assert(
    fc.property(varied, (base) => {
      const { columns, rows } = stripView(estimate(base));
      const own = [base, ...eachVariant(base)].map((scenario) => estimate(scenario));
      expect(columns.map(({ exact }) => exact.perMonth)).toEqual(own.map(({ cost }) => cost.perMonth));
      expect(columns.map(({ exact }) => exact.fits)).toEqual(own.map(({ fit }) => fit.fits));
      base.variants!.forEach((_, index) => {
        const cellOf = (row: (typeof rows)[number]) => row.cells[index + 1]!;
        const views = changeViews(base, index);
        const keys = (differs: boolean) =>
          views.flatMap(({ key, effect }) => ((effect === "differs") === differs ? [key] : []));
        const named = (told: (row: (typeof rows)[number]) => boolean) => rows.filter(told).map(({ key }) => key);
        expect(named((row) => cellOf(row).was !== null).sort()).toEqual(keys(true).sort());
        expect(named((row) => Boolean(cellOf(row).aside)).sort()).toEqual(keys(false).sort());
      });
    }),
    runs(12),
  );
});

test("what a variant names it names after any edit of another field", () => {
  fc.assert(
    fc.property(varied, (base) => {
      const draft = [choose(0), { do: "change", change: { title: "Another title" } } as const].reduce(
        afterAny,
        newDraft(base),
      );
      const { title: _, ...before } = base.variants![0]!.changes;
      const { title: __, ...after } = draft.base.variants![0]!.changes;
      expect(after).toEqual(before);
    }),
    runs(25),
  );
});

test("without all of its changes, one by one, a variant is its base", () => {
  fc.assert(
    fc.property(varied, (base) => {
      let now = base;
      for (let left = 200; changeViews(now, 0).length > 0 && left > 0; left--)
        now = withoutChanges(now, 0, changeViews(now, 0)[0]!.paths);
      const { variants: _, ...plain } = base;
      expect(applyVariant(now, now.variants![0]!)).toEqual(plain);
    }),
    runs(12),
  );
});

test("made the base, a variant and the others stay the scenarios they were", () => {
  fc.assert(
    fc.property(varied, (base) => {
      const before = eachVariant(base);
      base.variants!.forEach((_, index) => {
        const next = asBase(base, index);
        const { variants: __, ...shown } = next;
        expect(shown).toEqual(before[index]);
        const { variants: ___, ...plain } = base;
        expect(eachVariant(next)).toEqual(before.map((one, n) => (n === index ? plain : one)));
      });
    }),
    runs(12),
  );
});

test("edited in the editor, a variant has the link of what is shown; a round through the link changes nothing", () => {
  fc.assert(
    fc.property(varied, fc.integer({ min: 1, max: 5 }), (base, tier) => {
      const draft = [choose(0), { do: "change", change: { usageTier: tier as 1 } } as const].reduce(
        afterAny,
        newDraft(base),
      );
      const { scenario } = decodeLink(encodeLink(draft.base).slice(2));
      expect(encodeLink(applyVariant(scenario!, scenario!.variants![0]!))).toBe(encodeLink(draft.scenario));
    }),
    runs(12),
  );
});
