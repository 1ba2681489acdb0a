import { describe, expect, it } from "vitest";
import { toNumber } from "@/lib/money";
import { Random } from "@/lib/random";
import { readRefusal, type Refusal } from "@/lib/refusal";

/** What an invented text says, field by field; every number is one of its own. */
interface Told {
  readonly limit: number;
  readonly used: number;
  readonly requested: number;
  readonly waitMs: number;
}

/** Seeded choices. */
function chooser(seed: number) {
  const random = new Random(seed, 0);
  const below = (n: number) => Math.floor(random.unit() * n);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)]!;
  const shuffled = <T>(all: readonly T[]): T[] =>
    all
      .map((one) => [random.unit(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  return { below, pick, shuffled };
}
type Chooser = ReturnType<typeof chooser>;

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** Numbers that no field shares, of so many digits that a half of one is none of the others. */
function told({ below }: Chooser): Told {
  const limit = 100_000 + below(899_000);
  return { limit, used: limit - 1 - below(9_000), requested: 10_000 + below(80_000), waitMs: 1_000 + below(58_000) };
}

/** The sentences of a refusal in some order, with others that have numbers of their own. */
function invented(choose: Chooser, { limit, used, requested, waitMs }: Told): string {
  const { pick, shuffled, below } = choose;
  const number = pick([String, grouped]);
  const colon = pick([" ", ": ", "=", " = "]);
  const wait = pick([`${waitMs / 1000}s`, `${waitMs}ms`, `${waitMs / 1000} seconds`, `0m${waitMs / 1000}s`]);
  const numbers = shuffled([
    `Limit${colon}${number(limit)}`,
    `Used${colon}${number(used)}`,
    `Requested${colon}${number(requested)}`,
  ]).join(pick([", ", "; ", ",\n", ".\n", " | "]));
  const head = pick([
    "Rate limit reached for gpt-4o in organization org-EXAMPLE on tokens per min (TPM): ",
    "Rate limit reached for gpt-4o on tokens per min. ",
    "HTTP 429: Rate limit is exceeded for tokens per minute\n",
  ]);
  const noise = shuffled([
    `2026-11-${10 + below(18)} 12:0${below(9)}:59 INFO attempt ${1 + below(5)} of 6`,
    `Token usage: total=7${below(999)} input=6${below(99)} (+ 3${below(99)} cached) output=11`,
    `request id req_${below(1e9)} took ${below(900)}`,
    "Your plan allows 20 seats.",
  ]).slice(0, below(4));
  const said = `${head}${numbers}. Please try again in ${wait}.`;
  const at = below(noise.length + 1);
  return [...noise.slice(0, at), said, ...noise.slice(at)].join(pick(["\n", "\n\n", " "]));
}

/** The text as a terminal of some width breaks it, words and numbers too. */
function wrapped({ below, pick }: Chooser, text: string): string {
  const width = pick([0, 0, 0, 38, 57, 80 + below(9)]);
  if (width === 0) return text;
  return text
    .split("\n")
    .map((line) => line.match(new RegExp(`.{1,${width}}`, "g"))?.join("\n") ?? "")
    .join("\n");
}

const FIELDS = ["limit", "used", "requested"] as const;

/** Whether all that was read is what the text says; throws where a number is another one’s, or half of one. */
function check(text: string, one: Told, refusals: readonly Refusal[]): boolean {
  let read = 0;
  for (const refusal of refusals) {
    if (refusal.kind !== "rate") continue;
    for (const field of FIELDS) {
      expect([null, one[field]], `${field} of ${JSON.stringify(text)}`).toContain(refusal[field]);
      if (refusal[field] !== null) read++;
    }
    expect([null, one.waitMs], `wait of ${JSON.stringify(text)}`).toContain(
      refusal.statedMs && toNumber(refusal.statedMs),
    );
    if (refusal.statedMs) read++;
    expect(["gpt-4o", null]).toContain(refusal.model);
  }
  return read === FIELDS.length + 1;
}

describe("a hundred invented refusals", () => {
  it("are read right, field by field, or not: never a number that is not in the text for that field", () => {
    let whole = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const choose = chooser(seed);
      const one = told(choose);
      const text = wrapped(choose, invented(choose, one));
      const { refusals } = readRefusal(text);
      expect(
        refusals.map(({ kind }) => kind).filter((kind) => kind !== "rate"),
        text,
      ).toEqual([]);
      if (check(text, one, refusals)) whole++;
    }
    expect(whole).toBeGreaterThanOrEqual(70);
  });
});
