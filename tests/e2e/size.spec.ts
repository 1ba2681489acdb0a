import { gzipSync } from "node:zlib";
import type { Request } from "@playwright/test";
import { ROUTES } from "@/components/ui/routes";
import { untilSeen } from "@/tests/support/e2e/ready";
import { expect, test } from "@/tests/support/e2e/test";

// What the first look at the planner costs over the wire, compressed as it is served.

const HTML_AND_CSS = 38_500;
/** Next and React are 137,000 of them; catalogue, engine and fields come with the first sign of a person. */
const SCRIPTS = 143_000;
/** Pages whose scripts come at once. */
const MODELS = 160_000;

test("the scripts of each page’s first load are small", async ({ request }) => {
  const sizeOf = async (src: string) => gzipSync(await (await request.get(src)).body()).length;
  for (const path of [...Object.values(ROUTES), "/models/o1-mini"]) {
    const html = await (await request.get(path)).text();
    const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
    const sizes = await Promise.all([...new Set(tags.map(([, src]) => src!))].map(sizeOf));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total, path).toBeGreaterThan(50_000);
    expect(total, path).toBeLessThanOrEqual(path === "/models" ? MODELS : SCRIPTS);
  }
});

test("the first HTML with its CSS, and the scripts of the first load, are small; charts come after", async ({
  page,
}) => {
  const finished: Request[] = [];
  page.on("requestfinished", (request) => finished.push(request));
  await page.goto("/", { waitUntil: "networkidle" });
  const size = async (...types: readonly string[]) => {
    const sizes = await Promise.all(
      finished.filter((request) => types.includes(request.resourceType())).map((request) => request.sizes()),
    );
    return sizes.reduce((total, { responseBodySize }) => total + responseBodySize, 0);
  };
  const figures = { page: await size("document", "stylesheet"), scripts: await size("script") };
  test.info().annotations.push({ type: "bytes", description: JSON.stringify(figures) });
  expect(figures.page).toBeGreaterThan(5_000);
  expect(figures.page).toBeLessThanOrEqual(HTML_AND_CSS);
  expect(figures.scripts).toBeGreaterThan(50_000);
  expect(figures.scripts).toBeLessThanOrEqual(SCRIPTS);

  const before = finished.length;
  const charts = page.getByRole("region", { name: "Charts" });
  await charts.scrollIntoViewIfNeeded();
  await untilSeen(
    () => page.mouse.wheel(0, 10),
    (expect) => expect(charts.locator("svg text").first()).toBeVisible(),
  );
  expect(finished.slice(before).some((request) => request.resourceType() === "script")).toBe(true);
});
