import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/estimate/route";
import { MODELS } from "@/lib/catalogue";

/** The columns, and after them reasoning, which is billed as output. */
const KINDS = ["input", "cached", "write", "output", "reasoning"] as const;
const TIERS = ["standard", "batch", "flex", "fast"] as const;
type Kind = (typeof KINDS)[number];

/** Of one request of the table: how it is asked for, and what it must cost in millionths of a millionth of a USD. */
interface Case {
  readonly title: string;
  readonly asOf: string;
  readonly workload: object;
  /** `null`: not sold. */
  readonly cost: bigint | null;
}

/** A line of prices; those of one length: by kind, `–` for none, billed as input; `null`: not sold. */
interface Line {
  readonly asOf: string;
  readonly model: string;
  readonly tier: string;
  readonly short: readonly string[] | null;
  readonly long: readonly string[] | null | undefined;
}

const text = readFileSync(new URL("price-list.txt", import.meta.url), "utf8");
const LINES: Line[] = [];
const TWELVE_HOURS: { asOf: string; model: string; tier: string; price: string }[] = [];
const LONG_FROM = new Map<string, number>();
let asOf = "";
for (const line of text.split("\n")) {
  if (line === "" || line.startsWith("#")) continue;
  const [first = "", second = "", ...prices] = line.split(/\s+/);
  if (first === "@") asOf = second;
  else if (second === "long") LONG_FROM.set(first, Number(prices[1]));
  else if (prices[0] === "12h") TWELVE_HOURS.push({ asOf, model: first, tier: second, price: prices[1]! });
  else {
    const bar = prices.indexOf("|");
    const read = (list: readonly string[]) => (list[0] === "none" ? null : list);
    const [short, long] = bar < 0 ? [prices, undefined] : [prices.slice(0, bar), prices.slice(bar + 1)];
    LINES.push({ asOf, model: first, tier: second, short: read(short), long: long && read(long) });
  }
}

/** A decimal in millionths; without the project’s own arithmetic. */
function millionths(decimal: string): bigint {
  const [whole = "", decimals = ""] = decimal.split(".");
  return BigInt(whole + decimals.padEnd(6, "0"));
}

const TOKENS: Readonly<Record<Kind, (input: number) => object>> = {
  input: (input) => ({ inputTokens: input }),
  cached: (input) => ({ inputTokens: input, cachedInputTokens: input }),
  write: (input) => ({ inputTokens: input, cacheWriteTokens: input }),
  output: (input) => ({ inputTokens: input, visibleOutputTokens: 1000 }),
  reasoning: (input) => ({ inputTokens: input, reasoningTokens: 1000 }),
};

/** What a request of one kind costs: its input at one price, and 1,000 tokens of output where it has them. */
function costOf(prices: readonly string[], kind: Kind, input: number): bigint | null {
  const [plain = "", cached = "", write = "", output = ""] = prices;
  const own = { input: plain, cached, write, output: plain, reasoning: plain }[kind];
  const ofInput = BigInt(input) * millionths(own === "–" ? plain : own);
  if (kind !== "output" && kind !== "reasoning") return ofInput;
  return output === "none" ? null : ofInput + 1000n * millionths(output);
}

const LONG_INPUT = 300_000;
const CASES: Case[] = LINES.flatMap((line) => {
  const { asOf: day, model, tier, short, long } = line;
  const one = (length: string, kind: Kind, input: number, prices: readonly string[] | null): Case => ({
    title: `${model} ${tier} on ${day}, ${length}: ${kind}`,
    asOf: day,
    workload: { model, serviceTier: tier, ...TOKENS[kind](input) },
    cost: prices && costOf(prices, kind, input),
  });
  const from = LONG_FROM.get(model);
  return [
    ...KINDS.map((kind) => one("short", kind, 1000, short)),
    ...(long === undefined ? [] : KINDS.map((kind) => one("long", kind, LONG_INPUT, long))),
    ...(from === undefined || short === null
      ? []
      : [
          one("the last short one", "output", from - 1, short),
          one("the first long one", "output", from, long ?? null),
        ]),
    ...(from === undefined && short !== null ? [one("of any length", "input", LONG_INPUT, short)] : []),
  ];
});
CASES.push(
  ...TWELVE_HOURS.map(({ asOf: day, model, tier, price }) => ({
    title: `${model} ${tier} on ${day}: written for 12 hours`,
    asOf: day,
    workload: { model, serviceTier: tier, inputTokens: 1000, cacheWriteTokens: 1000, cacheLifetime: "12h" },
    cost: 1000n * millionths(price),
  })),
);

