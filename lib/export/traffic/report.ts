import type { PaidTier } from "@/lib/catalogue";
import { estimate } from "@/lib/estimate";
import type { Policy, Scenario } from "@/lib/scenario";
import type { Breaking, Simulation } from "@/lib/simulation";
import { sourcesView } from "@/lib/view/estimate";
import {
  breakingView,
  policySides,
  tierSides,
  trafficFigures,
  trafficFinding,
  trafficKeys,
  trafficVerdict,
  windowSides,
  type SimulatedTraffic,
} from "@/lib/view/traffic";
import { trafficWorkingOf } from "@/lib/view/working";
import type { RunFigureKey } from "@/lib/view/text";
import { entered, fact, words } from "../cells";
import { ownBlocks } from "../inputs/own";
import { runFacts, settingFacts, settingsBlock } from "../inputs/settings";
import { workloadsBlock } from "../inputs/workloads";
import type { Block, NamedValue, Report } from "../report";
import { reportVerdict, scenarioTitle, workingBlock } from "../shared";
import { nameOfShown, variantsBlock } from "../variants";
import { runCell, RUN_NAMES } from "./figures";
import { sidesBlock } from "./sides";

/** The runs of one traffic: the main run, and those under other conditions that have come in so far. */
interface Runs extends SimulatedTraffic {
  readonly tiers: ReadonlyMap<PaidTier, Simulation>;
  readonly policies: ReadonlyMap<Policy, Simulation>;
  readonly windows: ReadonlyMap<60 | 1, Simulation>;
  readonly breaking: Breaking | null;
}

/** What is run beside what the link holds: a multiple of the traffic, or a trace. */
function runInputs({ input }: Runs): NamedValue[] {
  const { scale, trace } = input;
  if (trace) return [fact("trace", "Traffic", words("a trace, which the link does not hold", "trace"))];
  return scale === 1 ? [] : [fact("scale", "Times the traffic", entered(scale ?? 1))];
}

function blocksOf(runs: Runs): Block[] {
  const { input, main, tiers, policies, windows, breaking } = runs;
  if (input.scenario.usageTier === "free") return [];
  const figures = trafficFigures(runs).flatMap((group) => group.figures);
  const breaks = breakingView(runs, breaking);
  return [
    {
      key: "figures",
      title: trafficFinding(runs),
      facts: figures.map(({ label, text, work }) => fact(RUN_NAMES[work.figure], label, runCell(text, work, main))),
      ...(breaks && { remark: `${breaks.finding}. ${breaks.definition}` }),
    },
    sidesBlock("tiers", tierSides(runs, tiers), (key) => tiers.get(Number(key) as PaidTier)),
    sidesBlock("policies", policySides(runs, policies), (key) => policies.get(key as Policy)),
    sidesBlock("windows", windowSides(runs, windows), (key) => windows.get(Number(key) as 60 | 1)),
    workingBlock(trafficKeys(runs).map(({ figure }) => trafficWorkingOf(figure.work as RunFigureKey, runs))),
  ];
}

/** Traffic as a report; `null` while nothing is known yet. `link` is the whole address of the scenario. */
export function trafficReport(
  { scenario, runs }: { readonly scenario: Scenario; readonly runs: Runs | null },
  link: string,
): Report | null {
  const verdict = trafficVerdict(runs, scenario);
  if (!verdict) return null;
  return {
    page: "traffic",
    title: scenarioTitle(scenario) + nameOfShown(scenario, link),
    day: scenario.asOf,
    link,
    verdict: reportVerdict(verdict),
    totals: {
      key: "totals",
      title: "What became of it",
      facts: runs
        ? trafficKeys(runs).map(({ label, figure }) => {
            const work = figure.work as RunFigureKey;
            return fact(RUN_NAMES[work.figure], label, runCell(figure.text, work, runs.main));
          })
        : [],
    },
    fit: null,
    inputs: [
      workloadsBlock(scenario, true),
      settingsBlock([...settingFacts(scenario), ...runFacts(scenario), ...(runs ? runInputs(runs) : [])]),
      ...ownBlocks(scenario),
    ],
    blocks: [...variantsBlock(link), ...(runs ? blocksOf(runs) : [])],
    notes: [],
    sources: sourcesView(estimate(scenario)),
  };
}
