import type { Page } from "@playwright/test";
import { SCENARIOS } from "@/tests/support/e2e/links";
import {
  address,
  field,
  headFigure,
  monthCost,
  openWorkload,
  verdict,
  words,
  workloadNames,
} from "@/tests/support/e2e/planner";
import { CLIPBOARD, expect, openEditor, openPlanner, test } from "@/tests/support/e2e/test";

// The link holds the whole scenario: it follows the edits, can be copied, and opens for anybody.

const OTHER = "/?v=1&asOf=2026-11-23&tier=2&w=Theirs:o3-mini+7/m+i1000+v200";

test("the address follows the edits, and reloading shows the same", { tag: "@firefox" }, async ({ page }) => {
  await openPlanner(page);
  await field(page, "Requests").fill("240/h");
  await page.getByRole("textbox", { name: "Title of the scenario" }).fill("Größe & Co: 100 % + 1");
  await expect(page).toHaveURL(/title=Gr%C3%B6%C3%9Fe\+%26\+Co:\+100\+%25\+%2B\+1.*240\/h/);
  const figures = await page.locator("#verdict dl, h1").allTextContents();
  const link = address(page);
  await openPlanner(page, link);
  expect(await page.locator("#verdict dl, h1").allTextContents()).toEqual(figures);
  await expect(page.getByRole("textbox", { name: "Title of the scenario" })).toHaveValue("Größe & Co: 100 % + 1");
  await openWorkload(page, 0);
  await expect(field(page, "Requests")).toHaveValue("240");
  expect(address(page)).toBe(link);
  await expect(page.getByText("You opened a shared link.")).toBeHidden();
});

/**
 * What copying came to is in sight, in the button or, where that has no room for words, above the end of the
 * page; and it is told.
 */
async function expectStatus(page: Page, text: string, isPhone: boolean): Promise<void> {
  const status = page.getByRole("banner").getByRole("status");
  await expect(status).toHaveText(text);
  await expect(isPhone ? status : page.getByRole("button", { name: "Copy link" }).getByText(text)).toBeInViewport();
}

test.describe("with a clipboard", () => {
  test.use(CLIPBOARD);

  test(
    "Copy link copies the link of what is seen, and says so",
    { tag: "@firefox" },
    async ({ page, baseURL, isPhone }) => {
      await openPlanner(page);
      await field(page, "Requests").fill("33");
      const copy = page.getByRole("button", { name: "Copy link" });
      await copy.click();
      await expectStatus(page, "Link copied", isPhone);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(
        `${baseURL}/?v=1&asOf=2026-11-27&title=Chat+and+nightly+labels&tier=3&w=Support+chat:o1-mini+33/m+x2.5+i1500+c600+v300+r900+k8000&w=Nightly+labels:o3-mini+b+50000/d+i700+v50+r200`,
      );
      expect(page.url()).toBe(copied);
      await expect(page.getByText("Link copied")).toHaveCount(0);
    },
  );
});

test("where there is no clipboard, Copy link says where the link is", async ({ page, isPhone }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("denied")) } }),
  );
  await openPlanner(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expectStatus(page, "Copy it from the address bar", isPhone);
  await expect(page).toHaveURL(/\?v=1&/);
});

test("somebody’s link does not overwrite one’s own work, and offers to keep a copy and to return", async ({ page }) => {
  await openPlanner(page);
  await field(page, "Requests").fill("11");
  await expect(page).toHaveURL(/11\/m/);
  const mine = address(page);

  await openPlanner(page, OTHER);
  await expect(page.getByText("You opened a shared link. Your last scenario is kept.")).toBeVisible();
  await openWorkload(page, 0);
  await field(page, "Requests").fill("8");
  await expect(page).toHaveURL(/8\/m/);
  await page.getByRole("link", { name: "Return to mine" }).click();
  await expect(page).toHaveURL(new RegExp(`${mine.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}$`));
  await expect(workloadNames(page)).toHaveText(["Support chat", "Nightly labels"]);

  await openPlanner(page, OTHER);
  await page.getByRole("button", { name: "Save a copy" }).click();
  await expect(page.getByText("Saved a copy as “Theirs” in this browser.")).toBeVisible();
  await openPlanner(page, OTHER);
  await expect(page.getByText("You opened a shared link.")).toBeHidden();
});

