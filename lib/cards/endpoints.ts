import type { Fact } from "@/lib/catalogue";
import type { Claim, Endpoint } from "./types";

/** Every endpoint on OpenAI’s model pages, in their order. */
export const ENDPOINTS = {
  "Chat Completions": "v1/chat/completions",
  Responses: "v1/responses",
  Realtime: "v1/realtime",
  Assistants: "v1/assistants",
  Batch: "v1/batch",
  "Fine-tuning": "v1/fine-tuning",
  Embeddings: "v1/embeddings",
  "Image generation": "v1/images/generations",
  "Image edit": "v1/images/edits",
  "Speech generation": "v1/audio/speech",
  Transcription: "v1/audio/transcriptions",
  Translation: "v1/audio/translations",
  Moderation: "v1/moderations",
  "Completions (legacy)": "v1/completions",
} as const;

export type EndpointName = keyof typeof ENDPOINTS;

/** What public texts say of the endpoints that they name. */
export type FoundEndpoints = Readonly<Partial<Record<EndpointName, Omit<Claim, "name">>>>;

/**
 * All endpoints: the found ones with their own claim, every other one as not supported by the fact `absent`.
 */
export function endpoints(found: FoundEndpoints, absent: Fact): Endpoint[] {
  return (Object.keys(ENDPOINTS) as EndpointName[]).map((name) => ({
    name,
    path: ENDPOINTS[name],
    ...(found[name] ?? { support: "no", evidence: "Not among the endpoints in OpenAI’s model-page data.", ...absent }),
  }));
}
