import { loggedModel } from "../log/logged-model";
import { readUsage } from "../log/usage-object";
import { countOf, objectOf, type Json } from "../log/values";
import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";

/** Reads a Batch object, the sums of all its requests, into a row; else why it is left out. */
export function readBatchObject(batch: Json, row: RowDraft, tally: UsageTally): string | null {
  const counts = objectOf(batch["request_counts"]);
  const usage = objectOf(batch["usage"]);
  const [total, failed, made] = [countOf(counts?.["total"]), countOf(counts?.["failed"]), countOf(batch["created_at"])];
  if (!usage || !(total > 0) || !readUsage(usage, row, tally)) return "a batch that tells no usage yet";
  row.serviceTier = "batch";
  row.model = typeof batch["model"] === "string" ? loggedModel(batch["model"]).model : null;
  row.requests = total;
  if (failed > 0) {
    row.failedRequests = failed;
    row.failure = "failed in its batch";
  }
  if (made > 0) row.atMs = made * 1000;
  const ended = countOf(batch["completed_at"]);
  row.untilMs = ended > 0 ? ended * 1000 : Infinity;
  return null;
}
