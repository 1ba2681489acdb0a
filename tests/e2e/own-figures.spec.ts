import { readFile } from "node:fs/promises";
import { CHECKED_ON } from "@/lib/catalogue";
import { SCENARIOS } from "@/tests/support/e2e/links";
import {
  bill,
  field,
  modelOf,
  monthCost,
  openModel,
  openModelChoice,
  openSettings,
  openWorkload,
  paste,
  verdict,
  words,
} from "@/tests/support/e2e/planner";
import { CLIPBOARD, expect, expectNoNonsense, openPlanner, test } from "@/tests/support/e2e/test";

// One’s own prices, limits, models, usage and budget; and the bill to take away.

test("a negotiated price, and back to the published one", async ({ page }) => {
  await openPlanner(page);
  const own = await openModel(page, "o1-mini");
  await own.getByRole("textbox", { name: "Input", exact: true }).fill("$0.90");
  await expect(page).toHaveURL(/m=o1-mini\+i0\.9\+c0\.55\+o4\.4\+bi0\.55\+bo2\.2/);
  await own.getByRole("textbox", { name: "Output", exact: true }).fill("3.6");
  await own.getByRole("textbox", { name: "Cached input" }).fill("");
  await expect(page).toHaveURL(/m=o1-mini\+i0\.9\+o3\.6/);
  await expect(page.getByText(words("Support chat: o1-mini has no cached price among your own."))).toBeVisible();
  await expect(bill(page)).toContainText("0.90");
  await expectNoNonsense(page);
  await own.getByRole("button", { name: "Use published prices" }).click();
  await expect(monthCost(page)).toHaveText("$36,111.58");
  await expect(page).not.toHaveURL(/m=o1-mini/);
});

test("the limits of one’s own dashboard win, at one’s own tier", async ({ page }) => {
  await openPlanner(page);
  const own = await openModel(page, "o1-mini");
  await own.getByRole("textbox", { name: "Requests a minute" }).fill("100");
  await expect(
    page.getByText(words("At the peak o1-mini is asked for 300 requests a minute; tier 3 allows 100.")),
  ).toBeVisible();
  await own.getByRole("textbox", { name: "Tokens a minute" }).fill("2.8M");
  await expect(
    page.getByText(words("At the peak o1-mini is asked for 2.85M tokens a minute; tier 3 allows 2.8M.")),
  ).toBeVisible();
  await expect(page).toHaveURL(/m=o1-mini\+r100\+t2800000/);
  await expect(
    page
      .getByRole("table", { name: "This scenario at every usage tier" })
      .getByRole("row", { name: /^Requests a minute/ })
      .getByRole("cell"),
  ).toContainText(["of 500", "of 5,000", "of 100", "of 10K", "of 30K"]);
  await expect(page.getByText(words("Usage tier, custom"))).toBeVisible();
  await own.getByRole("textbox", { name: "Requests a minute" }).fill("");
  await own.getByRole("textbox", { name: "Tokens a minute" }).fill("");
  await expect(page).not.toHaveURL(/m=o1-mini/);
});

test("a usage limit of one’s own replaces that of the tier", async ({ page }) => {
  await openPlanner(page);
  await openSettings(page);
  const limit = page.getByRole("textbox", { name: "Usage limit a month" });
  await limit.fill("0");
  await expect(limit).toHaveAccessibleDescription(/0 is not accepted; give an amount above 0/);
  await limit.fill("50k");
  await expect(verdict(page)).toContainText(words("Fits tier 3."));
  await expect(page).toHaveURL(/usage=50000/);
});

test("a model of one’s own begins as a copy, and is renamed and priced", async ({ page }) => {
  await openPlanner(page);
  await (await openModelChoice(page, 0)).getByRole("option", { name: "A model of your own" }).click();
  await expect(modelOf(page, 0)).toHaveAccessibleName("Model my-model");
  await expect(monthCost(page)).toHaveText("$36,111.58");
  const own = await openModel(page, "my-model");
  await own.getByRole("textbox", { name: "Id" }).fill("GPT 5!");
  await expect(own.getByRole("textbox", { name: "Id" })).toHaveAccessibleDescription(
    /^“GPT 5!” is not accepted; give a new id/,
  );
  await own.getByRole("textbox", { name: "Output", exact: true }).fill("10");
  await expect(page).toHaveURL(/m=my-model\+i1\.1\+c0\.55\+o10.*w=Support\+chat:my-model\+120/);
  await expect(monthCost(page)).not.toHaveText("$36,111.58");
  await own.getByRole("textbox", { name: "Id" }).fill("gpt-99");
  await expect(page).toHaveURL(/m=gpt-99\+i1\.1.*w=Support\+chat:gpt-99\+120/);
  await expect(page.getByRole("table", { name: "The whole scenario on other models" })).toContainText("gpt-99");
  await expectNoNonsense(page);
});

