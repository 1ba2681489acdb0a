import { CHOICES, SERVICE_TIER_WORDS, type ServiceTier, type Workload } from "@/lib/scenario";
import { SERVICE_MARKS } from "./grammar";

/** A field of a workload whose values are words by themselves. */
type WordField = Extract<keyof Workload, "shape" | "arrivals" | "sizes" | "cacheLifetime">;

/**
 * Words of a workload that are a value by themselves: `office-hours`, `steady`, `servegen`. A default is read
 * and never written.
 */
export const WORKLOAD_WORDS: ReadonlyMap<string, WordField> = new Map<string, WordField>([
  ...CHOICES.shape.map((word) => [word, "shape"] as const),
  ...CHOICES.arrivals.map((word) => [word, "arrivals"] as const),
  ...CHOICES.sizes.map((word) => [word, "sizes"] as const),
  ...CHOICES.cacheLifetime.map((word) => [word, "cacheLifetime"] as const),
]);

/** The service tier that a mark stands for, and another word for it. */
export const SERVICE_TIER_BY_MARK: ReadonlyMap<string, ServiceTier> = new Map([
  ...Object.entries(SERVICE_MARKS).map(([tier, mark]) => [mark, tier as ServiceTier] as const),
  ...Object.entries(SERVICE_TIER_WORDS),
]);

/** Words for yes and no, of keys that say one of them; the first of each is the canonical one. */
const FLAG_WORDS: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  "1": true,
  no: false,
  false: false,
  "0": false,
};

/** Yes or no as a link or a form says it; the text itself where it is neither, so that the check can name it. */
export const flagOrText = (text: string): boolean | string =>
  Object.hasOwn(FLAG_WORDS, text) ? FLAG_WORDS[text]! : text;
