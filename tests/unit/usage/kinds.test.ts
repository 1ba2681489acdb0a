import { describe, expect, it } from "vitest";
import { usageCost } from "@/lib/estimate";
import { toShortestText } from "@/lib/money";
import { importHead } from "@/lib/view/import";
import { UsageReader } from "@/lib/usage";
import { openQuestions, refusedLines } from "@/lib/view/pasted";
import { readUsage } from "../../support/make/read-usage";

// Kinds of files that people have, each on an input of the project's own.

const jsonl = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join("\n");

describe("usage objects in a log", () => {
  it("as LangChain has them: the output of a call, and messages", () => {
    const token_usage = { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 };
    const report = readUsage(
      jsonl(
        { generations: [[{ text: "hi" }]], llm_output: { token_usage, model_name: "gpt-4o-mini" } },
        { llm_output: { token_usage, model_name: "gpt-4o-mini" }, run: null },
        {
          content: "hi",
          response_metadata: { token_usage, model_name: "gpt-4o-mini" },
          usage_metadata: { input_tokens: 20, output_tokens: 5, total_tokens: 25 },
        },
      ),
    );
    expect(report.skipped).toEqual([]);
    expect(report.groups).toMatchObject([{ model: "gpt-4o-mini", requests: 3, inputTokens: 60, outputTokens: 15 }]);
  });

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

describe("pages of the organization’s API", () => {
  const page = (hasMore: boolean, input: number) => ({
    object: "page",
    data: [
      {
        object: "bucket",
        start_time: 1_767_225_600,
        end_time: 1_767_312_000,
        results: [
          { model: "gpt-4.1", num_model_requests: 2, input_tokens: input, output_tokens: 1, output_audio_tokens: 9 },
        ],
      },
    ],
    has_more: hasMore,
    next_page: hasMore ? "page_2" : null,
  });
  const MORE = /^The last page says has_more/;

  it.each([
    ["printed over many lines", JSON.stringify(page(true, 5), null, 2)],
    ["a page a line", jsonl(page(false, 5), page(true, 5))],
  ])("that say there is more are not all, %s", (_, file) =>
    expect(readUsage(file).remarks).toContainEqual(expect.stringMatching(MORE)),
  );

  it("of which the last has no more are all", () => {
    const { remarks, total } = readUsage(jsonl(page(true, 5), page(false, 7)));
    expect(total.inputTokens).toBe(12);
    expect(remarks).toEqual(["Audio tokens, which have prices of their own and are left out: 18."]);
  });
});

describe("spans", () => {
  const span = (
    spanId: string,
    parentSpanId: string | null,
    tokens: readonly [number, number] | null,
    operation?: string,
  ) => ({
    name: spanId,
    spanId,
    ...(parentSpanId && { parentSpanId }),
    startTimeUnixNano: "1767225600000000000",
    attributes: {
      ...(operation && { "gen_ai.operation.name": operation }),
      ...(tokens && { "gen_ai.usage.input_tokens": tokens[0], "gen_ai.usage.output_tokens": tokens[1] }),
      ...(!tokens && { "gen_ai.tool.name": "t" }),
    },
  });
  const REPEATS = "a span whose counts are the sum of its children’s, which are counted";

  it("of agents that repeat the calls below them, through tools and agents, are not counted again", () => {
    const { total, skipped } = readUsage(
      jsonl(
        span("root", null, [60, 6]),
        span("agent", "tool", [40, 4]),
        span("tool", "root", null),
        span("call-1", "root", [20, 2], "chat"),
        span("call-2", "agent", [15, 1], "chat"),
        span("call-3", "agent", [25, 3], "chat"),
      ),
    );
    expect(total).toMatchObject({ requests: 3, inputTokens: 60, outputTokens: 6 });
    expect(skipped.find(({ reason }) => reason === REPEATS)?.count).toBe(2);
  });

  it("without an operation that repeat nothing are calls, and so are those of which others make the sum", () => {
    const { total } = readUsage(
      jsonl(span("a", null, [10, 1]), span("b", "a", [7, 1]), span("c", "b", [7, 1], "chat")),
    );
    // b repeats c; a has more than b.
    expect(total).toMatchObject({ requests: 2, inputTokens: 17, outputTokens: 2 });
  });
});

describe("tools around the API", () => {
  it("LangChain’s messages tell their usage", () => {
    const { total } = readUsage(
      jsonl({
        content: "Hello",
        usage_metadata: {
          input_tokens: 90,
          output_tokens: 20,
          total_tokens: 110,
          input_token_details: { cache_read: 40, cache_creation: 30 },
          output_token_details: { reasoning: 5 },
        },
      }),
    );
    expect(total).toMatchObject({ inputTokens: 90, cachedInputTokens: 40, cacheWriteTokens: 30, reasoningTokens: 5 });
  });

  it("OpenInference’s spans tell calls from chains", () => {
    const span = (kind: string) => ({
      name: kind,
      context: { span_id: kind },
      attributes: {
        "openinference.span.kind": kind,
        "llm.model_name": "gpt-4.1",
        "llm.token_count.prompt": 90,
        "llm.token_count.completion": 20,
        "llm.token_count.prompt_details.cache_read": 40,
      },
    });
    const { total, rowsSkipped } = readUsage(jsonl(span("CHAIN"), span("LLM")));
    expect({ rowsSkipped, ...total }).toMatchObject({
      rowsSkipped: 1,
      requests: 1,
      model: "gpt-4.1",
      inputTokens: 90,
      cachedInputTokens: 40,
    });
  });
});

describe("a Codex session", () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
  const line = (second: number, type: string, payload: unknown) => ({ timestamp: at(second), type, payload });
  const counts = (input: number, cached: number, output: number, reasoning: number) => ({
    input_tokens: input,
    cached_input_tokens: cached,
    output_tokens: output,
    reasoning_output_tokens: reasoning,
    total_tokens: input + output,
  });
  const begin = [
    line(0, "session_meta", { id: "s", cwd: "/" }),
    line(1, "turn_context", { model: "gpt-5.6-sol" }),
    line(2, "event_msg", { type: "user_message", message: "hello" }),
    line(3, "event_msg", { type: "token_count", info: null }),
  ];

  it("is counted by its last calls, an event that repeats the one before left out", () => {
    const first = { total_token_usage: counts(100, 0, 10, 4), last_token_usage: counts(100, 0, 10, 4) };
    const second = { total_token_usage: counts(250, 90, 30, 9), last_token_usage: counts(150, 90, 20, 5) };
    const report = readUsage(
      jsonl(
        ...begin,
        line(5, "event_msg", { type: "token_count", info: first }),
        line(6, "event_msg", { type: "token_count", info: first }),
        line(8, "event_msg", { type: "token_count", info: second }),
      ),
    );
    expect(report).toMatchObject({ format: "Codex log", rowsRead: 2, rowsSkipped: 0, columns: null });
    expect(report.total).toMatchObject({
      model: "gpt-5.6-sol",
      inputTokens: 250,
      cachedInputTokens: 90,
      outputTokens: 30,
      reasoningTokens: 9,
      input: { max: 150 },
    });
  });

  it("that tells sums alone is counted by what they grow", () => {
    const sums = [counts(100, 0, 10, 4), counts(250, 90, 30, 9)];
    const { total } = readUsage(
      jsonl(
        ...begin,
        ...sums.map((total, n) =>
          line(5 + n, "event_msg", { type: "token_count", info: { total_token_usage: total } }),
        ),
      ),
    );
    expect(total).toMatchObject({
      requests: 2,
      inputTokens: 250,
      cachedInputTokens: 90,
      outputTokens: 30,
      input: { max: 150 },
    });
  });
});

describe("a batch input", () => {
  const request = (id: string, changes: object = {}) => ({
    custom_id: id,
    method: "POST",
    url: "/v1/responses",
    body: { model: "gpt-5.6-luna", input: "Hello" },
    ...changes,
  });

  it("that OpenAI would refuse whole says so, with the lines, before it is sent", () => {
    const lines = [
      request("a"),
      "",
      request("b", { url: "/v1/chat/completions" }),
      request("a"),
      request("c", { body: { model: "gpt-5.6-sol", input: "Hello" } }),
      request("d", { method: undefined }),
      { custom_id: "e", params: {} },
      "{oops",
      "null",
      request("f", { body: "text" }),
      request("g", { method: "GET" }),
    ].map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
    const report = readUsage(lines.join("\n"));
    expect(report.refused?.map(({ reason, rows }) => [rows, reason])).toEqual([
      [[9, 10], "it is no request: an object with custom_id, method, url and body"],
      [[3], "it goes to another url than the first line, /v1/chat/completions"],
      [[4], "its custom_id stands in an earlier line"],
      [[5], "it is for another model than the first line, gpt-5.6-sol"],
      [[6], "it has no method"],
      [[7], "it has no method, url, body"],
      [[8], "it is not valid JSON"],
      [[11], "its method is not POST"],
    ]);
    expect(importHead(report, "batch.jsonl").rest).toMatch(/^OpenAI would refuse this file whole/);
    expect(refusedLines(report)!.finding).toBe("OpenAI would refuse this file whole: 9 lines are at fault");
  });

  it("without a fault says nothing, and neither do other logs", () => {
    expect(readUsage(jsonl(request("a"), request("b"))).refused).toBeUndefined();
    expect(readUsage(`${jsonl({ usage: { prompt_tokens: 1, completion_tokens: 1 } })}\n{oops`).refused).toBeUndefined();
    expect(refusedLines(readUsage(jsonl(request("a"))))).toBeNull();
  });
});

describe("a batch input over OpenAI’s limits", () => {
  const line = (id: number, body: object, url = "/v1/responses") =>
    JSON.stringify({ custom_id: `${id}`, method: "POST", url, body });
  const refusedOf = (text: string) => readUsage(text).refused?.map(({ reason, count, rows }) => [reason, count, rows]);

  it("of requests, of inputs of embeddings, and of bytes is told so", () => {
    const many = Array.from({ length: 50_001 }, (_, n) => line(n, { model: "gpt-5.6-luna", input: "" }));
    expect(refusedOf(many.slice(1).join("\n"))).toBeUndefined();
    expect(refusedOf(many.join("\n"))).toEqual([["a batch holds 50,000 requests at most", 1, [50_001]]]);
    const embed = (id: number, count: number) =>
      line(id, { model: "text-embedding-3-small", input: Array<string>(count).fill("a") }, "/v1/embeddings");
    expect(refusedOf([embed(1, 30_000), embed(2, 20_000)].join("\n"))).toBeUndefined();
    expect(refusedOf([embed(1, 30_000), embed(2, 20_000), embed(3, 1)].join("\n"))).toEqual([
      ["a batch of embeddings holds 50,000 inputs at most", 1, [3]],
    ]);
    const tokens = (id: number) => line(id, { model: "text-embedding-3-small", input: [1, 2, 3] }, "/v1/embeddings");
    expect(refusedOf(tokens(1))).toBeUndefined();
    const reader = new UsageReader();
    reader.push(new TextEncoder().encode(`${line(1, { model: "gpt-5.6-luna", input: "a" })}\n`));
    const blanks = new Uint8Array(50_000_000).fill(32);
    for (let part = 0; part < 4; part++) reader.push(blanks);
    expect(reader.end().refused).toEqual([
      { reason: "with it the file has 201 MB; a batch has at most 200 MB", count: 1, rows: [1] },
    ]);
  });
});

describe("dates in JSON that begin with day or month", () => {
  const usage = { prompt_tokens: 10, completion_tokens: 5 };
  const daysOf = (text: string, readings = {}) => readUsage(text, { readings }).days.map(({ day }) => day);

  it("are read where one of them tells, in rows and in usage objects", () => {
    const rows = ["05/10/2025 10:00", "17/10/2025 10:00"].map((time) => ({ time, model: "gpt-5", ...usage }));
    expect(daysOf(JSON.stringify(rows))).toEqual(["2025-10-05", "2025-10-17"]);
    const american = ["10/05/2025 10:00", "10/17/2025 10:00"].map((created_at) => ({ created_at, usage }));
    expect(daysOf(jsonl(...american))).toEqual(["2025-10-05", "2025-10-17"]);
  });

  it("are asked once where they may be either, and read as was answered", () => {
    for (const rows of [
      JSON.stringify(["05/10/2025", "06/10/2025"].map((time) => ({ time, model: "gpt-5", ...usage }))),
      jsonl(...["05/10/2025", "06/10/2025"].map((created_at) => ({ created_at, model: "gpt-5", usage }))),
    ]) {
      const report = readUsage(rows);
      expect(report).toMatchObject({
        rowsRead: 2,
        rowsSkipped: 0,
        days: [],
        open: [{ about: "dates", sample: "05/10/2025" }],
        remarks: [
          "Dates such as 05/10/2025 may begin with the day or the month; until that is said, sums stand without days.",
        ],
      });
      expect(openQuestions(report, {})[0]!.answers.map(({ label }) => label)).toEqual([
        "5\u00a0Oct\u00a02025",
        "10\u00a0May\u00a02025",
      ]);
      expect(daysOf(rows, { dates: "day-first" })).toEqual(["2025-10-05", "2025-10-06"]);
      expect(daysOf(rows, { dates: "month-first" })).toEqual(["2025-05-10", "2025-06-10"]);
    }
  });
});

describe("a log that tells its counts in words", () => {
  it("is read line by line, with times and models; what cannot be read is named", () => {
    const text = [
      "2026-11-20T10:00:01Z INFO model=gpt-5-mini status=200 input_tokens=1200 output_tokens=300 cached_tokens=1000",
      "2026-11-20T10:00:02Z INFO cache warmed in 12 ms",
      "2026-11-20T10:00:05Z INFO model=openai/gpt-5.1 status=200 input_tokens=800 output_tokens=120",
      "2026-11-20T10:00:06Z INFO model=gpt-5-mini input/output 900 40",
      "total: 2,000 input, 420 output",
    ].join("\n");
    const report = readUsage(text);
    expect(report).toMatchObject({ format: "Log lines", rowsRead: 2, rowsSkipped: 3, dated: true });
    expect(report.total).toMatchObject({ inputTokens: 2000, cachedInputTokens: 1000, outputTokens: 420 });
    expect(report.groups.map(({ model, inputTokens }) => [model, inputTokens])).toEqual([
      ["gpt-5-mini", 1200],
      ["gpt-5.1", 800],
    ]);
    expect(report.firstMs).toBe(Date.UTC(2026, 10, 20, 10, 0, 1));
    expect(report.skipped).toEqual([
      { reason: "no tokens were recognised in it", count: 1, rows: [2] },
      { reason: "it cannot be told which number is which", count: 1, rows: [4] },
      { reason: "it is a total of other lines", count: 1, rows: [5] },
    ]);
  });

  it("with a usage object in each line has them all", () => {
    const text = [120, 80].map((input) => `worker: usage={"prompt_tokens":${input},"completion_tokens":9}`).join("\n");
    expect(readUsage(text).total).toMatchObject({ requests: 2, inputTokens: 200, outputTokens: 18 });
  });

  it("is none where labels stand one a line", () => {
    const text = "Input: 1,200 tokens\nCached input: 200\nOutput: 300 tokens\nTotal: 1,500";
    expect(readUsage(text)).toMatchObject({ format: "Pasted usage", rowsRead: 1, total: { inputTokens: 1200 } });
  });
});
