import type { Encoding, Prompt, PromptCount } from "@/lib/tokens";

/** Page → worker: count the tokens of a prompt for `model`; `null`: for the model that the prompt names. */
export interface PromptTask {
  readonly text: string;
  readonly model: string | null;
}

/** A prompt without its texts, counted. */
export interface CountedPrompt {
  readonly prompt: Omit<Prompt, "messages">;
  readonly count: PromptCount;
  readonly encoding: Encoding;
}

/** Worker → page: one answer to each task. */
export type PromptReply =
  ({ readonly type: "counted" } & CountedPrompt) | { readonly type: "failed"; readonly message: string };
