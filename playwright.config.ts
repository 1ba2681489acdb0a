import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./tests/support/browser.mjs";
import { freePort } from "./tests/support/free-port.mjs";

// The config is read again in every worker process: the port chosen first is the one they all use.
const port = (process.env.E2E_PORT ??= String(await freePort()));

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: findBrowser() ?? {},
    screenshot: "only-on-failure",
    trace: "off",
  },
  projects: [
    {
      name: "desktop-light",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 }, colorScheme: "light" },
    },
    {
      // A time zone and a language that nothing was written for: what leaks from the visitor's machine shows here.
      name: "phone-dark",
      use: {
        ...devices["Pixel 7"],
        viewport: { width: 360, height: 740 },
        colorScheme: "dark",
        locale: "de-DE",
        timezoneId: "Pacific/Chatham",
      },
    },
  ],
  webServer: {
    command: `node node_modules/next/dist/bin/next start --port ${port}`,
    url: `http://localhost:${port}/favicon.svg`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  },
});
