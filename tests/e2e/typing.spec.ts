import {
  address,
  field,
  monthCost,
  openModel,
  openSettings,
  openWorkload,
  verdict,
  workload,
} from "@/tests/support/e2e/planner";
import { expect, expectNoNonsense, openPlanner, test } from "@/tests/support/e2e/test";

// Fields take what people type, say what they understood, and keep the last good value where they did not.

test("numbers as people type them", async ({ page }) => {
  await openPlanner(page);
  for (const [label, typed, shown, inLink] of [
    ["Requests", "1k", "1,000", /1000\/m/],
    ["Requests", "2.5M", "2,500,000", /2500000\/m/],
    ["Requests", "1,200", "1,200", /1200\/m/],
    ["Requests", "120/min", "120", /120\/m/],
    ["Requests", "50k per day", "50,000", /50000\/d/],
    ["Requests", "20 rpm", "20", /20\/m/],
    ["Requests", "3/s", "3", /3\/s/],
    ["Requests", " 0.5 ", "0.5", /0\.5\/s/],
    ["Busiest minute", "2.5×", "2.5", /x2\.5/],
    ["Input", "1e6", "1,000,000", /i1000000/],
    ["Input", "1 500", "1,500", /i1500/],
    ["Input", "1'500.25", "1,500.25", /i1500\.25/],
    ["Visible output", "0", "0", /c600\+r900/],
    ["Reasoning", "12_000 tokens", "12,000", /r12000/],
    ["Cap", "64k", "64,000", /k64000/],
    ["Billed retries", ".15", "0.15", /a0\.15/],
  ] as const) {
    const input = field(page, label);
    await input.fill(typed);
    await expect(input).not.toHaveAttribute("aria-invalid");
    await input.blur();
    await expect(input).toHaveValue(shown);
    await expect(page).toHaveURL(inLink);
  }
  await expectNoNonsense(page);
});

test("a field says what it understood while it is typed in", async ({ page }) => {
  await openPlanner(page);
  await field(page, "Input").fill("1.5k");
  await expect(field(page, "Input")).toHaveAccessibleDescription("= 1,500");
  await field(page, "Input").fill("2.5M");
  await expect(field(page, "Input")).toHaveAccessibleDescription("= 2,500,000");
});

test("every keystroke updates the figures", { tag: "@firefox" }, async ({ page }) => {
  await openPlanner(page);
  await field(page, "Requests").fill("1");
  await expect(monthCost(page)).toHaveText("$1,711.06");
  await field(page, "Requests").pressSequentially("2");
  await expect(monthCost(page)).toHaveText("$4,890.94");
  await field(page, "Requests").pressSequentially("0");
  await expect(monthCost(page)).toHaveText("$36,111.58");
});

test(
  "what cannot be read is said beside the field, and the last good value stays",
  { tag: "@firefox" },
  async ({ page }) => {
    await openPlanner(page);
    const before = address(page);
    for (const [typed, message] of [
      ["12,5", "“12,5” could be 12.5 or 125. Write one of them; 1,500 is still used."],
      [
        "-5",
        "“-5” is below zero; give a number from 0 to 1,000,000,000,000, with at most three decimals; 1,500 is still used.",
      ],
      [
        "many",
        "“many” is not a number; give a number from 0 to 1,000,000,000,000, with at most three decimals; 1,500 is still used.",
      ],
      [
        "",
        "a number is missing; give a number from 0 to 1,000,000,000,000, with at most three decimals; 1,500 is still used.",
      ],
      [
        "1e13",
        "10000000000000 is not accepted; give a number from 0 to 1,000,000,000,000, with at most three decimals; 1,500 is still used.",
      ],
      [
        "1.2345",
        "1.2345 is not accepted; give a number from 0 to 1,000,000,000,000, with at most three decimals; 1,500 is still used.",
      ],
      [
        "1,2,3",
        "“1,2,3” is not a number; give a number from 0 to 1,000,000,000,000, with at most three decimals; 1,500 is still used.",
      ],
    ] as const) {
      const input = field(page, "Input");
      await input.fill(typed);
      await expect(input).toHaveAttribute("aria-invalid", "true");
      await expect(input).toHaveAccessibleDescription(message);
      await expect(monthCost(page)).toHaveText("$36,111.58");
      await input.blur();
      await expect(input).toHaveValue(typed);
      await expect(input).toHaveAttribute("aria-invalid", "true");
    }
    expect(address(page)).toBe(before);
    await field(page, "Input").fill("1501");
    await expect(field(page, "Input")).not.toHaveAttribute("aria-invalid");
    await expect(monthCost(page)).not.toHaveText("$36,111.58");
    await expectNoNonsense(page);
  },
);

