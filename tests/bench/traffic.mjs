// A whole day at 30,000 requests a minute: in Node, in a worker of a browser, and as the same algorithm in C
// where there is a compiler.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../support/e2e/browser.mjs";
import { bundleText, loadBundle } from "../../lib/catalogue/build/bundle.mjs";
import { quantile, round } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

const ROUNDS = 7;
const MODULES = {
  pools: "lib/simulation/pools",
  run: "lib/simulation/simulate",
  scenario: "lib/scenario",
  random: "lib/random",
};
/** Poisson, every size spread, a client that paces itself, and limits that are met. */
const BODY = {
  usageTier: 5,
  seed: 7,
  workloads: [
    {
      model: "o1-mini",
      requests: 30_000,
      per: "minute",
      inputTokens: 1500,
      visibleOutputTokens: 600,
      reasoningTokens: 900,
      inputP95ToMean: 2.5,
      visibleOutputP95ToMean: 2,
      reasoningP95ToMean: 2,
    },
  ],
};

/** @returns {Promise<Row[]>} */
export async function benchTraffic() {
  const lib = await loadBundle(MODULES);
  const { scenario } = lib.scenario.checkScenario(BODY);
  const pools = lib.pools.poolsOf(scenario);
  const conditions = lib.pools.conditionsOf(scenario);
  const day = () => lib.run.simulate(pools, conditions);
  const c = compile(lib, pools[0], conditions);
  try {
    day();
    /** @type {number[]} */
    const own = [];
    /** @type {number[]} */
    const native = [];
    for (let i = 0; i < ROUNDS; i++) {
      if (c) native.push(c.run().ms);
      const start = performance.now();
      day();
      own.push(performance.now() - start);
    }
    const rows = [times("a day of 43,200,000 requests, Node", "", null, own)];
    if (c) {
      const ratio = quantile(own, 0.5) / quantile(native, 0.5);
      const same = c.run().requests === day().offered;
      rows.push({
        name: "the same ÷ the same in C, -O3",
        target: "≤ 3",
        min: round(Math.min(...own) / Math.min(...native)),
        median: round(ratio),
        pass: ratio <= 3,
        more: `C ${round(quantile(native, 0.5), 0)} ms, ${same ? "as many requests" : "OTHER REQUESTS"}`,
      });
    }
    rows.push(times("the same in a worker of a browser", "< 1,500 ms", 1500, await inWorker()));
    return rows;
  } finally {
    c?.remove();
  }
}

/**
 * @param {string} name
 * @param {string} target
 * @param {number | null} most
 * @param {readonly number[]} all
 * @returns {Row}
 */
function times(name, target, most, all) {
  return {
    name,
    target,
    min: `${round(Math.min(...all), 0)} ms`,
    median: `${round(quantile(all, 0.5), 0)} ms`,
    pass: most === null ? null : quantile(all, 0.5) < most,
  };
}

/**
 * The C program on the very numbers of the other: null without a compiler.
 * @param {any} lib
 * @param {any} pool
 * @param {any} conditions
 */
function compile({ random }, { traffic, limits }, { seed, horizonMinutes }) {
  const folder = mkdtempSync(join(tmpdir(), "headroom-c-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const program = join(folder, "traffic");
  const source = fileURLToPath(new URL("traffic.c", import.meta.url));
  if (
    !["cc", "gcc", "clang"].some(
      (compiler) => spawnSync(compiler, ["-O3", "-o", program, source, "-lm"], { stdio: "ignore" }).status === 0,
    )
  )
    return void remove();
  const [{ perMinute, charging }] = traffic;
  const state = (/** @type {number} */ stream) => [...new random.Random(seed, stream).state];
  const input = [
    perMinute,
    horizonMinutes,
    limits.rpm,
    limits.tpm,
    limits.windowSeconds,
    ...state(0),
    ...state(1),
    ...charging.input,
    ...charging.visible,
    ...charging.whole,
  ].join(" ");
  const run = () => {
    const [requests, , , , ms] = execFileSync(program, { input, encoding: "utf8" }).split(" ").map(Number);
    return { requests: requests ?? NaN, ms: ms ?? NaN };
  };
  return { run, remove };
}

const WORKER = `import { pools, run, scenario } from "/lib.js";
onmessage = ({ data }) => {
  const { scenario: asked } = scenario.checkScenario(data);
  const start = performance.now();
  run.simulate(pools.poolsOf(asked), pools.conditionsOf(asked));
  postMessage(performance.now() - start);
};
postMessage(0);`;

/** Milliseconds of each day but the first in a worker of its own. @returns {Promise<number[]>} */
async function inWorker() {
  const code = await bundleText(MODULES);
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    const page = await browser.newPage();
    await page.route("**/*", (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill(
        pathname === "/"
          ? { contentType: "text/html", body: "<!doctype html>" }
          : { contentType: "text/javascript", body: pathname === "/lib.js" ? code : WORKER },
      );
    });
    await page.goto("http://bench.localhost/");
    return await page.evaluate(
      async ({ body, rounds }) => {
        const worker = new Worker("/worker.js", { type: "module" });
        const heard = () =>
          new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message));
          });
        await heard();
        const all = [];
        for (let i = 0; i <= rounds; i++) {
          const done = heard();
          worker.postMessage(body);
          all.push(await done);
        }
        return all.slice(1);
      },
      { body: BODY, rounds: ROUNDS },
    );
  } finally {
    await browser.close();
  }
}
