import { expectAccessible } from "@/tests/support/e2e/axe";
import { untilSeen, untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, test } from "@/tests/support/e2e/test";

// Every model beside the scenario: what is the cheapest that fits, and what a press does with it.

const BOT = "v=1&asOf=2026-11-27&tier=4&w=Support+bot:gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000";
const PAGE = `/compare?${BOT}`;
const TABLE = "The scenario on every model and service tier";

test(
  "the finding is the title; a press tries it, and comes back with one step",
  { tag: "@phone" },
  async ({ page }) => {
    await page.goto(PAGE);
    await expect(page).toHaveTitle("gpt-5.6-luna is the cheapest that fits tier 4 · Compare · Headroom");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "gpt-5.6-luna is the cheapest that fits tier 4. It costs $2,295.12 a month, $20,656.08 less than now.",
    );
    await expectAccessible(page);
    // Before its script, a press on it is a plain link.
    await untilTakenOver(page, "main form input");
    await page.getByRole("link", { name: "Try gpt-5.6-luna", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("gpt-5.6-luna, as now, is the cheapest");
    await expect(page).toHaveURL(/w=Support\+bot:gpt-5\.6-luna\+40\/m/);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("$20,656.08 less than now");
    await page.getByRole("button", { name: "Compare as B" }).click();
    await expect(page).toHaveURL(/alt=On\+gpt-5\.6-luna:/);
    await expect(page.getByRole("link", { name: "B beside it on Plan" })).toBeVisible();
  },
);

test(
  "rows are put in order, filtered and found, and their figures have their working",
  { tag: "@desktop" },
  async ({ page }) => {
    await page.goto(PAGE);
    const rows = page.getByRole("table", { name: TABLE }).getByRole("rowheader");
    await untilTakenOver(page, "main form input");
    await untilSeen(
      () => page.mouse.wheel(0, 10),
      (expect) => expect(page.getByRole("region", { name: "Chart" }).locator("svg text").first()).toBeVisible(),
    );
    await page.getByRole("checkbox", { name: "Answers may wait" }).check();
    await expect(rows.first()).toContainText("gpt-5.6-luna");
    await expect(rows.filter({ hasText: "gpt-5.6-luna" })).toHaveCount(4);
    await expect(page).toHaveURL(/&show=yes&sale=yes&reasons=yes&wait=yes$/);
    await page.getByRole("columnheader", { name: "Headroom" }).getByRole("link").click();
    await expect(page.getByRole("columnheader", { name: "Headroom" })).toHaveAttribute("aria-sort", "descending");
    await page.getByRole("searchbox", { name: "Find a model" }).fill("sol");
    await expect(rows.filter({ hasText: "terra" })).toHaveCount(0);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("table", { name: TABLE }).getByRole("button", { name: "$4,590.24" }).click();
    await expect(page.getByRole("dialog")).toContainText("Cost of a month, on gpt-5.6-luna, Fast");
  },
);

test(
  "every figure stands in the HTML without scripts, and the filters are a form",
  { tag: ["@desktop", "@chromium-noscript"] },
  async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(PAGE);
    const html = await page.content();
    for (const figure of ["$2,295.12", "$415,224.00", "+$392,272.80", "$370.11", "0.012×"])
      expect(html).toContain(figure);
    await page.getByRole("checkbox", { name: "On sale in a year" }).uncheck();
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("gpt-5-nano is the cheapest that fits");
    await page.getByRole("link", { name: "Model", exact: true }).click();
    await expect(page).toHaveURL(/sort=model/);
    // How sure and how long the model that is named holds stands in the HTML too.
    await page.goto(`/compare?${BOT.replace("r600", "r600+r300~1500").replace("&w=", "&growth=10/24&w=")}`);
    await expect(page.locator("main")).toContainText(
      /It fits tier.4 in \d+ of \d+ cases today; as entered it holds until \w+.20\d\d, when monthly usage is used up\./,
    );
    await context.close();
  },
);
