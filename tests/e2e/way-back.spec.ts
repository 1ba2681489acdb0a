import type { Page } from "@playwright/test";
import { holdScripts, untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, haveWorkedOn, test } from "@/tests/support/e2e/test";

// What is one’s own stays within reach: over Import, Models and Method, and beside somebody else’s link.

const MINE = "/?v=1&asOf=2026-11-23&tier=3&w=Chat:o3-mini+7/m+i1500+v300";
const THEIRS = "/?v=1&asOf=2026-11-23&title=Theirs&w=o1+5/m+i100+v100";

/** Opens the page in a browser that has worked on `MINE`. */
async function openAsOwner(page: Page, path: string, waitUntil: "load" | "domcontentloaded" = "load"): Promise<void> {
  await haveWorkedOn(page, MINE);
  await page.goto(path, { waitUntil });
}

const search = (path: string) => (url: URL) => url.pathname + url.search === path;

test(
  "Import asks before it takes the place of a scenario, keeps its tier, and gives it back",
  { tag: "@desktop" },
  async ({ page }) => {
    await openAsOwner(page, "/import");
    await untilTakenOver(page, "input[type=file]");
    const rows = Array.from({ length: 30 }, (_, n) => `2026-09-01T08:00:${String(n + 10)}Z,gpt-4.1,1000,100`);
    const log = ["timestamp,model,prompt_tokens,completion_tokens", ...rows].join("\n");
    await page.getByLabel("Choose a log").setInputFiles({ name: "week.csv", mimeType: "", buffer: Buffer.from(log) });
    await page.getByRole("button", { name: "Use as workloads" }).click();
    await expect(page.getByText("Replace your scenario “Chat”, or add these workloads to it?")).toBeVisible();
    await page.getByRole("button", { name: "Add to it" }).click();
    await expect(page).toHaveURL(/tier=3&w=Chat:o3-mini.*&w=gpt-4\.1/);
    await expect(page.getByText("took the place of your scenario")).toBeHidden();

    await page.goBack();
    await page.getByRole("button", { name: "Use as workloads" }).click();
    await page.getByRole("button", { name: "Replace it" }).click();
    await expect(page).toHaveURL(/title=week\.csv&tier=3&.*w=gpt-4\.1/);
    await expect(page.getByText("took the place of your scenario")).toBeVisible();
    await expect(page.getByText("You opened a shared link.")).toBeHidden();
    await page.getByRole("link", { name: "Bring back" }).click();
    await expect(page).toHaveURL(/tier=3&w=Chat:o3-mini/);
  },
);

test(
  "pages without a scenario lead back to one’s own; a model’s page takes it over",
  { tag: "@desktop" },
  async ({ page }) => {
    await openAsOwner(page, "/method");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Traffic" }).click();
    await expect(page).toHaveURL(search(MINE.replace("/?", "/traffic?")));
    await page.getByRole("link", { name: "Models", exact: true }).click();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Plan" }).click();
    await expect(page).toHaveURL(search(MINE));

    await page.goto("/models");
    await page.getByRole("link", { name: "Headroom", exact: true }).click();
    await expect(page).toHaveURL(search(MINE));

    await page.goto("/models/o4-mini");
    await untilTakenOver(page, "main button");
    await page.getByRole("button", { name: "Move your workloads to it" }).click();
    await expect(page).toHaveURL(search(MINE.replace("o3-mini", "o4-mini")));
    await expect(page.getByRole("link", { name: "Bring back" })).toBeVisible();
  },
);

test("a banner stands from the first paint, and an edit moves nothing", { tag: "@desktop" }, async ({ page }) => {
  const arrive = await holdScripts(page);
  await openAsOwner(page, THEIRS, "domcontentloaded");
  await expect(page.getByText("You opened a shared link. Your last scenario is kept.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Return to mine" })).toHaveAttribute("href", /Chat:o3-mini/);
  const top = async () => (await page.locator("#say").boundingBox())!.y;
  const before = await top();
  arrive();
  await untilTakenOver(page, "#title");
  await page.getByLabel("Requests", { exact: true }).first().fill("8");
  await expect(page).toHaveURL(/\+8\/m|:?o1\+8\/m/);
  await expect(page.getByText("You opened a shared link.")).toHaveCount(0);
  expect(await top()).toBe(before);
});
