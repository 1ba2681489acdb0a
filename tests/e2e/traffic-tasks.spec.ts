import { expect, test } from "@playwright/test";
import { chat, expectDone, figure, input, openTraffic } from "../support/e2e/traffic";

test("no task is longer than 50 ms while a million requests run", async ({ page }) => {
  // Eight tries of a million requests each, on a machine with other work.
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
  await openTraffic(page, chat({ horizonMinutes: 1440 }));
  /** The long tasks since the last look. */
  const long = () => page.evaluate(() => (window as unknown as { long: number[] }).long.splice(0));
  // The quietest of some runs: whatever else the machine does makes a task longer, never shorter.
  const worst: number[] = [];
  for (let requests = 700; requests < 708 && !worst.includes(0); requests++) {
    await long();
    await input(page, "Requests").fill(String(requests));
    await expect(figure(page, "Offered")).toHaveText(/^1,0\d\d,\d{3}$/);
    await expectDone(page);
    worst.push(Math.max(0, ...(await long())));
  }
  expect(worst).toContain(0);
});
