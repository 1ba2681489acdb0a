import { manyWorkloads } from "@/tests/support/e2e/links";
import {
  address,
  bill,
  chooseModel,
  field,
  monthCost,
  openSettings,
  openWorkload,
  workload,
  workloadNames,
} from "@/tests/support/e2e/planner";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Workloads are added, copied, moved, named and removed, and every step can be taken back.

const toast = "Removed Support chat";

test("add, name and remove a workload, and take the removal back", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("button", { name: "Add workload" }).click();
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Workload 3"]);
  await openWorkload(page, 2);
  await field(page, "Name", 2).fill("Search");
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Search"]);
  await expect(bill(page)).toContainText("Search");
  await expect(page).toHaveURL(/w=Search:o3-mini/);

  const cost = (await monthCost(page).textContent())!;
  await openWorkload(page, 0);
  await page.getByRole("button", { name: "Remove Support chat" }).click();
  await expect(workloadNames(page)).toHaveText(["Nightly labels", "Search"]);
  await expect(page.getByRole("status").filter({ hasText: toast })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Search"]);
  await expect(page.getByText(toast)).toBeHidden();
  await expect(monthCost(page)).toHaveText(cost);
  // The word of a removal goes with the next edit too.
  await openWorkload(page, 0);
  await page.getByRole("button", { name: "Remove Support chat" }).click();
  await expect(page.getByText(toast)).toBeVisible();
  await page.getByRole("radio", { name: "Tier 4", exact: true }).check({ force: true });
  await expect(page.getByText(toast)).toBeHidden();
});

test("a new workload opens with the focus, and a removed one gives it to its neighbour", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("button", { name: "Add workload" }).click();
  await expect(field(page, "Name", 2)).toBeFocused();
  await page.getByRole("combobox", { name: "Add a workload from a preset" }).selectOption("Extraction");
  await expect(field(page, "Name", 3)).toBeFocused();
  await page.getByRole("button", { name: "Duplicate Support chat" }).click();
  await expect(field(page, "Name", 1)).toBeFocused();
  await page.getByRole("button", { name: "Remove Support chat copy" }).click();
  const head = (n: number) => workload(page, n).locator("summary").first();
  await expect(head(1)).toBeFocused();
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Workload 3", "Extraction"]);
  await page.getByRole("button", { name: "Remove Extraction" }).click();
  await expect(head(2)).toBeFocused();
});

test("the last workload can be cleared, and a blank scenario begun; undo brings both back", async ({ page }) => {
  await openPlanner(page, manyWorkloads(1));
  await openWorkload(page, 0);
  await page.getByRole("button", { name: "Clear Work 1" }).click();
  await expect(workloadNames(page)).toHaveText(["Workload 1"]);
  await expect(field(page, "Requests")).toHaveValue("1");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(workloadNames(page)).toHaveText(["Work 1"]);
  await page.getByRole("button", { name: /^More/ }).click();
  await page.getByRole("button", { name: "New, blank" }).click();
  await expect(workloadNames(page)).toHaveText(["Workload 1"]);
  await expect(page.getByRole("textbox", { name: "Title of the scenario" })).toHaveValue("");
  await expect(page.getByText("Blank is open")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(page).toHaveURL(/&tier=5&w=Work\+1:o1-mini\+1\/m\+i1000\+v200\+k5000$/);
});

test("from a preset", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("combobox", { name: "Add a workload from a preset" }).selectOption("Extraction");
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Extraction"]);
  await expect(page).toHaveURL(/w=Extraction:gpt-6\.1-terra\+10000\/d\+x4\+i4000\+v350\+r150\+k4000/);
  await page.getByRole("combobox", { name: "Add a workload from a preset" }).selectOption("Extraction");
  await page.getByRole("combobox", { name: "Add a workload from a preset" }).selectOption("Support chat");
  await expect(workloadNames(page)).toHaveText([
    "Support chat",
    "Nightly labels",
    "Extraction",
    "Extraction",
    "Support chat",
  ]);
});

