import { z } from "zod";
import { daySchema, modelIdSchema, withFact } from "@/lib/catalogue/schema";

const text = z.string().min(1);
const claim = { name: text, support: z.enum(["yes", "no", "disputed", "not-established"]), evidence: text };

/** No two of a list carry one name. */
const named = <T extends z.ZodType<{ name: string }>>(item: T) =>
  z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map(({ name }) => name)).size === items.length, "each name stands once");

export const cardSchema = z.strictObject({
  id: modelIdSchema,
  tagline: withFact({ text, advice: text }),
  ratings: named(withFact({ name: z.enum(["Reasoning", "Speed"]), label: text, steps: z.literal([1, 2, 3, 4, 5]) })).length(2),
  knowledgeCutoff: withFact({ on: daySchema }),
  reasoningTokens: withFact({ supported: z.boolean() }),
  modalities: named(withFact({ name: z.enum(["Text", "Image", "Audio"]), input: z.boolean(), output: z.boolean() })).length(3),
  endpoints: named(withFact({ ...claim, path: z.string().regex(/^v1\/[a-z/-]+$/) })).length(14),
  features: named(withFact(claim)),
  parameters: named(withFact(claim)),
  toolFees: withFact({ text }),
  snapshots: z.array(withFact({ id: modelIdSchema, state: z.enum(["deprecated", "current"]) })).min(1),
  peers: z.array(modelIdSchema).min(2),
  successors: z.array(withFact({ id: modelIdSchema })),
  recommended: withFact({ id: modelIdSchema }).nullable(),
});

/** One card a model. */
export const cardsSchema = z.array(cardSchema).refine((cards) => new Set(cards.map(({ id }) => id)).size === cards.length, "one card a model");
