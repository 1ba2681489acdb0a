import { type ComparedWorkload, scenarioOn } from "@/lib/compare";
import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import { compare } from "@/lib/money";
import { capital, tierWord } from "@/lib/view/names";
import { type decodeCompareKey, formatTier, formatTimes, formatUsd, UNKNOWN } from "@/lib/view/text";
import { step, working, type Working } from "./compose";
import { allFacts, monthWorking } from "./cost/totals";
import { tierWorking } from "./limit/row";
import { minus, money } from "./term";

/** How far the month on a row is from the month as entered. */
function differenceWorking(on: Estimate, now: Estimate, where: string): Working {
  const [there, here] = [on.cost.perMonth, now.cost.perMonth];
  if (!there || !here) return monthWorking(there ? now : on);
  const isMore = compare(there, here) >= 0;
  const difference = isMore ? minus(money(there), money(here)) : minus(money(here), money(there));
  return working({
    title: `A month ${where} against the scenario as entered`,
    steps: [step(capital(where), money(there), formatUsd(there)), step("As entered", money(here), formatUsd(here))],
    result: step(isMore ? "More a month" : "Less a month", difference, formatUsd(difference.value)),
    rule: "month-730",
    facts: allFacts(on),
  });
}

const FITS = new Map<boolean | null, string>([
  [true, "fits"],
  [false, "does not fit"],
  [null, "cannot be told"],
]);

/** The lowest usage tier that fits, by the verdict of each paid one. */
function leastWorking({ fit }: Estimate, where: string): Working {
  const steps = fit.tiers
    .filter(({ usageTier }) => usageTier !== "free")
    .map(({ usageTier, fits, scaleAtLimit }) => ({
      label: capital(formatTier(usageTier)),
      expression: FITS.get(fits)!,
      value: formatTimes(scaleAtLimit),
    }));
  const least = fit.minimumUsageTier;
  return working({
    title: `The least usage tier ${where}`,
    steps,
    result: {
      label: "Least tier",
      expression: least === null ? "none is known to fit" : "the lowest that fits",
      value: least === null ? UNKNOWN : formatTier(least),
    },
    rule: "headroom",
  });
}

/** The working of a figure of a row of Compare: that of the estimate on its model. */
export function compareWorkingOf(
  { figure, model, serviceTier }: NonNullable<ReturnType<typeof decodeCompareKey>>,
  now: Estimate,
  workload: ComparedWorkload,
): Working {
  const on = estimateOf(scenarioOn(now.scenario, { model, serviceTier }, workload));
  const where = `on ${model}, ${tierWord(serviceTier)}`;
  if (figure === "difference") return differenceWorking(on, now, where);
  if (figure === "least") return leastWorking(on, where);
  const own = figure === "month" ? monthWorking(on) : tierWorking(on, now.scenario.usageTier);
  return { ...own, title: `${capital(own.title)}, ${where}` };
}
