import { describe, expect, it } from "vitest";
import { planBacklog, type BacklogPlan } from "@/lib/batch";
import { decodeLink } from "@/lib/link";
import { exact } from "@/lib/money";
import {
  backlogKeys,
  backlogNotes,
  backlogRows,
  backlogSources,
  backlogTiers,
  backlogTiersFinding,
  backlogTitle,
  backlogVerdict,
} from "@/lib/view/backlog";
import { frontierChart, frontierPlot, wavesChart } from "@/lib/view/backlog/charts";
import { decodeBacklogKey, encodeFigureKey, formatSpan, plainText } from "@/lib/view/text";
import { backlogWorkingOf } from "@/lib/view/working";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** The plan of a link; without a workload of its own it has one that asks next to nothing. */
function planOf(query: string): BacklogPlan {
  const { scenario, faults } = decodeLink(
    `v=1&asOf=2026-11-23&${query}${query.includes("w=") ? "" : "&w=o3-mini+0.001/mo+i0"}`,
  );
  expect(faults).toEqual([]);
  return planBacklog(scenario!);
}
const spoken = (query: string) => {
  const { tone, lead, rest } = backlogVerdict(planOf(query));
  return [tone, plain(plainText(lead)), plain(plainText(rest))];
};

const PILE = "backlog=o3-mini+n25000+i1000+v300+r600";

