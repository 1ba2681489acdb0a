"use client";

import type { PriceChart } from "@/lib/view/models";
import { LazyChart } from "@/components/charts/lazy-chart";
import { LoneChart } from "@/components/charts/section";

const loadPrice = () => import("./price");

/**
 * A model’s prices over time. `view` is plain data: a server component hands it over, a function could not
 * cross.
 */
export function PriceHistoryChart({ view }: { readonly view: PriceChart }) {
  return (
    <LoneChart className="mb-6">
      <LazyChart view={view} load={loadPrice} />
    </LoneChart>
  );
}
