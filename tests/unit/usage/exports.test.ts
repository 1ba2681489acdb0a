import { describe, expect, it } from "vitest";
import { usageCost } from "@/lib/estimate";
import { toShortestText } from "@/lib/money";
import type { UsageReport } from "@/lib/usage";
import { importCosts, importHead } from "@/lib/view/import";
import { openQuestions } from "@/lib/view/pasted";
import { readUsage } from "../../support/make/read-usage";

// Exports that people have of gateways and dashboards, and what spreadsheets make of them.

const daysOf = ({ days }: UsageReport) => days.map(({ day, inputTokens }) => [day, inputTokens]);

describe("gateways", () => {
  it("OpenRouter: the model without its router, a cancelled row failed, what it cost", () => {
    const report = readUsage(
      [
        "generation_id,created_at,cost_total,tokens_prompt,tokens_completion,tokens_reasoning,tokens_cached,model_permaslug,cancelled",
        "gen-1,2026-05-01 08:00:00.100,0.0041,1000,300,200,400,openai/gpt-5.1-20251113,false",
        "gen-2,2026-05-01 08:01:00.200,0,700,0,0,0,openai/gpt-5.1-20251113,true",
        "gen-3,2026-05-02 08:00:00.300,0.0002,90,30,0,0,someone/other-8b,false",
      ].join("\n"),
    );
    expect(report).toMatchObject({ format: "OpenRouter activity", columns: null, rowsSkipped: 0 });
    expect(report.total.costUsd).toBe("0.0043");
    expect(report.groups[0]).toMatchObject({
      model: "gpt-5.1-2025-11-13",
      requests: 2,
      failedRequests: 1,
      inputTokens: 1_000,
      cachedInputTokens: 400,
      reasoningTokens: 200,
    });
    // 600 at $1.25, 400 at $0.125, 300 at $10 a million.
    expect(toShortestText(usageCost(report, "dated")!.groups[0]!)).toBe("0.0038");
  });

  it("Cursor: three counts of input that share no token, a model at an effort, words that are no cost", () => {
    const report = readUsage(
      [
        "Date,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost",
        '"2026-09-01T10:00:00.000Z","Included","gpt-5.6-luna-high","No","200","30","4000","55","4285","Included"',
        '"2026-09-01T09:00:00.000Z","Included","gpt-5.6-sol-high-fast","No","0","10","0","5","15","0.02"',
        '"2026-09-01T08:30:00.000Z","Included","another-high","No","","","","","","Free"',
        '"2026-09-01T08:00:00.000Z","Errored, No Charge","gpt-5.6-luna-high","No","","","","","","Free"',
      ].join("\n"),
    );
    expect(report).toMatchObject({
      format: "Cursor usage events",
      skipped: [{ reason: "it tells no tokens", rows: [3] }],
      failed: [{ reason: "errored", rows: [4] }],
    });
    expect(report.total.costUsd).toBe("0.02");
    expect(report.groups.map(({ model, serviceTier }) => [model, serviceTier])).toEqual([
      ["gpt-5.6-luna", "standard"],
      ["gpt-5.6-sol", "priority"],
    ]);
    expect(report.groups[0]).toMatchObject({
      inputTokens: 4_230,
      cachedInputTokens: 4_000,
      cacheWriteTokens: 200,
      outputTokens: 55,
      costUsd: null,
    });
  });
});

