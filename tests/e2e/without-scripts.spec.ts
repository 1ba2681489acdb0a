import type { Page } from "@playwright/test";
import { O1_MINI_LINK } from "@/tests/support/make/o1-mini-example";
import { SCENARIOS } from "@/tests/support/e2e/links";
import {
  address,
  bill,
  expectBillAddsUp,
  field,
  headFigure,
  monthCost,
  openWorkload,
  verdict,
  words,
  workload,
  workloadNames,
} from "@/tests/support/e2e/planner";
import { expect, expectNoNonsense, test } from "@/tests/support/e2e/test";

// The page without any script: all its numbers stand in the HTML, and the form works by a redirect.

test.use({ javaScriptEnabled: false });

const update = (page: Page) => page.getByRole("button", { name: "Update", exact: true });

/** Sends the form, and gives what the server answered it with before it went on. */
async function send(page: Page, press: () => Promise<void>): Promise<{ status: number; location: string }> {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/plan");
  await press();
  const response = await answered;
  await page.waitForURL((url) => url.pathname === "/");
  return { status: response.status(), location: response.headers()["location"] ?? "" };
}

/** Opens the o1-mini example with its first workload open. */
async function openExample(page: Page): Promise<void> {
  await page.goto(O1_MINI_LINK);
  await openWorkload(page, 0);
}

test("a model that ends soon has plain links to what is named next", async ({ page }) => {
  await page.goto("/?v=1&asOf=2026-11-27&w=Chat:gpt-5+1000/mo+i600+v120&w=Other:gpt-5+1000/mo+i600+v120");
  await openWorkload(page, 1);
  const one = page.locator("[data-workload]").nth(1).getByRole("link", { name: "Try gpt-6.1-sol" });
  await expect(one).toHaveAttribute("href", /w=Chat:gpt-5\+.*w=Other:gpt-6\.1-sol/);
  await verdict(page).getByRole("link", { name: "Try gpt-6.1-sol" }).click();
  await page.waitForURL(/w=Chat:gpt-6\.1-sol.*w=Other:gpt-6\.1-sol/);
  await expect(verdict(page)).toContainText("Fits");
});

test("every figure and table is in the HTML, and in sight", async ({ page }) => {
  await openExample(page);
  await expect(verdict(page)).toContainText(
    words(
      "Does not fit tier 3. Its $1,000 monthly usage limit is spent in 20 hours. Tier 5 fits, with room for 5.5 times this traffic.",
    ),
  );
  await expect(headFigure(page, "A year")).toHaveText("$433,338.95");
  await expect(page.getByRole("heading", { name: "All in batch would save $16,477.56 a month" })).toBeVisible();
  await expect(
    page.getByRole("heading", { name: "Monthly usage binds first; every other limit would fit" }),
  ).toBeVisible();
  await expect(bill(page)).toBeVisible();
  await expectBillAddsUp(page);
  for (const name of [
    "This scenario at every usage tier",
    "The whole scenario on other models",
    "The highest rate and the largest cap that still fit each usage tier",
  ]) {
    await expect(page.getByRole("table", { name })).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "Three things to know before you rely on this" })).toBeVisible();
  await expect(page.getByRole("heading", { name: words("Sources, checked 27 Nov 2026") })).toBeVisible();
  await expectNoNonsense(page);
});

test("the page of a damaged and of an old link says so", async ({ page }) => {
  await page.goto("/?v=1&asOf=2026-11-23&tier=9&w=Chat:o1-mini+60/m+i12,5+v100");
  await expect(page.getByText("Two parts of this link could not be read.", { exact: false })).toBeVisible();
  await page.goto(SCENARIOS["the prices of another day"]);
  await expect(
    page.getByText(words("it was $94,608.00 a month then; at those of 27 Nov 2026 it is $34,689.60 now.")),
  ).toBeVisible();
  await page.getByRole("link", { name: "Use today’s" }).click();
  await expect(monthCost(page)).toHaveText("$34,689.60");
});

test("behind each chart stands its table", async ({ page }) => {
  await openExample(page);
  const charts = page.getByRole("region", { name: "Charts" });
  const tables = charts.locator("details").filter({ has: page.locator("table") });
  expect(await tables.count()).toBeGreaterThanOrEqual(3);
  for (const table of await tables.all()) {
    if ((await table.getAttribute("open")) === null) await table.locator("summary").first().click();
    await expect(table.getByRole("row").nth(1)).toBeVisible();
  }
});

test("nothing is shown that needs a script", async ({ page }) => {
  await openExample(page);
  for (const details of await page.locator("details:not([open]) > summary").all())
    if (await details.isVisible()) await details.click();
  const dead = page
    .locator('button:not([type="submit"]):not([popovertarget]):not([data-work])')
    .filter({ visible: true });
  await expect(dead).toHaveCount(0);
  for (const name of ["Copy link", "Undo", "From a preset", "A model of your own…"])
    await expect(page.getByText(name, { exact: true }).filter({ visible: true })).toHaveCount(0);
  // A figure has no working to open: it is plain text to the eye.
  const underlined = await page
    .locator("[data-work]")
    .evaluateAll(
      (all) =>
        all.filter((figure) => figure.checkVisibility() && getComputedStyle(figure).textDecorationLine !== "none")
          .length,
    );
  expect(underlined).toBe(0);
});

