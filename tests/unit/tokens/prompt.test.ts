import * as o200k from "gpt-tokenizer/encoding/o200k_base";
import vocabulary from "gpt-tokenizer/bpeRanks/o200k_base";
import { describe, expect, it } from "vitest";
import { loadCountTokens, loadTokenizer } from "@/components/import/tokens/tokenizers";
import { checkScenario } from "@/lib/scenario";
import {
  cachableTokens,
  countMerged,
  countPrompt,
  encodingOf,
  isBatchInput,
  ranksOf,
  readPrompt,
  sharedMessages,
} from "@/lib/tokens";
import { promptView } from "@/lib/view/import";

const PLAIN = { disallowedSpecial: new Set<string>() };
const library = (text: string) => o200k.countTokens(text, PLAIN);

describe("counting tokens", () => {
  it("gives the counts that OpenAI's cookbook states", async () => {
    // How to count tokens with tiktoken: its examples in cl100k_base and o200k_base.
    const [o200, cl100] = await Promise.all([loadTokenizer("o200k_base"), loadTokenizer("cl100k_base")]);
    expect(cl100("tiktoken is great!")).toBe(6);
    expect(o200("tiktoken is great!")).toBe(6);
    expect(cl100("antidisestablishmentarianism")).toBe(6);
    expect(o200("antidisestablishmentarianism")).toBe(6);
    expect(cl100("2 + 2 = 4")).toBe(7);
    expect(cl100("お誕生日おめでとう")).toBe(9);
    expect(o200("お誕生日おめでとう")).toBe(8);
  });

  it("counts as the library does: special words as text, a byte order mark not at all", async () => {
    const count = await loadTokenizer("o200k_base");
    for (const text of [
      "",
      "hello world",
      "a <|endoftext|> b",
      "naïve café 😀😀",
      "x".repeat(300),
      "def f(x):\n\n\n    return x  # doubled\n".repeat(50),
      "中文，没有空格的一段话。".repeat(100),
      " ".repeat(700),
      "=".repeat(700),
    ])
      expect(count(text), text.slice(0, 20)).toBe(library(text));
    expect(count("\uFEFFhello")).toBe(library("hello"));
  });

  it("merges long pieces exactly as the library merges them", async () => {
    const count = await loadTokenizer("o200k_base");
    const ranks = ranksOf(vocabulary);
    let state = 7;
    const letters = Array.from({ length: 1500 }, () =>
      String.fromCharCode(97 + (((state = (state * 1103515245 + 12345) % 2147483648) >> 8) % 26)),
    ).join("");
    for (const piece of [
      letters,
      "acgt".repeat(400),
      "é".repeat(1200),
      "中".repeat(1100),
      "😀".repeat(600),
      "\n".repeat(1300),
      "-".repeat(1300),
      "ab".repeat(700),
    ]) {
      expect(countMerged(piece, ranks), piece.slice(0, 8)).toBe(library(piece));
      const text = `Before it. ${piece} and ${piece}, then more.`;
      expect(count(text), piece.slice(0, 8)).toBe(library(text));
    }
  });

  it("counts a megabyte of one letter without hanging: eight to a token", async () => {
    const count = await loadTokenizer("o200k_base");
    expect(library("a".repeat(8000))).toBe(1000);
    const began = performance.now();
    expect(count("a".repeat(1_000_000))).toBe(125_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("takes the encoding of the model", async () => {
    for (const model of [
      "gpt-4",
      "gpt-4-0613",
      "gpt-4-turbo",
      "gpt-4-32k",
      "gpt-3.5-turbo-16k",
      "text-embedding-3-small",
    ])
      expect(encodingOf(model)).toBe("cl100k_base");
    for (const model of [
      null,
      "gpt-4o",
      "gpt-4o-mini",
      "gpt-4.1",
      "gpt-4.5-preview",
      "gpt-5.4",
      "o1",
      "o3-mini",
      "chatgpt-4o-latest",
      "my-own",
    ])
      expect(encodingOf(model)).toBe("o200k_base");
    const count = await loadCountTokens();
    expect([count("gpt-4", "お誕生日おめでとう"), count("o1", "お誕生日おめでとう")]).toEqual([9, 8]);
  });
});

describe("a prompt", () => {
  /** A tokenizer to count with on paper: a token a word. */
  const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
  const CHAT = [
    { role: "system", content: "one two three" },
    {
      role: "user",
      name: "ann",
      content: [
        { type: "text", text: "four five" },
        { type: "image_url", image_url: { url: "x" } },
      ],
    },
    { role: "assistant", content: "six" },
    { role: "user", content: "seven eight nine" },
  ];

  it("counts messages with what the chat adds: 3 each and the role, 1 a name, 3 for the answer", () => {
    const prompt = readPrompt(JSON.stringify(CHAT));
    expect(prompt).toMatchObject({ kind: "messages", model: null, otherParts: 1, tools: false });
    expect(countPrompt(prompt, words)).toEqual({
      tokens: 9 + 4 * (3 + 1) + (1 + 1) + 3,
      overhead: 4 * (3 + 1) + (1 + 1) + 3,
      messages: [
        { role: "system", tokens: 7 },
        { role: "user", tokens: 8 },
        { role: "assistant", tokens: 5 },
        { role: "user", tokens: 7 },
      ],
    });
    expect(sharedMessages(countPrompt(prompt, words))).toBe(3);
  });

  it("counts the example of OpenAI's cookbook as the API billed it: 129 tokens of GPT-4, 124 of GPT-4o", async () => {
    // How to count tokens with tiktoken, section 6.
    const messages = [
      {
        role: "system",
        content: "You are a helpful, pattern-following assistant that translates corporate jargon into plain English.",
      },
      { role: "system", name: "example_user", content: "New synergies will help drive top-line growth." },
      { role: "system", name: "example_assistant", content: "Things working well together will increase revenue." },
      {
        role: "system",
        name: "example_user",
        content: "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
      },
      {
        role: "system",
        name: "example_assistant",
        content: "Let's talk later when we're less busy about how to do better.",
      },
      {
        role: "user",
        content: "This late pivot means we don't have time to boil the ocean for the client deliverable.",
      },
    ];
    const prompt = readPrompt(JSON.stringify({ model: "gpt-4-0613", messages }));
    expect(countPrompt(prompt, await loadTokenizer(encodingOf(prompt.model))).tokens).toBe(129);
    expect(countPrompt(prompt, await loadTokenizer("o200k_base")).tokens).toBe(124);
  });

  it("reads a Batch line, a Responses body, an embedding and plain text", () => {
    const line = JSON.stringify({
      custom_id: "a",
      method: "POST",
      url: "/v1/chat/completions",
      body: { model: "openai/o3-mini", max_completion_tokens: 500, messages: CHAT, tools: [{}] },
    });
    expect(isBatchInput(line)).toBe(true);
    expect(readPrompt(`${line}\n${line}\n`)).toMatchObject({
      kind: "batch",
      model: "o3-mini",
      maxCompletionTokens: 500,
      tools: true,
    });
    const responses = readPrompt(
      JSON.stringify({ model: "gpt-5.4", instructions: "be brief", input: "one two", max_output_tokens: 9 }),
    );
    expect(responses).toMatchObject({
      kind: "responses",
      maxCompletionTokens: 9,
      messages: [
        { role: "developer", texts: ["be brief"] },
        { role: "user", texts: ["one two"] },
      ],
    });
    expect(countPrompt(responses, words).tokens).toBe(4 + 2 * 4 + 3);
    expect(
      countPrompt(readPrompt('{"model": "text-embedding-3-small", "input": ["one two", "three"]}'), words),
    ).toEqual({ tokens: 3, overhead: 0, messages: [{ role: "user", tokens: 3 }] });
    expect(countPrompt(readPrompt("\uFEFF{ not JSON at all"), words)).toMatchObject({ tokens: 5 + 4 + 3 });
    expect(isBatchInput('{"id": "x", "custom_id": "a", "response": {"body": {}}}')).toBe(false);
  });

  it("can cache 1,024 tokens and then steps of 128", () => {
    expect([0, 1023, 1024, 1151, 1152, 2000].map(cachableTokens)).toEqual([0, 0, 1024, 1024, 1152, 1920]);
  });

  it("costs its input at the model's price and becomes a workload", () => {
    const long = Array(2000).fill("word").join(" ");
    const prompt = readPrompt(
      JSON.stringify([
        { role: "system", content: long },
        { role: "user", content: "now" },
      ]),
    );
    const count = countPrompt(prompt, words);
    const { scenario, rows, finding } = promptView({
      prompt,
      count,
      encoding: "o200k_base",
      model: "o1-mini",
      shared: sharedMessages(count),
    });
    expect(finding).toBe("2,012\u00a0tokens before the answer, for o1-mini");
    expect(scenario.workloads[0]).toMatchObject({ model: "o1-mini", inputTokens: 2012, cachedInputTokens: 1920 });
    expect("scenario" in checkScenario(scenario)).toBe(true);
    // 2,012 at $1.10 a million; 92 of them at $1.10 and 1,920 at $0.55.
    expect(rows.at(-1)).toMatchObject({ text: "$0.002213", remark: "$0.001157 when its prefix is in the cache" });
    const plain = promptView({
      prompt: prompt,
      count: count,
      encoding: "o200k_base",
      model: "gpt-4",
      shared: sharedMessages(count),
    });
    expect(plain.rows[2]!.remark).toBe("no cached price; caching is not offered");
    expect(plain.scenario.workloads[0]!.cachedInputTokens).toBe(0);
  });
});
