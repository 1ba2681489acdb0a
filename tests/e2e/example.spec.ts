import type { Page } from "@playwright/test";
import { encodeLink } from "@/lib/link";
import { STARTS } from "@/lib/scenario";
import { O1_MINI_LINK } from "@/tests/support/make/o1-mini-example";
import { manyWorkloads, SCENARIOS } from "@/tests/support/e2e/links";
import { bill, expectBillAddsUp, field, headFigure, monthCost, verdict, words } from "@/tests/support/e2e/planner";
import { expect, expectNoNonsense, openPlanner, test } from "@/tests/support/e2e/test";

// What the page says before anybody touches it. Each text is the server's and the same on every screen, so all but the
// first test look at the page without scripts; that a browser makes the same of it is watched wherever scripts run.

const starts = (page: Page) => page.getByRole("navigation", { name: "Start from" });

test(
  "the first visit: an example of today that fits, and other scenarios to start from",
  { tag: "@desktop" },
  async ({ page }) => {
    await openPlanner(page, "/");
    await expect(verdict(page)).toHaveText(words("Fits tier 3. Monthly usage binds first, at 1.8 times this traffic."));
    await expect(monthCost(page)).toHaveText("$546.62");
    await expect(page.getByText("An example to change")).toBeVisible();
    await expect(starts(page).getByRole("link")).toHaveText(
      [...STARTS.map(({ name }) => name).slice(0, -1), "A log of your own", "Blank"].map(words),
    );
    await expect(starts(page).locator("[aria-current]")).toHaveText(["Support chat"]);

    await field(page, "Requests").fill("21");
    await expect(page.getByText("An example to change")).toBeHidden();
    await expect(starts(page).locator("[aria-current]")).toHaveCount(0);
    await starts(page).getByRole("link", { name: "Extraction" }).click();
    await expect(monthCost(page)).toHaveText("$1,977.08");
    await expect(page.getByText("An example to change")).toBeVisible();
    await expect(starts(page).locator("[aria-current]")).toHaveText(["Extraction"]);
    await expect(page).toHaveURL(encodeLink(STARTS[1]!.scenario));

    // Nothing is lost: neither by undo nor, after a while, from what is kept.
    const kept = () =>
      page.evaluate(() => (JSON.parse(localStorage["headroom"] as string) as { recent: string[] }).recent);
    expect(await kept()).toEqual([encodeLink(STARTS[1]!.scenario), expect.stringContaining("luna+21/m")]);
    await page.getByText("Extraction is open").locator("..").getByRole("button", { name: "Undo" }).click();
    await expect(field(page, "Requests")).toHaveValue("21");
  },
);

test("the o1-mini example: verdict, figures, title", { tag: "@phone" }, async ({ page }) => {
  await page.goto(O1_MINI_LINK);
  await expect(verdict(page)).toContainText(
    "Does not fit tier 3. Its $1,000 monthly usage limit is spent in 20 hours. Tier 5 fits, with room for 5.5 times this traffic.",
  );
  await expect(verdict(page)).toContainText(
    "o1-mini retired on 27 Oct 2025 and o3-mini retired on 23 Oct 2026. These are their last published prices and limits.",
  );
  for (const [label, amount] of [
    ["A month, 730 hours", "$36,111.58"],
    ["A year", "$433,338.95"],
    ["A day", "$1,187.23"],
    ["1,000 requests", "$5.33"],
    ["A request, mean", "$0.005329"],
  ] as const) {
    await expect(headFigure(page, label)).toHaveText(amount);
  }
  await expect(page.getByRole("heading", { name: "All in batch would save $16,477.56 a month" })).toBeVisible();
  const title = words("Chat and nightly labels: Does not fit tier 3 · $36,111.58 a month");
  const description = words(
    "o1-mini and o3-mini: Does not fit tier 3. … $36,111.58 a month. o1-mini retired on 27 Oct 2025",
  );
  await expect(page).toHaveTitle(title);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", description);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", title);
  await expect(page.locator('meta[property="og:description"]')).toHaveAttribute("content", description);
  await expectNoNonsense(page);
});

