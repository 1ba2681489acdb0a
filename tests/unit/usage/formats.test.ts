import { describe, expect, it } from "vitest";
import type { UsageReport } from "@/lib/usage";
import { readUsage } from "../../support/make/read-usage";

// One small file of each format, with its traps. Totals are added up by hand.

const jsonl = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const OTLP = (attributes: Record<string, string | number>) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
  }));
const span = (startTimeUnixNano: string, attributes: Record<string, string | number>) => ({
  traceId: "t",
  spanId: "s",
  name: "chat",
  startTimeUnixNano,
  attributes: OTLP(attributes),
});
const DAY = Date.UTC(2024, 4, 10);

interface Case {
  readonly name: string;
  readonly file: string;
  readonly expected: Partial<Omit<UsageReport, "total">> & { readonly total: Partial<UsageReport["total"]> };
}

const CASES: readonly Case[] = [
  {
    name: "OpenAI usage export, CSV",
    file: [
      "start_time,end_time,start_time_iso,end_time_iso,project_id,num_model_requests,user_id,api_key_id,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens,input_uncached_tokens",
      "1736553600.0,1736640000.0,2025-01-11T00:00:00+00:00,2025-01-12T00:00:00+00:00,p,10.0,,,gpt-4o-2024-08-06,FALSE,default,1000.0,200.0,300.0,700.0",
      "1736640000,1736726400,2025-01-12T00:00:00+00:00,2025-01-13T00:00:00+00:00,,,,,,,,,,,",
      "1736726400,1736812800,2025-01-13T00:00:00+00:00,2025-01-14T00:00:00+00:00,p,2.0,,,gpt-4o-2024-08-06,TRUE,,50.0,5.0,0.0,50.0",
    ].join("\r\n"),
    expected: {
      format: "OpenAI usage export",
      rowsRead: 3,
      rowsSkipped: 0,
      remarks: ["Rows that tell of a time without use: 1."],
      trace: null,
      total: {
        requests: 12,
        inputTokens: 1_050,
        cachedInputTokens: 300,
        outputTokens: 205,
        input: null,
        peakRequests: null,
        hours: null,
      },
    },
  },
  {
    name: "OpenAI usage export, tabs",
    file: "start_time\tend_time\tnum_model_requests\tmodel\tbatch\tinput_tokens\toutput_tokens\tinput_cached_tokens\n1736553600\t1736640000\t10.0\to1\tFALSE\t1,000.0\t200.0\t0.0\n",
    expected: {
      format: "OpenAI usage export",
      rowsRead: 1,
      total: { requests: 10, inputTokens: 1_000, outputTokens: 200, model: "o1" },
    },
  },
  {
    name: "usage pages one behind the other",
    file: [
      {
        object: "page",
        data: [
          {
            object: "bucket",
            start_time: 1736553600,
            end_time: 1736557200,
            results: [
              {
                object: "organization.usage.completions.result",
                input_tokens: 10,
                output_tokens: 2,
                input_cached_tokens: 4,
                num_model_requests: 3,
                model: "o1",
                batch: true,
              },
            ],
          },
        ],
      },
      { object: "page", data: [{ object: "bucket", start_time: 1736557200, end_time: 1736560800, results: [] }] },
    ]
      .map((page) => JSON.stringify(page, null, 2))
      .join("\n"),
    expected: {
      format: "Usage API",
      rowsRead: 2,
      rowsSkipped: 0,
      total: { requests: 3, inputTokens: 10, cachedInputTokens: 4, serviceTier: "batch", model: "o1" },
    },
  },
  {
    name: "costs in a list of pages",
    file: JSON.stringify([
      {
        object: "page",
        data: [
          {
            object: "bucket",
            start_time: 1736553600,
            end_time: 1736640000,
            results: [
              { amount: { value: 0.1, currency: "usd" }, line_item: "o1, input" },
              { amount: { value: "0.20", currency: "usd" }, line_item: "o1, output" },
              { amount: { value: 1e-7 }, line_item: null },
            ],
          },
        ],
      },
    ]),
    expected: { format: "Costs API", rowsRead: 3, total: { requests: 0, costUsd: "0.3000001" } },
  },
  {
    name: "Batch API output",
    file: jsonl(
      {
        id: "a",
        custom_id: "1",
        response: {
          status_code: 200,
          body: {
            object: "chat.completion",
            created: 1711652795,
            model: "o1",
            usage: {
              prompt_tokens: 20,
              completion_tokens: 9,
              completion_tokens_details: { reasoning_tokens: 5 },
              prompt_tokens_details: { cached_tokens: 4 },
            },
          },
        },
        error: null,
      },
      { id: "b", custom_id: "2", response: null, error: { code: "batch_expired", message: "x" } },
      {
        id: "c",
        custom_id: "3",
        response: { status_code: 400, body: { error: { code: "context_length_exceeded" } } },
        error: null,
      },
      { id: "d", custom_id: "4", response: { status_code: 500, body: null }, error: null },
    ),
    expected: {
      format: "Batch API output",
      rowsRead: 4,
      failed: [
        { reason: "batch_expired", count: 1, rows: [2] },
        { reason: "context_length_exceeded", count: 1, rows: [3] },
        { reason: "status 500", count: 1, rows: [4] },
      ],
      total: {
        requests: 4,
        failedRequests: 3,
        inputTokens: 20,
        cachedInputTokens: 4,
        outputTokens: 9,
        reasoningTokens: 5,
        serviceTier: "batch",
        reasoningShare: { mean: 5 / 9, p50: 5 / 9, p95: 5 / 9, p99: 5 / 9, max: 5 / 9 },
      },
    },
  },
  {
    name: "Responses as one list, out of order of time",
    file: JSON.stringify(
      [
        {
          object: "response",
          created_at: 1741476602,
          model: "o1",
          status: "completed",
          service_tier: "flex",
          usage: {
            input_tokens: 30,
            output_tokens: 7,
            input_tokens_details: { cached_tokens: 8 },
            output_tokens_details: { reasoning_tokens: 6 },
          },
          max_output_tokens: 500,
        },
        {
          object: "response",
          created_at: 1741476542.5,
          model: "o1",
          status: "incomplete",
          service_tier: "flex",
          usage: { input_tokens: 1, output_tokens: 2 },
        },
      ],
      null,
      1,
    ),
    expected: {
      format: "Responses",
      rowsRead: 2,
      firstMs: 1741476542500,
      lastMs: 1741476602000,
      total: {
        requests: 2,
        failedRequests: 0,
        inputTokens: 31,
        cachedInputTokens: 8,
        outputTokens: 9,
        reasoningTokens: 6,
        serviceTier: "flex",
        maxCompletionTokens: 500,
        peakRequests: { perMinute: 2, fromMs: 1741476542500 },
        peakTokens: { perMinute: 40, fromMs: 1741476542500 },
      },
    },
  },
  {
    name: "a page of stored completions",
    file: JSON.stringify({
      object: "list",
      data: [
        {
          object: "chat.completion",
          created: 1741476602,
          model: "openai/gpt-4o",
          usage: { prompt_tokens: 3, completion_tokens: 4 },
        },
      ],
      has_more: false,
    }),
    expected: { format: "Chat completions", rowsRead: 1, total: { inputTokens: 3, outputTokens: 4, model: "gpt-4o" } },
  },
  {
    name: "one bare usage object, over lines",
    file: JSON.stringify(
      { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17, completion_tokens_details: { reasoning_tokens: 3 } },
      null,
      2,
    ),
    expected: { format: "Usage objects", rowsRead: 1, total: { inputTokens: 12, outputTokens: 5, reasoningTokens: 3 } },
  },
  {
    name: "LiteLLM, CSV",
    file: [
      "request_id,call_type,api_key,spend,total_tokens,prompt_tokens,completion_tokens,startTime,endTime,model,metadata,cache_hit,status",
      'a,acompletion,k,0.0125,15,10,5,2024-05-10 00:00:00.009930+00:00,2024-05-10 00:00:01+00:00,azure/gpt-4o,"{""usage_object"": {""prompt_tokens_details"": {""cached_tokens"": 3}, ""completion_tokens_details"": {""reasoning_tokens"": 2}}}",False,success',
      'b,acompletion,k,0,0,0,0,2024-05-10 00:00:01+00:00,2024-05-10 00:00:01+00:00,azure/gpt-4o,"{""a"": ""line\nbreak, comma""}",None,failure',
      "c,acompletion,k,0,15,10,5,2024-05-10 00:00:02+00:00,2024-05-10 00:00:02+00:00,azure/gpt-4o,{},True,success",
    ].join("\n"),
    expected: {
      format: "LiteLLM spend log",
      rowsRead: 2,
      skipped: [{ reason: "answered from the proxy’s own cache, so that no request was sent", count: 1, rows: [3] }],
      failed: [{ reason: "failure", count: 1, rows: [2] }],
      firstMs: DAY + 9,
      total: {
        requests: 2,
        failedRequests: 1,
        inputTokens: 10,
        cachedInputTokens: 3,
        outputTokens: 5,
        reasoningTokens: 2,
        model: "gpt-4o",
        costUsd: "0.0125",
      },
    },
  },
  {
    name: "LiteLLM, JSON lines",
    file: jsonl({
      request_id: "a",
      call_type: "acompletion",
      spend: 0.0125,
      prompt_tokens: 10,
      completion_tokens: 5,
      startTime: "2024-05-10T00:00:00.009Z",
      model: "openai/o1",
      metadata: { usage_object: { prompt_tokens_details: { cached_tokens: 3 } } },
      cache_hit: "False",
      status: "success",
    }),
    expected: {
      format: "LiteLLM spend log",
      rowsRead: 1,
      total: { inputTokens: 10, cachedInputTokens: 3, costUsd: "0.0125", model: "o1" },
    },
  },
  {
    name: "Helicone",
    file: 'response_id,response_created_at,response_status,request_created_at,request_body,request_properties,request_user_id,model,prompt_tokens,completion_tokens,latency,cost\n1,2024-05-10T00:00:02Z,200,2024-05-10T00:00:01Z,"{""messages"":[{""content"":""a ""quoted"" line""}]}",,u,gpt-4o,10,5,900,0.001\n2,2024-05-10T00:00:03Z,429,2024-05-10T00:00:02Z,{},,u,gpt-4o,,,30,\n',
    expected: {
      format: "Helicone export",
      rowsRead: 2,
      failed: [{ reason: "status 429", count: 1, rows: [2] }],
      total: { requests: 2, failedRequests: 1, inputTokens: 10, outputTokens: 5, costUsd: "0.001" },
    },
  },
  {
    name: "Langfuse, CSV: parts taken out of input and output",
    file: 'id,traceId,type,name,startTime,endTime,model,input,output,usageDetails,totalCost\n1,t,SPAN,parent,2024-05-10T00:00:00.000Z,,,text,text,"{""input"":10,""output"":5}",\n2,t,GENERATION,call,2024-05-10T00:00:01.000Z,,o1,"a, b",c,"{""input"":6,""input_cached_tokens"":4,""output"":2,""output_reasoning_tokens"":3,""total"":15}",0.01\n',
    expected: {
      format: "Langfuse export",
      rowsRead: 1,
      rowsSkipped: 1,
      total: {
        requests: 1,
        inputTokens: 10,
        cachedInputTokens: 4,
        outputTokens: 5,
        reasoningTokens: 3,
        costUsd: "0.01",
      },
    },
  },
  {
    name: "Langfuse, JSON: parts inside, by the total; and the columns of its export",
    file: JSON.stringify([
      {
        id: "1",
        traceId: "t",
        type: "GENERATION",
        startTime: "2024-05-10T00:00:00Z",
        model: "o1",
        usageDetails: { input: 10, input_cached_tokens: 4, output: 5, output_reasoning_tokens: 3, total: 15 },
      },
      {
        id: "2",
        traceId: "t",
        type: "GENERATION",
        startTime: "2024-05-10T00:00:01Z",
        model: "o1",
        inputTokens: 7,
        outputTokens: 1,
        totalTokens: 8,
      },
      {
        id: "3",
        traceId: "t",
        type: "GENERATION",
        startTime: "2024-05-10T00:00:02Z",
        model: "o1",
        usage: { input: 2, output: 3, total: 5, unit: "TOKENS" },
      },
    ]),
    expected: {
      format: "Langfuse export",
      rowsRead: 3,
      total: { inputTokens: 19, cachedInputTokens: 4, outputTokens: 9, reasoningTokens: 3 },
    },
  },
  {
    name: "OTLP: parents repeat their children",
    file: JSON.stringify({
      resourceSpans: [
        {
          resource: {},
          scopeSpans: [
            {
              scope: {},
              spans: [
                span("1715299200000000000", {
                  "gen_ai.operation.name": "invoke_agent",
                  "gen_ai.usage.input_tokens": 30,
                  "gen_ai.usage.output_tokens": 9,
                }),
                span("1715299200123456789", {
                  "gen_ai.operation.name": "chat",
                  "gen_ai.request.model": "o1",
                  "gen_ai.usage.input_tokens": "20",
                  "gen_ai.usage.output_tokens": 5,
                  "gen_ai.usage.cache_read.input_tokens": 8,
                  "gen_ai.usage.reasoning.output_tokens": "4",
                }),
                span("1715299201000000000", {
                  "gen_ai.operation.name": "chat",
                  "gen_ai.request.model": "o1",
                  "gen_ai.usage.input_tokens": 10,
                  "gen_ai.usage.output_tokens": 4,
                }),
                span("1715299202000000000", { "http.method": "GET" }),
              ],
            },
          ],
        },
      ],
    }),
    expected: {
      format: "OpenTelemetry spans",
      rowsRead: 2,
      rowsSkipped: 2,
      firstMs: DAY + 123,
      total: { requests: 2, inputTokens: 30, cachedInputTokens: 8, outputTokens: 9, reasoningTokens: 4, model: "o1" },
    },
  },
  {
    name: "spans a line, attributes an object",
    file: jsonl(
      {
        name: "chat o1",
        start_time: "2024-05-10T00:00:00.5Z",
        status: { status_code: "ERROR" },
        attributes: { "gen_ai.operation.name": "chat", "gen_ai.request.model": "o1", "error.type": "timeout" },
      },
      {
        "gen_ai.operation.name": "chat",
        "gen_ai.request.model": "o1",
        "gen_ai.usage.input_tokens": 4,
        "gen_ai.usage.output_tokens": 1,
        start_time: 1715299201,
      },
    ),
    expected: {
      format: "OpenTelemetry spans",
      rowsRead: 2,
      failed: [{ reason: "timeout", count: 1, rows: [1] }],
      firstMs: DAY + 500,
      total: { requests: 2, failedRequests: 1, inputTokens: 4 },
    },
  },
  {
    name: "Azure 2024: zones, and rows without a fraction",
    file: "TIMESTAMP,ContextTokens,GeneratedTokens\n2024-05-10 00:00:00.009930+00:00,2162,5\n2024-05-10 00:00:01+00:00,2399,6\n2024-05-10 02:00:01.5+02:00,76,15",
    expected: {
      format: "Azure LLM trace",
      rowsRead: 3,
      rowsSkipped: 0,
      firstMs: DAY + 9,
      lastMs: DAY + 1_500,
      total: { inputTokens: 4_637, outputTokens: 26, peakRequests: { perMinute: 3, fromMs: DAY + 9.93 } },
    },
  },
  {
    name: "BurstGPT, first layout",
    file: "Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n5,ChatGPT,472,18,490,Conversation log\n45,ChatGPT,1087,0,1087,Conversation log\n118,GPT-4,417,276,693,API log\n",
    expected: {
      format: "BurstGPT trace",
      rowsRead: 3,
      dated: false,
      firstMs: 5_000,
      days: [],
      failed: [{ reason: "no response tokens", count: 1, rows: [2] }],
      total: {
        requests: 3,
        failedRequests: 1,
        inputTokens: 889,
        outputTokens: 294,
        hours: null,
        peakRequests: { perMinute: 2, fromMs: 5_000 },
      },
    },
  },
  {
    name: "BurstGPT, second layout",
    file: "Timestamp,Session ID,Elapsed time,Model,Request tokens,Response tokens,Total tokens,Log Type\n5.5,1,3.2,ChatGPT,472,18,490,Conversation log\n",
    expected: {
      format: "BurstGPT trace",
      rowsRead: 1,
      firstMs: 5_500,
      total: { inputTokens: 472, outputTokens: 18, model: "ChatGPT" },
    },
  },
  {
    name: "Mooncake",
    file: jsonl(
      { timestamp: 0, input_length: 6755, output_length: 500, hash_ids: [0, 1] },
      { timestamp: 3000, input_length: 7322, output_length: 490, hash_ids: [0, 2] },
    ),
    expected: {
      format: "Mooncake trace",
      rowsRead: 2,
      dated: false,
      firstMs: 0,
      lastMs: 3_000,
      told: { input: true, cached: false, written: false, output: true, reasoning: false },
      total: { inputTokens: 14_077, cachedInputTokens: 0, outputTokens: 990 },
    },
  },
  {
    name: "the API’s own requests",
    file: JSON.stringify({
      requests: [
        { atMs: 0, inputTokens: 5, outputTokens: 1 },
        { atMs: 1e9, inputTokens: 6, cachedInputTokens: 2, outputTokens: 2 },
      ],
    }),
    expected: {
      format: "Request trace",
      rowsRead: 2,
      dated: false,
      lastMs: 1e9,
      total: { inputTokens: 11, cachedInputTokens: 2, outputTokens: 3 },
    },
  },
  {
    name: "any table, its columns guessed",
    file: 'when;model name;prompt tokens;cached tokens;completion tokens;thinking tokens;cost usd\n"2024-05-10";"azure/o1";"1,234";"34";10.0;1e1;$0.50\n',
    expected: {
      format: "Table",
      rowsRead: 1,
      columns: {
        names: [
          "when",
          "model name",
          "prompt tokens",
          "cached tokens",
          "completion tokens",
          "thinking tokens",
          "cost usd",
        ],
        sample: [["2024-05-10", "azure/o1", "1,234", "34", "10.0", "1e1", "$0.50"]],
        uses: { time: 0, model: 1, input: 2, cached: 3, output: 4, reasoning: 5, cost: 6 },
      },
      total: { inputTokens: 1_234, cachedInputTokens: 34, outputTokens: 10, reasoningTokens: 10, costUsd: "0.5" },
    },
  },
  {
    name: "any JSON lines, their names guessed",
    file: jsonl(
      { ts: 1715299200, model: "o1", tokens_in: 5, tokens_out: 6 },
      { model: "o1", tokens_out: 1, tokens_in: 2, ts: 1715299200123 },
    ),
    expected: {
      format: "JSON objects",
      rowsRead: 2,
      firstMs: DAY,
      lastMs: DAY + 123,
      total: { inputTokens: 7, outputTokens: 7 },
    },
  },
];

