/** What a model can do and what its page says of it: nothing an estimate is computed from. */
export { CARDS, cardOf } from "./cards";
export type { Card, Claim, Endpoint, Modality, Rating, Snapshot, Successor, Support } from "./types";
