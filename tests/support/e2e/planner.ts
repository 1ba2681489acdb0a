import { expect, type Locator, type Page } from "@playwright/test";

/** The planner as a person finds their way on it: by what things are called. */

/** A text as it stands on a page, whose spaces may be of any kind; `…` stands for anything. */
export const words = (text: string): RegExp =>
  new RegExp(
    text
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\s/g, "\\s")
      .replace(/…/g, ".*"),
  );

/** Workload `n` of the editor, the first one 0. */
export const workload = (page: Page, n: number): Locator => page.locator(`[data-workload="${n}"]`);

/** A text field of workload `n` by its label. */
export const field = (page: Page, label: string, n = 0): Locator =>
  workload(page, n).getByRole("textbox", { name: label, exact: true });

/**
 * Pastes a text over what stands in a field. Firefox lets no script give the event of a paste its texts, only those of
 * its own.
 */
export const paste = (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, text) => {
    const field = element as HTMLInputElement;
    field.focus();
    field.select();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
    if (event.clipboardData!.types.length === 0) event.clipboardData!.setData("text/plain", text);
    if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
  }, text);

/** Names of the workloads of the editor, in order. */
export const workloadNames = (page: Page): Locator => page.locator("[data-workload] > summary b");

/** The button that says the model of workload `n`, and opens the choice of another. */
export const modelOf = (page: Page, n: number): Locator => workload(page, n).getByRole("button", { name: /^Model / });

/** Opens the list of models of workload `n`. */
export async function openModelChoice(page: Page, n: number): Promise<Locator> {
  await modelOf(page, n).click();
  const dialog = page.getByRole("dialog", { name: "Choose a model" });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Chooses a model of the catalogue, or one of one's own, for workload `n`. */
export async function chooseModel(page: Page, n: number, id: string): Promise<void> {
  const dialog = await openModelChoice(page, n);
  await dialog.getByRole("combobox").fill(id);
  await dialog.getByRole("option", { name: new RegExp(`^${id.replaceAll(".", "\\.")};`) }).click();
}

/** Opens a workload of the editor, if it is closed. */
export async function openWorkload(page: Page, n: number): Promise<void> {
  if ((await workload(page, n).getAttribute("open")) === null)
    await workload(page, n).locator("summary").first().click();
}

/** One of the five head figures by its label. */
export const headFigure = (page: Page, label: string): Locator =>
  page.locator("#verdict dl > div", { has: page.getByText(label, { exact: true }) }).getByRole("definition");

export const verdict = (page: Page): Locator => page.getByRole("heading", { level: 1 });

export const monthCost = (page: Page): Locator => headFigure(page, "A month, 730 hours");

export const bill = (page: Page): Locator =>
  page.getByRole("table", { name: "Bill a month by workload and line item" });

/** Opens the prices, limits, day and budget below the workloads. */
export async function openSettings(page: Page): Promise<void> {
  const settings = page.locator("details[data-settings]");
  if ((await settings.getAttribute("open")) === null)
    await settings.getByText("Own prices, limits, day, budget").click();
  await expect(settings.locator("details[data-model]").first()).toBeVisible();
}

/** Opens the figures of one's own of a model, and gives the place they stand in. */
export async function openModel(page: Page, pool: string): Promise<Locator> {
  await openSettings(page);
  const model = page.locator(`details[data-model="${pool}"]`);
  if ((await model.getAttribute("open")) === null) await model.locator("summary").first().click();
  return model;
}

/** What `Copy link` gives and the address bar holds: path and query. */
export const address = (page: Page): string => page.url().slice(new URL(page.url()).origin.length);

/** Whole cents, or whatever smaller unit the amount is shown in. */
const units = (amount: string): bigint => (amount.startsWith("<") ? 0n : BigInt(amount.replace(/[$,.]/g, "")));

/**
 * Checks that on the bill the line items add up to their workload and the workloads to the total, in whole
 * units of the last place shown.
 */
export async function expectBillAddsUp(page: Page): Promise<void> {
  const groups = await bill(page)
    .getByRole("rowgroup")
    .evaluateAll((all) =>
      all
        .map((group) => [...group.querySelectorAll("[data-work]")].map((figure) => figure.textContent!))
        .filter(({ length }) => length > 0),
    );
  const total = groups.pop()![0]!;
  const places = (amount: string) => amount.split(".")[1]?.length;
  expect(groups.flat().map(places)).toEqual(groups.flat().map(() => places(total)));
  const add = (amounts: readonly string[]) => amounts.map(units).reduce((a, b) => a + b, 0n);
  for (const [own, ...lines] of groups) expect(add(lines), `lines of ${own}`).toBe(units(own!));
  expect(add(groups.map(([own]) => own!)), "workloads").toBe(units(total));
}
