import { z } from "zod";
import { daySchema } from "@/lib/catalogue/schema";
import { CHOICES, type Scenario } from "@/lib/scenario";
import { scenarioSchema } from "@/lib/scenario/schema";
import {
  about,
  citedSchema,
  minimumTierSchema,
  noteCodes,
  ratesSchema,
  usdSchema,
  verdictFields,
} from "./schema-parts";

const rowSchema = z
  .strictObject({
    model: about(z.string(), "The model’s id, or that of a model of your own."),
    serviceTier: about(z.enum(CHOICES.serviceTier), "The service tier of every workload that moved."),
    perMonthUsd: usdSchema(
      "A month of the whole scenario, six decimals. `null`: no price, such as of long requests in batch.",
    ),
    ...verdictFields,
    rates: ratesSchema,
    minimumUsageTier: minimumTierSchema,
    retires: about(daySchema.nullable(), "The day it shuts down; `null`: none is announced."),
    codes: about(
      z.array(z.enum([...noteCodes, "reasoning-dropped"])),
      "Codes of the notes that this estimate has, each once. `reasoning-dropped`: the model does not reason, and the reasoning tokens were taken out.",
    ),
  })
  .meta({
    id: "CompareRow",
    description: "The scenario on one model and in one service tier: its estimate, and nothing else.",
  });

/** A comparison as the API answers it. */
export const compareSchema = z
  .strictObject({
    scenario: scenarioSchema,
    link: about(z.string().regex(/^\/compare\?v=1&/), "Path and query of the page that shows this comparison."),
    workload: about(
      z.int().nonnegative().nullable(),
      "The workload that moves, the others staying where they are; `null`: all.",
    ),
    now: about(
      z.strictObject({
        perMonthUsd: usdSchema("A month as entered."),
        ...verdictFields,
        minimumUsageTier: minimumTierSchema,
      }),
      "The scenario as it is, to compare the rows with.",
    ),
    catalogue: citedSchema,
    rows: about(
      z.array(rowSchema),
      "Every model on sale on `asOf` and every service tier it has a price in, your own models too: what fits, what cannot be told, what does not fit; in each by cost, then by id. Embeddings and models of text do not take each other’s workloads: those stay where they are.",
    ),
  })
  .meta({ id: "Comparison", description: "A scenario on every model on sale." });

/** A row as the API answers it. */
export type CompareRowJson = z.infer<typeof rowSchema>;
/** A comparison as the API answers it, its scenario canonical. */
export type ComparisonJson = Omit<z.infer<typeof compareSchema>, "scenario"> & { readonly scenario: Scenario };
