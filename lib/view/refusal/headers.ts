import { exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import type { HeadersRead, LimitHeader } from "@/lib/refusal";
import { formatNumber } from "@/lib/view/text";
import { capital, listed } from "@/lib/view/names";
import { retryChange } from "./changes/list";
import { checksOf, given, type RefusalFigure, type RefusalView } from "./parts";
import { formatRate, formatHeaderWait, refillText } from "./words";

function headerFigures({
  counts,
  project,
  per,
  limit,
  remaining,
  used,
  statedMs,
  impliedMs,
}: LimitHeader): RefusalFigure[] {
  const name = capital(`${project ? "project " : ""}${counts!}`);
  return [
    ...given(`${name}, limit`, limit === null ? null : formatRate(limit, counts, per)),
    ...(used === null
      ? given(`${name}, remaining`, remaining === null ? null : formatNumber(remaining))
      : [
          {
            what: `${name}, used`,
            of: `${formatNumber(limit!)} − ${formatNumber(remaining!)}`,
            is: formatNumber(used),
          },
        ]),
    ...(impliedMs
      ? [
          {
            what: `${name}, whole again`,
            of: `${formatNumber(used!)} ÷ (${refillText(limit!, per!)})`,
            is: formatHeaderWait(impliedMs),
          },
        ]
      : []),
    ...given(`${name}, stated reset`, statedMs && formatHeaderWait(statedMs)),
  ];
}

function headerRemark({ counts, per, limit, remaining, statedMs, impliedMs, agrees }: LimitHeader): string[] {
  const name = capital(counts!);
  if (limit !== null && remaining !== null && remaining > limit)
    return [`${name}: more remaining than the limit; nothing is worked out from it.`];
  if (agrees === true && per === "day") return [`${name}: the reset fits a limit a day, not a minute.`];
  if (agrees === false)
    return [
      `${name}: the stated reset of ${formatHeaderWait(statedMs!)} does not agree; ${formatHeaderWait(impliedMs!)} is what these numbers take.`,
    ];
  return [];
}

/** One answer’s headers: the limit with the smallest share left, and all of them as figures. */
export function headersView(scenario: Scenario, headers: HeadersRead): RefusalView {
  const { limits, retryAfterMs, model } = headers;
  const share = ({ remaining, limit }: LimitHeader) => (limit ? remaining! / limit : 0);
  const tightest = limits.filter(({ used }) => used !== null).sort((a, b) => share(a) - share(b))[0];
  const checks = limits.flatMap((one) => (one.project ? [] : checksOf(scenario, { ...one, model })));
  const finding = tightest
    ? `${formatNumber(tightest.remaining!)} of ${formatRate(tightest.limit!, tightest.counts, tightest.per)} left, whole again in ${formatHeaderWait((tightest.agrees ? tightest.statedMs : tightest.impliedMs) ?? exact(0n))}`
    : retryAfterMs
      ? `Told to wait ${formatHeaderWait(retryAfterMs)}`
      : `The headers tell of ${listed(limits.map(({ counts }) => counts!))}`;
  return {
    tone: tightest?.remaining === 0 || (!tightest && retryAfterMs) ? "over" : "ok",
    finding,
    figures: [
      ...limits.flatMap(headerFigures),
      ...given("Retry after", retryAfterMs && formatHeaderWait(retryAfterMs)),
    ],
    remarks: [
      ...limits.flatMap(headerRemark),
      ...(model === null ? ["The headers name no model, so their limits are compared with none."] : []),
    ],
    checks,
    changes: retryAfterMs ? [retryChange(retryAfterMs)] : [],
    rule: "continuous-refill",
  };
}
