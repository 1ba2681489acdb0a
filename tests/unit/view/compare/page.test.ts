import { describe, expect, it } from "vitest";
import { compareModels } from "@/lib/compare";
import { estimate } from "@/lib/estimate";
import type { Scenario } from "@/lib/scenario";
import {
  cheapestReason,
  type CompareChoice,
  compareContext,
  compareHead,
  compareTable,
  defaultChoice,
  encodeChoice,
  parseContext,
  readChoice,
} from "@/lib/view/compare";
import { costHeadroomChart } from "@/lib/view/compare/charts";
import { decodeCompareKey, encodeFigureKey, plainText } from "@/lib/view/text";
import { compareWorkingOf } from "@/lib/view/working";
import { compareReport, fileName, REPORT_FORMATS } from "@/lib/export";
import { scenarioOf } from "../../../support/make/checked";
import { SUPPORT_BOT } from "../../../support/make/support-bot";

const bot = (rest: object = {}, own: object = {}) =>
  scenarioOf({ asOf: "2026-11-27", usageTier: 4, ...rest, workloads: [{ ...SUPPORT_BOT, ...own }] });

function pageOf(scenario: Scenario, change: Partial<CompareChoice> = {}) {
  const choice = { ...defaultChoice(scenario), ...change };
  const now = estimate(scenario);
  const table = compareTable(compareModels(scenario, choice.workload), now, choice);
  return { now, choice, table, head: compareHead(table, now) };
}
const said = ({ head }: ReturnType<typeof pageOf>) => `${plainText(head.lead)} ${plainText(head.rest)}`;

describe("the finding", () => {
  it("names the cheapest that fits, what it costs and how much less that is", () => {
    const page = pageOf(bot());
    expect(said(page)).toBe(
      "gpt-5.6-luna is the cheapest that fits tier\u00a04. It costs $2,295.12 a month, $20,656.08 less than now.",
    );
    expect(page.head.asides.map(({ text }) => text)).toEqual([
      "gpt-6-luna would cost $981.12, but OpenAI publishes no rate limits for it.",
      "gpt-5-nano fits for $740.22, but ends on 11\u00a0Dec\u00a02026.",
    ]);
    expect(page.head.asides[0]!.enter!.at).toBe("m.gpt-6-luna.rpm");
    expect(cheapestReason(page.table, page.choice)).toBe(
      "Cheapest of the 2 that fit, reason, answer at once and stay on sale for a year.",
    );
    expect(compareContext(page.now, null)).toBe("Support bot, now on gpt-5.6-terra at $22,951.20 a month");
  });

  it("says so where what is entered is the cheapest, and names the next", () => {
    expect(said(pageOf(bot({}, { model: "gpt-5.6-luna" })))).toBe(
      "gpt-5.6-luna, as now, is the cheapest that fits tier\u00a04. It costs $2,295.12 a month; the next, gpt-5.6-luna in Fast, costs $2,295.12 more.",
    );
  });

  it("names the usage tier that would do where nothing fits", () => {
    expect(said(pageOf(bot({ usageTier: 1 })))).toMatch(
      /^No model (fits|is known to fit) tier\u00a01( with these filters)?\. Tier\u00a0\d would do, on \S+ at \$[\d,.]+ a month, \$[\d,.]+ (less|more) than now\.$/,
    );
    // In batch it fits; of answers at once none is known to.
    const batchOnly = pageOf(bot({ usageTier: 1 }, { model: "gpt-5-mini", requests: 2, maxCompletionTokens: 4000 }));
    expect([batchOnly.table.all.some(({ row, missed }) => row.fits && missed.length > 0), said(batchOnly)]).toEqual([
      true,
      expect.stringMatching(/^No model is known to fit tier\u00a01 with these filters\./),
    ]);
    expect(said(pageOf(bot({ usageTier: "free" })))).toMatch(
      /^None of these models is offered on Free\. Tier\u00a0\d would do/,
    );
  });
});

describe("the rows", () => {
  it("stand in groups in one order, each row in one of them", () => {
    const { table } = pageOf(bot());
    expect(table.groups.map(({ key }) => key)).toEqual(["cheapest", "fits", "unknown", "less", "over", "filtered"]);
    const keys = table.groups.flatMap(({ rows }) => rows.map(({ key }) => key));
    expect(new Set(keys).size).toBe(table.all.length);
    expect(keys).toHaveLength(table.all.length);
  });

  it("show a filtered saving with the filter that keeps it out", () => {
    const less = pageOf(bot()).table.groups.find(({ key }) => key === "less")!;
    expect(less.rows.map(({ model, tierName, missed }) => [model, tierName, ...missed])).toEqual([
      ["gpt-5-nano", "standard", "onSale"],
      ["gpt-5.6-luna", "batch", "atOnce"],
      ["gpt-5.6-luna", "flex", "atOnce"],
    ]);
    expect(less.about).toBe("11 more are two or three away.");
  });

  it("are put in order within their groups, what is not known last", () => {
    const over = (change: Partial<CompareChoice>) =>
      pageOf(bot(), change).table.groups.find(({ key }) => key === "over")!.rows;
    const headrooms = over({ sort: "headroom", isDescending: true }).map(({ row }) => row.scaleAtLimit!);
    expect(headrooms).toEqual(headrooms.toSorted((a, b) => b - a));
    const models = over({ sort: "model" }).map(({ model }) => model);
    expect(models).toEqual(models.toSorted());
  });

  it("are found by a part of the id, and by the context", () => {
    const { table } = pageOf(bot(), { find: " NANO ", onSale: false, mayWait: true });
    expect(new Set(table.groups.flatMap(({ rows }) => rows.map(({ model }) => model)))).toEqual(
      new Set(table.all.map(({ model }) => model).filter((model) => model.includes("nano"))),
    );
    const wide = pageOf(bot(), { context: 1_000_000 }).table.groups.find(({ key }) => key === "over")!.rows;
    expect(wide.every(({ row }) => row.contextWindow! >= 1_000_000)).toBe(true);
  });

  it("keep what is entered in sight, whatever is filtered", () => {
    const { table } = pageOf(bot({}, { serviceTier: "flex" }), { mayWait: false });
    const now = table.groups.find(({ rows }) => rows.some(({ isNow }) => isNow))!;
    expect(now.key).not.toBe("filtered");
  });
});

