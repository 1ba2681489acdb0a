import { describe, expect, it } from "vitest";
import { parsePerRate, parseTyped, parseTypedDecimal } from "@/lib/link";

const value = (typed: { readonly value: unknown } | { readonly error: string }) =>
  "value" in typed ? typed.value : null;

describe("a typed number", () => {
  it.each([
    ["1500", 1500],
    ["1,500", 1500],
    ["1 500", 1500],
    ["1\u202f500", 1500],
    ["1\u00a0500", 1500],
    ["1'500", 1500],
    ["1’500", 1500],
    ["1_500", 1500],
    ["1,234,567", 1_234_567],
    ["1,234.5", 1234.5],
    ["1k", 1000],
    ["1K", 1000],
    ["2.5M", 2_500_000],
    ["2.5 m", 2_500_000],
    ["1.2345k", 1234.5],
    ["3 million", 3_000_000],
    ["1b", 1e9],
    ["1bn", 1e9],
    ["0.5t", 5e11],
    ["1e6", 1e6],
    ["1.5e3", 1500],
    [" 12 ", 12],
    [".5", 0.5],
    ["0.001", 0.001],
    ["007", 7],
    ["1500 tokens", 1500],
    ["0", 0],
    ["1e12", 1e12],
    ["1,000,000,000,000", 1e12],
  ])("%j is %d", (text, number) => expect(value(parseTyped(text, "inputTokens"))).toBe(number));

  it.each([
    "",
    " ",
    "12,5",
    "1,5",
    "0,5",
    "1,50",
    "1,2345",
    "-1",
    "−5",
    "–3",
    "abc",
    "1.2.3",
    "1..2",
    "12abc",
    "0x10",
    "1e-3",
    "1.0001",
    "NaN",
    "Infinity",
    "1e13",
    "2t",
    "१२",
    "1,23,456",
    "1,234 567",
    "--",
    "1/2",
    "∞",
  ])("%j is refused, never half read", (text) => {
    const typed = parseTyped(text, "inputTokens");
    expect(typed).toEqual({ error: expect.stringMatching(/\S/) });
    expect("error" in typed && typed.error).not.toMatch(/\.$/);
  });

  it("a comma that could be a decimal one is asked back with both readings", () => {
    expect(parseTyped("12,5", "inputTokens")).toEqual({
      error: "“12,5” could be 12.5 or 125. Write one of them",
    });
  });

  it.each([
    ["maxCompletionTokens", "0", null],
    ["maxCompletionTokens", "1.5", null],
    ["maxCompletionTokens", "8k", 8000],
    ["peakToMean", "2.5×", 2.5],
    ["peakToMean", "2.5x", 2.5],
    ["peakToMean", "0.9", null],
    ["peakToMean", "1001", null],
    ["rpmWindowSeconds", "60", 60],
    ["rpmWindowSeconds", "61", null],
    ["batchTurnaroundHours", "24", 24],
    ["batchTurnaroundHours", "0.5", null],
    ["requests", "0", null],
    ["requests", "0.001", 0.001],
    ["retryShare", "10", 10],
    ["retryShare", "10.001", null],
  ] as const)("%s takes %j as %s", (field, text, number) => expect(value(parseTyped(text, field))).toBe(number));
});

describe("a unit that is typed", () => {
  it.each([
    ["retryShare", "10%", 0.1],
    ["retryShare", "7.5 %", 0.075],
    ["retryShare", "150 percent", 1.5],
    ["retryShare", "0.1", 0.1],
    ["retryShare", "0.1%", 0.001],
    ["peakToMean", "3 times", 3],
    ["webSearchCalls", "2 calls a request", 2],
    ["firstTokenMs", "350 ms", 350],
    ["tokensPerSecond", "60 tokens/s", 60],
    ["tpm", "4,000,000 TPM", 4_000_000],
    ["rpm", "500 requests per minute", 500],
    ["total", "25k requests", 25_000],
    ["inputTokens", "1k tokens", 1000],
    ["batchTurnaroundHours", "12 h", 12],
  ] as const)("%s takes %j as %d", (field, text, number) => expect(value(parseTyped(text, field))).toBe(number));

  it.each([
    ["inputTokens", "5%", "a percentage"],
    ["peakToMean", "300%", "a percentage"],
    ["requests", "5 %", "a percentage"],
    ["inputTokens", "$5", "an amount of money"],
    ["retryShare", "$0.1", "an amount of money"],
    ["tpm", "€5", "an amount of money"],
    ["inputTokens", "5 requests", "not a number"],
    ["tpm", "500 RPM", "not a number"],
    ["retryShare", "0.01%", "not accepted"],
  ] as const)("%s refuses %j by name: %s", (field, text, reason) =>
    expect(parseTyped(text, field)).toEqual({ error: expect.stringContaining(reason) }),
  );

  it.each(["1.500", "59.200", "12.340 tokens"])("%j is asked back: it could be either", (text) =>
    expect(parseTyped(text, "inputTokens")).toEqual({ error: expect.stringMatching(/could be .* or .*Write one/) }),
  );

  it("a bound of another field is told in its own terms", () => {
    const most = { max: 1000, because: "cached cannot exceed input, 1,000" };
    expect(parseTyped("1.5k", "cachedInputTokens", most)).toEqual({ error: most.because });
    expect(parseTyped("1000", "cachedInputTokens", most)).toEqual({ value: 1000 });
  });
});

describe("typed money", () => {
  it.each([
    ["$0.55", "0.55"],
    ["1.10 USD", "1.1"],
    ["1.500", "1.5"],
    ["1,234.50", "1234.5"],
    ["0.0000375", "0.0000375"],
    ["1k", "1000"],
    ["12e2", "1200"],
  ])("%j is %s", (text, decimal) => expect(value(parseTypedDecimal(text))).toBe(decimal));
  it.each(["$", "1,1", "-0.55", "a", "€ 1.10", "5%", "5 tokens"])("%j is refused", (text) =>
    expect(parseTypedDecimal(text)).toHaveProperty("error"),
  );
});

describe("a typed rate", () => {
  it.each([
    ["120", { requests: 120 }],
    ["120/min", { requests: 120, per: "minute" }],
    ["120 / m", { requests: 120, per: "minute" }],
    ["120 per minute", { requests: 120, per: "minute" }],
    ["2.5k a day", { requests: 2500, per: "day" }],
    ["50,000/d", { requests: 50_000, per: "day" }],
    ["20 rpm", { requests: 20, per: "minute" }],
    ["3 rps", { requests: 3, per: "second" }],
    ["1M/month", { requests: 1e6, per: "month" }],
    ["1M/mo", { requests: 1e6, per: "month" }],
    ["9 an hour", { requests: 9, per: "hour" }],
    ["9/hr", { requests: 9, per: "hour" }],
    ["9 per days", { requests: 9, per: "day" }],
  ])("%j is %o", (text, rate) => expect(value(parsePerRate(text))).toEqual(rate));
  it.each(["120/fortnight", "12,5/min", "/min", "-1/s", "0/min", "120 per", "many a day"])("%j is refused", (text) =>
    expect(parsePerRate(text)).toHaveProperty("error"),
  );
});