describe("formats", () => {
  it.each(CASES)("$name", ({ file, expected }) => {
    expect(readUsage(file)).toMatchObject(expected);
  });
});

describe("columns a person chose", () => {
  const table = "a,b,c,d\n2024-05-10,o1,5,6\n2024-05-11,o1,7,8\n";

  it("shows a table that it does not know, and counts nothing of it", () => {
    expect(readUsage(table)).toMatchObject({
      rowsRead: 0,
      rowsSkipped: 2,
      columns: { names: ["a", "b", "c", "d"], uses: {} },
      remarks: ["No column of tokens or cost was recognised; choose what each column holds."],
    });
  });

  it("reads it by what was chosen", () => {
    const { total, days, columns } = readUsage(table, { uses: { time: 0, model: 1, output: 2, input: 3 } });
    expect(total).toMatchObject({ model: "o1", requests: 2, inputTokens: 14, outputTokens: 12 });
    expect(days.map(({ day }) => day)).toEqual(["2024-05-10", "2024-05-11"]);
    expect(columns?.uses).toEqual({ time: 0, model: 1, output: 2, input: 3 });
  });

  it("names are known without their fillers where one column alone has them", () => {
    const uses = (header: string) => readUsage(`${header}\n2026-09-01T08:00:00Z,o3-mini,120,40\n`).columns?.uses;
    const all = { time: 0, model: 1, input: 2, output: 3 };
    for (const header of [
      "when,Model name,in,out",
      "date,model name,prompt,completion",
      "created,Model,Tokens in,Tokens out",
      "Created at,which model,how many in,how many out",
      "Time (UTC),model used,number of input tokens,number of output tokens",
    ])
      expect(uses(header)).toEqual(all);
    expect(uses("when,model,number of in,how many in")).toEqual({ time: 0, model: 1 });
  });

  it("goes before a known format", () => {
    const azure = "TIMESTAMP,ContextTokens,GeneratedTokens\n2024-05-10 00:00:00,3,4\n";
    expect(readUsage(azure, { uses: { time: 0, input: 2, output: 1 } }).total).toMatchObject({
      inputTokens: 4,
      outputTokens: 3,
    });
  });

  it("takes visible output and reasoning for output, and a total for what is missing", () => {
    expect(readUsage("x,y,z\n5,6,7\n", { uses: { input: 0, visible: 1, reasoning: 2 } }).total).toMatchObject({
      inputTokens: 5,
      outputTokens: 13,
      reasoningTokens: 7,
    });
    expect(readUsage("x,y\n5,12\n", { uses: { input: 0, total: 1 } }).total).toMatchObject({
      inputTokens: 5,
      outputTokens: 7,
    });
  });
});

