import type { Scenario, Workload } from "@/lib/scenario";
import { applyVariant, changesBetween } from "@/lib/scenario/variants";
import { workloadName } from "@/lib/view/names";
import { changeLabel, rateWords, valueText, workloadWords } from "./words";

/** One thing in which a variant differs from its base. */
export interface VariantChange {
  /** Tells it from others, the same in every variant of one base. */
  readonly key: string;
  readonly label: string;
  readonly now: string;
  readonly was: string;
  /** The paths that it is made of; without them it follows the base. */
  readonly paths: readonly string[];
  /** The name of the editor’s field that shows it; `null` where none does. */
  readonly field: string | null;
}

const valueAt = (scenario: Scenario, path: string): unknown =>
  path.split(".").reduce<unknown>((holder, step) => (holder as Record<string, unknown> | undefined)?.[step], scenario);

/** A whole item of a list that is put in or taken out. */
function itemView(base: Scenario, path: string, value: unknown): VariantChange | null {
  const [list, place = "", ...rest] = path.split(".");
  if (rest.length > 0 || (list !== "workloads" && list !== "modelOverrides")) return null;
  const isWorkload = list === "workloads";
  const own = { key: path, paths: [path], field: null };
  if (place.startsWith("+")) {
    const { name = "", model } = value as Partial<Workload> & { readonly model: string };
    const now = isWorkload ? `${name && `${name}: `}${workloadWords(value as Workload)}` : model;
    return { ...own, label: isWorkload ? "Workload put in" : "Own figures put in", now, was: "none" };
  }
  const index = Number(place);
  return isWorkload
    ? { ...own, label: workloadName(base, index), now: "taken out", was: workloadWords(base.workloads[index]!) }
    : { ...own, label: `Own figures of ${base.modelOverrides[index]!.model}`, now: "taken out", was: "yours" };
}

/** The name of the field that shows a path, by the place of its workload among those that are left. */
function fieldOf(path: string, changes: Readonly<Record<string, unknown>>): string {
  const [, place, field] = /^workloads\.(\d+)\.(.+)/.exec(path) ?? [];
  if (place === undefined) return path.replace(/^backlog\./, "b.");
  const before = Array.from({ length: Number(place) }, (_, n) => n).filter((n) => changes[`workloads.${n}`] === null);
  return `w${Number(place) - before.length}.${field}`;
}

/** In what the variant differs from its base, in the order of the fields. A rate is one difference. */
export function changeViews(base: Scenario, index: number): readonly VariantChange[] {
  const changes = changesBetween(base, applyVariant(base, base.variants![index]!));
  const views = new Map<string, VariantChange>();
  for (const [path, value] of Object.entries(changes)) {
    const item = itemView(base, path, value);
    if (item) {
      views.set(path, item);
      continue;
    }
    const rate = /^(workloads\.(\d+))\.(?:requests|per)$/.exec(path);
    if (!rate) {
      const field = path.split(".").at(-1)!;
      const was = valueText(field, valueAt(base, path));
      const own = { key: path, paths: [path], field: fieldOf(path, changes) };
      views.set(path, { ...own, label: changeLabel(base, path), now: valueText(field, value), was });
      continue;
    }
    const key = `${rate[1]}.requests`;
    const before = base.workloads[Number(rate[2])]!;
    const { requests = before.requests, per = before.per } = {
      requests: changes[key] as number | undefined,
      per: changes[`${rate[1]}.per`] as Workload["per"] | undefined,
    };
    views.set(key, {
      key,
      label: changeLabel(base, key),
      now: rateWords({ requests, per }),
      was: rateWords(before),
      paths: [key, `${rate[1]}.per`],
      field: fieldOf(key, changes),
    });
  }
  return [...views.values()];
}
