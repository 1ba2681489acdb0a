import { compareModels, type ComparedWorkload } from "@/lib/compare";
import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import { compare, subtract } from "@/lib/money";
import { poolOf, type Scenario } from "@/lib/scenario";
import { type AdviceMove, moveTo, namedAdvice } from "@/lib/view/advice";
import { endingView, type Tone } from "@/lib/view/estimate";
import { capital, listed, modelIn, workloadName } from "@/lib/view/names";
import { figure, formatTier, formatUsd, plainText, type Sentence } from "@/lib/view/text";
import { type CompareChoice, readChoice } from "./choice";
import { compareTable, type CompareTable } from "./groups";
import type { CompareRowView } from "./row";

/** Something beside the finding, with a way on from it. */
interface CompareAside {
  readonly text: string;
  /** The scenario and the place on Plan where what is missing can be entered; `null`: nothing is to be done. */
  readonly enter: { readonly scenario: Scenario; readonly at: string } | null;
  /** What it names, to be tried. */
  readonly moves?: readonly AdviceMove[];
}

/** The finding of the page in words. */
export interface CompareHead {
  readonly tone: Tone;
  readonly lead: Sentence;
  readonly rest: Sentence;
  readonly asides: readonly CompareAside[];
  /** A press to the row at another usage tier, where nothing fits the scenario’s own; `null`: none is needed. */
  readonly press: AdviceMove | null;
}

/** How far the month of a row is from now, as the end of a sentence. */
function apart({ against }: CompareRowView): Sentence {
  if (!against) return ["; what it costs now is not known."];
  if (against.word === "the same") return [", as much as now."];
  return [", ", { ...against.amount, text: against.amount.text.slice(1) }, ` ${against.word} than now.`];
}

/** What a month on the row costs, and how far that is from now. */
function costSentence(view: CompareRowView): Sentence {
  return view.month ? ["It costs ", view.month, " a month", ...apart(view)] : [];
}

/** Behind the cheapest where that is what is entered: the next one, and what it would cost more. */
function asEntered({ cheapest, all }: CompareTable): Sentence {
  const next = all.find((view) => view.row.fits && view.missed.length === 0 && !view.isNow);
  const cost: Sentence = ["It costs ", cheapest!.month!, " a month"];
  if (!next?.row.perMonth) return [...cost, "; nothing else fits."];
  const more = subtract(next.row.perMonth, cheapest!.row.perMonth!);
  if (compare(next.row.perMonth, cheapest!.row.perMonth!) === 0) return [...cost, `, as on ${modelIn(next)}.`];
  const work = { of: "compare", figure: "month", model: next.model, serviceTier: next.serviceTier } as const;
  return [...cost, `; the next, ${modelIn(next)}, costs `, figure(formatUsd(more), work), " more."];
}

/** Where nothing is known to fit the usage tier: the tier that would do, on the model that is then the cheapest. */
function noneFits({ all, move }: CompareTable, tier: string): Pick<CompareHead, "tone" | "lead" | "rest"> {
  const passing = all.filter(({ missed }) => missed.length === 0);
  const open = passing.find(({ row }) => row.fits === null);
  const best = move && all.find(({ row }) => row === move.row);
  const then: Sentence = best?.month
    ? [
        `${capital(formatTier(move!.usageTier))} would do, on ${modelIn(best)} at `,
        best.month,
        " a month",
        ...apart(best),
      ]
    : ["No usage tier would do."];
  if (tier === formatTier("free"))
    return { tone: "over", lead: ["None of these models is offered on Free."], rest: then };
  // Rows that a filter leaves out may well fit; they stand below.
  const asked = all.some(({ row, missed }) => row.fits && missed.length > 0) ? " with these filters" : "";
  if (open)
    return {
      tone: "unknown",
      lead: [`No model is known to fit ${tier}${asked}.`],
      rest: best ? then : ["Limits or prices of some are not published."],
    };
  return { tone: "over", lead: [`No model fits ${tier}${asked}.`], rest: then };
}

/** The cheapest row of which a limit is missing, where it would cost less than what is found. */
function openAside(table: CompareTable): CompareAside[] {
  const { all, cheapest } = table;
  const open = all.find(
    ({ row, missed }) =>
      row.fits === null &&
      row.perMonth !== null &&
      missed.length === 0 &&
      (!cheapest || compare(row.perMonth, cheapest.row.perMonth!) < 0),
  );
  if (!open) return [];
  const field = open.serviceTier === "batch" ? "batchQueueTokens" : "rpm";
  const what = open.serviceTier === "batch" ? "no batch queue limit" : "no rate limits";
  return [
    {
      text: `${modelIn(open)} would cost ${open.month!.text}, but OpenAI publishes ${what} for it.`,
      enter: { scenario: open.scenario, at: `m.${open.model}.${field}` },
    },
  ];
}

