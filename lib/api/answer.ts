import type { Issue } from "@/lib/fields";

/** The answer of a call, for a route to send. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

/** The codes of errors. */
export const ERROR_CODES = [
  "not-json",
  "not-found",
  "method-not-allowed",
  "too-large",
  "invalid-scenario",
  "busy",
] as const;
/** Why a call was refused, for scripts. */
export type ErrorCode = (typeof ERROR_CODES)[number];

const JSON_TYPE = "application/json; charset=utf-8";
/** The cache header of an answer that depends on its address alone, until the catalogue changes. */
const PURE = "public, max-age=300";
/** That of the catalogue and of what describes the calls: the same until another version is deployed. */
const LASTING = "public, max-age=3600, stale-while-revalidate=86400";

/** 200 with JSON. `cached`: any cache may keep it for five minutes. */
export function ok(value: unknown, cached: boolean): Answer {
  return {
    status: 200,
    headers: { "Content-Type": JSON_TYPE, "Cache-Control": cached ? PURE : "no-store" },
    body: JSON.stringify(value),
  };
}

/** 200 with JSON that is the same for everybody until another version is deployed. */
export function okLasting(value: unknown): Answer {
  const answer = ok(value, true);
  return { ...answer, headers: { ...answer.headers, "Cache-Control": LASTING } };
}

/** 200 with CSV, which browsers save as a file. */
export function okCsv(csv: string, cached: boolean): Answer {
  return {
    status: 200,
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": 'attachment; filename="headroom.csv"',
      "Cache-Control": cached ? PURE : "no-store",
    },
    body: csv,
  };
}

/** An error as every call gives it: a code, a sentence, and each fault with its place. */
export function refuse(status: number, code: ErrorCode, message: string, issues: readonly Issue[]): Answer {
  return {
    status,
    headers: { "Content-Type": JSON_TYPE, "Cache-Control": "no-store" },
    body: JSON.stringify({
      error: { code, message, issues: issues.map((issue) => ({ path: issue.path, message: issue.message })) },
    }),
  };
}

/** 405 for a method the address does not have; `allowed` are those it has. */
export function notAllowed(method: string, allowed: readonly string[]): Answer {
  const list = allowed.join(", ");
  const answer = refuse(405, "method-not-allowed", `${method} is not a method of this address.`, [
    { path: "method", message: `method: ${method} is not accepted; give one of ${list}` },
  ]);
  return { ...answer, headers: { ...answer.headers, Allow: list } };
}

/** 503 where too much waits already; after so many seconds, a whole number, there may be room. */
export function busy(seconds: number): Answer {
  const answer = refuse(503, "busy", "Too many runs wait already.", [
    { path: "", message: `no more runs are taken now; send it again in ${seconds} s` },
  ]);
  return { ...answer, headers: { ...answer.headers, "Retry-After": String(seconds) } };
}

/** 204 to OPTIONS, which a browser sends before it lets a page of another site call. */
function options(allowed: readonly string[]): Answer {
  return { status: 204, headers: { Allow: allowed.join(", "), "Access-Control-Max-Age": "86400" }, body: null };
}

/** The answer as a response. */
export function send(answer: Answer): Response {
  return new Response(answer.body, answer);
}

const OTHERS = ["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"] as const;

/**
 * The handlers of every method: OPTIONS, and 405 for the others. A route replaces those that are `allowed` by
 * its own.
 */
export function otherMethods(...allowed: readonly string[]) {
  const list = ["OPTIONS", ...allowed].sort();
  const refusing = ({ method, headers }: Request) => send(notAllowed(headers.get("x-asked-method") ?? method, list));
  return {
    OPTIONS: () => send(options(list)),
    ...(Object.fromEntries(OTHERS.map((method) => [method, refusing])) as Record<
      (typeof OTHERS)[number],
      typeof refusing
    >),
  };
}
