import { describe, expect, it } from "vitest";
import { readUsage } from "../../support/make/read-usage";

// One JSON document with an object on each line, as many programs write lists, is no JSON lines.

const call = (input: number) => `{"model":"gpt-5","usage":{"input_tokens":${input},"output_tokens":7}}`;
const span = (id: string, input: number) =>
  `{"traceId":"t","spanId":"${id}","attributes":[${[
    ["gen_ai.operation.name", "chat"],
    ["gen_ai.request.model", "gpt-5"],
    ["gen_ai.usage.input_tokens", String(input)],
    ["gen_ai.usage.output_tokens", "7"],
  ]
    .map(([key, value]) => `{"key":"${key}","value":{"stringValue":"${value}"}}`)
    .join()}]}`;
const spans = (lines: string) => `{"resourceSpans":[{"scopeSpans":[{"spans":[\n${lines}\n]}]}]}\n`;

describe("an object a line", () => {
  it.each([
    ["spans", spans([span("a", 100), span("b", 200)].join(",\n")), 2, 300],
    ["one span", spans(span("a", 100)), 1, 100],
    ["a list under a name", `{"data":[\n${call(1)},\n${call(2)},\n${call(3)}\n]}`, 3, 6],
    ["a bare list", `[\n${call(1)},\n${call(2)}\n]`, 2, 3],
    ["lines", `${call(1)}\n${call(2)}\n`, 2, 3],
  ])("%s: all are read, nothing is left out", (_, text, requests, inputTokens) => {
    expect(readUsage(text)).toMatchObject({ rowsRead: requests, rowsSkipped: 0, total: { requests, inputTokens } });
  });

  it("lines whose first is broken stay lines", () => {
    const report = readUsage(`{"model":"gpt-5","usa\n${call(1)}\n${call(2)}\n`);
    expect(report).toMatchObject({ rowsRead: 2, total: { inputTokens: 3 } });
    expect(report.skipped).toEqual([{ reason: "it is not valid JSON", count: 1, rows: [1] }]);
  });
});