test("a model that nobody knows waits for both of its prices, and says so", async ({ page }) => {
  await openPlanner(page, SCENARIOS["a model nobody knows"]);
  await expect(verdict(page)).toContainText(words("gpt-9 has no price; enter your own."));
  await page.getByRole("link", { name: "Enter a price" }).click();
  const own = page.locator('details[data-model="gpt-9"]');
  await expect(own.getByRole("textbox", { name: "Input", exact: true })).toBeFocused();
  await own.getByRole("textbox", { name: "Input", exact: true }).fill("2");
  await expect(own.getByText("needed too")).toBeVisible();
  await expect(monthCost(page)).toHaveText("no price");
  await own.getByRole("textbox", { name: "Output", exact: true }).fill("8");
  await expect(monthCost(page)).toHaveText("$490.56");
  await expect(page).toHaveURL(/m=gpt-9\+i2\+o8/);
});

test("a batch queue that is not published is entered from its row", async ({ page }) => {
  await openPlanner(page, SCENARIOS["a limit that is not published"]);
  await page
    .getByRole("listitem")
    .filter({ hasText: "limit not published" })
    .getByRole("link", { name: "Enter your own" })
    .click();
  const queue = page.locator('details[data-model="o1-mini"]').getByRole("textbox", { name: "Batch queue" });
  await expect(queue).toBeFocused();
  await queue.fill("200k");
  await expect(verdict(page)).toContainText(words("Fits tier 2."));
  await expect(page.getByRole("region", { name: /^Batch queue binds first/ })).toContainText(
    words("120K of 200K input tokens, held 24 h"),
  );
});

test("a pasted usage object, or words, fill a workload", async ({ page }) => {
  await openPlanner(page);
  const dialog = page.getByRole("dialog", { name: "Paste the usage of a request" });
  const open = page.getByRole("button", { name: "Paste usage Support chat" });
  const use = dialog.getByRole("button", { name: "Use these counts" });
  const counts = () =>
    Promise.all(
      ["Input", "of which cached", "Visible output", "Reasoning"].map((label) => field(page, label).inputValue()),
    );

  await open.click();
  await expect(use).toBeDisabled();
  await dialog.getByRole("textbox").fill("hello");
  await expect(dialog.getByRole("status")).toContainText("No token counts in this");
  await dialog
    .getByRole("textbox")
    .fill(
      '{"id":"x","usage":{"prompt_tokens":2048,"completion_tokens":1500,"prompt_tokens_details":{"cached_tokens":1024},"completion_tokens_details":{"reasoning_tokens":1200}}}',
    );
  await expect(dialog.getByRole("status")).toHaveText(
    "2,048 input, 1,024 of which cached, 300 visible output, 1,200 reasoning",
  );
  await use.click();
  await expect(dialog).toBeHidden();
  expect(await counts()).toEqual(["2,048", "1,024", "300", "1,200"]);

  await open.click();
  await dialog.getByRole("textbox").fill("1,234 input, 567 output");
  await use.click();
  expect(await counts()).toEqual(["1,234", "0", "567", "0"]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await counts()).toEqual(["2,048", "1,024", "300", "1,200"]);

  await open.click();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});

