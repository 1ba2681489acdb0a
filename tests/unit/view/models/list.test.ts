import { describe, expect, it } from "vitest";
import { MODELS } from "@/lib/catalogue";
import { MODEL_ORDERS, modelList, searchModels, sortModels, successorsView } from "@/lib/view/models";
import { estimateOf } from "../../../support/make/checked";

const AT = { usageTier: 3, asOf: "2026-11-23", modelOverrides: [] } as const;
const rows = modelList(AT);
const row = (id: string, at: Parameters<typeof modelList>[0] = AT) => modelList(at).find((one) => one.id === id)!;
const found = (query: string) => searchModels(rows, query).map(({ id }) => id);
const plain = (text: string | null) => text?.replace(/\u00a0/g, " ") ?? null;

describe("the list of models", () => {
  it("has a row for every model, at the prices of the day and the limits of the tier", () => {
    expect(rows.map(({ id }) => id)).toEqual(MODELS.map(({ id }) => id));
    expect(row("o1-mini")).toMatchObject({
      kind: "retired",
      input: "$1.10",
      cached: "$0.55",
      output: "$4.40",
      rpm: "5,000",
      tpm: "4M",
      context: "128K",
    });
    expect(row("o1-mini", { ...AT, asOf: "2024-09-20", usageTier: 1 })).toMatchObject({
      kind: "current",
      input: "$3.00",
      cached: "–",
      tpm: "200K",
    });
    expect(row("o1-mini", { ...AT, usageTier: "free" })).toMatchObject({ rpm: "–", tpm: "–" });
    expect(row("o1-mini", { ...AT, asOf: "2024-01-01" })).toMatchObject({ input: "–", sort: { price: null } });
  });
  it("has embeddings in a group of their own, with no price of output", () => {
    const kinds = rows.filter(({ kind }) => kind === "embeddings");
    expect(kinds.map(({ id, input, cached, output }) => [id, input, cached, output])).toEqual([
      ["text-embedding-3-large", "$0.13", "–", "–"],
      ["text-embedding-3-small", "$0.02", "–", "–"],
      ["text-embedding-ada-002", "$0.10", "–", "–"],
    ]);
    expect(plain(kinds[1]!.spoken)).toBe(
      "text-embedding-3-small; $0.02 in, input only; 5M tokens a minute at tier 3; context 8,192",
    );
  });
  it("says when a model ends and what OpenAI names in its place", () => {
    expect(plain(row("o1").end)).toBe("retired 23 Oct 2026 → gpt-5.6-sol");
    expect(plain(row("o1", { ...AT, asOf: "2026-10-22" }).end)).toBe("retires 23 Oct 2026 → gpt-5.6-sol");
    expect(row("gpt-5.4").end).toBeNull();
    expect(plain(row("gpt-5.1").end)).toBe("retires 1 Apr 2027, no successor named");
    expect(plain(row("o1").spoken)).toBe(
      "o1; $15.00 in, $7.50 cached, $60.00 out; 800K tokens a minute at tier 3; context 200K; retired 23 Oct 2026 for gpt-5.6-sol",
    );
  });
  it("holds your own figures and models", () => {
    const at = {
      ...AT,
      modelOverrides: [
        { model: "o1-mini-2024-09-12", price: { input: "0.9", output: "3" }, limits: { tpm: 50_000 } },
        { model: "mine" },
      ],
    };
    expect(row("o1-mini", at)).toMatchObject({ input: "$0.90", cached: "–", tpm: "50K", rpm: "5,000" });
    expect(row("mine", at)).toMatchObject({ kind: "own", input: "–", tpm: "–", context: "–", end: null });
    expect(sortModels(modelList(at), "name").findIndex(({ id }) => id === "mine")).toBe(
      rows.filter(({ kind }) => kind !== "retired").length,
    );
  });
  it.each([
    ["words in any order", "mini 5.4", ["gpt-5.4-mini"]],
    ["any case, spaces around", "  MINI Gpt-5.4 ", ["gpt-5.4-mini"]],
    ["without its punctuation", "gpt54nano", ["gpt-5.4-nano"]],
    ["a snapshot", "o1-2024-12-17", ["o1"]],
    ["a name and a feature", "o1-mini function calling", []],
    ["a name and an endpoint", "o3-mini v1/batch", ["o3-mini"]],
    ["not a judgement", "cheap", []],
  ])("is searched by %s", (_, query, ids) => expect(found(query)).toEqual(ids));
  it("every model is found by its own name, and all by no word", () => {
    for (const { id } of MODELS) expect(found(id)).toContain(id);
    expect(found(" ")).toHaveLength(MODELS.length);
  });
  it("sets apart what ends within twelve months of the day, that day included", () => {
    const kinds = (asOf: string) => ["gpt-5", "gpt-5.4", "o3-mini"].map((id) => row(id, { ...AT, asOf }).kind);
    expect(kinds("2025-10-22")).toEqual(["current", "current", "current"]);
    expect(kinds("2025-10-23")).toEqual(["current", "current", "ending"]);
    expect(kinds("2026-11-27")).toEqual(["ending", "current", "retired"]);
    expect(kinds("2026-12-11")).toEqual(["retired", "current", "retired"]);
    for (const { kind, end } of rows) if (kind === "ending") expect(plain(end)).toMatch(/^retires \d+ \w+ 202[67]/);
  });
  it("is sorted within those on sale, ending and retired, and what is unknown comes last", () => {
    for (const order of MODEL_ORDERS) {
      const sorted = sortModels(rows, order);
      expect(sorted.map(({ kind }) => kind)).toEqual(sorted.map(({ kind }) => kind).toSorted());
      expect(new Set(sorted).size).toBe(rows.length);
    }
    const current = (order: (typeof MODEL_ORDERS)[number]) =>
      sortModels(rows, order).filter(({ kind }) => kind === "current");
    const tpm = current("tpm").map(({ sort }) => sort.tpm);
    expect(tpm).toEqual(tpm.toSorted((a, b) => b - a));
    const days = current("newest").map(({ sort }) => sort.newest);
    expect(days).toEqual(days.toSorted().reverse());
    const dollars = current("price").map(({ input }) => Number(input.slice(1)));
    expect(dollars).toEqual(dollars.toSorted((a, b) => a - b));
    expect(
      current("name")
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(["gpt-5.2", "gpt-5.2-pro"]);
  });
});

describe("the scenario on its successors, in words", () => {
  const view = successorsView(
    estimateOf({
      asOf: "2026-11-23",
      usageTier: 5,
      workloads: [
        {
          model: "o1-mini",
          requests: 60,
          per: "minute",
          inputTokens: 1000,
          visibleOutputTokens: 500,
          maxCompletionTokens: 2000,
        },
      ],
    }),
  );
  it("names the end, how sure each step is, what it costs and against what", () => {
    expect(view.map(({ title }) => plain(title))).toEqual(["o1-mini, retired on 27 Oct 2025"]);
    expect(view[0]!.steps.map(({ id, sure }) => `${id}: ${plain(sure)}`)).toEqual([
      "o4-mini: named by OpenAI; retired too, on 23 Oct 2026",
      "gpt-5.6-terra: named by OpenAI",
    ]);
    expect(view[0]!.steps[1]!.moved).toMatchObject({ tone: "ok", month: "$21,024.00", against: "$12,351.60 more" });
  });
  it("lists only what differs", () => {
    const { changes, gained } = view[0]!.steps[1]!.moved!;
    expect(
      changes.map(({ what, from, to, factor }) =>
        [what, from, to, factor]
          .join(" ")
          .replace(/\u202f/g, " ")
          .trim(),
      ),
    ).toEqual([
      "Requests a minute 30K 15K 0.5×",
      "Tokens a minute 150M 40M 0.27×",
      "Context window 128K 1.05M 8.2×",
      "Maximum output 65.5K 128K 2×",
      "Caching discount 50 % 90 %",
    ]);
    expect(gained).toContain("Structured outputs");
  });
});
