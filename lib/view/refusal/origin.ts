import type { Origin } from "@/lib/refusal";

const WHOSE: Readonly<Record<Origin, string>> = {
  azure: "It is Azure’s quota of a deployment: OpenAI’s usage tiers do not apply to it.",
  litellm: "It is a limit of the gateway, set for its key, team or model: OpenAI’s usage tiers do not apply to it.",
  openrouter: "It is OpenRouter’s own limit: OpenAI’s usage tiers do not apply to it.",
};

/** Whose limit it is, where it is not OpenAI’s, as a sentence. */
export const notOfTiers = (origin: Origin) => WHOSE[origin];

/** Where such a limit is raised: what to do, and how. */
export const RAISED: Readonly<Record<Origin, readonly [text: string, detail: string]>> = {
  azure: [
    "More quota for the deployment",
    "Quota is dealt out to deployments in Azure: give this one more, ask for more, or spread the work over deployments in other regions.",
  ],
  litellm: ["A higher limit in the gateway", "Its tpm and rpm limits are set for each key, team and model."],
  openrouter: [
    "A paid model, or credits with OpenRouter",
    "Its limits are on free models, and rise with credits paid in.",
  ],
};
