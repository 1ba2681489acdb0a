import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/estimate";
import { fileName, isTable, paperTable, planReport, REPORT_FORMATS } from "@/lib/export";
import { decodeLink, encodeLink } from "@/lib/link";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { applyVariant } from "@/lib/scenario/variants";
import { scenarioOf } from "@/tests/support/make/checked";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const LINK = "http://localhost:3000/?v=1";
const reportOf = (scenario: Scenario) => planReport(estimate(scenario), LINK);
const written = (format: keyof typeof REPORT_FORMATS, scenario: Scenario = O1_MINI_EXAMPLE) =>
  REPORT_FORMATS[format].write(reportOf(scenario));

const SMALL = { requests: 1, per: "minute", inputTokens: 100, visibleOutputTokens: 10 };

function checked(workload: object, rest: object = {}): Scenario {
  const result = checkScenario({
    ...rest,
    workloads: [{ model: "o1-mini", requests: 1, per: "month", inputTokens: 1_000_000, ...workload }],
  });
  if (!("scenario" in result)) throw new Error(JSON.stringify(result.issues));
  return result.scenario;
}

/** The lines of a block of the CSV, without the padding of its lines. */
function block(csv: string, key: string): string[] {
  const lines = csv.split("\r\n").map((line) => line.replace(/,+$/, ""));
  const from = lines.findIndex((line) => line === key || line.startsWith(`${key},`));
  const to = lines.findIndex((line, index) => index > from && line === "");
  return lines.slice(from, to);
}

describe("variants", () => {
  const { scenario } = decodeLink(
    "v=1&asOf=2026-11-27&title=Bot&tier=4&w=gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000&alt=On+luna:w0+on+gpt-5.6-luna&alt=Twice:w0+80/m",
  );
  const base = scenario!;
  const link = `http://localhost:3000${encodeLink(base)}`;

  it("are taken along as a table, with what differs in words", () => {
    expect(block(REPORT_FORMATS.csv.write(planReport(estimate(base), link)), "variants")).toEqual([
      'variants,"B is the only one that fits, for $20,656.08 a month less than the base"',
      "variant,name,fits,per_month_usd,difference,headroom,binds_first,differs",
      "Base,Bot,false,22951.2,,0.21785353271288646,monthly-usage,all else follows it",
      'B,On luna,true,2295.12,"$20,656.08 less",2.1785353271288646,monthly-usage,Model gpt-5.6-luna (base gpt-5.6-terra)',
      'C,Twice,false,45902.4,"$22,951.20 more",0.10892676635644323,monthly-usage,Requests 80 a minute (base 40 a minute)',
    ]);
    expect(REPORT_FORMATS.csv.write(planReport(estimate(base), link))).not.toContain("[object");
  });

  it("name the one that the report is of, since its link opens with the base", () => {
    const report = planReport(estimate(applyVariant(base, base.variants![1]!)), link);
    expect(report.title).toBe("Bot, C: Twice");
    expect(planReport(estimate(base), link).title).toBe("Bot");
  });
});

describe("ranges", () => {
  it("are taken along beside the number that each is of", () => {
    const workload = { name: "Bot", requests: 20, ranges: { requests: [8, 50], reasoningTokens: [300, 2000] } };
    const csv = written("csv", checked(workload));
    expect(csv).not.toContain("[object");
    const [, head, row] = block(csv, "workloads").map((line) => line.split(","));
    const told = (name: string) => row![head!.indexOf(name)];
    expect([told("requests"), told("requests_range"), told("reasoning_tokens_range")]).toEqual([
      "20",
      "8~50",
      "300~2000",
    ]);
    expect(head).not.toContain("peak_to_mean_range");
  });
});

