import { describe, expect, test } from "vitest";
import { readTrace } from "@/lib/usage";

/** The rows of a trace as [atMs, inputTokens, outputTokens], or its fault. */
function rows(text: string): number[][] | string {
  const read = readTrace(text);
  if ("error" in read) return read.error;
  const { atMs, inputTokens, outputTokens } = read.requests;
  return [...atMs].map((at, n) => [at, inputTokens[n]!, outputTokens[n]!]);
}

describe("JSON", () => {
  const list =
    '[{"atMs":0,"inputTokens":10,"outputTokens":5},{"atMs":250.5,"inputTokens":20,"cachedInputTokens":4,"outputTokens":0}]';
  test.each([list, `{"requests":${list}}`, ` \uFEFF${list} `.trim()])("%s", (text) => {
    expect(rows(text)).toEqual([
      [0, 10, 5],
      [250.5, 20, 0],
    ]);
  });

  test.each([
    [
      '[{"atMs":0,"inputTokens":1,"outputTokens":1},{"atMs":"x","inputTokens":1,"outputTokens":1}]',
      'Row 2: “"x"” is no time.',
    ],
    [
      '[{"atMs":0,"inputTokens":-1,"outputTokens":1}]',
      "Row 1: -1 is no number of input tokens; give a number from 0 to 1,000,000,000,000.",
    ],
    ['[{"atMs":0,"inputTokens":1}]', "Row 1: “nothing” is no number of output tokens."],
    ['[{"atMs":0,"inputTokens":1,"outputTokens":null}]', "Row 1: “null” is no number of output tokens."],
    [
      '[{"atMs":5,"inputTokens":1,"outputTokens":1},{"atMs":4,"inputTokens":1,"outputTokens":1}]',
      "Row 2: it comes before the row above it; give rows in order of time.",
    ],
    ["[7]", "Row 1: “nothing” is no time."],
    ["[null]", "Row 1: “nothing” is no time."],
    ["[]", "No requests in this; give at least one row."],
    [
      '{"workloads":[]}',
      "No list of requests in this JSON; give [{atMs, inputTokens, outputTokens}], or the same as “requests”.",
    ],
  ])("%s", (text, fault) => {
    expect(rows(text)).toBe(fault);
  });

  test("what is no JSON says so", () => {
    expect(rows("[{]")).toMatch(/^This is not JSON: /);
  });
});

describe("a table", () => {
  test.each([
    [
      "the Azure traces: days with seven decimals of a second, from the first row",
      "TIMESTAMP,ContextTokens,GeneratedTokens\r\n2023-11-16 18:17:03.9799600,4808,10\r\n2023-11-16 18:17:04.0319600,3180,8\r\n",
      [
        [0, 4808, 10],
        [52, 3180, 8],
      ],
    ],
    [
      "across midnight and with time zones",
      "timestamp,input_tokens,output_tokens\n2024-02-28T23:59:59Z,1,2\n2024-02-29T01:00:00+01:00,3,4",
      [
        [0, 1, 2],
        [1000, 3, 4],
      ],
    ],
    [
      "seconds, from the first row",
      "Timestamp,Request tokens,Response tokens\n5,472,18\n45.25,1087,230",
      [
        [0, 472, 18],
        [40_250, 1087, 230],
      ],
    ],
    [
      "milliseconds since 1970",
      "timestamp;input;output\n1700000000000;1;2\n1700000000250;3;4",
      [
        [0, 1, 2],
        [250, 3, 4],
      ],
    ],
    [
      "atMs as it stands",
      "atMs\tinputTokens\toutputTokens\n100\t1\t2\n\n100\t3\t4\n",
      [
        [100, 1, 2],
        [100, 3, 4],
      ],
    ],
    [
      "quoted cells, other columns, another order",
      'model,"Output tokens",prompt_tokens,time\n"a, ""b""",7,9,0\nc,8,1e3,1.5',
      [
        [0, 9, 7],
        [1500, 1000, 8],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  test.each([
    ["a,b,c\n1,2,3", "The header has no column of times (atMs or timestamp)."],
    ["atMs,outputTokens\n1,2", "The header has no column of input tokens (inputTokens or ContextTokens)."],
    ["atMs,inputTokens\n1,2", "The header has no column of output tokens (outputTokens or GeneratedTokens)."],
    ["atMs,inputTokens,outputTokens", "No requests in this; give at least one row."],
    ["atMs,inputTokens,outputTokens\n0,1,2\n\n1,many,2", "Row 2, line 4: “many” is no number of input tokens."],
    ["atMs,inputTokens,outputTokens\n0,1", "Row 1, line 2: “” is no number of output tokens."],
    ["atMs,inputTokens,outputTokens\n0,NaN,1", "Row 1, line 2: “NaN” is no number of input tokens."],
    [
      "atMs,inputTokens,outputTokens\n-1,1,1",
      "Row 1, line 2: -1 is no time; give a number from 0 to 1,000,000,000,000.",
    ],
    ["timestamp,inputTokens,outputTokens\n2024-01-01 00:00:00,1,1\n17,1,1", "Row 2, line 3: “17” is no time."],
    ["timestamp,inputTokens,outputTokens\nyesterday,1,1", "Row 1, line 2: “yesterday” is no time."],
    [
      "timestamp,inputTokens,outputTokens\n2,1,1\n1,1,1",
      "Row 2, line 3: -1000 is no time; give a number from 0 to 1,000,000,000,000.",
    ],
    [
      "timestamp,inputTokens,outputTokens\n0,1,1\n2,1,1\n1,1,1",
      "Row 3, line 4: it comes before the row above it; give rows in order of time.",
    ],
    ["", "No requests in this; give JSON, or CSV with a header."],
  ])("%s", (text, fault) => {
    expect(rows(text)).toBe(fault);
  });
});

test("100,000 rows are read, one more is named", () => {
  const table = (count: number) =>
    `atMs,inputTokens,outputTokens\n${Array.from({ length: count }, (_, n) => `${n},1,1`).join("\n")}`;
  expect(rows(table(100_000))).toHaveLength(100_000);
  expect(rows(table(100_001))).toBe("Row 100001, line 100002: at most 100,000 rows are read; cut the trace before it.");
});
