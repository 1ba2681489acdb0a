import type { UsageTierId } from "@/lib/catalogue";
import { bindsFirst, headroom, isOver, limitsFor, type Demand, type Dimension, type LimitAtTier } from "@/lib/limits";
import type { Scenario } from "@/lib/scenario";
import type { ModelFacts } from "@/lib/facts";
import { exceedsTpm, type WorkloadCheck } from "./checks";
import { NOTE_CODES, type NoteCode, type TierVerdict, type Verdict } from "./types";

/** The note that a demand over its limit makes. */
export const EXCEEDED = {
  rpm: "rpm-exceeded",
  tpm: "tpm-exceeded",
  rpd: "rpd-exceeded",
  tpd: "tpd-exceeded",
  "batch-queue": "batch-queue-exceeded",
  "monthly-usage": "usage-limit-exceeded",
} as const satisfies Record<Dimension, NoteCode>;

/** The note that a limit which is not published makes on a paid tier. */
export const unpublishedCode = (dimension: Dimension): NoteCode =>
  dimension === "batch-queue" ? "batch-queue-unpublished" : "limit-unpublished";

/** What binds first, and by what factor traffic can grow until it does. */
function binding(
  demanded: readonly Demand[],
  limits: readonly LimitAtTier[],
): Pick<Verdict, "bindsFirst" | "scaleAtLimit"> {
  const index = bindsFirst(demanded, limits);
  const row = demanded[index];
  return row
    ? { bindsFirst: { pool: row.pool, dimension: row.dimension }, scaleAtLimit: headroom(row, limits[index]) }
    : { bindsFirst: null, scaleAtLimit: null };
}

/** What a verdict rests on, the same at every tier. `demanded` ends with the row `monthly-usage`. */
export interface VerdictInput {
  readonly scenario: Scenario;
  readonly facts: ReadonlyMap<string, ModelFacts>;
  readonly demanded: readonly Demand[];
  readonly checks: readonly WorkloadCheck[];
}

/** The codes of what makes one request too large or the tier unfit, whatever the rate. */
function fatal({ demanded, checks }: VerdictInput, tier: UsageTierId, limits: readonly LimitAtTier[]): Set<NoteCode> {
  const codes = new Set<NoteCode>();
  if (tier === "free") codes.add("tier-not-supported");
  if (checks.some((check) => exceedsTpm(check, demanded, limits))) codes.add("request-exceeds-tpm");
  if (checks.some(({ overContext }) => overContext)) codes.add("exceeds-context");
  if (checks.some(({ overMaxInput }) => overMaxInput)) codes.add("exceeds-max-input");
  if (checks.some(({ overMaxOutput }) => overMaxOutput)) codes.add("exceeds-max-output");
  return codes;
}

/** Does not fit: some code says never. Open: a limit or a price is missing. Else it fits. */
const fitsOf = (isNever: boolean, isOpen: boolean) => (isNever ? false : isOpen ? null : true);

/** The verdict at one tier. */
export function tierVerdict(input: VerdictInput, tier: UsageTierId): TierVerdict {
  const { scenario, facts, demanded, checks } = input;
  const limits = limitsFor(scenario, facts, demanded, tier);
  const never = fatal(input, tier, limits);
  const open = new Set<NoteCode>();
  demanded.forEach((row, index) => {
    const limit = limits[index];
    if (limit) {
      if (isOver(row, limit)) never.add(EXCEEDED[row.dimension]);
    } else if (limit === null) {
      open.add(unpublishedCode(row.dimension));
    }
  });
  const unpublished = open.size > 0;
  if (checks.some((check) => check.unpriced)) open.add("no-price");
  const fits = fitsOf(never.size > 0, open.size > 0);
  const last = demanded.length - 1;
  const all = binding(demanded, limits);
  const withoutMoney =
    all.bindsFirst?.dimension === "monthly-usage" ? binding(demanded.slice(0, last), limits.slice(0, last)) : all;
  const overRates = never.size - (never.has("usage-limit-exceeded") ? 1 : 0) > 0;
  return {
    usageTier: tier,
    fits,
    ...all,
    rates: { fits: fitsOf(overRates, unpublished), ...withoutMoney },
    reasons: fits === true ? [] : inOrder(fits === false ? never : open),
    limits,
  };
}

/** Codes in the order of the notes. */
export const inOrder = (codes: ReadonlySet<NoteCode>): NoteCode[] =>
  codes.size > 1 ? NOTE_CODES.filter((code) => codes.has(code)) : [...codes];
