import { describe, expect, it } from "vitest";
import { planBacklog } from "@/lib/batch";
import { MODELS } from "@/lib/catalogue";
import { decodeLink } from "@/lib/link";
import { alternativesFinding, alternativesView, batchView, billView, fixesView, verdictView } from "@/lib/view/plan";
import { backlogRowsFinding } from "@/lib/view/backlog";
import { plainText } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { noteViews, pinnedView } from "@/lib/view/estimate";
import { estimateOf } from "../../../support/make/checked";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const one = (own: object = {}, rest: object = {}) =>
  estimateOf({
    asOf: "2026-11-23",
    ...rest,
    workloads: [
      {
        model: "gpt-5",
        requests: 1,
        per: "minute",
        inputTokens: 1000,
        visibleOutputTokens: 500,
        maxCompletionTokens: 2000,
        ...own,
      },
    ],
  });

describe("batch against what was entered", () => {
  const heading = (own: object, rest?: object) => plain(plainText(batchView(one(own, rest)).heading));
  it("says that all is in batch only where it is", () => {
    expect(heading({ serviceTier: "batch" })).toBe("Everything is in batch already");
    expect(heading({ serviceTier: "flex" })).toBe("All in batch would cost the same as flex");
    expect(heading({ inputTokens: 0, visibleOutputTokens: 0 })).toBe("All in batch would cost the same");
  });
});

describe("what would make it fit", () => {
  it("says that it cannot be told, without a cross, where no batch queue is published", () => {
    const { fixes } = fixesView(
      one(
        { model: "o1-mini", requests: 100, inputTokens: 2500, maxCompletionTokens: undefined },
        { usageTier: 1, monthlyUsageLimitUsd: "1000000" },
      ),
    );
    const batch = fixes.find(({ text }) => text.startsWith("All in batch"))!;
    expect([batch.fits, batch.text, plain(batch.detail)]).toEqual([
      null,
      "All in batch cannot be told",
      "No batch queue is published for o1-mini at tier 1.",
    ]);
  });

  it("offers standard where the service tier has no price on the model", () => {
    const { heading, fixes } = fixesView(
      one({ model: "gpt-4.1", serviceTier: "flex" }, { monthlyUsageLimitUsd: "1000" }),
    );
    expect([heading, fixes[0]!.fits, fixes[0]!.label, fixes[0]!.scenario!.workloads[0]!.serviceTier]).toEqual([
      "What would make it fit",
      true,
      "Try standard",
      "standard",
    ]);
    expect(plain(fixes[0]!.text)).toMatch(/^Workload 1 in standard, at /);
  });

  it("leads with what Compare leads with, and how much less it is", () => {
    const ending = one({ model: "gpt-5.6-terra", requests: 40, reasoningTokens: 600 }, { usageTier: 4 });
    expect(plain(alternativesFinding(alternativesView(ending), ending))).toBe(
      "gpt-5.6-luna is the cheapest that fits tier 4, $23,967.36 a month less; if answers may wait, gpt-5.6-luna in batch",
    );
  });

  it("names no model as fitting where one cannot be told", () => {
    const unknown = one({ requests: 1e12 });
    const views = alternativesView(unknown);
    expect(
      plain(
        alternativesFinding(
          views.map((view) => ({ ...view, tone: "over" as const })),
          unknown,
        ),
      ),
    ).toBe("None of these fits tier 1");
    expect(
      plain(
        alternativesFinding(
          views.map((view, n) => ({ ...view, tone: n ? ("over" as const) : ("unknown" as const) })),
          unknown,
        ),
      ),
    ).toBe("None of these is known to fit tier 1");
  });
});

describe("a backlog that no split does", () => {
  it.each([
    ["not offered", "tier=free&backlog=o3-mini+n5+i1", "Nothing runs at this usage tier"],
    [
      "limits that nobody published",
      "m=own+i1+o2&backlog=own+n5+i1",
      "Whether anything runs at this usage tier cannot be told",
    ],
  ])("%s", (_, link, finding) =>
    expect(backlogRowsFinding(planBacklog(decodeLink(`v=1&${link}&w=o3-mini+0.001/mo+i0`).scenario!))).toBe(finding),
  );
});

