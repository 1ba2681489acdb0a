import { encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { runTraffic } from "@/lib/simulation";
import { dayRemark, remarkBefore, unrunRemark, type DayRemark } from "@/lib/view/traffic";
import { requestsIn, shownInput, type RunRequest } from "./request";
import { trafficSlot } from "./slot";

/** The server runs days of up to this many requests beside the page’s own, the browser of up to the second. */
const MOST_ON_SERVER = 60_000;
const MOST = 5_000_000;
const MOST_KEPT = 40;

/** The day of a scenario: what it came to, once it is known. */
export interface SimulatedDay {
  readonly request: RunRequest;
  /** Whether the server’s HTML has it. */
  readonly inHtml: boolean;
  remark: DayRemark | null;
  readonly known: Promise<DayRemark>;
  readonly settle: (remark: DayRemark) => void;
}

const days = new Map<string, SimulatedDay>();
const waiting: SimulatedDay[] = [];
let slot: ReturnType<typeof trafficSlot> | null = null;
let isBusy = false;

function newDay(scenario: Scenario): SimulatedDay {
  const request = { scenario, scale: 1, trace: null };
  const early = remarkBefore(scenario);
  const count = early ? 0 : requestsIn(request);
  let settle = (_: DayRemark) => undefined as void;
  const known = new Promise<DayRemark>((resolve) => (settle = resolve));
  const day: SimulatedDay = {
    request,
    inHtml: count <= MOST_ON_SERVER,
    remark: early ?? (count > MOST ? unrunRemark(count) : null),
    known,
    settle: (remark) => settle((day.remark = remark)),
  };
  if (day.remark) day.settle(day.remark);
  else if (typeof window === "undefined" && day.inHtml) {
    const input = shownInput(request);
    day.settle(dayRemark({ input, main: runTraffic(input) }));
  }
  return day;
}

/** The day of a scenario, whatever variants it has; the same object for the same one. */
export function simulatedDay({ variants: _, ...scenario }: Scenario): SimulatedDay {
  // A server answers many, and keeps nothing of any.
  if (typeof window === "undefined") return newDay(scenario);
  const key = encodeLink(scenario, "");
  const day = days.get(key) ?? newDay(scenario);
  days.delete(key);
  days.set(key, day);
  if (days.size > MOST_KEPT) days.delete(days.keys().next().value!);
  return day;
}

/** Runs a day in a worker, after those asked for before. Returns what takes it back while it has not begun. */
export function runDay(day: SimulatedDay): () => void {
  if (!day.remark && !waiting.includes(day)) waiting.push(day);
  runNext();
  return () => {
    const at = waiting.indexOf(day);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function runNext(): void {
  const day = isBusy ? undefined : waiting.shift();
  if (!day) return;
  isBusy = true;
  slot ??= trafficSlot();
  slot.order({ type: "run", request: day.request, kind: { of: "main" } }, (reply) => {
    if (reply.type === "run") day.settle(dayRemark({ input: shownInput(day.request), main: reply.run }));
    if (reply.type === "failed") day.settle({ tone: "unknown", text: "Not run", about: reply.message });
    if (reply.type === "progress") return;
    isBusy = false;
    runNext();
  });
}
