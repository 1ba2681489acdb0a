import { describe, expect, it } from "vitest";
import { usageCost } from "@/lib/estimate";
import { toShortestText } from "@/lib/money";
import { readUsage } from "../../support/make/read-usage";

// Kinds of files that people have, each on an input of the project's own.

const jsonl = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join("\n");

describe("usage objects in a log", () => {
  it("leave audio out, say how much, and never price it as text", () => {
    const row = {
      object: "chat.completion",
      model: "gpt-audio",
      usage: {
        prompt_tokens: 50,
        completion_tokens: 300,
        total_tokens: 350,
        prompt_tokens_details: { audio_tokens: 30, cached_tokens: 0 },
        completion_tokens_details: { audio_tokens: 220 },
      },
    };
    const { total, remarks } = readUsage(jsonl(row, row));
    expect(total).toMatchObject({ requests: 2, inputTokens: 40, outputTokens: 160 });
    expect(remarks).toEqual(["Audio tokens, which have prices of their own and are left out: 500."]);
  });

  it("that contradict their own total are counted by their parts, and named", () => {
    const { total, remarks } = readUsage(
      jsonl({ usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 20 } }),
    );
    expect(total).toMatchObject({ inputTokens: 10, outputTokens: 5 });
    expect(remarks).toEqual(["Rows whose own total is not input plus output; what is counted are the parts: 1."]);
  });

  it("whose details cannot be read say so", () => {
    const { total, remarks } = readUsage(
      jsonl({ usage: { prompt_tokens: 10, completion_tokens: 5, prompt_tokens_details: "<Details at 0x1>" } }),
    );
    expect(total.inputTokens).toBe(10);
    expect(remarks).toEqual(["Rows with details that could not be read: cached input or reasoning may be missing: 1."]);
  });

  it("of a batch are the sums of its requests, at the price of batch", () => {
    const batch = {
      id: "batch_1",
      object: "batch",
      created_at: 1_767_225_600,
      completed_at: 1_767_232_800,
      request_counts: { total: 40, completed: 38, failed: 2 },
      model: "gpt-4.1-2025-04-14",
      usage: {
        prompt_tokens: 0,
        completion_tokens: 0,
        total_tokens: 130_000,
        input_tokens: 100_000,
        input_tokens_details: { cached_tokens: 20_000 },
        output_tokens: 30_000,
      },
    };
    const report = readUsage(JSON.stringify(batch, null, 2));
    expect(report).toMatchObject({ format: "Batch objects", rowsRead: 1, remarks: [] });
    expect(report.total).toMatchObject({
      requests: 40,
      failedRequests: 2,
      serviceTier: "batch",
      inputTokens: 100_000,
      cachedInputTokens: 20_000,
      outputTokens: 30_000,
      input: null,
    });
    // $1.00 and $4.00 a million in batch, where this model has no price of cached input.
    expect(toShortestText(usageCost(report, "dated")!.usd!)).toBe("0.22");
    const waiting = { ...batch, usage: null, completed_at: null };
    expect(readUsage(jsonl(waiting, batch)).skipped).toEqual([
      { reason: "a batch that tells no usage yet", count: 1, rows: [1] },
    ]);
  });
});

describe("server-sent events", () => {
  const event = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`;
  const chunk = (id: string, usage: unknown) =>
    event({ id, object: "chat.completion.chunk", created: 1_767_225_600, model: "gpt-4.1-mini", choices: [], usage });
  const usage = (input: number, output: number) => ({
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
  });

  it("are one request for each answer, counted by the last that tells its usage", () => {
    const text = [
      chunk("a", null),
      chunk("a", usage(20, 1)),
      chunk("a", usage(20, 9)),
      "data: [DONE]\n\n",
      chunk("b", null),
      chunk("b", usage(30, 4)),
      "data: [DONE]\n\n",
    ].join("");
    const { total, rowsRead, rowsSkipped, remarks, format } = readUsage(text);
    expect({ rowsRead, rowsSkipped, remarks, format }).toEqual({
      rowsRead: 2,
      rowsSkipped: 0,
      remarks: [],
      format: "Chat completions",
    });
    expect(total).toMatchObject({ model: "gpt-4.1-mini", inputTokens: 50, outputTokens: 13 });
  });

  it("of Responses are read at their end", () => {
    const response = { id: "r", object: "response", created_at: 1_767_225_600, model: "gpt-5.6-luna" };
    const text =
      `event: response.created\n${event({ type: "response.created", response: { ...response, usage: null } })}` +
      `event: response.completed\n${event({ type: "response.completed", response: { ...response, usage: { input_tokens: 7, output_tokens: 3 } } })}`;
    expect(readUsage(text).total).toMatchObject({
      model: "gpt-5.6-luna",
      requests: 1,
      inputTokens: 7,
      outputTokens: 3,
    });
  });

  it("without usage say how to have it", () => {
    const { rowsRead, remarks } = readUsage(chunk("a", null) + "data: [DONE]\n\n");
    expect(rowsRead).toBe(0);
    expect(remarks[0]).toMatch(/include_usage/);
  });
});

describe("a text that is no table", () => {
  it.each([
    ["lines with a label each", "Input tokens: 900\nCached input tokens: 300\nOutput tokens: 70\n"],
    [
      "an object cut out with its key",
      '  "usage": {\n    "prompt_tokens": 900,\n    "completion_tokens": 70,\n    "prompt_tokens_details": "D(cached_tokens=300)"\n  },\n',
    ],
    [
      "an object as Python prints it",
      "Usage(input_tokens=900, output_tokens=70, input_tokens_details=D(cached_tokens=300))",
    ],
    ["a sentence", "900 input tokens, 300 cached, 70 output"],
  ])("%s is one request", (_, text) => {
    const { total, format, columns } = readUsage(text);
    expect({ format, columns }).toEqual({ format: "Pasted usage", columns: null });
    expect(total).toMatchObject({ requests: 1, inputTokens: 900, cachedInputTokens: 300, outputTokens: 70 });
  });

  it("is still a table where a person chose its columns, or its header names them", () => {
    expect(readUsage("when,input tokens,output tokens\n2026-01-01,900,70\n").format).toBe("Table");
    expect(readUsage("a,b\n900,70\n", { uses: { input: 0, output: 1 } }).total).toMatchObject({ inputTokens: 900 });
    expect(readUsage("a,b\n900,70\n").columns?.names).toEqual(["a", "b"]);
  });
});
