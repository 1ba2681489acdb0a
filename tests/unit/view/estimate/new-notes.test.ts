import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { noteViews } from "@/lib/view/estimate";
import { estimateOf } from "../../../support/make/checked";

const AS_OF = "2026-11-27";
const one = (own: object, rest: object = {}) => ({
  asOf: AS_OF,
  ...rest,
  workloads: [{ name: "Chat", model: "gpt-5", requests: 1000, per: "month", inputTokens: 600, ...own }],
});
const plain = (text: string) => text.replace(/\u00a0/g, " ");
const messages = (body: object, code: string) =>
  toEstimateJson(estimateOf(body))
    .notes.filter((note) => note.code === code)
    .map(({ message }) => plain(message));
const lines = (body: object, code: string) =>
  noteViews(estimateOf(body))
    .filter(({ key }) => key === code)
    .map(({ fact, consequence, action }) => ({ text: plain(`${fact} ${consequence}`), action }));

describe("a cap under the wanted output", () => {
  const capped = (own: object) =>
    messages(one({ visibleOutputTokens: 120, reasoningTokens: 1408, ...own }), "output-exceeds-cap");
  const WHOLE = "The cost here is of the whole output, as entered.";

  it("under the reasoning: no answer comes back, and the cap is billed to the last digit", () => {
    // 600 × 1.25 + 400 × 10 a million
    expect(capped({ maxCompletionTokens: 400 })).toEqual([
      `Chat: the mean output of 1,528 tokens is over the cap of 400. Reasoning is spent first, and its 1,408 tokens are more than the cap, so no answer comes back, and 400 tokens of output are billed: $0.00475 a request. ${WHOLE}`,
    ]);
  });

  it("of just the reasoning: no answer either; one token more: one comes back", () => {
    expect(capped({ maxCompletionTokens: 1408 })[0]).toContain(
      "its 1,408 tokens fill the cap, so no answer comes back, and 1,408 tokens of output are billed: $0.01483 a request.",
    );
    expect(capped({ maxCompletionTokens: 1409 })[0]).toContain(
      "Reasoning is spent first, so 1 of 120 visible tokens come back, and 1,409 tokens of output are billed: $0.01484 a request.",
    );
    expect(capped({ maxCompletionTokens: 1528 })).toEqual([]);
  });

  it("without reasoning: the answer is cut off at the cap", () => {
    expect(capped({ reasoningTokens: 0, maxCompletionTokens: 100 })[0]).toContain(
      "Such an answer is cut off after 100 tokens, and 100 tokens of output are billed: $0.00175 a request.",
    );
  });

  it.each([
    // 500 × 1.25 + 100 × 0.125 + 400 × 10
    ["cached input", { cachedInputTokens: 100 }, "$0.0046375 a request."],
    // 600 × 0.625 + 400 × 5
    ["batch", { serviceTier: "batch" }, "$0.002375 a request."],
    // 600 × 2.50 + 400 × 20
    ["priority", { serviceTier: "priority" }, "$0.0095 a request."],
    // 100 × 1 + 500 × 1.25 + 400 × 5
    ["cache writes", { model: "gpt-6.1-terra", cacheWriteTokens: 500 }, "$0.002725 a request."],
    // 300,000 × 2 + 400 × 7.50
    ["long context", { model: "gpt-6.1-terra", inputTokens: 300_000 }, "$0.603 a request."],
    ["retries", { retryShare: 0.5 }, "$0.00475 a request, retries aside."],
  ])("%s: is priced as the bill prices it", (_, own, end) => {
    expect(capped({ maxCompletionTokens: 400, ...own })[0]).toContain(`tokens of output are billed: ${end}`);
  });

  it("without a price: no amount is said", () => {
    const own = { model: "own", maxCompletionTokens: 400, visibleOutputTokens: 500 };
    const body = one(own, { modelOverrides: [{ model: "own", limits: { rpm: 1 } }] });
    expect(messages(body, "output-exceeds-cap")[0]).toContain("400 tokens of output are billed. The cost");
  });
});

