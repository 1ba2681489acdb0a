import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { estimateByBody } from "@/lib/api";

const LINES = readFileSync(new URL("price-list.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

/** One printed price, or that there is none: `–` is billed as input, `none` not at all. */
interface Printed {
  readonly model: string;
  readonly asOf: string;
  readonly serviceTier: string;
  readonly long: boolean;
  readonly kind: keyof typeof TOKENS;
  readonly price: string;
}

/** A thousand tokens of each kind; the input of a long request is 300,000. */
const TOKENS = {
  input: (input: number) => ({ inputTokens: input }),
  "cached-input": (input: number) => ({ inputTokens: input, cachedInputTokens: input }),
  "cache-write": (input: number) => ({ inputTokens: input, cacheWriteTokens: input }),
  "visible-output": (input: number) => ({ inputTokens: input === 1000 ? 0 : input, visibleOutputTokens: 1000 }),
} as const;
const KINDS = Object.keys(TOKENS) as Printed["kind"][];

const PRICES = LINES.flatMap((line): Printed[] => {
  const [model, asOf, serviceTier, length, ...prices] = line.split(" | ");
  return prices.map((price, column) => ({
    model: model!,
    asOf: asOf!,
    serviceTier: serviceTier!,
    long: length === "long",
    kind: KINDS[column]!,
    price: price === "–" ? prices[0]! : price,
  }));
});

/** `price` times so many million tokens, in USD of six decimals; without the project’s own arithmetic. */
function usd(price: string, millions: bigint): string {
  const [whole = "", decimals = ""] = price.split(".");
  const micro = String(BigInt(whole + decimals.padEnd(6, "0")) * millions).padStart(7, "0");
  return `${micro.slice(0, -6)}.${micro.slice(-6)}`;
}

interface Answered {
  readonly cost: {
    readonly perMonthUsd: string | null;
    readonly workloads: readonly { readonly lineItems: readonly { item: string; perMonthUsd: string | null }[] }[];
  };
}

/** The bill of one workload as `POST /api/v1/estimate` answers it. */
function costOf(asOf: string, workload: object): Answered["cost"] {
  const scenario = { asOf, usageTier: 5, workloads: [{ per: "month", ...workload }] };
  const { body } = estimateByBody({ bytes: new TextEncoder().encode(JSON.stringify(scenario)) }, "", null);
  return (JSON.parse(body as string) as Answered).cost;
}

/** The line of a bill of a thousand requests a month, by what it is for. */
function billed({ model, asOf, serviceTier, long, kind, price }: Printed) {
  const cost = costOf(asOf, { model, serviceTier, requests: 1000, ...TOKENS[kind](long ? 300_000 : 1000) });
  if (price === "none") return cost.perMonthUsd;
  const lines = cost.workloads[0]!.lineItems;
  const line = lines.find(({ item }) => item === kind) ?? lines.find(({ item }) => item === "input");
  return line!.perMonthUsd;
}

describe("the printed prices, through the API", () => {
  it("are many, each once", () => {
    expect(LINES.length).toBeGreaterThanOrEqual(65);
    expect(new Set(LINES.map((line) => line.split(" | ").slice(0, 4).join())).size).toBe(LINES.length);
  });

  it.each(PRICES)("$model on $asOf, $serviceTier, long $long: $kind costs $price", (printed) => {
    const millions = printed.long && printed.kind !== "visible-output" ? 300n : 1n;
    expect(billed(printed)).toBe(printed.price === "none" ? null : usd(printed.price, millions));
  });

  it.each([
    ["gpt-5.6-luna", "272001"],
    ["gpt-5.6-terra", "272001"],
    ["gpt-5.6-sol", "272001"],
    ["gpt-6-astra", "272001"],
    ["gpt-6-luna", "272001"],
    ["gpt-6-sol", "272001"],
    ["gpt-6.1-sol", "272001"],
    ["gpt-6.1-terra", "272001"],
    ["gpt-6.2-sol", "272001"],
    ["gpt-6.2-astra", "272001"],
    ["gpt-5.5", "272000"],
    ["gpt-5.5-pro", "272000"],
    ["gpt-5.4", "272000"],
    ["gpt-5.4-pro", "272000"],
  ])("%s is long from %s tokens on", (model, from) => {
    const month = (inputTokens: number) =>
      Number(costOf("2026-11-27", { model, requests: 1, inputTokens }).perMonthUsd);
    const [before, at] = [month(Number(from) - 1), month(Number(from))];
    expect(at / before).toBeGreaterThan(1.999);
  });
});
