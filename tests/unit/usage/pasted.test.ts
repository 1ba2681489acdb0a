import { describe, expect, it } from "vitest";
import { parsePasted, type PastedUsage, type Usage } from "@/lib/usage";
import { pastedView } from "@/lib/view/pasted";

/** What goes into a workload; a text where nothing does, and why. */
function parseUsage(text: string): Usage | string | null {
  const read = parsePasted(text);
  return read !== null && typeof read === "object" ? read.usage : read;
}

const chat = {
  prompt_tokens: 1234,
  completion_tokens: 967,
  total_tokens: 2201,
  prompt_tokens_details: { cached_tokens: 1024 },
  completion_tokens_details: { reasoning_tokens: 640 },
};
const responses = {
  input_tokens: 1234,
  input_tokens_details: { cached_tokens: 1024 },
  output_tokens: 967,
  output_tokens_details: { reasoning_tokens: 640 },
  total_tokens: 2201,
};
const read = { inputTokens: 1234, cachedInputTokens: 1024, visibleOutputTokens: 327, reasoningTokens: 640 };

describe("a pasted usage object", () => {
  it.each([
    ["of chat completions", JSON.stringify(chat)],
    ["of Responses", JSON.stringify(responses, null, 2)],
    [
      "inside a whole response",
      JSON.stringify({ id: "chatcmpl-1", choices: [{ message: { content: "…" } }], usage: chat }),
    ],
    ["inside an event of a stream", JSON.stringify({ type: "response.completed", response: { usage: responses } })],
    ["cut out with its key", `"usage": ${JSON.stringify(chat)},`],
  ])("%s: cached stays inside input, reasoning is taken out of output", (_, text) =>
    expect(parseUsage(text)).toEqual(read),
  );

  it("without details", () =>
    expect(parseUsage('{"prompt_tokens": 10, "completion_tokens": 5}')).toEqual({
      inputTokens: 10,
      cachedInputTokens: 0,
      visibleOutputTokens: 5,
      reasoningTokens: 0,
    }));
  it("whose details are null", () =>
    expect(parseUsage('{"prompt_tokens": 10, "completion_tokens": 5, "prompt_tokens_details": null}')).toEqual({
      inputTokens: 10,
      cachedInputTokens: 0,
      visibleOutputTokens: 5,
      reasoningTokens: 0,
    }));
  it("with more reasoning than output counts none twice", () =>
    expect(parseUsage('{"completion_tokens": 5, "completion_tokens_details": {"reasoning_tokens": 9}}')).toEqual({
      visibleOutputTokens: 0,
      reasoningTokens: 5,
    }));
});

describe("pasted words", () => {
  it.each([
    [
      "1,234 input, 567 output",
      { inputTokens: 1234, cachedInputTokens: 0, visibleOutputTokens: 567, reasoningTokens: 0 },
    ],
    [
      "1,234 input tokens (1,024 cached), 567 output tokens, 384 reasoning",
      { inputTokens: 1234, cachedInputTokens: 1024, visibleOutputTokens: 183, reasoningTokens: 384 },
    ],
    [
      "input: 1.5k output: 2k",
      { inputTokens: 1500, cachedInputTokens: 0, visibleOutputTokens: 2000, reasoningTokens: 0 },
    ],
    [
      "prompt 10, completion 20",
      { inputTokens: 10, cachedInputTokens: 0, visibleOutputTokens: 20, reasoningTokens: 0 },
    ],
    ["300 visible output and 900 reasoning", { visibleOutputTokens: 300, reasoningTokens: 900 }],
    [
      "1.001k input, 0.5k output",
      { inputTokens: 1001, cachedInputTokens: 0, visibleOutputTokens: 500, reasoningTokens: 0 },
    ],
    ["12 in, 34 out", { inputTokens: 12, cachedInputTokens: 0, visibleOutputTokens: 34, reasoningTokens: 0 }],
  ])("%s", (text, usage) => expect(parseUsage(text)).toEqual(usage));
});

