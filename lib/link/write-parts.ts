import { DEFAULTS, type Backlog, type Growth, type ModelOverride, type Workload } from "@/lib/scenario";
import { middleOf } from "@/lib/scenario/ranges";
import {
  BACKLOG_TAGS,
  GROWTH_WORDS,
  LIMIT_TAGS,
  PER_NAMES,
  PRICE_TAGS,
  SERVICE_MARKS,
  SIZE_TAGS,
  WORKLOAD_TAGS,
  type Tags,
} from "./grammar";

type Fields = Readonly<Record<string, unknown>>;
type Range = readonly [low: number, high: number];

/** A range as a link says it: `300~2000`. */
export const rangePart = ([low, high]: Range): string => `${low}~${high}`;

/** Values behind their tags; what equals its default is left out. */
function tagged(tags: Tags, values: object, defaults: object = {}): string[] {
  return tags.flatMap(([tag, field]) => {
    const value = (values as Fields)[field];
    return value === undefined || value === (defaults as Fields)[field] ? [] : [`${tag}${String(value)}`];
  });
}

/**
 * A number and the range of it: the range alone where the number is its middle, else one beside the other, `write`
 * being how either is said.
 */
function ranged(value: number, range: Range, write: (text: string) => string): string[] {
  const own = value === middleOf(range) ? [] : [write(String(value))];
  return [...own, write(rangePart(range))];
}

/** The numbers of a workload behind its rate, each with its range. */
function numbers(workload: Workload): string[] {
  const { ranges } = workload;
  if (!ranges) return tagged(WORKLOAD_TAGS, workload, DEFAULTS.workload);
  return WORKLOAD_TAGS.flatMap(([tag, field]) => {
    const range = (ranges as Readonly<Record<string, Range | undefined>>)[field];
    if (!range) return tagged([[tag, field]], workload, DEFAULTS.workload);
    return ranged(workload[field]!, range, (text) => `${tag}${text}`);
  });
}

/** The rate of a workload: `120/m`, `8~50/m`. */
function rate({ requests, per, ranges }: Workload): string[] {
  const write = (text: string) => `${text}/${PER_NAMES[per][0]}`;
  return ranges?.requests ? ranged(requests, ranges.requests, write) : [write(String(requests))];
}

/** A workload: `name:model mark rate words tags`. */
export function workloadText(workload: Workload): string {
  const { shape, arrivals, sizes, cacheLifetime } = workload;
  const parts = [
    workload.model,
    ...(workload.serviceTier === "standard" ? [] : [SERVICE_MARKS[workload.serviceTier]]),
    ...rate(workload),
    ...[shape, arrivals, sizes, cacheLifetime].filter((word) => word !== undefined),
    ...numbers(workload),
  ];
  return `${workload.name && `${workload.name}:`}${parts.join(" ")}`;
}

/** A user’s own facts on one model: `model tags`. */
export function overrideText({ model, price, limits, ...sizes }: ModelOverride): string {
  return [
    model,
    ...tagged(PRICE_TAGS, price ?? {}),
    ...tagged(LIMIT_TAGS, limits ?? {}),
    ...tagged(SIZE_TAGS, sizes),
  ].join(" ");
}

/** A backlog: `model tags`. */
export function backlogText({ model, ...rest }: Backlog): string {
  return [model, ...tagged(BACKLOG_TAGS, rest, DEFAULTS.backlog)].join(" ");
}

/** Growth: `8/12`, per cent a month and months, then `paid1200` and `tier-follows` where they are said. */
export function growthPart({ percentPerMonth, months, paidUsd, tierFollows }: Growth): string {
  const paid = paidUsd === undefined ? [] : [`paid${paidUsd}`];
  return [`${percentPerMonth}/${months}`, ...paid, ...(tierFollows ? [GROWTH_WORDS.true] : [])].join(" ");
}
