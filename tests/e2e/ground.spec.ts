import type { Page, Request } from "@playwright/test";
import { O1_MINI_LINK } from "@/tests/support/make/o1-mini-example";
import { bill, field, monthCost, openWorkload, verdict, words } from "@/tests/support/e2e/planner";
import { untilIdle, untilSeen, untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, haveWorkedOn, openEditor, openPlanner, test } from "@/tests/support/e2e/test";

// What breaks under a page (the network, another version of it, storage, a late script) costs neither page nor edit.

const PAGES = [
  "/",
  O1_MINI_LINK,
  "/compare",
  `/compare${O1_MINI_LINK.slice(1)}`,
  "/forecast",
  `/forecast${O1_MINI_LINK.slice(1)}`,
  "/traffic",
  `/traffic${O1_MINI_LINK.slice(1)}`,
  "/backlog",
  `/backlog${O1_MINI_LINK.slice(1)}`,
  "/import",
  "/models",
  "/models/gpt-6.1-sol",
  "/method",
  "/api",
];

/** What the page says could not be loaded. */
const missing = (page: Page) => page.getByRole("status").filter({ hasText: "Could not be loaded" });

test.describe("a script that cannot be fetched", () => {
  test.use({ tolerated: /Failed to load resource|net::ERR/ });

  test("offline: the edit stays, and what is missing comes with the network", { tag: "@desktop" }, async ({ page }) => {
    await openEditor(page);
    await page.context().setOffline(true);
    await field(page, "Requests").fill("240");
    await page.getByRole("button", { name: /^More: new/ }).click();
    await expect(missing(page)).toContainText("the menu");
    await expect(page).toHaveURL(/o1-mini\+240\/m/);
    await page.context().setOffline(false);
    await expect(page.getByRole("dialog", { name: "This scenario" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(monthCost(page)).toHaveText("$70,801.18");
    await expect(bill(page)).toContainText("$70,801.18");
    await expect(missing(page)).toHaveCount(0);
  });

  test("offline mid-edit: the page follows with what it has", { tag: "@desktop" }, async ({ page }) => {
    await openPlanner(page);
    await page.context().setOffline(true);
    await field(page, "Requests").fill("240");
    await expect(monthCost(page)).toHaveText("$70,801.18");
    await expect(bill(page)).toContainText("$70,801.18");
    await monthCost(page).getByRole("button").click();
    await expect(missing(page)).toContainText("the working of the figure");
    await page.context().setOffline(false);
    await expect(page.getByRole("dialog", { name: "Cost of a month" })).toContainText("$69,379.20 + $1,421.98");
    await expect(missing(page)).toHaveCount(0);
  });

  test("another version was deployed: pressed again it is fetched", { tag: "@phone" }, async ({ page }) => {
    await openEditor(page);
    await page.route("**/_next/static/**", (route) => route.fulfill({ status: 404, body: "" }));
    await field(page, "Requests").fill("240");
    await page.getByRole("button", { name: /^More: new/ }).click();
    await expect(missing(page)).toContainText("the menu");
    await expect(missing(page).getByRole("button", { name: "Reload" })).toBeVisible();
    await page.unroute("**/_next/static/**");
    await missing(page).getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("dialog", { name: "This scenario" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(monthCost(page)).toHaveText("$70,801.18");
    await expect(missing(page)).toHaveCount(0);
  });

  test("details whose script is missing are drawn faintly until it is there", { tag: "@desktop" }, async ({ page }) => {
    await page.route("**/_next/static/**/*.js", async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      await (body.includes('"h-lim"') ? route.abort() : route.fulfill({ response, body }));
    });
    await openEditor(page);
    await field(page, "Requests").fill("240");
    await expect(missing(page)).toContainText("the details below");
    const details = page.locator("section", { has: bill(page) });
    await expect(details).toHaveCSS("opacity", "0.5");
    await page.unroute("**/_next/static/**/*.js");
    await missing(page).getByRole("button", { name: "Try again" }).click();
    await expect(bill(page)).toContainText("$70,801.18");
    await expect(details).toHaveCSS("opacity", "1");
  });

  test("a chart says so in its place", { tag: "@desktop" }, async ({ page }) => {
    // So low that no chart is near before the page is scrolled.
    await page.setViewportSize({ width: 1440, height: 300 });
    await page.goto("/models/gpt-5.4");
    await page.route("**/_next/static/**", (route) => route.fulfill({ status: 404, body: "" }));
    const chart = page.getByRole("figure").first();
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toContainText("The chart could not be loaded; its table holds every value.");
    await page.unroute("**/_next/static/**");
    await chart.getByRole("button", { name: "Try again" }).click();
    await expect(chart.locator("svg text").first()).toBeVisible();
  });

  test("a worker says so where its result would stand", { tag: "@phone" }, async ({ page }) => {
    await page.goto("/import");
    await untilTakenOver(page, "#prompt textarea");
    await page.route("**/_next/static/**", (route) => route.fulfill({ status: 404, body: "" }));
    const prompt = page.locator("#prompt");
    await prompt.getByRole("textbox").fill("hello there");
    await prompt.getByRole("button", { name: "Count tokens" }).click();
    await expect(prompt).toContainText("It could not be counted: its script could not be fetched.");
    await page.unroute("**/_next/static/**");
    await prompt.getByRole("button", { name: "Count tokens" }).click();
    await expect(prompt.getByRole("heading")).toHaveText(words("9 tokens before the answer, for gpt-5-nano"));
  });

  test(
    "the page’s first scripts: the page stays, and says that it follows no edit",
    { tag: "@phone" },
    async ({ page }) => {
      await page.route("**/_next/static/**/*.js", (route) => route.abort());
      await page.goto(O1_MINI_LINK);
      await expect(page.getByText("The scripts of this page could not be loaded")).toBeVisible();
      await expect(monthCost(page)).toHaveText("$36,111.58");
      await page.unroute("**/_next/static/**/*.js");
      await page.getByRole("link", { name: "Reload" }).click();
      await untilTakenOver(page, "#title");
      await openWorkload(page, 0);
      await field(page, "Requests").fill("240");
      await expect(monthCost(page)).toHaveText("$70,801.18");
      await expect(page.getByText("The scripts of this page could not be loaded")).toBeHidden();
    },
  );

  test("a shared link and one’s own stand as they will from the first paint", { tag: "@phone" }, async ({ page }) => {
    await haveWorkedOn(page, "/?v=1&asOf=2026-11-27&w=Mine:gpt-5+1000/mo+i600+v120");
    // No script but those in the HTML has run yet.
    await page.route("**/_next/static/**/*.js", (route) => route.abort());
    const banner = page.getByText("You opened a shared link. Your last scenario is kept.");
    await page.goto(O1_MINI_LINK);
    await expect(banner).toBeVisible();
    await page.goto("/?v=1&asOf=2026-11-27&w=Mine:gpt-5+1000/mo+i600+v120");
    await expect(page.getByText("You opened a shared link.")).toBeHidden();
    await expect(field(page, "Requests")).toBeVisible();
    await page.goto("/");
    await expect(page.getByText(words("This is a starting point. Your last scenario is kept."))).toBeVisible();
  });
});

test("with storage blocked every page works", { tag: "@desktop" }, async ({ page }) => {
  await page.addInitScript(() => {
    for (const store of ["localStorage", "sessionStorage", "indexedDB"])
      Object.defineProperty(window, store, {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
  });
  await openEditor(page, O1_MINI_LINK);
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: /^More/ }).click();
  const menu = page.getByRole("dialog", { name: "This scenario" });
  await menu.getByRole("button", { name: "Save in this browser" }).click();
  await expect(menu).toContainText("This browser does not let pages keep anything");
  await menu.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await field(page, "Requests").fill("240");
  await expect(monthCost(page)).toHaveText("$70,801.18");
  for (const path of ["/traffic", "/backlog", "/models"]) {
    await page.goto(path);
    await expect(verdict(page)).toBeVisible();
  }
  await page.goto("/import");
  await page
    .getByRole("textbox", { name: /usage|log/i })
    .first()
    .fill('{"model":"o1-mini","input_tokens":7}');
});

test(
  "nothing shifts on any page, on load or at the first touch",
  { tag: "@chromium-shifts" },
  async ({ page, isPhone }) => {
    await page.setViewportSize(isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 });
    await haveWorkedOn(page, "/?v=1&asOf=2026-11-27&w=Mine:gpt-5+1000/mo+i600+v120");
    await page.addInitScript(() => {
      const shifts: string[] = ((window as unknown as { shifts: string[] }).shifts = []);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        })[])
          shifts.push(`${entry.value.toFixed(4)} ${entry.sources[0]?.node?.textContent?.slice(0, 60) ?? ""}`);
      }).observe({ type: "layout-shift", buffered: true });
    });
    const asked = new Set<Request>();
    page.on("request", (request) => asked.add(request));
    for (const over of ["requestfinished", "requestfailed"] as const)
      page.on(over as "requestfinished", (request) => asked.delete(request));
    // A phone’s narrow columns move most; the desktop sees a page of each kind.
    for (const path of isPhone ? PAGES : PAGES.filter((_, n) => n % 2 === 1)) {
      await page.goto(path);
      await page.mouse.move(3, 500);
      await page.mouse.wheel(0, 40);
      await untilTakenOver(
        page,
        "header button",
        ...((await page.locator("main form").count()) > 0 ? ["main form"] : []),
      );
      // What the page’s script fetches has come, and is drawn.
      await expect.poll(() => untilIdle(page).then(() => asked.size), { intervals: [50] }).toBe(0);
      await untilIdle(page);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
      const total = shifts.reduce((sum, shift) => sum + parseFloat(shift), 0);
      expect(total, `${path}: ${shifts.join("; ")}`).toBeLessThan(0.01);
    }
  },
);

test("? and / work on the pages to read too", { tag: "@desktop" }, async ({ page }) => {
  for (const [path, first] of [
    ["/models", "#q"],
    ["/models/gpt-6.1-sol", "main a, main select, main input"],
    ["/method", "main nav a"],
    ["/api", "main nav a"],
    ["/import", "#inputs textarea, #inputs input"],
  ] as const) {
    await page.goto(path);
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await untilSeen(
      () => page.keyboard.press("?"),
      (expect) => expect(dialog).toBeVisible(),
    );
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.keyboard.press("/");
    await expect(page.locator(":focus")).toHaveCount(1);
    expect(await page.locator(":focus").evaluate((at, first) => at.matches(first), first), path).toBe(true);
  }
});