describe("what holds no count", () => {
  it.each([
    "",
    "  ",
    "hello",
    "{}",
    "[]",
    "null",
    "42",
    '{"prompt_tokens": "12"}',
    '{"prompt_tokens": -1}',
    '{"prompt_tokens": 1.5}',
    '{"prompt_tokens": 1e13}',
    "{".repeat(5000),
    '{"a":'.repeat(50) + "1" + "}".repeat(50),
    "1.5 input",
  ])("%.40s: nothing", (text) => expect(parseUsage(text)).toBeNull());
});

/** What was read of a text, and what is said of it. */
function looked(text: string): PastedUsage {
  const read = parsePasted(text);
  if (read === null || typeof read === "string") throw new Error(`${text}: ${read}`);
  return read;
}

describe("usage objects of other shapes", () => {
  const sizes = { inputTokens: 700, cachedInputTokens: 512, visibleOutputTokens: 30, reasoningTokens: 64 };
  it.each([
    [
      "camelCase",
      '{"inputTokens":700,"cachedInputTokens":512,"outputTokens":94,"reasoningTokens":64,"totalTokens":794}',
    ],
    [
      "camelCase with details",
      '{"inputTokens":700,"inputTokenDetails":{"cacheReadTokens":512},"outputTokens":94,"outputTokenDetails":{"reasoningTokens":64}}',
    ],
    [
      "singular details",
      '{"input_tokens":700,"input_token_details":{"cached_tokens":512},"output_tokens":94,"output_token_details":{"reasoning_tokens":64}}',
    ],
    [
      "details printed as text",
      '"usage": {"prompt_tokens":700,"completion_tokens":94,"prompt_tokens_details":"Details(cached_tokens=512)","completion_tokens_details":"Details(reasoning_tokens=64)"}',
    ],
    [
      "an object as Python prints it",
      "Usage(prompt_tokens=700, completion_tokens=94, prompt_tokens_details=In(cached_tokens=512, audio_tokens=None), completion_tokens_details=Out(reasoning_tokens=64))",
    ],
    [
      "a dictionary in a line of a log",
      "10:03:22 INFO done {'input_tokens': 700, 'input_tokens_details': {'cached_tokens': 512}, 'output_tokens': 94, 'output_tokens_details': {'reasoning_tokens': 64}} in 3 s",
    ],
    [
      "an object as JavaScript prints it",
      "{ input_tokens: 700, input_tokens_details: { cached_tokens: 512 },\n  output_tokens: 94, output_tokens_details: { reasoning_tokens: 64 }, }",
    ],
    [
      "both spellings, one of them 0",
      '{"prompt_tokens":0,"completion_tokens":0,"total_tokens":794,"input_tokens":700,"input_tokens_details":{"cached_tokens":512},"output_tokens":94,"output_tokens_details":{"reasoning_tokens":64}}',
    ],
    [
      "server-sent events, whose last counts",
      'data: {"id":"c1","choices":[],"usage":null}\n\ndata: {"id":"c1","usage":{"prompt_tokens":700,"completion_tokens":3}}\n\ndata: {"id":"c1","usage":{"prompt_tokens":700,"completion_tokens":94,"prompt_tokens_details":{"cached_tokens":512},"completion_tokens_details":{"reasoning_tokens":64}}}\n\ndata: [DONE]',
    ],
  ])("%s", (_, text) => expect(looked(text)).toMatchObject({ usage: sizes, leftOut: [], disagreement: null }));

  it("of a whole batch give the mean of its answered requests", () =>
    expect(
      looked(
        '{"object":"batch","request_counts":{"total":5,"completed":4,"failed":1},"usage":{"input_tokens":4002,"output_tokens":80,"total_tokens":4082}}',
      ),
    ).toMatchObject({
      usage: { inputTokens: 1000.5, visibleOutputTokens: 20 },
      leftOut: ["The counts are sums of 4 requests; a workload gets their mean."],
    }));

  it("with audio leave it out and say so", () =>
    expect(
      looked(
        '{"total_tokens":140,"input_tokens":100,"input_token_details":{"text_tokens":60,"audio_tokens":40},"output_tokens":40,"output_token_details":{"audio_tokens":30}}',
      ),
    ).toMatchObject({
      counts: { input: 100, output: 40, audioInput: 40, audioOutput: 30 },
      usage: { inputTokens: 60, visibleOutputTokens: 10 },
      leftOut: [
        "40 of the input is audio, which has a price of its own: left out.",
        "30 of the output is audio, which has a price of its own: left out.",
      ],
    }));

  it("with rejected predictions, unreadable details and further objects say what became of them", () =>
    expect(
      looked(
        '[{"prompt_tokens":9,"completion_tokens":8,"prompt_tokens_details":"<object at 0x7f>","completion_tokens_details":{"rejected_prediction_tokens":3}},{"prompt_tokens":1,"completion_tokens":1}]',
      ).leftOut,
    ).toEqual([
      "3 of the output was predicted and rejected; it is billed as output and stays in it.",
      "It has details that could not be read: cached input or reasoning may be missing.",
      "1 more usage object is in the text and left out; Import reads them all.",
    ]));

  it("that contradict their own total are not taken silently", () =>
    expect(looked('{"prompt_tokens":100,"completion_tokens":20,"total_tokens":150}')).toMatchObject({
      usage: { inputTokens: 100, visibleOutputTokens: 20 },
      disagreement: "Its own total is 150, and input and output make 120.",
    }));

  it("whose total counts cached input, or reasoning, beside them are put together by it", () => {
    expect(looked("input 100, cached 400, output 20, total 520").usage).toMatchObject({
      inputTokens: 500,
      cachedInputTokens: 400,
    });
    expect(looked("input 100, output 20, reasoning 30, total 150").usage).toMatchObject({
      visibleOutputTokens: 20,
      reasoningTokens: 30,
    });
  });
});

