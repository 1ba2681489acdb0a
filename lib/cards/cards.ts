import { fromData, type Fact } from "@/lib/catalogue";
import checkedData from "./data/checked.json" with { type: "json" };
import derivedData from "./data/derived.json" with { type: "json" };
import { endpoints, type FoundEndpoints } from "./endpoints";
import { toCards, type DerivedCards } from "./expand";
import type { Card } from "./types";

/** A card of the data kept by hand; the endpoints that its page does not name are one fact. */
type CheckedCard = Omit<Card, "endpoints"> & {
  readonly endpoints: { readonly found: FoundEndpoints; readonly absent: Fact };
};

/** One card for each model of the catalogue, in its order. */
export const CARDS: readonly Card[] = [
  ...fromData<readonly CheckedCard[]>(checkedData).map((card) => ({
    ...card,
    endpoints: endpoints(card.endpoints.found, card.endpoints.absent),
  })),
  ...toCards(fromData<DerivedCards>(derivedData)),
];

/** The card of a catalogue id. */
export function cardOf(id: string): Card | undefined {
  return CARDS.find((card) => card.id === id);
}
