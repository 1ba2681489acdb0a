import { type Page } from "@playwright/test";
import { compute, readDecimal, type Fraction } from "./formula";

/** A figure of the page with the working it opened. Spaces that do not break are plain ones here. */
export interface Opened {
  readonly key: string;
  readonly figure: string;
  readonly title: string;
  readonly steps: readonly { readonly expression: string; readonly value: string }[];
  readonly formula: string;
  readonly result: string;
  readonly rule: string;
  readonly source: string;
  readonly links: readonly string[];
  readonly method: string;
}

/** Presses every figure of the page in turn, in one go for speed, and reads the working that each opens. */
export async function openEveryWorking(page: Page): Promise<Opened[]> {
  return page.evaluate(async () => {
    const plain = (element: Element | null | undefined) =>
      (element?.textContent ?? "").replace(/[\u00a0\u202f]/g, " ").trim();
    const opened: Opened[] = [];
    for (const figure of document.querySelectorAll<HTMLElement>("[data-work]")) {
      figure.click();
      for (const began = performance.now(); figure.getAttribute("aria-expanded") !== "true";) {
        if (performance.now() - began > 5_000)
          throw new Error(`the figure ${figure.dataset["work"]} (${plain(figure)}) opened nothing`);
        // Not a frame: the page need not be drawn between two figures.
        await new Promise((resolve) => setTimeout(resolve));
      }
      const box = document.querySelector('[role="dialog"]:has([data-result])')!;
      opened.push({
        key: figure.dataset["work"]!,
        figure: plain(figure),
        title: plain(box.querySelector("h3")),
        steps: [...box.querySelectorAll("dl > div:not(:has([data-result]))")].map((step) => ({
          expression: plain(step.querySelector("dd")),
          value: plain(step.querySelector("dd:last-child")),
        })),
        formula: plain(box.querySelector("[data-formula]")),
        result: plain(box.querySelector("[data-result]")),
        rule: plain(box.querySelector("[data-rule] b")),
        source: plain(box.querySelector("[data-rule] + div > span")),
        links: [...box.querySelectorAll<HTMLAnchorElement>("[data-rule] + div > span a")].map(({ href }) => href),
        method: box.querySelector("[data-rule] + div > a")?.getAttribute("href") ?? "",
      });
    }
    return opened;
  });
}

/** What a figure says as a number in the unit of its formula, and half of the last place it is rounded to. */
interface Shown {
  readonly value: Fraction;
  readonly half: Fraction;
}

const HOURS: Readonly<Record<string, readonly [n: bigint, d: bigint]>> = {
  year: [8760n, 1n],
  day: [24n, 1n],
  hour: [1n, 1n],
  minute: [1n, 60n],
  second: [1n, 3600n],
};

/** Decimals of a number of so many significant digits. */
function decimalsFor(text: string, significant: number): number {
  const value = readDecimal(text);
  if (value.n === 0n) return 0;
  if (value.n >= value.d) return Math.max(0, significant - (value.n / value.d).toString().length);
  let places = 0;
  while (value.n * 10n ** BigInt(places) < value.d) places++;
  return places + significant - 1;
}

/** How many decimals each kind of figure is rounded to at least; trailing zeros may be left out. */
const DECIMALS: Readonly<Record<string, (text: string, whole: number) => number>> = {
  $: (text, whole) => (whole > 0 ? 2 : decimalsFor(text, 4)),
  "%": (text, whole) => (whole >= 1000 ? 0 : whole > 0 ? 1 : decimalsFor(text, 2)),
  "×": (text, whole) => (whole >= 10 ? (whole >= 1000 ? 0 : 1) : whole > 0 ? 2 : decimalsFor(text, 2)),
  times: (text) => decimalsFor(text, 2),
  hours: (text, whole) => (whole >= 10 ? 0 : decimalsFor(text, 2)),
};

const isFigure = (figure: string) => /^<?\$?\d/.test(figure);

/** What a letter behind a share in a narrow cell stands for: `2.86M %`. */
const LETTERS: Readonly<Record<string, bigint>> = { K: 10n ** 3n, M: 10n ** 6n, B: 10n ** 9n, T: 10n ** 12n };
const IN_SHORT = /[KMBT]\s%$/;

function read(figure: string): Shown {
  const match = /^(\$)?([\d,]+(?:\.\d+)?)([KMBT](?=\s%))?\s*(%|×|times|years?|days?|hours?|minutes?|seconds?)?$/.exec(
    figure,
  );
  if (!match) throw new Error(`“${figure}” is no figure`);
  const [, dollar, digits = "", letter = "", unit = ""] = match;
  const value = readDecimal(digits);
  const hours = HOURS[unit.replace(/s$/, "")];
  const kind = dollar ?? (hours ? "hours" : unit);
  const shown = digits.split(".")[1]?.length ?? 0;
  const places = letter ? shown : Math.max(shown, DECIMALS[kind]?.(digits, Number(value.n / value.d)) ?? 0);
  const [n, d] = hours ?? (unit === "%" ? [LETTERS[letter] ?? 1n, 100n] : [1n, 1n]);
  // A ratio of more than fifteen digits is shown from its nearest double.
  const zeros = dollar || unit === "" ? 0 : Math.max(0, String(value.n / value.d).length - 15);
  return {
    value: { n: value.n * n, d: value.d * d },
    half: { n: n * 10n ** BigInt(zeros), d: d * 2n * 10n ** BigInt(places) },
  };
}