test("an optional field that is cleared is unset", async ({ page }) => {
  await openPlanner(page);
  await field(page, "Cap").fill("");
  await field(page, "Cap").blur();
  await expect(field(page, "Cap")).toHaveValue("");
  await expect(field(page, "Cap")).not.toHaveAttribute("aria-invalid");
  await expect(page.getByText("Support chat sets no cap, and what is charged then is undocumented.")).toBeVisible();
  await expect(page).not.toHaveURL(/k8000/);
  await field(page, "Cap").fill("9k");
  await expect(page).toHaveURL(/k9000/);
});

test("less input than is cached takes the cached part with it, and gives it back to whoever types on", async ({
  page,
}) => {
  await openPlanner(page);
  await field(page, "Input").fill("500");
  await expect(field(page, "of which cached")).toHaveValue("500");
  await field(page, "Input").fill("5000");
  await expect(field(page, "of which cached")).toHaveValue("600");
  await field(page, "Input").fill("500");
  await field(page, "Input").blur();
  await expect(field(page, "of which cached")).toHaveValue("500");
  await field(page, "of which cached").fill("501");
  await expect(field(page, "of which cached")).toHaveAttribute("aria-invalid", "true");
});

test("nonsense in every field is answered by a sentence, and never by nonsense", async ({ page }) => {
  await openPlanner(page);
  await openWorkload(page, 1);
  await openModel(page, "o1-mini");
  const form = page.getByRole("form", { name: "Scenario" });
  const before = (await verdict(page).textContent())!;
  const nonsense = [
    "nan",
    "-1",
    "1/0",
    "0x10",
    "１２",
    "1..2",
    "<b>1</b>",
    "9".repeat(400),
    "12,5",
    "ten",
    "1e+",
    "%",
    "{}",
    "\u202e12",
  ];
  const names = await form
    .locator("input:not([type=radio], [type=checkbox], [type=hidden])")
    .evaluateAll((all) =>
      (all as HTMLInputElement[])
        .filter((input) => input.checkVisibility() && !/name$|^title$/.test(input.name))
        .map(({ name }) => name),
    );
  expect(names.length).toBeGreaterThan(25);
  for (const [index, name] of names.entries()) {
    const text = nonsense[index % nonsense.length]!;
    const input = form.locator(`input[name="${name}"]`).filter({ visible: true });
    await input.fill(text);
    await expect(input, `${name} with ${text.slice(0, 20)}`).toHaveAccessibleDescription(/\S{2,} .*\.$/);
  }
  const accepted = await form
    .locator("input:not([type=radio], [type=checkbox], [type=hidden])")
    .evaluateAll(
      (all, tried) =>
        (all as HTMLInputElement[])
          .filter((input) => input.checkVisibility() && tried.includes(input.name) && input.ariaInvalid !== "true")
          .map(({ name }) => name),
      names,
    );
  expect(accepted).toEqual([]);
  await expect(verdict(page)).toHaveText(before);
  await expect(monthCost(page)).toHaveText("$36,111.58");
  await expectNoNonsense(page);
});

test("zero and the smallest and largest there can be leave no nonsense", async ({ page }) => {
  await openPlanner(page);
  for (const label of ["Input", "Visible output", "Reasoning"]) await field(page, label).fill("0");
  await field(page, "Requests").fill("0.001/month");
  await workload(page, 0).getByRole("textbox", { name: "Busiest minute" }).fill("1");
  await workload(page, 0).getByRole("button", { name: "Remove" }).waitFor();
  await expect(page).toHaveURL(/0\.001\/mo/);
  await expect(page.locator("body")).not.toContainText(/NaN|undefined|Infinity/);
  for (const label of ["Input", "Visible output", "Reasoning", "Cap"]) await field(page, label).fill("1000000000000");
  await field(page, "Requests").fill("1000000000000/second");
  await field(page, "Busiest minute").fill("1000");
  await field(page, "Billed retries").fill("10");
  await expect(page).toHaveURL(/1000000000000\/s/);
  await expectNoNonsense(page);
});

test("the settings below take amounts and days, and refuse others", async ({ page }) => {
  await openPlanner(page);
  await openSettings(page);
  const budget = page.getByRole("textbox", { name: "Budget a month" });
  await budget.fill("$1.5k");
  await budget.blur();
  await expect(budget).toHaveValue("1500");
  await expect(page).toHaveURL(/budget=1500/);
  const day = page.getByRole("textbox", { name: "Prices as of" });
  await day.fill("2025-02-30");
  await expect(day).toHaveAccessibleDescription(
    "“2025-02-30” is not a day; write it as 2026-11-27; 2026-11-27 is still used.",
  );
  await day.fill("2025-01-30");
  await expect(page).toHaveURL(/asOf=2025-01-30/);
  const window = page.getByRole("textbox", { name: "Request window" });
  await window.fill("61");
  await expect(window).toHaveAccessibleDescription(/give a whole number from 1 to 60; 60 is still used\./);
  await window.fill("1");
  await expect(page).toHaveURL(/window=1/);
});
