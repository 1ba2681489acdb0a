// What the derived cards hold: the model’s own page, as gpt-tokenizer or an established page has it.
import { listed, maxInputOf, pageOf } from "./derive.mjs";
import { CHECKED_IDS, ESTABLISHED } from "./hand-kept.mjs";
import { limitGroups } from "./sources.mjs";

/**
 * @import { Config, Packages, Spec, TierLimits } from "./sources.mjs"
 * @import { Established } from "./hand-kept.mjs"
 * @import { DerivedCard } from "@/lib/cards/expand"
 */

const KNOWN = new Set([...CHECKED_IDS, ...ESTABLISHED.map(({ id }) => id)]);

/** One card for each derived model. @param {Packages} packages @returns {DerivedCard[]} */
export function deriveCards(packages) {
  return ESTABLISHED.map((known) => {
    const found = pageOf(packages, known);
    return found ? fromPackage(packages, known, found) : fromPage(packages, known);
  });
}

/**
 * @param {Packages} packages
 * @param {Established} known
 * @param {{ config: Config, spec: Spec }} found
 * @returns {DerivedCard}
 */
function fromPackage(packages, known, found) {
  const { config, spec } = found;
  const { id, ended, inputOnly } = known;
  const features = [
    ...new Set([
      ...(spec.supported_features ?? []),
      ...(config.supported_tools ?? []).filter((tool) => tool === "function_calling"),
    ]),
  ];
  const recommended = /** @type {{ point_to?: string }} */ (config).point_to;
  const notes = [...(config.pricing_notes ?? []).map(plain), ...freeLimits(limitGroups(config).standard)];
  const maxInput = maxInputOf(known, found);
  return {
    id,
    tagline: plain(config.tagline ?? config.name),
    advice: inputOnly?.advice ?? firstSentence(config.description ?? ""),
    ...(spec.performance && spec.latency && { rated: /** @type {const} */ ([spec.performance, spec.latency]) }),
    ...(spec.reasoning_tokens && { reasons: true }),
    ...(inputOnly && { inputOnly: true }),
    cutoff: inputOnly?.cutoff ?? (spec.knowledge_cutoff ?? new Date(NaN)).toISOString().slice(0, 10),
    ...(maxInput && { maxInput }),
    ...(maxInput && known.maxInput && { maxInputByOthers: true }),
    ...(spec.modalities?.input.includes("image") && { image: true }),
    endpoints: (spec.supported_endpoints ?? []).join(" "),
    features: features.join(" "),
    peers: peers(packages, id, config.compare_prices ?? []),
    ...(recommended && recommended !== id && KNOWN.has(recommended) && { recommended }),
    ...((config.deprecated || spec.deprecated) && { deprecated: true }),
    ...(ended && { ended }),
    ...(notes.length > 0 && { notes }),
  };
}

/** @param {Packages} packages @param {Established} known @returns {DerivedCard} */
function fromPage(packages, known) {
  const { id, page } = known;
  if (!page) throw new Error(`${id}: no page`);
  const family = ESTABLISHED.flatMap((one) => (one.page && one.id !== id ? [one.id] : []));
  return {
    id,
    tagline: page.tagline,
    advice: page.advice,
    reasons: true,
    cutoff: page.cutoff,
    maxInput: page.maxInputTokens,
    image: true,
    endpoints: page.endpoints.join(" "),
    features: page.features.join(" "),
    peers: peers(packages, id, family),
    page: true,
  };
}

/**
 * This model and those its page compares it with, dearest input first.
 * @param {Packages} packages
 * @param {string} id
 * @param {string[]} others
 */
function peers({ priceOf }, id, others) {
  const input = (/** @type {string} */ name) => {
    const amounts = priceOf(name)?.periods.at(-1)?.amounts;
    return Number(
      amounts
        ? listed(name, amounts).standard[0]
        : ESTABLISHED.find((one) => one.id === name)?.rows?.at(-1)?.standard?.[0],
    );
  };
  return [...new Set([id, ...others])]
    .filter((name) => KNOWN.has(name))
    .sort((a, b) => input(b) - input(a) || (a < b ? -1 : 1))
    .join(" ");
}

/** Limits on the Free tier, which no estimate uses. @param {ReturnType<typeof limitGroups>["standard"]} standard */
function freeLimits({ free }) {
  const { rpm, tpm, rpd } = /** @type {TierLimits} */ (free ?? {});
  if (!rpm || !tpm || !rpd) return [];
  const [requests, tokens, daily] = [rpm, tpm, rpd].map((limit) => limit.toLocaleString("en"));
  return [
    `OpenAI’s page has limits on Free too, not planned with here: ${requests} requests and ${tokens} tokens a minute, ${daily} requests a day.`,
  ];
}

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, " ").trim();

/** The first sentence that names no placeholder. @param {string} description */
function firstSentence(description) {
  const sentences = plain(description).split(/(?<=[.!])\s+(?=[A-Z])/);
  return (
    sentences.find((sentence) => sentence && !sentence.includes("{{"))?.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1") ??
    "OpenAI’s page says no more."
  );
}
