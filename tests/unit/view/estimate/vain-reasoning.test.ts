import { describe, expect, it } from "vitest";
import { planBacklog } from "@/lib/batch";
import { workloadsOf } from "@/lib/usage";
import { backlogVerdict } from "@/lib/view/backlog";
import { workloadsView } from "@/lib/view/import";
import { billView } from "@/lib/view/plan";
import { trafficVerdict } from "@/lib/view/traffic";
import { workingOf } from "@/lib/view/working";
import { estimateOf, scenarioOf } from "../../../support/make/checked";
import { generated } from "../../../support/make/traffic-runs";
import { reportOf } from "../../../support/make/usage-report";

const request = { model: "gpt-4o-mini", inputTokens: 1000, visibleOutputTokens: 100, reasoningTokens: 900 };
const workload = { ...request, requests: 1, per: "minute" };
const SAYS = "gpt-4o-mini does not reason; the 900 reasoning tokens entered count all the same.";
const reasoning = (asides: readonly string[]) => asides.filter((aside) => aside.includes("reason"));

describe("reasoning on a model that does not reason is named where it makes a figure", () => {
  it("in the bill and in the working of its line", () => {
    const one = estimateOf({ workloads: [workload, { ...workload, model: "o3-mini" }] });
    expect(billView(one).workloads.map(({ lines }) => lines.at(-1)!.label)).toEqual([
      "Reasoning, not supported",
      "Reasoning",
    ]);
    expect(workingOf({ of: "line", workload: 0, item: "reasoning" }, one)!.title).toBe(
      "Reasoning, not supported, Workload 1, a month",
    );
  });

  it("beside the verdict on Traffic, not of batch", () => {
    const asides = (...workloads: object[]) => {
      const run = generated({ horizonMinutes: 2, workloads });
      return reasoning(trafficVerdict(run, run.input.scenario)!.asides);
    };
    expect(asides(workload)).toEqual([SAYS]);
    expect(asides(workload, { ...workload, model: "gpt-4.1-2025-04-14", reasoningTokens: 1 })).toEqual([
      "gpt-4o-mini and gpt-4.1 do not reason; the reasoning tokens entered count all the same.",
    ]);
    expect(asides({ ...workload, serviceTier: "batch" }, { ...workload, model: "o3-mini" })).toEqual([]);
    expect(asides({ ...workload, reasoningTokens: 0 })).toEqual([]);
  });

  it("beside the verdict on Backlog", () => {
    const asides = (own: object) =>
      reasoning(
        backlogVerdict(planBacklog(scenarioOf({ workloads: [workload], backlog: { ...request, total: 10, ...own } })))
          .asides,
      );
    expect(asides({})).toEqual([SAYS]);
    expect(asides({ model: "o3-mini" })).toEqual([]);
    // Of embeddings it is said that they give no output.
    expect(asides({ model: "text-embedding-3-small" })).toEqual([]);
  });

  it("in the workloads that a log makes", () => {
    const rows = ["gpt-4o-mini", "o3-mini"].map((model, n) => ({
      atMs: Date.parse("2026-09-07T08:00:00Z") + n,
      model,
      input: 1000,
      output: 1000,
      reasoning: 900,
    }));
    const made = workloadsView(workloadsOf(reportOf(rows), "o3-mini"), "o3-mini").rows;
    expect(made.map(({ name, about }) => [name, about])).toEqual([
      ["gpt-4o-mini", "reasoning on a model without it"],
      ["o3-mini", ""],
    ]);
  });
});
