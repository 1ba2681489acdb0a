import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { estimate } from "@/lib/estimate";
import { decodeLink, encodeLink } from "@/lib/link";
import { verdictText } from "@/lib/view/estimate";
import { verdictView } from "@/lib/view/plan";
import { slowEstimate } from "../support/oracle/estimate";

/** What was published so far. To add a link, append its line to links.txt, then raise both. */
const PUBLISHED = { lines: 126, sha256: "f0a20daacff973451c72db8063c89461942904384d2932421cbbead5922efdd8" };

const text = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const LINKS = text("links.txt");
const rows = (all: string) =>
  all
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" | "));

interface Golden {
  readonly name: string;
  readonly link: string;
  readonly perMonthUsd: string | null;
  readonly fits: string;
  readonly notes: string;
}

/** Notes of codes that came after a link was published, by the name of the link. */
const LATER = new Map(rows(text("later-notes.txt")).map(([name, notes]) => [name!, notes!.split(" ")]));

const GOLDEN = rows(LINKS).map(([name, link, perMonthUsd, fits, notes]): Golden => ({
  name: name!,
  link: link!,
  perMonthUsd: perMonthUsd === "no price" ? null : perMonthUsd!,
  fits: fits!,
  notes: notes!,
}));

interface Answered {
  readonly notes: readonly { readonly code: string; readonly path: string }[];
  readonly cost: { readonly perMonthUsd: string | null };
  readonly fit: { readonly tiers: readonly { readonly fits: boolean | null }[] };
}

/** What an engine says, in the columns of the file. */
const columns = ({ notes, cost, fit }: Answered) => ({
  perMonthUsd: cost.perMonthUsd,
  fits: fit.tiers.map(({ fits }) => (fits === null ? "?" : fits ? "+" : "-")).join(""),
  notes: notes.map(({ code, path }) => `${code}@${path}`).join(" ") || "none",
});

function opened(link: string) {
  const { scenario, faults } = decodeLink(link.slice(1));
  if (!scenario || faults.length > 0) throw new Error(`${link}: ${JSON.stringify(faults)}`);
  return scenario;
}

/** The answer without notes that came later; each of them must be there. */
function published(name: string, answer: Answered) {
  const { notes, ...figures } = columns(answer);
  const later = LATER.get(name) ?? [];
  const now = notes.split(" ");
  expect(now).toEqual(expect.arrayContaining(later));
  return { ...figures, notes: now.filter((note) => !later.includes(note)).join(" ") || "none" };
}

describe("the golden links", () => {
  it("are those that were published, line for line", () => {
    const published = LINKS.split("\n")
      .slice(0, PUBLISHED.lines)
      .map((line) => `${line}\n`)
      .join("");
    expect(
      createHash("sha256").update(published).digest("hex"),
      "a published line has changed: links are only ever appended",
    ).toBe(PUBLISHED.sha256);
    expect(LINKS.split("\n").length - 1, "a line was appended: raise the pin so that it can never change again").toBe(
      PUBLISHED.lines,
    );
  });

  it("are many, each once, under a name of its own", () => {
    expect(GOLDEN.length).toBeGreaterThanOrEqual(45);
    expect(new Set(GOLDEN.map(({ link }) => link)).size).toBe(GOLDEN.length);
    expect(new Set(GOLDEN.map(({ name }) => name)).size).toBe(GOLDEN.length);
  });

  it("hold every note there is", () => {
    const codes = new Set(GOLDEN.flatMap(({ notes }) => notes.split(" ").map((note) => note.split("@")[0])));
    expect([...codes].filter((code) => code !== "none").sort()).toEqual([
      "batch-queue-exceeded",
      "batch-queue-unpublished",
      "budget-exceeded",
      "cache-lifetime-not-offered",
      "cache-write-not-priced",
      "cached-below-1024",
      "cached-ignored-in-batch",
      "cached-not-offered",
      "cap-exceeds-max-output",
      "charge-assumed",
      "exceeds-context",
      "exceeds-max-output",
      "limit-unpublished",
      "long-context",
      "long-context-limits",
      "model-retired",
      "model-retires",
      "no-price",
      "output-exceeds-cap",
      "reasoning-not-supported",
      "request-exceeds-tpm",
      "rpd-exceeded",
      "rpm-exceeded",
      "support-disputed",
      "tier-not-supported",
      "tpd-exceeded",
      "tpm-exceeded",
      "usage-limit-exceeded",
      "writes-by-default",
    ]);
  });

  describe.each(GOLDEN)("$name", ({ link, name, ...expected }) => {
    it("opens with its answer", () => {
      expect(published(name, toEstimateJson(estimate(opened(link))))).toEqual(expected);
    });
    it("opens with the same answer in the slow engine", () => {
      expect(published(name, slowEstimate(opened(link)))).toEqual(expected);
    });
    it("is the canonical link of its scenario", () => {
      expect(encodeLink(opened(link))).toBe(link);
    });
  });
});