describe("the verdict", () => {
  it.each<[string, string, [string, string, string]]>([
    [
      "all in batch",
      `tier=2&${PILE}+d336`,
      [
        "ok",
        "13 waves finish in 13 days for $63.25.",
        "The deadline of 14 days is met. Standard alone would take 7.92 hours for $126.50.",
      ],
    ],
    [
      "a mix",
      `tier=2&${PILE}`,
      [
        "ok",
        "3 waves and 19,000 standard requests finish in 3 days for $111.32.",
        "The deadline of 3 days is met. Batch alone would take 13 days for $63.25, standard alone 7.92 hours for $126.50.",
      ],
    ],
    [
      "all as standard",
      `tier=2&${PILE}+d8`,
      [
        "ok",
        "25,000 standard requests finish in 7.92 hours for $126.50.",
        "The deadline of 8 hours is met. Batch alone would take 13 days for $63.25.",
      ],
    ],
    [
      "one wave",
      `tier=3&${PILE}`,
      [
        "ok",
        "1 wave finishes in 24 hours for $63.25.",
        "The deadline of 3 days is met. Standard alone would take 23.8 minutes for $126.50.",
      ],
    ],
    [
      "a budget that is met",
      `tier=2&${PILE}+u111.32`,
      [
        "ok",
        "3 waves and 19,000 standard requests finish in 3 days for $111.32.",
        "The deadline of 3 days is met, and so is the budget of $111.32. Batch alone would take 13 days for $63.25, standard alone 7.92 hours for $126.50.",
      ],
    ],
    [
      "a budget that buys a later finish",
      `tier=2&${PILE}+u100`,
      [
        "over",
        "3 waves and 19,000 standard requests finish in 3 days for $111.32.",
        "The deadline of 3 days is met, the budget of $100 is not; the earliest for that takes 6 days.",
      ],
    ],
    [
      "a budget that buys nothing",
      `tier=2&${PILE}+u50`,
      [
        "over",
        "3 waves and 19,000 standard requests finish in 3 days for $111.32.",
        "The deadline of 3 days is met, the budget of $50 is not; the least it costs is $63.25.",
      ],
    ],
    [
      "a deadline that is missed",
      `tier=2&${PILE}+k8000+d24`,
      [
        "over",
        "Misses the deadline of 24 hours.",
        "The earliest is 34.5 hours for $121.44, with 1 wave and 23,000 standard requests. Tier 3 does it in 24 hours for $63.25.",
      ],
    ],
    [
      "money stops it",
      `tier=1&${PILE}`,
      [
        "over",
        "Stops at 84.1 % of the work.",
        "3 waves and 22,000 standard requests finish in 3 days for $118.91, but tier 1’s $100 monthly usage limit is spent before. Tier 2 does it in 3 days for $111.32.",
      ],
    ],
    [
      "one request too large",
      "tier=1&backlog=o1+n5+i95000+v300+k8000",
      [
        "never",
        "Can never run.",
        "One o1 request has 95,000 input tokens; the batch queue of tier 1 holds 90,000. One o1 request is charged 103,000 tokens; tier 1 holds 30,000 a minute. Tier 2 does it in 24 hours for $3.61.",
      ],
    ],
    [
      "past the context window",
      "tier=5&backlog=o1-mini+n5+i128001",
      [
        "never",
        "Can never run.",
        "One o1-mini request takes 128,001 tokens; its context window holds 128,000. No usage tier does it.",
      ],
    ],
    [
      "Free",
      `tier=free&${PILE}`,
      ["over", "Does not run on Free.", "Free does not offer o3-mini. Tier 2 does it in 3 days for $111.32."],
    ],
    [
      "an unpublished queue, and standard too slow",
      "tier=1&backlog=o1-mini+n250000+i9500+v300+r600+k8000",
      [
        "unknown",
        "Cannot be told at tier 1.",
        "The earliest is 30.4 days for $3,602.50, with 250,000 standard requests. OpenAI publishes no batch queue for o1-mini at tier 1. The deadline is 3 days. Batch alone would cost $1,801.25.",
      ],
    ],
    [
      "an unpublished queue, and standard in time",
      "tier=2&backlog=o1-mini+n1000+i1000",
      [
        "ok",
        "1,000 standard requests finish in 1 minute for $1.10.",
        "The deadline of 3 days is met. OpenAI publishes no batch queue for o1-mini at tier 2. Batch alone would cost $0.55.",
      ],
    ],
    [
      "a model without limits",
      "m=own+i1+o2&backlog=own+n5+i1",
      [
        "unknown",
        "Cannot be told at tier 1.",
        "No batch queue is known for own yet. No requests-a-minute or tokens-a-minute limit is known for own yet. Enter your own on Plan. Standard alone would cost $0.000005.",
      ],
    ],
    [
      "input alone",
      "tier=3&backlog=o1-mini+n40000+i1000",
      [
        "ok",
        "1 wave finishes in 24 hours for $22.00.",
        "The deadline of 3 days is met. Standard alone would take 20 minutes for $44.00.",
      ],
    ],
    [
      "no price of one's own",
      "tier=3&m=own+r1000+t1000000+q1000000&backlog=own+n1000+i1000",
      [
        "unknown",
        "1,000 standard requests finish in 2 minutes; the cost is unknown.",
        "own has no price; enter your own on Plan.",
      ],
    ],
  ])("%s", (_, query, expected) => expect(spoken(query)).toEqual(expected));

  it("says where the backlog comes from and that its model is retired", () => {
    expect(backlogVerdict(planOf("tier=3&w=Night:o3-mini+b+50000/d+i700")).asides.map(plain)).toEqual([
      "This scenario has no backlog of its own yet: a month of Night stands in, 1,520,834 requests.",
      "o3-mini retired on 23 Oct 2026. These are its last published prices and limits.",
    ]);
  });

  it.each<[string, string, string[]]>([
    // $63.25 for the pile, and 1 × 43,800 × (1,000 × 1.10 + 500 × 4.40) ÷ 10^6 = $144.54 for the chat
    [
      "more than the limit with Plan’s workloads",
      `tier=2&usage=200&${PILE}+d336&w=o3-mini+1/m+i1000+v500`,
      [
        "With Plan’s workloads a month costs $207.79, more than your own $200 monthly usage limit: all stops before the month ends.",
      ],
    ],
    ["no more than the limit with Plan’s workloads", `tier=2&usage=207.79&${PILE}+d336&w=o3-mini+1/m+i1000+v500`, []],
    [
      "more than the budget of a month",
      `tier=2&budget=200&${PILE}+d336&w=o3-mini+1/m+i1000+v500`,
      ["With Plan’s workloads a month costs $7.79 more than the budget of $200."],
    ],
    [
      "more than the budget with the backlog made of the one workload",
      "tier=5&budget=72&w=o3-mini+1/m+i1000+v500",
      ["A month costs $0.27 more than the budget of $72."],
    ],
    [
      "more than the limit, be the deadline missed",
      `tier=2&usage=63.25&${PILE}+d1&w=o3-mini+1/mo+i1`,
      ["Your own $63.25 monthly usage limit pays for 50 % of it, then it stops."],
    ],
  ])("says that it costs %s", (_, query, asides) =>
    expect(
      backlogVerdict(planOf(query))
        .asides.map(plain)
        .filter((aside) => /month costs|pays for/.test(aside)),
    ).toEqual(asides),
  );

  it("is the title of the page, and its description", () => {
    expect(backlogTitle(planOf(`tier=2&title=Labels&${PILE}+d336`))).toEqual({
      title: "Labels: 13 waves finish in 13 days for $63.25",
      description:
        "25,000 requests on o3-mini, usage tier 2, deadline 14 days. 13 waves finish in 13 days for $63.25. The deadline of 14 days is met. Standard alone would take 7.92 hours for $126.50. o3-mini retired on 23 Oct 2026. These are its last published prices and limits.",
    });
  });
});

