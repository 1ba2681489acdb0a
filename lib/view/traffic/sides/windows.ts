import { type Policy } from "@/lib/scenario";
import { type Simulation } from "@/lib/simulation";
import { formatNumber } from "@/lib/view/text";
import { poolsByLimits, unpublishedText } from "../open";
import { policyOf, waited, waitWords, type SimulatedTraffic } from "../words";
import { type ByLimits, share, type TrafficSides, SHARES, ROWS, toSide, cells } from "./side";

/** What became of the traffic counted by the minute and by the second. */
interface Windows {
  readonly minute: Simulation | undefined;
  readonly second: Simulation | undefined;
}

function windowsFinding({ minute, second }: Windows, policy: Policy, { open }: ByLimits): string {
  if (!minute || !second) return "What counting requests by the second changes";
  const affected = (run: Simulation) => (policy === "queue" ? waited(run) : run.failed);
  const [a, b] = [affected(minute), affected(second)];
  const verb = policy === "queue" ? "waited" : "failed";
  if (a === b && minute.waits.max === second.waits.max)
    return open.length
      ? `What counting by the second changes cannot be told: ${unpublishedText(open)}`
      : "Counted by the second instead of the minute, nothing changes";
  if (a === b)
    return `Counted by the second, the longest wait is ${waitWords(second.waits.max)} instead of ${waitWords(minute.waits.max)}`;
  const [by, of] = [share(second, policy), share(minute, policy)];
  const change =
    by === of ? `${formatNumber(b)} ${verb} instead of ${formatNumber(a)}` : `${by} ${verb} instead of ${of}`;
  return `Counted by the second, ${change}`;
}

/** The same traffic where the bucket of requests holds a minute’s worth and where it holds a second’s. */
export function windowSides({ input, main }: SimulatedTraffic, windows: ReadonlyMap<60 | 1, Simulation>): TrafficSides {
  const { scenario, trace } = input;
  const byLimits = poolsByLimits(input);
  const policy = policyOf(scenario);
  const runs = ([60, 1] as const).map((seconds) => ({
    seconds,
    run: scenario.rpmWindowSeconds === seconds ? main : windows.get(seconds),
  }));
  return {
    finding: windowsFinding({ minute: runs[0]!.run, second: runs[1]!.run }, policy, byLimits),
    rows: [SHARES[policy], ...ROWS],
    sides: runs.map(({ seconds, run }) =>
      toSide({
        key: String(seconds),
        name: `${seconds}\u00a0s`,
        chosen: seconds === scenario.rpmWindowSeconds,
        run,
        policy,
        byLimits,
        scenario: trace ? null : { ...scenario, rpmWindowSeconds: seconds },
        cells: (found) => [share(found, policy), ...cells(found)],
      }),
    ),
  };
}
