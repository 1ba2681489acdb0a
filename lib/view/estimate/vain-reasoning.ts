import { type ModelFacts, reasonsInVain } from "@/lib/facts";
import { poolOf, type Workload } from "@/lib/scenario";
import { listed } from "@/lib/view/names";
import { formatNumber } from "@/lib/view/text";

type Request = Pick<Workload, "model" | "reasoningTokens">;

/** That reasoning is entered on models that do not reason, and counts all the same; `null` where it is not. */
export function reasoningAside(requests: readonly Request[], facts: ReadonlyMap<string, ModelFacts>): string | null {
  const vain = requests.filter((request) => reasonsInVain(facts.get(poolOf(request.model))!, request));
  if (vain.length === 0) return null;
  const models = [...new Set(vain.map(({ model }) => poolOf(model)))];
  const sizes = [...new Set(vain.map(({ reasoningTokens }) => reasoningTokens))];
  const tokens = sizes.length === 1 ? `${formatNumber(sizes[0]!)} ` : "";
  return `${listed(models)} ${models.length > 1 ? "do" : "does"} not reason; the ${tokens}reasoning tokens entered count all the same.`;
}
