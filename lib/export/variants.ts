import { estimate } from "@/lib/estimate";
import { decodeLink, encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { applyVariant } from "@/lib/scenario/variants";
import { stripView, type StripView } from "@/lib/view/variants";
import { ratio, usd, words } from "./cells";
import type { Cell, ReportTable } from "./report";

/** What a column differs in from the base, in a sentence. */
function differsCell({ rows }: StripView, column: number): Cell {
  const differing = rows.flatMap(({ label, cells }) => {
    const { text, was, aside } = cells[column]!;
    if (aside) return [`${label} ${text} (${aside})`];
    return was === null ? [] : [`${label} ${text} (base ${was})`];
  });
  return words(differing.join("; ") || (column === 0 ? "all else follows it" : "nothing"));
}

const baseOf = (link: string) => decodeLink(link.slice(link.indexOf("?") + 1 || link.length)).scenario;

/** `, C: Twice the traffic` of a page that shows a variant of the scenario that its link opens with. */
export function nameOfShown(scenario: Scenario, link: string): string {
  const base = scenario.variants ? null : baseOf(link);
  const shown = encodeLink(scenario);
  const index = base?.variants?.findIndex((variant) => encodeLink(applyVariant(base, variant)) === shown) ?? -1;
  return index < 0 ? "" : `, ${"BCDE"[index]}: ${base!.variants![index]!.name}`;
}

/** The base beside its variants, one a row, of the scenario that the link holds; empty where it has none. */
export function variantsBlock(link: string): ReportTable[] {
  const scenario = baseOf(link);
  if (!scenario?.variants) return [];
  const view = stripView(estimate(scenario));
  return [
    {
      key: "variants",
      title: view.finding,
      columns: [
        { name: "variant", label: "Variant" },
        { name: "name", label: "Name" },
        { name: "fits", label: "Verdict" },
        { name: "per_month_usd", label: "A month", isNumeric: true },
        { name: "difference", label: "Against the base", isNumeric: true },
        { name: "headroom", label: "Headroom", isNumeric: true },
        { name: "binds_first", label: "Binds first" },
        { name: "differs", label: "What differs", isProse: true },
      ],
      rows: view.columns.map((column, index) => {
        const { letter, name, verdict, month, difference, headroom, binds, exact } = column;
        const { fits, perMonth, scaleAtLimit, bindsFirst } = exact;
        const against = difference ? `${difference.amount.replace(/^[−+]/, "")} ${difference.word}` : "";
        return {
          cells: [
            words(letter),
            words(name),
            {
              ...words(verdict, fits === null ? null : String(fits)),
              ...(fits !== null && { tone: fits ? ("ok" as const) : ("over" as const) }),
            },
            usd(perMonth, month),
            words(against, against || null),
            ratio(scaleAtLimit, headroom),
            words(binds, bindsFirst),
            differsCell(view, index),
          ],
        };
      }),
    },
  ];
}
