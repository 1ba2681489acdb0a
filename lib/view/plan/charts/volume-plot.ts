import { exact, multiply, type Exact, toGeometry } from "@/lib/money";
import type { PaidTier } from "@/lib/catalogue";
import { formatTick, logSteps, ticks, type Axis, type Tick, formatTraffic, type Reading } from "@/lib/view/chart";
import type { VolumeChart } from "./volume";
import { formatTier, formatUsd } from "@/lib/view/text";

/** A tier’s limit as a stair that ends where the tier does. */
interface VolumeStair {
  readonly tier: PaidTier;
  readonly traffic: number;
  readonly cost: number;
  readonly text: string;
  readonly shortText: string;
  /** `over`: the scenario’s tier, which does not pay; `ok`: the tier that does; else a tier beside them. */
  readonly tone: "over" | "ok" | "plain";
}

/** The drawing of a volume chart: both axes are log scales, both lines are straight there. */
export interface VolumePlot {
  readonly x: Axis;
  readonly xLabel: string;
  readonly y: Axis;
  readonly points: readonly { readonly traffic: number; readonly cost: number; readonly other: number | null }[];
  readonly stairs: readonly VolumeStair[];
  readonly today: { readonly cost: number; readonly text: string };
  readonly otherName: string | null;
}

function trafficTick(value: number): Tick {
  if (value === 1) return { value, label: "today", rank: 0, strong: true };
  const label = value < 1 ? `${formatTick(value * 100)}\u202f%` : `${formatTick(value)}×`;
  return { value, label, rank: 1 };
}

/** Points, axes and labels of a volume chart. */
export function volumePlot({ perMonth, other, tiers }: VolumeChart): VolumePlot {
  const today = toGeometry(perMonth);
  const reached = tiers.map(({ traffic }) => toGeometry(traffic));
  const x = { from: Math.min(1, ...reached) / 5.2, to: Math.max(1, ...reached) * 3.4 };
  const y = { from: x.from * today, to: x.to * today * 1.5 };
  const rate = other ? toGeometry(other.perMonth) : 0;
  // The second line starts and ends inside the plot: where it meets the bottom or the top.
  const [start, end] = [Math.max(x.from, y.from / rate), Math.min(x.to, y.to / rate)];
  const at = (traffic: number) => ({
    traffic,
    cost: traffic * today,
    other: other && traffic >= start && traffic <= end ? traffic * rate : null,
  });
  const places = other ? [x.from, start, end, x.to] : [x.from, x.to];
  return {
    x: {
      ...x,
      ticks: [
        ...logSteps(x.from, x.to, 6)
          .filter((value) => value !== 1)
          .map(trafficTick),
        trafficTick(1),
      ].sort((a, b) => a.value - b.value),
    },
    xLabel: "traffic against today’s, both scales log",
    y: { ...y, ticks: ticks(logSteps(y.from, y.to), (value) => `$${formatTick(value)}`) },
    points: [...new Set(places)].sort((a, b) => a - b).map(at),
    stairs: tiers.map(({ tier, limit, traffic, own, pays }): VolumeStair => ({
      tier,
      traffic: toGeometry(traffic),
      cost: toGeometry(limit),
      text: `${formatTier(tier)}: ${formatTraffic(traffic)}`,
      shortText: formatTier(tier),
      tone: pays || (own && fits(traffic)) ? "ok" : own ? "over" : "plain",
    })),
    today: { cost: today, text: `today ${formatUsd(perMonth)}` },
    otherName: other?.name ?? null,
  };
}

const ROUND = [10n, 15n, 20n, 30n, 50n, 70n] as const;

/** What a pointer reads along the line, at round shares and multiples of today's traffic: rising. */
export function volumeReadings({ perMonth, other }: VolumeChart, { from, to }: Axis): Reading[] {
  const decades = Array.from(
    { length: Math.ceil(Math.log10(to / from)) + 1 },
    (_, index) => Math.floor(Math.log10(from)) + index,
  );
  return decades
    .flatMap((decade) =>
      ROUND.map((tenths) =>
        decade < 0 ? exact(tenths, 10n ** BigInt(1 - decade)) : exact(tenths * 10n ** BigInt(decade), 10n),
      ),
    )
    .map((traffic) => ({ traffic, x: toGeometry(traffic) }))
    .filter(({ x }) => x >= from && x <= to)
    .map(({ traffic, x }) => {
      const cost = multiply(perMonth, traffic);
      return {
        x,
        y: toGeometry(cost),
        text: x === 1 ? "Today’s traffic" : `${formatTraffic(traffic)}${x < 1 ? " of" : ""} today’s traffic`,
        detail: `${formatUsd(cost)} a month${other ? `; ${other.name} ${formatUsd(multiply(other.perMonth, traffic))}` : ""}`,
      };
    });
}

const fits = ({ n, d }: Exact) => n >= d;
