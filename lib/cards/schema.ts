import { z } from "zod";
import { daySchema, modelIdSchema, withFact } from "@/lib/catalogue/schema";

const text = z.string().min(1);
const claim = { name: text, support: z.enum(["yes", "no", "disputed", "not-established"]), evidence: text };

/** No two of a list carry one name. */
const named = <T extends z.ZodType<{ name: string }>>(item: T) =>
  z
    .array(item)
    .refine((items) => new Set(items.map(({ name }) => name)).size === items.length, "each name stands once");

export const cardSchema = z.strictObject({
  id: modelIdSchema,
  tagline: withFact({ text, advice: text }),
  ratings: named(
    withFact({
      name: z.enum(["Reasoning", "Intelligence", "Performance", "Speed"]),
      label: text,
      steps: z.literal([1, 2, 3, 4, 5]),
    }),
  ).refine(({ length }) => length === 2 || length === 0, "a model is rated twice or not at all"),
  knowledgeCutoff: withFact({ on: daySchema }),
  reasoningTokens: withFact({ supported: z.boolean() }),
  modalities: named(
    withFact({ name: z.enum(["Text", "Image", "Audio"]), input: z.boolean(), output: z.boolean() }),
  ).length(3),
  endpoints: named(withFact({ ...claim, path: z.string().regex(/^v1\/[a-z/-]+$/) })).length(14),
  features: named(withFact(claim)),
  parameters: named(withFact(claim)),
  toolFees: withFact({ text }),
  snapshots: z.array(
    withFact({ id: modelIdSchema, state: z.enum(["deprecated", "current"]), endedOn: daySchema.exactOptional() }),
  ),
  peers: z.array(modelIdSchema).min(1),
  successors: z.array(withFact({ id: modelIdSchema })),
  recommended: withFact({ id: modelIdSchema }).nullable(),
  maxInputTokens: withFact({ tokens: z.int().positive() }).exactOptional(),
  notes: z.array(withFact({ text })).min(1).exactOptional(),
});

/** One card a model. */
export const cardsSchema = z
  .array(cardSchema)
  .refine((cards) => new Set(cards.map(({ id }) => id)).size === cards.length, "one card a model");
