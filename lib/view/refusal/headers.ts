import type { Scenario } from "@/lib/scenario";
import type { HeadersRead, LimitHeader } from "@/lib/refusal";
import { formatNumber } from "@/lib/view/text";
import { capital, listed } from "@/lib/view/names";
import { retryChange } from "./changes/list";
import { notOfTiers } from "./origin";
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
            of: `${formatNumber(limit!)} ${remaining! < 0 ? "+" : "−"} ${formatNumber(Math.abs(remaining!))}`,
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

function headerRemark(header: LimitHeader): string[] {
  const { counts, per, limit, remaining, statedMs, impliedMs, agrees } = header;
  const name = capital(counts!);
  if (limit !== null && remaining !== null && remaining > limit)
    return [`${name}: more remaining than the limit; nothing is worked out from it.`];
  if (agrees === true && per === "day") return [`${name}: the reset fits a limit a day, not a minute.`];
  if (agrees === false)
    return [
      `${name}: the stated reset of ${formatHeaderWait(statedMs!)} does not agree; ${formatHeaderWait(impliedMs!)} is what these numbers take.`,
    ];
  if (per === null && limit !== null)
    return [
      `${name}: Azure counts them over less than a minute, and no reset says over what: ${formatNumber(limit)} is no limit a minute.`,
    ];
  return [];
}

/** The most that one response of the Realtime API may give, which is its cap where none is set. */
const REALTIME_CAP = 4_096;

/** What the used tokens of a Realtime event come to after one request: its prompt and its whole cap. */
function capRemark({ event, limits }: HeadersRead): string[] {
  const used = (counts: string) => limits.find((one) => one.counts === counts)?.used;
  const tokens = used("tokens");
  if (!event || used("requests") !== 1 || !tokens || tokens <= REALTIME_CAP) return [];
  return [
    `${formatNumber(tokens)} = ${formatNumber(REALTIME_CAP)} + ${formatNumber(tokens - REALTIME_CAP)}: with the Realtime API’s cap of ${formatNumber(REALTIME_CAP)}, the one response was charged its prompt plus its cap when it began.`,
  ];
}

/** How long until a limit is whole again; `null` where nothing says so. */
const wholeIn = ({ agrees, statedMs, impliedMs }: LimitHeader) => (agrees ? statedMs : impliedMs);

/** One answer’s headers: the limit with the smallest share left, and all of them as figures. */
export function headersView(scenario: Scenario, headers: HeadersRead): RefusalView {
  const { limits, retryAfterMs, model } = headers;
  const share = ({ remaining, limit }: LimitHeader) => (limit ? remaining! / limit : 0);
  const tightest = limits.filter(({ used }) => used !== null).sort((a, b) => share(a) - share(b))[0];
  const checks = limits.flatMap((one) => checksOf(scenario, { ...one, model }));
  const wait = tightest && wholeIn(tightest);
  const finding = tightest
    ? `${formatNumber(Math.max(0, tightest.remaining!))} of ${formatRate(tightest.limit!, tightest.counts, tightest.per)} left${wait ? `, whole again in ${formatHeaderWait(wait)}` : ""}`
    : retryAfterMs
      ? `Told to wait ${formatHeaderWait(retryAfterMs)}`
      : `The headers tell of ${listed(limits.map(({ counts }) => counts!))}`;
  return {
    tone: (tightest && tightest.remaining! <= 0) || retryAfterMs ? "over" : "ok",
    finding,
    figures: [
      ...limits.flatMap(headerFigures),
      ...given("Retry after", retryAfterMs && formatHeaderWait(retryAfterMs)),
    ],
    remarks: [
      ...limits.flatMap(headerRemark),
      ...capRemark(headers),
      ...(headers.origin ? [notOfTiers(headers.origin)] : []),
      ...(model === null
        ? [`The ${headers.event ? "event names" : "headers name"} no model, so their limits are compared with none.`]
        : []),
    ],
    checks,
    changes: retryAfterMs ? [retryChange(retryAfterMs)] : [],
    rule: "continuous-refill",
  };
}
