import type { CompleteScenario, ScenarioJson, SlowEstimate, VariantJson } from "../make/estimate-json";
import { monthlyCost } from "./cost";
import { bindingRow, rowsAt, slowEstimate, type Row } from "./estimate";
import {
  divide,
  isOver,
  isZero,
  subtract,
  sumIfKnown,
  toFixedDecimal,
  toNearestDouble,
  type Fraction,
} from "./fraction";
import { complete } from "./scenario";
import { understand } from "./workload";

/** A variant beside its base, without where the two differ. */
export interface SlowVariant {
  name: string;
  difference: {
    perMonthUsd: string | null;
    perMonthTimes: number | null;
    headroomTimes: number | null;
    ratesHeadroomTimes: number | null;
  };
  estimate: SlowEstimate;
}

type Holder = Record<string, unknown>;

/** The scenario that a variant is: each value put in its place, then what was taken out of a list closed up. */
export function slowlyApplied(body: unknown, { changes }: VariantJson): CompleteScenario {
  const { variants: _, ...base } = complete(body as ScenarioJson);
  const scenario = structuredClone(base) as unknown as Holder;
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split(".");
    const last = steps.pop()!;
    let holder = scenario;
    for (const step of steps) holder = (holder[step] ??= {}) as Holder;
    if (last.startsWith("+")) (holder as unknown as unknown[]).push(value);
    else if (value === null) delete holder[last];
    else holder[last] = value;
  }
  for (const list of ["workloads", "modelOverrides"])
    scenario[list] = (scenario[list] as unknown[]).filter((item) => item !== undefined);
  return complete(scenario as unknown as ScenarioJson);
}

/** The exact figures that a variant and its base are compared by. */
function figuresOf(scenario: CompleteScenario) {
  const workloads = scenario.workloads.map((workload) => understand(workload, scenario));
  const month = sumIfKnown(workloads.map(monthlyCost));
  const rows = rowsAt(scenario.usageTier, scenario, workloads, month);
  const headroom = (of: readonly Row[]): Fraction | null => {
    const row = bindingRow(of);
    return row && divide(row.limit!, row.peak!);
  };
  return { month, headroom: headroom(rows), rates: headroom(rows.filter(({ pool }) => pool !== "account")) };
}

const times = (one: Fraction | null, base: Fraction | null) =>
  one === null || base === null || isZero(base) ? null : toNearestDouble(divide(one, base));

/** What the one is above the other, with six decimals; fractions here have no sign of their own. */
function more(one: Fraction | null, base: Fraction | null): string | null {
  if (one === null || base === null) return null;
  if (!isOver(base, one)) return toFixedDecimal(subtract(one, base), 6);
  const less = toFixedDecimal(subtract(base, one), 6);
  return /[1-9]/.test(less) ? `-${less}` : less;
}

/** Every variant of a valid scenario beside it, in plain fractions. */
export function slowVariants(body: ScenarioJson): SlowVariant[] {
  const base = figuresOf(complete(body));
  return (body.variants ?? []).map((variant) => {
    const scenario = slowlyApplied(body, variant);
    const own = figuresOf(scenario);
    return {
      name: variant.name,
      difference: {
        perMonthUsd: more(own.month, base.month),
        perMonthTimes: times(own.month, base.month),
        headroomTimes: times(own.headroom, base.headroom),
        ratesHeadroomTimes: times(own.rates, base.rates),
      },
      estimate: slowEstimate(scenario),
    };
  });
}
