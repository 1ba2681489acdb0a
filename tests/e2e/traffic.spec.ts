import type { APIRequestContext, Page } from "@playwright/test";
import type { Scenario } from "@/lib/scenario";
import { expectAccessible } from "@/tests/support/e2e/axe";
import { verdict, words } from "@/tests/support/e2e/planner";
import { expect, expectNoNonsense, test } from "@/tests/support/e2e/test";
import {
  chat,
  expectDone,
  figure,
  grouped,
  input,
  openLink,
  openTrace,
  openTraffic,
  trace,
  trafficLink,
} from "@/tests/support/e2e/traffic";

// A day under limits: run in a worker, anew with every edit.

const DAY = { horizonMinutes: 1440 };

type Counts = Readonly<Record<"offered" | "admitted" | "failed" | "throttled", number>>;

/** What the API makes of the same. */
async function answer(request: APIRequestContext, scenario: Scenario, requests?: readonly object[]): Promise<Counts> {
  const { policy = "queue", seed = 1, horizonMinutes = 1440, ...rest } = scenario;
  const response = await request.post("/api/v1/simulate", {
    data: { scenario: rest, policy, seed, horizonMinutes, ...(requests && { requests }) },
  });
  expect(response.status()).toBe(200);
  return response.json();
}

async function expectCounts(page: Page, { offered, admitted, failed, throttled }: Counts): Promise<void> {
  await expect(figure(page, "Offered")).toHaveText(grouped(offered));
  await expect(figure(page, "Admitted")).toHaveText(grouped(admitted));
  await expect(figure(page, "Failed")).toHaveText(new RegExp(`^${grouped(failed)}(,|$)`));
  await expect(figure(page, "429 answers")).toHaveText(grouped(throttled));
}

const opened = (page: Page) => page.getByRole("form", { name: "Traffic" }).locator("details[data-workload]").first();
/** On a phone the workloads of a link start closed. */
async function openWorkload(page: Page): Promise<void> {
  if ((await opened(page).getAttribute("open")) === null) await opened(page).locator("summary").click();
}

for (const policy of ["queue", "retry", "drop"] as const) {
  test(
    `policy ${policy}: the figures are those of the API`,
    { tag: policy === "retry" ? "@phone" : "@desktop" },
    async ({ page, request }) => {
      const scenario = chat(policy === "queue" ? DAY : { policy }, { retryShare: 0.05 });
      await openTraffic(page, scenario);
      await expectCounts(page, await answer(request, scenario));
      await expectNoNonsense(page);
    },
  );
}

test("one seed has one picture, another seed another", { tag: "@desktop" }, async ({ page }) => {
  await openTraffic(page);
  const first = await figure(page, "Offered").textContent();
  await page.getByRole("link", { name: "Another seed" }).click();
  await expect(page).toHaveURL(/seed=2/);
  await expect(figure(page, "Offered")).not.toHaveText(first!);
  await input(page, "Seed").fill("1");
  await expect(figure(page, "Offered")).toHaveText(first!);
  await expect(page).not.toHaveURL(/seed=/);
});

test(
  "an edit runs anew; the link follows, and opens the same day elsewhere",
  { tag: "@phone" },
  async ({ page, request, context }) => {
    await openTraffic(page);
    await openWorkload(page);
    await input(page, "Requests").fill("30/min");
    await page.getByRole("combobox", { name: "Arrivals" }).selectOption("Steady");
    await page.getByRole("combobox", { name: "Sizes" }).selectOption("As in ServeGen, reasoning");
    await input(page, "p95 over mean of reasoning over visible output").fill("2");
    await page.getByRole("radio", { name: "Retry" }).check();
    const scenario = chat(
      { policy: "retry" },
      { requests: 30, arrivals: "steady", sizes: "servegen", reasoningP95ToMean: 2 },
    );
    await expect(page).toHaveURL(new URL(trafficLink(scenario), page.url()).href);
    const expected = await answer(request, scenario);
    await expectCounts(page, expected);
    const other = await context.newPage();
    await openLink(other, page.url());
    await expectCounts(other, expected);
    await expect(
      other
        .getByRole("navigation", { name: "Main", includeHidden: true })
        .getByRole("link", { name: "Plan", includeHidden: true }),
    ).toHaveJSProperty("href", new URL(`/${new URL(page.url()).search}`, page.url()).href);
  },
);

