import { DEFAULTS, type Policy, type Scenario } from "@/lib/scenario";
import { conditionsOf, type Simulation, type RunInput } from "@/lib/simulation";
import { MINUTE_MS } from "@/lib/rates";
import {
  figure,
  type Figure,
  formatCompact,
  formatDuration,
  formatNumber,
  type RunFigureKey,
  UNKNOWN,
} from "@/lib/view/text";

const NBSP = "\u00a0";
const [SECOND, HOUR, TWO_DAYS] = [1000, 3_600_000, 172_800_000];
const DAY_MINUTES = 1440;

/** What was simulated and what became of it. */
export interface SimulatedTraffic {
  readonly input: RunInput;
  readonly main: Simulation;
}

/** A figure of a run in a sentence. */
export const runFigure = (text: string, of: RunFigureKey["figure"]): Figure => figure(text, { of: "run", figure: of });

/**
 * A wait as people read it: `0`, `340 ms`, `1.57 s`, `4 min 12 s`, `3.4 h`, `2.5 days`; `–` for none. Rounds
 * to the nearest of the unit’s last digit.
 */
export function formatWait(ms: number | null): string {
  if (ms === null) return UNKNOWN;
  if (ms === 0) return "0";
  if (ms < 0.001) return `under 0.001${NBSP}ms`;
  if (ms < 999.5) return `${formatCompact(ms)}${NBSP}ms`;
  if (ms < 59_950) return `${formatCompact(ms / SECOND)}${NBSP}s`;
  const seconds = Math.round(ms / SECOND);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${NBSP}min${seconds % 60 ? ` ${seconds % 60}${NBSP}s` : ""}`;
  return ms < TWO_DAYS ? formatDuration(Math.max(ms, HOUR) / HOUR).replace(/hours?$/, "h") : formatDuration(ms / HOUR);
}

/** A wait in a sentence, with hours written out: `3.4 hours`. */
export function waitWords(ms: number | null): string {
  const text = formatWait(ms);
  return text.endsWith(`${NBSP}h`) ? text.replace(/h$/, text === `1${NBSP}h` ? "hour" : "hours") : text;
}

/** A number of minutes in a sentence: `4.2 hours`, `12 minutes`. */
export const minutesWords = (minutes: number): string => formatDuration(minutes / 60);

/**
 * A minute of the simulated day, which begins at midnight, as a clock: `00:12`, on a later day `day 2,
 * 03:15`.
 */
export function formatClock(minute: number): string {
  const [day, rest] = [Math.floor(minute / DAY_MINUTES), Math.floor(minute % DAY_MINUTES)];
  const clock = `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
  return day === 0 ? clock : `day${NBSP}${day + 1}, ${clock}`;
}

/** An instant of a run: of the simulated day as a clock, of a trace as the time since its start. */
export function momentText({ trace }: RunInput, ms: number): string {
  return trace ? formatWait(ms) : formatClock(ms / MINUTE_MS);
}

/** An instant of a run behind a verb: `at 00:12`; of a trace `after 18.6 s`. */
export function atMoment(input: RunInput, ms: number): string {
  return input.trace && ms === 0 ? "at once" : `${input.trace ? "after" : "at"} ${momentText(input, ms)}`;
}

/** A number of requests: `1 request`, `691,471 requests`. */
export function requestCount(count: number): string {
  return `${formatNumber(count)} request${count === 1 ? "" : "s"}`;
}

/** How much time is simulated: `a day`, `a week`, `in 3 hours`; of a trace `in the trace`. */
function periodText({ scenario, trace }: RunInput): string {
  if (trace) return "in the trace";
  const { horizonMinutes } = conditionsOf(scenario);
  if (horizonMinutes === DAY_MINUTES) return "a day";
  if (horizonMinutes === 7 * DAY_MINUTES) return "a week";
  return `in ${minutesWords(horizonMinutes)}`;
}

/** `691,471 requests a day`. */
export const offeredText = (input: RunInput, count: number): string => `${requestCount(count)} ${periodText(input)}`;

/** The policy of a scenario; the default where it sets none. */
export const policyOf = ({ policy }: Scenario): Policy => policy ?? DEFAULTS.implied.policy;

/** `part ÷ whole`; 0 where there is no whole. */
export const portion = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** The number of requests that did not start when they came: admitted after a wait, or still waiting. */
export const waited = ({ delayed, queued }: Pick<Simulation, "delayed" | "queued">): number => delayed + queued;