test.describe("without scripts", { tag: ["@desktop", "@chromium-noscript"] }, () => {
  test.use({ javaScriptEnabled: false });

  test("a starting point is a link, which is out of the way of one’s own scenario", async ({ page }) => {
    await page.goto("/");
    await starts(page).getByRole("link", { name: "Blank" }).click();
    await expect(verdict(page)).toHaveText(words("Fits tier 1. Monthly usage binds first, at 2.9 times this traffic."));
    await expect(starts(page).locator("[aria-current]")).toHaveText(["Blank"]);
    await expect(page.getByText("An example to change")).toHaveCount(0);

    await page.goto(O1_MINI_LINK);
    await expect(starts(page).getByRole("link", { name: "Coding agent" })).toBeHidden();
    await starts(page).getByText("Start from an example, or blank").click();
    await starts(page).getByRole("link", { name: "Coding agent" }).click();
    await expect(monthCost(page)).toHaveText("$3,518.60");
  });

  test("the o1-mini example: limits, tiers, models, notes and sources", async ({ page }) => {
    await page.goto(O1_MINI_LINK);
    const limits = page
      .getByRole("region", { name: "Monthly usage binds first; every other limit would fit" })
      .getByRole("listitem");
    await expect(limits).toHaveText([
      words("Monthly usage…$36,111.58 of $1,000 a month…3,611 %…Binds first…0.028×"),
      words("Batch queue…o3-mini…35M of 40M input tokens, held 24 h…87.5 %…1.14×…next to bind"),
      words("Tokens a minute…o1-mini…mean 1.14M, peak 2.85M of 4M…71.3 %…1.40×"),
      words("Requests a minute…o1-mini…mean 120, peak 300 of 5,000…6 %…16.7×"),
    ]);

    const tiers = page.getByRole("table", { name: "This scenario at every usage tier" });
    await expect(tiers.getByRole("columnheader", { name: /^Tier/ })).toHaveText(
      [
        "Tier 1… Does not fit",
        "Tier 2… Does not fit",
        "Tier 3… Does not fit",
        "Tier 4… Does not fit",
        "Tier 5… Fits",
      ].map(words),
    );
    await expect(tiers.getByRole("row", { name: /^Monthly usage/ }).getByRole("cell")).toHaveText([
      "36,112 %of $100",
      "7,222 %of $500",
      "3,611 %of $1,000",
      "722.2 %of $5,000",
      "18.1 %of $200K",
    ]);
    await expect(tiers.getByRole("row", { name: /^Reached after/ }).getByRole("cell")).toHaveText([
      "$5",
      "$50",
      "$100",
      "$250",
      "$1,000",
    ]);

    const models = page.getByRole("table", { name: "The whole scenario on other models" });
    await expect(models.getByRole("row", { name: /^(o\d|gpt)/ })).toHaveText(
      [
        "o1-mini standard…$37,533.56",
        "o3-mini standard…$37,533.56",
        "gpt-5.6-sol standard, successor…$158,189.54",
        "gpt-5.6-terra standard, successor…$92,469.59",
        "gpt-5.6-luna standard…$9,246.96",
        "gpt-5.6-luna batch…$4,623.48",
      ].map(words),
    );

    const notes = page
      .getByRole("region", { name: "Three things to know before you rely on this" })
      .getByRole("listitem");
    await expect(notes).toHaveText(
      [
        "The month costs 36 times tier 3’s usage limit of $1,000.",
        "Support chat: o1-mini retired on 27 Oct 2025.",
        "Nightly labels: o3-mini retired on 23 Oct 2026.",
      ].map(words),
    );

    const sources = page.getByRole("contentinfo").getByRole("listitem");
    await expect(sources).toHaveCount(5);
    for (const source of await sources.all()) {
      await expect(source).toContainText("27 Nov 2026");
      await expect(source.getByRole("link")).toHaveAttribute("href", /^https:\/\/platform\.openai\.com\//);
    }
  });

  test("the bill of the o1-mini example, line by line", async ({ page }) => {
    await page.goto(O1_MINI_LINK);
    const rows = await bill(page)
      .getByRole("row")
      .evaluateAll((all) =>
        all
          .map((row) => [
            row.querySelector('[role="rowheader"]')?.textContent,
            row.querySelector("[data-work]")?.textContent,
          ])
          .filter(([, amount]) => amount),
      );
    expect(rows).toEqual([
      ["Support chat o1-mini", "$34,689.60"],
      ["Input", "$5,203.44"],
      ["Cached input", "$1,734.48"],
      ["Visible output", "$6,937.92"],
      ["Reasoning", "$20,813.76"],
      ["Nightly labels o3-mini, batch", "$1,421.98"],
      ["Input", "$585.52"],
      ["Visible output", "$167.29"],
      ["Reasoning", "$669.17"],
      ["Total a month", "$36,111.58"],
    ]);
  });

  test("every bill adds up, line by line, to its total", async ({ page }) => {
    const links = [
      SCENARIOS["the worked example"],
      SCENARIOS["the o1-mini example"],
      SCENARIOS["retries, peaks and the larger of input and cap"],
      SCENARIOS["days and months whose decimals never end"],
      SCENARIOS["a model of one’s own"],
      manyWorkloads(20),
    ];
    for (const link of links) {
      await page.goto(link);
      await expectBillAddsUp(page);
    }
  });
});
