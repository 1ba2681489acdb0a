import type { RuleId } from "@/lib/rules";

/** One line of arithmetic: what, from which numbers, how much. A test evaluates every one. */
export interface Step {
  readonly what: string;
  readonly of: string;
  readonly is: string;
}

/**
 * Rules worked through on one workload: 120 chats a minute on o1-mini at tier 3, 1,500 tokens in (600
 * cached), 300 visible and 900 reasoning out, a cap of 8,000, two and a half times as many in the busiest
 * minute.
 */
export const WORKED: Partial<Record<RuleId, readonly Step[]>> = {
  "month-730": [{ what: "Chats a month", of: "120 × 60 × 730", is: "5,256,000" }],
  "retries-billed": [
    { what: "Chats a month", of: "120 × 60 × 730", is: "5,256,000" },
    { what: "With a retry share of 0.05", of: "5,256,000 × (1 + 0.05)", is: "5,518,800" },
  ],
  "price-per-million": [
    { what: "Output a month", of: "5,256,000 × 1,200", is: "6,307,200,000" },
    { what: "At $4.40", of: "6,307,200,000 × 4.40 ÷ 1,000,000", is: "$27,751.68" },
  ],
  "cached-input": [
    { what: "Full price, $1.10", of: "5,256,000 × (1,500 − 600) × 1.10 ÷ 1,000,000", is: "$5,203.44" },
    { what: "Cached, $0.55", of: "5,256,000 × 600 × 0.55 ÷ 1,000,000", is: "$1,734.48" },
    { what: "Input a month", of: "5,203.44 + 1,734.48", is: "$6,937.92" },
  ],
  "reasoning-is-output": [
    { what: "Output", of: "300 + 900", is: "1,200" },
    { what: "Reasoning’s share", of: "900 ÷ 1,200", is: "75 %" },
    {
      what: "1,000 requests of 1,000 in, 500 visible",
      of: "1,000 × (1,000 × 1.10 + 500 × 4.40) ÷ 1,000,000",
      is: "$3.30",
    },
    {
      what: "The same with 2,000 reasoning",
      of: "1,000 × (1,000 × 1.10 + (500 + 2,000) × 4.40) ÷ 1,000,000",
      is: "$12.10",
    },
  ],
  "batch-price": [
    { what: "Input", of: "1.10 ÷ 2", is: "$0.55" },
    { what: "Output", of: "4.40 ÷ 2", is: "$2.20" },
  ],
  "cache-write": [
    {
      what: "2,000 in: 1,000 cached at $0.10, 500 written at $1.25",
      of: "(2,000 − 1,000 − 500) × 1 + 1,000 × 0.10 + 500 × 1.25",
      is: "1,225",
    },
    { what: "1,000 such requests", of: "1,000 × 1,225 ÷ 1,000,000", is: "$1.23" },
    { what: "500 written for 12 hours on gpt-6.2-sol", of: "500 × 2 × 2.5 ÷ 1,000,000", is: "$0.0025" },
  ],
  regional: [
    { what: "gpt-6.1-terra, input of $1", of: "1 × 1.1", is: "$1.10" },
    { what: "Output of $5", of: "5 × 1.1", is: "$5.50" },
  ],
  "tool-calls": [
    { what: "5,256,000 chats with half a web search each", of: "5,256,000 × 0.5 × 10 ÷ 1,000", is: "$26,280.00" },
    { what: "And 2 file searches each", of: "5,256,000 × 2 × 2.50 ÷ 1,000", is: "$26,280.00" },
  ],
  "long-context": [
    { what: "Input price of $5 from 272,000 tokens on", of: "5 × 2", is: "$10.00" },
    { what: "Output price of $30", of: "30 × 1.5", is: "$45.00" },
    { what: "271,999 in, 1,000 out", of: "(271,999 × 5 + 1,000 × 30) ÷ 1,000,000", is: "$1.39" },
    { what: "272,000 in, 1,000 out", of: "(272,000 × 10 + 1,000 × 45) ÷ 1,000,000", is: "$2.77" },
  ],
  "daily-limits": [
    { what: "Chats a day", of: "120 × 60 × 24", is: "172,800" },
    { what: "Of 10,000 requests a day", of: "172,800 ÷ 10,000", is: "1,728 %" },
  ],
  "batch-no-cached-discount": [
    { what: "Input, standard", of: "5,203.44 + 1,734.48", is: "$6,937.92" },
    { what: "Input, batch", of: "5,256,000 × 1,500 × 0.55 ÷ 1,000,000", is: "$4,336.20" },
    { what: "Of standard, not 50 %", of: "4,336.20 ÷ 6,937.92", is: "62.5 %" },
  ],
  "rpm-demand": [
    { what: "Mean", of: "120 × (1 + 0)", is: "120" },
    { what: "Peak", of: "120 × 2.5", is: "300" },
    { what: "Of 5,000", of: "300 ÷ 5,000", is: "6 %" },
  ],
  "tpm-charge-prompt-plus-cap": [
    { what: "Charge", of: "1,500 + 8,000", is: "9,500" },
    { what: "Peak", of: "300 × 9,500", is: "2,850,000" },
    { what: "Of 4,000,000", of: "2,850,000 ÷ 4,000,000", is: "71.25 %" },
  ],
  "tpm-charge-larger-of": [
    { what: "Charge", of: "max(1,500, 8,000)", is: "8,000" },
    { what: "Peak", of: "300 × 8,000", is: "2,400,000" },
    { what: "Of 4,000,000", of: "2,400,000 ÷ 4,000,000", is: "60 %" },
  ],
  "tpm-charge-actual": [
    { what: "Charge", of: "1,500 + 300 + 900", is: "2,700" },
    { what: "Peak", of: "300 × 2,700", is: "810,000" },
    { what: "Of 4,000,000", of: "810,000 ÷ 4,000,000", is: "20.25 %" },
  ],
  "tpm-charge-no-cap": [{ what: "Charge", of: "1,500 + 300 + 900", is: "2,700" }],
  "cached-counts-tpm": [{ what: "Charged of 1,500 in, 600 cached", of: "(1,500 − 600) + 600", is: "1,500" }],
  "batch-queue": [
    { what: "50,000 labels a day, 700 tokens in", of: "50,000 × 700", is: "35,000,000" },
    { what: "Held 24 hours", of: "35,000,000 ÷ 24 × 24", is: "35,000,000" },
    { what: "Of o3-mini’s 40,000,000", of: "35,000,000 ÷ 40,000,000", is: "87.5 %" },
  ],
  "monthly-usage": [
    { what: "A month’s cost", of: "6,937.92 + 27,751.68", is: "$34,689.60" },
    { what: "Hours to $1,000", of: "730 × 1,000 ÷ 34,689.60", is: "21.04" },
  ],
  headroom: [
    { what: "Utilisation", of: "2,850,000 ÷ 4,000,000", is: "71.25 %" },
    { what: "Headroom", of: "4,000,000 ÷ 2,850,000", is: "1.40×" },
  ],
  "continuous-refill": [
    { what: "Limit 200,000", of: "(162,960 + 42,288 − 200,000) ÷ (200,000 ÷ 60)", is: "1.574 s" },
    { what: "Limit 10,000", of: "(8,554 + 3,082 − 10,000) ÷ (10,000 ÷ 60)", is: "9.816 s" },
    { what: "Limit 30,000", of: "(14,567 + 24,754 − 30,000) ÷ (30,000 ÷ 60)", is: "18.642 s" },
  ],
  "rpm-window": [
    { what: "60,000 RPM, window of 1 s", of: "max(1, 60,000 × 1 ÷ 60)", is: "1,000" },
    { what: "500 RPM, window of 1 s", of: "max(1, 500 × 1 ÷ 60)", is: "8.33" },
  ],
  "request-too-large": [
    { what: "1,500 in, a cap of 65,536", of: "1,500 + 65,536", is: "67,036" },
    { what: "Of o1’s 30,000 at tier 1", of: "67,036 ÷ 30,000", is: "223.5 %" },
  ],
  "context-window": [{ what: "120,000 in, 20,000 out, of 128,000", of: "(120,000 + 20,000) ÷ 128,000", is: "109.4 %" }],
  "cache-prefix": [
    { what: "Of a prefix of 1,500", of: "1,024 + 128 × ⌊(1,500 − 1,024) ÷ 128⌋", is: "1,408" },
    { what: "Of a prefix of 1,024", of: "1,024 + 128 × ⌊(1,024 − 1,024) ÷ 128⌋", is: "1,024" },
  ],
  "traffic-buckets": [
    { what: "Tokens a second at 200,000 TPM", of: "200,000 ÷ 60", is: "3,333.3" },
    { what: "Requests held, 500 RPM, window of 60 s", of: "max(1, 500 × 60 ÷ 60)", is: "500" },
    { what: "Seconds to refill a charge of 9,500", of: "9,500 ÷ (200,000 ÷ 60)", is: "2.85 s" },
  ],
  "traffic-queue": [
    {
      what: "The second of two charged 150,000 at once",
      of: "(150,000 + 150,000 − 200,000) ÷ (200,000 ÷ 60)",
      is: "30 s",
    },
  ],
  "traffic-retry": [{ what: "All five waits, on the mean", of: "(1 + 2 + 4 + 8 + 16) ÷ 2", is: "15.5 s" }],
  "traffic-shape": [{ what: "Busiest minute of 120 a minute, 2.5 times", of: "120 × 2.5", is: "300" }],
  "traffic-waits": [
    { what: "The p95 of 50 waits is number", of: "95 × 50 ÷ 100", is: "47.5" },
    { what: "and so, rounded up", of: "⌊47.5⌋ + 1", is: "48" },
  ],
  "traffic-in-flight": [
    { what: "Latency, 0.8 s to the first of 1,200 tokens, 80 a second", of: "0.8 + 1,200 ÷ 80", is: "15.8 s" },
    { what: "In flight at 300 a minute", of: "300 ÷ 60 × 15.8", is: "79" },
  ],
  "batch-waves": [
    { what: "Requests a wave, 1,000 tokens each", of: "⌊2,000,000 ÷ 1,000⌋", is: "2,000" },
    { what: "Of 25,000 requests, full", of: "⌊25,000 ÷ 2,000⌋", is: "12" },
    { what: "Waves, with the last one of 1,000", of: "12 + 1", is: "13" },
    { what: "Hours, 24 each", of: "13 × 24", is: "312" },
  ],
  "batch-file": [
    { what: "Bytes of 6,000 tokens in", of: "4 × 6,000 + 250", is: "24,250" },
    { what: "Requests in 200 MB", of: "⌊200,000,000 ÷ 24,250⌋", is: "8,247" },
  ],
  "standard-sustained": [
    { what: "By tokens, 9,500 charged", of: "4,000,000 ÷ 9,500", is: "421.05" },
    { what: "Half left to live traffic", of: "4,000,000 ÷ 9,500 × (1 − 0.5)", is: "210.53" },
  ],
  "backlog-split": [
    { what: "12 waves of 2,000, standard for the rest", of: "25,000 − 12 × 2,000", is: "1,000" },
    { what: "Hours, 100 requests an hour", of: "max(12 × 24, 1,000 ÷ 100)", is: "288" },
  ],
  "backlog-month": [
    { what: "Requests a month in waves of 2,000 a day", of: "2,000 × 730 ÷ 24", is: "60,833.3" },
    { what: "At $0.01 each", of: "2,000 × 730 ÷ 24 × 0.01", is: "$608.33" },
  ],
  "forecast-growth": [
    { what: "Chats a minute in month 2 at 8 % a month", of: "120 × 1.08 × 1.08", is: "139.968" },
    { what: "Its cost", of: "34,689.60 × 1.08 × 1.08", is: "$40,461.95" },
  ],
  "forecast-tier": [{ what: "Hours until $1,000 are paid", of: "730 × 1,000 ÷ 34,689.60", is: "21.0" }],
  rounding: [
    { what: "A chat, exactly", of: "34,689.60 ÷ 5,256,000", is: "$0.0066" },
    { what: "Its 1,000", of: "0.0066 × 1,000", is: "$6.60" },
  ],
};

/**
 * What o1-mini’s 200,000 tokens a minute at tier 1 carry, by what one request of 1,000 in, 500 visible and
 * 2,000 reasoning out is charged.
 */
export const TIER_1_REQUESTS: readonly Step[] = [
  { what: "Reasoning forgotten", of: "⌊200,000 ÷ (1,000 + 500)⌋", is: "133" },
  { what: "Reasoning counted", of: "⌊200,000 ÷ (1,000 + 500 + 2,000)⌋", is: "57" },
  { what: "A cap of 8,000 reserved", of: "⌊200,000 ÷ (1,000 + 8,000)⌋", is: "22" },
  { what: "25,000 reserved, as OpenAI advises", of: "⌊200,000 ÷ 25,000⌋", is: "8" },
  { what: "The largest cap, 65,536, reserved", of: "⌊200,000 ÷ (1,000 + 65,536)⌋", is: "3" },
];
