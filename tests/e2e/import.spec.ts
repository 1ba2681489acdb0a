import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { AZURE_TRACE } from "@/tests/support/make/azure-trace";
import { expectAccessible } from "@/tests/support/e2e/axe";
import { paste } from "@/tests/support/e2e/planner";
import { untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, expectNoNonsense, test } from "@/tests/support/e2e/test";

// Real usage in: read in a worker, said, made into workloads. That no request leaves for elsewhere is watched
// by every test; here, that none carries the log home either.

const sentence = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const rows = (page: Page, section: string): Locator => page.locator(`#${section} tbody tr`);

interface Log {
  readonly name: string;
  readonly text: string | Buffer;
}

/** Opens the page and waits until it answers. */
async function openImport(page: Page): Promise<void> {
  await page.goto("/import");
  await untilTakenOver(page, "input[type=file]");
}

/** Opens the page with a log, and waits until it is said. */
async function openLog(page: Page, { name, text }: Log): Promise<void> {
  await openImport(page);
  await page.getByLabel("Choose a log").setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
}

const completion = (created: number, model: string, input: number, output: number) =>
  JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created,
    model,
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  });
/**
 * Forty requests of a million tokens in and half a million out, two seconds apart, at the prices of that day:
 * $1.10 and $4.40 a million.
 */
const FORTY = Array.from({ length: 40 }, (_, n) =>
  completion(1_757_000_000 + 2 * n, "o3-mini", 1_000_000, 500_000),
).join("\n");

test(
  "the Azure conversation trace says its own figures, and is replayed in Traffic",
  { tag: "@desktop" },
  async ({ page }) => {
    test.skip(!existsSync(AZURE_TRACE), `${AZURE_TRACE} is not here`);
    const bodies: string[] = [];
    page.on("request", (request) => request.postData() && bodies.push(request.url()));
    await openImport(page);
    await page.getByLabel("Choose a log").setInputFiles(AZURE_TRACE);
    await expect(sentence(page)).toContainText("19,366 requests");
    await expect(sentence(page)).toContainText("The busiest minute has 522");
    for (const figure of ["19,366", "22,361,870", "4,088,665"])
      await expect(page.locator("#verdict").getByRole("definition").getByText(figure, { exact: true })).toBeVisible();
    await expect(rows(page, "sizes").first().getByRole("cell")).toHaveText([
      "1,155",
      "1,020",
      "4,083",
      /^[\d,]+$/,
      /^[\d,]+$/,
    ]);
    await expectNoNonsense(page);
    await page.getByRole("link", { name: "Replay in Traffic" }).click();
    await expect(page.getByText("19,366 of azure-llm-2023-conv.csv")).toBeVisible({ timeout: 40_000 });
    expect(page.url().length).toBeLessThan(600);
    expect(bodies).toEqual([]);
  },
);

test(
  "a log becomes workloads in the planner, and back goes back; a reload loses nothing",
  { tag: "@phone" },
  async ({ page }) => {
    await openLog(page, { name: "week.jsonl", text: FORTY });
    await expect(rows(page, "models").first().getByRole("cell").last()).toHaveText("$132.00");
    await page.getByRole("link", { name: "Use as workloads" }).click();
    await expect(page).toHaveURL(/^[^?]*\/\?v=1&asOf=.*&w=[^&]*o3-mini/);
    await page.goBack();
    await expect(sentence(page)).toContainText("40 requests");
    await page.reload();
    await expect(sentence(page)).toContainText("40 requests");
    await page.getByRole("button", { name: "Forget it" }).click();
    await expect(sentence(page)).toContainText("Real usage in");
    await page.reload();
    await expect(sentence(page)).toContainText("Real usage in");
  },
);

test("a gzip is read; a broken one as far as it goes", { tag: ["@desktop", "@firefox"] }, async ({ page }) => {
  const whole = gzipSync(FORTY);
  await openLog(page, { name: "whole.gz", text: whole });
  await expect(sentence(page)).toContainText("40 requests");
  await openLog(page, { name: "cut.gz", text: whole.subarray(0, whole.length - 20) });
  await expect(page.getByText("The gzip is broken or ends early; what came before that was read.")).toBeVisible();
});

test("a broken file says what was skipped and where, and keeps the rest", { tag: "@phone" }, async ({ page }) => {
  const lines = FORTY.split("\n");
  await openLog(page, {
    name: "broken.jsonl",
    text: [lines[0], "{not json", lines[1], lines[2]!.slice(0, 60)].join("\r\n"),
  });
  await expect(sentence(page)).toContainText("2 requests");
  await expect(page.locator("#rows h2")).toHaveText("2 of 4 rows were read; 2 were skipped");
  await expect(page.locator("#rows")).toContainText("2");
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  await page.getByLabel("Choose a log").setInputFiles({ name: "picture.png", mimeType: "", buffer: picture });
  // The log before it stays, and the reason is said where it was dropped.
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was read from picture.png." })).toBeVisible();
  await expect(sentence(page)).toContainText("2 requests");
  await expectNoNonsense(page);
});

