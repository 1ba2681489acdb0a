import type { Page } from "@playwright/test";
import { SCENARIOS } from "@/tests/support/e2e/links";
import { address, field, monthCost, verdict, workload, workloadNames } from "@/tests/support/e2e/planner";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Everything that can be done can be done by keyboard, and it can be seen where one is.

interface Stop {
  readonly what: string;
  /** How far the page was scrolled, where the focus is in the editor. */
  readonly scrolled: number | null;
  /** Why the focus cannot be seen there; empty where it can. */
  readonly hidden: string;
}

/** Where the focus is, and whether it can be seen: drawn, in the window, and not under what stays at its edges. */
const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    if (!at || at === document.body) return null;
    const what =
      at.id ||
      at.getAttribute("aria-label") ||
      `${at.tagName} ${at.getAttribute("name") ?? at.dataset["work"] ?? at.textContent!.trim().slice(0, 40)}`;
    const shown = at.matches("input[type=radio], select.opacity-0") ? at.closest("label")! : at;
    const { top, bottom, left, right, height } = shown.getBoundingClientRect();
    const header = document.querySelector("header")!.getBoundingClientRect();
    const bar = document.querySelector("aside[aria-label=Result] a")?.getBoundingClientRect();
    const floor = bar && bar.height > 0 && bar.top < innerHeight ? bar.top : innerHeight;
    const ring = (element: Element) =>
      getComputedStyle(element).outlineStyle !== "none" && parseFloat(getComputedStyle(element).outlineWidth) >= 2;
    /** The nearest element around it that draws a frame: a field is one with its unit. */
    const frame = (element: Element): Element =>
      parseFloat(getComputedStyle(element).borderBottomWidth) > 0 || !element.parentElement
        ? element
        : frame(element.parentElement);
    const inHeader = at.closest("header, aside[aria-label=Result], nav") !== null || what.startsWith("A Skip to");
    const hidden = [
      ![at, shown, frame(at)].some(ring) ? "no ring" : "",
      !inHeader && height < floor - header.bottom && top < header.bottom - 1
        ? `${Math.round(header.bottom - top)} px under the header`
        : "",
      !inHeader && height < floor - header.bottom && bottom > floor + 1
        ? `${Math.round(bottom - floor)} px under the end of the window`
        : "",
      right <= 0 || left >= innerWidth ? "beside the window" : "",
    ]
      .filter(Boolean)
      .join(", ");
    const beside = at.closest("form") && getComputedStyle(at.closest("form")!).position === "sticky";
    return { what, hidden, scrolled: beside ? Math.round(scrollY) : null };
  });

test(
  "Tab reaches every control in order, and the focus can always be seen",
  { tag: "@firefox-desktop" },
  async ({ page, isPhone }) => {
    await openPlanner(page);
    await page.evaluate(() => scrollTo(0, 0));
    // What a keyboard can reach: of each group of radio buttons the chosen one.
    const wanted = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex='0']")].filter(
          (one) =>
            one.checkVisibility({ visibilityProperty: true }) &&
            one.tabIndex >= 0 &&
            !one.matches(":disabled, input[type=radio]:not(:checked), input[type=hidden]"),
        ).length,
    );
    const stops: Stop[] = [];
    for (let presses = 0; presses < wanted + 40; presses++) {
      await page.keyboard.press("Tab");
      const here = await stop(page);
      if (here === null) break;
      stops.push(here);
    }
    expect(stops.filter(({ hidden }) => hidden)).toEqual([]);
    // The editor scrolls by itself: the page beside it stays where it is.
    expect(new Set(stops.flatMap(({ scrolled }) => scrolled ?? []))).toEqual(new Set(isPhone ? [] : [0]));
    expect(stops.length).toBeGreaterThanOrEqual(wanted);
    expect(stops[0]!.what).toContain("Skip to the verdict");
  },
);

test(
  "the skip link comes first, is seen when it has the focus, and leads to the verdict; editor and details follow",
  { tag: "@desktop" },
  async ({ page }) => {
    await openPlanner(page);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the verdict" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.closest("#verdict") !== null)).toBe(true);
    const order = await page.evaluate(() =>
      ["#say", "form[aria-label=Scenario]", "#tiers"]
        .map((part) => document.querySelector(part)!)
        .every(
          (part, n, all) =>
            n === 0 || Boolean(all[n - 1]!.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING),
        ),
    );
    expect(order).toBe(true);
  },
);