describe("Plan as CSV", () => {
  const csv = written("csv");

  it("begins with title, day, link and verdict", () => {
    expect(block(csv, "headroom")).toEqual([
      "headroom,plan",
      "title,Chat and nightly labels",
      "day,2026-11-27",
      "link,http://localhost:3000/?v=1",
      'verdict,"Does not fit tier 3. Its $1,000 monthly usage limit is spent in 20 hours. Tier 5 fits, with room for 5.5 times this traffic."',
      "aside,o1-mini retired on 27 Oct 2025 and o3-mini retired on 23 Oct 2026. These are their last published prices and limits.",
    ]);
  });

  it("has totals, inputs and bill as exact decimals without separators", () => {
    expect(block(csv, "totals")).toEqual([
      "totals,What it costs",
      "per_month_usd,36111.579166666667",
      "per_year_usd,433338.95",
      "per_day_usd,1187.23",
      "per_thousand_requests_usd,5.32868043088",
      "per_request_usd,0.005328680431",
    ]);
    expect(block(csv, "fit").slice(1)).toEqual([
      "fits,false",
      "binds_first,monthly-usage",
      "headroom,0.027691948762048738",
      "minimum_usage_tier,5",
    ]);
    expect(block(csv, "workloads").slice(1)).toEqual([
      "workload,model,service_tier,requests,per,peak_to_mean,input_tokens,cached_input_tokens,visible_output_tokens,reasoning_tokens,max_completion_tokens,charged_tokens,retry_share",
      "Support chat,o1-mini,standard,120,minute,2.5,1500,600,300,900,8000,9500,0",
      "Nightly labels,o3-mini,batch,50000,day,1,700,0,50,200,,950,0",
    ]);
    expect(block(csv, "bill").slice(1, 4)).toEqual([
      "workload,model,service_tier,item,line_item,tokens_per_request,tokens_per_month,price_per_mtok_usd,per_month_usd,share",
      "Support chat,o1-mini,standard,input,Input,900,4730400000,1.1,5203.44,0.144093393866",
      "Support chat,o1-mini,standard,cached-input,Cached input,600,3153600000,0.55,1734.48,0.048031131289",
    ]);
    expect(block(csv, "limits").slice(1, 4)).toEqual([
      "limit,of,mean,peak,allowed,utilisation,headroom",
      "monthly-usage,account,36111.579166666667,36111.579166666667,1000,36.111579166667,0.027691948762",
      "batch-queue,o3-mini,35000000,35000000,40000000,0.875,1.142857142857",
    ]);
  });

  it("gives each service tier its own amount", () => {
    const own = (serviceTier: string) => block(written("csv", checked({ serviceTier })), "service_tiers").slice(1);
    expect(own("standard")).toEqual(["per_month_usd,1.1", "batch_per_month_usd,0.55"]);
    expect(own("batch")).toEqual(["standard_per_month_usd,1.1", "per_month_usd,0.55"]);
  });

  it("has as many cells in every line", () => {
    const plain = checked({ name: "plain" });
    const widths = written("csv", plain)
      .trimEnd()
      .split("\r\n")
      .map((line) => line.replace(/"(?:[^"]|"")*"/g, "").split(",").length);
    expect(new Set(widths).size).toBe(1);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)"])("keeps the name %s from running", (name) => {
    const named = checked({ name }, { title: name });
    expect(written("csv", named)).toContain(`\r\ntitle,'${name},`);
    expect(written("csv", named)).toContain(`\r\n'${name},o1-mini,`);
    expect(written("tsv", named)).toContain(`\n'${name}\to1-mini\t`);
  });

  it("leaves unknown empty", () => {
    const early = checked({}, { asOf: "2024-09-11" });
    expect(block(written("csv", early), "totals").slice(1)).toEqual([
      "per_month_usd",
      "per_year_usd",
      "per_day_usd",
      "per_thousand_requests_usd",
      "per_request_usd",
    ]);
  });
});

describe("Plan as TSV", () => {
  it("pastes: a tab between cells, a quote first is kept", () => {
    const tsv = written("tsv", checked({ name: '"quoted" name' }));
    expect(tsv).toContain('\n"""quoted"" name"\to1-mini\tstandard\t1\tmonth\t');
    expect(
      new Set(
        tsv
          .slice(0, -1)
          .split("\n")
          .map((line) => line.split("\t").length),
      ).size,
    ).toBe(1);
  });
});

describe("Plan as JSON", () => {
  it("names everything as the API does, numbers as exact decimals in strings", () => {
    const json = JSON.parse(written("json"));
    expect(json).toMatchObject({
      page: "plan",
      title: "Chat and nightly labels",
      day: "2026-11-27",
      link: LINK,
      totals: { perMonthUsd: "36111.579166666667", perYearUsd: "433338.95" },
      fit: { fits: "false", bindsFirst: "monthly-usage", minimumUsageTier: "5" },
      inputs: { settings: { usageTier: "3", monthlyBudgetUsd: null, tokenAccounting: "prompt-plus-cap" } },
    });
    expect(json.bill).toHaveLength(7);
    expect(json.bill[3]).toEqual({
      workload: "Support chat",
      model: "o1-mini",
      serviceTier: "standard",
      item: "reasoning",
      lineItem: "Reasoning",
      tokensPerRequest: "900",
      tokensPerMonth: "4730400000",
      pricePerMtokUsd: "4.4",
      perMonthUsd: "20813.76",
      share: "0.576373575466",
    });
  });
});

