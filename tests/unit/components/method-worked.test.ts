import { describe, expect, it } from "vitest";
import { TIER_1_REQUESTS, WORKED, type Step } from "@/components/method/worked";
import { RULES } from "@/lib/rules";

type Fraction = readonly [n: bigint, d: bigint];

function number(text: string): Fraction {
  const [whole = "", decimals = ""] = text.replaceAll(",", "").split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

/**
 * `1,024 + 128 × ⌊(1,500 − 1,024) ÷ 128⌋` as an exact fraction. In `max(a, b)` the comma has a space after
 * it, in a number it has not.
 */
function evaluate(text: string): Fraction {
  const tokens = text.match(/max|\d[\d,]*\d(?:\.\d+)?|\d(?:\.\d+)?|, |[()⌊⌋+−×÷]/g) ?? [];
  expect(tokens.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  let at = 0;
  const take = (token: string) => tokens[at] === token && at++ >= 0;
  const must = (token: string) => expect(take(token), `${token} in ${text}`).toBe(true);

  function factor(): Fraction {
    if (take("max")) {
      must("(");
      const [a, b] = [sum(), (must(", "), sum())];
      must(")");
      return a[0] * b[1] >= b[0] * a[1] ? a : b;
    }
    if (take("(")) {
      const inner = sum();
      must(")");
      return inner;
    }
    if (take("⌊")) {
      const [n, d] = sum();
      must("⌋");
      return [n / d, 1n];
    }
    return number(tokens[at++]!);
  }
  function product(): Fraction {
    let [n, d] = factor();
    for (;;) {
      if (take("×")) [n, d] = (([fn, fd]) => [n * fn, d * fd] as const)(factor());
      else if (take("÷")) [n, d] = (([fn, fd]) => [n * fd, d * fn] as const)(factor());
      else return [n, d];
    }
  }
  function sum(): Fraction {
    let [n, d] = product();
    for (;;) {
      if (take("+")) [n, d] = (([fn, fd]) => [n * fd + fn * d, d * fd] as const)(product());
      else if (take("−")) [n, d] = (([fn, fd]) => [n * fd - fn * d, d * fd] as const)(product());
      else return [n, d];
    }
  }
  const result = sum();
  expect(at).toBe(tokens.length);
  return result;
}

/** Whether the figure shown is the exact one, rounded to the places shown. */
function shows(shown: string, [n, d]: Fraction): boolean {
  const [, digits = "", unit = ""] = /^\$?([\d.,]+)(.*)$/u.exec(shown) ?? [];
  const [value, scale] = number(digits);
  const exact = unit.endsWith("%") ? n * 100n : n;
  const difference = value * d - exact * scale;
  return 2n * (difference < 0n ? -difference : difference) <= d;
}

const all: [string, Step][] = [...Object.entries(WORKED), ["tier 1", TIER_1_REQUESTS] as const].flatMap(([id, steps]) =>
  steps.map((step): [string, Step] => [id, step]),
);

describe("the method page's arithmetic", () => {
  it.each(all.map(([id, step]) => [id, step.of, step.is]))("%s: %s is %s", (_, of, is) => {
    expect(shows(is, evaluate(of))).toBe(true);
  });

  it("is for rules that exist", () => {
    for (const id of Object.keys(WORKED)) expect(RULES).toHaveProperty([id]);
  });

  it("would not pass with a figure one unit off in its last place", () => {
    expect(shows("71.26 %", evaluate("2,850,000 ÷ 4,000,000"))).toBe(false);
    expect(shows("$27,751.67", evaluate("6,307,200,000 × 4.40 ÷ 1,000,000"))).toBe(false);
  });
});