describe("a model that ends within a year", () => {
  it("says the day, the successor, and how much of the year’s cost falls before it", () => {
    // 1,000 × 600 × 1.25 a million = 0.75 a month, 9 a year; 14 of 365 days
    expect(messages(one({}), "model-retires")).toEqual([
      "Chat: gpt-5 ends 11 Dec 2026. Requests are refused from that day on. OpenAI names gpt-6.1-sol in its place. A year’s cost reaches past that day: 14 days of its 365 come before it, $0.3452 of $9.00.",
    ]);
  });

  it("without a successor says so, and names the cheapest that fits on a page", () => {
    const [line] = lines(one({ model: "gpt-5.1" }), "model-retires");
    expect(line!.text).toContain(
      "gpt-5.1 ends 1 Apr 2027. Requests are refused from that day on. OpenAI names no successor; the cheapest that fits is gpt-5.6-luna ($0.12 a month).",
    );
    expect(line!.action).toMatchObject({ label: "Try gpt-5.6-luna" });
    expect(messages(one({ model: "gpt-5.1" }), "model-retires")[0]).toContain("No successor is named.");
  });

  it("twelve months ahead a year does not reach past the day", () => {
    expect(messages(one({}, { asOf: "2025-12-11" }), "model-retires")[0]).not.toContain("reaches past");
    expect(messages(one({}, { asOf: "2025-12-12" }), "model-retires")[0]).toContain("364 days of its 365");
  });

  it("is one line for all workloads on it, and one press moves them all", () => {
    const chat = one({}).workloads[0]!;
    const body = {
      asOf: AS_OF,
      workloads: [
        ...Array.from({ length: 18 }, (_, n) => ({ ...chat, name: `Chat ${n + 1}` })),
        { ...chat, name: "Labels", model: "gpt-5-mini" },
        { ...chat, name: "Other", model: "gpt-6.1-terra" },
      ],
    };
    const found = lines(body, "model-retires");
    expect(found.map(({ text }) => text.slice(0, text.indexOf(".", 24) + 1))).toEqual([
      "Chat 1, Chat 2, Chat 3 and 15 more: gpt-5 ends 11 Dec 2026.",
      "Labels: gpt-5-mini ends 11 Dec 2026.",
    ]);
    expect(found[0]!.text).toContain("$6.21 of $162.00");
    const { action } = found[0]!;
    if (!action || !("scenario" in action)) throw new Error("no press");
    expect(action.label).toBe("Try gpt-6.1-sol");
    expect(action.scenario.workloads.map(({ model }) => model)).toEqual([
      ...Array.from({ length: 18 }, () => "gpt-6.1-sol"),
      "gpt-5-mini",
      "gpt-6.1-terra",
    ]);
    expect(messages(body, "model-retires")).toHaveLength(19);
  });
});

describe("twenty workloads", () => {
  const twenty = (own: object) => ({
    asOf: AS_OF,
    workloads: Array.from({ length: 20 }, (_, n) => ({ ...one(own).workloads[0]!, name: `Job ${n + 1}` })),
  });

  it("on one model without a cap have few lines, which name them", () => {
    const notes = noteViews(estimateOf(twenty({ inputTokens: 2000, visibleOutputTokens: 100 })));
    expect(notes.map(({ key }) => key)).toEqual(["model-retires", "charge-assumed"]);
    expect(notes[1]).toMatchObject({
      fact: "Job 1, Job 2, Job 3 and 17 more set no cap, and what is charged then is undocumented.",
      consequence: "Input plus output, 2,100 tokens, is assumed against tokens a minute.",
      action: { label: "Set a cap of 500" },
    });
  });

  it("on a retired model too", () => {
    const notes = noteViews(estimateOf(twenty({ model: "o1-mini-2024-09-12", maxCompletionTokens: 500 })));
    expect(notes.map(({ key, fact }) => [key, plain(fact)])).toEqual([
      ["model-retired", "Job 1, Job 2, Job 3 and 17 more: o1-mini-2024-09-12 retired on 27 Oct 2025."],
    ]);
  });
});

describe("a limit that is not published", () => {
  it("says of which model and tier, and leads to the field", () => {
    const body = one({ model: "own" }, { modelOverrides: [{ model: "own", limits: { rpm: 1 } }] });
    expect(lines(body, "limit-unpublished")).toEqual([
      {
        text: "No tokens a minute are entered for own at tier 1. That is neither zero nor unlimited, so whether it fits cannot be told; the limits page of your own account shows the figure.",
        action: { label: "Enter your own", focus: { of: "model", pool: "own", field: "tpm" } },
      },
    ]);
  });
});

describe("reasoning on a model without it", () => {
  it("is billed as entered, and one press takes it out", () => {
    const [line] = lines(one({ model: "gpt-4o", reasoningTokens: 900 }), "reasoning-not-supported");
    expect(line!.text).toBe(
      "Chat: gpt-4o does not reason, and 900 reasoning tokens are entered. They are billed as output and counted as entered; take them out, or choose a model that reasons.",
    );
    expect(line!.action).toMatchObject({ label: "Set to 0", scenario: { workloads: [{ reasoningTokens: 0 }] } });
  });
});

describe("cache writes that a model makes by default", () => {
  it("are up to a quarter of input more, and one press enters them", () => {
    // 1,000 × 1.5 × 1,500 tokens × 0.25 a million
    const [line] = lines(
      one({ model: "gpt-6.1-terra", inputTokens: 2000, cachedInputTokens: 500, retryShare: 0.5 }),
      "writes-by-default",
    );
    expect(line!.text).toBe(
      "Chat: by default gpt-6.1-terra writes input to the cache that it does not read from it, and none is entered. Written input costs more than plain input: up to $0.5625 a month more here, if all 1,500 tokens are written.",
    );
    const { action } = line!;
    if (!action || !("scenario" in action)) throw new Error("no press");
    expect(action).toMatchObject({ label: "Enter as writes", scenario: { workloads: [{ cacheWriteTokens: 1500 }] } });
    expect(noteViews(estimateOf(action.scenario)).map(({ key }) => key)).not.toContain("writes-by-default");
  });
});