/** Whether the two are at most `most` apart. */
function near(a: Fraction, b: Fraction, most: Fraction): boolean {
  const difference = a.n * b.d - b.n * a.d;
  return (difference < 0n ? -difference : difference) * most.d <= most.n * a.d * b.d;
}

const twice = ({ n, d }: Fraction): Fraction => ({ n: n * 2n, d });
const ZERO: Fraction = { n: 0n, d: 1n };

/** Formulas that are words: there is nothing to compute, and the figure says so. */
const NOTHING =
  /^(none in force( for a workload)?|not offered on Free|not published|none at this tier|cost unknown|nothing is asked|no limit is known or asked for|the cap is not charged|no tokens-a-minute limit to meet|no cap of its output fits)$/;

/** Whether a formula is the sum of amounts as they are shown, in the places of their total: then nothing is rounded. */
function columnAdds(formula: string, total: string): boolean {
  const places = (amount: string) => amount.split(".")[1]?.length;
  return formula.split(" + ").every((amount) => /^\$[\d,.]+$/.test(amount) && places(amount) === places(total));
}

/**
 * What is wrong with a working: nothing where its formula, computed with no help from the page’s own
 * arithmetic, gives the figure digit by digit.
 */
export function faultsOfFormula({ key, figure, formula, result, steps }: Opened): string[] {
  const faults: string[] = [];
  const want = (right: boolean, why: string) => {
    if (!right) faults.push(`${key}: ${figure} = ${formula} ${why}`);
  };
  for (const { expression, value } of steps) {
    // A line of the bill is written in its own units: millions of tokens, calls at a price for a thousand.
    const inUnits = / M | a 1,000$/.test(expression);
    if (inUnits || !/^(\d|\(|\$|m(?:ax|in)\(|⌊|⌈)/.test(expression) || !/^\$?\d[\d,.]*$/.test(value)) continue;
    const shown = read(value);
    want(near(compute(expression), shown.value, shown.half), `has a step that is not so: ${expression} = ${value}`);
  }
  if (NOTHING.test(formula)) {
    want(["–", "no price", "never", "any", "none"].includes(figure), "has nothing to compute, and yet a figure");
    return faults;
  }
  const computed = compute(formula);
  if (!isFigure(figure === "never" ? result : figure)) {
    want(false, "can be computed, and yet is no figure");
    return faults;
  }
  if (figure === "never") {
    // What never runs has a headroom all the same: of the limit that binds first.
    const shown = read(result);
    want(near(computed, shown.value, shown.half), `does not give ${result}`);
    return faults;
  }
  want(figure.endsWith("times") || IN_SHORT.test(figure) || result === figure, `shows ${result}`);
  if (figure.startsWith("<")) {
    const shown = read(figure.slice(1));
    want(computed.n > 0n && computed.n * shown.value.d < shown.value.n * computed.d, "is not below that");
    return faults;
  }
  const shown = read(figure);
  const [what] = key.split(".");
  if (what === "w" && !columnAdds(formula, figure)) {
    // A line of the bill may be one unit of its last place off, so that the column adds up.
    want(
      near(computed, shown.value, { n: 1n, d: 10n ** BigInt(figure.split(".")[1]?.length ?? 0) }),
      "does not give it",
    );
  } else if (what === "charge") want(near(computed, shown.value, ZERO), "does not give it exactly");
  else if (what === "buys" || what === "cap")
    want(
      near(computed, shown.value, twice(shown.half)) && computed.n >= shown.value.n * computed.d,
      "does not give it, rounded down",
    );
  else want(near(computed, shown.value, shown.half), "does not give it");
  return faults;
}

/**
 * What a working leaves unsaid: its rule, where the rule and the numbers come from, when that was checked,
 * where it is explained.
 */
export function faultsOfSource(
  { key, title, rule, source, links, method }: Opened,
  methodIds: ReadonlySet<string>,
): string[] {
  const shown: readonly (readonly [what: string, right: boolean])[] = [
    ["a title", title !== ""],
    ["a rule", /\S\.$/.test(rule)],
    ["the day it was checked", /Checked 2[37] Nov 2026\.$/.test(source)],
    [
      "a source",
      links.length > 0
        ? links.every((link) => link.startsWith("https://"))
        : source.includes("Headroom’s own definition"),
    ],
    ["a place on the method page", method.startsWith("/method#") && methodIds.has(method.slice("/method#".length))],
  ];
  return shown.filter(([, right]) => !right).map(([what]) => `${key} lacks ${what}`);
}
