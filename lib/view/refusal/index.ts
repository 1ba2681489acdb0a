/** What a pasted refusal says, for this scenario. */
export type { RefusalView } from "./parts";
export { refusalView } from "./refusals";
