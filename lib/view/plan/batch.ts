import { type Estimate } from "@/lib/estimate";
import { subtract, sum, type Exact, shareOf } from "@/lib/money";
import { poolOf, type Scenario } from "@/lib/scenario";
import { figure, type Figure, type FigureKey, type Sentence, formatUsd } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";

/** Standard against batch for the whole scenario; an amount is `–` where a price is missing. */
export interface BatchView {
  readonly heading: Sentence;
  readonly rows: readonly {
    readonly label: string;
    readonly amount: Figure;
    readonly now: boolean;
    readonly width: number;
  }[];
  readonly remark: string;
}

function total(amounts: readonly (Exact | null)[]): Exact | null {
  return amounts.every((amount) => amount !== null) ? sum(amounts) : null;
}

const isLess = (a: Exact, b: Exact) => a.n * b.d < b.n * a.d;

function dearest(amounts: readonly (Exact | null)[]): Exact | null {
  return amounts.reduce((most, one) => (most === null || (one !== null && isLess(most, one)) ? one : most), null);
}

const isSame = (a: Exact | null, b: Exact | null) => a !== null && b !== null && a.n * b.d === b.n * a.d;

/** That all in batch costs as much as the scenario does. */
function sameCost({ workloads }: Scenario): string {
  if (workloads.every(({ serviceTier }) => serviceTier === "batch")) return "Everything is in batch already";
  const flex = workloads.some(({ serviceTier }) => serviceTier === "flex") ? " as flex" : "";
  return `All in batch would cost the same${flex}`;
}

/** `All in batch would save $1,234.56 a month`; `null`: no saving is known. */
function savingText(saving: Exact | null, scenario: Scenario): Sentence | null {
  if (!saving) return null;
  if (saving.n === 0n) return [sameCost(scenario)];
  if (saving.n > 0n) return ["All in batch would save ", figure(formatUsd(saving), { of: "saving" }), " a month"];
  const excess = { n: -saving.n, d: saving.d };
  return ["All in batch would cost ", figure(formatUsd(excess), { of: "saving" }), " more a month"];
}

/** That batch answers take time, and which workload loses its cached discount there. */
function remark({ scenario, facts }: Pick<Estimate, "scenario" | "facts">): string {
  const index = scenario.workloads.findIndex(
    ({ model, serviceTier, cachedInputTokens }) =>
      serviceTier === "standard" &&
      cachedInputTokens > 0 &&
      !facts.get(poolOf(model))!.price?.prices.batch?.cachedInput,
  );
  const lost =
    index < 0
      ? ""
      : `Not half: batch has no cached price, so ${workloadName(scenario, index)} loses its cached discount. `;
  const tools = scenario.workloads.some(({ webSearchCalls, fileSearchCalls }) => webSearchCalls || fileSearchCalls)
    ? "Searches cost the same in batch. "
    : "";
  return `${lost}${tools}Batch answers may take up to 24 hours.`;
}

/** What the scenario costs as entered, all in standard and all in batch where that differs, and what batch saves. */
export function batchView({ scenario, facts, cost }: Estimate): BatchView {
  const standard = total(cost.workloads.map(({ standardPerMonth }) => standardPerMonth));
  const batch = total(cost.workloads.map(({ batchPerMonth }) => batchPerMonth));
  const now = cost.perMonth;
  const most = dearest([standard, batch, now]);
  const row = (label: string, amount: Exact | null, work: FigureKey) => ({
    label,
    amount: figure(formatUsd(amount), work),
    now: false,
    width: shareOf(amount, most),
  });
  const what = standard || batch ? "batch price" : "price";
  const unknown = batch ? "Batch against standard" : `A ${what} is missing, so nothing can be compared`;
  return {
    heading: savingText(now && batch && subtract(now, batch), scenario) ?? [unknown],
    rows: [
      ...(isSame(standard, now) ? [] : [row("All standard", standard, { of: "standard" })]),
      { ...row("As entered", now, { of: "month" }), now: true },
      ...(isSame(batch, now) ? [] : [row("All in batch", batch, { of: "batch" })]),
    ],
    remark: batch ? remark({ scenario, facts }) : "",
  };
}
