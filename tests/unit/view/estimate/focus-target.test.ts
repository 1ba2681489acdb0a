import { expect, test } from "vitest";
import { encodeFocusTarget, focusHref, type FocusTarget } from "@/lib/view/estimate";

test.each<[FocusTarget, at: string, href: string]>([
  [{ of: "workload", workload: 0, field: "inputTokens" }, "w.0.inputTokens", "#title"],
  [{ of: "model", pool: "gpt-4.1", field: "rpm" }, "m.gpt-4.1.rpm", "#own-gpt-4.1"],
  [{ of: "backlog", field: "total" }, "b.total", "#title"],
  [{ of: "page", place: "successors" }, "successors", "#successors"],
])("%j is the field or section %s, without scripts %s", (target, at, href) => {
  expect([encodeFocusTarget(target), focusHref(target)]).toEqual([at, href]);
});
