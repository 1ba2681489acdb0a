import type { Page } from "@playwright/test";
import { field, monthCost, workload } from "@/tests/support/e2e/planner";
import { untilIdle } from "@/tests/support/e2e/ready";
import { expect, openEditor, test } from "@/tests/support/e2e/test";

// What is typed before the scripts have arrived is kept, and counted when they come.

const CHAT = "v=1&asOf=2026-11-23&tier=3&w=Chat:o1-mini+120/m+x2.5+i1500+c600+v300+r900+k8000";

const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1000));

test.afterEach(({ page }) => page.unrouteAll({ behavior: "ignoreErrors" }));

/** Opens a page without its scripts; they come once what is returned is called, and what they fetch a second later. */
async function openWithoutScripts(page: Page, link: string): Promise<() => void> {
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let isLate = false;
  await page.route(/\.js(\?|$)/, async (route) => {
    if (isLate) await aSecond();
    await arrived;
    await route.continue();
  });
  await page.goto(link, { waitUntil: "domcontentloaded" });
  return () => {
    isLate = true;
    arrive();
  };
}

test(
  "Plan counts fields, choices and its title, says what it cannot read, and leaves the focus",
  { tag: "@firefox" },
  async ({ page }) => {
    const arrive = await openWithoutScripts(page, `/?${CHAT}`);
    await expect(workload(page, 0)).toHaveAttribute("open");
    await page.getByText("Own prices, limits, day, budget").click();
    await page.getByRole("textbox", { name: "Title of the scenario" }).fill("Mine");
    await page.getByRole("radio", { name: "Tier 5", exact: true }).check({ force: true });
    await page.getByRole("combobox", { name: "Requests of Chat, per" }).selectOption("hour");
    await field(page, "Visible output").fill("many");
    await field(page, "Input").fill("2k");
    await field(page, "Requests").fill("240");
    arrive();
    await expect(page).toHaveURL(
      "/?v=1&asOf=2026-11-23&title=Mine&tier=5&w=Chat:o1-mini+240/h+x2.5+i2000+c600+v300+r900+k8000",
    );
    await expect(monthCost(page)).toHaveText("$1,252.68");
    await expect(field(page, "Requests")).toHaveValue("240");
    await expect(field(page, "Requests")).toBeFocused();
    await page.keyboard.type("5");
    await expect(field(page, "Requests")).toHaveValue("2405");
    await expect(field(page, "Input")).toHaveValue("2,000");
    await expect(field(page, "Visible output")).toHaveValue("many");
    await expect(field(page, "Visible output")).toHaveAccessibleDescription(
      /“many” is not a number.*300 is still used\./,
    );
    await expect(page.locator("details[data-model]").first()).toBeVisible();
  },
);

test("fields that come late are counted too, though an edit changes them first; the caret stays", async ({ page }) => {
  const arrive = await openWithoutScripts(page, `/?${CHAT}`);
  await page.getByText("Own prices, limits, day, budget").click();
  await page.getByRole("radio", { name: "Tier 5", exact: true }).check({ force: true });
  await page.locator("input[name=tokenAccounting][value=actual]").check({ force: true });
  for (const [name, typed] of [
    ["Prices as of", "2026-11-20"],
    ["Request window", "1"],
    ["Batch turnaround", "12"],
    ["Usage limit a month", "70k"],
    ["Budget a month", "$5k"],
  ] as const)
    await page.getByRole("textbox", { name }).fill(typed);
  await page.getByRole("checkbox", { name: /one region/ }).check();
  await field(page, "Requests").fill("240");
  await field(page, "Requests").press("ArrowLeft");
  arrive();
  await expect(page).toHaveURL(
    "/?v=1&asOf=2026-11-20&tier=5&charge=actual&window=1&turnaround=12&usage=70000&budget=5000&regional=yes" +
      "&w=Chat:o1-mini+240/m+x2.5+i1500+c600+v300+r900+k8000",
  );
  await page.keyboard.type("5");
  await expect(field(page, "Requests")).toHaveValue("2450");
});

test("a key pressed before the keys are there is pressed once they are", { tag: "@firefox" }, async ({ page }) => {
  await openEditor(page, `/?${CHAT}`);
  await page.route(/\.js(\?|$)/, async (route) => {
    await aSecond();
    await route.continue();
  });
  await page.keyboard.press("/");
  await expect(field(page, "Requests")).toBeFocused();
});

test(
  "what is pressed before the page’s script is there is pressed once it is",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto(`/?${CHAT}`);
    // What keeps presses comes with the first scripts.
    await untilIdle(page);
    await page.route(/\.js(\?|$)/, async (route) => {
      await aSecond();
      await route.continue();
    });
    await page.getByRole("button", { name: "Add workload" }).click();
    await page.getByRole("button", { name: "Add workload" }).click();
    await monthCost(page).getByRole("button").click();
    await expect(page.locator("[data-workload]")).toHaveCount(3);
    await expect(page.getByRole("dialog", { name: "Cost of a month" })).toBeVisible();
    await expect(page).toHaveURL(/w=Chat:o1-mini.*&w=o1-mini.*&w=o1-mini/);
  },
);

test("so is the head of a column of the variants, whose script comes after the page’s", async ({ page }) => {
  await page.goto(`/?${CHAT}&alt=Small:w0+on+gpt-5.6-luna`);
  await page.route(/\.js(\?|$)/, async (route) => {
    await aSecond();
    await route.continue();
  });
  await page.getByRole("button", { name: "Show and edit B" }).click();
  await expect(page).toHaveURL(/#B$/);
  await page.getByRole("button", { name: "Show the base" }).click();
  await expect(page).not.toHaveURL(/#B$/);
});

test("Traffic and Backlog count it too", async ({ page }) => {
  let arrive = await openWithoutScripts(page, `/traffic?${CHAT}`);
  await page.getByRole("combobox", { name: "Shape" }).selectOption("Nightly job");
  await page.getByRole("radio", { name: "Tier 5", exact: true }).check({ force: true });
  await field(page, "Requests").fill("30/h");
  arrive();
  await expect(page).toHaveURL(/tier=5.*\+30\/h\+nightly-job/);
  await page.unrouteAll({ behavior: "ignoreErrors" });

  arrive = await openWithoutScripts(page, `/backlog?${CHAT}`);
  await page.getByRole("textbox", { name: "Requests" }).fill("1M");
  await page.getByRole("textbox", { name: "Budget" }).fill("5000");
  await page.getByRole("textbox", { name: "Deadline" }).fill("2 days");
  arrive();
  await expect(page).toHaveURL(/backlog=o1-mini\+n1000000\+i1500\+c600\+v300\+r900\+k8000\+d48\+u5000/);
  await expect(page.getByRole("textbox", { name: "Requests" })).toHaveValue("1,000,000");
});
