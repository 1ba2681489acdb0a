import { describe, expect, it } from "vitest";
import { allModels, noSuchCall, oneModel, otherMethods, send, type Answer } from "@/lib/api";
import { catalogueModelSchema, catalogueSchema, errorSchema } from "@/lib/api/schema";
import { CARDS } from "@/lib/cards";
import { CHECKED_ON, MODELS, SOURCES, USAGE_TIERS } from "@/lib/catalogue";

const read = ({ body }: Answer): unknown => JSON.parse(body!);

describe("the catalogue", () => {
  it("is all models and usage tiers, with the sources they name", () => {
    const catalogue = catalogueSchema.parse(read(allModels()));
    expect(catalogue.checkedOn).toBe(CHECKED_ON);
    expect(catalogue.models).toEqual(
      MODELS.map((model, index) => ({ ...model, prices: expect.anything(), card: CARDS[index] })),
    );
    expect(catalogue.usageTiers).toEqual(USAGE_TIERS);
    const named = new Set(JSON.stringify([catalogue.models, catalogue.usageTiers]).match(/(?<="source":")[^"]+/g));
    expect(new Set(Object.keys(catalogue.sources))).toEqual(named);
    for (const [id, source] of Object.entries(catalogue.sources))
      expect(source).toEqual(SOURCES[id as keyof typeof SOURCES]);
    expect(allModels()).toMatchObject({
      status: 200,
      headers: { "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400" },
    });
  });

  it("has prices under flat names: null for no cached input or batch, absent for any other", () => {
    const { models } = catalogueSchema.parse(read(allModels()));
    const first = (id: string) => models.find((model) => model.id === id)!.prices[0]!;
    expect(JSON.stringify(first("o1-mini"))).toMatch(
      /^{"from":"2024-09-12","until":"2024-10-01","input":"3.00","cachedInput":null,"output":"12.00","batchInput":"1.50","batchOutput":"6.00","source":"pricing",/,
    );
    expect(JSON.stringify(first("gpt-5.5"))).toMatch(
      /^{"from":"2026-04-23","until":null,"input":"5.00","cachedInput":"0.50","output":"30.00","batchInput":"2.50","batchOutput":"15.00","batchCachedInput":"0.25","flexInput":"2.50","flexCachedInput":"0.25","flexOutput":"15.00","priorityInput":"12.50","priorityCachedInput":"1.25","priorityOutput":"75.00","longContext":{"fromInputTokens":272000,"inputTimes":"2","outputTimes":"1.5","withoutPriority":true},"source":"genai-prices",/,
    );
  });

  it("gives a model by its id and by each snapshot, the same", () => {
    for (const { id, snapshots } of MODELS) {
      const answer = oneModel(id);
      expect(catalogueModelSchema.parse(read(answer)).model).toMatchObject({ id, snapshots, card: { id } });
      for (const snapshot of snapshots) expect(oneModel(snapshot)).toEqual(answer);
    }
  });

  it.each(["gpt-99", "", "O1", "__proto__", "toString", "o1-mini ", "%zz", "日本", "x".repeat(5000)])(
    "has no model %j",
    (id) => {
      const answer = oneModel(id);
      expect(answer.status).toBe(404);
      const { error } = errorSchema.parse(read(answer));
      expect(error).toMatchObject({
        code: "not-found",
        message: "The catalogue has no such model.",
        issues: [{ path: "id" }],
      });
      const [, names] = /^id: ".*(?:"|…) is not in the catalogue; give one of (.*)$/.exec(error.issues[0]!.message)!;
      expect(names!.split(", ")).toEqual(MODELS.flatMap((model) => [model.id, ...model.snapshots]));
    },
  );
});

describe("other addresses and methods", () => {
  it("404 names the address", () => {
    expect(read(noSuchCall("/api/v2"))).toEqual({
      error: {
        code: "not-found",
        message: "There is no such call.",
        issues: [{ path: "", message: '"/api/v2" is not a call; GET /api/v1/openapi.json lists them all' }],
      },
    });
  });

  const handlers = otherMethods("GET", "HEAD");
  it.each(["DELETE", "PATCH", "POST", "PUT"] as const)("405 answers %s and says what is allowed", async (method) => {
    const response = handlers[method](new Request("http://localhost/api/v1/models", { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
    expect(await response.json()).toEqual({
      error: {
        code: "method-not-allowed",
        message: `${method} is not a method of this address.`,
        issues: [{ path: "method", message: `method: ${method} is not accepted; give one of GET, HEAD, OPTIONS` }],
      },
    });
  });

  it("405 names a method that no route can have by what was asked", async () => {
    const response = handlers.PATCH(
      new Request("http://localhost/", { method: "PATCH", headers: { "x-asked-method": "PROPFIND" } }),
    );
    expect(await response.text()).toContain("method: PROPFIND is not accepted");
  });

  it("204 answers OPTIONS, for an hour and more", () => {
    const response = handlers.OPTIONS();
    expect([
      response.status,
      response.body,
      response.headers.get("Allow"),
      response.headers.get("Access-Control-Max-Age"),
    ]).toEqual([204, null, "GET, HEAD, OPTIONS", "86400"]);
  });

  it("an answer is sent as it is", async () => {
    const response = send({ status: 404, headers: { "Content-Type": "text/plain", Allow: "GET" }, body: "é" });
    expect([
      response.status,
      response.headers.get("content-type"),
      response.headers.get("allow"),
      await response.text(),
    ]).toEqual([404, "text/plain", "GET", "é"]);
  });
});
