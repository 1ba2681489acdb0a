import { findModel } from "@/lib/catalogue";
import { hasLoneSurrogate } from "@/lib/fields";
import { MODEL_ID, MOST } from "@/lib/scenario";
import { withoutRefused } from "@/lib/scenario/variants";
import type { LinkDraft, RawJson } from "./draft";

/** What takes the place of a required part that could not be read. */
const STAND_IN = { model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000 } as const;

/** The object that holds the last field of a path; `null` where a mend before has taken it away. */
function holderOf(root: RawJson, path: string): [holder: RawJson, field: string] | null {
  const names = path.split(".");
  const field = names.pop()!;
  let holder: unknown = root;
  for (const name of names) holder = (holder as RawJson | undefined)?.[name];
  return typeof holder === "object" && holder !== null ? [holder as RawJson, field] : null;
}

/**
 * Own facts: without a readable model they are dropped, without a readable price the price, of flex or
 * priority that tier's.
 */
function mendOverride({ modelOverrides }: LinkDraft["input"], path: string, holder: RawJson, field: string): void {
  const index = Number(path.split(".")[1]);
  const isPrice = path.includes(".price.");
  const tier = ["flex", "priority"].find((name) => isPrice && field.startsWith(name));
  if (/^modelOverrides\.\d+(\.model)?$/.test(path)) delete modelOverrides[index];
  else if (tier) {
    for (const key of Object.keys(holder)) if (key.startsWith(tier)) delete holder[key];
  } else if (isPrice) delete modelOverrides[index]!["price"];
  else delete holder[field];
}

/** Whether a model that nobody knows can be kept as a custom one, without price and limits; then it is. */
function keptAsCustom({ modelOverrides }: LinkDraft["input"], model: unknown): boolean {
  if (typeof model !== "string" || !MODEL_ID.test(model) || findModel(model)) return false;
  if (modelOverrides.length >= MOST.modelOverrides) return false;
  if (!modelOverrides.some((own) => own["model"] === model)) modelOverrides.push({ model });
  return true;
}

const OF_CHANGES = /^variants\.\d+\.changes(?:\.|$)/;

/** Drops the changes of each variant that the check refused: of these paths, or all of one variant. */
export function mendVariants(variants: RawJson[], refused: readonly string[], all: boolean): void {
  for (const [index, variant] of variants.entries()) {
    const prefix = `variants.${index}.changes`;
    const paths = refused.filter((path) => path === prefix || path.startsWith(`${prefix}.`));
    if (paths.length === 0) continue;
    const isWhole = all || paths.includes(prefix);
    variant["changes"] = isWhole
      ? {}
      : withoutRefused(
          variant["changes"] as RawJson,
          paths.map((path) => path.slice(prefix.length + 1)),
        );
  }
}

/**
 * Puts right what the check refused at `path`: a stand-in takes its place, or it is dropped, with what makes
 * no sense without it.
 */
export function mend(input: LinkDraft["input"], path: string): void {
  const found = holderOf(input, path);
  if (!found || OF_CHANGES.test(path)) return;
  const [holder, field] = found;
  const value = holder[field];
  if (path.startsWith("modelOverrides.")) return mendOverride(input, path, holder, field);
  if (field === "model" && keptAsCustom(input, value)) return;
  // Without a model, a total or an input size there is no backlog.
  if (/^backlog\.(model|total|inputTokens)$/.test(path)) delete input["backlog"];
  else if (/^growth\.(percentPerMonth|months)$/.test(path)) delete input["growth"];
  else if ((field === "name" || field === "title") && typeof value === "string" && !hasLoneSurrogate(value))
    holder[field] = [...value].slice(0, MOST[field]).join("");
  else if (field in STAND_IN) holder[field] = STAND_IN[field as keyof typeof STAND_IN];
  else delete holder[field];
}