describe("by hand", () => {
  // requests a month × dollars a million for one request's tokens ÷ 1,000,000
  it.each([
    // 120 × 43,800 × (900 × 1.10 + 600 × 0.55 + 1,200 × 4.40) + 50,000 × 365 ÷ 12 × (700 × 0.55 + 250 ×
    // 2.20): 34,689.60 + 1,421.979166…
    ["Chat and nightly labels, the worked example", "36111.579167"],
    // 120 × 43,800 × (900 × 3 + 600 × 1.50 + 1,200 × 12)
    ["Support chat alone, the day before the price cut", "94608.000000"],
    // 1,000 × (1,000 × 1.10 + 500 × 4.40)
    ["A thousand requests with reasoning forgotten", "3.300000"],
    // 1,000 × (1,000 × 1.10 + 2,500 × 4.40)
    ["A thousand requests with their 2,000 reasoning tokens", "12.100000"],
    // 133 × 43,800 × (1,000 × 1.10 + 500 × 4.40)
    ["133 a minute fit tier 1 without reasoning", "19223.820000"],
    // 73,000 × (2,000 × 3 + 400 × 12): what is cached costs full input
    ["o1-mini on its first day, no cached price yet", "788.400000"],
    // 73,000 × (500 × 3 + 1,500 × 1.50 + 400 × 12)
    ["o1-mini on the first day of prompt caching", "624.150000"],
    // 73,000 × (500 × 1.10 + 1,500 × 0.55 + 400 × 4.40)
    ["o1-mini on the day of the cut", "228.855000"],
    // 7,300 × (1,000 × 15 + 4,000 × 7.50 + 3,500 × 60)
    ["o1 on its first day", "1861.500000"],
    // 730 × (1,500 × 15 + 400 × 60): the cap is not billed
    ["One request larger than tokens a minute", "33.945000"],
    // 10^9 × 365 ÷ 12 × (900 × 0.55 + 100 × 2.20)
    ["A trillion tokens a day", "21747916.666667"],
    // 365 ÷ 12 × (1 × 1.10 + 1 × 4.40)
    ["An amount whose decimals never end", "0.000167"],
    // 730,000 × (1,200 × 1.10 + 1,000 × 4.40): how sizes differ moves no mean
    ["Steady arrivals, every size spread as a log-normal", "4175.600000"],
    // 500 × 43,800 × (60 × 15 + 5 × 60): a month of it, whatever is simulated
    ["A minute from seed 0", "26280.000000"],
    // 10 × 43,800 × (1,000 × 1.10 + 500 × 4.40): the backlog is no part of a month
    ["A backlog of 25,000,000 input tokens beside little live traffic", "1445.400000"],
    // 1,000 × (500 × 1 + 500 × 0.10 + 1,000 × 1.25 + 100 × 6)
    ["A thousand requests, half of whose input is written to the cache", "2.400000"],
    // 1,000 × (72,000 × 8 + 200,000 × 0.40 + 1,000 × 40) + 1,000 × (72,001 × 16 + 200,000 × 0.80 + 1,000 × 60)
    ["gpt-6.2-astra at the threshold and one token above it", "2068.016000"],
    // 1,000 × 365 ÷ 12 × (4,000 × 4 + 8,000 × 0.20 + 8,000 × 5 + 1,000 × 20)
    ["gpt-6.2-astra in batch, with cache writes, its queue unpublished", "2360.333333"],
    // 100 × 365 ÷ 12 × (250,000 × 0.20 + 50,000 × 5 + 2,000 × 15)
    ["gpt-6.1-terra in priority over the threshold", "1003.750000"],
    // 1,000 × (600 × 1.25 + 1,528 × 10): the whole output, whatever the cap
    ["gpt-5 two weeks before its end, its cap under its reasoning", "16.030000"],
    // 1,000 × (1,000 × 0.15 + 200 × 0.60)
    ["gpt-4o-mini with reasoning tokens, which it has none of", "0.270000"],
    // 1,000 × (1,500 × 1 + 500 × 0.05 + 100 × 5)
    ["gpt-6.1-terra without the cache writes it would make", "2.025000"],
    // 1,500 × (1,000 × 1 + 100 × 5) ÷ 10^6 + 1,500 × 2 × 10 ÷ 1,000 + 1,500 × 0.5 × 2.50 ÷ 1,000
    ["Two web searches and half a file search a request, with retries", "34.125000"],
    // 1,000 × (1,000 × 1.1 + 2,000 × 0.055 + 1,000 × 1.375 + 100 × 5.5), twice (1,000 × 0.6875 + 100 × 2.75),
    // (1,000 × 2.75 + 100 × 11), and o3-mini at its listed price
    ["One region, in every service tier and on an older model", "10.450000"],
    // 1,000 × (1,000 × 0.99 + 100 × 5.5) + 1,000 × (1,000 × 0.9 + 100 × 5)
    ["One region with prices of one’s own, and a custom model", "2.940000"],
    // 1,000 × (1,000 × 8.8 + 1,000 × 22 + 100 × 44) + 1,000 × (200,000 × 4.4 + 100,000 × 11 + 100 × 16.5)
    ["Writes for 12 hours, short, and long in one region", "2016.850000"],
    // 1,000 × (1,000 × 2.5 + 100 × 8 + 1,000 × 1.25 + 100 × 4 + 1,000 × 1.5 + 100 × 4 + 1,000 × 6 + 100 × 16)
    ["Own prices of cache writes in each service tier", "14.450000"],
  ])("%s costs $%s a month", (name, perMonthUsd) => {
    expect(GOLDEN.find((one) => one.name === name)?.perMonthUsd).toBe(perMonthUsd);
  });
});

describe("in a sentence", () => {
  it.each(rows(text("answers.txt")))("%s: %s", (name, answer) => {
    const { link, notes } = GOLDEN.find((one) => one.name === name)!;
    const view = verdictView(estimate(opened(link)));
    expect(verdictText(view).replace(/[\u00a0\u202f]/g, " ")).toBe(answer);
    expect(
      view.asides.some((aside) => aside.includes("retired")),
      "a retired model is in the verdict",
    ).toBe(notes.includes("model-retired@"));
  });
});