test(
  "digits and arrows choose the usage tier on its control; the verdict is told once the edits rest",
  { tag: "@desktop" },
  async ({ page }) => {
    await openPlanner(page);
    await page.getByRole("radio", { name: "Tier 3", exact: true }).focus();
    await page.keyboard.press("5");
    await expect(page.getByRole("radio", { name: "Tier 5", exact: true })).toBeChecked();
    await expect(verdict(page)).toContainText(/Fits tier\s5\./);
    await expect(page.locator("#verdict").getByRole("status")).toHaveText(/^Fits tier\s5\. .* \$36,111\.58 a month\.$/);
    expect(address(page)).toContain("tier=5");
    await page.keyboard.press("1");
    await expect(page.getByRole("radio", { name: "Tier 1", exact: true })).toBeChecked();
    await page.getByRole("radio", { name: "Tier 1", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "Tier 2", exact: true })).toBeChecked();
    await expect(page).toHaveURL(/tier=2/);
  },
);

test(
  "a working opens by Enter and by w, and Esc gives the focus back",
  { tag: ["@desktop", "@firefox"] },
  async ({ page }) => {
    await openPlanner(page);
    const figure = monthCost(page).getByRole("button");
    for (const key of ["Enter", "w", " "]) {
      await figure.focus();
      await page.keyboard.press(key);
      const dialog = page.getByRole("dialog", { name: "Cost of a month" });
      await expect(dialog).toBeVisible();
      await expect(dialog).toContainText("$34,689.60 + $1,421.98");
      await expect(figure).toHaveAttribute("aria-expanded", "true");
      await page.keyboard.press("Tab");
      expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(figure).toBeFocused();
    }
  },
);

test(
  "one working at a time; it closes by its button, by a press outside, and by the figure itself",
  { tag: "@phone" },
  async ({ page }) => {
    await openPlanner(page);
    const figure = monthCost(page).getByRole("button");
    const dialog = page.getByRole("dialog");
    await figure.click();
    await expect(dialog).toHaveCount(1);
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(figure).toBeFocused();
    await figure.press("Enter");
    await expect(dialog).toHaveCount(1);
    await page.getByRole("heading", { level: 1 }).click({ position: { x: 3, y: 3 } });
    await expect(dialog).toHaveCount(0);
    await figure.press("Enter");
    await expect(dialog).toHaveCount(1);
    await figure.press("Enter");
    await expect(dialog).toHaveCount(0);
  },
);

test("a working follows the edits while it is open", { tag: "@desktop" }, async ({ page }) => {
  await openPlanner(page);
  await monthCost(page).getByRole("button").click();
  await expect(page.getByRole("dialog")).toContainText("$34,689.60 + $1,421.98");
  await field(page, "Requests").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("240");
  await expect(page.getByRole("dialog")).toContainText("$69,379.20 + $1,421.98");
});

test("single letters: / the first field, n a workload, ? the menu", { tag: "@desktop" }, async ({ page }) => {
  await openPlanner(page);
  await page.keyboard.press("/");
  await expect(field(page, "Requests")).toBeFocused();
  await page.keyboard.press("n");
  await expect(workloadNames(page)).toHaveCount(2);
  await expect(field(page, "Requests")).toHaveValue(/n/);
  await field(page, "Requests").fill("120");
  await page.getByRole("radio", { name: "Tier 3", exact: true }).focus();
  await page.keyboard.press("n");
  await expect(workloadNames(page)).toHaveCount(3);
  await expect(field(page, "Name", 2)).toBeFocused();
  await page.getByRole("radio", { name: "Tier 3", exact: true }).focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "This scenario" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("term").filter({ hasText: "/" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("n");
  await expect(workloadNames(page)).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test(
  "a workload opens and closes by its summary; single letters can be switched off",
  { tag: "@phone" },
  async ({ page }) => {
    await openPlanner(page);
    await workload(page, 1).locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await expect(field(page, "Requests", 1)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(field(page, "Requests", 1)).toBeHidden();
    await page.getByRole("button", { name: /^More/ }).click();
    await page.getByRole("checkbox", { name: "Single letters act outside fields" }).uncheck();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.keyboard.press("n");
    await page.keyboard.press("?");
    await page.getByRole("radio", { name: "Tier 3", exact: true }).focus();
    await page.keyboard.press("4");
    await expect(page.getByRole("radio", { name: "Tier 4", exact: true })).toBeChecked();
    await expect(workloadNames(page)).toHaveCount(2);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  },
);

test(
  "what a press on a note or a limit leads to has the focus, however deep it lies",
  { tag: "@phone" },
  async ({ page }) => {
    await openPlanner(page, SCENARIOS["a limit that is not published"]);
    await page.getByRole("link", { name: "Enter your own" }).first().press("Enter");
    const queue = page.locator('details[data-model="o1-mini"]').getByRole("textbox", { name: "Batch queue" });
    await expect(queue).toBeFocused();
    await page.keyboard.type("50M");
    await expect(page).toHaveURL(/m=o1-mini\+q50000000/);
    await expect(verdict(page)).toContainText(/Fits tier\s2\./);
    await page.getByRole("link", { name: "Set a budget" }).press("Enter");
    await expect(page.getByRole("textbox", { name: "Budget a month" })).toBeFocused();
  },
);
