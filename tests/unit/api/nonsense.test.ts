import { describe, expect, it } from "vitest";
import { compareByBody, estimateByBody, forecastByBody, rangeByBody, type Answer } from "@/lib/api";

// What a program with a fault sends: each field that grew made wrong in each way, to every call that takes a scenario.

const BODY = {
  asOf: "2026-11-27",
  usageTier: 4,
  regional: false,
  monthlyBudgetUsd: "40000",
  modelOverrides: [{ model: "own", price: { input: "1", output: "2" }, limits: { rpm: 500 } }],
  workloads: [
    {
      model: "gpt-5.6-terra",
      requests: 40,
      per: "minute",
      peakToMean: 3,
      inputTokens: 2200,
      webSearchCalls: 0.5,
      fileSearchCalls: 0.5,
      ranges: { requests: [32, 50], reasoningTokens: [300, 2000] },
    },
    { model: "own", requests: 1, per: "hour", inputTokens: 100 },
  ],
  growth: { percentPerMonth: 8, months: 2, paidUsd: "12.50", tierFollows: false },
  variants: [
    { name: "Twice", changes: { "workloads.0.requests": 80, "growth.months": 3, "workloads.1": null } },
    { name: "More", changes: { "workloads.+": { model: "o3", requests: 1, per: "day", inputTokens: 5 } } },
  ],
};

type Call = (body: { bytes: Uint8Array }, query: string) => Answer;
const CALLS: Readonly<Record<string, Call>> = {
  estimate: (body, query) => estimateByBody(body, query, null),
  compare: compareByBody,
  range: rangeByBody,
  forecast: forecastByBody,
};

const FIELDS: readonly (readonly (string | number)[])[] = [
  ["regional"],
  ["growth"],
  ...["percentPerMonth", "months", "paidUsd", "tierFollows"].map((field) => ["growth", field]),
  ...["webSearchCalls", "fileSearchCalls", "ranges"].map((field) => ["workloads", 0, field]),
  ...["requests", "reasoningTokens"].map((field) => ["workloads", 0, "ranges", field]),
  ["variants"],
  ["variants", 0],
  ["variants", 0, "name"],
  ["variants", 0, "changes"],
  ["variants", 0, "changes", "workloads.0.requests"],
  ["variants", 0, "changes", "growth.months"],
  ["variants", 0, "changes", "workloads.1"],
  ["variants", 1, "changes", "workloads.+"],
];

/** Wrong in every one of these fields, as JSON. */
const WRONG: Readonly<Record<string, string>> = {
  "a number past a double": "1e400",
  "a number below all": "-1e308",
  "ten decimals": "1.0000000001",
  "a list of lists": "[[1, 2], [3, 4]]",
  "an unknown field": '{"__proto__": 1}',
  "half a character": '"x\\ud800"',
  "a hundred thousand characters": `"${"a".repeat(100_000)}"`,
  "brackets 20,000 deep": "[".repeat(20_000) + "]".repeat(20_000),
};

/** The body as JSON with this in place of a field, or beside those of an object. */
function bodyWith(path: readonly (string | number)[], json: string): string {
  const copy: unknown = structuredClone(BODY);
  let at = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as typeof at;
  at[path.at(-1)!] = "\u0001";
  return JSON.stringify(copy).replace(JSON.stringify("\u0001"), () => json);
}

function ask(call: Call, body: string) {
  const { status, body: text } = call({ bytes: new TextEncoder().encode(body) }, "");
  const { error } = JSON.parse(text!) as { error?: { issues: readonly { path: string; message: string }[] } };
  return { status, issues: error?.issues ?? [] };
}

describe.each(Object.entries(CALLS))("%s", (_, call) => {
  it("takes the whole scenario as it is", () => expect(ask(call, JSON.stringify(BODY)).status).toBe(200));

  it.each(Object.entries(WRONG))("refuses %s in every field that grew, naming its path, in short", (_name, json) => {
    for (const path of FIELDS) {
      const name = path.join(".");
      const { status, issues } = ask(call, bodyWith(path, json));
      expect([name, status]).toEqual([name, 422]);
      for (const issue of issues) {
        expect(issue.path === name || issue.path.startsWith(`${name}.`), `${issue.path} of ${name}`).toBe(true);
        expect(issue.message.length).toBeLessThan(1000);
      }
      expect(issues.length).toBeGreaterThan(0);
    }
  });

  it.each([[["noSuch"]], [["growth", "noSuch"]], [["workloads", 0, "ranges", "retryShare"]], [["variants", 0, "x"]]])(
    "refuses a field that there is not: %s",
    (path) => {
      const { status, issues } = ask(call, bodyWith(path, '"NaN"'));
      expect([status, issues.map((issue) => issue.path)]).toEqual([422, [path.join(".")]]);
    },
  );

  it.each([
    "__proto__",
    "constructor",
    "variants",
    "variants.0.name",
    "workloads.99",
    "workloads.-1",
    "workloads.1e0",
    "",
  ])("refuses a change of what there is not: %j", (changed) => {
    const { status, issues } = ask(call, bodyWith(["variants", 0, "changes"], `{${JSON.stringify(changed)}: null}`));
    expect([status, issues.map((issue) => issue.path)]).toEqual([422, [`variants.0.changes.${changed}`]]);
  });
});
