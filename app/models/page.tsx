import type { Metadata } from "next";
import { ModelsPage } from "@/components/models/models-page";

export const metadata: Metadata = {
  title: "Models: o1-mini, o1 and o3-mini side by side",
  description: "Prices, rate limits by usage tier, context windows, retirement dates and successors of o1-mini, o1 and o3-mini, each figure with its source and the day it was checked.",
};

export default function Page() {
  return <ModelsPage />;
}
