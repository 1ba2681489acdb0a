import type { Policy, Scenario } from "@/lib/scenario";
import { conditionsOf, requestsOf, type RunInput } from "@/lib/simulation";
import { formatNumber, formatTier, formatTimes } from "@/lib/view/text";
import { hasRanges } from "@/lib/scenario/ranges";
import { capital, listed } from "@/lib/view/names";
import { trafficModels } from "./never";
import { poolsByLimits } from "./open";
import { offeredText, policyOf, type SimulatedTraffic } from "./words";
import { verdictText } from "@/lib/view/estimate";
import { runMoney } from "./verdict/money";
import { trafficVerdict } from "./verdict/whole";

const POLICY_NAMES: Readonly<Record<Policy, string>> = {
  queue: "client paces itself",
  retry: "sent again after a 429",
  drop: "dropped at a 429",
};

/** What is simulated, in pieces: usage tier, policy, scale and seed. */
export function trafficContext(traffic: SimulatedTraffic | null, scenario: Scenario): string[] {
  const shown = traffic?.input.scenario ?? scenario;
  const { scale = 1, trace = null } = traffic?.input ?? {};
  return [
    shown.usageTier === "free" ? "Free" : `Usage ${formatTier(shown.usageTier)}`,
    capital(POLICY_NAMES[policyOf(shown)]),
    ...(trace ? ["A trace"] : scale === 1 ? [] : [`${formatTimes(scale)} the scenario’s traffic`]),
    ...(trace ? [] : [`Seed ${conditionsOf(shown).seed}`]),
    ...(!trace && hasRanges(shown) ? ["Ranges count by their centre"] : []),
  ];
}

/**
 * What became of the requests, in a sentence: `691,471 offered, 606,759 admitted, 84,712 failed`. Counts of 0
 * are left out, save the admitted. Pools that ran without a known limit are named.
 */
export function trafficFinding({
  input,
  main: { offered, admitted, failed, neverFits: large, queued },
}: SimulatedTraffic): string {
  const { open } = poolsByLimits(input);
  const parts: [number, string][] = [
    [failed, "failed"],
    [large, "never fit"],
    [queued, "still waiting"],
  ];
  return [
    `${formatNumber(offered)} offered, ${admitted === offered && offered > 0 ? "all" : formatNumber(admitted)} admitted`,
    ...parts.filter(([count]) => count > 0).map(([count, name]) => `${formatNumber(count)} ${name}`),
    ...(open.length ? [`${listed(open)} as if unlimited`] : []),
  ].join(", ");
}

/** Title and description of the page, before anything has run. */
export function trafficTitle(scenario: Scenario): { readonly title: string; readonly description: string } {
  const models = trafficModels(scenario);
  const tier = formatTier(scenario.usageTier);
  const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");
  const input: RunInput = { scenario, scale: 1, trace: null };
  const about = models.length
    ? `About ${offeredText(input, Math.round(requestsOf(input)))} on ${listed(models)} under the limits of ${tier}, minute by minute: waits, 429s, failures and the queue.${runMoney(
        input,
      )
        .asides.map((aside) => ` ${aside}`)
        .join("")}`
    : "All workloads go in batch, which no rate limits.";
  return {
    title: plain(`${scenario.title ? `${scenario.title}: ` : ""}traffic under the limits of ${tier}`),
    description: plain(about),
  };
}

/** What a screen reader is told after a run. */
export function trafficAnnouncement(traffic: SimulatedTraffic): string {
  return verdictText(trafficVerdict(traffic, traffic.input.scenario)!);
}
