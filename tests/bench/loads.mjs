// The first load of a page on a slow phone: how long it keeps the main thread, and how far it moves what is seen.
import { chromium } from "playwright-core";
import { findBrowser } from "../support/e2e/browser.mjs";
import { quantile, round } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

const PAGES = ["/", "/traffic", "/compare", "/import", "/models/o1-mini"];
const RUNS = 5;
const SLOW = 4;
/** A task longer than this blocks, by what is longer. */
const TASK_MS = 50;

/** @param {string} origin @returns {Promise<Row[]>} */
export async function benchLoads(origin) {
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    /** @type {Row[]} */
    const rows = [];
    for (const path of PAGES) {
      const runs = [];
      for (let i = 0; i < RUNS; i++) runs.push(await firstLoad(browser, origin + path));
      const blocked = runs.map((run) => run.blockedMs);
      const shift = round(Math.max(...runs.map((run) => run.shift)), 4);
      rows.push({
        name: `blocking time of ${path}, ${SLOW}x throttled`,
        target: "≤ 150 ms, shift 0",
        min: `${round(Math.min(...blocked), 0)} ms`,
        median: `${round(quantile(blocked, 0.5), 0)} ms`,
        pass: quantile(blocked, 0.5) <= 150 && shift === "0",
        more: `layout shift ${shift}`,
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @returns {Promise<{ blockedMs: number, shift: number }>} from the first paint with content on
 */
async function firstLoad(browser, url) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
    await page.addInitScript(() => {
      const seen = { tasks: /** @type {any[]} */ ([]), shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => seen.tasks.push(...list.getEntries())).observe({ type: "longtask" });
      new PerformanceObserver((list) => {
        for (const entry of /** @type {any[]} */ (list.getEntries())) seen.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(2500);
    return await page.evaluate((task) => {
      const { tasks, shift } = /** @type {any} */ (window).seen;
      const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
      const after = tasks.filter((/** @type {any} */ { startTime, duration }) => startTime + duration > painted);
      const over = (/** @type {any} */ { startTime, duration }) =>
        Math.max(0, Math.min(duration, startTime + duration - painted) - task);
      return {
        blockedMs: after.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + over(one), 0),
        shift,
      };
    }, TASK_MS);
  } finally {
    await context.close();
  }
}
