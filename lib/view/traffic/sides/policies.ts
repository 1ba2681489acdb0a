import { CHOICES, type Policy, type Scenario } from "@/lib/scenario";
import { type Simulation } from "@/lib/simulation";
import { POLICY_NAMES } from "@/lib/view/names";
import { formatNumber, formatPercent } from "@/lib/view/text";
import { poolsByLimits, unpublishedText } from "../open";
import { policyOf, portion, waited, waitWords, type SimulatedTraffic } from "../words";
import { type ByLimits, type TrafficSides, toSide, cells, ROWS } from "./side";

const allOf = (part: number, whole: number) =>
  part === whole ? `all ${formatNumber(whole)}` : `${formatNumber(part)} of ${formatNumber(whole)}`;
const none = (count: number) => (count === 0 ? "none" : formatNumber(count));

function policiesFinding(runs: ReadonlyMap<Policy, Simulation>, { open }: ByLimits): string {
  const [queue, retry, drop] = CHOICES.policy.map((policy) => runs.get(policy));
  if (!queue || !retry || !drop) return "What pacing itself changes";
  if (queue.offered === 0) return "No request came, so nothing is paced";
  if (queue.neverFits === queue.offered) return "Pacing does not help a request that is too large";
  if (waited(queue) === 0 && drop.throttled === 0)
    return open.length
      ? `What pacing changes cannot be told: ${unpublishedText(open)}`
      : "No limit is met, so pacing changes nothing";
  return `Pacing admits ${allOf(queue.admitted, queue.offered)}; retrying loses ${none(retry.failed)}, dropping ${none(drop.failed)}`;
}

/** What each policy costs, in a sentence; `null` until both runs are in, or where no limit is met. */
function policiesRemark(runs: ReadonlyMap<Policy, Simulation>): string | null {
  const [queue, retry] = [runs.get("queue"), runs.get("retry")];
  if (!queue || !retry || (waited(queue) === 0 && retry.throttled === 0) || queue.waits.max === null) return null;
  const worst = retry.minutes.throttled.reduce((most, count) => Math.max(most, count), 0);
  const refused =
    retry.throttled === 0
      ? "Retried, no request meets a 429."
      : `Retried, ${formatNumber(retry.throttled)} 429${retry.throttled === 1 ? " is" : "s are"} answered, up to ${formatNumber(worst)} in a minute.`;
  return `Paced, the longest wait is ${waitWords(queue.waits.max)} and no 429 is answered. ${refused}`;
}

/** The same scenario under another policy: the default is said by saying nothing. */
function underPolicy({ policy: _policy, ...rest }: Scenario, policy: Policy): Scenario {
  return policy === "queue" ? rest : { ...rest, policy };
}

/** The same traffic sent by clients of all three policies. */
export function policySides(
  { input, main }: SimulatedTraffic,
  others: ReadonlyMap<Policy, Simulation>,
): TrafficSides & { readonly remark: string | null } {
  const { scenario, trace } = input;
  const byLimits = poolsByLimits(input);
  const own = policyOf(scenario);
  const runs = new Map([...others, [own, main] as const]);
  const sides = CHOICES.policy.map((policy) =>
    toSide({
      key: policy,
      name: POLICY_NAMES[policy],
      chosen: policy === own,
      run: runs.get(policy),
      policy,
      byLimits,
      scenario: trace ? null : underPolicy(scenario, policy),
      cells: (run) => [
        formatPercent(portion(run.admitted, run.offered)),
        formatPercent(portion(waited(run), run.offered)),
        formatPercent(portion(run.failed, run.offered)),
        ...cells(run),
      ],
    }),
  );
  return {
    finding: policiesFinding(runs, byLimits),
    remark: policiesRemark(runs),
    rows: [
      { name: "Admitted", about: "of offered" },
      { name: "Waited", about: "of offered" },
      { name: "Failed", about: "of offered" },
      ...ROWS,
    ],
    sides,
  };
}
