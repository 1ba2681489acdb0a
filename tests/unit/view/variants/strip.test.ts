import { describe, expect, test } from "vitest";
import { estimate } from "@/lib/estimate";
import { decodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { applyVariant } from "@/lib/scenario/variants";
import {
  allOnModel,
  asBase,
  changesView,
  changeViews,
  doubledTraffic,
  stripView,
  withoutChanges,
  withoutVariant,
  withVariant,
} from "@/lib/view/variants";

const AS_OF = "?v=1&asOf=2026-11-27";
const BOT = decodeLink(
  `${AS_OF}&title=Support+bot&tier=4&w=Support+bot:gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000`,
).scenario!;

function beside(base: Scenario, name: string, other: Scenario): Scenario {
  const next = withVariant(base, name, other);
  if ("refused" in next) throw new Error(next.refused);
  return next;
}

const doubled = doubledTraffic(BOT);
const THREE = beside(beside(BOT, "On gpt-5.6-luna", allOnModel(BOT, "gpt-5.6-luna")), "Twice the traffic", {
  ...doubled,
  usageTier: 5,
  workloads: doubled.workloads.map((one) => ({ ...one, maxCompletionTokens: 2000 })),
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("the base beside two variants", () => {
  const { finding, columns, rows } = stripView(estimate(THREE));
  test("each column has verdict, cost, difference and headroom of its own estimate", () => {
    const told = columns.map(({ letter, name, about, verdict, month, thousand, difference, headroom, binds, room }) =>
      [letter, name, about, verdict, month, thousand, difference, headroom, binds, room].map((one) =>
        one && typeof one === "object" ? plain(Object.values(one).join(" ")) : one && plain(one),
      ),
    );
    expect(told).toEqual([
      ["Base", "Support bot", "as it is now", "Does not fit tier 4", "$22,951.20"].concat([
        "$13.10 for 1,000 requests",
        null!,
        "0.22×",
        "monthly usage",
        "spent in 6.6 days",
      ]),
      ["B", "On gpt-5.6-luna", "1 change", "Fits tier 4", "$2,295.12"].concat([
        null!,
        "−$20,656.08 less 90 %",
        "2.18×",
        "monthly usage",
        "10 times the base’s",
      ]),
      ["C", "Twice the traffic", "3 changes", "Fits tier 5", "$45,902.40"].concat([
        null!,
        "+$22,951.20 more 100 %",
        "4.36×",
        "monthly usage",
        "20 times the base’s",
      ]),
    ]);
    expect(columns.map(({ tone, bar }) => [tone, bar?.isOver, bar?.width.toFixed(3)])).toEqual([
      ["over", true, "1.000"],
      ["ok", false, "0.367"],
      ["ok", false, "0.184"],
    ]);
    expect(finding).toBe("B is the cheapest that fits, for $20,656.08 a month less than the base");
  });

  test("only what differs has a row; what does not is as the base", () => {
    const told = rows.map(({ label, cells }) => [
      label,
      ...cells.map(({ text, was }) => (was ? `${text} ← ${was}` : text)),
    ]);
    expect(told).toEqual([
      ["Usage tier", "4", "as base", "5 ← 4"],
      ["Model", "gpt-5.6-terra", "gpt-5.6-luna ← gpt-5.6-terra", "as base"],
      ["Requests", "40 a minute", "as base", "80 a minute ← 40 a minute"],
      ["Cap", "4,000", "as base", "2,000 ← 4,000"],
    ]);
  });

  test("a change names the field that shows it, and goes back alone", () => {
    expect(changeViews(THREE, 1).map(({ field }) => field)).toEqual([
      "usageTier",
      "w0.requests",
      "w0.maxCompletionTokens",
    ]);
    const { paths } = changeViews(THREE, 1)[1]!;
    expect(changeViews(withoutChanges(THREE, 1, paths), 1).map(({ label }) => label)).toEqual(["Usage tier", "Cap"]);
    expect(changeViews(withoutChanges(THREE, 1), 1)).toEqual([]);
  });

  test("a variant that becomes the base leaves every scenario what it was", () => {
    const next = asBase(THREE, 0);
    const { variants: _, ...base } = next;
    expect(base).toEqual(applyVariant(THREE, THREE.variants![0]!));
    expect(next.variants!.map(({ name }) => name)).toEqual(["The base before", "Twice the traffic"]);
    expect(applyVariant(next, next.variants![0]!)).toEqual(BOT);
    expect(applyVariant(next, next.variants![1]!)).toEqual(applyVariant(THREE, THREE.variants![1]!));
  });
});

describe("what is named and is no difference", () => {
  const HELD: Scenario = {
    ...BOT,
    variants: [
      { name: "Held", changes: { usageTier: 4, "workloads.0.requests": 80, "workloads.0.cachedInputTokens": 9000 } },
      { name: "Other", changes: { usageTier: 5 } },
    ],
  };

  test("is told, and is no change", () => {
    const { columns, rows } = stripView(estimate(HELD));
    expect(columns.map(({ about }) => about)).toEqual(["as it is now", "1 change", "1 change"]);
    expect(rows.map(({ label, cells }) => [label, ...cells.map(({ text, aside }) => aside ?? text)])).toEqual([
      ["Usage tier", "4", "held, as the base has it", "5"],
      ["Requests", "40 a minute", "80 a minute", "as base"],
      ["Cached input", "1,500", "not possible here: 1,500 as the base has it", "as base"],
    ]);
    const { changes, count } = changesView(HELD, 0);
    expect(count).toBe("1 change, 2 held");
    expect(changes.map(({ undo }) => undo)).toEqual([
      "Usage tier follows the base again",
      "Requests as the base has it, 40 a minute",
      "Cached input as the base has it, 1,500",
    ]);
  });

  test("goes back alone, and stays where another goes back or becomes the base", () => {
    const names = (base: Scenario, index: number) => Object.keys(base.variants![index]!.changes);
    expect(names(withoutChanges(HELD, 0, ["workloads.0.requests"]), 0)).toEqual([
      "usageTier",
      "workloads.0.cachedInputTokens",
    ]);
    expect(names(withoutChanges(HELD, 0, ["usageTier"]), 0)).not.toContain("usageTier");
    const next = asBase(HELD, 1);
    expect(next.variants![0]!.changes).toEqual(HELD.variants![0]!.changes);
    expect(next.variants![1]).toEqual({ name: "The base before", changes: { usageTier: 4 } });
  });
});

describe("making and removing", () => {
  test("without its last variant a scenario is what it was before the first", () => {
    expect(withoutVariant(withoutVariant(THREE, 1), 0)).toEqual(BOT);
  });

  test("there are four at most, and what differs in too much is no variant", () => {
    let base = BOT;
    for (let n = 0; n < 4; n++) base = beside(base, "As it is now", BOT);
    expect(withVariant(base, "One more", BOT)).toEqual({
      refused: "There are 4 variants already; remove one first.",
    });
    const workloads = Array.from({ length: 20 }, (_, n) => ({ ...BOT.workloads[0]!, name: `${n}`.repeat(30) }));
    expect(withVariant(BOT, "Large", { ...BOT, workloads })).toHaveProperty("refused");
  });

  test("a workload that is taken out or put in is one change", () => {
    const two = { ...BOT, workloads: [...BOT.workloads, { ...BOT.workloads[0]!, name: "Night", requests: 3 }] };
    const base = beside(two, "Without", BOT);
    expect(changeViews(base, 0).map(({ label, now, was }) => [label, now, was])).toEqual([
      ["Night", "taken out", "gpt-5.6-terra, 3 a minute"],
    ]);
    expect(changeViews(beside(BOT, "With", two), 0).map(({ label, now }) => [label, now])).toEqual([
      ["Workload put in", "Night: gpt-5.6-terra, 3 a minute"],
    ]);
  });

  test("none that fits is said, and so is a price that is missing", () => {
    const unknown = { ...BOT, workloads: BOT.workloads.map((one) => ({ ...one, model: "mine" })) };
    const { finding, columns } = stripView(
      estimate(beside(BOT, "Mine", { ...unknown, modelOverrides: [{ model: "mine" }] })),
    );
    expect(finding).toBe("None of Base and B is known to fit its usage tier");
    expect(columns[1]).toMatchObject({ month: "no price", difference: null, headroom: "–", bar: null });
  });
});
