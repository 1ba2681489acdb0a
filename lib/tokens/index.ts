/** Prompts, and how many tokens they are. */
export { countMerged, ranksOf } from "./byte-pairs";
export {
  cachableTokens,
  countPrompt,
  isBatchInput,
  type Prompt,
  type PromptCount,
  promptOf,
  readPrompt,
  sharedMessages,
} from "./prompt";
export { counterOf, type CountText, type Encoding, encodingOf } from "./tokenizer";
