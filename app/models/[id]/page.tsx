import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findModel } from "@/lib/catalogue";
import { cardOf } from "@/lib/cards";
import { ModelPage } from "@/components/models/model-page";
import { modelSummary } from "@/lib/view/models";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = findModel((await params).id);
  if (!model) return { title: "No such model" };
  const { price, state } = modelSummary(model);
  return {
    title: `${model.id}: price, rate limits, retirement`,
    description: `${model.id} costs ${price} and ${state.startsWith("can") ? state : `is ${state}`}. Its rate limits by usage tier, price history, endpoints and successors, each with its source.`,
  };
}

export default async function Page({ params }: Props) {
  const model = findModel((await params).id);
  const card = model && cardOf(model.id);
  if (!model || !card) notFound();
  return <ModelPage model={model} card={card} />;
}
