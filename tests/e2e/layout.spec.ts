import type { Page } from "@playwright/test";
import { manyWorkloads, SCENARIOS } from "@/tests/support/e2e/links";
import { field, monthCost, openModel, openSettings, openWorkload, workload } from "@/tests/support/e2e/planner";
import { untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Nothing is wider than the window, the result stays in sight, and the theme is remembered.

const LONG = "W".repeat(60);
const LINKS = [
  "/",
  // A trillion tokens a day on the dearest model.
  "/?v=1&asOf=2026-11-23&tier=5&w=Everything:o1+1000000/d+x3+i900000+c1000+v40000.125+r59999.875+k100000+a0.25",
  SCENARIOS["a model of one’s own"],
  SCENARIOS["a limit that is not published"],
  `/?v=1&asOf=2025-01-30&tier=9&title=${LONG}&budget=100&m=${"m".repeat(40)}+i1.123456789012+o2&w=${LONG}:${"m".repeat(40)}+99/s+i99999.999+v100&w=${LONG}:o1-mini+b+1/mo+i1,5&w=${encodeURIComponent("長い名前の作業".repeat(8))}:o1+1/m+i100+k99999999999`,
  manyWorkloads(20),
  "/models",
  "/models/o1-mini",
  "/models/gpt-5.6-luna",
  "/models/gpt-4.1",
  "/method",
  "/api",
];

/** What stands out of the window to the right, though it does not scroll by itself. */
const wider = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Not `innerWidth`: a phone’s grows with what is too wide for it, and it counts a scrollbar in.
    const window = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= window) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const out = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > window + 0.5 && !scrolls(element),
    );
    return [
      `${document.documentElement.scrollWidth} px`,
      ...out
        .slice(0, 5)
        .map((element) => `${element.tagName}.${element.className} ${element.textContent!.slice(0, 30)}`),
    ];
  });

test("no page is wider than its window, at any width", { tag: ["@phone", "@firefox"] }, async ({ page }) => {
  for (const link of LINKS) {
    await page.goto(link);
    await page
      .locator("details")
      .evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));
    for (const width of [1440, 1199, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 900 });
      // A chart is drawn to its new width a frame later.
      await expect.poll(() => wider(page), `${link.slice(0, 60)} at ${width}`).toEqual([]);
    }
  }
});

/** Where a line of text begins within a number or a name of a model, or with what belongs to the number before it. */
const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      const { data, parentElement: element } = node;
      if (!/\d/.test(data) || !element!.checkVisibility() || element!.closest("code, pre, .sr-only, script")) continue;
      range.selectNodeContents(node);
      if (range.getClientRects().length < 2) continue;
      let last = -Infinity;
      for (let at = 0; at < data.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const top = range.getClientRects()[0]?.top ?? last;
        const [before, after] = [data.slice(0, at), data.slice(at)];
        if (top > last + 5 && /\d[,.]?$/.test(before) && /^[\d,.]*[\d%×,)]/.test(after)) out.push(`${before}|${after}`);
        last = top;
      }
    }
    return out;
  });

test("no number is broken or cut", { tag: ["@desktop", "@firefox"] }, async ({ page }) => {
  const far = `/?v=1&asOf=2026-11-23&tier=1&w=Chat:gpt-4.1-mini+900/m+x2.5+i9000+v300&w=Long:gpt-5.4+40/m+x2+i300000+v500+r900+k8000`;
  for (const link of ["/", far, "/compare", "/forecast", "/traffic", "/backlog", "/models/gpt-5.6-luna"]) {
    await page.goto(link);
    for (const width of [768, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await broken(page), link).toEqual([]);
      const cut = await page
        .locator("input:not([type=radio], [type=checkbox], [type=range])")
        .evaluateAll((all) =>
          (all as HTMLInputElement[])
            .filter((input) => input.inputMode === "decimal" && input.scrollWidth > input.clientWidth + 1)
            .map((input) => `${input.name} ${input.value}`),
        );
      expect(cut, link).toEqual([]);
    }
  }
});

test("a term opens its meaning, and gives the focus back", { tag: ["@phone", "@chromium-touch"] }, async ({ page }) => {
  await page.goto("/models/gpt-5.6-luna");
  await untilTakenOver(page, "main button");
  const term = page.getByRole("link", { name: "Batch queue" });
  const meaning = page.getByRole("dialog", { name: "Batch queue" });
  await term.tap();
  await expect(meaning).toContainText("input tokens that may wait in batch at once");
  await page.keyboard.press("Escape");
  await expect(meaning).toBeHidden();
  await expect(term).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(meaning).toBeVisible();
  await page.goto((await term.getAttribute("href"))!);
  await expect(page.locator("#term-batch-queue")).toBeInViewport();
});

test("a working stays in the window wherever its figure is", { tag: "@firefox-desktop" }, async ({ page }) => {
  await openPlanner(page);
  for (const figure of [
    monthCost(page).getByRole("button"),
    page.locator('[data-work="u.0.5"]'),
    page.locator('[data-work^="alt."]').last(),
    page.locator('[data-work="w.1.reasoning"]'),
  ]) {
    await figure.click();
    const box = (await page.getByRole("dialog").boundingBox())!;
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width + 1);
    expect(box.y + box.height).toBeLessThanOrEqual(height + 1);
    await page.keyboard.press("Escape");
  }
});

