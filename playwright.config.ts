import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./tests/support/e2e/browser.mjs";
import { freePort } from "./tests/support/e2e/free-port.mjs";

// The config is read again in every worker process: the port chosen first is the one they all use.
const port = (process.env.E2E_PORT ??= String(await freePort()));

const desktop = { viewport: { width: 1440, height: 900 }, colorScheme: "light" } as const;
const phone = {
  viewport: { width: 360, height: 740 },
  colorScheme: "dark",
  locale: "de-DE",
  timezoneId: "America/St_Johns",
} as const;

// What a browser may do differently, in `npm test`; FIREFOX=all npx playwright test --project "firefox*" runs every
// test but those that need Chromium: a tag says what of it, and paper, no scripts and no page have files of their own.
const inFirefox = (own: "desktop" | "phone") =>
  process.env.FIREFOX === "all" ? /./ : new RegExp(`@firefox(?!-)|@firefox-${own}`);
const needsChromium = /(api|offline|print|served|size|without-scripts)\.spec/;

/** What a Firefox as it is sold is told when it starts: theme, scrollbars of a phone, a clipboard that may be read. */
const firefox = (window: "desktop" | "phone") => ({
  browserName: "firefox" as const,
  launchOptions: {
    ...findBrowser("firefox"),
    firefoxUserPrefs: {
      "layout.css.prefers-color-scheme.content-override": window === "phone" ? 0 : 1,
      "ui.useOverlayScrollbars": window === "phone" ? 1 : 0,
      "dom.events.testing.asyncClipboard": true,
    },
  },
  // Playwright hides the caret in it by a style that the page’s policy refuses, aloud.
  screenshot: "off" as const,
});

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  // A second try is told of at the end of `npm test`, by name.
  retries: 1,
  workers: 2,
  // Bounds for hangs, not for speed.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    screenshot: "only-on-failure",
    trace: "off",
    // One spec is about it; the others see each page as the server sends it.
    serviceWorkers: "block",
  },
  // What looks or handles differently on a phone is tested on both; the rest on one of them, about as much on each.
  projects: [
    {
      name: "desktop-light",
      testIgnore: /(own-figures|workloads)\.spec/,
      grepInvert: /@phone/,
      use: { ...devices["Desktop Chrome"], ...desktop, launchOptions: findBrowser() ?? {} },
    },
    {
      name: "phone-dark",
      testIgnore: /(api|early|link|offline|served|size|steps|traffic-tasks|typing|without-scripts)\.spec/,
      grepInvert: /@desktop/,
      use: { ...devices["Pixel 7"], ...phone, launchOptions: findBrowser() ?? {} },
    },
    {
      name: "firefox-desktop",
      testIgnore: [needsChromium, /(own-figures|workloads)\.spec/],
      grep: inFirefox("desktop"),
      grepInvert: /@phone|@chromium/,
      use: { ...firefox("desktop"), ...desktop },
    },
    {
      name: "firefox-phone",
      testIgnore: [needsChromium, /(early|link|steps|typing)\.spec/],
      grep: inFirefox("phone"),
      grepInvert: /@desktop|@chromium/,
      use: { ...firefox("phone"), ...phone },
    },
  ],
  webServer: {
    command: `node --max-http-header-size=65536 node_modules/next/dist/bin/next start --port ${port}`,
    url: `http://localhost:${port}/favicon.svg`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    // The server is as far from the browser as it can be: a text that depends on the place differs on hydration.
    env: { NEXT_TELEMETRY_DISABLED: "1", TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8" },
  },
});
