import { expectAccessible } from "@/tests/support/e2e/axe";
import { SCENARIOS } from "@/tests/support/e2e/links";
import { monthCost, openModel, openWorkload } from "@/tests/support/e2e/planner";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Every page and state, by the rules of WCAG 2.2 AA that a machine can check; light on
// the desktop or dark on the phone, about as much on each.

test(
  "axe finds nothing on the planner, and in what opens over it",
  { tag: "@firefox-phone" },
  async ({ page, isPhone }) => {
    await openPlanner(page);
    await expectAccessible(page);
    const dialog = page.getByRole("dialog");
    if (isPhone) {
      await page.getByRole("button", { name: "Remove Support chat" }).click();
      await expect(page.getByText("Removed Support chat")).toBeVisible();
      await expectAccessible(page, "[role=status]:has(button)");
      return;
    }
    await page.getByRole("button", { name: /^More/ }).click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, "dialog");
    await page.keyboard.press("Escape");
    await monthCost(page).getByRole("button").click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, "[role=dialog]:popover-open");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Paste usage Support chat" }).click();
    await dialog.getByRole("textbox").fill("none");
    await expectAccessible(page, "dialog");
  },
);

test(
  "axe finds nothing on a damaged and old link over its budget that can never run",
  { tag: "@phone" },
  async ({ page }) => {
    await openPlanner(
      page,
      "/?v=1&asOf=2025-01-30&tier=9&budget=1&w=Chat:o1-mini+60/m+i12,5+v100+k64000&w=Night:o1-mini+b+9/h+i2000+v100+k50&w=Deep:o1+1/m+i10+k90000",
    );
    await expectAccessible(page);
  },
);

test(
  "axe finds nothing in the whole editor open, with errors beside its fields",
  { tag: "@desktop" },
  async ({ page }) => {
    await openPlanner(page, SCENARIOS["a model of one’s own"]);
    for (const n of [0, 1]) await openWorkload(page, n);
    await openModel(page, "my-model");
    for (const name of ["Reasoning", "Requests"])
      await page.getByRole("textbox", { name, exact: true }).first().fill("nonsense");
    await expectAccessible(page, "form[aria-label=Scenario]");
  },
);

for (const [path, tag] of [
  ["/compare", ["@desktop", "@firefox"]],
  ["/forecast?v=1&asOf=2026-11-27&tier=4&budget=40000&growth=8/24+tier-follows&w=gpt-5.6-terra+40/m+i2200", "@desktop"],
  ["/models", "@phone"],
  ["/models/o1-mini", "@desktop"],
  ["/method", "@phone"],
  ["/api", "@desktop"],
] as const) {
  test(`axe finds nothing on ${path.split("?")[0]}`, { tag: [tag].flat() }, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });
}

test.describe("what is not there", () => {
  test.use({ tolerated: /404/ });

  test(
    "axe finds nothing on a page that is not found, and on that of a model nobody knows",
    { tag: "@phone" },
    async ({ page }) => {
      for (const path of ["/nowhere", "/models/gpt-99"]) {
        expect((await page.goto(path))?.status()).toBe(404);
        await expectAccessible(page);
      }
    },
  );
});
