// npm test: installs, builds and runs every check there is. With --no-browser (npm run check): no build and no browser.
// Prints a line for each part as it ends, the output of those that failed, and last the sum: "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { build, install, next, requireNode, root, run } from "../prepare.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ ok: boolean, output: string }} Ended */

requireNode();
const withBrowser = !process.argv.includes("--no-browser");
const reports = mkdtempSync(join(tmpdir(), "headroom-"));
const began = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const lines = [];

if (await part("install", () => install({ quiet: true }))) {
  // Two cores: what needs no build runs beside the build; the browser then has the machine to itself.
  const [ready] = await Promise.all([
    withBrowser ? site() : types(),
    part("lint", lint, oneCheck("lint")).then(vitest),
  ]);
  if (withBrowser && ready) await part("e2e", playwright, playwrightCounts);
}
rmSync(reports, { recursive: true, force: true });

if (total.failed > 0) console.log(`\n${lines.join("\n")}`);
console.log(`${"in all".padEnd(44)}${seconds(began)}`);
console.log(sentence(total));
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** Everything the browser tests need. The types come after the build: both write to .next. */
async function site() {
  const built = await part("build", () => build({ quiet: true }));
  await types();
  const browser = await part("browser", async () => (await import("./support/e2e/browser.mjs")).ensureBrowser());
  return built && browser;
}

function types() {
  return part(
    "types",
    async () => {
      const generated = await node(next, "typegen");
      return generated.ok ? node("node_modules/typescript/bin/tsc", "--noEmit") : generated;
    },
    oneCheck("types"),
  );
}

function lint() {
  return node("node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0");
}

function vitest() {
  const report = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${join(reports, "vitest.json")}`];
  return part("vitest", () => node("node_modules/vitest/vitest.mjs", "run", ...report), vitestCounts);
}

function playwright() {
  return run(
    process.execPath,
    ["node_modules/@playwright/test/cli.js", "test", "--pass-with-no-tests", "--reporter=dot,json"],
    {
      quiet: true,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "playwright.json") },
    },
  );
}

/** @param {string[]} args */
function node(...args) {
  return run(process.execPath, args, { quiet: true, env: { NO_COLOR: "1" } });
}

/**
 * Runs one part, prints its lines, and its output where it failed. A part that ends badly without one failed check
 * to show for it has crashed, and counts as one.
 * @param {string} name
 * @param {() => Promise<Ended>} work
 * @param {(ended: Ended) => Record<string, Count>} [count] its checks by the name of their line; without it the part is a mere step
 * @returns {Promise<boolean>} whether it ended well
 */
async function part(name, work, count = () => ({})) {
  const start = performance.now();
  let ended = { ok: false, output: "" };
  /** @type {Record<string, Count>} */
  let counts = {};
  try {
    ended = await work();
    counts = count(ended);
  } catch (error) {
    ended = { ok: false, output: `${ended.output}\n${error instanceof Error ? error.stack : error}` };
  }
  if (!ended.ok && !Object.values(counts).some(({ failed }) => failed > 0)) counts[name] = { ...nothing(), failed: 1 };

  if (Object.keys(counts).length === 0) counts[name] = nothing();

  for (const [label, each] of Object.entries(counts)) {
    for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += each[key];
    const done = each.passed + each.failed + each.skipped > 0 ? sentence(each) : "done";
    lines.push(`${label.padEnd(10)}${done.padEnd(34)}${seconds(start)}`);
    console.log(lines.at(-1));
  }
  if (!ended.ok) console.log(`\n${ended.output.trim()}\n`);
  return ended.ok;
}

/** A part that is one check, whatever it finds. @param {string} name @returns {(ended: Ended) => Record<string, Count>} */
function oneCheck(name) {
  return ({ ok }) => ({ [name]: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 } });
}

/** The vitest files by their folder under tests. A file that could not be loaded is one failed test. */
function vitestCounts() {
  /** @type {Record<string, Count>} */
  const counts = {};
  const { testResults } = readReport("vitest.json");
  for (const { name, status, assertionResults } of testResults) {
    const [, folder = "vitest"] = relative(root, name).split(sep);
    const count = (counts[folder] ??= nothing());
    /** @type {(wanted: string) => number} */
    const having = (wanted) =>
      assertionResults.filter((/** @type {{ status: string }} */ test) => test.status === wanted).length;
    const [passed, failed] = [having("passed"), having("failed")];
    count.passed += passed;
    count.failed += failed || (status === "failed" ? 1 : 0);
    count.skipped += assertionResults.length - passed - failed;
  }
  return counts;
}

function playwrightCounts() {
  const { stats, errors } = readReport("playwright.json");
  return {
    e2e: { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped },
  };
}

/** @param {string} name */
function readReport(name) {
  return JSON.parse(readFileSync(join(reports, name), "utf8"));
}

/** @returns {Count} */
function nothing() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/** @param {Count} count */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
