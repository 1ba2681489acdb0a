import type { Page } from "@playwright/test";
import { field, monthCost, openWorkload, verdict, words } from "@/tests/support/e2e/planner";
import { keptAddresses, OwnSite, untilKept } from "@/tests/support/e2e/own-site";
import { untilSeen, untilTakenOver } from "@/tests/support/e2e/ready";
import { expect, test as base } from "@/tests/support/e2e/test";
import { expectDone, figure } from "@/tests/support/e2e/traffic";

// Without a network after one visit, and a new version under an open tab. The network goes with the server.

const test = base.extend<{ site: OwnSite }>({
  site: async ({}, use) => {
    const site = await OwnSite.start("build-one");
    await use(site);
    await site.stop();
  },
  baseURL: ({ site }, use) => use(site.url),
});

test.use({ serviceWorkers: "allow", tolerated: /ERR_CONNECTION_REFUSED|status of 503/ });

const QUERY = "?v=1&asOf=2026-11-23&tier=3&w=Support+chat:o1-mini+120/m+x2.5+i1500+c600+v300+r900+k8000";
/** One link for each page with a scenario, and one whose figures come from a worker. */
const LINKS = [
  `/${QUERY}`,
  "/?v=1&asOf=2026-11-23&tier=3&w=Zwetschge:o1-mini+120/m+i1500+v300+r300~2000",
  `/compare${QUERY}&workload=0&sort=name`,
  `/forecast${QUERY}&growth=8/12`,
  `/traffic${QUERY}&horizon=60`,
  `/backlog${QUERY}&backlog=o1-mini+n25000000+i1500+v300+d72`,
];

const LOG = Array.from({ length: 5 }, (_, n) =>
  JSON.stringify({
    object: "chat.completion",
    created: 1_757_000_000 + n,
    model: "o3-mini",
    usage: { prompt_tokens: 1_000_000, completion_tokens: 500_000, total_tokens: 1_500_000 },
  }),
).join("\n");

/** What the server says first of each link. */
const saidOnline = (page: Page): Promise<string[]> =>
  page.evaluate(
    (links) =>
      Promise.all(
        links.map(async (link) => {
          const html = await (await fetch(link)).text();
          return new DOMParser().parseFromString(html, "text/html").querySelector("h1")!.textContent;
        }),
      ),
    LINKS,
  );

/** Every text that the browser keeps of pages and answers, in one. */
const keptTexts = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if (!request.url.includes("/_next/")) texts.push(await (await cache.match(request))!.text());
    }
    return texts.join("\n");
  });

async function expectInstallable(page: Page): Promise<void> {
  const manifest = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>("link[rel=manifest]")!;
    const { icons, ...rest } = (await (await fetch(href)).json()) as {
      icons: { src: string; sizes: string; purpose?: string }[];
      shortcuts: { url: string }[];
    } & Record<string, unknown>;
    const drawn = icons.map(async ({ src, sizes, purpose }) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return `${purpose ?? "any"} ${sizes} ${image.naturalWidth}x${image.naturalHeight}`;
    });
    return { ...rest, icons: await Promise.all(drawn) };
  });
  expect(manifest).toMatchObject({ name: "Headroom", start_url: "/", scope: "/", display: "standalone" });
  expect(manifest.icons).toEqual(["any 192x192 192x192", "any 512x512 512x512", "maskable 512x512 512x512"]);
  for (const { url } of manifest.shortcuts) expect((await page.request.get(url)).ok(), url).toBe(true);
}

/** The page of every link has no figure, and the policy that it came with. */
async function expectShell(page: Page): Promise<void> {
  const { html, policy } = await page.evaluate(async () => {
    const shell = (await caches.match("/", { ignoreVary: true }))!;
    return { html: await shell.text(), policy: shell.headers.get("content-security-policy") };
  });
  const drawn = html.replace(/<script.*?<\/script>/gs, "");
  expect(drawn).toContain("Reading the link …");
  expect(drawn).not.toMatch(/\$\d|Fits|Does not fit/);
  const [, nonce] = /nonce="([^"]+)"/.exec(html)!;
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'; `);
}

async function untilChart(page: Page): Promise<void> {
  const charts = page.getByRole("region", { name: "Charts" });
  await untilSeen(
    () => charts.scrollIntoViewIfNeeded(),
    (expect) => expect(charts.locator("svg text").first()).toBeVisible(),
  );
}

