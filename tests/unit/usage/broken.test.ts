import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isGzip, UsageReader } from "@/lib/usage";
import { readUsage } from "../../support/make/read-usage";

// Files that are not what they should be: a clear account, never a crash, and what can be read is kept.

const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER = "timestamp,model,input_tokens,output_tokens\n";
const GOOD = "2024-05-10 00:00:00,o1,5,6\n";
const utf16be = (text: string) =>
  Uint8Array.from([0xfe, 0xff, ...[...text].flatMap((sign) => [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255])]);
const skip = (reason: string, ...rows: number[]) => ({ reason, count: rows.length, rows });

describe("broken files", () => {
  it.each<[name: string, file: string | Uint8Array, message: object]>([
    ["nothing", "", { format: "Unknown", rowsRead: 0, remarks: ["The file is empty."] }],
    ["blank lines", "\n\n \n", { rowsRead: 0 }],
    ["a header alone", HEADER, { rowsRead: 0, remarks: ["No rows were found in the file."] }],
    [
      "binary",
      Uint8Array.from([1, 2, 0, 3]),
      { rowsRead: 0, remarks: ["The file is binary, and no text in UTF-8 or UTF-16; nothing was read."] },
    ],
    [
      "a workbook",
      Uint8Array.from([0x50, 0x4b, 3, 4, 0]),
      { remarks: ["The file is a ZIP archive or an Excel workbook; export it as CSV; nothing was read."] },
    ],
    ["gzip", new Uint8Array(gzipSync("x")), { remarks: ["The file is still compressed by gzip; nothing was read."] }],
    [
      "a last row cut off",
      `${HEADER}${GOOD}2024-05-10 00:00:01,o1,`,
      { rowsRead: 1, skipped: [skip("it has fewer cells than the header", 2)] },
    ],
    ["no final line end", (HEADER + GOOD).trimEnd(), { rowsRead: 1, remarks: [] }],
    [
      "mixed line ends",
      `${HEADER}2024-05-10,o1,5,6\r\n2024-05-11,o1,7,8\r2024-05-12,o1,9,10`,
      { rowsRead: 3, remarks: ["Line ends are mixed."], total: { inputTokens: 21 } },
    ],
    ["carriage returns", `${HEADER}${GOOD}`.replaceAll("\n", "\r"), { rowsRead: 1, remarks: [] }],
    ["UTF-16 BE", utf16be(HEADER + GOOD), { rowsRead: 1, total: { inputTokens: 5 } }],
    [
      "Windows-1252",
      Uint8Array.from([...bytes(`${HEADER}2024-05-10,mod`), 0xe8, ...bytes("le,5,6\n")]),
      { rowsRead: 1, total: { model: "modèle" }, remarks: ["Some text is not UTF-8; it is read as Windows-1252."] },
    ],
    [
      "a quote never closed",
      `${HEADER}2024-05-10,"o1,5,6\n2024-05-11,o1,7,8\n`,
      {
        rowsRead: 2,
        remarks: ["A quote is never closed; from there on quotes are read as they stand."],
        total: { inputTokens: 12 },
      },
    ],
    [
      "words and formulas for numbers",
      `${HEADER}2024-05-10,o1,=1+1,6\n2024-05-10,o1,5.5,6\n2024-05-10,o1,-5,6\n2024-05-10,o1,five,6\n2024-05-10,o1,1e13,6\n2024-05-10,o1,NaN,6\n2024-05-10,o1,0x10,6\n${GOOD}`,
      {
        rowsRead: 1,
        rowsSkipped: 7,
        skipped: [{ reason: "its input tokens are no whole number from 0 to 1e12", count: 7, rows: [1, 2, 3, 4, 5] }],
      },
    ],
    [
      "rows that tell nothing",
      `${HEADER}2024-05-10,o1,,\n${GOOD}`,
      { rowsRead: 1, skipped: [skip("it tells no tokens", 1)] },
    ],
    [
      "more cached than input, more reasoning than output",
      "input_tokens,cached_tokens,output_tokens,reasoning_tokens\n5,9,1,2\n",
      {
        total: { inputTokens: 5, cachedInputTokens: 5, outputTokens: 1, reasoningTokens: 1 },
        remarks: [
          "Rows with more cached input than input, cut to the input: 1.",
          "Rows with more reasoning than output, cut to the output: 1.",
        ],
      },
    ],
    [
      "hostile names of columns",
      `__proto__,constructor,=cmd|' /C calc'!A0,toString,${HEADER}1,2,3,4,${GOOD}`,
      {
        rowsRead: 1,
        columns: {
          names: [
            "__proto__",
            "constructor",
            "=cmd|' /C calc'!A0",
            "toString",
            "timestamp",
            "model",
            "input_tokens",
            "output_tokens",
          ],
        },
      },
    ],
    [
      "hostile keys",
      '{"__proto__":{"usage":{"prompt_tokens":9}},"constructor":1}\n{"__proto__":null,"input_tokens":5,"output_tokens":6,"model":"__proto__"}',
      { rowsRead: 1, total: { inputTokens: 5, model: "__proto__" } },
    ],
    [
      "JSON lines cut off",
      '{"usage":{"prompt_tokens":5,"completion_tokens":6}}\n{"usage":{"prom',
      {
        rowsRead: 1,
        skipped: [skip("it is not valid JSON", 2)],
        remarks: ["The file is cut off in the middle of its last line."],
      },
    ],
    [
      "JSON lines with others between",
      '{"usage":{"prompt_tokens":5,"completion_tokens":6}}\nnot json\n7\nnull\n{"usage":{"prompt_tokens":1,"completion_tokens":1}}',
      { rowsRead: 2, skipped: [skip("it is no JSON object", 3, 4), skip("it is not valid JSON", 2)] },
    ],
    [
      "a list cut off",
      '[{"usage":{"prompt_tokens":5,"completion_tokens":6}},{"usage":{"prom',
      { rowsRead: 1, skipped: [skip("it is cut off", 2)], remarks: ["The file is cut off before its end."] },
    ],
    [
      "a page cut off",
      '{"object":"list","data":[{"usage":{"prompt_tokens":5,"completion_tokens":6}},',
      { rowsRead: 1, remarks: ["The file is cut off before its end."] },
    ],
    [
      "brackets that do not match",
      '[{"usage":{"prompt_tokens":5,"completion_tokens":6}},{"a":[1},{"usage":{"prompt_tokens":1,"completion_tokens":1}}]',
      { rowsRead: 1 },
    ],
    [
      "prose",
      "Dear all,\nplease find attached\nthe usage.\n",
      { rowsRead: 0, remarks: ["No column of tokens or cost was recognised; choose what each column holds."] },
    ],
    ["a list of numbers", "[1,2,3]", { rowsRead: 0, rowsSkipped: 3 }],
    [
      "years that are none",
      `${HEADER}0000-01-01,o1,5,6\n${GOOD}`,
      { rowsRead: 1, skipped: [skip("its time is outside the years 1 to 9999", 1)] },
    ],
    [
      "times of two kinds",
      `${HEADER}2024-05-10,o1,5,6\n12,o1,5,6\n`,
      { rowsRead: 1, skipped: [skip("its time is of another kind than the first row’s", 2)] },
    ],
  ])("%s", (_, file, message) => {
    expect(readUsage(file)).toMatchObject(message);
  });

  it.each([
    ["a table", HEADER + GOOD, "\n", GOOD],
    [
      "JSON lines",
      '{"usage":{"prompt_tokens":5,"completion_tokens":6}}\n',
      "\n",
      '{"usage":{"prompt_tokens":5,"completion_tokens":6}}\n',
    ],
    [
      "a list",
      '[{"usage":{"prompt_tokens":5,"completion_tokens":6}},{"x":"',
      '"},',
      '{"usage":{"prompt_tokens":5,"completion_tokens":6}}]',
    ],
  ])("a row of 40 MB in %s is left out, and memory does not grow with it", (_, before, close, after) => {
    const reader = new UsageReader();
    reader.push(bytes(before));
    const piece = new Uint8Array(2 ** 20).fill(120);
    for (let n = 0; n < 40; n++) reader.push(piece);
    reader.push(bytes(close + after));
    expect(reader.end()).toMatchObject({
      rowsRead: 2,
      skipped: [skip("it is longer than 16 MB", 2)],
      total: { inputTokens: 10, outputTokens: 12 },
    });
  });

  it("keeps sums exact past 2^53", () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `o1,${1_000_000_000_000 - (row % 2)},1`);
    expect(readUsage(`model,input_tokens,output_tokens\n${rows.join("\n")}`).total.inputTokens).toBe(
      9_999_999_999_995_000,
    );
  });

  it("folds models past 200 into one without a name", () => {
    const { groups, total, remarks } = readUsage(
      `model,input_tokens,output_tokens\n${Array.from({ length: 500 }, (_, n) => `m${n},1,1`).join("\n")}`,
    );
    expect(groups).toHaveLength(201);
    expect(groups[0]).toMatchObject({ model: null, requests: 300 });
    expect(total.requests).toBe(500);
    expect(remarks).toEqual(["There are more than 200 models; those that come later count as one without a name."]);
  });

  it("says how far quantiles may be off where there are too many different values", () => {
    const rows = Array.from({ length: 250_000 }, (_, n) => `${40_000 + ((n * 7919) % 250_000)},1`);
    const { input } = readUsage(`input_tokens,output_tokens\n${rows.join("\n")}`).total;
    expect(input).toMatchObject({ mean: 164_999.5, max: 289_999, within: 0.005 });
    for (const [messages, exact] of [
      [input!.p50, 164_999],
      [input!.p95, 277_499],
      [input!.p99, 287_499],
    ] as const)
      expect(Math.abs(messages / exact - 1)).toBeLessThanOrEqual(0.005);
  });

  it("knows gzip by its first bytes", () => {
    expect(isGzip(new Uint8Array(gzipSync("x")))).toBe(true);
    expect(isGzip(bytes("x"))).toBe(false);
  });
});