describe("times", () => {
  const firstOf = (time: string) => readUsage(`timestamp,input_tokens,output_tokens\n"${time}",1,1\n`);
  it.each([
    ["2024-05-10", DAY],
    ["2024-05-10T00:00:00Z", DAY],
    ["2024-05-10 00:00:00.1234567", DAY + 123],
    ["2024-05-10T02:30:00+02:30", DAY],
    ["2024-05-09T19:00:00-0500", DAY],
    ["2024-05-10 00:00 UTC", DAY],
    ["2024/05/10 00:00:01", DAY + 1_000],
    ["2024-02-29", Date.UTC(2024, 1, 29)],
    ["1715299200", DAY],
    ["1715299200.25", DAY + 250],
    ["1715299200250", DAY + 250],
    ["1715299200250000", DAY + 250],
    ["1715299200250000000", DAY + 250],
    ["1.7152992e9", DAY],
    ["0001-01-01", -62_135_596_800_000],
  ])("%s", (text, ms) => {
    expect(firstOf(text)).toMatchObject({ firstMs: ms, dated: true, rowsSkipped: 0 });
  });

  it.each(["2023-02-29", "2024-13-01", "2024-05-10 24:00:00", "2024-05-10T00:00:00+2", "yesterday", "-5", "=NOW()"])(
    "%s is none",
    (text) => {
      expect(firstOf(text)).toMatchObject({
        rowsRead: 0,
        skipped: [{ reason: "its time cannot be read", count: 1, rows: [1] }],
      });
    },
  );
});
