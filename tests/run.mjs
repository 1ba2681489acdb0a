// npm test: installs, builds and runs every check there is; with --no-browser (npm run check) no build and no browser.
// Prints a line for each part as it ends, the output of those that failed, and last the sum: "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, install, next, run } from "../start.mjs";

/** @typedef {{ passed: number, failed: number, skipped?: number, again?: string[] }} Count again: see `passedAgain` */

const withBrowser = !process.argv.includes("--no-browser");
const reports = mkdtempSync(join(tmpdir(), "headroom-"));
const began = performance.now();
const total = { passed: 0, failed: 0 };

// Two cores, so two at a time: what needs no build runs beside the build, then beside the browser.
if (await part("install", () => install({ quiet: true }))) {
  const site = withBrowser ? buildSite() : Promise.resolve(false);
  await Promise.all([site.then((isReady) => isReady && browserTests()), checks(site)]);
}
rmSync(reports, { recursive: true, force: true });
console.log(`${"in all".padEnd(46)}${secondsSince(began)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function buildSite() {
  const isBuilt = await part("build", () => build({ quiet: true }));
  const { ensureBrowsers } = await import("./support/e2e/browser.mjs");
  return (await part("browsers", ensureBrowsers)) && isBuilt;
}

function browserTests() {
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "e2e.json") };
  return part(
    "e2e",
    () => node(["node_modules/@playwright/test/cli.js", "test", "--reporter=dot,json"], env),
    () => {
      const report = readReport("e2e");
      const { stats, errors } = report;
      return {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected + errors.length,
        skipped: stats.skipped,
        again: passedAgain(report),
      };
    },
  );
}

/**
 * Names of the tests that failed once and passed at the second try, each with why it failed.
 * @typedef {{ projectName: string, status: string, results: { error?: { message?: string } }[] }} Run
 * @typedef {{ file: string, line: number, title: string, tests: Run[] }} Spec
 * @typedef {{ suites?: Suite[], specs?: Spec[] }} Suite a part of Playwright’s JSON report
 * @param {Suite} suite
 * @returns {string[]}
 */
function passedAgain({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "flaky")
      .map(({ projectName, results }) => {
        const why = results[0]?.error?.message?.replace(/\x1b\[\d+m/g, "").split("\n") ?? [];
        return [`${projectName} ${file}:${line} ${title}`, ...why.slice(0, 6)].join("\n    ");
      }),
  );
  return [...own, ...suites.flatMap(passedAgain)];
}

/** @param {Promise<unknown>} site the types wait for the build: both write to .next */
async function checks(site) {
  await check("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "."]);
  await check("lint", ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"]);
  await check("exports", ["node_modules/knip/bin/knip.js"]);
  await site;
  await check("types", [next, "typegen"], ["node_modules/typescript/bin/tsc", "--noEmit"]);
  const report = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${join(reports, "vitest.json")}`];
  await part(
    "vitest",
    () => node(["node_modules/vitest/vitest.mjs", "run", ...report]),
    () => {
      const { numPassedTests, numFailedTests, numPendingTests } = readReport("vitest");
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    },
  );
}

/** Runs programs in turn, as one check. @param {string} name @param {string[][]} programs */
function check(name, ...programs) {
  const work = async () => {
    let ended = { ok: true, output: "" };
    for (const program of programs) if (ended.ok) ended = await node(program);
    return ended;
  };
  return part(name, work, (isOk) => ({ passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 }));
}

/** @param {string[]} args @param {Record<string, string>} [env] */
function node(args, env) {
  return run(process.execPath, args, { quiet: true, env: { NO_COLOR: "1", ...env } });
}

/** @param {string} name */
function readReport(name) {
  return JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8"));
}

/**
 * Runs one part and prints its line, and its output where it failed. A part that ends badly without a failed check to
 * show for it counts as one.
 * @param {string} name
 * @param {() => Promise<import("../start.mjs").Ended>} work
 * @param {(isOk: boolean) => Count} [count] without it the part is a mere step
 */
async function part(name, work, count = () => ({ passed: 0, failed: 0 })) {
  const start = performance.now();
  let ended = { ok: false, output: "" };
  /** @type {Count} */
  let { passed, failed, skipped = 0, again = [] } = { passed: 0, failed: 0 };
  try {
    ended = await work();
    ({ passed, failed, skipped = 0, again = [] } = count(ended.ok));
  } catch (error) {
    ended = { ok: false, output: `${ended.output}\n${error instanceof Error ? error.stack : error}` };
  }
  if (!ended.ok && failed === 0) failed = 1;
  total.passed += passed;
  total.failed += failed;
  const sum = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  const done = passed + failed > 0 ? sum : "done";
  console.log(`${name.padEnd(10)}${done.padEnd(36)}${secondsSince(start)}`);
  if (again.length > 0) console.log(`${again.length} passed at the second try\n  ${again.join("\n  ")}`);
  if (failed > 0) console.log(`\n${ended.output.trim()}\n`);
  return ended.ok;
}

/** @param {number} start */
function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
