import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { chat, expectDone, figure, input, openTraffic } from "../support/e2e/traffic";

/** A slice of work of a thread: `tdur` is the processor time it took, in microseconds. */
interface Task {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of the page's main thread while `work` is done, in milliseconds of processor time. */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  const path = test.info().outputPath("tasks.json");
  await browser.startTracing(page, { path, categories: ["toplevel", "__metadata"] });
  await work();
  await browser.stopTracing();
  const { traceEvents } = JSON.parse(await readFile(path, "utf8")) as { traceEvents: Task[] };
  const main = traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const tasks = traceEvents.filter(({ pid, tid }) => main.some((thread) => thread.pid === pid && thread.tid === tid));
  const spent = tasks.map(({ tdur = 0 }) => tdur / 1000).filter((ms) => ms > 0);
  expect(spent.length).toBeGreaterThan(50);
  return Math.max(...spent);
}

test("no task is longer than 50 ms while a million requests run", { tag: "@chromium-tracing" }, async ({ page }) => {
  test.setTimeout(120_000);
  await openTraffic(page, chat({ horizonMinutes: 1440 }));
  // Processor time, and the quietest of some runs: whatever else the machine does slows a task, and never quickens it.
  let longest = Infinity;
  for (let requests = 700; requests < 706 && longest > 50; requests++) {
    const run = async () => {
      await input(page, "Requests").fill(String(requests));
      await expect(figure(page, "Offered")).toHaveText(/^1,0\d\d,\d{3}$/);
      await expectDone(page);
    };
    longest = Math.min(longest, await longestTask(page, run));
  }
  expect(longest).toBeLessThanOrEqual(50);
});