describe("hours in words", () => {
  const HOUR = exact(1n);
  it.each<[bigint, bigint, string]>([
    [72n, 1n, "3 days"],
    [312n, 1n, "13 days"],
    [48n, 1n, "2 days"],
    [47n, 1n, "47 hours"],
    [1n, 1n, "1 hour"],
    [1n, 2n, "30 minutes"],
    [1n, 60n, "1 minute"],
    [1n, 61n, "59 seconds"],
    [1n, 3600n, "1 second"],
    [1n, 7_200_000n, "under 0.001 seconds"],
    [7243n, 100n, "3.02 days"],
    [17_519n, 1n, "730 days"],
    [17_520n, 1n, "2 years"],
    [24n * 10n ** 12n, 1n, "2,739,726,027 years"],
  ])("%d/%d hours are %s", (n, d, text) => expect(plain(formatSpan(exact(n, d)))).toBe(text));
  it("what misses a span by little is not said to be that span", () => {
    expect(plain(formatSpan(exact(72_001n, 1000n), exact(72n)))).toBe("3.00004 days");
    expect(plain(formatSpan(exact(71_999n, 1000n), exact(72n)))).toBe("2.99996 days");
    expect(plain(formatSpan(HOUR, HOUR))).toBe("1 hour");
  });
});

