import { chargeMilli } from "@/lib/rates";
import { limitPoolOf, modelOfPool } from "@/lib/facts";
import type { Scenario } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { limitsOf } from "@/lib/simulation";
import { formatCompact, formatNumber, UNKNOWN } from "@/lib/view/text";
import { capital, poolName } from "@/lib/view/names";
import { trafficPools } from "./never";
import { poolsByLimits, unpublishedText } from "./open";

/**
 * The settings with which a client of one pool never meets a 429: a bucket of requests and a bucket of
 * tokens.
 */
export interface ThrottleView {
  readonly pool: string;
  /** `gpt-4.1, long requests`. */
  readonly name: string;
  /** Why there is none, and so no settings and no code; `null` where there is one. */
  readonly missing: string | null;
  readonly settings: readonly { readonly label: string; readonly text: string; readonly how: string }[];
  readonly snippets: readonly { readonly label: string; readonly code: string }[];
}

interface Throttle {
  readonly pool: string;
  readonly rpm: number | null;
  readonly tpm: number | null;
  readonly windowSeconds: number;
  /** Requests the bucket holds. */
  readonly burst: number | null;
  /** The largest mean charge of the pool’s workloads. */
  readonly charge: number;
}

const code = (value: number) => String(Math.floor(value * 1000) / 1000);

/**
 * A leaky bucket that holds `burst` and leaks the limit: `AsyncLimiter(max_rate, time_period)` lets
 * `max_rate` through at once.
 */
function python({ pool, rpm, tpm, burst }: Throttle): string {
  const lines = [
    "from aiolimiter import AsyncLimiter",
    "from openai import AsyncOpenAI",
    "",
    "client = AsyncOpenAI(max_retries=5)  # 6 attempts",
  ];
  if (rpm !== null) lines.push(`requests = AsyncLimiter(${code(burst!)}, ${code((burst! * 60) / rpm)})`);
  if (tpm !== null) lines.push(`tokens = AsyncLimiter(${code(tpm)}, 60)`);
  lines.push("", "async def ask(charge, **body):");
  if (tpm !== null) lines.push("    await tokens.acquire(charge)");
  if (rpm !== null) lines.push("    await requests.acquire()");
  lines.push(`    return await client.chat.completions.create(model="${modelOfPool(pool)}", **body)`);
  return lines.join("\n");
}

/** Bottleneck fills its reservoir at multiples of 250 ms. */
const INTERVALS = [250, 500, 1000, 1500, 3000, 6000, 15_000, 30_000, 60_000] as const;

/**
 * How a reservoir of `most` refills at a limit: whole amounts that no interval rounds up. `null`: none is
 * whole and fits.
 */
function refill(limit: number, most: number): { readonly amount: number; readonly every: number } | null {
  const whole = INTERVALS.map((every) => ({ every, amount: (limit * every) / 60_000 })).find(
    ({ amount }) => Number.isInteger(amount) && amount <= most,
  );
  if (whole) return whole;
  const amount = Math.floor((limit * INTERVALS[0]) / 60_000);
  return amount >= 1 && amount <= most ? { amount, every: INTERVALS[0] } : null;
}

function reservoir(name: string, limit: number, most: number): string[] {
  const steps = refill(limit, most);
  if (!steps) return [`const ${name} = new Bottleneck({ minTime: ${Math.ceil(60_000 / limit)} });`];
  return [
    `const ${name} = new Bottleneck({`,
    `  reservoir: ${most},`,
    `  reservoirIncreaseMaximum: ${most},`,
    `  reservoirIncreaseAmount: ${steps.amount},`,
    `  reservoirIncreaseInterval: ${steps.every},`,
    "});",
  ];
}

function node({ pool, rpm, tpm, burst }: Throttle): string {
  const create = `client.chat.completions.create({ model: "${modelOfPool(pool)}", ...body })`;
  const paced = rpm === null ? create : `requests.schedule(() => ${create})`;
  return [
    'import Bottleneck from "bottleneck";',
    'import OpenAI from "openai";',
    "",
    "const client = new OpenAI({ maxRetries: 5 }); // 6 attempts",
    ...(rpm === null ? [] : reservoir("requests", rpm, Math.floor(burst!))),
    ...(tpm === null ? [] : reservoir("tokens", tpm, Math.floor(tpm))),
    "",
    "const ask = (charge, body) =>",
    tpm === null ? `  ${paced};` : `  tokens.schedule({ weight: charge }, () =>\n    ${paced});`,
  ].join("\n");
}

function throttles(scenario: Scenario): Throttle[] {
  return trafficPools(scenario).map((pool) => {
    const { rpm, tpm, windowSeconds } = limitsOf(scenario, pool);
    const charges = scenario.workloads.flatMap((workload) =>
      workload.serviceTier !== "batch" && limitPoolOf(workload, scenario) === pool
        ? [chargeMilli(workload, scenario.tokenAccounting) / MILLI]
        : [],
    );
    return {
      pool,
      rpm,
      tpm,
      windowSeconds,
      burst: rpm === null ? null : Math.max(1, (rpm * windowSeconds) / 60),
      charge: Math.max(...charges),
    };
  });
}

const number = (value: number | null) => (value === null ? UNKNOWN : formatNumber(Math.floor(value * 1000) / 1000));

/**
 * Settings of a client-side throttle for each pool, from the limits in force, and the same as code; a reason
 * where no limit is known.
 */
export function throttleViews(scenario: Scenario): ThrottleView[] {
  const { open } = poolsByLimits({ scenario, trace: null });
  return throttles(scenario).map((throttle) => {
    const { pool, rpm, tpm, windowSeconds, burst, charge } = throttle;
    if (open.includes(pool))
      return {
        pool,
        name: poolName(pool),
        missing: `${capital(unpublishedText([pool]))}, so there is nothing to keep within; enter your own on Plan.`,
        settings: [],
        snippets: [],
      };
    const sustainedBy =
      tpm === null || charge === 0
        ? "requests a minute alone"
        : `min(${rpm === null ? "no limit" : number(rpm)}; ${number(tpm)} ÷ ${number(charge)})`;
    const sustained = tpm === null || charge === 0 ? rpm : Math.min(rpm ?? Infinity, tpm / charge);
    return {
      pool,
      name: poolName(pool),
      missing: null,
      settings: [
        {
          label: "Requests a minute",
          text: number(rpm),
          how: rpm === null ? "no limit known" : `refill ${formatCompact(rpm / 60)} a second`,
        },
        {
          label: "Burst of requests",
          text: number(burst),
          how: rpm === null ? "no limit known" : `max(1, ${number(rpm)} × ${windowSeconds} s ÷ 60 s)`,
        },
        {
          label: "Tokens a minute",
          text: number(tpm),
          how: tpm === null ? "no limit known" : `refill ${formatCompact(tpm / 60)} a second`,
        },
        { label: "Burst of tokens", text: number(tpm), how: tpm === null ? "no limit known" : "a whole minute’s" },
        {
          label: "Sustained, at the mean charge",
          text: sustained === null ? UNKNOWN : `${formatCompact(sustained)} a minute`,
          how: sustained === null ? "no limit known" : sustainedBy,
        },
      ],
      snippets: [
        { label: "Python: aiolimiter and openai", code: python(throttle) },
        { label: "Node: bottleneck and openai", code: node(throttle) },
      ],
    };
  });
}
