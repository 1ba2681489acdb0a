// npm start: installs and builds what changed since the last time, then serves on PORT or 3000, with as many processes
// as HEADROOM_PROCESSES says; with --dev (npm run dev) it starts the development server instead. Tests and bench import
// the steps. Plain Node without dependencies: this runs on a fresh clone, before anything is installed.
import { spawn } from "node:child_process";
import cluster from "node:cluster";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, constants } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ ok: boolean, code?: number | null, output: string }} Ended how a program ended */
/** @typedef {{ quiet?: boolean, env?: Record<string, string>, shell?: boolean }} Options quiet: hand the output back */

const script = fileURLToPath(import.meta.url);
export const root = dirname(script);
process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Headroom needs Node 20.19 or newer; this is Node ${process.versions.node}.`);

/** The Next command line as an argument of `node`, so that no shell stands in between. */
export const next = "node_modules/next/dist/bin/next";

/** A link with twenty Unicode names is longer than the 16 kB Node reads of a request line by default. */
const nodeOptions = ["--max-http-header-size=65536"];

/** Everything the build reads. What only tests or lint read must not be here: it would cost a rebuild. */
const buildInputs = [
  ...["app", "components", "lib", "public", "instrumentation.ts", "next.config.ts"],
  ...["package-lock.json", "package.json", "postcss.config.mjs", "proxy.ts", "start.mjs", "tsconfig.json"],
];

/** Installs what the lock file names, unless node_modules came of this very lock file. @param {Options} [options] */
export function install(options) {
  const lock = contentHash(["package-lock.json"]);
  // The very npm that started us, where there is one.
  const npm = process.env.npm_execpath ?? "";
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  return unlessDone(
    "node_modules/.installed-lock",
    () => lock,
    () =>
      /npm-cli\.c?js$/.test(npm)
        ? run(process.execPath, [npm, ...args], options)
        : run("npm", args, { ...options, shell: process.platform === "win32" }),
  );
}

/** Builds the site, unless .next holds a build of these very inputs. @param {Options} [options] */
export function build(options) {
  const inputs = contentHash(buildInputs);
  // Next draws a new id for every build, so one made by hand in between is noticed too.
  const stamp = () => `${inputs} ${readOrEmpty(".next/BUILD_ID")}`;
  return unlessDone(".next/built-from", stamp, () => run(process.execPath, [next, "build"], options));
}

/**
 * Does the work unless the file holds the stamp already, and writes the stamp when the work went well.
 * @param {string} file
 * @param {() => string} stamp
 * @param {() => Promise<Ended>} work
 * @returns {Promise<Ended>}
 */
async function unlessDone(file, stamp, work) {
  if (readOrEmpty(file) === stamp()) return { ok: true, output: "" };
  rmSync(file, { force: true });
  const ended = await work();
  if (ended.ok) writeFileSync(file, stamp());
  return ended;
}

/** @param {string} path */
function readOrEmpty(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** @param {string[]} paths files and folders from the root; an absent one is left out */
function contentHash(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesAt)) {
    const content = readFileSync(path);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} the file itself, or every file under the folder, sorted */
function filesAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return [path];
  const names = found?.isDirectory() ? readdirSync(path).sort() : [];
  return names.flatMap((name) => filesAt(`${path}/${name}`));
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
let stopCode = 0;

/**
 * Runs a program to its end and never rejects. A signal to this process goes on to all programs it runs; when the last
 * of them has ended, this process ends.
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, { quiet = false, env = {}, shell = false } = {}) {
  forwardSignals();
  const stdio = quiet ? "pipe" : "inherit";
  const child = spawn(command, args, {
    stdio: ["ignore", stdio, stdio],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    shell,
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve) => {
    const settle = (/** @type {number | null} */ code) => {
      running.delete(child);
      if (stopCode === 0) resolve({ ok: code === 0, code, output });
      else if (running.size === 0) process.exit(stopCode);
    };
    child.on("close", settle);
    child.on("error", (error) => {
      output += `${command}: ${error.message}\n`;
      settle(null);
    });
  });
}

let isForwarding = false;
function forwardSignals() {
  if (isForwarding) return;
  isForwarding = true;
  const end = (/** @type {"SIGINT" | "SIGTERM" | "SIGHUP"} */ signal) => {
    stopCode = 128 + constants.signals[signal];
    if (running.size === 0) process.exit(stopCode);
    for (const child of running) child.kill(signal);
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, end);
  // npm passes a SIGTERM to its shell only, and this process outlives both: a new parent is the sign of it.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || end("SIGTERM"), 250).unref();
}

/** Ends the process with a sentence on stderr. @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}

/** @param {string} text */
function toPort(text) {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(number >= 1 && number <= 65_535)) stop(`PORT is "${text}"; it must be a whole number from 1 to 65535.`);
  return number;
}

/** @param {number} port */
async function requireFreePort(port) {
  const fault = await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });
  if (fault === "EADDRINUSE")
    stop(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`);
  if (fault === "EACCES") stop(`Port ${port} is not open to this user. Choose one above 1023: PORT=3001 npm start`);
  if (fault) stop(`Port ${port} cannot be used: ${fault}.`);
}

/** @param {string} text a whole number, or `all`: one for each core */
function toProcesses(text) {
  const number = text === "all" ? availableParallelism() : /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  if (!(number >= 1 && number <= 64))
    stop(`HEADROOM_PROCESSES is "${text}"; it must be "all" or a whole number from 1 to 64.`);
  return number;
}

/**
 * Serves with so many processes on one port; one that dies is replaced.
 * @param {number} count
 * @param {string[]} args of Next
 */
export function serveWith(count, args) {
  forwardSignals();
  cluster.setupPrimary({ exec: next, execArgv: nodeOptions, args });
  const begin = () => {
    const { process: child } = cluster.fork({ NEXT_TELEMETRY_DISABLED: "1", HEADROOM_PROCESSES: String(count) });
    running.add(child);
    const began = performance.now();
    child.on("exit", () => {
      running.delete(child);
      if (stopCode !== 0) return void (running.size === 0 && process.exit(stopCode));
      // One that cannot start is not started over and over in a loop.
      setTimeout(begin, performance.now() - began < 2000 ? 2000 : 0);
    });
  };
  for (let index = 0; index < count; index++) begin();
}

async function serve() {
  const port = toPort(process.env.PORT || "3000");
  const processes = toProcesses(process.env.HEADROOM_PROCESSES || "1");
  await requireFreePort(port);
  const isDevelopment = process.argv.includes("--dev");
  if (!(await install()).ok) stop("\nnpm ci failed; the reason is above.");
  if (!isDevelopment && !(await build()).ok) stop("\nnext build failed; the reason is above.");
  const args = [isDevelopment ? "dev" : "start", "--port", String(port)];
  if (processes > 1 && !isDevelopment) return serveWith(processes, args);
  process.exit((await run(process.execPath, [...nodeOptions, next, ...args])).code ?? 1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === script) await serve();