test("after one visit every page opens without a network, on any link, and works", async ({ page, site }) => {
  test.slow();
  await page.goto("/");
  await untilKept(page, "build-one", "/api/v1/openapi.json");
  await expectInstallable(page);
  await expectShell(page);
  const said = await saidOnline(page);
  await site.stop();

  await page.goto("/");
  await expect(verdict(page)).toHaveText(words("Fits tier 3…"));
  for (const [index, link] of LINKS.entries()) {
    await page.goto(link);
    await expect(verdict(page), link).toHaveText(said[index]!, { timeout: 20_000 });
  }

  await page.goto(`/${QUERY}`);
  await expect(monthCost(page)).toHaveText("$34,689.60");
  await expect(page.getByText("You opened a shared link.")).toBeVisible();
  await field(page, "Requests").fill("60");
  await expect(monthCost(page)).toHaveText("$17,344.80");
  await expect(page).toHaveURL(/o1-mini\+60\/m/);
  await untilChart(page);
  await page.getByRole("link", { name: "Traffic", exact: true }).click();
  await expect(page).toHaveURL(/\/traffic\?.*o1-mini\+60\/m/);
  await expectDone(page);
  await expect(figure(page, "Offered")).toHaveText(/^\d\d,\d{3}$/);

  await page.goto("/import");
  await untilTakenOver(page, "input[type=file]");
  await page
    .getByLabel("Choose a log")
    .setInputFiles({ name: "own-log.jsonl", mimeType: "", buffer: Buffer.from(LOG) });
  await expect(verdict(page)).toHaveText(words("5 requests…"));

  await page.goto("/models?q=o1-mini&sort=name&tier=2");
  await expect(page.getByRole("status").filter({ hasText: / of \d+ models/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Limits at tier 2" })).toHaveAttribute("aria-current", "true");
  for (const id of ["o1-mini", "o1-mini-2024-09-12", "gpt-5.6-luna"]) {
    await page.goto(`/models/${id}`);
    await expect(verdict(page)).toContainText(id.replace(/-2024.*/, ""));
  }
  await page.goto("/api");
  await expect(verdict(page)).toHaveText(words("The same estimate over HTTP…"));
  const call = await page.goto(`/api/v1/estimate${QUERY}`);
  expect([call!.status(), ((await call!.json()) as { error: object }).error]).toMatchObject([503, { code: "offline" }]);
  await page.goto("/method");
  await expect(verdict(page)).toHaveText(words("How each number is computed…"));

  // Nothing that was opened or read is kept where pages are.
  const { "headroom build-one": kept, ...others } = await keptAddresses(page);
  expect(others).toEqual({});
  expect(kept!.filter((address) => !/^\/(?:[^?]*|models\?tier=\d)$/.test(address))).toEqual([]);
  const texts = await keptTexts(page);
  for (const own of ["o1-mini+60/m", "o1-mini 60/m", "Zwetschge", "own-log.jsonl"])
    expect(texts.includes(own), own).toBe(false);
});

test("a new version takes over beside an open tab, which says so once and keeps its scripts", async ({
  page,
  site,
  context,
}) => {
  test.slow();
  await page.goto(`/${QUERY}`);
  await untilKept(page, "build-one", "/");
  await site.stop();
  await site.serve("build-two");

  const other = await context.newPage();
  await other.goto("/method");
  const line = page.getByText("A new version is here.");
  await expect(line).toBeVisible({ timeout: 60_000 });
  await untilKept(other, "build-two", "/");
  await expect(other.getByText("A new version is here.")).toHaveCount(0);
  expect(Object.keys(await keptAddresses(page)).sort()).toEqual(["headroom build-one", "headroom build-two"]);

  // What the tab fetches late comes from its own version: there is no server.
  await site.stop();
  await openWorkload(page, 0);
  await field(page, "Requests").fill("60");
  await untilChart(page);
  await site.serve("build-two");
  await line.getByRole("button", { name: "Reload" }).click();
  // What was typed last is there, and the old version goes once no tab is of it.
  await expect(monthCost(page)).toHaveText("$17,344.80");
  await expect(line).toHaveCount(0);
  await expect
    .poll(async () => Object.keys(await keptAddresses(page)), { timeout: 60_000 })
    .toEqual(["headroom build-two"]);
});