test("a workload stays itself while it is moved: by button, and by Alt and an arrow", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("combobox", { name: "Add a workload from a preset" }).selectOption("Evaluation run");
  const down = page.getByRole("button", { name: "Move down Support chat" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(workloadNames(page)).toHaveText(["Nightly labels", "Support chat", "Evaluation run"]);
  await expect(down).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(workloadNames(page)).toHaveText(["Nightly labels", "Evaluation run", "Support chat"]);
  await expect(field(page, "Name", 2)).toBeVisible();
  await expect(field(page, "Name", 0)).toBeHidden();

  await field(page, "Requests", 2).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(workloadNames(page)).toHaveText(["Nightly labels", "Support chat", "Evaluation run"]);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Evaluation run"]);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Evaluation run"]);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(workloadNames(page)).toHaveText(["Nightly labels", "Support chat", "Evaluation run"]);
  await expect(page).toHaveURL(/w=Nightly.*w=Support.*w=Evaluation/);
});

test("a workload is duplicated beside itself; an error beside a field goes where its workload goes", async ({
  page,
}) => {
  await openPlanner(page);
  await page.getByRole("button", { name: "Duplicate Support chat" }).click();
  await expect(workloadNames(page)).toHaveText(["Support chat", "Support chat copy", "Nightly labels"]);
  await expect(monthCost(page)).toHaveText("$70,801.18");
  await field(page, "Input").fill("12,5");
  await page.getByRole("button", { name: "Move down Support chat", exact: true }).click();
  await expect(workloadNames(page)).toHaveText(["Support chat copy", "Support chat", "Nightly labels"]);
  await expect(field(page, "Input", 1)).toHaveAttribute("aria-invalid", "true");
  await openWorkload(page, 0);
  await expect(field(page, "Input", 0)).not.toHaveAttribute("aria-invalid");
});

