import { modelNamed } from "@/lib/catalogue";
import type { CountText } from "./tokenizer";

/** One message: the texts that are counted, `name` apart, since it costs one token more. */
interface PromptMessage {
  readonly role: string;
  readonly texts: readonly string[];
  readonly name?: string;
}

/** A prompt before it is sent. */
export interface Prompt {
  readonly kind: "text" | "messages" | "responses" | "batch";
  readonly model: string | null;
  readonly maxCompletionTokens: number | null;
  /** Whether a template is put around the messages; embeddings have none. */
  readonly chat: boolean;
  readonly messages: readonly PromptMessage[];
  /** Parts that are no text, such as images, and whether tools are defined: neither is counted. */
  readonly otherParts: number;
  readonly tools: boolean;
}

/**
 * What a chat template adds, by OpenAI’s cookbook “How to count tokens with tiktoken”: to each message, to a
 * name, before the answer. Newer models are not said to keep to it.
 */
const CHAT_OVERHEAD = { message: 3, name: 1, answer: 3 } as const;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const CAPS = ["max_completion_tokens", "max_output_tokens", "max_tokens"];

/** The request body of chat completions, Responses, embeddings or a Batch line as a prompt. */
export function promptOf(
  body: Json,
  kind: Prompt["kind"] = body["messages"] === undefined ? "responses" : "messages",
): Prompt {
  let otherParts = 0;
  const textsOf = (content: unknown): string[] => {
    if (typeof content === "string") return [content];
    if (!Array.isArray(content)) return [];
    return content.flatMap((part) => {
      const text: unknown = isObject(part) ? part["text"] : part;
      if (typeof text === "string") return [text];
      otherParts++;
      return [];
    });
  };
  const messageOf = (message: unknown): PromptMessage => {
    const { role, name, content, arguments: called, output } = isObject(message) ? message : {};
    const texts = [
      ...textsOf(typeof message === "string" ? message : content),
      ...[called, output].filter((text) => typeof text === "string"),
    ];
    return { role: typeof role === "string" ? role : "", texts, ...(typeof name === "string" && { name }) };
  };
  const { messages, input, prompt, instructions, model } = body;
  const listed = Array.isArray(messages) ? messages : Array.isArray(input) && input.some(isObject) ? input : null;
  const cap = CAPS.map((name) => body[name]).find(
    (value): value is number => typeof value === "number" && Number.isInteger(value) && value > 0,
  );
  const named = typeof model === "string" ? modelNamed(model) : null;
  const own = listed ? listed.map(messageOf) : [{ role: "user", texts: textsOf(input ?? prompt) }];
  return {
    kind,
    model: named,
    maxCompletionTokens: cap ?? null,
    chat: !/embedding/i.test(named ?? ""),
    messages: typeof instructions === "string" ? [{ role: "developer", texts: [instructions] }, ...own] : own,
    otherParts,
    tools: "tools" in body,
  };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * A pasted prompt: messages as a list, the body of a request, the first line of a Batch input file, or plain
 * text, which is one message of a user.
 */
export function readPrompt(pasted: string): Prompt {
  const bare = pasted.replace(/^\uFEFF/, "");
  const json = /^\s*[[{]/.test(bare) ? (parsed(bare) ?? parsed(bare.trimStart().split(/\r\n|\n|\r/, 1)[0]!)) : null;
  if (
    Array.isArray(json) &&
    json.length > 0 &&
    json.every((item) => isObject(item) && ("role" in item || "content" in item))
  )
    return promptOf({ messages: json });
  if (isObject(json)) {
    const body = json["body"];
    if (isObject(body)) return promptOf(body, "batch");
    if ("messages" in json || "input" in json || "prompt" in json) return promptOf(json);
  }
  return {
    kind: "text",
    model: null,
    maxCompletionTokens: null,
    chat: true,
    messages: [{ role: "user", texts: [bare] }],
    otherParts: 0,
    tools: false,
  };
}

/** The tokens of a prompt, and what part of them its template adds. */
export interface PromptCount {
  /** All that is sent, the template’s share with it. */
  readonly tokens: number;
  /** Of these, what the template adds. An estimate. */
  readonly overhead: number;
  /** Each message with its own share of the template. */
  readonly messages: readonly { readonly role: string; readonly tokens: number }[];
}

/** Counts the tokens of a prompt. */
export function countPrompt({ messages, chat }: Prompt, count: CountText): PromptCount {
  let overhead = chat ? CHAT_OVERHEAD.answer : 0;
  const counted = messages.map(({ role, texts, name }) => {
    const own = texts.reduce((sum, text) => sum + count(text), 0);
    if (!chat) return { role, tokens: own };
    const around = CHAT_OVERHEAD.message + count(role) + (name === undefined ? 0 : CHAT_OVERHEAD.name + count(name));
    overhead += around;
    return { role, tokens: own + around };
  });
  return {
    tokens: counted.reduce((sum, { tokens }) => sum + tokens, chat ? CHAT_OVERHEAD.answer : 0),
    overhead,
    messages: counted,
  };
}

/** The number of messages before the last one of a user, which later requests may share. */
export const sharedMessages = ({ messages }: Pick<PromptCount, "messages">): number =>
  Math.max(0, messages.map(({ role }) => role).lastIndexOf("user"));

const [LEAST, STEP] = [1024, 128];
/**
 * How many tokens of a shared prefix can be read from the cache: from 1,024 on, in steps of 128. 1,023: 0;
 * 1,151: 1,024; 1,152: 1,152 (OpenAI’s guide on prompt caching).
 */
export const cachableTokens = (prefix: number): number =>
  prefix < LEAST ? 0 : LEAST + STEP * Math.floor((prefix - LEAST) / STEP);

/** Whether a file that begins so is Batch API input, whose tokens only a tokenizer can tell. */
export function isBatchInput(head: string): boolean {
  const line = head
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r\n|\n|\r/, 1)[0]!;
  return (
    line.startsWith("{") && line.includes('"custom_id"') && line.includes('"body"') && !line.includes('"response"')
  );
}
