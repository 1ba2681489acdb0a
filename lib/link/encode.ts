import { DEFAULTS, type Backlog, type ModelOverride, type Scenario, type Workload } from "@/lib/scenario";
import {
  BACKLOG_KEY,
  BACKLOG_TAGS,
  LIMIT_TAGS,
  OVERRIDE_KEY,
  PER_NAMES,
  PRICE_TAGS,
  SCENARIO_KEYS,
  SERVICE_MARKS,
  SIZE_TAGS,
  WORKLOAD_KEY,
  WORKLOAD_TAGS,
} from "./grammar";
import { encodeText } from "./text";

type Tags = readonly (readonly [tag: string, field: string])[];

function tagged(tags: Tags, values: object, defaults: object = {}): string[] {
  return tags.flatMap(([tag, field]) => {
    const value = (values as Record<string, unknown>)[field];
    return value === undefined || value === (defaults as Record<string, unknown>)[field]
      ? []
      : [`${tag}${String(value)}`];
  });
}

/** The values of a workload that are words by themselves. */
const words = ({ shape, arrivals, sizes, cacheLifetime }: Workload): string[] =>
  [shape, arrivals, sizes, cacheLifetime].filter((word) => word !== undefined);

const encoded = new WeakMap<Workload, string>();

/**
 * A workload as a link holds it, encoded. Kept by object: links to variants of a scenario share most
 * workloads.
 */
function workloadText(workload: Workload): string {
  const known = encoded.get(workload);
  if (known !== undefined) return known;
  const parts = [
    workload.model,
    ...(workload.serviceTier === "standard" ? [] : [SERVICE_MARKS[workload.serviceTier]]),
    `${workload.requests}/${PER_NAMES[workload.per][0]}`,
    ...words(workload),
    ...tagged(WORKLOAD_TAGS, workload, DEFAULTS.workload),
  ];
  const text = encodeText(`${workload.name && `${workload.name}:`}${parts.join(" ")}`);
  encoded.set(workload, text);
  return text;
}

function overrideText({ model, price, limits, ...sizes }: ModelOverride): string {
  return [
    model,
    ...tagged(PRICE_TAGS, price ?? {}),
    ...tagged(LIMIT_TAGS, limits ?? {}),
    ...tagged(SIZE_TAGS, sizes),
  ].join(" ");
}

function backlogText({ model, ...rest }: Backlog): string {
  return [model, ...tagged(BACKLOG_TAGS, rest, DEFAULTS.backlog)].join(" ");
}

/**
 * The canonical link of a complete scenario: path and query of the page that shows it. Keys in fixed order,
 * defaults left out, `asOf` always there; one scenario has one link on each page that shows it (`page`, the
 * planner without), and `decodeLink` gives the scenario back exactly.
 */
export function encodeLink(scenario: Scenario, page = "/"): string {
  const pieces: [string, string][] = [["v", "1"]];
  for (const [key, field] of SCENARIO_KEYS) {
    const value = scenario[field];
    if (value !== undefined && (field === "asOf" || value !== (DEFAULTS.scenario as Partial<Scenario>)[field]))
      pieces.push([key, encodeText(value === true ? "yes" : String(value))]);
  }
  if (scenario.backlog) pieces.push([BACKLOG_KEY, encodeText(backlogText(scenario.backlog))]);
  for (const override of scenario.modelOverrides) pieces.push([OVERRIDE_KEY, encodeText(overrideText(override))]);
  for (const workload of scenario.workloads) pieces.push([WORKLOAD_KEY, workloadText(workload)]);
  return `${page}?${pieces.map(([key, value]) => `${key}=${value}`).join("&")}`;
}
