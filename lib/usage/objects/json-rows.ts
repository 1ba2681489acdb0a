import { isFailure, serviceTierNamed, type RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { answerIn, API_OBJECTS, capIn, hasTime, isExport, modelOfAnswer, usageOf } from "./answers";
import { AgentSpans } from "./agents";
import { batchInput, type CountTokens } from "./batch-input";
import { BatchLines } from "./batch-lines";
import { isCost, readResult } from "./buckets";
import { CodexSession } from "./codex";
import { readBatchObject } from "./batch-object";
import { JsonDates } from "./json-dates";
import type { OpenReading, Readings } from "../columns/dialect";
import { FlatRows } from "../log/flat-rows";
import { LISTS } from "../log/json-stream";
import { isSpan, readSpan } from "./spans";
import { isBareUsage, tellsTokens } from "../log/usage-names";
import { readUsage } from "../log/usage-object";
import { countOf, objectOf, type Json } from "../log/values";
import type { Skipped, TableColumns } from "../report";

const DEEPEST = 6;

interface JsonOptions {
  readonly head: string;
  readonly uses?: TableColumns["uses"] | undefined;
  readonly readings: Readings;
  readonly countTokens?: CountTokens | undefined;
}

/**
 * Reads parsed JSON into a tally: each value is taken for what it is, so that a file may hold several kinds.
 */
export class JsonRows {
  private readonly formats = new Map<string, number>();
  private readonly flats: FlatRows;
  private readonly agents: AgentSpans;
  private readonly codex: CodexSession;
  private readonly lines = new BatchLines();
  private readonly dates: JsonDates;
  /** Whether the last page says that there are more. */
  private hasMore = false;

  constructor(
    private readonly tally: UsageTally,
    private readonly row: RowDraft,
    private readonly options: JsonOptions,
  ) {
    this.dates = new JsonDates(options.head, options.readings.dates);
    this.open = this.dates.open;
    this.flats = new FlatRows(tally, row, options.uses, this.dates);
    this.agents = new AgentSpans(tally);
    this.codex = new CodexSession(row, tally);
  }

  readonly take = (value: unknown): void => this.takeAt(value, 0);

  /** A line of JSON lines, by its number. */
  readonly takeLine = (value: unknown, line: number): void => {
    this.lines.see(value, line);
    this.takeAt(value, 0);
  };

  /** So many more bytes were read. */
  sawBytes(count: number): void {
    this.lines.bytes += count;
  }

  readonly brokenLine = (line: number): void => this.lines.broken(line);

  /** Counts what waited for the rest; nothing may be taken after. */
  end(): void {
    this.agents.end();
    if (this.dates.remark) this.tally.remark(this.dates.remark);
    if (this.hasMore)
      this.tally.remark(
        "The last page says has_more: pages that follow it are not in this file, and the sums lack them.",
      );
  }

  /** What of its dates can be read in two ways. */
  readonly open: readonly OpenReading[];

  /** Why a batch input would be refused whole. */
  get refused(): readonly Skipped[] {
    return this.format === "Batch API input" ? this.lines.list : [];
  }

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
    if (typeof object["has_more"] === "boolean") this.hasMore = object["has_more"];
    if (object["object"] === "batch") return this.takeBatchObject(object);
    if (this.takeBatch(object) || this.takeBucket(object, depth) || this.takeCodex(object)) return;
    if (this.takeSpan(object) || this.takeResponse(object)) return;
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
    this.count(readBatchObject(object, this.row, this.tally));
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

  private takeResult(result: Json, bucket: Json): void {
    this.saw(isCost(result) ? "Costs API" : "Usage API");
    this.count(readResult(result, bucket, this.row, this.tally));
  }

  /** Counts the row, or leaves it out for a reason. */
  private count(other: string | null): void {
    if (other) this.tally.skip(other);
    else this.tally.add(this.row, true);
  }

  private takeCodex(object: Json): boolean {
    const line = this.codex.read(object);
    if (line === null) return false;
    this.saw("Codex log");
    if (line === "nothing") return true;
    if (this.dates.readTime(object, this.row)) this.tally.add(this.row, true);
    else this.tally.skip("its time cannot be read");
    return true;
  }

  private takeSpan(object: Json): boolean {
    if (!isSpan(object)) return false;
    this.saw("OpenTelemetry spans");
    const { other, isNamed } = readSpan(object, this.row, this.dates.instants);
    if (!this.agents.see(object, other === null ? this.row : null, isNamed)) this.count(other);
    return true;
  }

  /** A chat completion, a response of the Responses API, or whatever has their `usage`, or is one. */
  private takeResponse(object: Json): boolean {
    const { row, tally } = this;
    const answer = answerIn(object);
    const kind = answer["object"];
    const ofApi = API_OBJECTS.has(kind);
    const usage = usageOf(answer);
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
    if (row.model === null) row.model = modelOfAnswer(object);
    if (row.failedRequests === 0 && row.input !== row.input && row.output !== row.output)
      tally.skip("it tells no usage");
    else if (row.atMs === row.atMs || this.dates.readTime(object, this.row) || !hasTime(answer)) tally.add(row, true);
    else tally.skip("its time cannot be read");
    return true;
  }

  private readAnswer(answer: Json): void {
    const { row } = this;
    const usage = usageOf(answer);
    if (usage) readUsage(usage, row, this.tally);
    row.model = modelOfAnswer(answer);
    if (typeof answer["service_tier"] === "string") row.serviceTier = serviceTierNamed(answer["service_tier"]);
    row.cap = capIn(answer["max_output_tokens"]);
    const error = objectOf(answer["error"]);
    const status = answer["status"];
    if (error || (typeof status === "string" && isFailure(status)))
      this.fail(String(error?.["code"] ?? error?.["type"] ?? status));
    this.dates.readTime(answer, this.row);
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
