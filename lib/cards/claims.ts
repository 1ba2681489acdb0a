import { CHECKED_ON, type Confidence, type Fact, type SourceId } from "@/lib/catalogue";
import type { Claim, Endpoint, Support } from "./types";

/** A fact of the catalogue’s own check. */
export const checked = (source: SourceId, confidence: Confidence, note?: string): Fact => ({
  source,
  checkedOn: CHECKED_ON,
  confidence,
  ...(note && { note }),
});

export const claim = (
  name: string,
  support: Support,
  evidence: string,
  source: SourceId,
  confidence: Confidence,
): Claim => ({ name, support, evidence, ...checked(source, confidence) });

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

/** All endpoints: those found in public texts as they say, every other one as the absence from OpenAI’s list says. */
export function endpoints(found: Partial<Record<EndpointName, Omit<Claim, "name">>>, absent: Fact): Endpoint[] {
  return (Object.keys(ENDPOINTS) as EndpointName[]).map((name) => ({
    name,
    path: ENDPOINTS[name],
    ...(found[name] ?? { support: "no", evidence: "Not among the endpoints in OpenAI’s model-page data.", ...absent }),
  }));
}