describe("rows, tiers, notes", () => {
  it("every way with its time, cost and what is wrong with it", () => {
    const rows = backlogRows(planOf(`tier=2&${PILE}+u100`)).map(({ name, about, tone, hours, cost, remark, shown }) => [
      plain(name),
      plain(about),
      tone,
      plain(hours?.text ?? ""),
      cost?.text,
      remark && plain(remark),
      shown,
    ]);
    expect(rows).toEqual([
      [
        "Cheapest by 3 days",
        "3 waves and 19,000 standard requests",
        "over",
        "3 days",
        "$111.32",
        "$11.32 over the budget",
        true,
      ],
      ["Earliest", "25,000 standard requests", "over", "7.92 hours", "$126.50", "$26.50 over the budget", false],
      ["Earliest for $100", "6 waves and 13,000 standard requests", "over", "6 days", "$96.14", "3 days late", false],
      ["Batch alone", "13 waves", "over", "13 days", "$63.25", "10 days late", false],
      ["Standard alone", "25,000 standard requests", "over", "7.92 hours", "$126.50", "$26.50 over the budget", false],
    ]);
  });
  it("all six tiers", () => {
    const plan = planOf(`tier=2&${PILE}`);
    expect(plain(backlogTiersFinding(plan))).toBe("Tier 2 is the lowest that does it in 3 days");
    expect(
      backlogTiers(plan).map(({ name, chosen, cells }) => [
        plain(name),
        chosen,
        ...cells.map(({ hours, cost, remark }) => plain([hours?.text, cost?.text, remark].filter(Boolean).join(" "))),
      ]),
    ).toEqual([
      ["Free", false, "not offered", "not offered", "not offered"],
      [
        "Tier 1",
        false,
        "25 days $63.25 22 days late",
        "15.8 hours $126.50 over monthly usage",
        "3 days $118.91 over monthly usage",
      ],
      ["Tier 2", true, "13 days $63.25 10 days late", "7.92 hours $126.50", "3 days $111.32 3 waves, rest standard"],
      ["Tier 3", false, "24 hours $63.25", "23.8 minutes $126.50", "24 hours $63.25 1 wave"],
      ["Tier 4", false, "24 hours $63.25", "9.5 minutes $126.50", "24 hours $63.25 1 wave"],
      ["Tier 5", false, "24 hours $63.25", "1.67 minutes $126.50", "24 hours $63.25 1 wave"],
    ]);
  });
  it.each<[string, string, string[]]>([
    ["waves of a day", `tier=2&${PILE}+k4000`, ["turnaround", "per-day", "shared-usage", "batch-file"]],
    [
      "shorter waves",
      `tier=2&turnaround=6&${PILE}+k4000+d300`,
      ["turnaround", "per-day", "shared-usage", "batch-file"],
    ],
    ["standard only, without a cap", `tier=2&${PILE}+d8`, ["charge-assumed", "shared-usage"]],
    [
      "a million short requests",
      "tier=5&backlog=o3-mini+n2000000+i10+k5+v1",
      ["enqueued-requests", "turnaround", "shared-usage"],
    ],
    [
      "cached input in batch on a disputed model",
      "tier=3&backlog=o1-mini+n10+i2000+c1500+k50",
      ["cached-ignored-in-batch", "turnaround", "per-day", "support-disputed", "shared-usage", "batch-file"],
    ],
  ])("notes on %s", (_, query, keys) =>
    expect(
      backlogNotes(planOf(query.includes("w=") ? query : `${query}&w=o3-mini+1/m+i1`)).map(({ key }) => key),
    ).toEqual(keys),
  );
  it("how many can be enqueued at once is an assumption, or one’s own", () => {
    const query = "tier=5&backlog=o3-mini+n2000000+i10+k5+v1";
    const told = (plan: BacklogPlan) => {
      const { severity, fact, consequence } = backlogNotes(plan).find(({ key }) => key === "enqueued-requests")!;
      const { steps, sources } = backlogWorkingOf(
        { of: "backlog", figure: "waves", question: "batch", tier: 5 },
        plan,
      )!;
      return [severity, plain(fact), consequence, steps[0], sources.length];
    };
    expect(told(planOf(query))).toEqual([
      "warning",
      "A wave ends at 1,000,000 requests here, not at the queue’s tokens.",
      "That limit is an assumption, which you can change: no text of OpenAI’s has it; one refused batch named it.",
      { label: "Enqueued at once", expression: "assumed", value: "1,000,000" },
      1,
    ]);
    expect(told(planOf(`${query}+e500000`))).toEqual([
      "info",
      "A wave ends at 500,000 requests here, not at the queue’s tokens.",
      "That limit is your own: no text of OpenAI’s has one.",
      { label: "Enqueued at once", expression: "your own", value: "500,000" },
      1,
    ]);
    const says = (plan: BacklogPlan) => backlogSources(plan).some(({ about }) => about.includes("enqueued requests"));
    expect([says(planOf(query)), says(planOf(`${query}+e500000`))]).toEqual([true, false]);
  });
  it("the other reading of the queue is worked out", () => {
    const notes = backlogNotes(planOf(`tier=2&turnaround=6&${PILE}+d300`));
    expect(plain(notes.find(({ key }) => key === "per-day")!.consequence)).toBe(
      "Read so, no wave follows another within a day, and 13 waves take 13 days, not 3.25 days.",
    );
  });
});

/** The row of a way. */
const rowOf = (query: string, key: string) => backlogRows(planOf(query)).find((row) => row.key === key)!;
const notesOf = (query: string) => backlogNotes(planOf(query)).map(({ fact }) => plain(fact));

describe("a limit of a day", () => {
  const MINI = "backlog=gpt-4o-mini+n25000+i1000+v200+d48+l0";

  it("is what standard alone waits for, and is said", () => {
    const { own } = planOf(`tier=1&${MINI}`);
    expect(own.answers.standard.split!.standardBoundBy).toBe("rpd");
    const { about, hours } = rowOf(`tier=1&${MINI}`, "standard");
    expect([about, hours!.text].map(plain)).toEqual([
      "25,000 standard requests, held up by requests a day",
      "36 hours",
    ]);
    expect(notesOf(`tier=1&${MINI}`)).toContain(
      "Standard work waits for gpt-4o-mini’s limit of 10,000 requests a day.",
    );
    expect(notesOf(`tier=2&${MINI}`).join()).not.toContain("a day.");
  });

  it("says what is left to the backlog beside live traffic", () => {
    expect(notesOf(`tier=1&${MINI.replace("l0", "l0.5")}`).join()).toContain(
      "limit of 10,000 requests a day, 5,000 requests for the backlog.",
    );
  });

  it("has a working of its own", () => {
    const working = backlogWorkingOf(
      { of: "backlog", figure: "hours", question: "standard", tier: 1 },
      planOf(`tier=1&${MINI.replace("l0", "l0.5")}`),
    )!;
    expect(working.steps.map(({ label, expression, value }) => [label, expression, value])).toEqual([
      ["Requests a day", "tier\u00a01", "10,000"],
      ["Requests a day for the backlog", "10,000 × (1 − 0.5)", "5,000"],
    ]);
    expect(working.result).toMatchObject({ expression: "24 × (25,000 ÷ 5,000 − 1)", value: "4\u00a0days" });
    expect(working.rule.id).toBe("standard-daily");
  });
});

