import type { UsageReport } from "@/lib/usage";
import {
  formatCompact,
  formatDay,
  formatDuration,
  formatFactor,
  formatNumber,
  formatPercent,
  UNKNOWN,
} from "@/lib/view/text";
import {
  billText,
  beyondWorkloads,
  dayOf,
  formatSize,
  lastsMs,
  namesOf,
  nothingRead,
  peakOverMean,
  perMinute,
  requestCountText,
  rowsText,
  shareIn,
  whenText,
} from "./words";
import type { ImportBills } from "./cost";
import { statedCost } from "./tables";

/** The head of the page: what a log is and says, in words. */
export interface ImportHead {
  /** Where it comes from: `usage.csv`, `Azure LLM trace 2023`, `16 Nov 2023`. */
  readonly context: readonly string[];
  readonly lead: string;
  readonly rest: string;
}

function spanText(report: UsageReport): string | null {
  const { dated, firstMs, lastMs, days } = report;
  const ms = lastsMs(report);
  if (ms === null) return null;
  if (days.length > 0 && days[0]!.day !== days.at(-1)!.day)
    return `from ${formatDay(days[0]!.day)} to ${formatDay(days.at(-1)!.day)}`;
  if (ms < 1000) return dated ? `on ${formatDay(dayOf(firstMs!))}` : null;
  return `in ${formatDuration((lastMs! - firstMs!) / 3_600_000)}${dated ? ` of ${formatDay(dayOf(firstMs!))}` : ""}`;
}

/** The sentence of a log without requests: what it says of costs, or that it is about none. */
function withoutRequests(report: UsageReport): Pick<ImportHead, "lead" | "rest"> {
  const nothing = nothingRead(report);
  if (nothing) return { lead: "Nothing was read.", rest: nothing };
  const stated = statedCost(report);
  const { input, output, cached } = report.told;
  if (!stated && !input && !output && !cached && report.rowsSkipped === 0)
    return {
      lead: "No use in this period.",
      rest: `Its ${rowsText(report.rowsRead)} ${report.rowsRead === 1 ? "tells" : "tell"} of a time in which nothing was used.`,
    };
  if (!stated)
    return {
      lead: "No requests in this.",
      rest:
        report.rowsSkipped > 0
          ? `${rowsText(report.rowsSkipped)} could not be counted; the reasons stand below.`
          : "Every count in it is 0.",
    };
  const days = new Set(report.days.map(({ day }) => day)).size;
  return {
    lead: `${days > 0 ? `${formatNumber(days)}\u00a0day${days === 1 ? "" : "s"} of costs` : `Costs in ${rowsText(report.rowsRead)}`}, ${stated}.`,
    rest: "The log tells no requests or tokens.",
  };
}

/**
 * What a log says in one sentence: how many requests in how much time, and how the busiest minute stands to
 * the mean.
 */
export function importHead(report: UsageReport, name: string): ImportHead {
  const { total, told, format, rowsRead } = report;
  const span = spanText(report);
  const context = [name, format, `${rowsText(rowsRead)} read`];
  if (total.requests === 0) return { context, ...withoutRequests(report) };
  const lead = `${requestCountText(total.requests)}${span ? ` ${span}` : ""}, ${told.input ? `${formatCompact(total.inputTokens)} tokens in` : "tokens in not told"}${told.output ? ` and ${formatCompact(total.outputTokens)} out` : ""}.`;
  const peak = total.peakRequests;
  if (!peak)
    return {
      context,
      lead,
      rest: report.refused
        ? "OpenAI would refuse this file whole; the lines at fault stand below."
        : report.firstMs === null
          ? "The log has no times, so its busiest minute is not known."
          : "Its requests are counted together, so its busiest minute is not known.",
    };
  const over = peakOverMean(report, peak, total.requests);
  return {
    context,
    lead,
    rest: `The busiest minute has ${formatNumber(peak.perMinute)}${over ? `, ${over}` : ""}${beyondWorkloads(report, peak, total.requests)}.`,
  };
}

/** A figure with its name, and a remark under it. */
export interface ImportFigure {
  readonly label: string;
  readonly text: string;
  readonly remark: string;
}