describe("Markdown", () => {
  const table = [
    "# Calls",
    "",
    "> a note | with a bar",
    "",
    "| # | Timestamp | API Model | Prompt Tokens | Completion Tokens | Cost (USD) |",
    "|---|:----------|-----------|--------------:|-------------------|------------|",
    "| 1 | 2026-03-01 09:00:00 UTC | gpt-5.2 | 1,200 | **340** | $0.006860 |",
    "| 2 | 2026-03-01 09:01:00 UTC | `gpt-5.2` | 800 | 60 | $0.002240 |",
    "",
    "Sum: | 2,000 |",
    "",
    "| Model | Total |",
    "|---|---|",
    "| gpt-5.2 | 2400 |",
  ].join("\n");

  it("a table below prose is read, with its own cost beside that of the prices", () => {
    const report = readUsage(table);
    expect(report).toMatchObject({ rowsRead: 2, rowsSkipped: 0 });
    expect(report.remarks).toEqual(["A table with another header stands below the first; it was not read."]);
    expect(report.total).toMatchObject({ model: "gpt-5.2", inputTokens: 2_000, outputTokens: 400, costUsd: "0.0091" });
    expect(toShortestText(usageCost(report, "dated")!.usd!)).toBe("0.0091");
    // A sum of the log that differs less than rounded amounts show stands in full beside that of the prices.
    const near = readUsage(table.replace("$0.002240", "$0.0022404"));
    const bills = { dated: usageCost(near, "dated"), now: null, batch: null, other: null };
    expect(importCosts(near, bills, "2026-11-27", "o1").map(({ about }) => about)).toEqual([
      "its own sum; exactly $0.0091004",
      "each day at the price then in force; exactly $0.0091",
    ]);
  });

  it("is the same however it is cut", () => {
    const whole = readUsage(table);
    expect(readUsage(`${table}\n`)).toEqual(whole);
    expect(readUsage(table.replaceAll("\n", "\r\n"))).toEqual(whole);
  });
});

describe("exports of the dashboard", () => {
  const usage = [
    "start_time,end_time,num_model_requests,model,batch,service_tier,input_tokens,output_tokens",
    "1767225600,1767312000,4.0,gpt-4.1,FALSE,default,4000.0,80.0",
  ];

  it("two in one file: the first is read, the second named", () => {
    const costs = ["start_time,end_time,amount_value,amount_currency", "1767225600,1767312000,0.5,usd", ","];
    const report = readUsage([...usage, ...costs].join("\n"));
    expect(report.total).toMatchObject({ requests: 4, inputTokens: 4_000, costUsd: null });
    expect(report.remarks).toEqual([
      "Behind row 1 stands the header of another table: OpenAI costs export. It was not read.",
    ]);
    expect(report.skipped).toEqual([
      {
        reason: "of a second table in the file, an OpenAI costs export; put it into a file of its own",
        count: 2,
        rows: [2, 3],
      },
    ]);
  });

  it("two of a kind in one file: both are read", () => {
    const report = readUsage([...usage, ...usage].join("\n"));
    expect(report.total).toMatchObject({ requests: 8, inputTokens: 8_000 });
    expect(report.remarks).toEqual(["Rows that repeat the header, below which the table goes on: 1."]);
  });

  it("without use say so, and ask nothing about columns", () => {
    const report = readUsage(
      "start_time,end_time,start_time_iso,end_time_iso\n1767225600,1767312000,2026-01-01T00:00:00+00:00,2026-01-02T00:00:00+00:00\n",
    );
    expect(report).toMatchObject({ rowsRead: 1, rowsSkipped: 0, columns: null, total: { requests: 0 } });
    expect(importHead(report, "usage.csv")).toMatchObject({
      lead: "No use in this period.",
      rest: "Its 1 row tells of a time in which nothing was used.",
    });
  });
});