test("scenarios are kept by name, and outlast a reload", async ({ page }) => {
  await openPlanner(page);
  const menu = page.getByRole("button", { name: /^More/ });
  const dialog = page.getByRole("dialog", { name: "This scenario" });
  await menu.click();
  await expect(dialog.getByText("Nothing yet.", { exact: false })).toBeVisible();
  await dialog.getByRole("textbox", { name: "Name to keep it by" }).fill("Before the launch");
  await dialog.getByRole("button", { name: "Save in this browser" }).click();
  await expect(dialog.getByRole("status")).toHaveText("Saved as “Before the launch”.");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
  await field(page, "Requests").fill("999");
  await expect(page).toHaveURL(/999\/m/);

  await openPlanner(page, OTHER);
  await menu.click();
  await expect(dialog.getByText("recent,", { exact: false })).toBeVisible();
  await dialog.getByRole("button", { name: "Before the launch", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(monthCost(page)).toHaveText("$36,111.58");
  await expect(menu).toBeFocused();
  await menu.click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(menu).toBeFocused();
  await menu.click();
  await dialog.getByRole("textbox", { name: "Name to keep it by" }).fill("Before the launch");
  await expect(dialog.getByRole("button", { name: "Replace" })).toBeVisible();
  await dialog.getByRole("button", { name: "Forget Before the launch" }).click();
  await expect(dialog.getByRole("button", { name: "Before the launch", exact: true })).toBeHidden();
});

test("a browser that keeps nothing, or keeps something else, is no hindrance", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Storage.prototype, "setItem", {
      value: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    Object.defineProperty(Storage.prototype, "getItem", { value: () => '{"saved":[{"name":5}],"recent":"x"}' });
  });
  await openPlanner(page);
  await field(page, "Requests").fill("5");
  await expect(page).toHaveURL(/5\/m/);
  await page.getByRole("button", { name: /^More/ }).click();
  await page.getByRole("button", { name: "Save in this browser" }).click();
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText(
    "This browser does not let pages keep anything; the link itself holds it all.",
  );
});

test("a damaged link opens with what could be read, and names the rest", async ({ page }) => {
  await openPlanner(page, "/?v=1&asOf=2026-11-23&tier=9&w=Chat:o1-mini+60/m+i12,5+v100&w=Night:o3-mini+b+5/d+i100+z9");
  const alert = page.getByRole("alert").filter({ hasText: "of this link could not be read" });
  await expect(alert).toContainText(
    "Three parts of this link could not be read. Defaults stand in for what is missing:",
  );
  await expect(alert.getByRole("listitem")).toHaveText([/z9/, /tier=9/, /i12,5/]);
  await expect(workloadNames(page)).toHaveText(["Chat", "Night"]);
  await expect(page.getByRole("radio", { name: "Tier 1", exact: true })).toBeChecked();
  await alert.getByRole("button", { name: "Close" }).click();
  await expect(alert).toBeHidden();
});

test("what is said of a damaged link goes with the edit that mends it, and moves nothing", async ({ page }) => {
  await openPlanner(page, "/?v=1&asOf=2026-11-23&tier=9&foo=1&w=Chat:o1-mini+60/m+i12,5+v100");
  const alert = page.getByRole("alert").filter({ hasText: "of this link could not be read" });
  const { y } = (await verdict(page).boundingBox())!;
  await expect(alert.getByRole("listitem").filter({ visible: true })).toHaveText([/foo/, /tier=9/, /i12,5/]);
  await field(page, "Input").fill("1250");
  await expect(alert.getByRole("listitem").filter({ visible: true })).toHaveText([/tier=9/]);
  await page.getByRole("radio", { name: "Tier 3", exact: true }).check({ force: true });
  await expect(alert).toBeHidden();
  expect((await verdict(page).boundingBox())!.y).toBe(y);
});