describe("Plan as Markdown", () => {
  const markdown = written("markdown");

  it("shows the figures as the page does", () => {
    expect(markdown).toContain("\n**Does not fit tier 3.** Its $1,000 monthly usage limit is spent in 20 hours.");
    expect(markdown).toContain("\n| Reasoning | 900 | 4,730.40 | 4.40 | $20,813.76 | 57.6 % |\n");
    expect(markdown).toContain("\n| **Total a month** |  |  |  | **$36,111.58** | **100 %** |\n");
    expect(markdown).toContain("[Open in Headroom](<http://localhost:3000/?v=1>)");
  });

  it("reads no mark of a name as its own", () => {
    expect(written("markdown", checked({ name: "a|b*c_d" }))).toContain("\n| a\\|b\\*c\\_d | o1-mini |");
  });
});

describe("what was entered", () => {
  it("is told whole, fields without words of their own too", () => {
    const scenario = checked(
      { webSearchCalls: 2, shape: "office-week", cacheWriteTokens: 10, firstTokenMs: 300 },
      {
        regional: true,
        modelOverrides: [{ model: "o1-mini", price: { input: "1.5", output: "6" }, limits: { rpm: 10 } }],
      },
    );
    const { workloads, settings, ownFigures } = JSON.parse(written("json", scenario)).inputs;
    const { name, ...workload } = scenario.workloads[0]!;
    expect(name).toBe("");
    for (const [field, value] of Object.entries(workload)) expect(workloads[0]).toHaveProperty(field, String(value));
    expect(settings).toMatchObject({ regional: "true", rpmWindowSeconds: "60", asOf: "2026-11-27" });
    expect(ownFigures).toEqual([
      { model: "o1-mini", figure: "Input", value: "1.5", unit: "USD per million tokens" },
      { model: "o1-mini", figure: "Output", value: "6", unit: "USD per million tokens" },
      { model: "o1-mini", figure: "Requests a minute", value: "10", unit: "requests" },
    ]);
    expect(written("markdown", scenario)).toContain("| Regional | yes |");
  });
});

describe("the name of a file", () => {
  const name = (title: string) => fileName(reportOf(checked({ name: "Support chat" }, { title })));

  it.each([
    ["Ünïcode & Café: prices", "headroom-plan-unicode-cafe-prices-2026-11-27"],
    ["../..\\evil", "headroom-plan-evil-2026-11-27"],
    ["日本", "headroom-plan-日本-2026-11-27"],
    ["", "headroom-plan-support-chat-2026-11-27"],
    ["!!!", "headroom-plan-2026-11-27"],
  ])("of %j says page, title and day", (title, expected) => expect(name(title)).toBe(expected));
});

describe("Plan on paper", () => {
  const models = ["gpt-5.6-terra", "gpt-5-mini", "gpt-6.1-sol", "gpt-4.1", "gpt-4o-mini"];
  const { blocks, inputs } = reportOf(
    scenarioOf({ usageTier: 5, workloads: models.map((model) => ({ ...SMALL, model })) }),
  );
  const table = (key: string) => [...blocks, ...inputs].filter(isTable).find((block) => block.key === key)!;

  it("leaves out limits that are hardly used, which stand with the usage tiers, and says so", () => {
    expect(table("limits").rows.length).toBeGreaterThan(8);
    const paper = paperTable(table("limits"));
    expect(paper.rows).toHaveLength(3);
    expect(paper.remark).toBe(
      `${table("limits").rows.length - 3} more limits, each used by less than a quarter, stand with the usage tiers below.`,
    );
    expect(paperTable(table("working")).rows).toHaveLength(5);
    expect(table("working").rows).toHaveLength(table("limits").rows.length + 2);
  });

  it("leaves out columns in which nothing was entered", () => {
    expect(paperTable(table("workloads")).columns.map(({ label }) => label)).toEqual([
      "Workload",
      "Model",
      "Service tier",
      "Requests",
      "Busiest minute",
      "Input",
      "Visible output",
      "Charged a request",
    ]);
  });
});