test(
  "columns that are guessed wrong are corrected, and the table is read again",
  { tag: "@desktop" },
  async ({ page }) => {
    await openLog(page, {
      name: "own.csv",
      text: "when,engine,a,b\n2026-09-01T08:00:00Z,o3-mini,100,10\n2026-09-01T08:00:30Z,o3-mini,300,30\n",
    });
    await page.getByRole("combobox", { name: "Use of when" }).selectOption("time");
    await page.getByRole("combobox", { name: "Use of engine" }).selectOption("model");
    await page.getByRole("combobox", { name: "Use of a", exact: true }).selectOption("input tokens");
    await page.getByRole("combobox", { name: "Use of b" }).selectOption("output tokens");
    await page.getByRole("button", { name: "Read again" }).click();
    await expect(sentence(page)).toContainText("2 requests");
    await expect(rows(page, "models").first().getByRole("cell").first()).toHaveText("2");
    await expect(rows(page, "models").first()).toContainText("400");
    await expect(page.getByRole("combobox", { name: "Use of a", exact: true })).toHaveValue("input");
  },
);

test(
  "a large log shows how far it is, and is cancelled; the one before stays",
  { tag: ["@desktop", "@firefox"] },
  async ({ page }) => {
    await openLog(page, { name: "small.jsonl", text: FORTY });
    await expect(sentence(page)).toContainText("40 requests");
    // Of pieces that share their memory, dropped as a file is.
    await page.evaluate((text) => {
      const piece = new Blob([`${text}\n`.repeat(1000)]);
      const files = new DataTransfer();
      files.items.add(
        new File(
          Array.from({ length: 100 }, () => piece),
          "large.jsonl",
        ),
      );
      document
        .querySelector("main")!
        .dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files }));
    }, FORTY);
    await expect(page.getByRole("progressbar", { name: "Reading large.jsonl" })).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("progressbar", { name: "Reading large.jsonl" })).toBeHidden();
    await expect(sentence(page)).toContainText("40 requests");
  },
);

test(
  "a large paste is read without standing in the field, and by keyboard the example is one press away",
  { tag: ["@desktop", "@firefox"] },
  async ({ page }) => {
    await openImport(page);
    const field = page.getByRole("textbox", { name: "Or paste rows with their header, or a usage object" });
    await paste(field, FORTY);
    await expect(sentence(page)).toContainText("40 requests");
    await expect(field).toHaveValue("");
    await page.getByRole("button", { name: "Open an example" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("an example week", { exact: true }).first()).toBeVisible();
  },
);

test(
  "pasted usage, a day that may be a month, and a batch that would be refused",
  { tag: "@desktop" },
  async ({ page }) => {
    await openImport(page);
    const read = async (text: string) => {
      await page.getByRole("textbox", { name: /^Or paste rows/ }).fill(text);
      await page.getByRole("button", { name: "Read the text" }).click();
    };
    await read("Input tokens: 900\nCached input tokens: 300\nOutput tokens: 70");
    await expect(sentence(page)).toContainText(/1.request, 900 tokens in and 70 out/);
    await read("date,model,input,output\n05/10/2026,gpt-4.1,900,70\n06/10/2026,gpt-4.1,100,30");
    const asked = page.getByRole("group", { name: "Which day is 05/10/2026?" });
    await expect(asked.getByRole("button")).toHaveText([/10.May.2026|5.Oct.2026/, /10.May.2026/]);
    await asked.getByRole("button").first().click();
    await expect(sentence(page)).toContainText(/from 5.Oct.2026 to 6.Oct.2026/);
    await expect(asked.getByRole("button").first()).toHaveAttribute("aria-pressed", "true");
    const request = {
      custom_id: "a",
      method: "POST",
      url: "/v1/responses",
      body: { model: "gpt-4.1", input: "Hello" },
    };
    await read(
      [request, { ...request, body: { ...request.body, model: "gpt-5.6-luna" } }]
        .map((one) => JSON.stringify(one))
        .join("\n"),
    );
    await expect(page.getByRole("region", { name: /would refuse this file whole: 1 line is at fault/ })).toBeVisible();
  },
);

test(
  "axe finds nothing, empty and with a log; nothing is wider than the window",
  { tag: "@phone" },
  async ({ page }) => {
    await openImport(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Open an example" }).click();
    await expect(sentence(page)).toContainText("requests from");
    await page.getByRole("region", { name: "Charts" }).scrollIntoViewIfNeeded();
    await expect(page.getByRole("region", { name: "Charts" }).locator("svg text").first()).toBeVisible();
    await expectAccessible(page);
    await expectNoNonsense(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  },
);
