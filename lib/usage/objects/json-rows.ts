import { isFailure, serviceTierNamed, type RowDraft } from "../tally/row-draft";
import { loggedModel } from "../log/logged-model";
import type { UsageTally } from "../tally/tally";
import { batchInput, type CountTokens } from "./batch-input";
import { readBatchObject } from "./batch-object";
import { FlatRows } from "../log/flat-rows";
import { InstantReader } from "../log/instant";
import { LISTS } from "../log/json-stream";
import { isSpan, readSpan } from "./spans";
import { isBareUsage, tellsTokens } from "../log/usage-names";
import { readUsage } from "../log/usage-object";
import { countOf, objectOf, type Json } from "../log/values";
import type { TableColumns } from "../report";

const DEEPEST = 6;

/**
 * Reads parsed JSON into a tally: each value is taken for what it is, so that a file may hold several kinds.
 */
export class JsonRows {
  private readonly formats = new Map<string, number>();
  private readonly flats: FlatRows;
  private readonly instants = new InstantReader();

  constructor(
    private readonly tally: UsageTally,
    private readonly row: RowDraft,
    private readonly options: {
      readonly uses?: TableColumns["uses"] | undefined;
      readonly countTokens?: CountTokens | undefined;
    },
  ) {
    this.flats = new FlatRows(tally, row, options.uses);
  }

  readonly take = (value: unknown): void => this.takeAt(value, 0);

  private takeAt(value: unknown, depth: number): void {
    if (Array.isArray(value) && depth < DEEPEST) {
      for (const inner of value) this.takeAt(inner, depth + 1);
      return;
    }
    const object = objectOf(value);
    if (!object) return this.tally.skip("it is no JSON object");
    if (this.options.uses) return this.takeFlat(object);
    this.row.clear();
    // The most frequent by far; the others have no such name in them.
    if (API_OBJECTS.has(object["object"]) && this.takeResponse(object)) return;
    if (object["object"] === "batch") return this.takeBatchObject(object);
    if (this.takeBatch(object) || this.takeBucket(object, depth) || this.takeSpan(object) || this.takeResponse(object))
      return;
    for (const name of LISTS.keys())
      if (Array.isArray(object[name]) && depth < DEEPEST) return this.takeAt(object[name], depth + 1);
    if (object["object"] !== "embedding") this.takeFlat(object);
  }

  private saw(format: string): void {
    this.formats.set(format, (this.formats.get(format) ?? 0) + 1);
  }

  private takeBatch(object: Json): boolean {
    const { row, tally } = this;
    if ("response" in object && ("custom_id" in object || "error" in object)) {
      this.saw("Batch API output");
      row.serviceTier = "batch";
      const response = objectOf(object["response"]);
      const body = objectOf(response?.["body"]);
      const status = countOf(response?.["status_code"]);
      const error = objectOf(object["error"]) ?? objectOf(body?.["error"]);
      if (body) this.readAnswer(body);
      row.serviceTier = "batch";
      if (!response || error || (status === status && status !== 200)) {
        const code = error?.["code"] ?? error?.["type"];
        this.fail(typeof code === "string" ? code : status === status ? `status ${status}` : "no response");
      }
      if (row.failedRequests === 0 && row.input !== row.input && row.output !== row.output)
        tally.skip("its response tells no usage");
      else tally.add(row, true);
      return true;
    }
    const body = objectOf(object["body"]);
    if (!body || !("custom_id" in object || ("url" in object && "method" in object))) return false;
    this.saw("Batch API input");
    row.serviceTier = "batch";
    batchInput(body, row, tally, this.options.countTokens);
    tally.add(row, true);
    return true;
  }

  private takeBatchObject(object: Json): void {
    this.saw("Batch objects");
    const other = readBatchObject(object, this.row, this.tally);
    if (other) this.tally.skip(other);
    else this.tally.add(this.row, true);
  }

  private fail(failure: string): void {
    this.row.failedRequests = this.row.requests;
    this.row.failure = failure;
  }

  private takeBucket(object: Json, depth: number): boolean {
    const results = object["results"];
    if (!Array.isArray(results) || !("start_time" in object) || depth >= DEEPEST) return false;
    for (const result of results) {
      const one = objectOf(result);
      this.row.clear();
      if (one) this.takeResult(one, object);
      else this.tally.skip("it is no JSON object");
    }
    if (results.length === 0) this.tally.idle();
    return true;
  }

