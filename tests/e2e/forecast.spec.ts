import { expectAccessible } from "@/tests/support/e2e/axe";
import { address, headFigure, verdict, words } from "@/tests/support/e2e/planner";
import { expect, expectNoNonsense, test } from "@/tests/support/e2e/test";

// A scenario month by month: the date in the title, the form, and what a press tries.

const SCENARIO = "v=1&asOf=2026-11-27&tier=4";
const BOT = "w=Support+bot:gpt-5.6-terra+40/m+x3+i2200+c1400+v350+r600";
const GROWN = `/forecast?${SCENARIO}&budget=40000&growth=8/24+tier-follows&${BOT}`;
const DATED =
  "Tier 4’s $5,000 is spent on 3 December. Tier 5 then holds, but the $40,000 budget is passed on 24 August 2027.";

test.describe("without scripts", { tag: "@chromium-noscript" }, () => {
  test.use({ javaScriptEnabled: false });

  test("dates, months and the tables of the charts are in the HTML", { tag: "@desktop" }, async ({ page }) => {
    await page.goto(GROWN);
    await expect(page).toHaveTitle("Tier 4’s $5,000 is spent on 3 December · Headroom");
    await expect(verdict(page)).toContainText(words(DATED));
    await expect(headFigure(page, "24 months in all")).toContainText("$1,553,386");
    const months = page.getByRole("table", { name: "Every month of the forecast" });
    await expect(months.getByRole("row")).toHaveCount(25);
    await expect(months.getByRole("row", { name: /27 Jul 2027/ })).toContainText(words("74.0…5…$43,065…107.7 %"));
    await expect(page.getByText("Tier 5 reached")).toBeVisible();
    await expectNoNonsense(page);
  });

  test("the form leads to the link of what was entered", { tag: "@phone" }, async ({ page }) => {
    await page.goto(`/forecast?${SCENARIO}&${BOT}`);
    await expect(verdict(page)).toContainText("Enter how fast this grows.");
    await page.getByRole("textbox", { name: "Growth" }).fill("−5 %");
    await page.getByLabel("Months").fill("12 months");
    await page.getByLabel("Usage tier follows what is paid").check();
    await page.getByRole("button", { name: "Update the forecast" }).click();
    await expect(page).toHaveURL(`/forecast?${SCENARIO}&growth=-5/12+tier-follows&${BOT}`);
    await expect(verdict(page)).toContainText(words("Tier 5 then holds to the end of the 12 months."));
  });
});

test("a growth is typed, tried and undone; the link follows", { tag: "@phone" }, async ({ page }) => {
  await page.goto(`/forecast?${SCENARIO}&budget=40000&${BOT}`);
  await page.getByRole("link", { name: words("8 % a month, 24 months") }).click();
  await expect(verdict(page)).toContainText(words(DATED));
  await expect.poll(() => address(page)).toContain("growth=8/24+tier-follows");
  await expectAccessible(page);

  const growth = page.getByRole("textbox", { name: "Growth" });
  await growth.fill("2 % a month");
  await expect(verdict(page)).toContainText(words("Tier 5 then holds to the end of the 24 months."));
  await growth.fill("much");
  await expect(
    page.getByText(
      "“much” is not a number; give a number from -90 to 300, with at most three decimals; 2 is still used.",
    ),
  ).toBeVisible();
  await growth.fill("8");
  await growth.blur();
  await page.getByRole("link", { name: words("Try 2.383 % a month") }).click();
  await expect(growth).toHaveValue("2.383");
  await expect(verdict(page)).not.toContainText("budget is passed");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(growth).toHaveValue("8");

  await page.getByRole("button", { name: words("24 August 2027") }).click();
  await expect(page.getByRole("dialog")).toContainText(words("1.08^8"));
  await page.keyboard.press("Escape");
  await growth.fill("");
  await expect(verdict(page)).toContainText("Enter how fast this grows.");
  await expect.poll(() => address(page)).not.toContain("growth");
});