test("a preset gives the shape and its own peak, and is one step back", { tag: "@phone" }, async ({ page }) => {
  await openTraffic(page);
  await openWorkload(page);
  await page.getByRole("link", { name: "Nightly job" }).click();
  await expect(input(page, "Busiest minute")).toHaveValue("5.93");
  await expect(page).toHaveURL(/nightly-job\+x5\.93\+/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(input(page, "Busiest minute")).toHaveValue("3");
  await input(page, "Busiest minute").fill("1");
  await page.getByRole("combobox", { name: "Shape" }).selectOption("Office hours");
  await expect(input(page, "Busiest minute")).not.toHaveValue("1");
});

test(
  "what cannot be read is said beside the field, and the last good value stays",
  { tag: "@desktop" },
  async ({ page }) => {
    await openTraffic(page);
    await openWorkload(page);
    const before = await figure(page, "Offered").textContent();
    await input(page, "p95 over mean of input").fill("4");
    await expect(input(page, "p95 over mean of input")).toHaveAccessibleDescription(
      /no log-normal has a p95 above 3\.868 times its mean.*1 is still used/,
    );
    await input(page, "Requests").fill("12,5");
    await expect(input(page, "Requests")).toHaveAttribute("aria-invalid", "true");
    await expect(figure(page, "Offered")).toHaveText(before!);
  },
);

test("a long run shows how far it is, and is cancelled; what was known stays", { tag: "@phone" }, async ({ page }) => {
  await openTraffic(page);
  const short = await figure(page, "Offered").textContent();
  // The week comes first: the many requests of a shorter time could be done before it is asked for.
  await page.getByRole("link", { name: "A week" }).click();
  await expect(figure(page, "Offered")).not.toHaveText(short!);
  await expectDone(page);
  const before = await figure(page, "Offered").textContent();
  // 302 million requests.
  await openWorkload(page);
  await input(page, "Requests").fill("30000");
  await expect(page.getByRole("progressbar", { name: "Simulation" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Stopped. The figures are of the earlier inputs.")).toBeVisible();
  await expect(figure(page, "Offered")).toHaveText(before!);
  await input(page, "Requests").fill("1M");
  await expect(
    page.getByText("10.1B requests are too many to simulate: at most 1B. Shorten the horizon or lower the rates."),
  ).toBeVisible();
  await input(page, "Requests").fill("1");
  await expect(figure(page, "Offered")).not.toHaveText(before!);
  await expectDone(page);
});

test(
  "two workers find what one finds, and one does where the other fails",
  { tag: "@desktop" },
  async ({ context }) => {
    const large = trafficLink(chat({ usageTier: 3, seed: 5 }, { requests: 1000 }));
    /** What stands in the columns of other tiers, policies and windows, and in the breaking point. */
    const outcome = async (cores: number, isBroken = false) => {
      const page = await context.newPage();
      await page.addInitScript(
        ({ cores, isBroken }) => {
          Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => cores });
          let count = 0;
          const { Worker } = window;
          window.Worker = class extends Worker {
            constructor(url: string | URL, options?: WorkerOptions) {
              super(++count > 1 && isBroken ? "/favicon.svg" : url, options);
              document.documentElement.dataset["workers"] = String(count);
            }
          };
        },
        { cores, isBroken },
      );
      await openLink(page, large);
      await expectDone(page);
      const workers = await page.locator("html").getAttribute("data-workers");
      const texts = await page.locator("#breaking, #tiers, #policies, #windows").allInnerTexts();
      await page.close();
      return { workers, texts };
    };
    const one = await outcome(1);
    expect(one.workers).toBe("1");
    expect(one.texts).toHaveLength(4);
    expect(one.texts.join()).not.toContain("…");
    expect(await outcome(2)).toEqual({ ...one, workers: "2" });
    const broken = await outcome(2, true);
    expect(broken.texts).toEqual(one.texts);
    expect(broken.workers).not.toBe("1");
  },
);

test("a large day runs alone until the rest is asked for", { tag: "@desktop" }, async ({ page }) => {
  await openLink(
    page,
    trafficLink(
      chat(
        { usageTier: 5, horizonMinutes: 60 },
        { requests: 340_000, inputTokens: 1, visibleOutputTokens: 0, reasoningTokens: 0 },
      ),
    ),
  );
  const more = page.getByRole("button", { name: "Run the other tiers too" });
  await expect(more).toBeVisible({ timeout: 20_000 });
  await more.click();
  await expect(page.getByRole("progressbar", { name: "Simulation" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(more).toBeVisible();
});

test(
  "traffic is slid up until it breaks, by keyboard, and kept",
  { tag: ["@desktop", "@firefox"] },
  async ({ page }) => {
    await openTraffic(page, chat({}, { requests: 20, peakToMean: 1 }));
    const slider = page.getByRole("slider", { name: /^Traffic, times/ });
    await expect(page.getByRole("heading", { name: /^Holds up to 3\.\d+ times this traffic/ })).toBeVisible();
    await expect(slider).toHaveAccessibleName("Traffic, times 1");
    const first = await figure(page, "Offered").textContent();
    await slider.focus();
    await page.keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", "100 times the traffic entered");
    await page.keyboard.press("Home");
    for (let n = 0; n < 15; n++) await page.keyboard.press("PageUp");
    await expect(slider).not.toHaveAttribute("aria-valuetext", "0.1 times the traffic entered");
    await page
      .getByRole("button", { name: /^See .*3\.\d+/ })
      .last()
      .click();
    await expect(verdict(page)).not.toContainText("No request waited");
    await expect(page).not.toHaveURL(/w=Chat:o1-mini\+6/);
    await page.getByRole("button", { name: "Keep this traffic" }).click();
    await expect(page).toHaveURL(/w=Chat:o1-mini\+6\d(\.\d+)?\/m/);
    await expect(slider).toHaveAttribute("aria-valuetext", "1 times the traffic entered");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(figure(page, "Offered")).toHaveText(first!);
  },
);

const rows = Array.from({ length: 300 }, (_, n) => ({ atMs: n * 100, inputTokens: 1500 + n, outputTokens: 1500 }));
const csv = `atMs,inputTokens,outputTokens\n${rows.map((row) => Object.values(row).join(",")).join("\n")}`;

test(
  "a pasted trace is replayed as the API does, and given up for generated traffic",
  { tag: "@phone" },
  async ({ page, request }) => {
    await openTraffic(page);
    const before = await figure(page, "Offered").textContent();
    const field = await openTrace(page);
    await field.fill(csv);
    const expected = await answer(request, chat(), rows);
    expect(expected.offered).toBe(300);
    await expectCounts(page, expected);
    await expect(page.getByRole("slider")).toHaveCount(0);
    await expectDone(page);
    await expect(page).toHaveURL(new URL(trafficLink(chat()), page.url()).href);
    await page.getByRole("button", { name: "Back to generated traffic" }).click();
    await expect(figure(page, "Offered")).toHaveText(before!);
  },
);

test("a trace from a file; a broken one names the row and changes nothing", { tag: "@desktop" }, async ({ page }) => {
  await openTraffic(page);
  const field = await openTrace(page);
  await page.getByLabel("Choose a file of requests").setInputFiles({
    name: "day.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ requests: rows.slice(0, 40) })),
  });
  await expect(figure(page, "Offered")).toHaveText("40");
  await field.fill("atMs,inputTokens,outputTokens\n0,1,1\n5,many,1");
  await expect(field).toHaveAccessibleDescription(/Row 2, line 3: “many” is no number of input tokens\./);
  await expect(figure(page, "Offered")).toHaveText("40");
});

test("a scenario in batch alone offers to make its workload standard", { tag: "@desktop" }, async ({ page }) => {
  await page.goto(trafficLink(chat(DAY, { serviceTier: "batch" })));
  await expect(verdict(page)).toContainText("Nothing to simulate.");
  await page.getByRole("link", { name: "Make Chat standard" }).click();
  await expectDone(page);
  await expect(figure(page, "Offered")).toHaveText(/^5\d,\d{3}$/);
});

test("keyboard only: first field, tier, undo", { tag: "@desktop" }, async ({ page }) => {
  await openTraffic(page);
  const before = await figure(page, "Offered").textContent();
  await page.keyboard.press("/");
  await expect(input(page, "Requests")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2/s");
  await expect(figure(page, "Offered")).not.toHaveText(before!);
  await page.getByRole("radio", { name: "Tier 1" }).focus();
  await page.keyboard.press("5");
  await expect(page).toHaveURL(/tier=5.*2\/s/);
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(figure(page, "Offered")).toHaveText(before!);
});

test(
  "nothing is wider than the window; axe finds nothing, all open and with faults shown",
  { tag: "@phone" },
  async ({ page }) => {
    await openTraffic(page, chat({ ...DAY, title: "W".repeat(60) }, { name: "W".repeat(60), shape: "office-hours" }));
    await page
      .locator("details")
      .evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));
    for (const width of [1440, 1199, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        String(width),
      ).toBeLessThanOrEqual(0);
    }
    await openWorkload(page);
    await input(page, "Requests").fill("nonsense");
    await trace(page).fill("nonsense");
    await expect(page.getByText("The header has no column of times")).toBeVisible();
    await expectAccessible(page);
  },
);

test.describe("without scripts", { tag: "@chromium-noscript" }, () => {
  test.use({ javaScriptEnabled: false });

  test(
    "the figures of a day are in the HTML, and the form leads to the next",
    { tag: "@desktop" },
    async ({ page, request }) => {
      await page.goto(trafficLink(chat()));
      await expectCounts(page, await answer(request, chat()));
      await expect(page.getByRole("slider")).toBeHidden();
      if ((await opened(page).getAttribute("open")) === null) await opened(page).locator("summary").click();
      await input(page, "Requests").fill("50");
      await page.getByRole("combobox", { name: "Shape" }).selectOption("Office hours");
      await page.getByRole("radio", { name: "Drop" }).check();
      await page.getByRole("button", { name: "Update", exact: true }).click();
      const scenario = chat({ policy: "drop" }, { requests: 50, shape: "office-hours" });
      await expect(page).toHaveURL(new URL(trafficLink(scenario), page.url()).href);
      await expectCounts(page, await answer(request, scenario));
    },
  );

  test("a day too large for the server says so", { tag: "@phone" }, async ({ page }) => {
    await page.goto(trafficLink(chat(DAY, { requests: 3000 })));
    await expect(
      page.getByText(words("4.32M requests are more than the server runs; with JavaScript this browser does.")),
    ).toBeVisible();
  });
});
