import { describe, expect, it } from "vitest";
import { parseUsage } from "@/lib/usage";

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
