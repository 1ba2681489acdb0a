/** An exact amount, for tests only: n / d with d above zero. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const fraction = (n: bigint, d: bigint): Fraction => (d < 0n ? { n: -n, d: -d } : { n, d });

/** A decimal as written: `1,234.5`. */
export function readDecimal(text: string): Fraction {
  const match = /^(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new Error(`“${text}” is not a number as a page writes it`);
  const [, whole = "", decimals = ""] = match;
  return fraction(BigInt(whole.replaceAll(",", "") + decimals), 10n ** BigInt(decimals.length));
}

const TOKEN = /\s*(max\(|min\(|\$?\d[\d,]*(?:\.\d+)?|[()×÷+−;⌊⌋⌈⌉])/y;

/**
 * Computes a formula as a page shows it: `max(1,500; 8,000) × $1.10 ÷ 1,000,000`, `⌈25,000 ÷ 2,000⌉`. × and ÷
 * bind before + and −, each from left to right.
 * Knows nothing of how the page writes formulas but these signs, and throws on any other.
 */
export function compute(formula: string): Fraction {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < formula.trimEnd().length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(formula);
    if (!match) throw new Error(`“${formula}” is not a formula from “${formula.slice(at)}” on`);
    tokens.push(match[1]!);
  }
  let next = 0;
  const take = (...wanted: string[]) => (wanted.includes(tokens[next] ?? "") ? tokens[next++]! : null);
  const must = (wanted: string) => {
    if (!take(wanted)) throw new Error(`“${formula}” lacks a “${wanted}”`);
  };

  const atom = (): Fraction => {
    if (take("(")) {
      const inside = sum();
      must(")");
      return inside;
    }
    const choice = take("max(", "min(");
    if (choice) {
      const a = sum();
      must(";");
      const b = sum();
      must(")");
      return a.n * b.d >= b.n * a.d === (choice === "max(") ? a : b;
    }
    const rounded = take("⌊", "⌈");
    if (rounded) {
      const { n, d } = sum();
      must(rounded === "⌊" ? "⌋" : "⌉");
      return fraction(rounded === "⌊" ? n / d : (n + d - 1n) / d, 1n);
    }
    return readDecimal((tokens[next++] ?? "").replace("$", ""));
  };
  const product = (): Fraction => {
    let a = atom();
    for (let sign = take("×", "÷"); sign; sign = take("×", "÷")) {
      const b = atom();
      if (sign === "÷" && b.n === 0n) throw new Error(`“${formula}” divides by zero`);
      a = sign === "×" ? fraction(a.n * b.n, a.d * b.d) : fraction(a.n * b.d, a.d * b.n);
    }
    return a;
  };
  const sum = (): Fraction => {
    let a = product();
    for (let sign = take("+", "−"); sign; sign = take("+", "−")) {
      const b = product();
      a = fraction(sign === "+" ? a.n * b.d + b.n * a.d : a.n * b.d - b.n * a.d, a.d * b.d);
    }
    return a;
  };

  const result = sum();
  if (next < tokens.length) throw new Error(`“${formula}” goes on after its end: ${tokens.slice(next).join(" ")}`);
  return result;
}
