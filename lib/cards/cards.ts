import { checked, claim, endpoints } from "./claims";
import { DERIVED } from "./derived";
import { expand } from "./expand";
import type { Card, Claim } from "./types";

const ASSISTANTS_CLOSED = "The Assistants API itself closed on 26 August 2026.";
const LISTED = "Named in OpenAI’s model-page data.";
const UNLISTED = "Not among the features in OpenAI’s model-page data.";
const SURVEYED = "In the forum’s survey of requests that each model accepts or rejects.";

const toolFees: Card["toolFees"] = {
  text: "Models made for one tool, such as search or computer use, charge a fee for each tool call besides their tokens. This model is not one of them.",
  ...checked("o1-mini-page", "high"),
};

const cutoff: Card["knowledgeCutoff"] = { on: "2023-10-01", ...checked("model-page-data", "high") };

/** What o1 and o3-mini have in common. */
const LATER_ENDPOINTS = endpoints(
  {
    "Chat Completions": { support: "yes", evidence: LISTED, ...checked("model-page-data", "high") },
    Responses: { support: "yes", evidence: LISTED, ...checked("model-page-data", "high") },
    Assistants: { support: "yes", evidence: `${LISTED} ${ASSISTANTS_CLOSED}`, ...checked("model-page-data", "medium") },
    Batch: {
      support: "yes",
      evidence: `${LISTED} Batch prices and a queue limit for every paid tier are published.`,
      ...checked("model-page-data", "high"),
    },
  },
  checked("model-page-data", "medium"),
);
const LATER_FEATURES: readonly Claim[] = [
  claim("Function calling", "yes", `${LISTED} ${SURVEYED}`, "model-page-data", "high"),
  claim("Structured outputs", "yes", `${LISTED} ${SURVEYED}`, "model-page-data", "high"),
  claim("Fine-tuning", "no", UNLISTED, "model-page-data", "medium"),
  claim("Distillation", "no", UNLISTED, "model-page-data", "medium"),
  claim("Predicted outputs", "no", `${UNLISTED} The forum’s survey has it rejected.`, "model-page-data", "high"),
];
const LATER_PARAMETERS: readonly Claim[] = [
  claim("System and developer messages", "yes", SURVEYED, "parameter-survey", "medium"),
  claim("max_completion_tokens", "yes", SURVEYED, "parameter-survey", "high"),
  claim("max_tokens", "no", `${SURVEYED} max_completion_tokens stands in its place.`, "parameter-survey", "high"),
  claim("tools", "yes", SURVEYED, "parameter-survey", "high"),
  claim("temperature", "no", SURVEYED, "parameter-survey", "high"),
  claim("reasoning_effort", "yes", SURVEYED, "parameter-survey", "high"),
];

const O1_MINI: Card = {
  id: "o1-mini",
  tagline: {
    text: "A small model alternative to o1",
    advice:
      "Fast and affordable reasoning. OpenAI recommends o3-mini in its place: more intelligence at the same latency and price.",
    ...checked("o1-mini-page", "high"),
  },
  ratings: [
    { name: "Reasoning", label: "High", steps: 3, ...checked("o1-mini-page", "high") },
    { name: "Speed", label: "Slow", steps: 2, ...checked("o1-mini-page", "high") },
  ],
  knowledgeCutoff: { on: "2023-10-01", ...checked("o1-mini-page", "high") },
  reasoningTokens: { supported: true, ...checked("o1-mini-page", "high") },
  modalities: [
    { name: "Text", input: true, output: true, ...checked("o1-mini-page", "high") },
    { name: "Image", input: false, output: false, ...checked("o1-mini-page", "high") },
    { name: "Audio", input: false, output: false, ...checked("o1-mini-page", "high") },
  ],
  endpoints: endpoints(
    {
      "Chat Completions": {
        support: "yes",
        evidence: `${LISTED} Public use of o1-mini goes through it.`,
        ...checked("model-page-data", "high"),
      },
      Responses: {
        support: "no",
        evidence:
          "Missing from the endpoints in OpenAI’s model-page data, although that data lists tools which only Responses offers.",
        ...checked("model-page-data", "medium"),
      },
      Assistants: {
        support: "disputed",
        evidence: `${LISTED} OpenAI’s notes at launch left it out. ${ASSISTANTS_CLOSED}`,
        ...checked("model-page-data", "low"),
      },
      Batch: {
        support: "disputed",
        evidence:
          "Batch prices, and from tier 3 a queue limit, are published: probably yes from tier 3. The model-page data does not name it, and OpenAI’s notes at launch left it out.",
        ...checked("o1-mini-page", "medium"),
      },
    },
    checked("model-page-data", "high"),
  ),
  features: [
    claim("Streaming", "yes", `On the model page. ${SURVEYED}`, "o1-mini-page", "high"),
    claim("Function calling", "no", `On the model page. ${SURVEYED}`, "o1-mini-page", "high"),
    claim("Structured outputs", "no", `On the model page. ${SURVEYED}`, "o1-mini-page", "high"),
    claim("Fine-tuning", "no", "On the model page.", "o1-mini-page", "high"),
    claim("Distillation", "no", "On the model page.", "o1-mini-page", "high"),
    claim("Predicted outputs", "no", `On the model page. ${SURVEYED}`, "o1-mini-page", "high"),
  ],
  parameters: [
    claim("System and developer messages", "no", SURVEYED, "parameter-survey", "high"),
    claim("max_completion_tokens", "yes", SURVEYED, "parameter-survey", "high"),
    claim("max_tokens", "no", `${SURVEYED} max_completion_tokens stands in its place.`, "parameter-survey", "high"),
    claim("tools", "no", SURVEYED, "parameter-survey", "high"),
    claim("temperature", "no", SURVEYED, "parameter-survey", "high"),
    claim("reasoning_effort", "no", SURVEYED, "parameter-survey", "high"),
  ],
  toolFees,
  snapshots: [{ id: "o1-mini-2024-09-12", state: "deprecated", ...checked("o1-mini-page", "high") }],
  peers: ["o1", "o1-mini", "o3-mini"],
  successors: [
    {
      id: "o4-mini",
      ...checked("deprecations", "high", "Named on OpenAI’s deprecation page; itself retired on 23 October 2026."),
    },
    { id: "gpt-5.4-mini", ...checked("deprecations", "medium") },
    { id: "gpt-5.6-terra", ...checked("deprecations", "medium") },
  ],
  recommended: { id: "o3-mini", ...checked("o1-mini-page", "high") },
};

