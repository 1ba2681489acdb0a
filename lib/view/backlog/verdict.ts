import type { BacklogPlan, Obstacle, Split, TierPlan } from "@/lib/batch";
import { findModel } from "@/lib/catalogue";
import { compare, divide, exact, parseDecimal, toNumber } from "@/lib/money";
import { backlogMoney } from "./money";
import {
  costFigure,
  deadlineText,
  hoursFigure,
  inFor,
  isOne,
  obstacleText,
  openObstacles,
  splitText,
  timeText,
} from "./words";
import {
  figure,
  plainText,
  type Sentence,
  formatDay,
  formatNumber,
  formatPercent,
  formatTier,
  formatUsd,
  formatUsdText,
} from "@/lib/view/text";
import { capital, workloadName } from "@/lib/view/names";
import { endingView, reasoningAside, retiredAside, type VerdictView } from "@/lib/view/estimate";

/** The parts of a verdict that differ from one outcome to the next. */
type BacklogOutcome = Omit<VerdictView, "asides" | "ending" | "joined">;

const usageLimitText = ({ usageLimit, usageTier }: TierPlan) =>
  `${formatTier(usageTier)}’s ${formatUsd(usageLimit).replace(/\.00$/, "")} monthly usage limit`;

/** What stands in the way of a service tier, each fact once though both may share it. */
function inTheWay(plan: BacklogPlan, obstacles: readonly Obstacle[]): string[] {
  return [...new Set(obstacles.map((obstacle) => obstacleText(plan, obstacle, plan.own)))];
}

const sentences = (texts: readonly string[]) => texts.map((text) => `${capital(text)}.`).join(" ");

/** What the service tiers cost whose time cannot be told: ` Batch alone would cost $100, standard $200.` */
function untimedCosts({ own }: BacklogPlan, keys: readonly ("batch" | "standard")[] = ["batch", "standard"]): Sentence {
  const known = keys.flatMap((key) => {
    const answer = own.answers[key];
    return !answer.split && answer.untimed?.cost ? [{ key, untimed: answer.untimed }] : [];
  });
  const costs = known.flatMap(({ key, untimed }, index): Sentence => [
    index ? `, ${key} ` : ` ${capital(key)} alone would cost `,
    costFigure(untimed, key, own),
  ]);
  return costs.length ? [...costs, "."] : [];
}

/** What the service tiers would come to by themselves, beside the split shown. */
function alone(plan: BacklogPlan, shown: Split): Sentence {
  const { own } = plan;
  const others = (["batch", "standard"] as const).filter((key) => shown[key === "batch" ? "standard" : "batch"] > 0n);
  const open = others.flatMap((key) => (own.answers[key].split ? [{ key, split: own.answers[key].split }] : []));
  const shut = sentences(
    inTheWay(
      plan,
      others.flatMap((key) => own[key].obstacles),
    ),
  );
  const takes = open.flatMap(({ key, split }, index): Sentence => [
    index ? ", " : "",
    `${index ? key : capital(key)} alone ${index ? "" : "would take "}`,
    hoursFigure(plan, split, key, own),
    ...(split.cost ? [" for ", costFigure(split, key, own)] : []),
  ]);
  return [...(open.length ? [" ", ...takes, "."] : []), ...(shut ? [` ${shut}`] : []), ...untimedCosts(plan, others)];
}

/** The lowest other paid tier at which the deadline is met and the month pays for it. */
function elsewhere(plan: BacklogPlan): Sentence {
  const least = plan.tiers.find(
    ({ usageTier, answers: { cheapest } }) =>
      usageTier !== plan.scenario.usageTier && cheapest.split && !cheapest.split.overUsageLimit,
  );
  if (!least)
    return plan.tiers.some((tier) => tier.answers.cheapest.split || openObstacles(tier).length)
      ? []
      : [" No usage tier does it."];
  const { split } = least.answers.cheapest;
  return [` ${capital(formatTier(least.usageTier))} does it `, ...inFor(plan, split!, "cheapest", least), "."];
}

const finishes = (split: Split) => `${splitText(split)} ${isOne(split) ? "finishes" : "finish"} `;

function withoutPrice({ backlog, facts, scenario }: BacklogPlan): string {
  const known = findModel(backlog.model);
  if (known && !facts.price)
    return `${backlog.model} has no price on ${formatDay(scenario.asOf)}; its first is of ${formatDay(known.prices[0]!.from)}.`;
  return `${backlog.model} has no ${facts.price ? "batch " : ""}price; enter your own on Plan.`;
}

/** A month’s usage limit is spent before the work is done: how far it reaches. */
function stopped(plan: BacklogPlan, split: Split): BacklogOutcome {
  const { own } = plan;
  const within = compare(split.hours, exact(730n)) <= 0;
  const paid = figure(formatPercent(toNumber(divide(own.usageLimit, split.costInMonth!))), {
    of: "backlog",
    figure: "paid",
    question: "cheapest",
    tier: own.usageTier,
  });
  const lead: Sentence = within
    ? ["Stops at ", paid, " of the work."]
    : ["Stops every month, at ", paid, " of the month’s work."];
  return {
    tone: "over",
    lead,
    rest: [
      finishes(split),
      ...inFor(plan, split, "cheapest", own),
      `, but ${usageLimitText(own)} is spent before.`,
      ...elsewhere(plan),
    ],
    short: { title: plainText(lead).slice(0, -1), about: "monthly usage is spent" },
  };
}

