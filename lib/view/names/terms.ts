/** A term of the trade: as it is called, and what it means in plain words. */
interface Meaning {
  readonly name: string;
  readonly meaning: string;
}

/** What a newcomer may not know, by the anchor on the method page without its `term-`. */
export const MEANINGS = {
  tpm: {
    name: "TPM, tokens a minute",
    meaning:
      "How many tokens a model may be sent and may give in a minute, for the whole organisation. RPM is the same for requests; RPD and TPD are for a day.",
  },
  "batch-queue": {
    name: "Batch queue",
    meaning:
      "The input tokens that may wait in batch at once, for each model. Batch answers within a day, mostly for half the price, and has this limit instead of TPM.",
  },
  wave: {
    name: "Wave",
    meaning:
      "As many requests in batch as the batch queue holds at once. The next wave is sent when one has been answered, which is assumed to take the batch turnaround.",
  },
  headroom: {
    name: "Headroom",
    meaning: "How many times the present peak a limit allows: limit ÷ demand at the peak. Below 1× it does not fit.",
  },
  reasoning: {
    name: "Reasoning tokens",
    meaning: "What a model writes to itself before it answers. It is not shown, and is billed as output.",
  },
  cap: {
    name: "Cap",
    meaning:
      "max_completion_tokens: the most a request may write, reasoning included. It can count against TPM before anything is written.",
  },
  cached: {
    name: "Cached input",
    meaning:
      "The beginning of a prompt that the model has seen shortly before: it is billed for less, and is a part of input, not more of it.",
  },
  "usage-tier": {
    name: "Usage tier",
    meaning: "Free, or 1 to 5: sets the limits of an account. It rises with what the account has paid in total.",
  },
  "service-tier": {
    name: "Service tier",
    meaning:
      "How a request is served: standard at once; batch and flex later, for less; Fast sooner, for more. Links and the API call Fast priority.",
  },
  peak: {
    name: "Busiest minute",
    meaning: "The peak over the mean: requests of the busiest minute ÷ those of a mean one. 3× of 20 a minute are 60.",
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** A term that has a meaning. */
export type TermId = keyof typeof MEANINGS;

/** Labels of figures and columns that are a term. */
const LABELLED: Readonly<Record<string, TermId>> = {
  Wave: "wave",
  Waves: "wave",
  Cached: "cached",
  Reasoning: "reasoning",
  "Busiest minute": "peak",
};

/** The term that a label is; `null`: none. */
export const termOf = (label: string): TermId | null => LABELLED[label] ?? null;