describe("what a spreadsheet makes of an export", () => {
  const header =
    "start_time;end_time;start_time_iso;end_time_iso;num_model_requests;model;batch;input_tokens;output_tokens";
  const spoiled = [
    "1,77E+09;1,77E+09;02.01.2026 00:00;03.01.2026 00:00;3,00;gpt-4.1;FALSCH;5.000,00;1.234,00",
    "1,77E+09;1,77E+09;03.01.2026 00:00;04.01.2026 00:00;2,00;gpt-4.1;WAHR;1.200.300,00;7,00",
    "1,77E+09;1,77E+09;04.01.2026 00:00;05.01.2026 00:00;;;;;",
  ];

  it("numbers with a comma, days before months, times from the column that kept them", () => {
    const report = readUsage(`\uFEFFsep=;\r\n${header}\r\n${spoiled.join("\r\n")}\r\n`);
    expect(report).toMatchObject({ format: "OpenAI usage export", rowsRead: 3, rowsSkipped: 0 });
    expect(daysOf(report)).toEqual([
      ["2026-01-02", 5_000],
      ["2026-01-03", 1_200_300],
    ]);
    expect(report.groups.map(({ serviceTier, requests }) => [serviceTier, requests])).toEqual([
      ["batch", 2],
      ["standard", 3],
    ]);
    expect(report.remarks[0]).toBe(
      "The times in start_time lost their digits in a spreadsheet (1,77E+09); those in start_time_iso are read.",
    );
  });

  it("times that no column kept: the sums stand without days, never all on one", () => {
    const report = readUsage(
      "start_time,end_time,num_model_requests,model,input_tokens,output_tokens\n1.77E+09,1.77E+09,3,gpt-4.1,500,10\n1.77E+09,1.77E+09,2,gpt-4.1,100,20\n",
    );
    expect(report).toMatchObject({ rowsRead: 2, firstMs: null, days: [], total: { inputTokens: 600 } });
    expect(report.remarks).toEqual([
      "The times in start_time lost their digits in a spreadsheet (1.77E+09); the sums stand without days.",
    ]);
  });

  it("points between thousands, where a part of a token would be no count", () => {
    const report = readUsage("date;model;input;output\n2026-01-02;gpt-4.1;5.000;1.234\n");
    expect(report.total).toMatchObject({ inputTokens: 5_000, outputTokens: 1_234 });
  });

  it("spaces and apostrophes between thousands", () => {
    const french = readUsage("date;model;input;output\n2026-01-02;gpt-4.1;59\u00a0200,00;1 234,00\n");
    expect(french.total).toMatchObject({ inputTokens: 59_200, outputTokens: 1_234 });
    const swiss = readUsage("date;model;input;output\n2026-01-02;gpt-4.1;59'200;1’234.00\n");
    expect(swiss.total).toMatchObject({ inputTokens: 59_200, outputTokens: 1_234 });
  });

  it("a day that may be a month is told by where its day ends", () => {
    const report = readUsage(
      "start_time,end_time,num_model_requests,model,input_tokens,output_tokens\n10/5/2025 0:00,10/6/2025 0:00,3,gpt-4.1,500,10\n10/7/2025 0:00,10/8/2025 0:00,2,gpt-4.1,100,20\n",
    );
    expect(report.open).toBeUndefined();
    expect(report.days.map(({ day }) => day)).toEqual(["2025-10-05", "2025-10-07"]);
  });

  it.each([
    ["31/12/2025 13:05", "2025-12-31"],
    ["12/31/2025 1:05 PM", "2025-12-31"],
    ["1.2.2026", "2026-02-01"],
    ["31-12-2025", "2025-12-31"],
  ])("the day of %s is told by what can be a month", (date, day) =>
    expect(readUsage(`date;input;output\n${date};5;1\n`).days.map((one) => one.day)).toEqual([day]),
  );

  it("a day that may be a month is asked, with both readings", () => {
    const file = "date,input,output\n05/10/2025,5,1\n06/10/2025,7,1\n";
    const report = readUsage(file);
    expect(report).toMatchObject({ rowsRead: 2, days: [], total: { inputTokens: 12 } });
    expect(report.columns!.uses).toMatchObject({ time: 0 });
    const [question] = openQuestions(report, {});
    expect(question!.text).toBe("Which day is 05/10/2025?");
    expect(question!.answers.map(({ label }) => label.replaceAll("\u00a0", " "))).toEqual([
      "5 Oct 2025",
      "10 May 2025",
    ]);
    const [dayFirst, monthFirst] = question!.answers.map(({ readings }) => readUsage(file, { readings }));
    expect(daysOf(dayFirst!)).toEqual([
      ["2025-10-05", 5],
      ["2025-10-06", 7],
    ]);
    expect(daysOf(monthFirst!)).toEqual([
      ["2025-05-10", 5],
      ["2025-06-10", 7],
    ]);
    // It stays on the page, so that it can be answered otherwise.
    expect(openQuestions(dayFirst!, { dates: "day-first" })[0]!.answers.map(({ isGiven }) => isGiven)).toEqual([
      true,
      false,
    ]);
  });

  it("5.000 in every row may be 5 or 5,000, and is asked", () => {
    const file = "date;input;output\n2026-01-02;5.000;2.000\n";
    const report = readUsage(file);
    expect(report.total.inputTokens).toBe(5);
    const [question] = openQuestions(report, {});
    expect([question!.text, ...question!.answers.map(({ label }) => label)]).toEqual([
      "How many tokens are 5.000?",
      "5,000",
      "5",
    ]);
    expect(readUsage(file, { readings: question!.answers[0]!.readings }).total.inputTokens).toBe(5_000);
  });
});
