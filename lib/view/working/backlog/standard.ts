import { exact } from "@/lib/money";
import { formatExact } from "@/lib/view/text";
import { step, working, type Working } from "../compose";
import { minus, number } from "../term";
import { type AnsweredSplit, count } from "./parts";

/** Requests of the total that are not sent in batch. */
export function standardWorking(answered: AnsweredSplit): Working {
  const { split, plan, name } = answered;
  const term = minus(number(plan.backlog.total), count(split.batch));
  return working({
    title: `${name}: requests sent as standard`,
    steps: [{ label: "Requests in batch", expression: "", value: formatExact(exact(split.batch)) }],
    result: step("Standard requests", term, formatExact(term.value)),
    rule: "backlog-split",
  });
}