test("a link of which nothing can be read shows the worked example, and says so", async ({ page }) => {
  await openPlanner(page, "/?v=1&tier=2");
  await expect(
    page.getByRole("alert").filter({ hasText: "No workload could be read, so this is the worked example:" }),
  ).toBeVisible();
  await expect(monthCost(page)).toHaveText("$546.62");
});

test("a hostile link opens as text", async ({ page }) => {
  const script = "<script>document.title='taken'</script><img src=x onerror=alert(1)>";
  await openPlanner(
    page,
    `/?v=1&asOf=2026-11-23&title=${encodeURIComponent(script)}&w=${encodeURIComponent(`<b onclick=alert(1)>=1+1</b>:o1-mini 1/m i10 v5`)}&w=javascript:alert(1)&__proto__=1&constructor=2&w0.inputTokens=1`,
  );
  await expect(page.getByRole("textbox", { name: "Title of the scenario" })).toHaveValue(script);
  await expect(workloadNames(page).first()).toHaveText("<b onclick=alert(1)>=1+1</b>");
  await expect(page).not.toHaveTitle("taken");
  await expect(page.locator("main img, main script")).toHaveCount(0);
});

test("any damaged link opens, and names what could not be read", async ({ page }) => {
  for (const [what, link] of [
    ["broken percent-encoding", "/?v=1&asOf=2026-11-23&tier=%E0%A4%A&w=%zz:o1-mini+1/m+i10%"],
    ["30 kB of it", `/?v=1&asOf=2026-11-23&w=${"a".repeat(30_000)}:o1-mini+1/m+i10+v5`],
    ["a model nobody knows", "/?v=1&asOf=2026-11-23&w=Next:gpt-99-ultra+1/m+i10+v5"],
    ["more workloads than there may be", `/?v=1&asOf=2026-11-23&${"w=o1-mini+1/m+i10&".repeat(25)}`],
    ["another version", "/?v=2&w=o1-mini+1/m+i10"],
    ["no text at all", "/?%00=%00&v=1&w=%00%0a%ff"],
    ["the same key twice", "/?v=1&asOf=2026-11-23&tier=2&tier=3&w=o1-mini+1/m+i10"],
  ] as const) {
    await openEditor(page, link);
    await expect(verdict(page), what).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: "could not be read" }), what).toBeVisible();
    await expect(page.locator("body"), what).not.toContainText(/NaN|undefined|Infinity/);
  }
});

test("an old link shows its old price, and today’s beside it", async ({ page }) => {
  await openPlanner(page, SCENARIOS["the prices of another day"]);
  await expect(monthCost(page)).toHaveText("$94,608.00");
  await expect(
    page.getByText(
      words(
        "At the prices of 30 Jan 2025, which this link pins, it was $94,608.00 a month then; at those of 27 Nov 2026 it is $34,689.60 now.",
      ),
    ),
  ).toBeVisible();
  await page.getByRole("link", { name: "Use today’s" }).click();
  await expect(monthCost(page)).toHaveText("$34,689.60");
  await expect(page.getByRole("link", { name: "Use today’s" })).toBeHidden();
  await expect(page).toHaveURL(/asOf=2026-11-27/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(headFigure(page, "A month, 730 hours")).toHaveText("$94,608.00");
  await expect(page.getByRole("link", { name: "Use today’s" })).toBeVisible();
});

test("from the front page, one’s last scenario is a press away", async ({ page }) => {
  await openPlanner(page);
  await field(page, "Requests").fill("13");
  await expect(page).toHaveURL(/13\/m/);
  await openPlanner(page, "/");
  await expect(page.getByText("This is a starting point. Your last scenario is kept.")).toBeVisible();
  await page.getByRole("link", { name: "Return to mine" }).click();
  await expect(page).toHaveURL(/13\/m/);
});
