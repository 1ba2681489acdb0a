// From a key press to the painted figures it changes, in a real page with 20 workloads.
import { chromium } from "playwright-core";
import { findBrowser } from "../support/e2e/browser.mjs";
import { quantile, round } from "./measure.mjs";
import { rangedScenarioOf, scenarioOf } from "./scenarios.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

/**
 * One press, in milliseconds from the key event to the frame in which the last of them is new: verdict and
 * head figures; bill, limits and every table; charts. `frame` is the longest time between two frames.
 * @typedef {{ head: number, tables: number, charts: number, frame: number }} Press
 */

const CHARTS = 'section[aria-label="Charts"]';

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
      const p95 = quantile(times, 0.95);
      rows.push({
        name: `key press to ${name}${throttle === 1 ? "" : `, ${throttle}x throttled`}`,
        target: most ? `p95 ≤ ${most} ms` : "",
        min: `${round(Math.min(...times), 1)} ms`,
        median: `${round(quantile(times, 0.5), 1)} ms`,
        pass: most ? p95 <= most : null,
        more: times.length > 0 ? `p95 ${round(p95, 1)} ms` : "no press changed it",
      });
    };
    row("verdict and cost", "head", head);
    row("every table", "tables", tables);
    row("charts in sight", "charts", charts);
  }
  rows.push(await rangesRow(origin + link.encodeLink(rangedScenarioOf(20, scenario))));
  return rows;
}

/** The longest frame of each press into a range, while a worker draws its samples. @param {string} url */
async function rangesRow(url) {
  const longest = (await keyPresses(url, { presses: 20, typed: "1", frames: true })).map(({ frame }) => frame);
  const worst = Math.max(...longest);
  return {
    name: "longest frame of a key press into a range",
    target: "≤ 50 ms",
    min: `${round(Math.min(...longest), 1)} ms`,
    median: `${round(quantile(longest, 0.5), 1)} ms`,
    pass: worst <= 50,
    more: `longest of 20 presses ${round(worst, 1)} ms`,
  };
}

/**
 * @param {string} url of the planner, with its scenario
 * @param {{ throttle?: number, presses?: number, typed?: string, scrollTo?: string, frames?: boolean }} [options]
 * @returns {Promise<Press[]>}
 */
export async function keyPresses(url, { throttle = 1, presses = 40, typed = "7", scrollTo, frames = false } = {}) {
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url, { waitUntil: "load" });
    await openField(page);
    if (scrollTo) {
      await page.locator(scrollTo).first().scrollIntoViewIfNeeded();
      await page.locator(`${scrollTo} svg`).first().waitFor();
      await page.waitForTimeout(1500);
    }
    const session = await page.context().newCDPSession(page);
    await page.evaluate(observe, { charts: CHARTS, quietMs: frames ? 600 : 150 * throttle, frames });
    for (let i = 0; i < 10; i++) await press(page, i, typed);
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    for (let i = 0; i < 5; i++) await press(page, i, typed);
    const times = [];
    for (let i = 0; i < presses; i++) times.push(await press(page, i, typed));
    return times;
  } finally {
    await browser.close();
  }
}

/**
 * The field for input tokens of the first workload, open, with every later part of the page there.
 * @param {import("playwright-core").Page} page
 */
async function openField(page) {
  // Parts of the page wait for the first sign of a person.
  for (let i = 0; i < 10; i++) {
    await page.mouse.move(300 + i, 300);
    await page.waitForTimeout(100);
  }
  const details = page.locator('[data-workload="0"]');
  if (!(await details.evaluate((node) => /** @type {HTMLDetailsElement} */ (node).open)))
    await details.locator("summary").click();
  await page.locator('[data-at="w.0.inputTokens"]').click();
  await page.keyboard.press("Home");
  await page.waitForTimeout(1500);
}

/**
 * Types one digit or takes it back, so that every press changes the figures.
 * @param {import("playwright-core").Page} page
 * @param {number} turn
 * @param {string} typed
 * @returns {Promise<Press>}
 */
async function press(page, turn, typed) {
  await page.evaluate(() => /** @type {any} */ (window).benchArm());
  await page.keyboard.press(turn % 2 === 0 ? typed : "Backspace");
  return page.evaluate(() => /** @type {any} */ (window).benchDone());
}

/**
 * Runs in the page. A change of text is noted with the frame that shows it; done when nothing has changed for
 * a while.
 */
function observe(/** @type {{ charts: string, quietMs: number, frames: boolean }} */ { charts, quietMs, frames }) {
  const HEAD = "#say, #verdict dl";
  /** @type {Press & { start: number, last: number }} */
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
  let before = performance.now();
  const tick = (/** @type {number} */ at) => {
    if (now?.start) now.frame = Math.max(now.frame, at - Math.max(before, now.start));
    before = at;
    if (frames) requestAnimationFrame(tick);
  };
  if (frames) requestAnimationFrame(tick);
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      if (now?.start === 0) now.start = timeStamp;
    },
    { capture: true },
  );
  Object.assign(window, {
    benchArm: () => (now = { start: 0, last: 0, head: 0, tables: 0, charts: 0, frame: 0 }),
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
