import { expect, test } from "vitest";
import { NEW_WORKLOAD, type Scenario, type Workload } from "@/lib/scenario";
import { changed, edited, isSameStep, stepOf, type Changes } from "@/components/scenario/edits";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const withFirst = (workload: Workload): Scenario => ({ ...O1_MINI_EXAMPLE, workloads: [workload] });

test.each<[string, Changes<Workload>, Changes<Workload>]>([
  [
    "cached and written input stay within the input",
    { inputTokens: 100 },
    { cachedInputTokens: 60, cacheWriteTokens: 40 },
  ],
  [
    "exactly as much input as is cached leaves none to write",
    { inputTokens: 60 },
    { cachedInputTokens: 60, cacheWriteTokens: undefined },
  ],
  [
    "less input than was cached is all cached",
    { inputTokens: 59.999 },
    { cachedInputTokens: 59.999, cacheWriteTokens: undefined },
  ],
  [
    "enough input has what the visit found again",
    { inputTokens: 200 },
    { cachedInputTokens: 60, cacheWriteTokens: 50 },
  ],
  [
    "what is given is taken",
    { inputTokens: 90, cachedInputTokens: 80 },
    { cachedInputTokens: 80, cacheWriteTokens: 10 },
  ],
])("%s", (_, change, expected) => {
  const before = withFirst({ ...NEW_WORKLOAD, inputTokens: 110, cachedInputTokens: 60, cacheWriteTokens: 50 });
  const typed = withFirst({ ...NEW_WORKLOAD, inputTokens: 1, cachedInputTokens: 1 });
  expect(edited(typed, { do: "workload", index: 0, change }, before).workloads[0]).toEqual(
    changed(changed(before.workloads[0]!, change), expected),
  );
});

test("a backlog that was made for the scenario has its cached input again", () => {
  const { model, inputTokens, cachedInputTokens, visibleOutputTokens, reasoningTokens } = O1_MINI_EXAMPLE.workloads[0]!;
  const sizes = { model, inputTokens, cachedInputTokens, visibleOutputTokens, reasoningTokens };
  const backlog = { ...sizes, total: 10, deadlineHours: 24, liveShare: 0 };
  const less = edited(O1_MINI_EXAMPLE, { do: "backlog", backlog, change: { inputTokens: 1 } }, O1_MINI_EXAMPLE);
  expect(less.backlog).toEqual({ ...backlog, inputTokens: 1, cachedInputTokens: 1 });
  const again = { do: "backlog", backlog: less.backlog!, change: { inputTokens } } as const;
  expect(edited(less, again, { ...O1_MINI_EXAMPLE, backlog }).backlog).toEqual(backlog);
});

test("keystrokes in one field are one step", () => {
  const typed = { do: "workload", index: 0, change: {}, field: "inputTokens" } as const;
  const step = stepOf(typed)!;
  expect(isSameStep(step, stepOf({ ...typed, change: { inputTokens: 2 } })!)).toBe(true);
  expect(isSameStep(step, stepOf({ ...typed, index: 1 })!)).toBe(false);
  expect(isSameStep(step, stepOf({ ...typed, field: "requests" })!)).toBe(false);
  expect(isSameStep(step, stepOf({ do: "change", change: {}, field: "asOf" })!)).toBe(false);
  expect(stepOf({ ...typed, field: undefined })).toBeNull();
});

test("output is taken out on a model that takes input only, and comes back on the next one that gives it", () => {
  const chat = {
    ...NEW_WORKLOAD,
    cachedInputTokens: 400,
    reasoningTokens: 900,
    maxCompletionTokens: 8000,
    cacheWriteTokens: 100,
    reasoningP95ToMean: 2,
  };
  const scenario = withFirst(chat);
  const on = (from: Scenario, change: Changes<Workload>) => edited(from, { do: "workload", index: 0, change }, from);
  const embeddings = on(scenario, { model: "text-embedding-3-small" });
  const { name, serviceTier, requests, per, peakToMean, inputTokens, retryShare } = chat;
  const own = { name, serviceTier, requests, per, peakToMean, inputTokens, retryShare };
  const none = { cachedInputTokens: 0, visibleOutputTokens: 0, reasoningTokens: 0 };
  expect(embeddings.workloads[0]).toEqual({ ...own, ...none, model: "text-embedding-3-small" });
  const shorter = on(on(embeddings, { model: "text-embedding-3-large" }), { inputTokens: 600 });
  expect(on(shorter, { model: "gpt-5" }).workloads[0]).toEqual({
    ...chat,
    model: "gpt-5",
    inputTokens: 600,
  });
});

test("a new workload beside embeddings has no output", () => {
  const scenario = withFirst({ ...NEW_WORKLOAD, model: "text-embedding-3-small", visibleOutputTokens: 0 });
  const added = edited(scenario, { do: "add" }, scenario).workloads[1]!;
  expect([added.model, added.visibleOutputTokens]).toEqual(["text-embedding-3-small", 0]);
});

test("a number in the place of a range takes the range away, and no other", () => {
  const ranges = { requests: [8, 50], reasoningTokens: [300, 2000] } as const;
  const scenario = withFirst({ ...NEW_WORKLOAD, ranges });
  const after = (change: Changes<Workload>) =>
    edited(scenario, { do: "workload", index: 0, change }, scenario).workloads[0]!.ranges;
  expect(after({ reasoningTokens: 600 })).toEqual({ requests: [8, 50] });
  expect(after({ requests: 20, reasoningTokens: 600 })).toBeUndefined();
  expect(after({ reasoningTokens: 600, ranges })).toEqual(ranges);
  expect(after({ maxCompletionTokens: 4000 })).toEqual(ranges);
});
