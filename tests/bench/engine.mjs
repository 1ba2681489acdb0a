// The engine against a price library, and how long a link takes to read.
import { readFileSync } from "node:fs";
import { calcPrice } from "@pydantic/genai-prices";
import { inTurns, quantile, round } from "./measure.mjs";
import { rangedScenarioOf, scenarioOf } from "./scenarios.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

/** @param {any} lib bundled modules @returns {Row[]} */
export function benchEstimate({ estimate, api, scenario }) {
  const input = scenarioOf(20, scenario);
  const timestamp = new Date(input.asOf);
  const calls = input.workloads.map(
    (/** @type {any} */ { model, inputTokens, cachedInputTokens, visibleOutputTokens, reasoningTokens }) => ({
      model,
      usage: {
        input_tokens: inputTokens,
        cache_read_tokens: cachedInputTokens,
        output_tokens: visibleOutputTokens + reasoningTokens,
      },
    }),
  );
  const prices = () => {
    let last;
    for (const { model, usage } of calls) last = calcPrice(usage, model, { providerId: "openai", timestamp });
    if (!last) throw new Error("a price is missing");
    return last;
  };
  const times = inTurns({
    prices,
    estimate: () => estimate.estimate(input),
    json: () => api.toEstimateJson(estimate.estimate(input)),
  });
  return [
    ratio("estimate of 20 workloads ÷ 20 calcPrice calls", "≤ 1", 1, times["estimate"] ?? [], times["prices"] ?? []),
    ratio("the same with the JSON of the API", "", null, times["json"] ?? [], times["prices"] ?? []),
  ];
}

/**
 * Every model in every service tier for 20 workloads, against one bare estimate for each row.
 * @param {any} lib bundled modules @returns {Row[]}
 */
export function benchCompare({ compare, estimate, scenario }) {
  const input = scenarioOf(20, scenario);
  const rows = compare.compareModels(input);
  const times = inTurns(
    {
      bare: () => rows.map((/** @type {any} */ row) => estimate.estimate(compare.scenarioOn(input, row, null))),
      // What is known of one scenario is kept: each time another object.
      compare: () => compare.compareModels({ ...input }),
    },
    { rounds: 40, calls: 2 },
  );
  const [own, base] = [times["compare"] ?? [], times["bare"] ?? []];
  const median = quantile(own, 0.5) / 1000;
  return [
    ratio(`Compare, ${rows.length} rows of 20 workloads ÷ estimates`, "≤ 1.2", 1.2, own, base),
    {
      name: "the same, in one frame",
      target: "≤ 16.7 ms",
      min: `${round(Math.min(...own) / 1000)} ms`,
      median: `${round(median)} ms`,
      pass: median <= 16.7,
    },
  ];
}

/**
 * What ranges make of 20 workloads of which every field is one.
 * @param {any} lib bundled modules @returns {Row[]}
 */
export function benchRanges({ ranges, scenario }) {
  const input = rangedScenarioOf(20, scenario);
  const times = inTurns({ range: () => ranges.rangeOf({ ...input }) }, { rounds: 12, calls: 1 })["range"] ?? [];
  const median = quantile(times, 0.5) / 1000;
  return [
    {
      name: "ranges of 20 workloads, every field one",
      target: "≤ 100 ms",
      min: `${round(Math.min(...times) / 1000)} ms`,
      median: `${round(median)} ms`,
      pass: median <= 100,
    },
  ];
}

/**
 * @param {string} name
 * @param {string} target
 * @param {number | null} most
 * @param {readonly number[]} own
 * @param {readonly number[]} base
 * @returns {Row}
 */
function ratio(name, target, most, own, base) {
  const median = quantile(own, 0.5) / quantile(base, 0.5);
  const more = `${round(quantile(own, 0.5), 0)} µs against ${round(quantile(base, 0.5), 0)} µs`;
  return {
    name,
    target,
    min: round(Math.min(...own) / Math.min(...base)),
    median: round(median),
    pass: most === null ? null : median <= most,
    more,
  };
}

const GOLDEN = readFileSync(new URL("../golden/links.txt", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => line.split(" | ")[1] ?? []);

/** @param {any} lib bundled modules @returns {Row[]} */
export function benchLinks({ link, scenario }) {
  const longest = link.encodeLink(scenarioOf(20, scenario));
  const whole = [...GOLDEN, longest].map((one) => one.slice(1));
  return [read("reading a link, whole", whole, link), read("reading a link, damaged", whole.flatMap(damaged), link)];
}

/** @param {string} name @param {readonly string[]} links @param {any} link @returns {Row} */
function read(name, links, link) {
  for (const one of links) link.decodeLink(one);
  /** @type {number[]} */
  const best = [];
  /** @type {number[]} */
  const all = [];
  for (const one of links) {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      link.decodeLink(one);
      return performance.now() - start;
    });
    best.push(quantile(times, 0.5));
    all.push(...times);
  }
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  const worst = Math.max(...best);
  return {
    name,
    target: "< 5 ms each",
    min: `${round(Math.min(...all), 3)} ms`,
    median: `${round(quantile(all, 0.5), 3)} ms`,
    pass: worst < 5,
    more: `${links.length} links, mean ${round(mean, 3)} ms, worst ${round(worst, 2)} ms`,
  };
}

/**
 * A link cut, doubled, swapped and stuffed, always in the same places.
 * @param {string} one
 * @param {number} seed
 * @returns {string[]}
 */
function damaged(one, seed) {
  let state = seed + 1;
  const below = (/** @type {number} */ most) => (state = (state * 48_271) % 2_147_483_647) % most;
  const stuffing = [
    "&",
    "=",
    "+",
    "%",
    "%ff",
    ",",
    "9".repeat(20),
    "w=",
    "&w=o1",
    "tier=",
    "é",
    " ",
    "&w=".repeat(100),
    "i1 ".repeat(100),
  ];
  return Array.from({ length: 12 }, () => {
    const at = below(one.length);
    const end = at + 1 + below(9);
    const [head, middle, tail] = [one.slice(0, at), one.slice(at, end), one.slice(end)];
    return (
      [
        head + tail,
        head + middle + middle + tail,
        tail + middle + head,
        head + (stuffing[below(stuffing.length)] ?? "") + tail,
      ][below(4)] ?? one
    );
  });
}
