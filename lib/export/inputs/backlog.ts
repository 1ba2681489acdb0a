import { mostEnqueued } from "@/lib/batch";
import { parseDecimal } from "@/lib/money";
import type { Backlog } from "@/lib/scenario";
import { capital } from "@/lib/view/names";
import { formatCount, formatNumber, formatPercent, formatUsdText } from "@/lib/view/text";
import { entered, exactly, fact, words } from "../cells";
import type { Cell, ValueList } from "../report";
import { camelCase, snakeCase, spaced } from "../words";
import { plainCell } from "./plain";

const tokens = (value: number): Cell => entered(value, `${formatNumber(value)} tokens`);

/** What was entered of a pile of work; `deadline` in the words of the page. */
export function backlogBlock(backlog: Backlog, deadline: string): ValueList {
  const { maxCompletionTokens: cap, budgetUsd } = backlog;
  const facts = [
    fact("model", "Model", words(backlog.model)),
    fact("total", "Requests", entered(backlog.total)),
    fact("input_tokens", "Input", tokens(backlog.inputTokens)),
    fact("cached_input_tokens", "of which cached", tokens(backlog.cachedInputTokens)),
    fact("visible_output_tokens", "Visible output", tokens(backlog.visibleOutputTokens)),
    fact("reasoning_tokens", "Reasoning", tokens(backlog.reasoningTokens)),
    fact("max_completion_tokens", "Cap", cap === undefined ? words("none", null) : tokens(cap)),
    fact("deadline_hours", "Deadline", entered(backlog.deadlineHours, deadline)),
    fact("live_share", "Left to live traffic", entered(backlog.liveShare, formatPercent(backlog.liveShare))),
    fact(
      "budget_usd",
      "Budget",
      budgetUsd === undefined ? words("none", null) : exactly(formatUsdText(budgetUsd), parseDecimal(budgetUsd)),
    ),
    fact(
      "enqueued_requests",
      "Enqueued at once",
      entered(mostEnqueued(backlog), formatCount(BigInt(mostEnqueued(backlog)), "request")),
    ),
  ];
  const known = new Set(facts.map(({ name }) => camelCase(name)));
  const others = Object.entries(backlog)
    .filter(([field]) => !known.has(field))
    .map(([field, value]) => fact(snakeCase(field), capital(spaced(field)), plainCell(value)));
  return { key: "backlog", title: "The backlog", facts: [...facts, ...others] };
}