describe("a way whose time cannot be told", () => {
  const LUNA = "tier=1&backlog=gpt-6-luna+n1000000+i1000+v200";

  it("shows its cost, its working, and where to enter the limit", () => {
    expect(rowOf(LUNA, "batch")).toMatchObject({
      hours: null,
      cost: { text: "$100.00" },
      enterOwn: { of: "model", pool: "gpt-6-luna", field: "batchQueueTokens" },
      tone: "unknown",
    });
    expect(rowOf(LUNA, "standard")).toMatchObject({
      hours: null,
      cost: { text: "$200.00" },
      costWidth: 1,
      enterOwn: { of: "model", pool: "gpt-6-luna", field: "rpm" },
    });
    const working = backlogWorkingOf({ of: "backlog", figure: "cost", question: "batch", tier: 1 }, planOf(LUNA));
    expect(working!.result.value).toBe("$100.00");
    expect(backlogWorkingOf({ of: "backlog", figure: "hours", question: "batch", tier: 1 }, planOf(LUNA))).toBeNull();
  });

  it("says so in the verdict and at every usage tier", () => {
    expect(spoken(LUNA)[2]).toContain("Batch alone would cost $100.00, standard $200.00.");
    const [free, ...paid] = backlogTiers(planOf(LUNA));
    expect(free!.cells.map(({ cost }) => cost)).toEqual([null, null, null]);
    for (const { cells } of paid)
      expect(cells.map(({ cost }) => cost?.text)).toEqual(["$100.00", "$200.00", undefined]);
  });
});