  /** One result of a bucket of the organization usage or costs API. */
  private takeResult(result: Json, bucket: Json): void {
    const { row, tally } = this;
    const amount = objectOf(result["amount"]);
    this.saw(amount ? "Costs API" : "Usage API");
    const start = countOf(bucket["start_time"]);
    const end = countOf(bucket["end_time"]);
    row.atMs = start * 1000;
    row.untilMs = end === end ? end * 1000 : Infinity;
    row.model = modelIn(result["model"]);
    row.serviceTier =
      result["batch"] === true
        ? "batch"
        : typeof result["service_tier"] === "string"
          ? serviceTierNamed(result["service_tier"])
          : null;
    row.requests = 0;
    if (amount) {
      const value = amount["value"];
      if (typeof value !== "number" && typeof value !== "string") return tally.skip("it has no amount");
      row.cost = value;
      // `gpt-4o-2024-08-06, cached input`
      if (typeof result["line_item"] === "string") row.model = loggedModel(result["line_item"].split(",")[0]!).model;
    } else {
      row.input = countOf(result["input_tokens"]);
      row.output = countOf(result["output_tokens"]);
      row.cached = countOf(result["input_cached_tokens"]);
      row.written = countOf(result["input_cache_write_tokens"]);
      const requests = countOf(result["num_model_requests"]);
      if (row.input !== row.input && requests !== requests) return tally.skip("a result without tokens");
      if (requests === requests) row.requests = requests;
    }
    tally.add(row, true);
  }

  private takeSpan(object: Json): boolean {
    if (!isSpan(object)) return false;
    this.saw("OpenTelemetry spans");
    const { row, tally } = this;
    const other = readSpan(object, row, this.instants);
    if (other) tally.skip(other);
    else tally.add(row, true);
    return true;
  }

  /** A chat completion, a response of the Responses API, or whatever has their `usage`, or is one. */
  private takeResponse(object: Json): boolean {
    const { row, tally } = this;
    const inner = objectOf(object["response"]);
    const answer = objectOf(object["usage"]) || !inner || !objectOf(inner["usage"]) ? object : inner;
    const kind = answer["object"];
    const ofApi = API_OBJECTS.has(kind);
    const usage = objectOf(answer["usage"]);
    const isUsage = usage ? tellsTokens(usage) && !isExport(object) : isBareUsage(object);
    if (!ofApi && !isUsage) return false;
    this.saw(
      kind === "response"
        ? "Responses"
        : kind === "chat.completion" || kind === "chat.completion.chunk"
          ? "Chat completions"
          : "Usage objects",
    );
    if (usage || ofApi) this.readAnswer(answer);
    else readUsage(object, row, tally);
    if (row.model === null) row.model = modelIn(object["model"]);
    if (row.failedRequests === 0 && row.input !== row.input && row.output !== row.output)
      tally.skip("it tells no usage");
    else if (row.atMs === row.atMs || this.readTime(object) || !hasTime(answer)) tally.add(row, true);
    else tally.skip("its time cannot be read");
    return true;
  }

  private readAnswer(answer: Json): void {
    const { row } = this;
    const usage = objectOf(answer["usage"]);
    if (usage) readUsage(usage, row, this.tally);
    row.model = modelIn(answer["model"]);
    if (typeof answer["service_tier"] === "string") row.serviceTier = serviceTierNamed(answer["service_tier"]);
    row.cap = cap(answer["max_output_tokens"]);
    const error = objectOf(answer["error"]);
    const status = answer["status"];
    if (error || (typeof status === "string" && isFailure(status)))
      this.fail(String(error?.["code"] ?? error?.["type"] ?? status));
    this.readTime(answer);
  }

  private readTime(object: Json): boolean {
    for (const name of TIMES) {
      const value = object[name];
      if (value === undefined || value === null) continue;
      const kind = typeof value === "number" ? this.instants.readNumber(value) : this.instants.readText(String(value));
      if (kind !== "dated") continue;
      this.row.atMs = this.instants.ms;
      this.row.atTicks = this.instants.ticks;
      return true;
    }
    return false;
  }

  private takeFlat(object: Json): void {
    const layout = this.flats.take(object);
    if (layout) this.saw(layout.known ? layout.format : TABLE);
  }

  /** The format that most rows had. */
  get format(): string {
    const [most] = [...this.formats].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? "JSON";
  }

  /** Those of a table, where most rows are of one whose columns were guessed or chosen. */
  get columns(): TableColumns | null {
    return this.formats.size > 0 && this.format !== TABLE ? null : this.flats.columns;
  }
}

const TABLE = "JSON objects";
const API_OBJECTS = new Set<unknown>(["chat.completion", "chat.completion.chunk", "response", "text_completion"]);
const TIMES = ["created", "created_at", "timestamp", "createdAt", "start_time", "startTime", "time"];
const hasTime = (object: Json) => TIMES.some((name) => object[name] !== undefined && object[name] !== null);
/** Exports have a usage object too, and more beside it that has to be heeded. */
const isExport = (object: Json) =>
  "call_type" in object ||
  "traceId" in object ||
  "parentObservationId" in object ||
  "completionStartTime" in object ||
  "request_created_at" in object;
const modelIn = (value: unknown) => (typeof value === "string" ? loggedModel(value).model : null);

/** A cap as requests and responses have it; NaN without one. */
function cap(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : NaN;
}