const O1: Card = {
  id: "o1",
  tagline: {
    text: "Previous full o-series reasoning model",
    advice: "Thinks before it answers, at length: the slowest and dearest of the three.",
    ...checked("model-page-data", "high"),
  },
  ratings: [
    { name: "Reasoning", label: "Higher", steps: 4, ...checked("model-page-data", "medium") },
    { name: "Speed", label: "Slowest", steps: 1, ...checked("model-page-data", "medium") },
  ],
  knowledgeCutoff: cutoff,
  reasoningTokens: { supported: true, ...checked("model-page-data", "high") },
  modalities: [
    { name: "Text", input: true, output: true, ...checked("model-page-data", "high") },
    { name: "Image", input: true, output: false, ...checked("model-page-data", "high") },
    { name: "Audio", input: false, output: false, ...checked("model-page-data", "high") },
  ],
  endpoints: LATER_ENDPOINTS,
  features: [
    claim(
      "Streaming",
      "yes",
      `${LISTED} At first o1 refused it: the forum’s survey has both answers.`,
      "model-page-data",
      "high",
    ),
    ...LATER_FEATURES,
  ],
  parameters: LATER_PARAMETERS,
  toolFees,
  snapshots: [{ id: "o1-2024-12-17", state: "deprecated", ...checked("model-page-data", "high") }],
  peers: ["o1", "o1-mini", "o3-mini"],
  successors: [
    { id: "gpt-5.5", ...checked("deprecations", "high", "Named on OpenAI’s deprecation page.") },
    { id: "gpt-5.6-sol", ...checked("deprecations", "medium") },
  ],
  recommended: null,
};

const O3_MINI: Card = {
  id: "o3-mini",
  tagline: {
    text: "A small model alternative to o3",
    advice:
      "More intelligence than o1-mini at the same price and latency, with structured outputs, function calling and batch.",
    ...checked("model-page-data", "high"),
  },
  ratings: [
    { name: "Reasoning", label: "Higher", steps: 4, ...checked("model-page-data", "medium") },
    { name: "Speed", label: "Medium", steps: 3, ...checked("model-page-data", "medium") },
  ],
  knowledgeCutoff: cutoff,
  reasoningTokens: { supported: true, ...checked("model-page-data", "high") },
  modalities: [
    { name: "Text", input: true, output: true, ...checked("model-page-data", "high") },
    { name: "Image", input: false, output: false, ...checked("model-page-data", "high") },
    { name: "Audio", input: false, output: false, ...checked("model-page-data", "high") },
  ],
  endpoints: LATER_ENDPOINTS,
  features: [claim("Streaming", "yes", `${LISTED} ${SURVEYED}`, "model-page-data", "high"), ...LATER_FEATURES],
  parameters: LATER_PARAMETERS,
  toolFees,
  snapshots: [{ id: "o3-mini-2025-01-31", state: "deprecated", ...checked("model-page-data", "high") }],
  peers: ["o1", "o1-mini", "o3-mini"],
  successors: [
    { id: "gpt-5.5", ...checked("deprecations", "high", "Named on OpenAI’s deprecation page.") },
    { id: "gpt-5.6-sol", ...checked("deprecations", "medium") },
  ],
  recommended: null,
};

/** One card for each model of the catalogue, in its order. */
export const CARDS: readonly Card[] = [O1_MINI, O1, O3_MINI, ...expand(DERIVED)];

/** The card of a catalogue id. */
export function cardOf(id: string): Card | undefined {
  return CARDS.find((card) => card.id === id);
}
