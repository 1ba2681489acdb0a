import { expectAccessible } from "@/tests/support/e2e/axe";
import {
  chooseModel,
  modelOf,
  monthCost,
  openModel,
  openModelChoice,
  openWorkload,
  verdict,
  words,
} from "@/tests/support/e2e/planner";
import { expect, expectNoNonsense, openPlanner, test } from "@/tests/support/e2e/test";

// Models are searched, compared, and left for what took their place.

const LINK = "/?v=1&asOf=2026-11-23&tier=5&w=Chat:o1-mini+60/m+i1000+v500+k2000";

test(
  "the model is chosen by the keyboard alone: words, arrows, ends, Enter and Escape",
  { tag: ["@desktop", "@firefox"] },
  async ({ page }) => {
    await openPlanner(page, LINK);
    await openWorkload(page, 0);
    const button = modelOf(page, 0);
    await button.focus();
    await page.keyboard.press("ArrowDown");
    const dialog = page.getByRole("dialog", { name: "Choose a model" });
    const search = dialog.getByRole("combobox", { name: /^Search models/ });
    await search.focus();
    const active = () =>
      search.evaluate((input) =>
        document.getElementById(input.getAttribute("aria-activedescendant")!)!.getAttribute("aria-label")!,
      );
    await page.keyboard.type("mini 5.4");
    expect(await active()).toMatch(/^gpt-5\.4-mini; \$0\.75 in, \$0\.075 cached, \$4\.50 out; 180M tokens/);
    await search.fill("");
    const options = dialog.getByRole("option");
    const count = await options.count();
    const names = await options.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    for (const [key, at] of [
      ["Home", 0],
      ["ArrowDown", 1],
      ["ArrowUp", 0],
      ["ArrowUp", 0],
      ["PageDown", 8],
      ["End", count - 1],
      ["ArrowDown", count - 1],
    ] as const) {
      await page.keyboard.press(key);
      expect(await active(), key).toBe(names[at]);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
    await expect(button).toHaveAccessibleName(/^Model o1-mini/);
    await page.keyboard.press("Enter");
    await search.focus();
    await page.keyboard.type("terra 5.6");
    await page.keyboard.press("Enter");
    await expect(button).toHaveAccessibleName("Model gpt-5.6-terra");
    await expect(button).toBeFocused();
    // 60 × 43,800 × (1,000 × $2 + 500 × $12) ÷ 1,000,000
    await expect(monthCost(page)).toHaveText("$21,024.00");
  },
);

test("the list shows prices, limits and ends, sorts, closes by a press outside, and stays in the window", async ({
  page,
}) => {
  await openPlanner(page, LINK);
  await openWorkload(page, 0);
  const dialog = await openModelChoice(page, 0);
  await expectAccessible(page, "[role=dialog]:popover-open");
  const box = (await dialog.boundingBox())!;
  const size = await page.evaluate(() => ({
    width: innerWidth,
    height: innerHeight,
    scroll: document.documentElement.scrollWidth,
  }));
  expect([
    box.x >= 0,
    box.y >= 0,
    box.x + box.width <= size.width + 1,
    box.y + box.height <= size.height + 1,
    size.scroll <= size.width,
  ]).toEqual([true, true, true, true, true]);
  expect(
    await dialog.getByRole("listbox", { name: "Models" }).evaluate((list) => list.scrollWidth - list.clientWidth),
  ).toBe(0);
  await dialog.getByRole("radio", { name: "Price" }).check({ force: true });
  const prices = await dialog
    .getByRole("group", { name: "On sale" })
    .getByRole("option")
    .evaluateAll((all) => all.map((one) => Number(/\$([\d.]+) in/.exec(one.getAttribute("aria-label")!)![1])));
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  await expect(dialog.getByRole("group", { name: "Ended" }).getByRole("option", { name: /^o1;/ })).toContainText(
    words("retired 23 Oct 2026 → gpt-5.6-sol"),
  );
  await dialog.getByRole("combobox").fill("no such words");
  await expect(dialog.getByText("No such model. Make your own?")).toHaveCount(1);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});

test("a name nobody knows becomes a model of one’s own", { tag: "@phone" }, async ({ page }) => {
  await openPlanner(page, LINK);
  await openWorkload(page, 0);
  const dialog = await openModelChoice(page, 0);
  await dialog.getByRole("combobox").fill("gpt-99");
  await dialog.getByRole("combobox").press("Enter");
  await expect(modelOf(page, 0)).toHaveAccessibleName(/^Model o1-mini/);
  await expect(dialog.getByText("No such model. Make your own?")).toBeVisible();
  await dialog.getByRole("option", { name: "Make gpt-99 a model of your own, prices copied from o1-mini" }).click();
  await expect(modelOf(page, 0)).toHaveAccessibleName("Model gpt-99");
  await expect(page).toHaveURL(/m=gpt-99\+i1\.1.*w=Chat:gpt-99/);
  const own = await openModel(page, "gpt-99");
  const mark = own.getByText("Prices copied from o1-mini. Enter what yours costs.");
  await expect(mark).toBeVisible();
  await own.getByRole("textbox", { name: "Input", exact: true }).fill("1.2");
  await expect(mark).toHaveCount(0);
  await chooseModel(page, 0, "o3-mini");
  await expect(page).toHaveURL(/w=Chat:o3-mini/);
});

test("the scenario is seen on its successors, switched to one, and back", { tag: "@desktop" }, async ({ page }) => {
  await openPlanner(page, LINK);
  await expect(monthCost(page)).toHaveText("$8,672.40");
  await page.getByRole("link", { name: "See its successors" }).first().click();
  const chain = page.getByRole("region", { name: "Successors of o1-mini" });
  await expect(chain.getByRole("listitem")).toHaveCount(2);
  const next = chain.getByRole("listitem").filter({ hasText: "gpt-5.6-terra" });
  await expect(next).toContainText(words("$21,024.00 a month, $12,351.60 more"));
  await expect(next).toContainText(words("128K → 1.05M 8.2×"));
  await expect(next.getByRole("link", { name: "Open the planner with gpt-5.6-terra" })).toHaveAttribute(
    "href",
    /w=Chat:gpt-5\.6-terra/,
  );
  await expectAccessible(page, "#compare");
  await next.getByRole("link", { name: "Switch from o1-mini to gpt-5.6-terra" }).click();
  await expect(monthCost(page)).toHaveText("$21,024.00");
  await expect(verdict(page)).not.toContainText("retired");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(monthCost(page)).toHaveText("$8,672.40");
});

const ENDING = "/?v=1&asOf=2026-11-27&w=Chat:gpt-5+1000/mo+i600+v120+k500&w=Other:gpt-5+1000/mo+i600+v120+k500";

test("a model that ends soon is said, tried on what is named next, and back", { tag: "@phone" }, async ({ page }) => {
  await openPlanner(page, ENDING);
  await expect(verdict(page)).toContainText(words("gpt-5 ends 11 Dec 2026."));
  await expectAccessible(page, "#say");
  const month = await monthCost(page).textContent();
  await verdict(page).getByRole("link", { name: "Try gpt-6.1-sol" }).click();
  await expect(page).toHaveURL(/w=Chat:gpt-6\.1-sol.*w=Other:gpt-6\.1-sol/);
  await expect(verdict(page)).not.toContainText("ends");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(monthCost(page)).toHaveText(month!);
  await openWorkload(page, 0);
  await page.locator("[data-workload]").first().getByRole("link", { name: "Try gpt-6.1-sol" }).click();
  await expect(page).toHaveURL(/w=Chat:gpt-6\.1-sol.*w=Other:gpt-5\+/);
});

test("a verdict that cannot be told leads to the field that would settle it", { tag: "@phone" }, async ({ page }) => {
  await openPlanner(page, "/?v=1&asOf=2026-11-27&m=mine+i1+o2+r100&w=mine+10/d+i1500+v300+k500");
  await verdict(page).getByRole("link", { name: "enter your own" }).click();
  await expect(page.locator('[data-at="m.mine.tpm"]')).toBeFocused();
});

test("the compared models are on sale, and fit", { tag: "@phone" }, async ({ page }) => {
  await openPlanner(page, LINK);
  const rows = page
    .getByRole("table", { name: "The whole scenario on other models" })
    .locator("tbody")
    .getByRole("row");
  const texts = await rows.allTextContents();
  expect(texts.length).toBeLessThanOrEqual(8);
  expect(texts.filter((text) => text.includes("retired")).length).toBe(2);
  expect(texts.filter((text) => text.includes("successor")).length).toBe(1);
  await page.locator("#compare").getByRole("link", { name: "Every model in every service tier" }).click();
  await expect(page).toHaveURL(/\/compare\?v=1&/);
});

test(
  "all models are searched and sorted, and their limits are those of a tier",
  { tag: "@desktop" },
  async ({ page }) => {
    await page.goto("/models");
    const table = page.getByRole("table", { name: /^Models, with prices/ });
    const names = () => table.getByRole("rowheader").getByRole("link").allTextContents();
    await expect(table.getByRole("rowheader").getByRole("link").first()).toBeVisible();
    const all = await names();
    expect(all.length).toBeGreaterThan(40);
    await page.getByRole("textbox", { name: /^Search models/ }).fill("mini structured gpt-5");
    await expect(page).toHaveURL(/q=mini\+structured\+gpt-5/);
    expect((await names()).every((name) => name.includes("mini") && name.includes("gpt-5"))).toBe(true);
    await page.getByRole("radio", { name: "Price" }).check({ force: true });
    await expect(page).toHaveURL(/sort=price/);
    const sorted = await names();
    await page.getByRole("link", { name: "Limits at tier 1" }).click();
    await expect(page).toHaveURL(/tier=1/);
    await expect(table.getByRole("rowheader", { name: "gpt-5.4-mini", exact: true })).toBeVisible();
    expect(await names()).toEqual(sorted);
    await expect(table.getByRole("row").filter({ hasText: "gpt-5.4-mini" }).first()).toContainText("500K");
    await expectNoNonsense(page);
    await expectAccessible(page, "html", { contrast: false });
  },
);

test(
  "a page of each kind: current, retired, with limits a day, without limits",
  { tag: "@phone" },
  async ({ page }) => {
    for (const [id, texts] of [
      [
        "gpt-5.4",
        [
          "A request of 272,000 input tokens or more is billed whole at 2× the input and 1.5× the output price.",
          "gpt-5.4 can be called; no end is announced",
        ],
      ],
      ["o1-mini", ["o4-mini took over from o1-mini", "gpt-5.6-terra"]],
      ["gpt-4.1-mini", ["Requests a day", "can be called until 14 Jan 2027"]],
      ["gpt-6-luna", ["No limits of gpt-6-luna are published by usage tier"]],
    ] as const) {
      await page.goto(`/models/${id}`);
      for (const text of texts)
        await expect(
          page
            .getByText(words(text))
            .or(page.getByRole("columnheader", { name: words(text) }))
            .first(),
          `${id}: ${text}`,
        ).toBeAttached();
      await expectNoNonsense(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), id).toBeLessThanOrEqual(0);
      if (id === "gpt-5.4") await expectAccessible(page, "html", { contrast: false });
    }
    await page.getByRole("link", { name: "Plan with gpt-6-luna" }).first().click();
    await expect(page).toHaveURL(/w=gpt-6-luna\+10\/m\+i1000\+v500\+r2000/);
  },
);