/** USD of twelve decimals. */
function usd(cost: bigint | null): string | null {
  if (cost === null) return null;
  const digits = String(cost).padStart(13, "0");
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`;
}

/** The answer to a scenario of at most 20 workloads: what one request of each costs. */
async function ask(day: string, workloads: readonly object[]): Promise<(string | null)[]> {
  const body = JSON.stringify({ asOf: day, usageTier: 5, workloads });
  const answer = await POST(new Request("http://localhost/api/v1/estimate", { method: "POST", body }));
  const { cost } = (await answer.json()) as { cost: { workloads: { perRequestUsd: string | null }[] } };
  return cost.workloads.map(({ perRequestUsd }) => perRequestUsd);
}

const answers = new Map<Case, string | null>();
beforeAll(async () => {
  for (const day of new Set(CASES.map((one) => one.asOf))) {
    const cases = CASES.filter((one) => one.asOf === day);
    for (let start = 0; start < cases.length; start += 20) {
      const some = cases.slice(start, start + 20);
      const costs = await ask(
        day,
        some.map(({ workload }) => ({ requests: 1, per: "month", ...workload })),
      );
      some.forEach((one, n) => answers.set(one, costs[n]!));
    }
  }
});

describe("the printed prices, through the API", () => {
  it("each line once on a day, every price of it a decimal, – or none", () => {
    const names = LINES.map(({ asOf: day, model, tier }) => `${day} ${model} ${tier}`);
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
    for (const { model, tier, short, long } of LINES)
      for (const prices of [short, long]) {
        if (!prices) continue;
        expect(
          [prices.length, ...prices.filter((price) => !/^(\d+\.\d{2,4}|–|none)$/.test(price))],
          `${model} ${tier}`,
        ).toEqual([4]);
      }
  });

  it("every price of every model in every service tier, to the last digit", () => {
    const wrong = CASES.filter((one) => answers.get(one) !== usd(one.cost)).map(
      (one) => `${one.title}: printed ${usd(one.cost)}, answered ${answers.get(one)}`,
    );
    expect(wrong).toEqual([]);
    expect(CASES.length).toBeGreaterThan(1400);
  });

  it("has a line for every price row of the catalogue in every service tier, and the catalogue has every model of it", () => {
    const lacking = MODELS.flatMap(({ id, prices }) =>
      prices.flatMap(({ from, until }) =>
        TIERS.filter(
          (tier) =>
            !LINES.some(
              (line) => line.model === id && line.tier === tier && from <= line.asOf && (!until || line.asOf < until),
            ),
        ).map((tier) => `${id} ${tier} from ${from}`),
      ),
    );
    // Two later rows of one model are asked for on their own days, its other service tiers on the same.
    expect(lacking).toEqual([]);
    const known = new Set(MODELS.map(({ id }) => id));
    expect([...new Set(LINES.map(({ model }) => model))].filter((model) => !known.has(model))).toEqual([]);
  });

  it("has every long price and threshold of the catalogue, and no other", () => {
    const long = MODELS.flatMap(({ id, prices }) => {
      const from = prices.at(-1)!.longContext?.fromInputTokens;
      return from === undefined ? [] : [[id, from] as const];
    });
    expect([...LONG_FROM].toSorted()).toEqual(long.toSorted());
    const open = LINES.filter(({ model, short, long: own }) => LONG_FROM.has(model) && short && own === undefined);
    expect(open).toEqual([]);
  });

  it("has every price of writes for 12 hours", () => {
    const sold = MODELS.flatMap(({ id, prices }) => {
      const row = prices.at(-1)!;
      if (!row.twelveHourWrites) return [];
      return TIERS.filter((tier) => row.prices[tier === "fast" ? "priority" : tier]).map((tier) => `${id} ${tier}`);
    });
    expect(TWELVE_HOURS.map(({ model, tier }) => `${model} ${tier}`).toSorted()).toEqual(sold.toSorted());
  });
});
