import { quote, type Issue } from "@/lib/fields";
import { refuse, type Answer } from "./answer";

/** The most bytes a body may have: 1 MiB. */
export const MOST_BYTES = 1_048_576;

/**
 * How much of a body that is too long is read and dropped, so that a client still sending hears the answer:
 * 32 MiB.
 */
const MOST_DROPPED = 32 * MOST_BYTES;

/**
 * A body that was read, or why it was not. `begun`: a part of it was read, and the client is still sending.
 */
export type Body =
  | { readonly bytes: Uint8Array }
  | { readonly refused: "too-large"; readonly begun: boolean }
  | { readonly refused: "broken-off" };

/** The pieces of a body as they come: a reader of a web stream, or an iterator over a request of Node. */
interface Pieces {
  next(): Promise<{ readonly done?: boolean | undefined; readonly value?: Uint8Array | undefined }>;
}

/**
 * Reads a body of at most `most` bytes. A longer one is refused and nothing behind the limit is kept. Its
 * rest is read all the same, since a client that is still sending often loses the answer; not if it declares
 * or sends more than `MOST_DROPPED`.
 */
export async function readBody(
  stream: ReadableStream<Uint8Array> | null,
  declaredLength: string | null,
  most = MOST_BYTES,
): Promise<Body> {
  if (!stream) return readPieces({ next: async () => ({ done: true }) }, declaredLength, most);
  const reader = stream.getReader();
  const body = await readPieces({ next: () => reader.read() }, declaredLength, most);
  reader.releaseLock();
  return body;
}

/** `readBody` of a body that is no web stream. What is not read of it is left to whoever gave it. */
export async function readPieces(pieces: Pieces, declaredLength: string | null, most = MOST_BYTES): Promise<Body> {
  if (declaredLength !== null && Number(declaredLength) > Math.max(most, MOST_DROPPED))
    return { refused: "too-large", begun: false };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { value } = await pieces.next();
      if (!value) break;
      length += value.byteLength;
      if (length <= most) chunks.push(value);
      else if (length > Math.max(most, MOST_DROPPED)) return { refused: "too-large", begun: true };
    }
    if (length > most) return { refused: "too-large", begun: false };
  } catch {
    return { refused: "broken-off" };
  }
  if (chunks.length === 1) return { bytes: chunks[0]! };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return { bytes };
}

/** Bytes as text; `null` where they are not UTF-8. A byte order mark in front is dropped. */
export function toText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A body as JSON, or the answer that says why it is not JSON. `most`: the most bytes the call takes. */
export function readJson(body: Body, most = MOST_BYTES): { readonly input: unknown } | { readonly refusal: Answer } {
  if ("refused" in body)
    return { refusal: body.refused === "too-large" ? tooLarge(body.begun, most) : notJson("it broke off") };
  const text = toText(body.bytes);
  if (text === null) return { refusal: notJson("it is not UTF-8") };
  try {
    return { input: JSON.parse(text) as unknown };
  } catch (error) {
    return {
      refusal: notJson(
        text.trim() === "" ? "it is empty" : error instanceof SyntaxError ? error.message : "it cannot be parsed",
      ),
    };
  }
}

/** The pieces of a query, as they came; empty ones are none. */
export const queryPieces = (query: string): string[] => query.replace(/^\?/, "").split("&").filter(Boolean);

/** A fault for each piece of a query that a call with a body does not take; `rest` ends the sentence. */
export function refusePieces(pieces: readonly string[], rest: string): Issue[] {
  return pieces.map((piece) => ({
    path: piece.split("=", 1)[0]!,
    message: `${quote(piece)} is not accepted in the address${rest}`,
  }));
}

/** 413. Where the client is still sending, the connection closes. */
function tooLarge(begun: boolean, most: number): Answer {
  const answer = refuse(413, "too-large", "The body is too large.", [
    { path: "", message: `body: longer than ${most} bytes; give a scenario of at most that` },
  ]);
  return { ...answer, headers: { ...answer.headers, ...(begun && { Connection: "close" }) } };
}

function notJson(why: string): Answer {
  return refuse(400, "not-json", "The body is not JSON.", [
    { path: "", message: `body: ${why}; give a scenario as JSON in UTF-8` },
  ]);
}
