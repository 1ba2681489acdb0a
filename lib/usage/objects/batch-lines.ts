import { BATCH_LIMITS } from "@/lib/catalogue";
import { objectOf, type Json } from "../log/values";
import type { Skipped } from "../report";
import { Reasons } from "../tally/notes";

const MOST_REQUESTS = BATCH_LIMITS.requestsPerBatch.value;
const MOST_BYTES = BATCH_LIMITS.bytesPerBatch.value;
const NO_REQUEST = "it is no request: an object with custom_id, method, url and body";
const FIELDS = ["custom_id", "method", "url", "body"] as const;

/**
 * Why OpenAI refuses a batch input whole, line by line (Batch guide: one model and one endpoint a file, a `custom_id`
 * that no other line has, at most 50,000 requests or inputs of embeddings and 200 MB). A line is named for the first
 * reason that it gives.
 */
export class BatchLines {
  private readonly reasons = new Reasons();
  private readonly ids = new Set<unknown>();
  private first: { readonly url: unknown; readonly model: unknown } | null = null;
  private isBatch = false;
  private requests = 0;
  private inputs = 0;
  private line = 0;
  /** Of the file, as far as it was read. */
  bytes = 0;

  /** A line that is no JSON. */
  broken(line: number): void {
    this.reasons.add("it is not valid JSON", line);
  }

  /** A line, whatever it holds; what is no batch input is looked at only where it stands among requests. */
  see(value: unknown, line: number): void {
    const object = objectOf(value);
    if (!object) return this.reasons.add(NO_REQUEST, line);
    if (!this.isBatch && object["custom_id"] === undefined) return;
    if (isRequest(object)) this.isBatch = true;
    else if (!this.isBatch) return;
    this.requests++;
    this.line = line;
    const fault = this.faultOf(object);
    if (fault) this.reasons.add(fault, line);
  }

  private faultOf(object: Json): string | null {
    const missing = FIELDS.filter((name) => object[name] === undefined || object[name] === null);
    if (missing.length > 0) return `it has no ${missing.join(", ")}`;
    const body = objectOf(object["body"]);
    if (!body) return NO_REQUEST;
    const { url, custom_id: id } = object;
    if (object["method"] !== "POST") return "its method is not POST";
    this.first ??= { url, model: body["model"] };
    if (url !== this.first.url) return `it goes to another url than the first line, ${String(url)}`;
    if (typeof body["model"] !== "string") return "its body names no model";
    if (body["model"] !== this.first.model) return `it is for another model than the first line, ${body["model"]}`;
    if (this.ids.has(id)) return "its custom_id stands in an earlier line";
    if (this.requests > MOST_REQUESTS) return "a batch holds 50,000 requests at most";
    this.ids.add(id);
    this.inputs += url === EMBEDDINGS ? inputsOf(body["input"]) : 0;
    return this.inputs > MOST_REQUESTS ? "a batch of embeddings holds 50,000 inputs at most" : null;
  }

  private get size(): string {
    return `with it the file has ${Math.ceil(this.bytes / 1e6)} MB; a batch has at most ${MOST_BYTES / 1e6} MB`;
  }

  get list(): readonly Skipped[] {
    if (!this.isBatch) return [];
    const { list } = this.reasons;
    return this.bytes > MOST_BYTES ? [{ reason: this.size, count: 1, rows: [this.line] }, ...list] : list;
  }
}

const EMBEDDINGS = "/v1/embeddings";

/** How many texts a request of embeddings has: a list of them, or one text or list of tokens. */
const inputsOf = (input: unknown): number => (Array.isArray(input) && typeof input[0] !== "number" ? input.length : 1);

const isRequest = (object: Json) =>
  typeof object["custom_id"] === "string" && !("response" in object) && objectOf(object["body"]) !== null;