test("the form leads to the canonical link of what was entered", async ({ page }) => {
  await openExample(page);
  await field(page, "Requests").fill("2.5k/h");
  await field(page, "Cap").fill("");
  await page.getByRole("textbox", { name: "Title of the scenario" }).fill("Without scripts");
  await page.getByRole("radio", { name: "Tier 5", exact: true }).check({ force: true });
  const { status, location } = await send(page, () => update(page).click());
  expect(status).toBe(303);
  expect(location).toBe(
    "/?v=1&asOf=2026-11-27&title=Without+scripts&tier=5&w=Support+chat:o1-mini+2500/h+x2.5+i1500+c600+v300+r900&w=Nightly+labels:o3-mini+b+50000/d+i700+v50+r200",
  );
  expect(address(page)).toBe(location);
  await expect(verdict(page)).toContainText(words("Fits tier 5."));
  await openWorkload(page, 0);
  await expect(field(page, "Requests")).toHaveValue("2,500");
  await expect(field(page, "Cap")).toHaveValue("");
});

test("Enter in a field sends the form", async ({ page }) => {
  await openExample(page);
  await field(page, "Requests").fill("7");
  const { location } = await send(page, () => field(page, "Requests").press("Enter"));
  expect(location).toContain("o1-mini+7/m");
});

test("a value that cannot be read is named, and the last good one stays", async ({ page }) => {
  await openExample(page);
  await field(page, "Input").fill("12,5");
  await field(page, "Requests").fill("240");
  const { location } = await send(page, () => update(page).click());
  expect(location).toContain("240/m+x2.5+i1500");
  await expect(page.getByText("One part of this link could not be read.", { exact: false })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "12,5" })).toBeVisible();
  await openWorkload(page, 0);
  await expect(field(page, "Input")).toHaveValue("1,500");
});

test("workloads are added, copied, moved and removed", async ({ page }) => {
  await openExample(page);
  await send(page, () => page.getByRole("button", { name: "Add workload" }).click());
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels", "Workload 3"]);
  await openWorkload(page, 0);
  await send(page, () => page.getByRole("button", { name: "Move down Support chat" }).click());
  await expect(workloadNames(page)).toHaveText(["Nightly labels", "Support chat", "Workload 3"]);
  await openWorkload(page, 1);
  await send(page, () => page.getByRole("button", { name: "Duplicate Support chat" }).click());
  await expect(workloadNames(page)).toHaveText(["Nightly labels", "Support chat", /Support chat/, "Workload 4"]);
  await openWorkload(page, 0);
  await send(page, () => page.getByRole("button", { name: "Remove Nightly labels" }).click());
  await expect(workloadNames(page)).toHaveCount(3);
  await expectBillAddsUp(page);
});

test("one’s own prices, limits and budget go through the form too", async ({ page }) => {
  await openExample(page);
  await page.locator("details[data-settings] > summary").click();
  await page.getByRole("textbox", { name: "Budget a month" }).fill("$5k");
  const own = page.locator('details[data-model="o1-mini"]');
  await own.locator("summary").first().click();
  await own.getByRole("textbox", { name: "Input", exact: true }).fill("0.5");
  await own.getByRole("textbox", { name: "Output", exact: true }).fill("2");
  await own.getByRole("textbox", { name: "Requests a minute" }).fill("1,234");
  const { location } = await send(page, () => page.getByRole("button", { name: "Update the estimate" }).click());
  expect(location).toBe(
    "/?v=1&asOf=2026-11-27&title=Chat+and+nightly+labels&tier=3&budget=5000&m=o1-mini+i0.5+o2+r1234&w=Support+chat:o1-mini+120/m+x2.5+i1500+c600+v300+r900+k8000&w=Nightly+labels:o3-mini+b+50000/d+i700+v50+r200",
  );
  await expect(page.getByRole("heading", { name: /^Over the budget by \$/ })).toBeVisible();
});

test("tiers, other models and what would make it fit are links", async ({ page }) => {
  await openExample(page);
  await page.getByRole("link", { name: "Tier 5", exact: true }).click();
  await expect(verdict(page)).toContainText(words("Fits tier 5."));
  expect(address(page)).toContain("&tier=5&");
  await openExample(page);
  await page.getByRole("link", { name: "Try tier 5", exact: true }).click();
  await expect(verdict(page)).toContainText(words("Fits tier 5."));
  await page.getByRole("link", { name: "Try gpt-5.6-terra, standard" }).click();
  await expect(monthCost(page)).toHaveText("$92,469.59");
});

test("the bill is downloaded as CSV", async ({ page, request }) => {
  await openExample(page);
  const href = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  const csv = await (await request.get(href!)).text();
  expect(csv.split("\r\n")[0]).toBe(
    "workload,model,service_tier,item,tokens_per_month,price_per_mtok_usd,per_month_usd",
  );
  expect(csv.trimEnd().split("\r\n")).toHaveLength(8);
});

test("searches and one region are entered and sent, and a box is unticked again", async ({ page }) => {
  await page.goto("/?v=1&asOf=2026-11-27&tier=5&w=Research:gpt-6.1-terra+600/h+i9000+v700");
  await openWorkload(page, 0);
  await workload(page, 0).getByText("More", { exact: false }).first().click();
  await field(page, "Web searches").fill("2");
  await page.getByText("Own prices, limits, day, budget").click();
  const region = page.getByRole("checkbox", { name: /Processed in one region/ });
  await region.check();
  expect((await send(page, () => update(page).click())).location).toBe(
    "/?v=1&asOf=2026-11-27&tier=5&regional=yes&w=Research:gpt-6.1-terra+600/h+i9000+v700+web2",
  );
  await expect(bill(page)).toContainText("in one region");
  await page.getByText("Own prices, limits, day, budget").click();
  await region.uncheck();
  expect((await send(page, () => update(page).click())).location).not.toContain("regional");
});
