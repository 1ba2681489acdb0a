import { loggedModel } from "../log/logged-model";
import { readUsage, usageCounts } from "../log/usage-object";
import { objectOf, type Json } from "../log/values";
import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";

const KINDS = new Set<unknown>(["session_meta", "turn_context", "event_msg", "response_item", "compacted"]);

/** What a line of a Codex session comes to: a row to count, or one that tells no usage. */
type CodexLine = "row" | "nothing" | null;

/**
 * Reads the lines of a Codex session. Its events tell the usage of the last call and the sum of all so far: the last is
 * counted, and where only the sum is told, what it grew by. An event that repeats the sum before it is none.
 */
export class CodexSession {
  private model: string | null = null;
  private total: Json | null = null;
  private totals = "";

  constructor(
    private readonly row: RowDraft,
    private readonly tally: UsageTally,
  ) {}

  /** `null` for what is no line of a session. */
  read(object: Json): CodexLine {
    const payload = objectOf(object["payload"]);
    if (!payload || !KINDS.has(object["type"])) return null;
    if (object["type"] === "session_meta") {
      this.total = null;
      this.totals = "";
    }
    if (typeof payload["model"] === "string") this.model = loggedModel(payload["model"]).model;
    return payload["type"] === "token_count" ? this.readCounts(payload) : "nothing";
  }

  private readCounts(payload: Json): CodexLine {
    const info = objectOf(payload["info"]);
    const total = objectOf(info?.["total_token_usage"]);
    const last = objectOf(info?.["last_token_usage"]);
    const totals = total ? JSON.stringify(total) : "";
    if ((!total && !last) || (total && totals === this.totals)) return "nothing";
    const before = this.total;
    this.total = total;
    this.totals = totals;
    this.row.model = this.model;
    if (last) return readUsage(last, this.row, this.tally) ? "row" : "nothing";
    this.readGrowth(total!, before);
    return "row";
  }

  private readGrowth(total: Json, before: Json | null): void {
    const [now, then] = [usageCounts(total), before && usageCounts(before)];
    const grew = (name: "input" | "cached" | "written" | "output" | "reasoning") =>
      now[name] - Math.max(0, then?.[name] || 0);
    const { row } = this;
    row.input = grew("input");
    row.cached = grew("cached");
    row.written = grew("written");
    row.output = grew("output");
    row.reasoning = grew("reasoning");
  }
}
