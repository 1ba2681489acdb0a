import { findModel } from "@/lib/catalogue";
import { poolOf, type OwnLimits, type Scenario, type Workload } from "@/lib/scenario";

/** What ends the name of a pool of long requests; no id has a colon. */
const LONG = ":long";
/** The limits of what is not batch, and that of batch. */
const KINDS = { live: ["rpm", "tpm", "rpd", "tpd"], batch: ["batchQueueTokens"] } as const satisfies Record<
  string,
  readonly (keyof OwnLimits)[]
>;

/**
 * The pool of limits that the requests of a workload draw on: its model’s id or, where its input reaches the
 * length from which requests have limits of their own, `<id>:long`. Own limits are limits of all requests on
 * the model: where one of the kind is entered, batch or the others, there is no pool of long requests.
 */
export function limitPoolOf(
  { model: name, inputTokens, serviceTier }: Pick<Workload, "model" | "inputTokens" | "serviceTier">,
  { modelOverrides }: Pick<Scenario, "modelOverrides">,
): string {
  const model = findModel(name);
  if (!model) return name;
  const { id, ownLimitsFrom } = model;
  if (ownLimitsFrom === undefined || inputTokens < ownLimitsFrom) return id;
  const own = modelOverrides.find((override) => poolOf(override.model) === id)?.limits;
  const kind = KINDS[serviceTier === "batch" ? "batch" : "live"];
  return kind.some((field) => own?.[field] !== undefined) ? id : id + LONG;
}

/** Whether a pool of limits is one of long requests. */
export const isLongPool = (pool: string): boolean => pool.endsWith(LONG);

/** The model of a pool of limits. */
export const modelOfPool = (pool: string): string => (isLongPool(pool) ? pool.slice(0, -LONG.length) : pool);

/**
 * The pools of limits that workloads of a scenario draw on, all of them by default: models by first
 * appearance, the pool of a model’s long requests after its other one.
 */
export function limitPools(scenario: Scenario, workloads: readonly Workload[] = scenario.workloads): string[] {
  const models = new Map<string, Set<string>>();
  for (const workload of workloads) {
    const model = poolOf(workload.model);
    models.set(model, (models.get(model) ?? new Set<string>()).add(limitPoolOf(workload, scenario)));
  }
  // An id stands before the same id with an ending.
  return [...models.values()].flatMap((pools) => [...pools].sort());
}
