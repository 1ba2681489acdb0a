import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/axe";
import { monthCost, verdict, words } from "@/tests/support/e2e/planner";
import { untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// B beside A: made by a press, edited in the same editor, carried by the link.

const BOT = "?v=1&asOf=2026-11-27&title=Bot&tier=4&w=gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000";
const strip = (page: Page) => page.getByRole("region", { name: "Variants side by side" });
const TWO = `${BOT}&alt=On+luna:w0+on+gpt-5.6-luna&alt=Twice:w0+80/`;

test(
  "twice the traffic is made by a press, edited, undone by the change, and carried by the link",
  { tag: "@desktop" },
  async ({ page }) => {
    await openPlanner(page, `/${BOT}`);
    await page.getByText("Compare with…").click();
    await page.getByRole("link", { name: "Twice the traffic" }).click();
    await expect(strip(page).getByRole("button", { name: /^Show and edit B/ })).toBeFocused();
    await expect(verdict(page)).toContainText(words("B: Does not fit tier 4."));
    await expect(monthCost(page)).toHaveText("$45,902.40");
    await page.getByRole("radio", { name: "Tier 5", exact: true }).check();
    await expect(verdict(page)).toContainText(words("B: Fits tier 5."));
    const variant = page.getByRole("region", { name: "The variant being edited" });
    await expect(variant).toContainText("B: 2 changes. All else follows the base.");
    await expect(page).toHaveURL(/&tier=4&.*&alt=Twice\+the\+traffic:/);
    await expectAccessible(page, "#variants");
    await expectAccessible(page, "form[aria-label=Scenario]");

    // By keys alone: what goes with its press gives the focus on.
    await page.getByRole("button", { name: "Requests as the base has it, 40 a minute" }).first().press("Enter");
    await expect(page.getByRole("button", { name: "Usage tier as the base has it, 4" }).first()).toBeFocused();
    await expect(monthCost(page)).toHaveText("$22,951.20");
    await expect(variant).toContainText("B: 1 change.");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(monthCost(page)).toHaveText("$45,902.40");

    await variant.getByRole("button", { name: "Base", exact: true }).press("Enter");
    await expect(monthCost(page)).toHaveText("$22,951.20");
    await expect(variant.getByRole("button", { name: "Base", exact: true })).toBeFocused();
    await variant.getByRole("button", { name: "B", exact: true }).press("Enter");
    await expect(page).toHaveURL(/#B$/);
    await page.reload();
    await expect(verdict(page)).toContainText(words("B: Fits tier 5."));
    await expect(strip(page).getByRole("button", { name: /^Show and edit B/ })).toHaveAttribute("aria-pressed", "true");
    await strip(page).getByRole("button", { name: "Show the base" }).click();
    await expect(verdict(page)).toContainText(words("Does not fit tier 4."));
    await expect(page).not.toHaveURL(/#/);
    await expect(strip(page).getByRole("row", { name: /^Usage tier/ })).toHaveText(/4.*5.*4/);
    await strip(page).getByRole("link", { name: "Make B the base" }).click();
    await expect(verdict(page)).toContainText(words("Fits tier 5."));
    await expect(page).toHaveURL(/&tier=5&.*&alt=The\+base\+before:/);
  },
);

test(
  "which variant is shown lasts from page to page, and an address can say it",
  { tag: "@desktop" },
  async ({ page }) => {
    const shown = (letter: string) => page.getByRole("button", { name: `Show and edit ${letter}` });
    await page.goto(`/${TWO}#C`);
    await expect(monthCost(page)).toHaveText("$45,902.40");
    await expect(shown("C")).toHaveAttribute("aria-pressed", "true");
    // Nobody has touched the page: its other parts say the same.
    const asEntered = page.locator("main").getByText("As entered", { exact: true }).locator("..");
    await expect(asEntered).toContainText("$45,902.40");
    await page.getByRole("link", { name: "Forecast", exact: true }).click();
    await page.getByRole("link", { name: "Backlog", exact: true }).click();
    await expect(shown("C")).toHaveAttribute("aria-pressed", "true");
    await shown("B").click();
    await expect(page).toHaveURL(/#B$/);
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(/#C$/);
    await expect(shown("C")).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Show the base" }).click();
    await page.reload();
    await expect(monthCost(page)).toHaveText("$22,951.20");
    await expect(page).not.toHaveURL(/#/);
  },
);

test(
  "one link is seen on Plan, Traffic and Backlog; without scripts too",
  { tag: ["@desktop", "@chromium-noscript"] },
  async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of ["/", "/traffic", "/backlog"]) {
      await page.goto(`${path}${TWO}`);
      const month = strip(page).getByRole("row", { name: /^A month/ });
      await expect(month, path).toContainText("$22,951.20");
      await expect(month, path).toContainText("−$20,656.08 less");
      await expect(strip(page).getByRole("columnheader"), path).toHaveCount(3);
    }
    await expect(strip(page).getByRole("row", { name: /^The backlog/ })).toContainText("Done in");
    await page.goto(`/traffic${TWO}`);
    await expect(strip(page).getByRole("row", { name: /^The day/ })).toContainText("57,");
    await page.goto(`/${TWO}`);
    await page.getByRole("link", { name: "Remove C" }).click();
    await expect(page).toHaveURL(/alt=On\+luna/);
    await expect(page).not.toHaveURL(/Twice/);
    await context.close();
  },
);

test("on Traffic and Backlog a variant is shown and edited as on Plan", { tag: "@phone" }, async ({ page }) => {
  for (const path of ["/traffic", "/backlog"]) {
    await page.goto(`${path}${TWO}`);
    const b = page.getByRole("button", { name: "Show and edit B: On luna" });
    await untilTakenOver(page, "[data-variant]");
    await b.press("Enter");
    await expect(b).toHaveAttribute("aria-pressed", "true");
    // The day of each column is run, one after the other, and holds nothing up.
    await expect(strip(page).getByRole("row", { name: /^The (day|backlog)/ })).toContainText(
      path === "/traffic" ? /57,.* a day.*57,.* a day.*115,.* a day/ : /Done in/,
    );
    await expect(page.getByRole("region", { name: "The variant being edited" })).toContainText("B: 1 change.");
    await page.getByRole("textbox", { name: "Name of B" }).fill("Small");
    await expect(page).toHaveURL(/&alt=Small:/);
    await expectAccessible(page, "#variants");
  }
});
