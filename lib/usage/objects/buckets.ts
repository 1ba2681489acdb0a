import { loggedModel } from "../log/logged-model";
import { countOf, objectOf, type Json } from "../log/values";
import { serviceTierNamed, type RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";

/** Audio stands beside the text of these counts, and not inside. */
const AUDIO = ["input_audio_tokens", "output_audio_tokens"] as const;

/** Whether a result of a bucket is one of the costs API; of the usage API otherwise. */
export const isCost = (result: Json): boolean => objectOf(result["amount"]) !== null;

/** Reads one result of a bucket of the organization’s usage or costs API into a row; else why it is left out. */
export function readResult(result: Json, bucket: Json, row: RowDraft, tally: UsageTally): string | null {
  const amount = objectOf(result["amount"]);
  const start = countOf(bucket["start_time"]);
  const end = countOf(bucket["end_time"]);
  row.atMs = start * 1000;
  row.untilMs = end === end ? end * 1000 : Infinity;
  const tier = result["service_tier"];
  row.serviceTier = result["batch"] === true ? "batch" : typeof tier === "string" ? serviceTierNamed(tier) : null;
  row.requests = 0;
  if (amount) {
    const value = amount["value"];
    if (typeof value !== "number" && typeof value !== "string") return "it has no amount";
    row.cost = value;
    // `gpt-4o-2024-08-06, cached input`
    const item = result["line_item"];
    row.model = typeof item === "string" ? loggedModel(item.split(",")[0]!).model : null;
    return null;
  }
  const model = result["model"];
  row.model = typeof model === "string" ? loggedModel(model).model : null;
  row.input = countOf(result["input_tokens"]);
  row.output = countOf(result["output_tokens"]);
  row.cached = countOf(result["input_cached_tokens"]);
  row.written = countOf(result["input_cache_write_tokens"]);
  const requests = countOf(result["num_model_requests"]);
  if (row.input !== row.input && requests !== requests) return "a result without tokens";
  if (requests === requests) row.requests = requests;
  const audio = AUDIO.reduce((sum, name) => sum + Math.max(0, countOf(result[name]) || 0), 0);
  if (audio > 0) tally.countRemark("Audio tokens, which have prices of their own and are left out", audio);
  return null;
}