function costKey(report: UsageReport, { dated, now, other }: ImportBills, model: string): ImportFigure {
  const own = dated ?? now;
  const stated = statedCost(report);
  if (own?.known) {
    const undated = own.undatedTokens > 0 ? "rows without a day left out" : "";
    return {
      label: dated ? "Cost at the prices of its days" : "Cost at current prices",
      text: billText(own.usd, own.known),
      remark: own.unpriced.length > 0 ? `no price for ${namesOf(own)}` : undated,
    };
  }
  if (stated) return { label: "Cost, as the log says", text: stated, remark: "" };
  if (other?.usd) {
    const named = own?.unpriced.some((name) => name !== null);
    return {
      label: `Cost now, were it ${model}`,
      text: billText(other.usd, other.known),
      remark: own && named ? `no price for ${namesOf(own)}` : "the log names no model",
    };
  }
  return { label: "Cost", text: billText(null, null), remark: "" };
}

/**
 * The four figures under the sentence: cost, requests, input, output. A log without a price of its own is
 * priced on `model`.
 */
export function importKeys(report: UsageReport, bills: ImportBills, model: string): ImportFigure[] {
  const { total, told } = report;
  return [
    costKey(report, bills, model),
    {
      label: "Requests",
      text: total.requests === 0 && !told.input && !told.output ? UNKNOWN : formatNumber(total.requests),
      remark: total.failedRequests > 0 ? `${formatNumber(total.failedRequests)} failed` : "",
    },
    {
      label: "Input tokens",
      text: told.input ? formatNumber(total.inputTokens) : UNKNOWN,
      remark: [
        ...(told.cached ? [`${formatPercent(shareIn(total.cachedInputTokens, total.inputTokens))} cached`] : []),
        ...(told.written ? [`${formatPercent(shareIn(total.cacheWriteTokens, total.inputTokens))} written`] : []),
      ].join(", "),
    },
    {
      label: "Output tokens",
      text: told.output ? formatNumber(total.outputTokens) : UNKNOWN,
      remark: told.reasoning ? `${formatPercent(shareIn(total.reasoningTokens, total.outputTokens))} reasoning` : "",
    },
  ];
}

/** Variance over mean of the requests of a second, in words. */
function burstWords(dispersion: number): string {
  if (dispersion < 0.7) return "more even than chance";
  if (dispersion < 1.5) return "as chance has it";
  return dispersion < 5 ? "in bursts" : "in strong bursts";
}

/**
 * How the requests come: the busiest minutes beside the mean and when, and how bursty they are; empty without
 * times of single requests.
 */
export function importPeaks(report: UsageReport): ImportFigure[] {
  const { peakRequests, peakTokens, dispersion, requests, inputTokens, outputTokens } = report.total;
  if (!peakRequests || !peakTokens) return [];
  const [mean, meanTokens] = [perMinute(report, requests), perMinute(report, inputTokens + outputTokens)];
  return [
    {
      label: "Requests in the busiest minute",
      text: formatNumber(peakRequests.perMinute),
      remark: whenText(report, peakRequests.fromMs),
    },
    ...(mean === null
      ? []
      : [
          {
            label: "Requests a minute, mean",
            text: formatSize(mean),
            remark: `peak ${formatFactor(peakRequests.perMinute / mean)} times that${beyondWorkloads(report, peakRequests, requests)}`,
          },
        ]),
    {
      label: "Tokens in the busiest minute",
      text: formatNumber(peakTokens.perMinute),
      remark: whenText(report, peakTokens.fromMs),
    },
    ...(meanTokens === null
      ? []
      : [
          {
            label: "Tokens a minute, mean",
            text: formatSize(meanTokens),
            remark: `peak ${formatFactor(peakTokens.perMinute / meanTokens)} times that`,
          },
        ]),
    ...(dispersion === null
      ? []
      : [
          {
            label: "Variance over mean of a second",
            text: formatCompact(Math.round(dispersion * 100) / 100),
            remark: `1 is chance (Poisson): they come ${burstWords(dispersion)}`,
          },
        ]),
  ];
}

/** How the busiest 60 seconds stand to the mean, in a sentence. */
export function importFlowFinding(report: UsageReport): string {
  const { peakRequests, dispersion, requests } = report.total;
  if (!peakRequests)
    return report.firstMs === null ? "No times, so no busiest minute" : "Counted together: no single minute is known";
  const over = peakOverMean(report, peakRequests, requests);
  return `${over ? `The busiest 60 seconds hold ${over}` : `The busiest 60 seconds hold ${requestCountText(peakRequests.perMinute)}`}${dispersion === null ? "" : `; requests come ${burstWords(dispersion)}`}`;
}
