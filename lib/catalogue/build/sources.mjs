// The two packages the catalogue is derived from, read as they are installed: nothing is asked of the
// network.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {Readonly<{
 *   rpm?: number, tpm?: number, batch_queue_limit?: number, rpd?: number, tpd?: number
 * }>} TierLimits
 * @typedef {Readonly<Record<string, TierLimits | null | undefined>>} Tiers
 * @typedef {Readonly<{ name: string, tooltip?: string, rate_limits: Tiers }>} Group
 * @typedef {Readonly<{
 *   name: string, type: string, tagline?: string, description?: string, deprecated?: boolean,
 *   current_snapshot: string, snapshots: string[], compare_prices?: string[], pricing_notes?: string[],
 *   supported_tools?: string[], rate_limits?: Tiers | Group[]
 * }>} Config
 * @typedef {Readonly<{
 *   name: string, performance?: number, latency?: number, modalities?: { input: string[], output: string[] },
 *   supported_features?: string[], supported_endpoints?: string[], context_window?: number,
 *   max_output_tokens?: number, max_input_tokens?: number, knowledge_cutoff?: Date, reasoning_tokens?: boolean,
 *   deprecated?: boolean
 * }>} Spec
 * @typedef {number | Readonly<{ base: number, tiers: { start: number, price: number }[] }>} Amount
 * @typedef {Readonly<Record<string, Amount | undefined>>} PackageAmounts
 * @typedef {Readonly<{ from: string, amounts: PackageAmounts }>} Period
 * @typedef {Readonly<{
 *   id: string, contextWindow: number | undefined, comments: string | undefined, periods: Period[]
 * }>} Priced
 * @typedef {Readonly<{
 *   versions: { limits: string, prices: string }, configs: Config[], specs: Map<string, Spec>, priced: Priced[],
 *   priceOf: (name: string) => Priced | undefined
 * }>} Packages
 */

/** Both packages as installed under `root`. @param {string} root @returns {Promise<Packages>} */
export async function readPackages(root) {
  const folder = (/** @type {string} */ name) => join(root, "node_modules", name);
  const named = (/** @type {string} */ name) =>
    `${name} ${JSON.parse(readFileSync(join(folder(name), "package.json"), "utf8")).version}`;
  const { configs, specs } = await readModels(readFileSync(join(folder("gpt-tokenizer"), "src/models.gen.ts"), "utf8"));

  const { calcPrice, findProvider } = await import(
    pathToFileURL(join(folder("@pydantic/genai-prices"), "dist/index.js")).href
  );
  const priced = /** @type {Priced[]} */ (findProvider({ providerId: "openai" }).models.map(toPriced));
  const byId = new Map(priced.map((one) => [one.id, one]));
  return {
    versions: { limits: named("gpt-tokenizer"), prices: named("@pydantic/genai-prices") },
    configs,
    specs: new Map(specs.map((spec) => [spec.name, spec])),
    priced,
    priceOf: (name) => byId.get(calcPrice({ input_tokens: 1 }, name, { providerId: "openai" })?.model.id),
  };
}

/**
 * The constants of a `models.gen.ts`, its types taken off.
 * @param {string} typescript
 * @returns {Promise<{ configs: Config[], specs: Spec[] }>}
 */
export async function readModels(typescript) {
  const script = typescript
    .replace(/^import type .*$/gm, "")
    .replace(/^export .*$/gm, "")
    .replace(/\} as const satisfies \w+/g, "}");
  const names = (/** @type {string} */ kind) =>
    [...script.matchAll(/^const (\w+) = \{/gm)].flatMap(([, name]) => (name?.endsWith(`_${kind}`) ? [name] : []));
  const lists = `export const configs = [${names("config").join()}];\nexport const specs = [${names("spec").join()}];`;
  const text = `${script}\n${lists}`;
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

/** @param {any} model @returns {Priced} */
function toPriced({ id, context_window, price_comments, prices }) {
  const list = Array.isArray(prices) ? prices : [{ prices }];
  return {
    id,
    contextWindow: context_window,
    comments: price_comments,
    periods: list.map(({ constraint, prices: amounts }) => {
      if (constraint && constraint.type !== "start_date")
        throw new Error(`${id}: a price that depends on ${constraint.type}`);
      return { from: constraint?.start_date ?? "", amounts };
    }),
  };
}

/**
 * The limits of ordinary requests, and the group of long ones where there is one.
 * @param {Config} config
 * @returns {{ standard: Tiers, long?: Group }}
 */
export function limitGroups({ name, rate_limits: limits }) {
  if (!Array.isArray(limits)) return { standard: limits ?? {} };
  const group = (/** @type {string[]} */ ...kinds) => limits.find((one) => kinds.includes(one.name));
  const [standard, long] = [group("Standard", "default"), group("Long Context")];
  if (!standard || limits.some((one) => one !== standard && one !== long))
    throw new Error(`${name}: limits for ${limits.map((one) => one.name).join(", ")}`);
  return { standard: standard.rate_limits, ...(long && { long }) };
}