/** What fits for less, but for one filter. */
function lessAside({ groups }: CompareTable): CompareAside[] {
  const rows = groups.find(({ key }) => key === "less")?.rows ?? [];
  const [first] = rows.toSorted((a, b) => compare(a.row.perMonth!, b.row.perMonth!));
  if (!first) return [];
  const why = {
    onSale: `ends on ${first.ends}`,
    reasons: "does not reason",
    atOnce: first.serviceTier === "batch" ? "answers within a day" : "answers later, and may refuse",
    context: `has a context of ${first.context}`,
    find: "",
  }[first.missed[0]!];
  return [{ text: `${modelIn(first)} fits for ${first.month!.text}, but ${why}.`, enter: null }];
}

/** The models in use that end, of what is compared, and what OpenAI names in their place. */
function endingAside({ scenario, facts }: Estimate, workload: ComparedWorkload): CompareAside[] {
  const compared = workload === null ? null : poolOf(scenario.workloads[workload]!.model);
  const own = new Map([...facts].filter(([pool]) => compared === null || pool === compared));
  const ending = endingView({ scenario, facts: own });
  if (!ending) return [];
  const { text, moves } = namedAdvice(
    scenario,
    [...own.values()].filter((one) => one.ending),
  );
  return [{ text: `${ending.text}. ${text}`, enter: null, moves }];
}

/** The finding: which model is the cheapest that fits, and how far it is from what is entered. */
export function compareHead(table: CompareTable, estimate: Estimate, workload: ComparedWorkload = null): CompareHead {
  const { scenario } = estimate;
  const { cheapest } = table;
  const tier = formatTier(scenario.usageTier);
  const asides = [...endingAside(estimate, workload), ...openAside(table), ...lessAside(table)];
  if (!cheapest)
    return { ...noneFits(table, tier), asides, press: table.move && moveTo(scenario, table.move, workload) };
  const name = modelIn(cheapest);
  return cheapest.isNow
    ? {
        tone: "ok",
        lead: [`${name}, as now, is the cheapest that fits ${tier}.`],
        rest: asEntered(table),
        asides,
        press: null,
      }
    : {
        tone: "ok",
        lead: [`${name} is the cheapest that fits ${tier}.`],
        rest: costSentence(cheapest),
        asides,
        press: null,
      };
}

/** Why the first row is the first: what it was chosen among. */
export function cheapestReason({ cheapest, all }: CompareTable, choice: CompareChoice): string {
  if (!cheapest) return "";
  const count = all.filter(({ row, missed }) => row.fits && missed.length === 0).length;
  const asked = [
    choice.reasons ? "reason" : "",
    choice.mayWait ? "" : "answer at once",
    choice.onSale ? "stay on sale for a year" : "",
    choice.context === null ? "" : "have the context",
  ].filter(Boolean);
  const among = listed(asked);
  const first = count === 1 ? "The only one that fits" : `Cheapest of the ${count} that fit`;
  const verbs =
    count === 1
      ? among
          .replace(/reason/, "reasons")
          .replace(/answer/, "answers")
          .replace(/stay/, "stays")
          .replace(/have/, "has")
      : among;
  return verbs ? `${first}${asked.length > 1 ? "," : " and"} ${verbs}.` : `${first}.`;
}

/** What is compared, in one line: the workloads, and where they are now. */
export function compareContext({ scenario, cost }: Estimate, workload: ComparedWorkload): string {
  const { workloads } = scenario;
  const name =
    workload === null
      ? scenario.title || (workloads.length === 1 ? workloadName(scenario, 0) : `${workloads.length} workloads`)
      : workloadName(scenario, workload);
  const compared = workload === null ? workloads : [workloads[workload]!];
  const places = [...new Set(compared.map(modelIn))];
  const month = cost.perMonth ? ` at ${formatUsd(cost.perMonth)} a month` : "";
  const account = workload === null ? month : month.replace(" at ", "; all workloads cost ");
  return `${name}, now on ${places.length > 2 ? `${places.length} models` : places.join(" and ")}${account}`;
}

/** The title of the page and its description, for a tab and a search; `own`: what its address chooses. */
export function compareTitle(
  scenario: Scenario,
  own: Parameters<typeof readChoice>[0],
): { readonly title: string; readonly description: string } {
  const estimate = estimateOf(scenario);
  const choice = readChoice(own, scenario);
  const table = compareTable(compareModels(scenario, choice.workload), estimate, choice);
  const { lead, rest } = compareHead(table, estimate, choice.workload);
  const title = plainText(lead).replace(/\.$/, "");
  return {
    title: `${title} · Compare`,
    description: `${compareContext(estimate, choice.workload)}, on every model on sale: ${title}. ${plainText(rest)}`,
  };
}
