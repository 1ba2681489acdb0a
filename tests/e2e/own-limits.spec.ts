import { O1_MINI_LINK } from "@/tests/support/make/o1-mini-example";
import { openSettings, verdict, words } from "@/tests/support/e2e/planner";
import { untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// A page of limits, pasted: shown before it is used, used in one step, taken back in one.

const PAGE = [
  "MODEL\tTOKEN LIMITS\tREQUEST AND OTHER LIMITS\tBATCH QUEUE LIMITS",
  "o1-mini-2024-09-12\t900,000 TPM\t100 RPM\t-",
  "own-tune-7\t30,000 TPM\t500 RPM\t-",
  "gpt-5\t500.000 TPM\t500 RPM\t-",
].join("\n");

test(
  "a limits page becomes the scenario’s own limits, and one undo brings the old ones back",
  { tag: "@phone" },
  async ({ page }) => {
    await openPlanner(page, O1_MINI_LINK);
    const before = (await verdict(page).textContent())!;
    await openSettings(page);
    await page.getByRole("button", { name: "Paste limits" }).click();
    await page.getByRole("textbox", { name: "Limits of your account" }).fill(PAGE);
    await expect(page.getByText(words("Line 4: “500.000” is not read"))).toBeVisible();
    const table = page.getByRole("table", { name: "Limits of models in use" });
    await expect(table.getByRole("row")).toHaveText([
      /Today/,
      /o1-mini.*Requests a minute.*100$/,
      /o1-mini.*Tokens a minute.*900,000$/,
    ]);
    await expect(page).not.toHaveURL(/m=o1-mini/);

    await page
      .getByRole("checkbox", { name: /Tokens a minute/ })
      .first()
      .uncheck();
    await page.getByRole("button", { name: "Use 1 limit" }).click();
    await expect(page).toHaveURL(/m=o1-mini\+r100&/);
    await expect(verdict(page)).not.toHaveText(before);
    await expect(page.getByText("the same as today")).toBeVisible();

    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect(page).not.toHaveURL(/m=o1-mini/);
    await expect(verdict(page)).toHaveText(before);
  },
);

test("Traffic’s reader takes a page of limits too", { tag: "@desktop" }, async ({ page }) => {
  await page.goto(O1_MINI_LINK.replace("/?", "/traffic?"));
  const reader = page.locator("#refusal");
  await untilTakenOver(page, "main form");
  await reader.scrollIntoViewIfNeeded();
  await reader.getByRole("textbox").fill("o1-mini 900,000 TPM 100 RPM");
  await reader.getByRole("button", { name: "Use 2 limits" }).click();
  await expect(page).toHaveURL(/m=o1-mini\+r100\+t900000/);
  await reader
    .getByRole("textbox")
    .fill(
      "Rate limit reached for o1-mini on tokens per min (TPM): Limit 200000, Used 200000, Requested 19304. Please try again in 5.791s.\n\nToken usage: total=400 input=300 (+ 700 cached) output=100 (reasoning 90)",
    );
  await expect(reader.getByLabel("The numbers")).toContainText("19,304");
  await expect(reader.getByLabel("Usage")).toHaveText(
    "Input1,000of which cached700Output100Visible output–Reasoning90Total400",
  );
});