describe("a choice in an address", () => {
  it("comes back as it was, and is empty where nothing is chosen", () => {
    const scenario = bot();
    const plain = defaultChoice(scenario);
    expect(encodeChoice(plain, scenario)).toBe("");
    const choice: CompareChoice = {
      ...plain,
      workload: 0,
      sort: "headroom",
      isDescending: true,
      onSale: false,
      mayWait: true,
      context: 400_000,
      find: "gpt 5",
    };
    const own = Object.fromEntries(new URLSearchParams(encodeChoice(choice, scenario)));
    expect(readChoice(own, scenario)).toEqual(choice);
  });

  it("is as by default where it cannot be read", () => {
    expect(readChoice({ workload: "7", sort: "colour", context: "many" }, bot())).toEqual(defaultChoice(bot()));
    expect(["400,000", "400k", "1m", "0", "x", ""].map((text) => parseContext(text))).toEqual([
      400_000,
      400_000,
      1_000_000,
      null,
      null,
      null,
    ]);
  });
});

describe("a figure of a row", () => {
  it("has the working of the estimate on its model", () => {
    const { now, table } = pageOf(bot());
    const { month, against, headroom, leastWork } = table.cheapest!;
    for (const key of [month!.work, against!.amount.work, headroom!.work, leastWork]) {
      const text = encodeFigureKey(key);
      expect(decodeCompareKey(text)).toEqual(key);
      const working = compareWorkingOf(decodeCompareKey(text)!, now, null);
      expect(working.title).toContain("on gpt-5.6-luna, standard");
    }
    expect(compareWorkingOf(decodeCompareKey("c.difference.gpt-5.6-luna.standard")!, now, null).result).toEqual({
      label: "Less a month",
      expression: "$22,951.2 − $2,295.12",
      value: "$20,656.08",
    });
  });

  it("is none for a text that is no key of a row", () => {
    for (const text of ["c.month.gpt-5", "c.colour.gpt-5.standard", "c.month..standard", "month"])
      expect(decodeCompareKey(text)).toBeNull();
  });
});

describe("the chart of cost against headroom", () => {
  it("names the frontier, and has a point for each row in sight", () => {
    const { now, table } = pageOf(bot());
    const view = costHeadroomChart(table, now);
    if ("reason" in view) throw new Error(view.reason);
    expect(view.finding).toBe("With published limits and these filters, none is cheaper or roomier than gpt-5.6-luna");
    expect(view.points.filter(({ isNow }) => isNow).map(({ name }) => name)).toEqual(["gpt-5.6-terra"]);
    expect(view.table.rows).toHaveLength(view.points.length);
    const usd = view.points.map((point) => point.usd);
    expect(usd).toEqual(usd.toSorted((a, b) => a - b));
  });

  it("says why it cannot be drawn", () => {
    const { now, table } = pageOf(bot({ usageTier: "free" }));
    expect(costHeadroomChart(table, now)).toMatchObject({ drawn: false });
  });
});

describe("the page taken along", () => {
  it("says the finding, every row in sight and what was entered, the same in each format", () => {
    const { now, table, head } = pageOf(bot());
    const report = compareReport(
      { estimate: now, table, head, workload: null, pick: "" },
      "http://localhost/compare?v=1",
    );
    expect(fileName(report)).toBe("headroom-compare-support-bot-2026-11-27");
    const { markdown, tsv, csv, json } = REPORT_FORMATS;
    expect(markdown.write(report)).toContain("gpt-5.6-luna is the cheapest that fits tier 4");
    expect(tsv.write(report)).toContain("gpt-5.6-luna\tstandard\t2295.12\t20656.08\tless\ttrue\tmonthly-usage");
    expect(
      csv
        .write(report)
        .split("\r\n")
        .filter((line) => line.startsWith("gpt-")),
    ).toHaveLength(34);
    const { models } = JSON.parse(json.write(report)) as { models: { model: string; codes: string }[] };
    expect(models).toHaveLength(34);
    expect(models[0]).toMatchObject({ model: "gpt-5.6-luna", group: "cheapest" });
  });
});