test("twenty workloads at most, and at least one", async ({ page }) => {
  await openPlanner(page, manyWorkloads(19));
  await page.getByRole("button", { name: "Add workload" }).click();
  await expect(workloadNames(page)).toHaveCount(20);
  await expect(page.getByRole("button", { name: "Add workload" })).toBeDisabled();
  await expect(page.getByRole("combobox", { name: "Add a workload from a preset" })).toBeDisabled();
  await openWorkload(page, 0);
  await expect(page.getByRole("button", { name: "Duplicate Work 1", exact: true })).toBeDisabled();
  await openPlanner(page);
  await openWorkload(page, 0);
  await page.getByRole("button", { name: "Remove Support chat" }).click();
  await openWorkload(page, 0);
  await expect(page.getByRole("button", { name: "Duplicate Nightly labels" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove Nightly labels" })).toHaveCount(0);
});

test("a visit to a field is one step back, whatever was typed in it", async ({ page }) => {
  await openPlanner(page);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeDisabled();
  await field(page, "Input").selectText();
  await field(page, "Input").pressSequentially("2000");
  await field(page, "Requests").selectText();
  await field(page, "Requests").pressSequentially("77");
  await page.getByRole("radio", { name: "Tier 5", exact: true }).check({ force: true });
  await expect(page).toHaveURL(/tier=5.*77\/m.*i2000/);

  await undo.click();
  await expect(page.getByRole("radio", { name: "Tier 3", exact: true })).toBeChecked();
  await undo.click();
  await expect(field(page, "Requests")).toHaveValue("120");
  await expect(field(page, "Input")).toHaveValue("2,000");
  await undo.click();
  await expect(field(page, "Input")).toHaveValue("1,500");
  await expect(undo).toBeDisabled();
  await expect(page).toHaveURL(/tier=3.*120\/m.*i1500\+c600/);
});

test(
  "Ctrl+Z takes back the last step outside fields, and only the typing inside one",
  { tag: "@firefox" },
  async ({ page }) => {
    await openPlanner(page);
    await page.getByRole("button", { name: "Add workload" }).click();
    await field(page, "Input").fill("2000");
    await page.getByRole("radio", { name: "Tier 3", exact: true }).focus();
    await page.keyboard.press("Control+z");
    await expect(field(page, "Input")).toHaveValue("1,500");
    await expect(workloadNames(page)).toHaveCount(3);
    await field(page, "Input").focus();
    await page.keyboard.press("Control+z");
    await expect(workloadNames(page)).toHaveCount(3);
    await page.getByRole("radio", { name: "Tier 3", exact: true }).focus();
    await page.keyboard.press("Control+z");
    await expect(workloadNames(page)).toHaveCount(2);
  },
);

test("a press on Try is one step, and can be taken back", async ({ page }) => {
  await openPlanner(page);
  const before = (await monthCost(page).textContent())!;
  const url = address(page);
  await page
    .getByRole("table", { name: "The whole scenario on other models" })
    .getByRole("link", { name: "Try gpt-5.6-terra, standard" })
    .click();
  await expect(monthCost(page)).toHaveText("$92,469.59");
  await expect(page).toHaveURL(/gpt-5\.6-terra\+120\/m/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(monthCost(page)).toHaveText(before);
  await expect(page).toHaveURL(url);
  await page.getByRole("link", { name: "Try tier 5", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Fits tier\s5\./);
});

test("a model, a service tier and an accounting rule are chosen, and the figures follow", async ({ page }) => {
  await openPlanner(page);
  await chooseModel(page, 0, "o1");
  await expect(page).toHaveURL(/w=Support\+chat:o1\+120/);
  await chooseModel(page, 0, "o1-mini");
  await workload(page, 0).getByRole("radio", { name: "Batch" }).check({ force: true });
  await expect(monthCost(page)).toHaveText("$19,634.02");
  await workload(page, 0).getByRole("radio", { name: "Standard" }).check({ force: true });
  await page.getByRole("radio", { name: /^Actual use/ }).check();
  await expect(page).toHaveURL(/charge=actual/);
  await expect(page.getByRole("list").filter({ hasText: "Tokens a minute" })).toContainText(/20\.3\s%/);
  await workload(page, 0).getByRole("combobox", { name: "Requests of Support chat, per" }).selectOption("hour");
  await expect(page).toHaveURL(/120\/h/);
});

test("what is billed besides is entered under More, and stands on the bill", async ({ page }) => {
  await openPlanner(page, "/?v=1&asOf=2026-11-27&tier=5&w=Research:gpt-6.2-sol+600/h+i9000+cw3000+v700");
  await openWorkload(page, 0);
  await workload(page, 0).getByText("More", { exact: false }).first().click();
  await field(page, "Web searches").fill("2");
  await expect(page).toHaveURL(/\+web2$/);
  await expect(bill(page).getByRole("row", { name: /^Web search/ })).toContainText("$8,760.00");
  await workload(page, 0).getByRole("combobox", { name: "Cache lifetime" }).selectOption("12 hours");
  await expect(page).toHaveURL(/600\/h\+12h\+i9000/);
  await expect(bill(page).getByRole("row", { name: /^Cache writes, 12 hours/ })).toBeVisible();
  await field(page, "Web searches").fill("many");
  await expect(page.getByText("“many” is not a number; give a number from 0", { exact: false })).toBeVisible();
  await field(page, "Web searches").fill("0");
  await expect(bill(page).getByRole("row", { name: /^Web search/ })).toHaveCount(0);
  await openSettings(page);
  await page.getByRole("checkbox", { name: /Processed in one region/ }).check();
  await expect(page).toHaveURL(/&regional=yes&/);
  await expect(bill(page)).toContainText("in one region");
});

test("a workload that goes to embeddings has no fields of output, and has them again on a model of text", async ({
  page,
}) => {
  await openPlanner(page, "/?v=1&asOf=2026-11-27&tier=2&w=Docs:gpt-4.1+200/m+i600+c200+v300+k400");
  await openWorkload(page, 0);
  await chooseModel(page, 0, "text-embedding-3-small");
  await expect(page).toHaveURL(/w=Docs:text-embedding-3-small\+200\/m\+i600$/);
  for (const name of ["Visible output", "Reasoning", "Cap"]) await expect(field(page, name)).toHaveCount(0);
  await expect(field(page, "Input")).toHaveValue("600");
  await chooseModel(page, 0, "gpt-4.1-mini");
  await expect(page).toHaveURL(/w=Docs:gpt-4\.1-mini\+200\/m\+i600\+c200\+v300\+k400$/);
  await expect(field(page, "Visible output")).toHaveValue("300");
});
