import { afterEach, expect, test, vi } from "vitest";
import { GET } from "@/app/preview.png/route";

afterEach(() => vi.unstubAllGlobals());

const LINK = "?v=1&asOf=2026-11-27&tier=4&w=Bot:gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000";

test.each([
  ["a link", LINK],
  ["no link", ""],
  ["a damaged link", "?v=1&asOf=2026-13-45&tier=9&w=Chat:o1-mini+60/m+i12,5&w=:::"],
  ["a link of nothing", "?x=%F0%9F%A4%96%"],
  ["a title with every kind of letter", `${LINK}&title=${encodeURIComponent("Aé Ł Ωά Жґ 🤖 日本 ‘“…€−")}`],
])("%s has a picture of 1200 × 630, drawn without the network", async (_, query) => {
  const fetched: string[] = [];
  const real = fetch;
  vi.stubGlobal("fetch", (url: string) => {
    // Its own code, carried along as data.
    if (url.startsWith("data:")) return real(url);
    fetched.push(url);
    return Promise.reject(new Error("no network"));
  });
  const answer = await GET(new Request(`http://localhost/preview.png${query}`));
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(bytes.length).toBeGreaterThan(5_000);
  expect(fetched).toEqual([]);
});