describe("lines of counts", () => {
  it.each([
    ["one label a line", "Input tokens: 900\nCached input tokens: 300\nOutput tokens: 70", [900, 300, 70, 0]],
    [
      "a callback’s print, whose total is no input",
      "Tokens Used: 970\n\tPrompt Tokens: 900\n\t\tPrompt Tokens Cached: 300\n\tCompletion Tokens: 70\n\t\tReasoning Tokens: 40\nSuccessful Requests: 1\nTotal Cost (USD): $0.0021",
      [900, 300, 30, 40],
    ],
    [
      "input without what was cached, as a plus tells",
      "Token usage: total=670 input=600 (+ 300 cached) output=70 (reasoning 40)",
      [900, 300, 30, 40],
    ],
    [
      "under a refusal that a terminal broke within a word",
      "Rate limit reached: Limit 30000, Used 29000, Requested 1500. Please try a\ngain in 28ms.\n\nToken usage: input=900 output=70",
      [900, 0, 70, 0],
    ],
    ["cells of a table", "| Prompt tokens | 900 |\n| Completion tokens | 70 |", [900, 0, 70, 0]],
    [
      "points between thousands, which nothing else can be",
      "Input: 59.200,00\nOutput: 1.234.567",
      [59_200, 0, 1_234_567, 0],
    ],
  ])("%s", (_, text, [input, cached, visible, reasoning]) =>
    expect(looked(text).usage).toEqual({
      inputTokens: input,
      cachedInputTokens: cached,
      visibleOutputTokens: visible,
      reasoningTokens: reasoning,
    }),
  );

  it("of several requests give the mean", () =>
    expect(looked("Prompt Tokens: 900\nCompletion Tokens: 70\nSuccessful Requests: 3").usage).toEqual({
      inputTokens: 300,
      cachedInputTokens: 0,
      visibleOutputTokens: 23.333,
      reasoningTokens: 0,
    }));

  it.each([
    ["prompt, completion: 10, 20", /^It cannot be told which number is which in/],
    ["input/output: 500", /^It cannot be told/],
    ["HTTP 200 input 900 output 70 latency 12 ms", /^It cannot be told/],
    ["input: 900\ninput: 800", "Input is there twice, as 900 and 800."],
    ["input 300, cached 600", "Cached and written tokens, 600, are more than the input, 300."],
    ["input: 1.234", /^“1.234” may be 1234 or a number with decimals/],
  ])("%s is refused, and why", (text, reason) =>
    expect(parsePasted(text)).toEqual(typeof reason === "string" ? reason : expect.stringMatching(reason)),
  );

  it.each([
    "try again in 28 s",
    "1200 tokens in 5 requests",
    "Max output tokens: 4096",
    "Prompt tokens:\n1200",
    "not cached: 500",
    "400 Input tokens exceed the limit of 272000 tokens",
  ])("%s tells no usage", (text) => {
    const read = parsePasted(text);
    expect(read === null || typeof read === "string" ? null : read.usage).toBeNull();
  });
});

