import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request as send } from "node:http";
import { gzipSync } from "node:zlib";
import { test as http } from "@playwright/test";
import { freePort } from "@/tests/support/e2e/free-port.mjs";
import { expect, test } from "@/tests/support/e2e/test";

/** One request as it goes over the wire, with any method and any path. */
function raw(
  base: string,
  method: string,
  path: string,
  body?: { readonly chunk: Buffer; readonly times: number },
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const call = send({ hostname, port, method, path }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => (text += piece));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
      response.on("error", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    call.on("error", reject);
    if (!body) return void call.end();
    let sent = 0;
    const more = () => {
      while (sent < body.times) {
        sent++;
        if (!call.write(body.chunk)) return void call.once("drain", more);
      }
      call.end();
    };
    more();
  });
}

test.describe("the page of the API", () => {
  test("documents every call, and each of its links leads somewhere", async ({ page }) => {
    await page.goto("/api");
    await expect(page).toHaveTitle("API: the same estimate over HTTP · Headroom");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("The same estimate over HTTP.");
    const missing = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map(({ hash }) => hash.slice(1))
        .filter((id) => !document.getElementById(id)),
    );
    expect(missing).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    for (const link of await page.getByRole("link", { name: "Open" }).all()) {
      const answer = await page.request.get((await link.getAttribute("href"))!);
      expect(answer.status()).toBe(200);
    }
  });

  test("writes its examples for the address it was asked for by", async ({ request }) => {
    const headers = { "x-forwarded-host": "headroom.example", "x-forwarded-proto": "https" };
    const text = await (await request.get("/api", { headers })).text();
    expect(text).toContain("curl https://headroom.example/api/v1/models");
    expect(text).not.toContain("localhost:3000");
  });

  test("gives examples that run as they stand", async ({ page, request }) => {
    await page.goto("/api");
    const { origin } = new URL(page.url());
    await expect(page.locator("figure > figcaption > button")).toHaveCount(await page.locator("pre").count());
    const commands = (await page.locator("pre").allTextContents()).filter((text) => text.startsWith("curl "));
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const command of commands) {
      const words = [
        ...command
          .split(" | jq")[0]!
          .replaceAll("\\\n", " ")
          .matchAll(/'([^']*)'|(\S+)/g),
      ].map(([, quoted, bare]) => quoted ?? bare!);
      const data = words.flatMap((word, index) =>
        ["-d", "--data-urlencode"].includes(words[index - 1] ?? "") ? [word] : [],
      );
      const url = words.find((word) => word.startsWith(`${origin}/`))!.slice(origin.length);
      const query = new URLSearchParams(
        data.map((piece) => [piece.slice(0, piece.indexOf("=")), piece.slice(piece.indexOf("=") + 1)]),
      );
      const answer = words.includes("-G")
        ? await request.get(`${url}?${query}`)
        : data.length > 0
          ? await request.post(url, { data: data[0]! })
          : await request.get(url);
      expect(answer.status(), command).toBe(command.includes("colour") ? 422 : 200);
    }
  });

  test("shows all of it without scripts", { tag: "@chromium-noscript" }, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/api");
    await expect(page.locator("#schema-Workload dt", { hasText: "cachedInputTokens" })).toBeVisible();
    await expect(page.getByText("546.624000").first()).toBeVisible();
    await context.close();
  });
});

