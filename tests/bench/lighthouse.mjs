// Lighthouse, where it is installed: it is too heavy to come with the project.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../support/e2e/browser.mjs";
import { freePort } from "../support/e2e/free-port.mjs";
import { quantile } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

const CATEGORIES = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };

/** @param {string} origin @param {readonly string[]} paths @returns {Promise<Row[]>} */
export async function benchLighthouse(origin, paths) {
  const found = findLighthouse();
  if (!found)
    return [
      {
        name: "Lighthouse",
        target: "≥ 95, 100, 100, 100",
        min: "–",
        median: "–",
        pass: null,
        more: "not installed: LIGHTHOUSE=<folder it is installed in> names one",
      },
    ];
  const { default: lighthouse, desktopConfig } = await import(found);
  /** @type {Row[]} */
  const rows = [];
  for (const path of paths) {
    for (const [preset, config] of [
      ["phone", undefined],
      ["desktop", desktopConfig],
    ]) {
      /** @type {any[]} */
      const runs = [];
      for (let i = 0; i < 3; i++) {
        const port = await freePort();
        const browser = await chromium.launch({ ...findBrowser(), args: [`--remote-debugging-port=${port}`] });
        try {
          const { lhr } = await lighthouse(
            origin + path,
            { port, logLevel: "error", onlyCategories: Object.keys(CATEGORIES) },
            config,
          );
          runs.push(lhr);
        } finally {
          await browser.close();
        }
      }
      const scores = Object.keys(CATEGORIES).map((id) =>
        runs.map((run) => Math.round((run.categories[id].score ?? 0) * 100)),
      );
      const missing = new Set(
        runs.flatMap((run) =>
          Object.keys(CATEGORIES)
            .slice(1)
            .flatMap((id) =>
              run.categories[id].auditRefs
                .filter(
                  (/** @type {any} */ { id: audit, weight }) =>
                    weight > 0 && run.audits[audit].score !== null && run.audits[audit].score < 1,
                )
                .map((/** @type {any} */ ref) => ref.id),
            ),
        ),
      );
      const medians = scores.map((values) => quantile(values, 0.5));
      rows.push({
        name: `Lighthouse ${path}, ${preset}`,
        target: Object.values(CATEGORIES).join(" "),
        min: scores.map((values) => Math.min(...values)).join(" "),
        median: medians.join(" "),
        pass: medians.every((score, index) => score >= (Object.values(CATEGORIES)[index] ?? 0)),
        more: missing.size > 0 ? [...missing].join(", ") : "",
      });
    }
  }
  return rows;
}

/** @returns {string | null} */
function findLighthouse() {
  for (const from of [
    process.env.LIGHTHOUSE ? pathToFileURL(`${process.env.LIGHTHOUSE}/`).href : null,
    import.meta.url,
  ]) {
    try {
      if (from) return pathToFileURL(createRequire(from).resolve("lighthouse")).href;
    } catch {
      // Not there.
    }
  }
  return null;
}
