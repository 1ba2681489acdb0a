import { findModel, noteOf, successorsOf, type Confidence, type Day, type Fact, type SourceId } from "@/lib/catalogue";
import { endpoints, ENDPOINTS, type EndpointName } from "./endpoints";
import type { Card, Claim, Rating, Support } from "./types";

/** A card as the derived data has it; lists have spaces between their words. */
export interface DerivedCard {
  readonly id: string;
  readonly tagline: string;
  readonly advice: string;
  /** Performance and speed in steps of five; absent: not published. */
  readonly rated?: readonly [performance: number, speed: number];
  readonly reasons?: boolean;
  /** It takes input and gives none. */
  readonly inputOnly?: boolean;
  readonly cutoff: Day;
  readonly maxInput?: number;
  /** The maximum input comes from other tables than OpenAI’s model-page data. */
  readonly maxInputByOthers?: boolean;
  readonly image?: boolean;
  readonly endpoints: string;
  readonly features: string;
  readonly peers: string;
  readonly recommended?: string;
  readonly deprecated?: boolean;
  /** Snapshots that were shut down before the model, and when. */
  readonly ended?: Readonly<Record<string, Day>>;
  readonly notes?: readonly string[];
  /** From OpenAI’s model page instead of gpt-tokenizer. */
  readonly page?: boolean;
}

/** What `npm run catalogue:refresh` writes into `data/derived.json`. */
export interface DerivedCards {
  readonly checkedOn: Day;
  readonly cards: readonly DerivedCard[];
}

const BY_OTHERS = "Absent from OpenAI’s model-page data; models.dev and LiteLLM list it.";
const STEPS = ["Low", "Average", "High", "Higher", "Highest"] as const;
const SPEEDS = ["Slowest", "Slow", "Medium", "Fast", "Very fast"] as const;
const FEATURES = [
  "streaming",
  "function_calling",
  "structured_outputs",
  "fine_tuning",
  "distillation",
  "predicted_outputs",
];
const PARAMETERS = [
  "System and developer messages",
  "max_completion_tokens",
  "max_tokens",
  "tools",
  "temperature",
  "reasoning_effort",
];
const ENDPOINT_KEYS: Readonly<Record<string, EndpointName>> = Object.fromEntries(
  (Object.keys(ENDPOINTS) as EndpointName[]).map((name) => [
    name === "Completions (legacy)" ? "completions" : name.toLowerCase().replace(/[ -]/g, "_"),
    name,
  ]),
);

const TOOL_FEES = "Tools such as web search charge a fee for each call besides the tokens.";
const NO_TOOLS = "A request for embeddings calls no tools.";
const words = (list: string) => list.split(" ").filter(Boolean);
const spoken = (key: string) =>
  key === "fine_tuning" ? "Fine-tuning" : `${key[0]!.toUpperCase()}${key.slice(1).replaceAll("_", " ")}`;

const ratedFor = ({ reasons, inputOnly }: DerivedCard): Rating["name"] =>
  inputOnly ? "Performance" : reasons ? "Reasoning" : "Intelligence";

/** The cards of the derived data, each fact with its source, day and confidence. */
export function toCards({ checkedOn, cards }: DerivedCards): Card[] {
  return cards.map((derived) => {
    const { id, page, inputOnly = false } = derived;
    const own: SourceId = page ? "gpt-6-pages" : "model-page-data";
    const fact = (source: SourceId, confidence: Confidence, note?: string): Fact => ({
      source,
      checkedOn,
      confidence,
      ...(note && { note }),
    });
    const where = page ? "on OpenAI’s model page" : "in OpenAI’s model-page data";
    const claim = (name: string, support: Support, evidence: string, confidence: Confidence): Claim => ({
      name,
      support,
      evidence,
      ...fact(own, confidence),
    });
    const rating = (name: Rating["name"], label: string, steps: number): Rating => ({
      name,
      label,
      steps: steps as Rating["steps"],
      ...fact(own, "medium"),
    });
    const model = findModel(id)!;
    const features = words(derived.features);
    const listed = words(derived.endpoints).flatMap((key) => ENDPOINT_KEYS[key] ?? []);
    const [performance, speed] = derived.rated ?? [];

    return {
      id,
      tagline: { text: derived.tagline, advice: derived.advice, ...fact(own, "high") },
      ratings:
        performance && speed
          ? [
              rating(ratedFor(derived), STEPS[performance - 1]!, performance),
              rating("Speed", SPEEDS[speed - 1]!, speed),
            ]
          : [],
      knowledgeCutoff: {
        on: derived.cutoff,
        ...(inputOnly ? fact("embeddings-guide", "medium") : fact(own, "high")),
      },
      reasoningTokens: { supported: derived.reasons ?? false, ...fact(own, "high") },
      modalities: [
        { name: "Text", input: true, output: !inputOnly, ...fact(own, "high") },
        { name: "Image", input: derived.image ?? false, output: false, ...fact(own, "high") },
        { name: "Audio", input: false, output: false, ...fact(own, "high") },
      ],
      endpoints: endpoints(
        Object.fromEntries(
          listed.map((name) => [name, { support: "yes", evidence: `Named ${where}.`, ...fact(own, "high") }]),
        ),
        fact(own, "medium"),
      ),
      features: [...new Set([...FEATURES, ...features])].map((key) =>
        features.includes(key)
          ? claim(spoken(key), "yes", `Named ${where}.`, "high")
          : claim(spoken(key), "no", `Not named ${where}.`, "medium"),
      ),
      parameters: (inputOnly ? [] : PARAMETERS).map((name) =>
        claim(name, "not-established", "No public survey of it was found.", "low"),
      ),
      toolFees: {
        text: inputOnly ? NO_TOOLS : TOOL_FEES,
        ...fact(inputOnly ? "embeddings" : "pricing", "high"),
      },
      snapshots: model.snapshots.map((snapshot) => ({
        id: snapshot,
        state: derived.deprecated ? "deprecated" : "current",
        ...(derived.ended?.[snapshot] && { endedOn: derived.ended[snapshot] }),
        ...fact(derived.ended?.[snapshot] ? "deprecations" : own, "high"),
      })),
      peers: words(derived.peers),
      successors: successorsOf(id).map((successor, step) => ({
        id: successor,
        ...fact("deprecations", "medium", step === 0 && model.retirement ? noteOf(model.retirement) : undefined),
      })),
      recommended: derived.recommended ? { id: derived.recommended, ...fact(own, "high") } : null,
      ...(derived.maxInput && {
        maxInputTokens: {
          tokens: derived.maxInput,
          ...(derived.maxInputByOthers ? fact("model-tables", "medium", BY_OTHERS) : fact(own, "high")),
        },
      }),
      ...(derived.notes && { notes: derived.notes.map((text) => ({ text, ...fact(own, "medium") })) }),
    };
  });
}
