import type { Per, Workload } from "@/lib/scenario";
import { number, over, plus, times, type Term } from "./term";

/** What a rate of one a second, minute, hour, day or month comes to in a month of 730 hours. */
export const A_MONTH: Readonly<Record<Per, (n: Term) => Term>> = {
  second: (n) => times(n, number(2_628_000)),
  minute: (n) => times(n, number(43_800)),
  hour: (n) => times(n, number(730)),
  day: (n) => over(times(n, number(365)), number(12)),
  month: (n) => n,
};
/** What such a rate comes to in a minute. */
export const A_MINUTE: Readonly<Record<Per, (n: Term) => Term>> = {
  second: (n) => times(n, number(60)),
  minute: (n) => n,
  hour: (n) => over(n, number(60)),
  day: (n) => over(n, number(1440)),
  month: (n) => over(n, number(43_800)),
};
/** What such a rate comes to in a day. */
export const A_DAY: Readonly<Record<Per, (n: Term) => Term>> = {
  second: (n) => times(n, number(86_400)),
  minute: (n) => times(n, number(1440)),
  hour: (n) => times(n, number(24)),
  day: (n) => n,
  month: (n) => over(times(n, number(12)), number(365)),
};
/** What such a rate comes to in an hour. */
export const AN_HOUR: Readonly<Record<Per, (n: Term) => Term>> = {
  second: (n) => times(n, number(3600)),
  minute: (n) => times(n, number(60)),
  hour: (n) => n,
  day: (n) => over(n, number(24)),
  month: (n) => over(n, number(730)),
};

const withRetries = (term: Term, { retryShare }: Workload): Term =>
  retryShare ? times(term, plus(number(1), number(retryShare))) : term;

/** Requests that are sent in that time: those wanted and their billed retries. */
export const attempts = (workload: Workload, per: Readonly<Record<Per, (n: Term) => Term>>): Term =>
  withRetries(per[workload.per](number(workload.requests)), workload);
