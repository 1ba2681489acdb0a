// Compare in the page: every model in every service tier for 20 workloads, from a press to the frame that shows it.
import { chromium } from "playwright-core";
import { findBrowser } from "../support/e2e/browser.mjs";
import { quantile, round } from "./measure.mjs";
import { scenarioOf } from "./scenarios.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

const PRESSES = 24;

/**
 * Presses that change all that stands above the fold: another workload moves, so that every row is worked out anew; a
 * filter, of the rows that are there.
 * @param {string} origin @param {any} lib bundled modules @returns {Promise<Row[]>}
 */
export async function benchComparePage(origin, { link, scenario }) {
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(origin + link.encodeLink(scenarioOf(20, scenario), "/compare"), { waitUntil: "load" });
    await page.mouse.move(300, 300);
    await page.waitForTimeout(2500);
    await page.evaluate(observe);
    /** @type {Row[]} */
    const rows = [];
    for (const [name, how] of /** @type {const} */ ([
      ["another workload moves", "workload"],
      ["a filter", "filter"],
    ])) {
      const times = [];
      for (let turn = 0; turn < PRESSES + 6; turn++) {
        const time = await page.evaluate(([of, at]) => /** @type {any} */ (window).benchPress(of, at), [how, turn]);
        if (turn >= 6 && !Number.isNaN(time)) times.push(time);
      }
      const p95 = quantile(times, 0.95);
      rows.push({
        name: `Compare in the page, ${name}`,
        target: "≤ 16.7 ms",
        min: `${round(Math.min(...times), 1)} ms`,
        median: `${round(quantile(times, 0.5), 1)} ms`,
        pass: quantile(times, 0.5) <= 16.7,
        more: `p95 ${round(p95, 1)} ms`,
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** Runs in the page: makes a press, and waits for the work it makes to be done, up to the style and layout of it. */
function observe() {
  const main = /** @type {Element} */ (document.querySelector("main"));
  const settled = (/** @type {number} */ start) =>
    new Promise((resolve) => {
      const watcher = new MutationObserver((changes) => {
        // The rows change in one commit; layout is forced, as the next frame does.
        const isRows = (/** @type {MutationRecord} */ { target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest("table");
        if (!changes.some(isRows)) return;
        main.getBoundingClientRect();
        watcher.disconnect();
        resolve(performance.now() - start);
      });
      watcher.observe(main, { subtree: true, childList: true, characterData: true });
      setTimeout(() => resolve(NaN), 5000);
    });
  Object.assign(window, {
    benchPress: async (/** @type {string} */ how, /** @type {number} */ turn) => {
      const start = performance.now();
      const done = settled(start);
      if (how === "workload") {
        const select = /** @type {HTMLSelectElement} */ (document.querySelector("select[name=workload]"));
        const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set;
        set?.call(select, String(turn % 2));
        select.dispatchEvent(new Event("change", { bubbles: true }));
      } else /** @type {HTMLInputElement} */ (document.querySelector("input[name=wait]")).click();
      const time = await done;
      await new Promise((resolve) => setTimeout(resolve, 250));
      return time;
    },
  });
}
