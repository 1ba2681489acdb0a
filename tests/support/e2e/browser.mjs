// Which Chromium the tests drive, and how to get one where there is none.
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { run } from "../../../start.mjs";

// The shell first: it draws without a window, in less than half the time.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const systemPaths = [
  ...names.flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a Chromium to launch: CHROMIUM_PATH, then Playwright's own, then one of the system.
 * @returns {{ executablePath?: string } | null} launch options, empty for Playwright's own; null where there is none
 */
export function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen };
  if (hasOwnBrowser()) return {};
  const executablePath = systemPaths.find((path) => existsSync(path));
  return executablePath ? { executablePath } : null;
}

/**
 * Finds a Chromium, and installs one first where there is none.
 * @returns {Promise<{ ok: boolean, output: string }>} `output` says what to do when nothing worked
 */
export async function ensureBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen))
    return { ok: false, output: `CHROMIUM_PATH is ${chosen}, and there is no such file.` };
  if (findBrowser()) return { ok: true, output: "" };

  const attempts = [
    await run(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium", "--only-shell"], {
      quiet: true,
    }),
  ];
  if (!findBrowser() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const apt = (/** @type {string[]} */ ...args) =>
      run("apt-get", args, { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
    attempts.push(await apt("update"));
    for (const name of ["chromium-headless-shell", "chromium"]) {
      if (!findBrowser()) attempts.push(await apt("install", "--yes", "--no-install-recommends", name));
    }
  }
  if (findBrowser()) return { ok: true, output: "" };
  const log = attempts.map(({ output }) => output.trim().split("\n").slice(-5).join("\n"));
  return {
    ok: false,
    output: [
      "No Chromium was found or could be installed. Set CHROMIUM_PATH to one, or run: npx playwright install chromium",
      ...log,
    ].join("\n"),
  };
}

/**
 * Whether the headless Chromium of exactly this Playwright is there; Playwright names only the path of the
 * headed one.
 */
function hasOwnBrowser() {
  const revision = /chromium-(\d+)/.exec(chromium.executablePath())?.[0];
  if (!revision) return false;
  const [before = ""] = chromium.executablePath().split(revision);
  const folder = join(before, revision.replace("chromium-", "chromium_headless_shell-"));
  return existsSync(folder) && readdirSync(folder).includes("INSTALLATION_COMPLETE");
}
