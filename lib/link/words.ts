import { CHOICES, type Arrivals, type ServiceTier, type Shape, type Sizes } from "@/lib/scenario";
import { SERVICE_MARKS } from "./grammar";

/**
 * Words of a workload that are a value by themselves: `office-hours`, `steady`, `servegen`. A default is read
 * and never written.
 */
export const WORKLOAD_WORDS: ReadonlyMap<string, "shape" | "arrivals" | "sizes"> = new Map<
  Shape | Arrivals | Sizes,
  "shape" | "arrivals" | "sizes"
>([
  ...CHOICES.shape.map((word) => [word, "shape"] as const),
  ...CHOICES.arrivals.map((word) => [word, "arrivals"] as const),
  ...CHOICES.sizes.map((word) => [word, "sizes"] as const),
]);

/** The service tier that a mark stands for. */
export const SERVICE_TIER_BY_MARK = new Map(
  Object.entries(SERVICE_MARKS).map(([tier, mark]) => [mark, tier as ServiceTier]),
);
