import { chooseModel, field, monthCost, workloadNames } from "@/tests/support/e2e/planner";
import { untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Undo and redo, by button and by key, from one page to the next.

test("redo goes on again, by button and by key, until another edit", { tag: "@firefox" }, async ({ page }) => {
  await openPlanner(page);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  const redo = page.getByRole("button", { name: "Redo", exact: true });
  await expect(redo).toBeDisabled();
  await page.getByRole("button", { name: "Duplicate Support chat" }).click();
  await chooseModel(page, 0, "o1");
  await undo.click();
  await undo.click();
  await expect(workloadNames(page)).toHaveCount(2);
  await redo.click();
  await expect(workloadNames(page)).toHaveCount(3);
  await expect(monthCost(page)).toHaveText("$70,801.18");
  await page.keyboard.press("Control+y");
  await expect(page).toHaveURL(/w=Support\+chat:o1\+120/);
  await expect(redo).toBeDisabled();
  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(/w=Support\+chat:o1-mini\+120/);
  await page.keyboard.press("Control+Shift+Z");
  await expect(page).toHaveURL(/w=Support\+chat:o1\+120/);
  await undo.click();
  await field(page, "Requests").fill("7");
  await expect(redo).toBeDisabled();
});

test("undo and redo outlive a change of page and a reload", async ({ page }) => {
  await openPlanner(page);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  const redo = page.getByRole("button", { name: "Redo", exact: true });
  const tier = (n: number) => page.getByRole("radio", { name: `Tier ${n}`, exact: true });
  await tier(4).check({ force: true });
  await tier(5).check({ force: true });
  await undo.click();
  await page.goto((await page.getByRole("link", { name: "Traffic", exact: true }).first().getAttribute("href"))!);
  await untilTakenOver(page, "main form");
  await expect(tier(4)).toBeChecked();
  await redo.click();
  await expect(tier(5)).toBeChecked();
  await expect(page).toHaveURL(/tier=5/);
  await page.reload();
  await untilTakenOver(page, "main form");
  await undo.click();
  await expect(tier(4)).toBeChecked();
  await expect(page).toHaveURL(/tier=4/);
  await page.goto("/models");
  await page.goBack();
  await untilTakenOver(page, "main form");
  await undo.click();
  await expect(tier(3)).toBeChecked();
  await expect(redo).toBeEnabled();
});

test("the title of the tab follows every edit", async ({ page }) => {
  const link = "v=1&asOf=2026-11-23&title=Chat&tier=3&backlog=o1-mini+n1000+i1500+d24&w=o1-mini+120/m+i1500+v300";
  const title = () => page.getByRole("textbox", { name: "Title of the scenario" });
  await openPlanner(page, `/?${link}`);
  const before = await page.title();
  await title().fill("Search");
  await expect(page).toHaveTitle(before.replace("Chat:", "Search:"));
  await field(page, "Requests").fill("240");
  await expect(page).toHaveTitle(/^Search: .* · \$[\d,.]+ a month$/);
  await expect(page).not.toHaveTitle(before.replace("Chat:", "Search:"));
  await page.goto(`/traffic?${link}`);
  await page.getByRole("radio", { name: "Tier 5", exact: true }).check({ force: true });
  await expect(page).toHaveTitle("Chat: traffic under the limits of tier 5 · Headroom");
  await page.goto(`/backlog?${link}`);
  const sent = await page.title();
  await page.getByRole("textbox", { name: "Deadline" }).fill("0.5");
  await expect(page).not.toHaveTitle(sent);
  await expect(page).toHaveTitle(/^Chat: .* · Headroom$/);
});
