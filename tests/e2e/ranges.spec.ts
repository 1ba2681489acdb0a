import { expectAccessible } from "@/tests/support/e2e/axe";
import { field, openWorkload, verdict, workload } from "@/tests/support/e2e/planner";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// A mean that nobody has measured is typed as a range; Plan then speaks in shares.

const BOT =
  "/?v=1&asOf=2026-11-27&tier=4&usage=60000&budget=40000&w=Bot:gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000";

test("a range is typed, explained, judged in shares, and undone", async ({ page }) => {
  await openPlanner(page, BOT);
  await expect(verdict(page)).toContainText("Fits tier");
  await openWorkload(page, 0);
  const reasoning = field(page, "Reasoning");
  await reasoning.fill("300 to 2000");
  await expect(verdict(page)).toContainText(/in \d+ of [\d,]+ cases|in all cases/);
  await expect(page).toHaveURL(/r300~2000/);
  await expect(page).toHaveTitle(/cases · \$/);
  await reasoning.blur();
  await expect(reasoning).toHaveValue("300 to 2,000");
  await workload(page, 0).getByText("centre 775").click();
  await expect(workload(page, 0).getByText("You do not know the mean.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Reasoning moves the month’s cost/ })).toBeVisible();
  await expectAccessible(page);
  await workload(page, 0).getByRole("button", { name: "One number: 775" }).click();
  await expect(verdict(page)).not.toContainText("cases");
  await expect(page).toHaveURL(/\+r775\+/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(verdict(page)).toContainText("cases");
  const cap = field(page, "Cap");
  await cap.fill("300 to 2000");
  await expect(page.getByText(/is a range, and one number is asked for/)).toBeVisible();
});

test(
  "a link with ranges says its shares without scripts",
  { tag: ["@desktop", "@chromium-noscript"] },
  async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${BOT.replace("40/m", "32~50/m").replace("r600", "r600+r300~2000")}`);
    await expect(verdict(page)).toContainText(/in \d+ of 10 cases/);
    await expect(page.getByRole("heading", { name: /^Tier.4 fits in/ })).toBeVisible();
    await expect(page.locator('[name="w0.reasoningTokens"]')).toHaveValue("300 to 2,000");
    await context.close();
  },
);
