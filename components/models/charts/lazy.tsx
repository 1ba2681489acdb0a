"use client";

import type { PriceChart } from "@/lib/view/models";
import { LazyChart } from "@/components/charts/lazy-chart";

const loadPrice = () => import("./price-history");

/** A model’s prices over time; `chart` is plain data, so that a server component can hand it over. */
export function PriceHistoryChart({ chart }: { readonly chart: PriceChart }) {
  return <LazyChart view={chart} load={loadPrice} />;
}