test(
  "counts pasted into a field are shown and fill the workload, a number pasted there fills the field",
  { tag: "@firefox" },
  async ({ page }) => {
    await openPlanner(page);
    await paste(field(page, "Input"), "900 input tokens, 300 cached, 80 output of which 30 reasoning");
    const dialog = page.getByRole("dialog", { name: "Paste the usage of a request" });
    await expect(dialog.getByRole("row", { name: "of which cached 300 300" })).toBeVisible();
    await expect(field(page, "Input")).not.toHaveValue("900");
    await dialog.getByRole("button", { name: "Use these counts" }).click();
    await expect(field(page, "Input")).toHaveValue("900");
    await expect(field(page, "of which cached")).toHaveValue("300");
    await expect(field(page, "Visible output")).toHaveValue("50");
    await expect(field(page, "Reasoning")).toHaveValue("30");
    await paste(field(page, "Input"), "1,000 tokens");
    await field(page, "Input").blur();
    await expect(field(page, "Input")).toHaveValue("1,000");
  },
);

test("a budget: over or under, what it buys, and what still fits", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("link", { name: "Set a budget" }).click();
  const budget = page.getByRole("textbox", { name: "Budget a month" });
  await expect(budget).toBeFocused();
  await budget.fill("$5k");
  await expect(page.getByRole("heading", { name: "Over the budget by $31,111.58 a month" })).toBeVisible();
  await expect(page.getByText(words("$5,000 a month buys 938,318 of these requests."))).toBeVisible();
  await expect(page.getByText(words("The month costs $31,111.58 more than the budget of $5,000."))).toBeVisible();
  await budget.fill("100k");
  await expect(page.getByRole("heading", { name: "Under the budget by $63,888.42 a month" })).toBeVisible();
  const answers = page.getByRole("table", {
    name: "The highest rate and the largest cap that still fit each usage tier",
  });
  await expect(answers.getByRole("row", { name: /^Largest cap/ }).getByRole("cell")).toHaveText([
    "none",
    "5,166",
    "11,833",
    "31,833",
    "65,536",
  ]);
  await budget.fill("");
  await expect(page.getByRole("heading", { name: "What each usage tier still carries" })).toBeVisible();
});

test.describe("with a clipboard", () => {
  test.use(CLIPBOARD);

  test(
    "the plan in every format, by copy and by file, each with verdict, link and bill",
    { tag: "@chromium-downloads" },
    async ({ page }) => {
      await openPlanner(page);
      await openWorkload(page, 0);
      await field(page, "Name").fill('=cmd|"x"');
      await page.getByRole("button", { name: "Export" }).click();
      const dialog = page.getByRole("dialog", { name: "Export" });
      const saved = async (button: string) => {
        const download = page.waitForEvent("download");
        await dialog.getByRole("button", { name: button }).click();
        const file = await download;
        return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
      };
      const csv = await saved("Save as CSV");
      expect(csv.name).toBe(`headroom-plan-chat-and-nightly-labels-${CHECKED_ON}.csv`);
      expect(csv.text).toContain(`"'=cmd|""x""",o1-mini,standard,input,Input,900,4730400000,1.1,5203.44,`);
      expect(csv.text).toContain(`\r\nlink,http://localhost:`);
      const json = await saved("Save as JSON");
      expect(json.name).toBe(`headroom-plan-chat-and-nightly-labels-${CHECKED_ON}.json`);
      expect(JSON.parse(json.text).totals.perMonthUsd).toBe("36111.579166666667");
      await dialog.getByRole("button", { name: "Copy as Markdown" }).click();
      await expect(dialog.getByRole("status")).toHaveText("Copied as Markdown.");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
        "| **Total a month** |  |  |  | **$36,111.58** | **100 %** |",
      );
      const picture = await saved("Save the verdict as a picture");
      expect(picture.name).toBe(`headroom-plan-chat-and-nightly-labels-${CHECKED_ON}.png`);
    },
  );
});

test("the JSON and CSV of the API are those of what is on screen", async ({ page, request }) => {
  await openPlanner(page);
  await field(page, "Requests").fill("60");
  await expect(monthCost(page)).toHaveText("$18,766.78");
  const json = page.getByRole("link", { name: "This estimate as JSON" });
  await expect(json).toHaveAttribute("href", /60\/m/);
  const estimate = await (await request.get((await json.getAttribute("href"))!)).json();
  expect(estimate.cost.perMonthUsd).toBe("18766.779167");
  expect(estimate.fit.fits).toBe(false);
  await expect(page.getByRole("link", { name: "CSV", exact: true })).toHaveAttribute("href", /60\/m.*format=csv/);
});