describe("amounts that nobody knows", () => {
  it("have no share in a total", () => {
    expect(billView(one({ model: "gpt-4.1", serviceTier: "flex" })).share).toBe("–");
    expect(plain(billView(one()).share)).toBe("100 %");
  });

  it("are not a month's cost", () => {
    expect(plain(pinnedView(one({ model: "o3-mini" }, { asOf: "2025-01-30" }), "2026-11-23")!.text)).toBe(
      "On 30 Jan 2025, which this link pins, the cost was unknown; at today’s prices it is $144.54 a month.",
    );
  });
});

describe("a limit that is passed by little", () => {
  it.each([
    [
      "the rounded figures apart",
      1200,
      "At the peak o3-mini is asked for 1,200 requests a minute; tier 1 allows 1,000.",
    ],
    ["in full", 1000.001, "At the peak o3-mini is asked for 1,000.001 requests a minute; tier 1 allows 1,000."],
  ])("%s", (_, requests, fact) => {
    const note = noteViews(one({ model: "o3-mini", requests }, { usageTier: 1 })).find(
      ({ key }) => key === "rpm-exceeded",
    )!;
    expect(plain(note.fact)).toBe(fact);
  });

  it("in whole numbers where those are enough", () => {
    const note = noteViews(
      one(
        { model: "o3-mini", requests: 100_004 },
        { modelOverrides: [{ model: "o3-mini", limits: { rpm: 100_000 } }] },
      ),
    ).find(({ key }) => key === "rpm-exceeded")!;
    expect(plain(note.fact)).toBe("At the peak o3-mini is asked for 100,004 requests a minute; tier 1 allows 100,000.");
  });
});

describe("the first letter of a sentence", () => {
  it.each([
    ["tier 3", "Tier 3"],
    ["gpt-5’s requests", "gpt-5’s requests"],
    ["o1", "o1"],
    ["13 waves", "13 waves"],
    ["", ""],
  ])("%s: %s", (text, shown) => expect(capital(text)).toBe(shown));

  it("is small where the sentence begins with a model of one’s own", () => {
    const limits = { rpm: 100, tpm: 1_000_000, batchQueueTokens: 1 };
    const own = (model: string) => ({
      model,
      requests: 10,
      per: "minute",
      inputTokens: 10,
      visibleOutputTokens: 10,
      maxCompletionTokens: 20,
    });
    const two = estimateOf({
      monthlyUsageLimitUsd: "1000000",
      workloads: [own("acme"), { ...own("other"), requests: 1 }],
      modelOverrides: ["acme", "other"].map((model) => ({ model, limits, price: { input: "1", output: "1" } })),
    });
    expect(plain(plainText(verdictView(two).rest))).toBe(
      "acme’s requests a minute bind first, at 10 times this traffic.",
    );
  });
});

/** What the rules on cached input say of all models. */
describe("cached input of every model", () => {
  const since = (id: string) => /^gpt-[5-9]/.test(id);
  const last = MODELS.map(({ id, prices }) => {
    const { standard, batch } = prices.at(-1)!.prices;
    return { id, ...standard, batchCachedInput: batch?.cachedInput };
  });
  const cached = last.filter(({ cachedInput }) => cachedInput !== null);
  const ratio = (part: string, whole: string) => Math.round((Number(part) / Number(whole)) * 1000) / 1000;

  it("costs a tenth of input on most from gpt-5 on, half or a quarter on older ones", () => {
    const [newer, older] = [cached.filter(({ id }) => since(id)), cached.filter(({ id }) => !since(id))];
    expect(newer.filter(({ cachedInput, input }) => ratio(cachedInput!, input) === 0.1).length * 2).toBeGreaterThan(
      newer.length,
    );
    expect(new Set(older.map(({ cachedInput, input }) => ratio(cachedInput!, input)))).toEqual(new Set([0.5, 0.25]));
  });

  it("has a batch price, half of its own, on most from gpt-5 on and on none before", () => {
    const both = cached.filter(({ batchCachedInput }) => batchCachedInput != null);
    expect(
      both.every(
        ({ id, batchCachedInput, cachedInput }) => since(id) && ratio(batchCachedInput!, cachedInput!) === 0.5,
      ),
    ).toBe(true);
    expect(both.length * 2).toBeGreaterThan(cached.filter(({ id }) => since(id)).length);
  });
});
