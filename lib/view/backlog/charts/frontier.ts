import type { BacklogPlan, Split } from "@/lib/batch";
import { exact, parseDecimal, subtract, toNumber } from "@/lib/money";
import { deadlineOf, deadlineText, splitText, timeText } from "../words";
import { checkedSource, type ChartText, type Undrawn } from "@/lib/view/chart";
import { formatExact, formatUsd, formatUsdText, formatSpan } from "@/lib/view/text";

/** Cost against time: each point is a split that nothing beats in both. */
export interface FrontierChart extends ChartText {
  readonly drawn: true;
  /** Rising in hours, falling in USD. */
  readonly points: readonly {
    readonly hours: number;
    readonly usd: number;
    readonly text: string;
    readonly detail: string;
  }[];
  /** Index of the cheapest point that meets the deadline; -1 where none does. */
  readonly chosen: number;
  readonly chosenText: string;
  readonly deadline: { readonly hours: number; readonly text: string };
  readonly budget: { readonly usd: number; readonly text: string } | null;
  /** A service tier by itself, where it is not the end of the frontier. */
  readonly alone: readonly { readonly hours: number; readonly usd: number; readonly text: string }[];
}

const EYEBROW = "Cost against time";
const MOST_ROWS = 24;

/** At most `most` of the list, evenly, with its ends and every one that `keep` names. */
function some<T>(list: readonly T[], most: number, keep: (item: T) => boolean): T[] {
  if (list.length <= most) return [...list];
  const step = (list.length - 1) / (most - 1);
  const wanted = new Set(Array.from({ length: most }, (_, index) => Math.round(index * step)));
  return list.filter((item, index) => wanted.has(index) || keep(item));
}

function finding(first: Split, last: Split): string {
  const saved = subtract(first.cost!, last.cost!);
  return `Waiting from ${formatSpan(first.hours)} to ${formatSpan(last.hours, first.hours)} saves ${formatUsd(saved)} of ${formatUsd(first.cost)}`;
}

/** Why there is no line to draw. */
function undrawn({ frontier: [only] }: BacklogPlan): Undrawn {
  if (only)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: "One way is both the earliest and the cheapest: waiting saves nothing",
      remedy: `Done in ${formatSpan(only.hours)} for ${formatUsd(only.cost)}, with ${splitText(only)}.`,
    };
  return {
    drawn: false,
    eyebrow: EYEBROW,
    reason: "A price is missing, so cost cannot be set against time",
    remedy: "Enter your own price on Plan.",
  };
}

/** Cost against time at the scenario’s usage tier. */
export function frontierChart(plan: BacklogPlan): FrontierChart | Undrawn {
  const { frontier, own, backlog } = plan;
  if (frontier.length < 2) return undrawn(plan);
  const [first, last] = [frontier[0]!, frontier.at(-1)!];
  const deadline = deadlineOf(plan);
  const chosen = own.answers.cheapest.split;
  const ends = (["batch", "standard"] as const).flatMap((key) => {
    const { split } = own.answers[key];
    return split && !frontier.some(({ batch }) => batch === split.batch) ? [{ key, split }] : [];
  });
  const isChosen = (split: Split) => split.batch === chosen?.batch;
  const sentence = finding(first, last);
  const budget = backlog.budgetUsd === undefined ? null : parseDecimal(backlog.budgetUsd);
  return {
    drawn: true,
    points: frontier.map((split) => ({
      hours: toNumber(split.hours),
      usd: toNumber(split.cost!),
      text: `${timeText(plan, split)}, ${formatUsd(split.cost)}`,
      detail: splitText(split),
    })),
    chosen: frontier.findIndex(isChosen),
    chosenText: chosen ? `${timeText(plan, chosen)}, ${formatUsd(chosen.cost)}` : "",
    deadline: { hours: toNumber(deadline), text: `deadline ${deadlineText(plan)}` },
    budget: budget && { usd: toNumber(budget), text: `budget ${formatUsdText(backlog.budgetUsd!)}` },
    alone: ends.map(({ key, split }) => ({
      hours: toNumber(split.hours),
      usd: toNumber(split.cost!),
      text: `${key} alone`,
    })),
    eyebrow: EYEBROW,
    finding: sentence,
    units: "Dollars in all against the time until all is done, for the best splits between batch and standard",
    source: `${plan.facts.override ? "Your own figures; " : ""}${checkedSource("prices and limits")}`,
    title: "Cost against time of the best splits between batch and standard",
    description: `${sentence}.${chosen ? ` By the deadline of ${deadlineText(plan)} the cheapest is ${formatUsd(chosen.cost)} in ${timeText(plan, chosen)}.` : ` Nothing is done by the deadline of ${deadlineText(plan)}.`}`,
    table: {
      head: ["Done in", "Cost", "In batch", "Waves", "Standard"],
      rows: some(frontier, MOST_ROWS, isChosen).map((split) => [
        `${timeText(plan, split)}${isChosen(split) ? ", cheapest by the deadline" : ""}`,
        formatUsd(split.cost),
        ...[split.batch, split.waves, split.standard].map((count) => formatExact(exact(count))),
      ]),
    },
  };
}
