import type { Page } from "@playwright/test";
import { untilSeen, untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, gotoExample, test } from "@/tests/support/e2e/test";

// What is printed: a report of the page, drawn before the browser takes its picture, though nobody scrolled.

const SCENARIO =
  "?v=1&asOf=2026-11-27&title=Support+bot&tier=4&w=Support+bot:gpt-5.6-terra+40/m+x3+office-hours+i2200+c1500+v350+r600+k4000";

const report = (page: Page) => page.locator('article[aria-label="Report"]');
const pagesIn = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

/** Presses the key for printing; until the report can be drawn the page holds the dialog back. */
async function pressPrint(page: Page): Promise<void> {
  await untilTakenOver(page, "main form, main input");
  await page.keyboard.press("Control+p");
  await page.waitForFunction(() => (window as { asked?: number }).asked === 1);
}

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    window.print = () => {
      const asked = window as { asked?: number };
      asked.asked = (asked.asked ?? 0) + 1;
    };
  }),
);

/** Prints on both papers: at most so many pages, each chart drawn, nothing to press, the verdict and the link. */
async function expectPrinted(page: Page, most: number, texts: readonly (string | RegExp)[]): Promise<void> {
  for (const format of ["A4", "Letter"]) expect(pagesIn(await page.pdf({ format })), format).toBeLessThanOrEqual(most);
  const charts = report(page).locator("figure");
  expect(await charts.count()).toBeGreaterThan(0);
  for (const chart of await charts.all()) {
    expect(await chart.locator("svg[role=img] text").count()).toBeGreaterThan(3);
    expect(await chart.locator("svg[role=img]").getAttribute("viewBox")).toMatch(/^0 0 (330|688) 160$/);
  }
  await expect(report(page).locator("button, input, select, summary")).toHaveCount(0);
  const text = (await report(page).textContent())!.replace(/[\u00a0\u202f]/g, " ");
  for (const part of texts) expect(text).toMatch(part);
  // The page itself is left out, and the report is on paper alone.
  await expect(page.locator("main").first()).toBeVisible();
  await expect(report(page)).toBeHidden();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(report(page)).toBeVisible();
  await expect(page.locator("main").first()).toBeHidden();
  await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
  const { width } = (await charts.first().locator("svg[role=img]").boundingBox())!;
  expect(width).toBeGreaterThan(330);
}

test("Plan prints on two pages, by key and without having scrolled @desktop", async ({ page }) => {
  await gotoExample(page);
  await pressPrint(page);
  await expectPrinted(page, 2, [
    /Does not fit tier 3\. Its \$1,000 monthly usage limit/,
    /http:\/\/localhost:\d+\/\?v=1&asOf=/,
    /27 Nov 2026/,
    /Support chato1-ministandard120 a minute2\.5 ×/,
    /Total a month\$36,111\.58100 %/,
    /Tokens a minuteo1-mini1\.14M2\.85M4M71\.3 %1\.40×/,
    /platform\.openai\.com\/docs\/models\/o1-mini/,
  ]);
});

test("an edit is printed, and so is the next one @desktop", async ({ page }) => {
  await page.goto(`/${SCENARIO}`);
  await pressPrint(page);
  await page.getByLabel("Title").fill("Another bot");
  await page.pdf();
  await expect(report(page).locator("h1")).toHaveText("Another bot");
  await page.getByLabel("Title").fill("A third");
  await page.pdf();
  await expect(report(page).locator("h1")).toHaveText("A third");
});

test("Backlog prints @desktop", async ({ page }) => {
  await page.goto(`/backlog${SCENARIO}&backlog=gpt-5.6-terra+n2500000+i2200+v350+r600+d72`);
  await pressPrint(page);
  await expectPrinted(page, 2, [/Requests2,500,000/, /Deadline3 days/, /Standard alone/, /1,000,000 enqueued/]);
});

test("Traffic prints @desktop", async ({ page }) => {
  await page.goto(`/traffic${SCENARIO}`);
  await pressPrint(page);
  await expect(page.getByText(/^Holds up to/).first()).toBeVisible();
  await expectPrinted(page, 2, [/At a limit, clientsqueue/, /Offered[\d,]+Admitted[\d,]+/, /Holds up to/]);
});

test("Import prints what was read @desktop", async ({ page }) => {
  await page.goto("/import");
  await untilTakenOver(page, "input[type=file]");
  const rows = Array.from({ length: 200 }, (_, n) => {
    const at = new Date(Date.UTC(2026, 10, 20, 8) + n * 20_000).toISOString();
    return `${at},gpt-5.6-terra,${1000 + n},${100 + n}`;
  });
  const buffer = Buffer.from(["timestamp,model,prompt_tokens,completion_tokens", ...rows].join("\n"));
  await page.getByLabel("Choose a log").setInputFiles({ name: "usage.csv", mimeType: "", buffer });
  await expect(page.locator("#say")).toContainText("200 requests");
  // Asked before its parts have come, the report is drawn for the next time.
  await untilSeen(
    () => page.pdf(),
    (expect) => expect(report(page)).toContainText("usage.csv"),
  );
  await expectPrinted(page, 2, [
    /usage\.csv/,
    /200 requests/,
    /Rows read200/,
    /http:\/\/localhost:\d+\/\?v=1.*gpt-5\.6-terra/,
  ]);
});

const HEAVY =
  "v=1&asOf=2026-11-27&title=Heavy&tier=3&policy=retry&w=Support:o1-mini+240/m+x2.5+consumer-evening+i1500+c600+v300+r900+k8000&w=Agent:o1+8/m+x3+i12000+c9000+v700+r2600+k16000&w=Search:gpt-5-mini+300/m+x2+office-hours+i900+c300+v120";
const SIX =
  "v=1&asOf=2026-11-27&title=Six+jobs&tier=4&w=Chat:gpt-5.6-terra+40/m+x3+office-hours+i2200+c1500+v350+r600+k4000&w=Search:gpt-5-mini+120/m+x2+i900+c300+v120&w=Labels:o3-mini+b+40000/d+i700+v50+r200&w=Agent:gpt-6.1-sol+3/m+x4+i22000+c18000+v700+r2600+k16000&w=Embed:text-embedding-3-small+2/s+i400&w=Night:gpt-4.1+b+90000/d+i3000+v300";

test("much work prints closer, and no table is wider than the paper @desktop", async ({ page }) => {
  for (const [link, pages] of [
    [`/?${SIX}`, { A4: 3, Letter: 3 }],
    [`/traffic?${HEAVY}`, { A4: 2, Letter: 2 }],
  ] as const) {
    await page.goto(link);
    await pressPrint(page);
    if (link.startsWith("/traffic")) await expect(page.getByText(/^Holds only/).first()).toBeVisible();
    for (const [format, most] of Object.entries(pages))
      expect(pagesIn(await page.pdf({ format })), `${link} on ${format}`).toBeLessThanOrEqual(most);
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.emulateMedia({ media: "print" });
    const wide = await report(page).evaluate((paper) => paper.scrollWidth - paper.clientWidth);
    expect(wide, link).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: null });
  }
});
