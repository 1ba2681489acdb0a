import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findModel } from "@/lib/catalogue";
import { encodeLink, readForm, toPercent } from "@/lib/link";
import type { Backlog, Scenario } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";
import { scenarios } from "../support/make/checked";
import { runs } from "../support/make/runs";

/** The fields the backlog’s form shows, as it shows them. */
function fieldsOf({ model, liveShare, budgetUsd, ...numbers }: Backlog): [string, string][] {
  const { maxCompletionTokens, ...rest } = numbers;
  return [
    ["b.model", model],
    ["b.liveShare", formatNumber(toPercent(liveShare))],
    ["b.budgetUsd", budgetUsd ?? ""],
    ["b.maxCompletionTokens", maxCompletionTokens === undefined ? "" : formatNumber(maxCompletionTokens)],
    ...Object.entries(rest).map(([name, value]): [string, string] => [`b.${name}`, formatNumber(value)]),
  ];
}

/** Every override says something: the form leaves out a row that says nothing of a catalogue model. */
const withBacklog = scenarios()
  .filter((scenario): scenario is Scenario & { backlog: Backlog } => scenario.backlog !== undefined)
  .map((scenario) => ({
    ...scenario,
    modelOverrides: scenario.modelOverrides.filter((own) => Object.keys(own).length > 1 || !findModel(own.model)),
  }));

describe("the form of any backlog", () => {
  it("leads to the link of what it shows, from that link and from one without a backlog", () => {
    fc.assert(
      fc.property(withBacklog, (scenario) => {
        const link = encodeLink(scenario, "/backlog");
        const { backlog, ...bare } = scenario;
        expect(readForm([["from", link], ["page", "/backlog"], ...fieldsOf(backlog)])).toBe(link);
        expect(readForm([["from", encodeLink(bare)], ["page", "/backlog"], ...fieldsOf(backlog)])).toBe(link);
      }),
      runs(40),
    );
  });
});
