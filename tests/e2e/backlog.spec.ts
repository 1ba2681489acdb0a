import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/axe";
import { faultsOfFormula, faultsOfSource, openEveryWorking } from "@/tests/support/e2e/figures";
import { address, headFigure, verdict, words } from "@/tests/support/e2e/planner";
import { untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, expectNoNonsense, test } from "@/tests/support/e2e/test";

// A pile of work: figures, link, form, and why a job cannot be done, as a person sees them.

const AS_OF = "v=1&asOf=2026-11-23";
const LIVE = "w=Chat:o1-mini+2/m+i1500+v300+r900+k8000&w=Labels:o3-mini+b+50000/d+i700+v50+r200";
const PILE = `/backlog?${AS_OF}&tier=2&backlog=o3-mini+n25000+i1000+v300+r600&${LIVE}`;
const IN_MIX = "3 waves and 19,000 standard requests finish in 3 days for $111.32.";

const field = (page: Page, name: string): Locator =>
  page.getByRole("form", { name: "Backlog" }).getByRole("textbox", { name, exact: true });
const options = (page: Page): Locator =>
  page.getByRole("table", { name: "Time and cost of each way to do the backlog" });
const tiers = (page: Page): Locator =>
  page.getByRole("table", { name: "The backlog in batch, as standard and split, at every usage tier" });

const resultBar = (page: Page): Locator =>
  page.getByRole("complementary", { name: "Result", includeHidden: true }).getByRole("link", { includeHidden: true });

/**
 * Opens the page and waits until it answers: its effects have run when the bar is gone that stands in for a
 * verdict out of sight.
 */
async function open(page: Page, link = PILE): Promise<void> {
  await page.goto(link);
  await untilTakenOver(page, "main form");
  await expect(resultBar(page)).toHaveCount(0);
}

test.describe("without scripts", { tag: "@chromium-noscript" }, () => {
  test.use({ javaScriptEnabled: false });

  test(
    "figures, ways, tiers, notes and the tables of the charts are in the HTML",
    { tag: "@desktop" },
    async ({ page }) => {
      await page.goto(PILE);
      await expect(page).toHaveTitle(`${IN_MIX.slice(0, -1)} · Headroom`);
      await expect(verdict(page)).toContainText(
        words(
          `${IN_MIX} The deadline of 3 days is met. Batch alone would take 13 days for $63.25, standard alone 7.92 hours for $126.50.`,
        ),
      );
      await expect(headFigure(page, "Waves")).toHaveText("3");
      await expect(options(page).getByRole("row", { name: /Batch alone/ })).toContainText(
        words("13 waves…10 days late…13 days…$63.25"),
      );
      await expect(tiers(page).getByRole("row")).toHaveCount(7);
      await expect(
        page.getByRole("heading", { name: words("Waiting from 7.92 hours to 13 days saves $63.25 of $126.50") }),
      ).toBeVisible();
      await page.getByText("Table", { exact: true }).first().click();
      await expect(
        page
          .getByRole("table", { name: "Waves and the standard stream over time" })
          .getByRole("row", { name: "Wave 3" }),
      ).toContainText(words("2,000…2 days…3 days"));
      await expect(page.locator("[data-note=per-day]")).toContainText("a maximum per day");
      await expectNoNonsense(page);
    },
  );

  test(
    "the form leads to the link of what was entered, and names what it could not read",
    { tag: "@phone" },
    async ({ page }) => {
      await page.goto(PILE);
      await field(page, "Requests").fill("25M");
      await field(page, "Deadline").fill("2 weeks");
      await field(page, "Left to live traffic").fill("20");
      await field(page, "Budget").fill("12,5");
      const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/plan");
      await page.getByRole("button", { name: "Update", exact: true }).click();
      const response = await answered;
      expect(response.status()).toBe(303);
      expect(response.headers()["location"]).toBe(
        `/backlog?${AS_OF}&tier=2&backlog=o3-mini+n25000000+i1000+v300+r600+d336+l0.2&${LIVE}&b.budgetUsd=12,5`,
      );
      await page.waitForURL((url) => url.pathname === "/backlog");
      await expect(page.getByRole("alert").filter({ hasText: "12,5" })).toBeVisible();
      await expect(field(page, "Requests")).toHaveValue("25,000,000");
      await expect(verdict(page)).toContainText(words("Misses the deadline of 14 days."));
    },
  );

  test("says why it is not done", { tag: "@phone" }, async ({ page }) => {
    for (const [what, query, why] of [
      [
        "a request too large for both",
        "tier=1&backlog=o1+n5+i95000+v300+k8000",
        "Can never run. One o1 request has 95,000 input tokens; the batch queue of tier 1 holds 90,000. One o1 request is charged 103,000 tokens; tier 1 holds 30,000 a minute.",
      ],
      [
        "a tier that does not offer the model",
        "tier=free&backlog=o3-mini+n25000+i1000",
        "Does not run on Free. Free does not offer o3-mini.",
      ],
      [
        "a queue nobody published",
        "tier=1&backlog=o1-mini+n250000+i9500+v300+r600+k8000",
        "Cannot be told at tier 1. …OpenAI publishes no batch queue for o1-mini at tier 1.",
      ],
      [
        "a deadline every split misses",
        "tier=2&backlog=o3-mini+n25000+i1000+v300+r600+k8000+d24",
        "Misses the deadline of 24 hours. The earliest is 34.5 hours for $121.44, with 1 wave and 23,000 standard requests.",
      ],
      [
        "money that runs out",
        "tier=1&backlog=o3-mini+n25000+i1000+v300+r600",
        "Stops at 84.1 % of the work. …but tier 1’s $100 monthly usage limit is spent before.",
      ],
      [
        "no price",
        "tier=3&m=own+r1000+t1000000+q1000000&backlog=own+n1000+i1000",
        "1,000 standard requests finish in 2 minutes; the cost is unknown.",
      ],
    ] as const) {
      await page.goto(`/backlog?${AS_OF}&${query}&${LIVE}`);
      await expect(verdict(page), what).toContainText(words(why));
    }
  });

  test("another tier, and the sizes of a workload, are links", { tag: "@desktop" }, async ({ page }) => {
    await page.goto(PILE);
    await tiers(page)
      .getByRole("link", { name: words("Tier 3") })
      .click();
    expect(address(page)).toBe(PILE.replace("tier=2", "tier=3"));
    await page.getByRole("link", { name: "Use the sizes of Chat" }).click();
    expect(address(page)).toContain("&backlog=o1-mini+n25000+i1500+v300+r900+k8000&");
  });
});

