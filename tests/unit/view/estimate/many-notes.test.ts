import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import type { NoteCode } from "@/lib/estimate";
import { noteViews } from "@/lib/view/estimate";
import { estimateOf } from "../../../support/make/checked";

const MODELS = ["gpt-5.6-luna", "gpt-6.1-sol", "gpt-4.1", "gpt-4o-mini"];
/** Without a cap. */
const UNCAPPED = { maxCompletionTokens: undefined };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** Twenty workloads, by turns on these models, no two with the same sizes. */
const twenty = (own: object, models: readonly string[] = MODELS, rest: object = {}) =>
  estimateOf({
    asOf: "2026-11-27",
    usageTier: 5,
    monthlyUsageLimitUsd: "100000000",
    ...rest,
    workloads: Array.from({ length: 20 }, (_, n) => ({
      name: `Job ${n + 1}`,
      model: models[n % models.length],
      requests: 1,
      per: "month",
      inputTokens: 2000 + n,
      visibleOutputTokens: 100 + n,
      ...(!("maxCompletionTokens" in own) && { maxCompletionTokens: 1000 }),
      ...own,
    })),
  });

const told = (estimate: ReturnType<typeof twenty>, code: NoteCode) =>
  noteViews(estimate)
    .filter(({ key }) => key === code)
    .map(({ fact, consequence, workloads }) => [plain(`${fact} ${consequence}`), workloads.length]);

describe("notes of twenty workloads", () => {
  it.each<[NoteCode, object, readonly string[], string, object?]>([
    [
      "charge-assumed",
      UNCAPPED,
      MODELS,
      "Job 1, Job 2, Job 3 and 17 more set no cap, and what is charged then is undocumented. Input plus output, is assumed",
    ],
    [
      "reasoning-not-supported",
      { reasoningTokens: 7 },
      ["gpt-4.1", "gpt-4o-mini"],
      "Job 1, Job 2, Job 3 and 17 more: gpt-4.1 and gpt-4o-mini do not reason, and 7 reasoning tokens are entered.",
    ],
    [
      "tier-not-supported",
      {},
      MODELS,
      "Job 1, Job 2, Job 3 and 17 more: gpt-5.6-luna, gpt-6.1-sol, gpt-4.1 and gpt-4o-mini are not offered on the Free tier.",
      { usageTier: "free" },
    ],
    [
      "output-exceeds-cap",
      { maxCompletionTokens: 50 },
      MODELS,
      "Job 1, Job 2, Job 3 and 17 more: the mean output is over the cap. Such answers are cut off at the cap,",
    ],
    [
      "cached-below-1024",
      { inputTokens: 900, cachedInputTokens: 800 },
      MODELS,
      "Job 1, Job 2, Job 3 and 17 more: a prompt of 900 tokens is below the 1,024 a cached prefix needs.",
    ],
    [
      "cached-ignored-in-batch",
      { serviceTier: "batch", cachedInputTokens: 1500 },
      ["o1-mini", "o3-mini"],
      "Job 1, Job 2, Job 3 and 17 more: batch has no cached price, so 1,500 cached tokens cost full batch input.",
    ],
    [
      "exceeds-context",
      { inputTokens: 5_000_000 },
      ["gpt-4o-mini"],
      "Job 1, Job 2, Job 3 and 17 more: input and output are over gpt-4o-mini’s context window of 128,000 tokens. Such",
    ],
    [
      "exceeds-max-output",
      { ...UNCAPPED, visibleOutputTokens: 20_000 },
      ["gpt-4o-mini"],
      "Job 1, Job 2, Job 3 and 17 more: 20,000 output tokens are more than the 16,384 that gpt-4o-mini gives.",
    ],
    [
      "cap-exceeds-max-output",
      { maxCompletionTokens: 20_000 },
      ["gpt-4o-mini"],
      "Job 1, Job 2, Job 3 and 17 more: the cap of 20,000 is over gpt-4o-mini’s maximum output of 16,384.",
    ],
    [
      "no-price",
      {},
      ["gpt-4o-mini"],
      "Job 1, Job 2, Job 3 and 17 more: gpt-4o-mini has no price on",
      { asOf: "2024-01-01" },
    ],
  ])("%s is one line, from which each can be reached", (code, own, models, says, rest) => {
    const shown = twenty(own, models, rest);
    expect(told(shown, code).map(([text, count]) => [(text as string).slice(0, says.length), count])).toEqual([
      [says, 20],
    ]);
    // The API keeps one for each.
    expect(toEstimateJson(shown).notes.filter((note) => note.code === code)).toHaveLength(20);
  });

  it("numbers that differ are left out of the line", () => {
    const ramp = estimateOf({
      asOf: "2026-11-27",
      usageTier: 5,
      workloads: [900, 950].map((inputTokens) => ({
        model: "gpt-5.6-luna",
        requests: 1,
        per: "month",
        inputTokens,
        cachedInputTokens: 800,
        visibleOutputTokens: 1,
        maxCompletionTokens: 10,
      })),
    });
    expect(told(ramp, "cached-below-1024")).toEqual([
      [
        "Workload 1 and Workload 2: prompts are below the 1,024 tokens that a cached prefix needs. No prompt of that size is cached; the cached tokens would cost full input.",
        2,
      ],
    ]);
  });

  it("on one model are a line for each thing to know, also of limits and ends", () => {
    for (const model of ["o1-mini", "gpt-5.1", "gpt-6.1-terra", "gpt-6-luna", "gpt-4.1", "text-embedding-3-small"])
      for (const usageTier of ["free", 1, 5]) {
        const views = noteViews(
          twenty({ ...UNCAPPED, requests: 100_000, per: "minute", reasoningTokens: 5 }, [model], { usageTier }),
        );
        const keys = views.map(({ key }) => key);
        expect(new Set(keys).size, `${model} at ${usageTier}: ${keys.join()}`).toBe(keys.length);
      }
    const luna = told(twenty({}, ["gpt-6-luna"], { usageTier: 1 }), "limit-unpublished");
    expect(luna).toEqual([
      [
        "No requests a minute and tokens a minute are published for gpt-6-luna at tier 1. That is neither zero nor unlimited, so whether it fits cannot be told; the limits page of your own account shows the figure.",
        0,
      ],
    ]);
  });

  it("what one press does, it does to each", () => {
    const view = noteViews(twenty({ maxCompletionTokens: 50 })).find(({ key }) => key === "output-exceeds-cap")!;
    expect(view.action).toMatchObject({ label: "Cap at 500" });
    const after = "scenario" in view.action! ? view.action.scenario.workloads : [];
    expect(after.map((workload) => workload.maxCompletionTokens)).toEqual(Array.from({ length: 20 }, () => 500));
    expect(view.workloads[19]).toEqual({
      name: "Job 20",
      focus: { of: "workload", workload: 19, field: "maxCompletionTokens" },
    });
  });

  it("are a handful, whatever is wrong with them", () => {
    const all = twenty({
      ...UNCAPPED,
      reasoningTokens: 5,
      cachedInputTokens: 10,
      inputTokens: 1000,
    });
    expect(all.notes.length).toBeGreaterThan(39);
    expect(noteViews(all).length).toBeLessThan(12);
  });
});
