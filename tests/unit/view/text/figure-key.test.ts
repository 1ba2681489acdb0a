import { describe, expect, test } from "vitest";
import { decodeBacklogKey, decodePlanKey, decodeRunKey, encodeFigureKey, type FigureKey } from "@/lib/view/text";

const decoded = (text: string) =>
  [decodePlanKey, decodeBacklogKey, decodeRunKey].flatMap((decode) => decode(text) ?? []);

describe("keys of figures", () => {
  test.each<[FigureKey, string]>([
    [{ of: "month" }, "month"],
    [{ of: "buys" }, "buys"],
    [{ of: "workload", workload: 1 }, "w.1.month"],
    [{ of: "line", workload: 0, item: "cached-input" }, "w.0.cached-input"],
    [{ of: "charge", workload: 11 }, "charge.11"],
    [{ of: "utilisation", limit: 2, tier: null }, "u.2"],
    [{ of: "utilisation", limit: 2, tier: 5 }, "u.2.5"],
    [{ of: "headroom", limit: 3 }, "hr.3"],
    [{ of: "tier-headroom", tier: 4 }, "h.4"],
    [{ of: "scale", tier: "free" }, "scale.free"],
    [{ of: "rates", tier: 1 }, "rates.1"],
    [{ of: "cap", workload: 0, tier: 3 }, "cap.0.3"],
    [{ of: "alternative", model: "gpt-4.1-mini", serviceTier: "batch" }, "alt.gpt-4.1-mini.batch"],
    [{ of: "backlog-charge" }, "b.charge"],
    [{ of: "backlog", figure: "hours", question: "within-budget", tier: "free" }, "b.hours.within-budget.free"],
    [{ of: "run", figure: "p95" }, "t.p95"],
  ])("%j ⇄ %s", (key, text) => {
    expect(encodeFigureKey(key)).toBe(text);
    expect(decoded(text)).toEqual([key]);
  });

  test.each([
    "",
    "month.1",
    "w.0",
    "w.00.month",
    "w.-1.month",
    "u.1.6",
    "u.1.",
    "h",
    "h.none",
    "alt.batch",
    "alt.gpt-4.1.quick",
    "b.hours.cheapest.6",
    "t.",
    "t.p96",
    "toString",
  ])("%j is no key", (text) => expect(decoded(text)).toEqual([]));
});
