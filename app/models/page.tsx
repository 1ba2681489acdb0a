import type { Metadata } from "next";
import type { PaidTier } from "@/lib/catalogue";
import { MODEL_ORDERS } from "@/lib/view/models";
import { ModelsPage } from "@/components/models/models-page";

export const metadata: Metadata = {
  title: "Models: prices, rate limits, retirement",
  description:
    "Prices, rate limits by usage tier, context windows, knowledge cutoffs, retirement dates and successors of OpenAI’s text models, each figure with its source and the day it was checked.",
};

const TIERS: readonly PaidTier[] = [1, 2, 3, 4, 5];

/** The list as its address asks for it; what cannot be read is as it is by default. */
export default async function Page({ searchParams }: PageProps<"/models">) {
  const { q, sort, tier } = await searchParams;
  return (
    <ModelsPage
      query={typeof q === "string" ? q.slice(0, 120) : ""}
      order={MODEL_ORDERS.find((one) => one === sort) ?? "newest"}
      tier={TIERS.find((one) => String(one) === tier) ?? 3}
    />
  );
}