// No page, so no browser.
http.describe("the API over HTTP", () => {
  const LINK = "/api/v1/estimate?v=1&asOf=2026-11-27&w=o1-mini+1/m+i1000+k1000";

  http("answers a link and a body alike, as JSON and as CSV, to scripts of any site", async ({ request }) => {
    const byLink = await request.get(LINK);
    expect(byLink.headers()).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "cache-control": "public, max-age=300",
      "access-control-allow-origin": "*",
    });
    const body = {
      workloads: [{ model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000, maxCompletionTokens: 1000 }],
    };
    const byBody = await request.post("/api/v1/estimate", { data: body });
    expect(await byBody.json()).toEqual(await byLink.json());
    const csv = await request.post("/api/v1/estimate", { data: body, headers: { Accept: "text/csv" } });
    expect(await csv.text()).toBe(
      "workload,model,service_tier,item,tokens_per_month,price_per_mtok_usd,per_month_usd\r\n,o1-mini,standard,input,43800000,1.1,48.180000\r\n",
    );
    expect((await request.head(LINK)).status()).toBe(200);
    expect((await request.fetch("/api/v1/estimate", { method: "OPTIONS" })).status()).toBe(204);
  });

  http("an estimate is the same whether the server answers it itself or Next’s route does", async ({ baseURL }) => {
    // A quote is nothing that the server takes before Next does.
    const ahead = await raw(baseURL!, "GET", `${LINK}&title=%27`);
    const byRoute = await raw(baseURL!, "GET", `${LINK}&title='`);
    expect(ahead.headers.vary).toBe("Accept, Accept-Encoding");
    expect(byRoute.headers.vary).toContain("rsc");
    expect([byRoute.status, byRoute.text]).toEqual([200, ahead.text]);
    const own = ({ headers }: typeof ahead) =>
      Object.entries(headers)
        .filter(([name]) => !/^(?:date|vary|connection|keep-alive|transfer-encoding|content-length)$/.test(name))
        .sort();
    expect(own(byRoute)).toEqual(own(ahead));
  });

  for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "SEARCH"]) {
    http(`405 answers ${method}`, async ({ baseURL }) => {
      const { status, headers, text } = await raw(baseURL!, method, "/api/v1/estimate");
      expect(status).toBe(405);
      expect(headers.allow).toBe("GET, HEAD, OPTIONS, POST");
      expect(JSON.parse(text)).toMatchObject({
        error: {
          code: "method-not-allowed",
          issues: [{ message: `method: ${method} is not accepted; give one of GET, HEAD, OPTIONS, POST` }],
        },
      });
      expect((await raw(baseURL!, method, "/api/v1/models")).headers.allow).toBe("GET, HEAD, OPTIONS");
    });
  }

  for (const path of [
    "/api/v1",
    "/api/v1/nothing",
    "/api/v1/models/gpt-99",
    "/api/v1/models/%zz",
    "/api/v1/models/%ff",
    "/api/v1/models/a%2Fb",
    "/api/v1/models/o1/prices",
    "/api/v1/simulated",
  ]) {
    http(`404 answers ${path}`, async ({ baseURL }) => {
      const { status, text } = await raw(baseURL!, "GET", path);
      expect(status).toBe(404);
      expect(JSON.parse(text)).toMatchObject({ error: { code: "not-found" } });
    });
  }

  http(
    "413 answers a body of more than 1 MiB, declared or streamed, to whoever is still sending it",
    async ({ baseURL, request }) => {
      const declared = await request.post("/api/v1/estimate", { data: Buffer.alloc(2 << 20, "[") });
      expect([declared.status(), (await declared.json()).error.code]).toEqual([413, "too-large"]);
      const streamed = await raw(baseURL!, "POST", "/api/v1/estimate", {
        chunk: Buffer.alloc(1 << 16, "["),
        times: 24,
      });
      expect(streamed.status).toBe(413);
      expect((await request.post("/api/v1/estimate", { data: "[" })).status()).toBe(400);
    },
  );

  http("answers are compressed, and what lasts is not sent twice", async ({ request }) => {
    for (const [path, most] of [
      ["/api/v1/models", 30_000],
      ["/api/v1/openapi.json", 30_000],
      [LINK, 3000],
    ] as const) {
      const answer = await request.get(path, { headers: { "Accept-Encoding": "gzip" } });
      expect(answer.headers()["content-encoding"], path).toBe("gzip");
      expect(gzipSync(await answer.body()).length, path).toBeLessThan(most);
      const tag = answer.headers()["etag"];
      if (path === LINK) continue;
      const again = await request.get(path, { headers: { "If-None-Match": tag! } });
      expect([again.status(), (await again.body()).length, again.headers()["etag"]], path).toEqual([304, 0, tag]);
      expect(answer.headers()["cache-control"]).toBe("public, max-age=3600, stale-while-revalidate=86400");
    }
    const icon = await request.get("/favicon.svg");
    expect(icon.headers()["cache-control"]).toBe("public, max-age=86400, stale-while-revalidate=604800");
  });

  http("several processes share a port, one that dies is replaced, and all end together", async () => {
    http.skip(process.platform !== "linux", "which processes there are is asked of Linux");
    const port = await freePort();
    const line = `http://localhost:${port}/api/v1/estimate?v=1&w=o1-mini+1/m+i1000`;
    const work = `import("./start.mjs").then(({ serveWith }) => serveWith(2, ["start", "--port", "${port}"]))`;
    const main = spawn(process.execPath, ["-e", work], { stdio: "ignore" });
    const ended = new Promise((resolve) => main.once("exit", resolve));
    const all = () => readFileSync(`/proc/${main.pid}/task/${main.pid}/children`, "utf8").trim().split(" ");
    const answers = async () => (await fetch(line, { headers: { Connection: "close" } }).catch(() => null))?.status;
    try {
      await expect.poll(answers, { timeout: 30_000 }).toBe(200);
      const [first, second] = all();
      process.kill(Number(first), "SIGKILL");
      await expect.poll(() => all().includes(first!)).toBe(false);
      for (let tries = 0; tries < 5; tries++) expect(await answers()).toBe(200);
      await expect.poll(() => all().length, { timeout: 20_000 }).toBe(2);
      expect(all()).toContain(second);
    } finally {
      main.kill("SIGTERM");
    }
    expect(await ended).toBe(143);
    expect(await answers()).toBeUndefined();
  });

  http("a form sent without JavaScript goes on to the canonical link", async ({ request }) => {
    const form = {
      "w0.name": "é & =",
      "w0.model": "o1-mini",
      "w0.requests": "1.5k/day",
      "w0.inputTokens": "2k",
      usageTier: "2",
    };
    const link = "/?v=1&asOf=2026-11-27&tier=2&w=%C3%A9+%26+%3D:o1-mini+1500/d+i2000";
    const byGet = await request.get("/plan", { params: form, maxRedirects: 0 });
    expect([byGet.status(), byGet.headers().location]).toEqual([303, link]);
    const byPost = await request.post("/plan", { form, maxRedirects: 0 });
    expect([byPost.status(), byPost.headers().location]).toEqual([303, link]);
  });
});