describe("charts", () => {
  it("few waves have a bar each, many are folded", () => {
    const few = wavesChart(planOf(`tier=2&${PILE}`))!;
    expect(few.bars.map(({ name, from, to, text }) => [name, from, to, text])).toEqual([
      ["Wave 1", 0, 24, "2,000"],
      ["Wave 2", 24, 48, "2,000"],
      ["Wave 3", 48, 72, "2,000"],
      ["Standard", 0, 19_000 / (((2_000_000 / 19) * 60) / 2000), "19,000"].map((value) =>
        typeof value === "number" && value > 0 ? expect.closeTo(6.016667, 5) : value,
      ),
    ]);
    const many = wavesChart(planOf(`tier=2&${PILE}+d336`))!;
    expect(many.bars.map(({ name, from, to, text, seams }) => [name, from, to, text, seams.length])).toEqual([
      ["Wave 1", 0, 24, "2,000", 0],
      ["Wave 2", 24, 48, "2,000", 0],
      ["Wave 3", 48, 72, "2,000", 0],
      ["Wave 4", 72, 96, "2,000", 0],
      ["Waves 5–12", 96, 288, "16,000", 7],
      ["Wave 13", 288, 312, "1,000", 0],
    ]);
    expect(many.table.rows.at(-1)!.map(plain)).toEqual(["Wave 13", "1,000", "12 days", "13 days"]);
    expect(wavesChart(planOf("tier=1&backlog=o1+n5+i195000"))).toBeNull();
  });
  it("the frontier says what waiting saves, and marks the deadline, the budget and the chosen split", () => {
    const chart = frontierChart(planOf(`tier=2&${PILE}+u100`));
    if (!chart.drawn) throw new Error(chart.reason);
    expect(plain(chart.finding)).toBe("Waiting from 7.92 hours to 13 days saves $63.25 of $126.50");
    expect(chart.points).toHaveLength(14);
    expect(plain(chart.points[chart.chosen]!.text)).toBe("3 days, $111.32");
    const plot = frontierPlot(chart);
    expect([plot.deadline?.hours, plot.budget?.usd]).toEqual([72, 100]);
    expect(
      chart.points.every(
        ({ hours, usd }) => hours >= plot.x.from && hours <= plot.x.to && usd >= plot.y.from && usd <= plot.y.to,
      ),
    ).toBe(true);
    expect(chart.table.rows.map(([first]) => plain(first!))).toContain("3 days, cheapest by the deadline");
  });
  it.each([
    ["m=own+i1+o2+r60+t1000+q1000&backlog=own+n5+i1", "A price is missing, so cost cannot be set against time"],
    [
      "tier=3&m=own+i1+o2+bi2+bo3+r600000+t1000000000+q1000&backlog=own+n5+i1",
      "One way is both the earliest and the cheapest: waiting saves nothing",
    ],
  ])("nothing is drawn of %s", (query, reason) =>
    expect(frontierChart(planOf(query))).toMatchObject({ drawn: false, reason }),
  );
  it.each([
    "tier=5&backlog=o3-mini+n1000000000000+i1+d87600",
    "tier=1&backlog=o1+n1000000000000+i1000+v1+d0.001",
    "m=own+i1000000000000+o0+bi0.000000000001+bo0+r0.001+t1000000000000+q40000000&backlog=own+n1000000000000+i40000000+l0.99",
  ])("extremes stay drawable: %s", (query) => {
    const plan = planOf(query);
    const frontier = frontierChart(plan);
    if (!frontier.drawn) throw new Error(frontier.reason);
    const { x, y } = frontierPlot(frontier);
    for (const value of [x.from, x.to, y.from, y.to]) expect(Number.isFinite(value)).toBe(true);
    for (const axis of [x, y, wavesChart(plan)!.x]) {
      expect(axis.ticks.length).toBeGreaterThan(1);
      expect(axis.ticks.length).toBeLessThan(10);
      for (const { label } of axis.ticks) expect(label).not.toMatch(/NaN|\de[+-]?\d/);
    }
    expect(frontier.points.length).toBeLessThanOrEqual(200);
    expect(frontier.table.rows.length).toBeLessThanOrEqual(26);
  });
});

describe("workings", () => {
  it.each<[string, string, string, string]>([
    ["b.hours.batch.2", "13 × 24", "13 days", "batch-waves"],
    [
      "b.hours.cheapest.2",
      "max(72; 19,000 ÷ (min(2,000; 200,000 ÷ 1,900) × (1 − 0.5)) ÷ 60)",
      "3 days",
      "backlog-split",
    ],
    ["b.cost.cheapest.2", "6,000 × $0.00253 + 19,000 × $0.00506", "$111.32", "batch-price"],
    ["b.thousand.cheapest.2", "1,000 × $111.32 ÷ 25,000", "$4.45", "batch-price"],
    ["b.waves.cheapest.2", "⌈6,000 ÷ 2,000⌉", "3", "batch-waves"],
    ["b.standard.cheapest.2", "25,000 − 6,000", "19,000", "backlog-split"],
    ["b.paid.cheapest.1", "$100 ÷ $118.91", "84.1 %", "backlog-month"],
    ["b.charge", "1,000 + 300 + 600", "1,900", "tpm-charge-no-cap"],
  ])("%s = %s = %s", (key, expression, value, rule) => {
    const { result, rule: own, sources } = backlogWorkingOf(decodeBacklogKey(key)!, planOf(`tier=2&${PILE}`))!;
    expect([plain(result.expression), plain(result.value), own.id]).toEqual([expression, value, rule]);
    for (const { url } of sources) expect(url).toMatch(/^https:\/\//);
  });
  it.each([
    "b.hours.cheapest.9",
    "b.hours.nothing.2",
    "b.paid.cheapest.2",
    "b.cost.within-budget.2",
    "b.none.cheapest.2",
    "month",
  ])("%s is no figure", (key) => {
    const decoded = decodeBacklogKey(key);
    expect(decoded && backlogWorkingOf(decoded, planOf(`tier=2&${PILE}`))).toBeNull();
  });
  it("every head figure has one", () => {
    const plan = planOf(`tier=2&${PILE}`);
    for (const { figure } of backlogKeys(plan))
      expect(plain(backlogWorkingOf(decodeBacklogKey(encodeFigureKey(figure.work))!, plan)!.result.value)).toBe(
        plain(figure.text),
      );
  });
});
