import type { Day, Fact } from "@/lib/catalogue";

/**
 * Whether a model does something: `disputed` where public texts contradict each other, `not-established`
 * where none was found.
 */
export type Support = "yes" | "no" | "disputed" | "not-established";

/** One thing a model does or does not do, and what that rests on. */
export interface Claim extends Fact {
  readonly name: string;
  readonly support: Support;
  readonly evidence: string;
}

/** One endpoint of the API and whether the model can be called through it. */
export interface Endpoint extends Claim {
  /** As called: `v1/chat/completions`. */
  readonly path: string;
}

/** A rating of the model page: OpenAI’s word for it, and its step of five. */
export interface Rating extends Fact {
  readonly name: "Reasoning" | "Intelligence" | "Performance" | "Speed";
  readonly label: string;
  readonly steps: 1 | 2 | 3 | 4 | 5;
}

/** One kind of content and whether the model takes it or gives it. */
export interface Modality extends Fact {
  readonly name: "Text" | "Image" | "Audio";
  readonly input: boolean;
  readonly output: boolean;
}

/** A dated name of the model. */
interface Snapshot extends Fact {
  readonly id: string;
  /** What the model page marks it as. */
  readonly state: "deprecated" | "current";
  /** The day from which this name is refused, where it ended before the model. */
  readonly endedOn?: Day;
}

/** A model that takes over, in the order of the chain. */
export interface Successor extends Fact {
  readonly id: string;
}

/** What a model’s own page tells beyond prices, limits and windows. */
export interface Card {
  readonly id: string;
  readonly tagline: Fact & { readonly text: string; readonly advice: string };
  /** Of reasoning or intelligence, and of speed; empty where none are published. */
  readonly ratings: readonly Rating[];
  readonly knowledgeCutoff: Fact & { readonly on: Day };
  readonly reasoningTokens: Fact & { readonly supported: boolean };
  readonly modalities: readonly Modality[];
  /** Every endpoint the model page lists, in its order. */
  readonly endpoints: readonly Endpoint[];
  readonly features: readonly Claim[];
  /** Messages and parameters of a request. */
  readonly parameters: readonly Claim[];
  readonly toolFees: Fact & { readonly text: string };
  readonly snapshots: readonly Snapshot[];
  /** Ids of the models its page compares prices with, this one included, dearest first. */
  readonly peers: readonly string[];
  readonly successors: readonly Successor[];
  /** Another model the page itself sends readers to. */
  readonly recommended: (Fact & { readonly id: string }) | null;
  /** Absent: the input has no limit of its own below the context window. */
  readonly maxInputTokens?: Fact & { readonly tokens: number };
  /** What else its page says of prices and limits, a sentence each. */
  readonly notes?: readonly (Fact & { readonly text: string })[];
}
