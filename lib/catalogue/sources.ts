import type { Source } from "./types";

/** Every public text a fact was taken from. Ids are never removed. */
export const SOURCES = {
  "o1-mini-page": { title: "OpenAI model page: o1-mini", url: "https://platform.openai.com/docs/models/o1-mini" },
  "o1-page": { title: "OpenAI model page: o1", url: "https://platform.openai.com/docs/models/o1" },
  "o3-mini-page": { title: "OpenAI model page: o3-mini", url: "https://platform.openai.com/docs/models/o3-mini" },
  pricing: { title: "OpenAI pricing: standard and batch", url: "https://platform.openai.com/docs/pricing" },
  "rate-limits": {
    title: "OpenAI guide: rate limits and usage tiers",
    url: "https://platform.openai.com/docs/guides/rate-limits",
  },
  flex: { title: "OpenAI guide: flex processing", url: "https://platform.openai.com/docs/guides/flex-processing" },
  priority: {
    title: "OpenAI guide: priority processing",
    url: "https://platform.openai.com/docs/guides/priority-processing",
  },
  batch: { title: "OpenAI guide: Batch API", url: "https://platform.openai.com/docs/guides/batch" },
  "prompt-caching": {
    title: "OpenAI guide: prompt caching",
    url: "https://platform.openai.com/docs/guides/prompt-caching",
  },
  "prompt-caching-launch": {
    title: "OpenAI: prompt caching in the API, 1 October 2024",
    url: "https://openai.com/index/api-prompt-caching/",
  },
  reasoning: { title: "OpenAI guide: reasoning models", url: "https://platform.openai.com/docs/guides/reasoning" },
  deprecations: { title: "OpenAI deprecations", url: "https://platform.openai.com/docs/deprecations" },
  "help-6891753": {
    title: "OpenAI help 6891753: advice on 429 errors",
    url: "https://help.openai.com/en/articles/6891753",
  },
  "429-codex": {
    title: "A published 429 message: openai/codex issue 88",
    url: "https://github.com/openai/codex/issues/88",
  },
  "429-metagpt": {
    title: "A published 429 message: FoundationAgents/MetaGPT issue 523",
    url: "https://github.com/FoundationAgents/MetaGPT/issues/523",
  },
  "429-codel": {
    title: "A published 429 message: semanser/codel issue 72",
    url: "https://github.com/semanser/codel/issues/72",
  },
  "429-aider": {
    title: "A published “Request too large” message: Aider-AI/aider issue 1880",
    url: "https://github.com/Aider-AI/aider/issues/1880",
  },
  "help-5955604": {
    title: "OpenAI help 5955604: solving 429 errors",
    url: "https://help.openai.com/en/articles/5955604",
  },
  "forum-enqueued": {
    title: "OpenAI developer forum: “Limit: 1,000,000 enqueued requests”",
    url: "https://community.openai.com/t/batch-api-request-limit-violates-terms-of-service/1002388",
  },
  "help-4936856": {
    title: "OpenAI help 4936856: what tokens are and how to count them",
    url: "https://help.openai.com/en/articles/4936856",
  },
  openapi: { title: "OpenAI API specification", url: "https://github.com/openai/openai-openapi" },
  "model-page-data": {
    title: "OpenAI’s model-page data, as republished in gpt-tokenizer 4.0.0",
    url: "https://github.com/niieani/gpt-tokenizer/blob/main/src/models.gen.ts",
  },
  "azure-trace": {
    title: "Azure LLM inference trace 2023: code and conversation (CC-BY-4.0)",
    url: "https://github.com/Azure/AzurePublicDataset/blob/master/AzureLLMInferenceDataset2023.md",
  },
  servegen: {
    title: "ServeGen: request sizes of a reasoning model in production (Apache-2.0)",
    url: "https://github.com/alibaba/ServeGen",
  },
  "genai-prices": {
    title: "OpenAI’s prices, as collected in @pydantic/genai-prices 0.1.8 of 23 September 2026",
    url: "https://github.com/pydantic/genai-prices/blob/main/prices/providers/openai.yml",
  },
  "gpt-6-pages": {
    title: "OpenAI model pages: the GPT-6 family",
    url: "https://developers.openai.com/api/docs/models",
  },
  "parameter-survey": {
    title: "OpenAI developer forum: parameters each model accepts or rejects",
    url: "https://community.openai.com/t/developer-role-not-accepted-for-o1-o1-mini-o3-mini/1110750",
  },
} as const satisfies Record<string, Source>;
