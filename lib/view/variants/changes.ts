import type { Scenario, Workload } from "@/lib/scenario";
import { applyVariant, changesBetween, valueIn, type Variant } from "@/lib/scenario/variants";
import { workloadName } from "@/lib/view/names";
import { changeLabel, rateWords, valueText, workloadWords } from "./words";

/** One thing that a variant names. */
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
  /** Whether the variant differs in it, has what the base has, or cannot have it: the base does not allow it. */
  readonly effect: "differs" | "held" | "refused";
  /** Of what is no difference: what becomes of it. */
  readonly aside: string | null;
  /** What taking it back does. */
  readonly undo: string;
}

type BareChange = Omit<VariantChange, "effect" | "aside" | "undo">;

/** What a variant names, and what it comes to. */
interface Named {
  readonly base: Scenario;
  readonly changes: Variant["changes"];
  /** The changes in which it differs. */
  readonly differing: Variant["changes"];
}

function namedBy(base: Scenario, index: number): Named {
  const variant = base.variants![index]!;
  const shown = applyVariant(base, variant);
  return {
    base,
    changes: changesBetween(base, shown, variant.changes),
    differing: changesBetween(base, shown),
  };
}

/** The changes of a variant in canonical order, by the places they have now. */
export const changesOf = (base: Scenario, index: number): Variant["changes"] => namedBy(base, index).changes;

function effectOf({ base, changes, differing }: Named, paths: readonly string[]): VariantChange["effect"] {
  if (paths.some((path) => path in differing)) return "differs";
  return paths.every((path) => !(path in changes) || isSame(changes[path], valueIn(base, path))) ? "held" : "refused";
}

/** What is said of a change by its effect. */
function saidOf({ label, was }: BareChange, effect: VariantChange["effect"]) {
  const undo = `${label} as the base has it, ${was}`;
  if (effect === "differs") return { effect, aside: null, undo };
  const aside = effect === "held" ? "held, as the base has it" : `not possible here: ${was} as the base has it`;
  return { effect, aside, undo: effect === "held" ? `${label} follows the base again` : undo };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A whole item of a list that is put in or taken out. */
function itemView(base: Scenario, path: string, value: unknown): BareChange | null {
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

/** A rate, of which a variant may name both halves: one thing. */
function rateView({ base, changes }: Named, path: string, place: number): BareChange {
  const [requestsPath, perPath] = [`${path}.requests`, `${path}.per`];
  const before = base.workloads[place]!;
  const { requests = before.requests, per = before.per } = {
    requests: changes[requestsPath] as number | undefined,
    per: changes[perPath] as Workload["per"] | undefined,
  };
  return {
    key: requestsPath,
    label: changeLabel(base, requestsPath),
    now: rateWords({ requests, per }),
    was: rateWords(before),
    paths: [requestsPath, perPath],
    field: fieldOf(requestsPath, changes),
  };
}

/** What the variant names, in the order of the fields. A rate is one thing. */
export function changeViews(base: Scenario, index: number): readonly VariantChange[] {
  const named = namedBy(base, index);
  const views = new Map<string, VariantChange>();
  const put = (bare: BareChange) => views.set(bare.key, { ...bare, ...saidOf(bare, effectOf(named, bare.paths)) });
  for (const [path, value] of Object.entries(named.changes)) {
    const item = itemView(base, path, value);
    const rate = /^(workloads\.(\d+))\.(?:requests|per)$/.exec(path);
    if (item) put(item);
    else if (rate) put(rateView(named, rate[1]!, Number(rate[2])));
    else {
      const field = path.split(".").at(-1)!;
      const was = valueText(field, valueIn(base, path));
      const own = { key: path, paths: [path], field: fieldOf(path, named.changes) };
      put({ ...own, label: changeLabel(base, path), now: valueText(field, value), was });
    }
  }
  return [...views.values()];
}

/** What the variant names, with how many changes that is. */
export function changesView(base: Scenario, index: number) {
  const changes = changeViews(base, index);
  const held = changes.filter(({ effect }) => effect !== "differs").length;
  const count = countText(changes.length - held);
  return { changes, count: held > 0 ? `${count}, ${held} held` : count };
}

/** `1 change`. */
export const countText = (count: number): string => (count === 1 ? "1 change" : `${count || "no"} changes`);