/** That the deadline is met; with a budget, whether that is met too, and if not, what it would take. */
function deadlineAndBudget(plan: BacklogPlan, split: Split): Sentence {
  const { own, backlog } = plan;
  const deadline = `The deadline of ${deadlineText(plan)} is met`;
  if (!isOverBudget(plan, split))
    return [
      `${deadline}${backlog.budgetUsd === undefined ? "" : `, and so is the budget of ${formatUsdText(backlog.budgetUsd)}`}.`,
    ];
  const paid = own.answers["within-budget"]!;
  const rest: Sentence = paid.split
    ? ["; the earliest for that takes ", hoursFigure(plan, paid.split, "within-budget", own), "."]
    : paid.reasons.map((reason) =>
        reason.code === "budget-too-small" ? `; the least it costs is ${formatUsd(reason.least.cost)}.` : ".",
      );
  return [`${deadline}, the budget of ${formatUsdText(backlog.budgetUsd!)} is not`, ...rest];
}

const isOverBudget = ({ backlog }: BacklogPlan, { cost }: Split): boolean =>
  backlog.budgetUsd !== undefined && cost !== null && compare(cost, parseDecimal(backlog.budgetUsd)!) > 0;

function found(plan: BacklogPlan, split: Split): BacklogOutcome {
  if (split.overUsageLimit) return stopped(plan, split);
  const over = isOverBudget(plan, split);
  return {
    tone: over ? "over" : "ok",
    lead: [finishes(split), ...inFor(plan, split, "cheapest", plan.own), "."],
    rest: [...deadlineAndBudget(plan, split), ...(over ? [] : alone(plan, split))],
    short: { title: `Done in ${timeText(plan, split)}`, about: over ? "over the budget" : splitText(split) },
  };
}

function missed(plan: BacklogPlan, earliest: Split): BacklogOutcome {
  const { own } = plan;
  const obstacles = [...own.batch.obstacles, ...own.standard.obstacles];
  const unknown = openObstacles(own);
  const first: Sentence = [
    "The earliest is ",
    hoursFigure(plan, earliest, "earliest", own),
    ...(earliest.cost ? [" for ", costFigure(earliest, "earliest", own)] : []),
    `, with ${splitText(earliest)}.`,
  ];
  if (unknown.length)
    return {
      tone: "unknown",
      lead: [`Cannot be told at ${formatTier(own.usageTier)}.`],
      rest: [
        ...first,
        ` ${sentences(inTheWay(plan, unknown))} The deadline is ${deadlineText(plan)}.`,
        ...untimedCosts(plan),
      ],
      short: { title: "Cannot be told", about: "a limit is not published" },
    };
  return {
    tone: "over",
    lead: [`Misses the deadline of ${deadlineText(plan)}.`],
    rest: [...first, ` ${sentences(inTheWay(plan, obstacles))}`.trimEnd(), ...elsewhere(plan)],
    short: { title: `Misses ${deadlineText(plan)}`, about: `the earliest is ${timeText(plan, earliest)}` },
  };
}

function withoutPriceText(plan: BacklogPlan, earliest: Split): BacklogOutcome {
  return {
    tone: "unknown",
    lead: [finishes(earliest), "in ", hoursFigure(plan, earliest, "earliest", plan.own), "; the cost is unknown."],
    rest: [withoutPrice(plan)],
    short: { title: `Done in ${timeText(plan, earliest)}`, about: "no price" },
  };
}

/** Why neither service tier does the backlog. */
function closed(plan: BacklogPlan): BacklogOutcome {
  const { own, scenario } = plan;
  const why = sentences(inTheWay(plan, [...own.batch.obstacles, ...own.standard.obstacles]));
  const next = elsewhere(plan);
  if (scenario.usageTier === "free")
    return {
      tone: "over",
      lead: ["Does not run on Free."],
      rest: [why, ...next],
      short: { title: "Does not run on Free", about: "not offered there" },
    };
  if (openObstacles(own).length)
    return {
      tone: "unknown",
      lead: [`Cannot be told at ${formatTier(own.usageTier)}.`],
      rest: [`${why} Enter your own on Plan.`, ...untimedCosts(plan), ...next],
      short: { title: "Cannot be told", about: "a limit is not published" },
    };
  return {
    tone: "never",
    lead: ["Can never run."],
    rest: [why, ...next],
    short: { title: "Can never run", about: "one request is too large" },
  };
}

function outcome(plan: BacklogPlan): BacklogOutcome {
  const { cheapest } = plan.own.answers;
  if (cheapest.split) return found(plan, cheapest.split);
  const last = cheapest.reasons.at(-1)!;
  if (last.code === "no-price") return withoutPriceText(plan, last.earliest);
  return last.code === "deadline-missed" ? missed(plan, last.earliest) : closed(plan);
}

/**
 * When all is done and for how much, by the cheapest split that meets the deadline; where there is none, why.
 */
export function backlogVerdict(plan: BacklogPlan): VerdictView {
  const { scenario, facts } = plan;
  const judged = { facts: new Map([[facts.pool, facts]]), scenario };
  const retired = retiredAside(judged);
  const reasoning = reasoningAside([plan.backlog], judged.facts);
  const asides = [...backlogMoney(plan), reasoning, madeFromText(plan), retired].filter((aside) => aside !== null);
  return { ...outcome(plan), joined: false, asides, ending: endingView(judged) };
}

function madeFromText({ scenario, backlog, madeFrom }: BacklogPlan): string | null {
  return madeFrom === null
    ? null
    : `This scenario has no backlog of its own yet: a month of ${workloadName(scenario, madeFrom)} stands in, ${formatNumber(backlog.total)} request${backlog.total === 1 ? "" : "s"}.`;
}
