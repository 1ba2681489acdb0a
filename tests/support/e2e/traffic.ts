import { expect, type Locator, type Page } from "@playwright/test";
import { encodeLink } from "@/lib/link";
import { NEW_WORKLOAD, DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { words } from "./planner";
import { untilTakenOver } from "./ready";

/** The Traffic page as a person finds their way on it. */

/**
 * One workload on o1-mini at tier 1, whose 200,000 tokens a minute carry 66.7 of its requests: 40 a minute on
 * the mean, 120 at the peak.
 */
const CHAT: Workload = {
  ...NEW_WORKLOAD,
  name: "Chat",
  requests: 40,
  per: "minute",
  peakToMean: 3,
  inputTokens: 1500,
  visibleOutputTokens: 300,
  reasoningTokens: 1200,
};

/** A scenario of the chat alone, through an hour: what a page says of a run does not depend on its length. */
export const chat = (own: Partial<Scenario> = {}, workload: Partial<Workload> = {}): Scenario => ({
  ...DEFAULTS.scenario,
  asOf: "2026-11-23",
  horizonMinutes: 60,
  ...own,
  workloads: [{ ...CHAT, ...workload }],
});

export const trafficLink = (scenario: Scenario): string => encodeLink(scenario, "/traffic");

/** Opens the page and waits until it answers. */
export async function openLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await untilTakenOver(page, "main form");
}

/** Opens the page and waits until all of its runs are done. */
export async function openTraffic(page: Page, scenario: Scenario = chat()): Promise<void> {
  await openLink(page, trafficLink(scenario));
  await expectDone(page);
}

/** Waits until nothing runs any more and all that was asked is known. */
export async function expectDone(page: Page): Promise<void> {
  await expect(page.getByText(/requests a run, simulated in this browser/)).toBeVisible({ timeout: 45_000 });
}

/** A figure of the run by its label. */
export const figure = (page: Page, label: string): Locator =>
  page.locator("#figures dl > div", { has: page.getByText(label, { exact: true }) }).getByRole("definition");

/** A grouped number as it stands on the page. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** A field of the editor by its label. */
export const input = (page: Page, name: string): Locator =>
  page.getByRole("form", { name: "Traffic" }).getByRole("textbox", { name, exact: true });

/** The field for real requests. */
export const trace = (page: Page): Locator =>
  page.getByRole("textbox", { name: words("CSV with a header, or JSON like the API’s requests") });

/** Opens the place for real requests. */
export async function openTrace(page: Page): Promise<Locator> {
  await page.getByText("Paste or drop a trace").click();
  return trace(page);
}