test(
  "every keystroke updates the figures, the address follows, and a reload loses nothing",
  { tag: "@phone" },
  async ({ page }) => {
    await open(page);
    await field(page, "Deadline").fill("14 days");
    await expect(verdict(page)).toContainText(words("13 waves finish in 13 days for $63.25."));
    await field(page, "Requests").fill("2.5k");
    await expect(headFigure(page, "Waves")).toHaveText("2");
    await page.getByRole("radio", { name: "Actual use" }).check();
    await field(page, "Cap").fill("9000");
    await expect(page).toHaveURL(/charge=actual&backlog=o3-mini\+n2500\+i1000\+v300\+r600\+k9000\+d336&/);
    const figures = await page.locator("h1, #verdict dl").allTextContents();
    await page.reload();
    expect(await page.locator("h1, #verdict dl").allTextContents()).toEqual(figures);
    await expect(field(page, "Cap")).toHaveValue("9,000");
  },
);

test(
  "what cannot be read is said under the field, and the last good value stays; Undo goes back visit by visit",
  { tag: "@desktop" },
  async ({ page }) => {
    await open(page);
    await field(page, "Requests").fill("1,5");
    await expect(page.getByText("“1,5” could be 1.5 or 15. Write one of them; 25,000 is still used.")).toBeVisible();
    await expect(headFigure(page, "Cost")).toHaveText("$111.32");
    await field(page, "Requests").fill("50000");
    await field(page, "Budget").fill("150");
    await expect(verdict(page)).toContainText(words("the budget of $150 is not"));
    const undo = page.getByRole("button", { name: "Undo" });
    await undo.click();
    await expect(field(page, "Budget")).toHaveValue("");
    await expect(field(page, "Requests")).toHaveValue("50,000");
    await undo.click();
    await expect(field(page, "Requests")).toHaveValue("25,000");
    await expect(undo).toBeDisabled();
    await expect(headFigure(page, "Cost")).toHaveText("$111.32");
  },
);

test(
  "one scenario is seen on Plan and on Backlog: the header leads there and back with every edit",
  { tag: "@phone" },
  async ({ page }) => {
    const go = async (name: string) => {
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();
    };
    await open(page);
    await page.getByRole("radio", { name: "Tier 4", exact: true }).check({ force: true });
    await go("Plan");
    await expect(page).toHaveURL(new RegExp(`/\\?v=1&asOf=2026-11-23&tier=4&backlog=o3-mini\\+n25000`));
    await expect(page.getByRole("radio", { name: "Tier 4", exact: true })).toBeChecked();
    await go("Backlog");
    await expect(page).toHaveURL((url) => url.pathname + url.search === PILE.replace("tier=2", "tier=4"));
    await expect(verdict(page)).toContainText(words("1 wave finishes in 24 hours for $63.25."));
    await expect(page.getByText("You opened a shared link.")).toBeHidden();
  },
);

