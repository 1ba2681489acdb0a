import type { Encoding, Prompt, PromptCount } from "@/lib/tokens";

/** What the page asks of the worker: the tokens of a prompt, for a model, or for the one the prompt names. */
export interface PromptOrder {
  readonly text: string;
  readonly model: string | null;
}

/** A prompt without its texts, counted. */
export interface CountedPrompt {
  readonly prompt: Omit<Prompt, "messages">;
  readonly count: PromptCount;
  readonly encoding: Encoding;
}

export type PromptReport =
  ({ readonly is: "counted" } & CountedPrompt) | { readonly is: "failed"; readonly message: string };
