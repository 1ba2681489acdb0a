import { createServer, request, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerAhead } from "@/app/api/v1/ahead";
import { apiHeaders } from "@/next.config";
import { estimateByBody, estimateByLink, EXAMPLE_LINK } from "@/lib/api";
import { EXAMPLE } from "@/lib/scenario";

const server = createServer((_, response) => response.end("of Next"));
beforeAll(async () => {
  // Twice: a server is taken over once.
  answerAhead(server);
  answerAhead(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
});
afterAll(() => void server.close());

interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Sends a body whole, or `times` times as pieces of one, and hears the answer whenever it comes. */
const ask = (path: string, options: RequestOptions = {}, body: string | Buffer = "", times = 1) =>
  new Promise<Heard>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const sent = request({ port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    for (let n = 1; n < times; n++) sent.write(body);
    sent.end(body);
  });

const CALL = "/api/v1/estimate";
const body = JSON.stringify(EXAMPLE);
const bytes = new TextEncoder().encode(body);
const query = EXAMPLE_LINK.replace(/^[^?]*[?]/, "");

describe("an estimate asked of the server itself", () => {
  it("is what the route answers, to a link and to a body, as JSON and as CSV", async () => {
    for (const accept of ["*/*", "text/csv"]) {
      const headers = { accept };
      const byBody = estimateByBody({ bytes }, "", accept);
      expect(byBody.status).toBe(200);
      expect(String((await ask(CALL, { method: "POST", headers }, body)).bytes)).toBe(byBody.body);
      expect(String((await ask(`${CALL}?${query}`, { headers })).bytes)).toBe(estimateByLink(query, accept).body);
    }
    const csv = estimateByBody({ bytes }, "format=csv", null);
    expect(String((await ask(`${CALL}?format=csv`, { method: "POST" }, body)).bytes)).toBe(csv.body);
  });

  it("has the headers of every answer of the API and its own", async () => {
    const { headers } = await ask(CALL, { method: "POST" }, body);
    const lower = Object.entries(apiHeaders).map(([name, value]) => [name.toLowerCase(), value]);
    expect(headers).toMatchObject({
      ...Object.fromEntries(lower),
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      vary: "Accept, Accept-Encoding",
    });
  });

  it("is compressed for whoever takes gzip", async () => {
    const { body: text } = estimateByBody({ bytes }, "", null);
    const zipped = await ask(CALL, { method: "POST", headers: { "accept-encoding": "br, gzip;q=0.5" } }, body);
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(String(gunzipSync(zipped.bytes))).toBe(text);
    for (const encodings of ["br", "gzip;q=0", "identity, gzip; q=0.0"]) {
      const plain = await ask(CALL, { method: "POST", headers: { "accept-encoding": encodings } }, body);
      expect([plain.headers["content-encoding"], String(plain.bytes)]).toEqual([undefined, text]);
    }
  });

  it("is refused where it is no scenario, no JSON, or too long, also to whoever is still sending", async () => {
    const post = { method: "POST" };
    const status = async (...args: Parameters<typeof ask>) => (await ask(...args)).status;
    expect(await status(CALL, post, "{}")).toBe(422);
    expect(await status(CALL, post, "[")).toBe(400);
    expect(await status(`${CALL}?v=1`, post, body)).toBe(422);
    expect(await status(CALL)).toBe(422);
    expect(await status(CALL, post, Buffer.alloc(2 << 20, "["))).toBe(413);
    expect(await status(CALL, post, Buffer.alloc(1 << 16, "["), 24)).toBe(413);
    const refused = await ask(CALL, post, "[");
    expect(refused.headers).toMatchObject({ vary: "Accept-Encoding", "access-control-allow-origin": "*" });
  });

  it.each([
    ["HEAD", `${CALL}?${query}`],
    ["OPTIONS", CALL],
    ["DELETE", CALL],
    ["GET", `${CALL}/`],
    ["GET", `/${CALL}`],
    ["GET", `${CALL}s`],
    ["GET", `http://localhost${CALL}?${query}`],
    ["GET", `${CALL}?title="quoted"`],
    ["POST", "/api/v1/compare"],
    ["GET", "/"],
  ])("goes to Next as %s %s", async (method, path) => {
    const { bytes } = await ask(path, { method });
    expect(String(bytes)).toBe(method === "HEAD" ? "" : "of Next");
  });
});
