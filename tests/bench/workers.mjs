// The other tiers, policies and windows of a day on Traffic: on two workers, and on the one of a machine with one core.
import { chromium } from "playwright-core";
import { findBrowser } from "../support/e2e/browser.mjs";
import { quantile, round } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

const ROUNDS = 3;
/** 25.9 million requests a run: more than are run without a press. */
const DAY = "/traffic?v=1&asOf=2026-11-23&tier=5&w=Chat:o1-mini+18000/m+x2.5+i1500+v600+r900";

/** @param {string} origin @returns {Promise<Row[]>} */
export async function benchWorkers(origin) {
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    const [one, two] = [await openDay(browser, origin, 1), await openDay(browser, origin, 2)];
    /** @type {{ one: number, two: number }[]} */
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++) rounds.push({ one: await runOthers(one), two: await runOthers(two) });
    const ratios = rounds.map(({ one, two }) => two / one);
    const seconds = (/** @type {"one" | "two"} */ of) =>
      `${round(
        quantile(
          rounds.map((each) => each[of]),
          0.5,
        ) / 1000,
        1,
      )} s`;
    return [
      {
        name: "seven runs side by side, two workers ÷ one",
        target: "≤ 0.6",
        min: round(Math.min(...ratios)),
        median: round(quantile(ratios, 0.5)),
        pass: quantile(ratios, 0.5) <= 0.6,
        more: `${seconds("two")} against ${seconds("one")}; four rounds of two are 0.57`,
      },
    ];
  } finally {
    await browser.close();
  }
}

/** @param {import("playwright-core").Browser} browser @param {string} origin @param {number} cores */
async function openDay(browser, origin, cores) {
  const page = await browser.newPage();
  await page.addInitScript(
    (cores) => Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => cores }),
    cores,
  );
  await page.goto(origin + DAY, { waitUntil: "load" });
  return page;
}

/**
 * Presses for the other runs: milliseconds until all columns have their figures. Then another day, for the next time.
 * @param {import("playwright-core").Page} page
 */
async function runOthers(page) {
  const button = page.getByRole("button", { name: "Run the other tiers too" });
  await button.waitFor({ timeout: 120_000 });
  const ms = await button.evaluate(
    (button) =>
      new Promise((resolve) => {
        const isWaiting = () =>
          [...document.querySelectorAll("#tiers td, #policies td, #windows td")].some(
            (cell) => cell.textContent === "…",
          );
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (isWaiting()) return;
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(/** @type {Element} */ (document.querySelector("main")), {
          subtree: true,
          childList: true,
          characterData: true,
        });
        /** @type {HTMLElement} */ (button).click();
      }),
  );
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "Another seed" }).click();
  return /** @type {number} */ (ms);
}
