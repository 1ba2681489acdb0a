import { growthThatFits, type Forecast, type JustFits } from "@/lib/forecast";
import { retiredAside, type VerdictView } from "@/lib/view/estimate";
import { capital } from "@/lib/view/names";
import { formatDate, formatMonth } from "@/lib/view/dates";
import { formatTier, plainText, type Sentence } from "@/lib/view/text";
import { bandAside, tierAside } from "./asides";
import { endsHere, goesOnText, goneAside, nothingNamed } from "./changes";
import { isRefused, stopsOf, type Stop } from "./stops";
import { growthText, monthFigure, monthsText } from "./words";

/** A verdict on months; `near`: a model ends, and its successor goes on. */
type ForecastVerdict = Omit<VerdictView, "tone"> & { readonly tone: VerdictView["tone"] | "near" };

type Outcome = Pick<ForecastVerdict, "tone" | "lead" | "rest" | "short">;

/** The sentence of a clause. */
function sentence(clause: Sentence, start = ""): Sentence {
  const [first, ...rest] = clause;
  return [`${start}${start ? first : capital(String(first))}`, ...rest, "."];
}

/** The sentence of a stop that is not the first: of an end what is to be done, of a shutdown what goes on. */
function sentenceOf(forecast: Forecast, { kind, clause, ended }: Stop, start = ""): Sentence {
  if (kind === "end") return [...sentence(clause, start).slice(0, -1), `, and ${nothingNamed(ended!.changes)}.`];
  const said = sentence(clause, start);
  return kind === "shutdown" ? [...said, " ", goesOnText(forecast, ended!)] : said;
}

/** The growth at which all that growth decides would hold; `null` where none does. */
function fittingGrowth(forecast: Forecast): JustFits | null {
  const [least] = growthThatFits(forecast);
  return least && least.percentPerMonth !== null && least.percentPerMonth < forecast.growth.percentPerMonth
    ? least
    : null;
}

/** What is said behind a shutdown that a successor follows: what goes on, and what stops that. */
function afterShutdown(forecast: Forecast, { ended }: Stop, next: Stop | undefined): Sentence {
  const start: Sentence = [goesOnText(forecast, ended!), " "];
  if (next) return [...start, ...sentenceOf(forecast, next)];
  const { months } = forecast;
  const open = months.find(({ fits }) => fits === null);
  if (open?.reasons.includes("no-price")) return [...start, "A price is missing, so there is no bill."];
  if (open) return [...start, "A limit is not published from then on; enter your own on Plan."];
  return [...start, `Nothing else stops it in these ${monthsText({ months: months.length })}.`];
}

/** Whether the usage tier rises past a limit, and nothing stands in the way of the last month. */
function isLifted(forecast: Forecast, first: Stop): boolean {
  const last = forecast.months.at(-1)!;
  return (first.kind === "limit" || first.kind === "refused") && last.usageTier !== first.at.usageTier
    ? !isRefused(last) && !last.limits.some(({ over }) => over)
    : false;
}

/** What is said behind the first stop: the tier that lifts it, the next stop, or the growth that would do. */
function afterFirst(forecast: Forecast, [first, ...others]: readonly [Stop, ...Stop[]]): Sentence {
  const { months, growth } = forecast;
  const next = others.find(({ kind, clause }) => kind !== first.kind || plainText(clause) !== plainText(first.clause));
  if (first.kind === "end") return endsHere(first.ended!.changes);
  if (first.kind === "shutdown") return afterShutdown(forecast, first, next);
  if (isLifted(forecast, first)) {
    const tier = capital(formatTier(months.at(-1)!.usageTier));
    return next && next.kind !== "limit" && next.kind !== "refused"
      ? sentenceOf(forecast, next, `${tier} then holds, but `)
      : [`${tier} then holds to the end of the ${monthsText(growth)}.`];
  }
  if (next) return sentenceOf(forecast, next);
  const fits = fittingGrowth(forecast);
  if (growthThatFits(forecast)[0]?.percentPerMonth === null && first.at.month === 0)
    return ["The first month is over already, whatever the growth."];
  return fits
    ? [`At ${growthText(fits.percentPerMonth!)} a month all ${monthsText(growth)} would hold.`]
    : [`The month of ${formatMonth(months.at(-1)!.from)} costs `, monthFigure(months.at(-1)!), "."];
}

function stopped(forecast: Forecast, stops: readonly [Stop, ...Stop[]]): Outcome {
  const [first, next] = stops;
  const { months } = forecast;
  if (first.kind === "refused" && months.every(isRefused))
    return {
      tone: "never",
      lead: ["Can never run."],
      rest: sentence(first.clause),
      short: { title: "Can never run", about: plainText(first.clause) },
    };
  const isEnd = first.kind === "end";
  return {
    tone: isEnd ? "unknown" : first.kind === "shutdown" ? "near" : "over",
    lead: isEnd ? [`Cannot be told from ${formatDate(first.on, forecast.scenario.asOf)} on.`] : sentence(first.clause),
    rest: afterFirst(forecast, stops),
    short: { title: first.short, about: next ? next.short : growthAbout(forecast) },
  };
}

const growthAbout = ({ growth }: Forecast) => `${monthsText(growth)} at ${growthText(growth.percentPerMonth)}`;

/** What the last month comes to. */
function reached({ months, growth }: Forecast): Sentence {
  const last = months.at(-1)!;
  if (!last.perMonth) return ["A price is missing, so there is no bill; Plan says which."];
  if (months.length === 1) return ["It costs ", monthFigure(last), "."];
  const moves = growth.percentPerMonth < 0 ? "falls to" : "reaches";
  return [
    `At ${growthText(growth.percentPerMonth)} a month the bill ${moves} `,
    monthFigure(last),
    ` in ${formatMonth(last.from)}.`,
  ];
}

/** A month cannot be told, for want of a limit or a price. */
function untold(forecast: Forecast, open: Stop["at"]): Outcome {
  const isUnpriced = open.reasons.includes("no-price");
  const where = open.month === 0 ? `at ${formatTier(open.usageTier)}` : `from ${formatMonth(open.from)} on`;
  return {
    tone: "unknown",
    lead: [`Cannot be told ${where}.`],
    rest: [...(isUnpriced ? [] : ["A limit is not published; enter your own on Plan. "]), ...reached(forecast)],
    short: { title: "Cannot be told", about: isUnpriced ? "no price" : "a limit is not published" },
  };
}

/** Nothing is over: it holds, or a limit or a price is missing. */
function held(forecast: Forecast): Outcome {
  const { months, growth } = forecast;
  const open = months.find(({ fits }) => fits === null);
  if (open) return untold(forecast, open);
  const holds = months.length === 1 ? "Holds for the month" : `Holds for all ${monthsText(growth)}`;
  return {
    tone: "ok",
    lead: [`${holds}.`],
    rest: reached(forecast),
    short: { title: holds, about: `at ${growthText(growth.percentPerMonth)} a month` },
  };
}

/** When something stops as the scenario grows, and what then; where nothing does, that it holds. */
export function forecastVerdict(forecast: Forecast): ForecastVerdict {
  const [first, ...others] = stopsOf(forecast);
  const { base } = forecast.months[0]!;
  const said = [goneAside(forecast), bandAside(forecast), tierAside(forecast), retiredAside(base)];
  const asides = said.filter((aside) => aside !== null);
  const outcome = first ? stopped(forecast, [first, ...others]) : held(forecast);
  return { ...outcome, joined: false, asides, ending: null };
}
