import { describe, expect, it } from "vitest";
import { estimateByBody } from "@/lib/api";
import { estimate } from "@/lib/estimate";
import { toCsv } from "@/lib/export";
import { checkScenario } from "@/lib/scenario";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const HEADER = "workload,model,service_tier,item,tokens_per_month,price_per_mtok_usd,per_month_usd\r\n";

/** The bill of one request a month of a million input tokens. */
function csvOf(name: string, rest: object = {}, fields: object = {}): string {
  const checked = checkScenario({
    ...rest,
    workloads: [{ name, model: "o1-mini", requests: 1, per: "month", inputTokens: 1_000_000, ...fields }],
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return toCsv(estimate(checked.scenario));
}

describe("the bill as CSV", () => {
  it("has a row a line item, with the figures of the JSON", () => {
    expect(toCsv(estimate(O1_MINI_EXAMPLE))).toBe(
      HEADER +
        "Support chat,o1-mini,standard,input,4730400000,1.1,5203.440000\r\n" +
        "Support chat,o1-mini,standard,cached-input,3153600000,0.55,1734.480000\r\n" +
        "Support chat,o1-mini,standard,visible-output,1576800000,4.4,6937.920000\r\n" +
        "Support chat,o1-mini,standard,reasoning,4730400000,4.4,20813.760000\r\n" +
        "Nightly labels,o3-mini,batch,input,1064583333.333333,0.55,585.520833\r\n" +
        "Nightly labels,o3-mini,batch,visible-output,76041666.666667,2.2,167.291667\r\n" +
        "Nightly labels,o3-mini,batch,reasoning,304166666.666667,2.2,669.166667\r\n",
    );
  });

  it("leaves an unknown amount empty, and writes a price of 0 as 0", () => {
    expect(csvOf("early", { asOf: "2024-09-11" })).toBe(`${HEADER}early,o1-mini,standard,input,1000000,,\r\n`);
    expect(csvOf("free", { modelOverrides: [{ model: "o1-mini", price: { input: "0.00", output: "0" } }] })).toBe(
      `${HEADER}free,o1-mini,standard,input,1000000,0,0.000000\r\n`,
    );
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ["=a,b", '"\'=a,b"'],
    ["'=1", "'=1"],
    [" =1", " =1"],
    ["a=1", "a=1"],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['"', '""""'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["\r", '"\r"'],
    ["a;b\tc", "a;b\tc"],
    ["", ""],
    ["日本語 👩‍👩‍👧 é", "日本語 👩‍👩‍👧 é"],
    ["＝1", "＝1"],
  ])("writes the name %j as the cell %j", (name, cell) => {
    expect(csvOf(name)).toBe(`${HEADER}${cell},o1-mini,standard,input,1000000,1.1,1.100000\r\n`);
  });

  it("is sent as a file, without a byte order mark", () => {
    const answer = estimateByBody(
      { bytes: new TextEncoder().encode(JSON.stringify(O1_MINI_EXAMPLE)) },
      "?format=csv",
      null,
    );
    expect(answer).toEqual({
      status: 200,
      headers: {
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": 'attachment; filename="headroom.csv"',
        "Cache-Control": "no-store",
        Vary: "Accept",
      },
      body: toCsv(estimate(O1_MINI_EXAMPLE)),
    });
  });
});
