// Which browsers the tests drive, and how to get one where there is none.
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, firefox } from "playwright-core";
import { run } from "../../../start.mjs";

/**
 * @typedef {"chromium" | "firefox"} BrowserName
 * @typedef {{ executablePath?: string, channel?: string }} LaunchOptions empty for Playwright’s own
 */

const kinds = {
  chromium: {
    title: "Chromium",
    type: chromium,
    variable: "CHROMIUM_PATH",
    // The shell first: it draws without a window, in less than half the time.
    programs: ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    ownFolder: "chromium_headless_shell-",
    install: ["chromium", "--only-shell"],
    packages: ["chromium-headless-shell", "chromium"],
    options: {},
  },
  firefox: {
    title: "Firefox",
    type: firefox,
    variable: "FIREFOX_PATH",
    programs: ["firefox-esr", "firefox"],
    places: ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
    ownFolder: "firefox-",
    install: ["firefox"],
    packages: ["firefox-esr"],
    // A Firefox as it is sold speaks WebDriver BiDi, Playwright’s own a protocol of Playwright.
    options: { channel: "moz-firefox" },
  },
};

/**
 * Finds a browser to launch: that of CHROMIUM_PATH or FIREFOX_PATH, then Playwright’s own, then one of the system.
 * @param {BrowserName} name
 * @returns {LaunchOptions | null} null where there is none
 */
export function findBrowser(name = "chromium") {
  const { variable, programs, places, options } = kinds[name];
  const chosen = process.env[variable];
  if (chosen) return { ...options, executablePath: chosen };
  if (hasOwn(name)) return {};
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = [...programs.flatMap((program) => folders.map((folder) => join(folder, program))), ...places];
  const executablePath = paths.find((path) => existsSync(path));
  return executablePath ? { ...options, executablePath } : null;
}

/**
 * Finds both browsers, and installs first what is missing.
 * @returns {Promise<{ ok: boolean, output: string }>} `output` says what to do when nothing worked
 */
export async function ensureBrowsers() {
  const ended = [await ensureBrowser("chromium"), await ensureBrowser("firefox")];
  return { ok: ended.every(({ ok }) => ok), output: ended.map(({ output }) => output).join("\n") };
}

/** @param {BrowserName} name */
async function ensureBrowser(name) {
  const { title, variable, install, packages } = kinds[name];
  const chosen = process.env[variable];
  if (chosen && !existsSync(chosen))
    return { ok: false, output: `${variable} is ${chosen}, and there is no such file.` };
  if (findBrowser(name)) return { ok: true, output: "" };

  const cli = "node_modules/playwright-core/cli.js";
  const hasApt = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const attempts = [await run(process.execPath, [cli, "install", ...install], { quiet: true })];
  if (hasApt && findBrowser(name) && (await whyNotStarted(name)))
    attempts.push(await run(process.execPath, [cli, "install-deps", name], { quiet: true }));
  if (hasApt && !findBrowser(name)) {
    const apt = (/** @type {string[]} */ ...args) =>
      run("apt-get", args, { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
    attempts.push(await apt("update"));
    for (const wanted of packages)
      if (!findBrowser(name)) attempts.push(await apt("install", "--yes", "--no-install-recommends", wanted));
  }
  const fault = findBrowser(name) ? await whyNotStarted(name) : `No ${title} was found or could be installed.`;
  if (!fault) return { ok: true, output: "" };
  const log = attempts.map(({ output }) => output.trim().split("\n").slice(-5).join("\n"));
  const advice = `Set ${variable} to one, or run: npx playwright install --with-deps ${name}`;
  return { ok: false, output: [`${fault} ${advice}`, ...log].join("\n") };
}

/**
 * Why the browser that was installed just now does not start, such as a library it lacks; empty where it does.
 * @param {BrowserName} name
 */
async function whyNotStarted(name) {
  try {
    await (await kinds[name].type.launch(findBrowser(name) ?? {})).close();
    return "";
  } catch (error) {
    return `${kinds[name].title} was installed, and does not start: ${error instanceof Error ? error.message : error}`;
  }
}

/**
 * Whether the browser of exactly this Playwright is there. Of Chromium that is the headless shell; Playwright names
 * only the path of the whole one.
 * @param {BrowserName} name
 */
function hasOwn(name) {
  const { type, ownFolder } = kinds[name];
  const [named, revision] = new RegExp(`${name}-(\\d+)`).exec(type.executablePath()) ?? [];
  if (!named || !revision) return false;
  const [before = ""] = type.executablePath().split(named);
  const folder = join(before, `${ownFolder}${revision}`);
  return existsSync(folder) && readdirSync(folder).includes("INSTALLATION_COMPLETE");
}
