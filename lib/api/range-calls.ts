import { CHECKED_ON } from "@/lib/catalogue";
import { estimate } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { exact } from "@/lib/money";
import { rangeOf, type Driver } from "@/lib/ranges";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { ok, refuse, type Answer } from "./answer";
import { queryPieces, readJson, refusePieces, type Body } from "./body";
import { usdText } from "./estimate-json";
import type { RangeJson } from "./range-schema";
import { sourcesOf } from "./sources";

/** A double of USD with six decimals, as every amount of the API. */
const toUsd = (usd: number): string =>
  usdText(usd < 1e9 ? exact(BigInt(Math.round(usd * 1e6)), 1_000_000n) : exact(BigInt(Math.round(usd))))!;

const toDriverJson = ({ workload, field, low, high, ...ends }: Driver): RangeJson["drivers"][number] => ({
  path: `workloads.${workload}.${field}`,
  low,
  high,
  costLow: usdText(ends.costLow),
  costHigh: usdText(ends.costHigh),
  scaleLow: ends.scaleLow,
  scaleHigh: ends.scaleHigh,
});

function toRangeJson(scenario: Scenario): RangeJson {
  const { samples, perMonthUsd: month, scaleAtLimit, fitShare, drivers } = rangeOf(scenario);
  return {
    scenario,
    link: encodeLink(scenario),
    samples,
    perMonthUsd: month && { p10: toUsd(month.p10), p50: toUsd(month.p50), p90: toUsd(month.p90) },
    scaleAtLimit,
    fitShare: [...fitShare],
    drivers: drivers.map(toDriverJson),
    catalogue: { checkedOn: CHECKED_ON, sources: sourcesOf(estimate(scenario)) },
  };
}

/** `POST /api/v1/range`: a scenario as JSON in, what its ranges make of the month out. The address takes no query. */
export function rangeByBody(body: Body, query: string): Answer {
  const read = readJson(body);
  if ("refusal" in read) return read.refusal;
  const strange = refusePieces(queryPieces(query), " beside a body; give nothing");
  const parsed = checkScenario(read.input);
  const issues = [...strange, ...("issues" in parsed ? parsed.issues : [])];
  if (!("scenario" in parsed) || issues.length > 0)
    return refuse(422, "invalid-scenario", "This is not a valid scenario.", issues);
  return ok(toRangeJson(parsed.scenario), false);
}
