import { loggedModel } from "../log/logged-model";
import { objectOf, type Json } from "../log/values";

/** What the API calls its answers. */
export const API_OBJECTS = new Set<unknown>([
  "chat.completion",
  "chat.completion.chunk",
  "response",
  "text_completion",
]);
/** Names of the time of an answer, in the order they are tried. */
export const TIMES = ["created", "created_at", "timestamp", "createdAt", "start_time", "startTime", "time"];
/** Whether an object has a time under one of its names. */
export const hasTime = (object: Json) => TIMES.some((name) => object[name] !== undefined && object[name] !== null);
/** Exports have a usage object too, and more beside it that has to be heeded. */
export const isExport = (object: Json) =>
  "call_type" in object ||
  "traceId" in object ||
  "parentObservationId" in object ||
  "completionStartTime" in object ||
  "request_created_at" in object;
/** The model that a value names. */
const namedModel = (value: unknown) => (typeof value === "string" ? loggedModel(value).model : null);

/** A cap as requests and responses have it; NaN without one. */
export function capIn(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : NaN;
}

/** The parts of an object in which its usage may stand: the API’s response, and what LangChain keeps of it. */
const PARTS = ["response", "llm_output", "response_metadata"];

/** What has the usage of an object: the object itself, or a part of it. */
export function answerIn(object: Json): Json {
  if (usageOf(object)) return object;
  return PARTS.map((name) => objectOf(object[name])).find((part) => part && usageOf(part)) ?? object;
}

/** The model that an answer names, under the API’s name or that of LangChain. */
export function modelOfAnswer(answer: Json): string | null {
  const { model, model_name, response_metadata } = answer;
  return namedModel(model ?? model_name ?? objectOf(response_metadata)?.["model_name"]);
}

/** The usage of an answer, under the API’s name or those of LangChain; `null` without one. */
export const usageOf = (answer: Json): Json | null =>
  objectOf(answer["usage"]) ?? objectOf(answer["usage_metadata"]) ?? objectOf(answer["token_usage"]);