test("the result stays in sight: beside the editor, or in a bar below it", async ({ page, isPhone }) => {
  await openPlanner(page);
  const bar = page.getByRole("complementary", { name: "Result" }).getByRole("link");
  await expect(bar).toBeHidden();
  await workload(page, 0).getByRole("textbox", { name: "Billed retries" }).scrollIntoViewIfNeeded();
  await field(page, "Billed retries").focus();
  if (!isPhone) {
    await expect(monthCost(page)).toBeInViewport();
    await expect(bar).toBeHidden();
    return;
  }
  await expect(bar).toBeInViewport();
  await expect(bar).toContainText("$36,111.58");
  await expect(bar).toContainText(/Does not fit tier\s3/);
  await field(page, "Requests").fill("1");
  await field(page, "Reasoning").focus();
  await expect(bar).toContainText("$1,711.06");
  await bar.click();
  await expect(monthCost(page)).toBeInViewport();
  await expect(bar).toBeHidden();
});

test(
  "the theme follows the system until one is chosen, which is remembered",
  { tag: ["@phone", "@chromium-media"] },
  async ({ page }) => {
    const [light, dark] = ["rgb(255, 255, 255)", "rgb(15, 17, 19)"];
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await openPlanner(page);
    expect(await ground()).toBe(dark);
    const theme = page.getByRole("button", { name: /^Theme:/ });
    await theme.click();
    await expect(theme).toHaveAccessibleName("Theme: light");
    expect(await ground()).toBe(light);
    await theme.click();
    await expect(theme).toHaveAccessibleName("Theme: dark");
    expect(await ground()).toBe(dark);
    await page.goto("/models");
    expect(await ground()).toBe(dark);
    await openPlanner(page);
    await expect(theme).toHaveAccessibleName("Theme: dark");
    await theme.click();
    await expect(theme).toHaveAccessibleName("Theme: follows the system");
    expect(await ground()).toBe(dark);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await ground()).toBe(light);
  },
);

test("on a phone a link opens with its workloads closed, on a desktop the first one open; the pages are in a menu or a bar", async ({
  page,
  isPhone,
}) => {
  await openPlanner(page, SCENARIOS["a model of one’s own"]);
  await expect(field(page, "Requests")).toBeVisible({ visible: !isPhone });
  await openWorkload(page, 0);
  await openModel(page, "my-model");
  if (isPhone) await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Method" }).click();
  await expect(page).toHaveURL(/\/method$/);
});

test(
  "every page is in the bar from 900 px on, below that in a menu for hand and keyboard",
  { tag: "@desktop" },
  async ({ page }) => {
    const pages = page.getByRole("navigation", { name: "Main" });
    const menu = page.getByRole("button", { name: "Menu" });
    const names = ["Plan", "Compare", "Forecast", "Traffic", "Backlog", "Import", "Models", "Method", "API"];
    for (const width of [900, 1024, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ["/", "/models"]) {
        await page.goto(path);
        await expect(pages.getByRole("link")).toHaveText(names);
        await expect(menu).toBeHidden();
        expect(await wider(page), `${path} at ${width}`).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 899, height: 800 });
    await page.goto("/compare");
    await expect(pages).toBeHidden();
    await menu.focus();
    await page.keyboard.press("Enter");
    await expect(pages.getByRole("link")).toHaveText(names);
    await expect(pages.getByRole("link", { name: "Compare" })).toHaveAttribute("aria-current", "page");
    await page.keyboard.press("Tab");
    await expect(pages.getByRole("link", { name: "Plan" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(pages).toBeHidden();
    await expect(menu).toBeFocused();
  },
);

test("fields and presses are large enough for a finger", { tag: "@phone" }, async ({ page }) => {
  await openPlanner(page);
  await openSettings(page);
  const small = await page.evaluate(
    ([field, press]) => {
      const seen = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
      /** Whether it looks like a button, wherever it stands: a frame around heavy text. */
      const isFramed = (one: Element) => {
        const { borderTopWidth, borderBottomWidth, fontWeight } = getComputedStyle(one);
        return parseFloat(borderTopWidth) > 0 && parseFloat(borderBottomWidth) > 0 && Number(fontWeight) >= 600;
      };
      const fields = seen("form div:has(> input:not([type=radio], [type=checkbox], [type=hidden]))");
      const presses = [
        ...seen("form summary, form button:not([data-work]), header button, label:has(> input[type=radio])"),
        ...seen("a, button, label").filter(isFramed),
      ];
      const shortOf = (least: number) => (one: Element) => one.getBoundingClientRect().height < least;
      const found = [...fields.filter(shortOf(field)), ...presses.filter(shortOf(press))];
      return found.map((one) => `${one.tagName} ${one.textContent} ${one.getBoundingClientRect().height} px`);
    },
    [44, 36] as const,
  );
  expect(small).toEqual([]);
});
