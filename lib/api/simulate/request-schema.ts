import { z } from "zod";
import { NUMBERS, CHOICES } from "@/lib/scenario";
import { scenarioSchema } from "@/lib/scenario/schema";
import { MOST_TRACE_REQUESTS } from "@/lib/usage";
import { TIME_RULE, TOKENS_RULE } from "./trace";

const tokens = (meaning: string) =>
  z
    .number()
    .min(TOKENS_RULE.min)
    .max(TOKENS_RULE.max)
    .meta({ description: `${meaning} At most three decimals.` });

/** A request of a trace. */
const traceRequestSchema = z
  .strictObject({
    atMs: z
      .number()
      .min(TIME_RULE.min)
      .max(TIME_RULE.max)
      .meta({ description: "When it comes, milliseconds; none comes before the one ahead of it." }),
    inputTokens: tokens("Cached ones included."),
    cachedInputTokens: tokens(
      "Read from cache, at most inputTokens: cached input counts against tokens a minute all the same.",
    ).exactOptional(),
    outputTokens: tokens("Visible and reasoning."),
  })
  .meta({ id: "TraceRequest", description: "One real request." });

/** What `POST /api/v1/simulate` takes. */
export const simulateRequestSchema = z
  .strictObject({
    scenario: scenarioSchema,
    policy: z
      .enum(CHOICES.policy)
      .meta({ description: "What clients do at a limit: pace themselves, send again after a 429, or give up." }),
    horizonMinutes: z
      .int()
      .min(NUMBERS.horizonMinutes.min)
      .max(NUMBERS.horizonMinutes.max)
      .meta({ description: "How long requests come. The run goes on until each is settled, at most 30 days more." }),
    seed: z.int().meta({ description: "One seed, one answer." }),
    requests: z
      .array(traceRequestSchema)
      .max(MOST_TRACE_REQUESTS)
      .meta({
        description:
          "Real requests, in order of time, on the pool of the first standard workload; absent: traffic is generated for every standard workload.",
      })
      .exactOptional(),
  })
  .meta({
    id: "SimulateRequest",
    description:
      "A scenario and the conditions it is run under. These three count, not the scenario’s own policy, seed and horizonMinutes.",
  });
