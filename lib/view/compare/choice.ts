import { type Asked, askedOf, type ComparedWorkload, type Missed } from "@/lib/compare";
import type { Scenario } from "@/lib/scenario";

/** What rows can be put in order by, within their groups. */
const SORT_KEYS = ["month", "model", "tier", "headroom", "least", "context", "ends"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What of a row a filter asks for. */
export type FilterKey = Missed | "find";

/** How the page shows its rows. */
export interface CompareChoice extends Asked {
  readonly workload: ComparedWorkload;
  readonly sort: SortKey;
  readonly isDescending: boolean;
  /** What a model’s id must contain. */
  readonly find: string;
}

/** The keys of the page’s own in its address, beside the scenario’s. */
export const CHOICE_KEYS = ["workload", "sort", "show", "sale", "reasons", "wait", "context", "find"] as const;
type Own = Readonly<Partial<Record<(typeof CHOICE_KEYS)[number], string>>>;

/** What is shown where nothing is chosen: what is asked of the scenario’s own models. */
export const defaultChoice = (scenario: Scenario, workload: ComparedWorkload = null): CompareChoice => ({
  ...askedOf(scenario, workload),
  workload,
  sort: "month",
  isDescending: false,
  find: "",
});

/** A least context window as it is typed, `400,000`, `400k` or `1m`; `null`: any. */
export function parseContext(text: string | undefined): number | null {
  const match = /^\s*(\d[\d,]*(?:\.\d{1,3})?)\s*([km]?)\s*$/i.exec(text ?? "");
  if (!match) return null;
  const value =
    Number(match[1]!.replaceAll(",", "")) * { "": 1, k: 1e3, m: 1e6 }[match[2]!.toLowerCase() as "" | "k" | "m"];
  return value > 0 && value <= 1e9 ? value : null;
}

/** The choice of an address; what cannot be read is as by default. `show` says that the filters were sent. */
export function readChoice(own: Own, scenario: Scenario): CompareChoice {
  const place = /^\d{1,2}$/.test(own.workload ?? "") ? Number(own.workload) : null;
  const plain = defaultChoice(scenario, place !== null && place < scenario.workloads.length ? place : null);
  const [, down, name] = /^(-?)(\w+)$/.exec(own.sort ?? "") ?? [];
  const sort = SORT_KEYS.find((key) => key === name);
  const sent = own.show !== undefined;
  return {
    ...plain,
    ...(sort && { sort, isDescending: down === "-" }),
    ...(sent && { onSale: own.sale === "yes", reasons: own.reasons === "yes", mayWait: own.wait === "yes" }),
    context: parseContext(own.context),
    find: (own.find ?? "").slice(0, 60),
  };
}

/** What of a choice is not as by default, as the end of an address: `&workload=1&sort=-headroom`. */
export function encodeChoice(choice: CompareChoice, scenario: Scenario): string {
  const plain = defaultChoice(scenario, choice.workload);
  const isFiltered = (["onSale", "reasons", "mayWait"] as const).some((key) => choice[key] !== plain[key]);
  const yes = (is: boolean) => (isFiltered && is ? "yes" : null);
  const pairs = {
    workload: choice.workload,
    sort: choice.sort === "month" && !choice.isDescending ? null : `${choice.isDescending ? "-" : ""}${choice.sort}`,
    show: yes(true),
    sale: yes(choice.onSale),
    reasons: yes(choice.reasons),
    wait: yes(choice.mayWait),
    context: choice.context,
    find: choice.find || null,
  };
  return Object.entries(pairs)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `&${key}=${encodeURIComponent(String(value))}`)
    .join("");
}
