import { createHash } from "node:crypto";
import { send, type Answer } from "@/lib/api";

const tags = new Map<string, string>();

/** The tag of a body, kept for the few bodies that last. */
function tagOf(body: string): string {
  const tag = tags.get(body) ?? `W/"${createHash("sha1").update(body).digest("base64url")}"`;
  tags.set(body, tag);
  return tag;
}

/** The answer with its tag; 304 to whoever has it already. */
export function sendLasting(answer: Answer, request: Request): Response {
  if (answer.status !== 200) return send(answer);
  const ETag = tagOf(answer.body!);
  const headers = { ...answer.headers, ETag };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  const isKnown = known.includes(ETag) || known.includes(ETag.slice(2));
  return send(isKnown ? { status: 304, headers, body: null } : { ...answer, headers });
}