test(
  "a scenario without a backlog is given a month of its batch workload, and says so; sizes come from workloads and presets",
  { tag: "@phone" },
  async ({ page }) => {
    await open(page, `/backlog?${AS_OF}&tier=4&${LIVE}`);
    await expect(verdict(page)).toContainText(
      "This scenario has no backlog of its own yet: a month of Labels stands in, 1,520,834 requests.",
    );
    await expect(headFigure(page, "Cost")).toHaveText("$1,421.98");
    await page.getByRole("link", { name: "Use the sizes of Chat" }).click();
    await expect(field(page, "Input")).toHaveValue("1,500");
    await expect(field(page, "Cap")).toHaveValue("8,000");
    await expect(page.getByText("This scenario has no backlog of its own yet")).toBeHidden();
    await page.getByRole("combobox", { name: "Use the sizes of a preset" }).selectOption("Extraction");
    await expect(page.getByRole("button", { name: /^Model / })).toHaveAccessibleName(/^Model gpt-6.1-terra/);
    await expect(field(page, "Input")).toHaveValue("4,000");
    await expect(field(page, "Requests")).toHaveValue("1,520,834");
  },
);

test("every figure opens its working, whose formula gives it", { tag: "@desktop" }, async ({ page, request }) => {
  const method = await (await request.get("/method")).text();
  const ids = new Set([...method.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
  for (const query of [
    "tier=2&backlog=o3-mini+n25000+i1000+c300+v300+r600+u100",
    "tier=1&turnaround=7.5&backlog=o3-mini+n777777+i1234.567+v33.3+r77+k999+l0.35",
    "tier=3&m=own+i0.0000012+o3+bi0.7+bo1.5+r90+t100000+q999&backlog=own+n31+i7+v0.001+d1000",
  ]) {
    await open(page, `/backlog?${AS_OF}&${query}&${LIVE}`);
    const opened = await openEveryWorking(page);
    expect(opened.length).toBeGreaterThan(20);
    expect(opened.flatMap((one) => [...faultsOfFormula(one), ...faultsOfSource(one, ids)])).toEqual([]);
  }
});

test("both charts are drawn, and say in words what they show", { tag: ["@desktop", "@firefox"] }, async ({ page }) => {
  await open(page);
  const charts = page.getByRole("region", { name: "Charts" });
  await charts.scrollIntoViewIfNeeded();
  await expect(charts.getByRole("img", { name: /^Waves and the standard stream over time/ })).toBeVisible();
  await expect(charts.getByRole("img", { name: /^Cost against time/ })).toBeVisible();
  await expect(charts.locator("svg text").filter({ hasText: words("deadline 3 days") })).toHaveCount(2);
});

test("all of it goes by keyboard: first field, tier, working, undo", { tag: "@desktop" }, async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await expect(field(page, "Requests")).toBeFocused();
  await page.getByRole("radio", { name: "Tier 2", exact: true }).focus();
  await page.keyboard.press("4");
  await expect(verdict(page)).toContainText(words("1 wave finishes in 24 hours"));
  const cost = headFigure(page, "Cost").getByRole("button");
  await cost.focus();
  await page.keyboard.press("w");
  const working = page.getByRole("dialog", { name: "Cheapest by" });
  await expect(working).toContainText("25,000 × $0.00253");
  await page.keyboard.press("Escape");
  await expect(cost).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("radio", { name: "Tier 2", exact: true })).toBeChecked();
});

test(
  "nothing is wider than the window, the result stays in sight, and axe finds nothing",
  { tag: "@phone" },
  async ({ page }) => {
    for (const link of [
      PILE,
      `/backlog?${AS_OF}&tier=5&m=${"m".repeat(40)}+i999999.99+o999999.99+bi1+bo1+r1+t1000000000+q1000000&backlog=${"m".repeat(40)}+n999999999999+i1000000+v1+u0.01&w=${"W".repeat(60)}:o1+1/m+i1`,
    ]) {
      await open(page, link);
      for (const width of [1440, 1199, 768, 320, 360]) {
        await page.setViewportSize({ width, height: 900 });
        // A chart is drawn to its new width a frame later.
        await expect
          .poll(
            () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            `${link.slice(0, 60)} at ${width}`,
          )
          .toBeLessThanOrEqual(0);
      }
      await expectAccessible(page, "html", { contrast: link === PILE });
    }
    await open(page);
    await field(page, "Deadline").focus();
    await expect(resultBar(page)).toContainText(words("Done in 3 days…$111.32"));
  },
);
