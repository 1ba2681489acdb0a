import { cheapestMove, type CompareRow, type Move } from "@/lib/compare";
import type { Estimate } from "@/lib/estimate";
import { compare } from "@/lib/money";
import { formatTier } from "@/lib/view/text";
import { listed } from "@/lib/view/names";
import type { CompareChoice, SortKey } from "./choice";
import { type CompareRowView, rowView } from "./row";

/** The groups of the table, in their order. `less`: what a filter alone keeps from being the answer. */
export type GroupKey = "cheapest" | "fits" | "unknown" | "less" | "over" | "filtered";

/** Rows of one kind. */
export interface CompareGroup {
  readonly key: GroupKey;
  readonly name: string;
  readonly about: string;
  readonly rows: readonly CompareRowView[];
}

/** All rows of the page, in groups. */
export interface CompareTable {
  /** All rows, in the order of cost, whatever is filtered. */
  readonly all: readonly CompareRowView[];
  /** The cheapest that fits and passes the filters; `null`: none does. */
  readonly cheapest: CompareRowView | null;
  /** The row to move to of those that pass the filters: the cheapest that fits, else the one at the lowest tier. */
  readonly move: Move | null;
  readonly groups: readonly CompareGroup[];
}

const USED_BY: Readonly<Record<SortKey, (view: CompareRowView) => string | number | null>> = {
  month: () => null,
  model: ({ model }) => model,
  tier: ({ tierName }) => tierName,
  headroom: ({ row }) => row.scaleAtLimit,
  least: ({ row }) => row.minimumUsageTier,
  context: ({ row }) => row.contextWindow,
  ends: ({ row }) => row.retires,
};

/** Rows in the order chosen; rows that are alike, or of which it is not known, stay in the order of cost. */
function sorted(rows: readonly CompareRowView[], { sort, isDescending }: CompareChoice): readonly CompareRowView[] {
  if (sort === "month") return isDescending ? rows.toReversed() : rows;
  const of = USED_BY[sort];
  return rows.toSorted((one, other) => {
    const [a, b] = [of(one), of(other)];
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    return (a < b ? -1 : 1) * (isDescending ? -1 : 1);
  });
}

const isLess = (a: CompareRow, b: CompareRow) =>
  a.perMonth !== null && b.perMonth !== null && compare(a.perMonth, b.perMonth) < 0;

/** The month’s cost, unknown last; rows that cost the same stay in their order. */
function byMonth({ perMonth: a }: Pick<CompareRow, "perMonth">, { perMonth: b }: Pick<CompareRow, "perMonth">): number {
  if (a && b) return compare(a, b);
  return Number(b !== null) - Number(a !== null);
}

/** Where the rows that do not fit would: `15 need tier 5; 3 fit no tier`. */
function overAbout(rows: readonly CompareRowView[]): string {
  const counts = new Map<string, number>();
  for (const { row, least } of rows) {
    const where = row.minimumUsageTier ? `fit ${formatTier(row.minimumUsageTier)}` : least;
    counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  const words = { none: "fit no tier", "not told": "cannot be told of any tier" };
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([where, count]) => {
      const text = words[where as keyof typeof words] ?? where;
      return `${count} ${count === 1 ? text.replace(/^fit/, "fits") : text}`;
    })
    .join("; ");
}

function unknownAbout(rows: readonly CompareRowView[]): string {
  const models = [...new Set(rows.filter(({ row }) => row.perMonth).map(({ model }) => model))];
  if (models.length === 0) return "A price is missing.";
  return `OpenAI publishes no rate limits for ${models.length > 3 ? `${models.length} models` : listed(models)}.`;
}

/**
 * The rows in groups: the cheapest that fits, what else fits, what cannot be told, what fits for less but for one
 * filter, what does not fit, and what the filters leave out. What is as entered is never left out.
 */
export function compareTable(rows: readonly CompareRow[], estimate: Estimate, choice: CompareChoice): CompareTable {
  const all = rows.map((row) => rowView(row, estimate, choice));
  const passes = ({ missed }: CompareRowView) => missed.length === 0;
  const passing = all.filter(passes).map(({ row }) => ({ ...row, toRow: () => row }));
  const move = cheapestMove(passing.sort(byMonth), estimate.scenario);
  const cheapest = all.find(({ row }) => row.fits && row === move?.row) ?? null;
  const isBetter = ({ row }: CompareRowView) => row.fits === true && (!cheapest || isLess(row, cheapest.row));
  const groupOf = (view: CompareRowView): GroupKey => {
    if (view === cheapest) return "cheapest";
    if (!passes(view) && isBetter(view) && view.missed.length === 1) return "less";
    if (!passes(view) && !view.isNow && !view.isInUse) return "filtered";
    if (view.row.fits) return "fits";
    return view.row.fits === null ? "unknown" : "over";
  };
  const tier = formatTier(estimate.scenario.usageTier);
  const needle = choice.find.trim().toLowerCase();
  const group = (key: GroupKey, name: string, about: (views: readonly CompareRowView[]) => string): CompareGroup => {
    const views = all.filter((view) => groupOf(view) === key && view.model.includes(needle));
    return { key, name, about: views.length > 0 ? about(views) : "", rows: sorted(views, choice) };
  };
  const further = all.filter((view) => isBetter(view) && view.missed.length > 1).length;
  const groups = [
    group("cheapest", `Cheapest that fits ${tier}`, () => ""),
    group("fits", cheapest ? `Also fits ${tier}` : `Fits ${tier}`, () => ""),
    group("unknown", "Cannot be told", unknownAbout),
    group("less", "Fits for less, one filter away", () =>
      further > 0 ? `${further} more ${further === 1 ? "is" : "are"} two or three away.` : "",
    ),
    group("over", `Does not fit ${tier}`, overAbout),
    group("filtered", "Left out by the filters", () => ""),
  ];
  return { all, cheapest, move, groups: groups.filter((one) => one.rows.length > 0) };
}
