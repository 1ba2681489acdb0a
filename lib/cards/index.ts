/** What a model can do and what its page says of it. No estimate is computed from it. */
export { CARDS, cardOf } from "./cards";
export type { Card, Claim, Endpoint, Modality, Rating, Successor, Support } from "./types";