describe("what a person is shown before it goes into the workload", () => {
  it("each count as the text has it, and as it is used", () => {
    const { rows, status, change, action } = pastedView(
      "Tokens Used: 970\nPrompt Tokens: 900\nPrompt Tokens Cached: 300\nCompletion Tokens: 70\nReasoning Tokens: 40",
    );
    expect(rows.map(({ label, read, used }) => [label, read, used])).toEqual([
      ["Input", "900", "900"],
      ["of which cached", "300", "300"],
      ["Output", "70", "–"],
      ["Visible output", "–", "30"],
      ["Reasoning", "40", "40"],
      ["Total", "970", "–"],
    ]);
    expect(status).toBe("900 input, 300 of which cached, 30 visible output, 40 reasoning");
    // What an earlier text wrote to the cache is no part of this input.
    expect(change).toHaveProperty("cacheWriteTokens", undefined);
    expect(action).toBe("Use these counts");
  });

  it("a contradiction first, with a button that owns it", () => {
    const { remarks, disagreement, action } = pastedView("prompt 200, completion 100, total 350");
    expect(remarks).toEqual([]);
    expect(disagreement).toBe("Its own total is 350, and input and output make 300.");
    expect(action).toBe("Use them all the same");
  });

  it("nothing, and why", () => {
    expect(pastedView(" ")).toMatchObject({ status: "Nothing pasted yet.", isFault: false, change: null });
    expect(pastedView("hello")).toMatchObject({ isFault: true, change: null });
    expect(pastedView("hello").status).toMatch(/^No token counts in this/);
  });
});

describe("a table of Markdown", () => {
  const HEAD = "| Stage | Calls | Input | Cached input | Output |\n|---|---:|---:|---:|---:|\n";
  const ROWS = "| plan | 10 | 1,000 | 200 | 300 |\n| act | 30 | 3,000 | 200 | 300 |\n";

  it("is read by its columns: its total in bold, else the sum of its rows", () => {
    const counts = { requests: 40, input: 4000, cached: 400, output: 600 };
    const usage = { inputTokens: 100, cachedInputTokens: 10, visibleOutputTokens: 15, reasoningTokens: 0 };
    const total = "| **Total** | **40** | **4,000** | **400** | **600** |\n";
    expect(parsePasted(HEAD + ROWS + total)).toMatchObject({ counts, usage, disagreement: null });
    expect(parsePasted(HEAD + ROWS)).toMatchObject({ counts, usage });
    expect(parsePasted(`What it used:\n\n${HEAD}${total}`)).toMatchObject({ counts, usage });
  });

  it("of several rows without a count of calls, or with a cell that is none, is not guessed", () => {
    expect(parsePasted("| Stage | Input | Output |\n|--|--|--|\n| a | 5 | 6 |\n| b | 7 | 8 |\n")).not.toBeInstanceOf(
      Object,
    );
    expect(parsePasted(`${HEAD}| plan | 10 | 1.000 | 200 | 300 |\n`)).not.toBeInstanceOf(Object);
    expect(parsePasted("| Input | Output |\n|--|--|\n| 5 | 6 |\n")).toMatchObject({ counts: { input: 5, output: 6 } });
  });
});

describe("an amount of money", () => {
  it.each([
    [
      "Tokens Used: 42\n\tPrompt Tokens: 30\n\tCompletion Tokens: 12\nSuccessful Requests: 1\nTotal Cost (USD): $6.49e-05",
      "Total Cost (USD): $6.49e-05",
    ],
    ["30 input, 12 output, $0.02", "$0.02"],
  ])("is left out, and named: %#", (text, named) => {
    expect(parsePasted(text)).toMatchObject({
      usage: { inputTokens: 30, visibleOutputTokens: 12 },
      leftOut: [`“${named}” is an amount of money: left out, since the cost follows from the counts.`],
    });
  });
});
