import { expect, it } from "vitest";
import { planBacklog } from "@/lib/batch";
import { backlogTiers, backlogVerdict } from "@/lib/view/backlog";
import { limitsFinding, limitViews, verdictView } from "@/lib/view/plan";
import { billChart, volumeChart } from "@/lib/view/plan/charts";
import { plainText } from "@/lib/view/text";
import { trafficVerdict } from "@/lib/view/traffic";
import { estimateOf, scenarioOf } from "../../../support/make/checked";

const MODEL = "text-embedding-3-small";
const of = (own: object = {}, rest: object = {}) => ({
  asOf: "2026-11-27",
  ...rest,
  workloads: [{ model: MODEL, requests: 1000, per: "day", inputTokens: 500, ...own }],
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

it("charts say that the model gives no output, not that a price is missing", () => {
  const estimate = estimateOf(of({ visibleOutputTokens: 5 }));
  expect(volumeChart(estimate)).toMatchObject({
    reason: "text-embedding-3-small gives no output, so the cost cannot be drawn",
    remedy: "Take the output out.",
  });
  expect(billChart(estimate)).toMatchObject({
    reason: "text-embedding-3-small gives no output, so the bill cannot be drawn",
    remedy: "Take the output out.",
  });
  const unpriced = estimateOf({
    ...of({ model: "own", visibleOutputTokens: 5 }),
    modelOverrides: [{ model: "own" }],
  });
  expect(volumeChart(unpriced)).toMatchObject({ remedy: "Enter your own price." });
  expect(billChart(unpriced)).toMatchObject({ remedy: "Enter your own price." });
});

it("on Free, embeddings are planned on paid tiers only: they are offered there", () => {
  const raw = of({}, { usageTier: "free", backlog: { model: MODEL, total: 100, inputTokens: 500 } });
  const said = (view: { lead: Parameters<typeof plainText>[0]; rest: Parameters<typeof plainText>[0] }) =>
    plain(`${plainText(view.lead)} ${plainText(view.rest)}`);
  const estimate = estimateOf(raw);
  expect(said(verdictView(estimate))).toContain(
    "Does not fit Free. text-embedding-3-small is planned on paid tiers only. Tier",
  );
  expect(verdictView(estimate).short.about).toBe("planned on paid tiers only");
  expect(limitsFinding(estimate)).toBe("Free has no limits to meet: these models are planned on paid tiers only");
  expect(limitViews(estimate).map(({ onFree }) => onFree)).toEqual([null, "paid tiers only", "paid tiers only"]);
  expect(limitViews(estimateOf(of({ model: "o1-mini" }, { usageTier: "free" }))).at(-1)!.onFree).toBe("not offered");
  expect(said(trafficVerdict(null, scenarioOf(raw))!)).toBe(
    "Does not run on Free. text-embedding-3-small is planned on paid tiers only; tier 1 is the lowest that is simulated.",
  );
  const plan = planBacklog(scenarioOf(raw));
  expect(said(backlogVerdict(plan))).toContain("text-embedding-3-small is planned on paid tiers only.");
  expect(backlogTiers(plan)[0]!.cells.map(({ remark }) => remark)).toEqual(Array(3).fill("paid tiers only"));
});
