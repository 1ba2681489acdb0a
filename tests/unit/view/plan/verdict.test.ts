import { describe, expect, it } from "vitest";
import { pageTitle, verdictView } from "@/lib/view/plan";
import { planReport } from "@/lib/export";
import { verdictText } from "@/lib/view/estimate";
import { plainText } from "@/lib/view/text";
import { estimateOf } from "../../../support/make/checked";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const workload = {
  model: "o3-mini",
  requests: 1,
  per: "minute",
  inputTokens: 1000,
  visibleOutputTokens: 500,
  maxCompletionTokens: 2000,
};
const of = (own: object = {}, rest: object = {}) =>
  estimateOf({ asOf: "2025-06-01", monthlyUsageLimitUsd: "1000000", ...rest, workloads: [{ ...workload, ...own }] });
const spoken = (own?: object, rest?: object) => {
  const { tone, lead, rest: after } = verdictView(of(own, rest));
  return [tone, plain(`${plainText(lead)} ${plainText(after)}`)];
};

describe("the verdict in a sentence", () => {
  it.each([
    ["fits", {}, {}, ["ok", "Fits tier 1. Tokens a minute bind first, at 33 times this traffic."]],
    [
      "fits, with all of it used",
      { requests: 33, inputTokens: 1000, maxCompletionTokens: 2000 },
      { modelOverrides: [{ model: "o3-mini", limits: { tpm: 99_000 } }] },
      ["ok", "Fits tier 1. Tokens a minute bind first, at 1 times this traffic."],
    ],
    [
      "is over tokens a minute",
      { requests: 40 },
      {},
      [
        "over",
        "Does not fit tier 1. At the peak, o3-mini’s tokens a minute are 1.2 times the limit. Tier 5 fits, with room for 35 times this traffic.",
      ],
    ],
    [
      "is over requests a minute",
      { requests: 2000, inputTokens: 1, visibleOutputTokens: 0, maxCompletionTokens: 1 },
      { monthlyUsageLimitUsd: undefined, usageTier: 1 },
      [
        "over",
        "Does not fit tier 1. At the peak, o3-mini’s requests a minute are 2 times the limit. Tier 2 fits, with room for 1 times this traffic.",
      ],
    ],
    [
      "is over the month’s money",
      {},
      { monthlyUsageLimitUsd: "10" },
      [
        "over",
        "Does not fit tier 1. Its $10 monthly usage limit is spent in 2.1 days. Tier 2 fits, with room for 3.5 times this traffic.",
      ],
    ],
    [
      "is over the batch queue",
      { serviceTier: "batch", requests: 1000 },
      {},
      [
        "over",
        "Does not fit tier 1. Work for o3-mini’s batch queue is 1,440 times the limit. Tier 5 fits, with room for 2.8 times this traffic.",
      ],
    ],
    [
      "can never run",
      { model: "o1", maxCompletionTokens: 29_001 },
      {},
      [
        "never",
        "Can never run. One o1 request is charged 30,001 tokens; tier 1 holds 30,000. Tier 4 fits, with room for 2.5 times this traffic.",
      ],
    ],
    [
      "is on Free",
      {},
      { usageTier: "free" },
      ["over", "Does not fit Free. o3-mini is not offered there. Tier 2 fits, with room for 3.5 times this traffic."],
    ],
    [
      "has no price",
      {},
      { asOf: "2025-01-30" },
      ["unknown", "Cannot be told at tier 1. o3-mini has no price on 30 Jan 2025; its first is of 31 Jan 2025."],
    ],
    [
      "has an unpublished queue",
      { model: "o1-mini", serviceTier: "batch" },
      { usageTier: 2 },
      [
        "unknown",
        "Cannot be told at tier 2. OpenAI publishes no batch queue for o1-mini there; enter your own. Tier 3 fits, with room for 14 times this traffic.",
      ],
    ],
  ])("%s", (_, own, rest, sentence) => {
    const clean = JSON.parse(JSON.stringify({ own, rest: { monthlyUsageLimitUsd: "1000000", ...rest } })) as {
      own: object;
      rest: object;
    };
    const {
      tone,
      lead,
      rest: after,
    } = verdictView(estimateOf({ asOf: "2025-06-01", ...clean.rest, workloads: [{ ...workload, ...clean.own }] }));
    expect([tone, plain(`${plainText(lead)} ${plainText(after)}`)]).toEqual(sentence);
  });

  it.each([
    ["144.54", {}, "Fits tier 1. Tokens a minute bind first, at 33 times this traffic."],
    ["97.92", {}, "Fits tier 1, over your budget by $46.62. Tokens a minute bind first, at 33 times this traffic."],
    ["0", { requests: 40 }, "Does not fit tier 1, and over your budget by $5,781.60. At the peak, o3-mini’s tokens"],
    ["1", { maxCompletionTokens: 100_000 }, "Can never run, and over your budget by $143.54. One o3-mini request is"],
    ["1", { model: "o1-mini", serviceTier: "batch" }, "Cannot be told at tier 1, but over your budget by $"],
  ])("with a budget of $%s says whether it is kept", (monthlyBudgetUsd, own, says) => {
    const { lead, joined, rest } = verdictView(of(own, { monthlyBudgetUsd }));
    expect(plain(`${plainText(lead)}${joined ? "" : " "}${plainText(rest)}`).slice(0, says.length)).toBe(says);
  });

  it("has the budget in the title and the description of the page", () => {
    const over = of({}, { monthlyBudgetUsd: "97.92" });
    expect(plain(pageTitle(over).title)).toBe("Fits tier 1, over budget by $46.62 · $144.54 a month");
    expect(pageTitle(over).description).toContain("o3-mini: Fits tier 1, over your budget by $46.62. Tokens a minute");
    expect(plain(verdictView(over).short.title)).toBe("Fits tier 1, over budget by $46.62");
    const report = planReport(over, "https://example.test/");
    expect(plain(`${report.verdict.lead}${report.verdict.rest}`)).toContain(
      "Fits tier 1, over your budget by $46.62. T",
    );
    expect(plain(verdictText(verdictView(over)))).not.toContain("  ");
  });

  it("says that a model has retired, from that day on", () => {
    expect(verdictView(of({}, { asOf: "2026-10-22" })).asides).toEqual([]);
    expect(plain(verdictView(of({}, { asOf: "2026-10-23" })).asides[0]!)).toContain("o3-mini retired on 23 Oct 2026");
    expect(spoken({}, { asOf: "2026-10-23" })[0]).toBe("ok");
  });

  it("titles the page", () => {
    const { title, description } = pageTitle(of({}, { title: "Chat" }));
    expect(plain(title)).toBe("Chat: Fits tier 1 · $144.54 a month");
    expect(plain(description)).toContain("o3-mini: Fits tier 1.");
    expect(pageTitle(of({}, { asOf: "2025-01-30" })).title).toMatch(/ · no price$/);
  });
});
