import { USAGE_TIERS, type PaidTier } from "@/lib/catalogue";
import { factsOf } from "@/lib/facts";
import { type Policy } from "@/lib/scenario";
import { type Simulation } from "@/lib/simulation";
import { formatTier } from "@/lib/view/text";
import { capital, listed, onFree } from "@/lib/view/names";
import { trafficModels } from "../never";
import { poolsByLimits } from "../open";
import { policyOf, type SimulatedTraffic } from "../words";
import { type TrafficSide, type TrafficSides, toSide, share, cells, SHARES, ROWS } from "./side";

const TIERS = USAGE_TIERS.map(({ id }) => id).filter((id) => id !== "free") as PaidTier[];
const FELT: Readonly<Record<Policy, { readonly no: string; readonly yes: string }>> = {
  queue: { no: "no request waits over a minute", yes: "makes requests wait over a minute" },
  retry: { no: "no request fails", yes: "lets requests fail" },
  drop: { no: "no request fails", yes: "lets requests fail" },
};

const tiersText = (sides: readonly TrafficSide[]) =>
  sides.length === 1
    ? formatTier(Number(sides[0]!.key) as PaidTier)
    : `tiers\u00a0${listed(sides.map(({ key }) => key))}`;

function tiersFinding(sides: readonly TrafficSide[], policy: Policy): string {
  if (sides.some(({ tone }) => tone === null)) return "The same traffic at every usage tier";
  const { no, yes } = FELT[policy];
  const holding = sides.filter(({ tone }) => tone === "ok");
  const open = sides.filter(({ tone }) => tone === "unknown");
  if (open.length) {
    const untold = `${tiersText(open)} it cannot be told`;
    return holding.length ? `At ${tiersText(holding)} ${no}; at ${untold}` : `At ${untold}`;
  }
  const least = sides.findIndex(({ tone }) => tone === "ok");
  if (least === 0) return `At every tier from ${formatTier(TIERS[0]!)} ${no}`;
  if (least > 0) return `${capital(formatTier(TIERS[least]!))} is the lowest at which ${no}`;
  return sides.at(-1)!.tone === "never"
    ? "No tier holds a request of this size"
    : `Even ${formatTier(TIERS.at(-1)!)} ${yes}`;
}

/** The same traffic at all paid usage tiers; a tier whose run is not in yet has no cells. */
export function tierSides(
  { input, main }: SimulatedTraffic,
  tiers: ReadonlyMap<PaidTier, Simulation>,
): TrafficSides & { readonly free: string } {
  const { scenario, trace } = input;
  const policy = policyOf(scenario);
  const sides = TIERS.map((usageTier) => {
    const chosen = usageTier === scenario.usageTier;
    return toSide({
      key: String(usageTier),
      name: `Tier\u00a0${usageTier}`,
      chosen,
      run: chosen ? main : tiers.get(usageTier),
      policy,
      byLimits: poolsByLimits(input, usageTier),
      scenario: trace ? null : { ...scenario, usageTier },
      cells: (run) => [share(run, policy), ...cells(run)],
    });
  });
  const facts = factsOf(scenario);
  const used = trafficModels(scenario).map((model) => facts.get(model)!);
  return {
    finding: tiersFinding(sides, policy),
    rows: [SHARES[policy], ...ROWS],
    sides,
    free: `Free: ${onFree(used).replace(" offered there", " offered")}.`,
  };
}
