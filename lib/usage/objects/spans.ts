import { type RowDraft } from "../tally/row-draft";
import { loggedModel } from "../log/logged-model";
import type { InstantReader, InstantKind } from "../log/instant";
import { countOf, objectOf, type Json } from "../log/values";

const CALLS = new Set(["chat", "text_completion", "generate_content", "completion", "LLM"]);
const ATTRIBUTES = ["attributes", "Attributes", "SpanAttributes", "span_attributes", "tags"];
const STARTS = [
  "startTimeUnixNano",
  "start_time_unix_nano",
  "startTime",
  "start_time",
  "startTimeUnix",
  "Timestamp",
  "timestamp",
];

/** A value of OTLP, `{"intValue": "12"}`, as itself. */
function plain(value: unknown): unknown {
  const object = objectOf(value);
  return object ? (object["stringValue"] ?? object["intValue"] ?? object["doubleValue"] ?? object["boolValue"]) : value;
}

/**
 * The attributes of a span by name: an object, OTLP’s list of keys and values, or the span itself where they
 * are written flat.
 */
function attributesOf(span: Json): ReadonlyMap<string, unknown> | null {
  for (const name of ATTRIBUTES) {
    const attributes = span[name];
    const object = objectOf(attributes);
    if (object) return new Map(Object.entries(object).map(([key, value]) => [key, plain(value)]));
    if (!Array.isArray(attributes)) continue;
    return new Map(
      attributes.flatMap((pair) =>
        typeof objectOf(pair)?.["key"] === "string" ? [[pair.key as string, plain(pair.value)] as const] : [],
      ),
    );
  }
  return null;
}

const isName = (name: string) => name.startsWith("gen_ai.") || name.startsWith("llm.");

/** Whether an object is a span: it has attributes, and the names of a span or of a call of a model. */
export function isSpan(object: Json): boolean {
  if (Object.keys(object).some((name) => name.startsWith("gen_ai."))) return true;
  return (
    ATTRIBUTES.some((name) => typeof object[name] === "object" && object[name] !== null) &&
    ["spanId", "span_id", "SpanId", "traceId", "trace_id", "context", "startTimeUnixNano", "name"].some(
      (name) => name in object,
    )
  );
}

/** Reads a call of a model from a span; `other`: why it is left out, `isNamed`: whether an operation names it. */
export function readSpan(
  span: Json,
  row: RowDraft,
  instants: InstantReader,
): { readonly other: string | null; readonly isNamed: boolean } {
  const leave = (other: string | null, isNamed = false) => ({ other, isNamed });
  const inner = attributesOf(span);
  const flat = Object.keys(span).some(isName);
  const get = (name: string): unknown => inner?.get(name) ?? (flat ? span[name] : undefined);
  if (!flat && !(inner && [...inner.keys()].some(isName))) return leave("a span that is no call of a model");
  const operation = get("gen_ai.operation.name") ?? get("llm.request.type") ?? get("openinference.span.kind");
  if (typeof operation === "string" && !CALLS.has(operation))
    return leave(`a span of the kind ${operation}: no call, or one that repeats its children`, true);
  const count = (...names: readonly string[]) =>
    names.map((name) => countOf(get(name))).find((value) => value === value) ?? NaN;
  row.input = count("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.token_count.prompt");
  row.output = count("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.token_count.completion");
  row.cached = count(
    "gen_ai.usage.cache_read.input_tokens",
    "gen_ai.usage.cache_read_input_tokens",
    "gen_ai.usage.input_tokens.cached",
    "llm.token_count.prompt_details.cache_read",
  );
  row.written = count(
    "gen_ai.usage.cache_creation.input_tokens",
    "gen_ai.usage.cache_creation_input_tokens",
    "gen_ai.usage.cache_write.input_tokens",
    "gen_ai.usage.cache_write_input_tokens",
    "gen_ai.usage.input_tokens.cache_write",
    "llm.token_count.prompt_details.cache_write",
  );
  row.reasoning = count(
    "gen_ai.usage.reasoning.output_tokens",
    "gen_ai.usage.reasoning_tokens",
    "gen_ai.usage.output_tokens.reasoning",
    "llm.token_count.completion_details.reasoning",
  );
  const cap = count("gen_ai.request.max_tokens");
  if (cap > 0) row.cap = cap;
  const model = get("gen_ai.request.model") ?? get("gen_ai.response.model") ?? get("llm.model_name");
  if (typeof model === "string") row.model = loggedModel(model).model;
  const status = objectOf(span["status"]);
  const code = status?.["code"] ?? status?.["status_code"] ?? span["StatusCode"];
  if (code === 2 || /error/i.test(String(code ?? ""))) {
    row.failedRequests = 1;
    row.failure = String(get("error.type") ?? "status error");
  }
  if (row.failedRequests === 0 && row.input !== row.input && row.output !== row.output)
    return leave("a call that tells no tokens");
  for (const name of STARTS) {
    const value = span[name];
    if (value === undefined || value === null) continue;
    if (readStart(value, instants) !== "dated") return leave("its time cannot be read");
    row.atMs = instants.ms;
    row.atTicks = instants.ticks;
    break;
  }
  return leave(null, typeof operation === "string");
}

function readStart(value: unknown, instants: InstantReader): InstantKind {
  // Seconds and nanoseconds, as JavaScript’s tracers write them.
  if (Array.isArray(value) && value.length === 2)
    return instants.readText(`${value[0]}.${String(value[1]).padStart(9, "0")}`);
  return typeof value === "number" ? instants.readNumber(value) : instants.readText(String(value));
}
