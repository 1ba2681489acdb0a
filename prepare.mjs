// Brings node_modules and .next up to date with the tree, and does nothing where they already are.
// Plain Node without dependencies: it runs on a fresh clone, before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

const oldestNode = { major: 20, minor: 19 };
const installStamp = "node_modules/.installed-lock";
const buildStamp = ".next/built-from.json";

/** Everything the build reads. A file that only tests or lint read must not be here: it would cost a rebuild. */
const buildInputs = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "prepare.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** The Next command line as arguments for `node`, so that no shell stands between us and it. */
export const next = "node_modules/next/dist/bin/next";

/** Ends the process with a sentence on stderr. @param {string} message @returns {never} */
export function stop(message) {
  console.error(message);
  process.exit(1);
}

/** Refuses a Node that Next does not run on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
    stop(
      `Headroom needs Node ${oldestNode.major}.${oldestNode.minor} or newer; this is Node ${process.versions.node}.`,
    );
  }
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
let stopCode = 0;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => endAll(signal));

// npm passes a SIGTERM to its shell only, and we outlive both: an unexpected new parent is the sign of it.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || endAll("SIGTERM"), 250).unref();
}

/** @param {"SIGINT" | "SIGTERM" | "SIGHUP"} signal */
function endAll(signal) {
  stopCode = 128 + constants.signals[signal];
  if (running.size === 0) process.exit(stopCode);
  for (const child of running) child.kill(signal);
}

/**
 * Runs a program to its end. A signal to this process goes on to all such programs; when the last has ended, so do we.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string>, shell?: boolean }} [options] `quiet` keeps its output to hand it back
 * @returns {Promise<{ ok: boolean, code: number | null, output: string }>} never rejects
 */
export function run(command, args, { quiet = false, env = {}, shell = false } = {}) {
  const stdio = quiet ? "pipe" : "inherit";
  const child = spawn(command, args, {
    stdio: ["ignore", stdio, stdio],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    shell,
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => (output += text));
  }
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

/** Runs npm, by the very copy that started us where there is one. @param {string[]} args @param {{ quiet?: boolean }} [options] */
function npm(args, options) {
  const own = process.env.npm_execpath ?? "";
  return /npm-cli\.c?js$/.test(own)
    ? run(process.execPath, [own, ...args], options)
    : run("npm", args, { ...options, shell: process.platform === "win32" });
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
  if (found?.isDirectory())
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesAt(`${path}/${name}`));
  return found?.isFile() ? [path] : [];
}

/** @param {string} path */
const readOrEmpty = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

/**
 * Installs what the lock file names, unless that very lock file is what node_modules was installed from.
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, fresh: boolean, output: string }>} `fresh` when nothing had to be done
 */
export async function install(options) {
  const wanted = contentHash(["package-lock.json"]);
  if (readOrEmpty(installStamp) === wanted) return { ok: true, fresh: true, output: "" };
  const { ok, output } = await npm(["ci", "--include=dev"], options);
  if (ok) writeFileSync(installStamp, wanted);
  return { ok, fresh: false, output };
}

/**
 * Builds the site, unless .next holds a build of exactly these inputs. Next draws a new build id every time, so
 * a build made by hand in between is noticed too.
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, fresh: boolean, output: string }>} `fresh` when nothing had to be done
 */
export async function build(options) {
  const stamp = () => JSON.stringify({ inputs, buildId: readOrEmpty(".next/BUILD_ID") });
  const inputs = contentHash(buildInputs);
  if (existsSync(".next/BUILD_ID") && readOrEmpty(buildStamp) === stamp()) return { ok: true, fresh: true, output: "" };
  rmSync(buildStamp, { force: true });
  const { ok, output } = await run(process.execPath, [next, "build"], options);
  if (ok) writeFileSync(buildStamp, stamp());
  return { ok, fresh: false, output };
}
