// From a key press to the painted figures it changes, in a real page with 20 workloads.
import { chromium } from "playwright-core";
import { findBrowser } from "../support/e2e/browser.mjs";
import { quantile, round } from "./measure.mjs";
import { scenarioOf } from "./scenarios.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

/**
 * One press, in milliseconds from the key event to the frame in which the last of them is new: verdict and
 * head figures; bill, limits and every table; charts. `event` is the browser's own count, to the next paint,
 * in steps of 8.
 * @typedef {{ head: number, tables: number, charts: number, event: number }} Press
 */

const CHARTS = ".charts";

/** @param {string} origin @param {any} lib bundled modules @returns {Promise<Row[]>} */
export async function benchKeys(origin, { link, scenario }) {
  const url = origin + link.encodeLink(scenarioOf(20, scenario));
  /** @type {Row[]} */
  const rows = [];
  for (const [throttle, head, tables, charts] of [
    [1, 16.7, null, null],
    [4, 50, 200, 100],
  ]) {
    const presses = await keyPresses(url, { throttle: throttle ?? 1 });
    const withCharts = await keyPresses(url, { throttle: throttle ?? 1, presses: 20, scrollTo: CHARTS });
    const row = (
      /** @type {string} */ name,
      /** @type {"head" | "tables" | "charts"} */ part,
      /** @type {number | null | undefined} */ most,
    ) => {
      const times = (part === "charts" ? withCharts : presses).map((press) => press[part]).filter((time) => time > 0);
      if (times.length === 0) return;
      const p95 = quantile(times, 0.95);
      rows.push({
        name: `key press to ${name}${throttle === 1 ? "" : `, ${throttle}x throttled`}`,
        target: most ? `p95 ≤ ${most} ms` : "",
        min: `${round(Math.min(...times), 1)} ms`,
        median: `${round(quantile(times, 0.5), 1)} ms`,
        pass: most ? p95 <= most : null,
        more: `p95 ${round(p95, 1)} ms`,
      });
    };
    row("verdict and cost", "head", head);
    row("every table", "tables", tables);
    row("charts in sight", "charts", charts);
  }
  return rows;
}

/**
 * @param {string} url of the planner, with its scenario
 * @param {{ throttle?: number, presses?: number, workload?: number, scrollTo?: string }} [options]
 * @returns {Promise<Press[]>}
 */
export async function keyPresses(url, { throttle = 1, presses = 40, workload = 0, scrollTo } = {}) {
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url, { waitUntil: "load" });
    await openField(page, workload);
    if (scrollTo) {
      await page.locator(scrollTo).first().scrollIntoViewIfNeeded();
      await page.locator(`${scrollTo} svg`).first().waitFor();
      await page.waitForTimeout(1500);
    }
    const session = await page.context().newCDPSession(page);
    await page.evaluate(observe, { charts: CHARTS, quietMs: 150 * throttle });
    for (let i = 0; i < 10; i++) await press(page, i);
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    for (let i = 0; i < 5; i++) await press(page, i);
    const times = [];
    for (let i = 0; i < presses; i++) times.push(await press(page, i));
    return times;
  } finally {
    await browser.close();
  }
}

/**
 * The field for input tokens of one workload, open, with every later part of the page there.
 * @param {import("playwright-core").Page} page
 * @param {number} workload
 */
async function openField(page, workload) {
  // Parts of the page wait for the first sign of a person.
  for (let i = 0; i < 10; i++) {
    await page.mouse.move(300 + i, 300);
    await page.waitForTimeout(100);
  }
  const details = page.locator(`[data-workload="${workload}"]`);
  if (!(await details.evaluate((node) => /** @type {HTMLDetailsElement} */ (node).open)))
    await details.locator("summary").click();
  const field = page.locator(`[data-at="w.${workload}.inputTokens"]`);
  await field.click();
  await page.waitForTimeout(1500);
}

/**
 * Types one digit or takes it back, so that every press changes the figures.
 * @param {import("playwright-core").Page} page
 * @param {number} turn
 * @returns {Promise<Press>}
 */
async function press(page, turn) {
  await page.evaluate(() => /** @type {any} */ (window).benchArm());
  await page.keyboard.press(turn % 2 === 0 ? "7" : "Backspace");
  return page.evaluate(() => /** @type {any} */ (window).benchDone());
}

/**
 * Runs in the page. A change of text is noted with the frame that shows it; done when nothing has changed for
 * a while.
 */
function observe(/** @type {{ charts: string, quietMs: number }} */ { charts, quietMs }) {
  const HEAD = "#say, #verdict dl";
  /** @type {{ start: number, last: number, head: number, tables: number, charts: number, event: number }} */
  let now;
  const painted = (/** @type {() => void} */ then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(0);
    });
  const partOf = (/** @type {Node} */ node) => {
    const element = node instanceof Element ? node : node.parentElement;
    // What is spoken of an edit follows a second later, and nobody sees it.
    if (!element || element.closest("form, aside, [role=status]")) return null;
    return element.closest(charts) ? "charts" : element.closest(HEAD) ? "head" : "tables";
  };
  new MutationObserver((changes) => {
    const press = now;
    if (!press || press.start === 0) return;
    const parts = new Set(changes.map(({ target }) => partOf(target)).filter((part) => part !== null));
    press.last = performance.now();
    for (const part of parts) painted(() => (press[part] = performance.now() - press.start));
  }).observe(/** @type {Element} */ (document.querySelector("main")), {
    subtree: true,
    childList: true,
    characterData: true,
  });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (now && name === "keydown") now.event = Math.max(now.event, duration);
  }).observe(/** @type {any} */ ({ type: "event", durationThreshold: 16 }));
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      if (now?.start === 0) now.start = timeStamp;
    },
    { capture: true },
  );
  Object.assign(window, {
    benchArm: () => (now = { start: 0, last: 0, head: 0, tables: 0, charts: 0, event: 0 }),
    benchDone: () =>
      new Promise((resolve) => {
        const wait = () => {
          if (now.last > 0 && performance.now() - now.last > quietMs) resolve(now);
          else setTimeout(wait, 20);
        };
        wait();
      }),
  });
}
