import { z } from "zod";
import { MOST, type Scenario } from "@/lib/scenario";
import { scenarioSchema } from "@/lib/scenario/schema";
import { ERROR_CODES } from "./answer";
import {
  about,
  citedSchema,
  dimensionSchema,
  minimumTierSchema,
  noteCodes,
  ratesSchema,
  ratioSchema,
  usageTierSchema,
  usdSchema,
  verdictFields,
} from "./schema-parts";

const requestUsd = (meaning: string) =>
  about(
    z
      .string()
      .regex(/^\d+\.\d{12}$/)
      .nullable(),
    meaning,
  );
const AMOUNTS = "Amounts in USD with six decimals, those of one request with twelve; `null` where a price is missing.";
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const itemSchema = about(
  z.enum(["input", "cached-input", "cache-write", "visible-output", "reasoning", "web-search", "file-search"]),
  "`input` is the part that is neither read from the cache nor written to it at a price of its own and always there; the others only where not zero. `web-search` and `file-search` are calls of OpenAI’s tools: USD, no tokens.",
);
const lineItemSchema = z
  .strictObject({
    item: itemSchema,
    tokensPerMonth: about(
      decimal.nullable(),
      "Exact; a repeating fraction rounded to six decimals. `null`: calls of a tool, not tokens.",
    ),
    pricePerMTokUsd: about(
      decimal.nullable(),
      "USD per million tokens, at long-context prices and with the regional surcharge where those apply. `null`: no price in force, or calls of a tool.",
    ),
    perMonthUsd: usdSchema(
      "Tokens × price; of a tool its calls, retries included, × $10.00 (web) or $2.50 (files) per 1,000.",
    ),
  })
  .meta({ id: "LineItem", description: "One line of a workload’s bill." });

const workloadCostSchema = z
  .strictObject({
    name: about(z.string(), "As given."),
    model: about(z.string(), "As given."),
    perRequestUsd: requestUsd("A wanted request, its retries included."),
    perThousandRequestsUsd: usdSchema("A thousand of them."),
    perMonthUsd: usdSchema("A month of 730 hours, in the service tier it has."),
    standardPerMonthUsd: usdSchema("The month, were it standard."),
    batchPerMonthUsd: usdSchema("The month, were it batch."),
    lineItems: about(
      z.array(lineItemSchema),
      "Input, cached input, cache writes, visible output, reasoning, web search, file search.",
    ),
  })
  .meta({ id: "WorkloadCost", description: `The bill of one workload. ${AMOUNTS}` });

const costSchema = z
  .strictObject({
    perRequestUsd: requestUsd("The month ÷ all wanted requests of the month."),
    perDayUsd: usdSchema("24 hours."),
    perMonthUsd: usdSchema("730 hours."),
    perYearUsd: usdSchema("8,760 hours."),
    workloads: about(z.array(workloadCostSchema), "In the scenario’s order."),
  })
  .meta({
    id: "Cost",
    description: `${AMOUNTS} Each is rounded once by itself, half to even: it may differ from the sum of its parts in the last place.`,
  });

/** One limit with its demand. */
export const limitSchema = z
  .strictObject({
    pool: about(
      z.string(),
      "The model’s id; `<id>:long` for requests so long that they have limits of their own; `account` for monthly usage.",
    ),
    dimension: about(dimensionSchema, "Which limit it is."),
    limit: ratioSchema(
      "A minute for rpm and tpm, a day for rpd and tpd, tokens for batch-queue, USD for monthly-usage. `null`: unpublished.",
    ),
    mean: ratioSchema("Demand on average, retries included, in the limit’s unit. `null`: a cost is unknown."),
    peak: ratioSchema("Demand in the busiest 60 seconds; of a day, of the batch queue and of money the mean."),
    utilisation: ratioSchema("peak ÷ limit; 0 without demand, `null` without a limit."),
    headroom: ratioSchema("limit ÷ peak; `null` without a limit or without demand."),
    bindsFirst: about(z.boolean(), "True for one row: the smallest headroom, first in order among equals."),
  })
  .meta({
    id: "LimitRow",
    description: "One limit at the scenario’s usage tier. Numbers are the doubles nearest to the exact values.",
  });

const fitSchema = z
  .strictObject({
    ...verdictFields,
    rates: ratesSchema,
    hoursToUsageLimit: ratioSchema(
      "Hours of this traffic until the monthly usage limit is spent; `null`: it lasts the month.",
    ),
    minimumUsageTier: minimumTierSchema,
    tiers: z
      .array(
        z
          .strictObject({
            usageTier: about(usageTierSchema, "The tier it is about."),
            ...verdictFields,
            rates: ratesSchema,
            reasons: about(
              z.array(z.enum(noteCodes)),
              "Codes of the notes that make `fits` false or leave it open; empty where it is true, and nowhere else.",
            ),
          })
          .meta({ id: "TierVerdict", description: "The verdict at one usage tier." }),
      )
      .length(6)
      .meta({ description: "Free first." }),
  })
  .meta({ id: "Fit", description: "Whether it fits, what binds first, and at which tier it would." });

/** A note as every call answers it. */
export const noteSchema = z
  .strictObject({
    code: about(z.enum(noteCodes), "Which note it is."),
    severity: about(z.enum(["error", "warning", "info"]), "Errors come first."),
    path: about(z.string(), "What it is about: `workloads.0.model`, `limits.o1.tpm`, `monthlyBudgetUsd`."),
    message: about(z.string(), "The fact and what follows from it, with this scenario’s own numbers."),
  })
  .meta({ id: "Note", description: "Something to know before relying on the estimate." });

/** What every estimate has. */
const estimateFields = {
  scenario: scenarioSchema,
  link: about(z.string().regex(/^\/\?v=1&/), "Path and query of the page that shows this estimate."),
  catalogue: citedSchema,
  notes: about(z.array(noteSchema), "What to know before relying on it, errors first."),
  cost: costSchema,
  limits: about(
    z.array(limitSchema),
    "Per model, by first appearance: rpm and tpm if a workload that is not batch uses it, rpd and tpd where it has such a limit at the usage tier, batch-queue if a batch one does. Last the account’s monthly-usage.",
  ),
  fit: fitSchema,
};

const variantEstimateSchema = z
  .strictObject({
    name: about(z.string(), "As the scenario names it."),
    differs: about(
      z.array(
        z
          .strictObject({
            path: about(z.string(), "As in changes of a variant: `usageTier`, `workloads.0.model`, `workloads.+`."),
            base: about(z.unknown(), "The base’s value; `null`: none."),
            variant: about(z.unknown(), "The variant’s value; `null`: none."),
          })
          .meta({ id: "VariantDifference", description: "One value in which a variant differs from its base." }),
      ),
      "Where the two scenarios differ, in the order of the fields.",
    ),
    difference: about(
      z
        .strictObject({
          perMonthUsd: about(
            z
              .string()
              .regex(/^-?\d+\.\d{6}$/)
              .nullable(),
            "USD a month more than the base’s, below zero where less, from unrounded amounts; `null`: a cost is unknown.",
          ),
          perMonthTimes: about(z.number().nullable(), "The month’s cost over the base’s."),
          headroomTimes: about(z.number().nullable(), "`fit.scaleAtLimit` over the base’s, from unrounded values."),
          ratesHeadroomTimes: about(z.number().nullable(), "The same of `fit.rates`."),
        })
        .meta({ id: "VariantAgainstBase", description: "A variant’s cost and headroom against the base’s." }),
      "What it costs and how much room it has against the base.",
    ),
    estimate: z.strictObject(estimateFields).meta({
      id: "EstimateOfVariant",
      description: "The estimate of the scenario that a variant is, with its own link.",
    }),
  })
  .meta({ id: "VariantEstimate", description: "A variant beside its base." });

/** An estimate as the API answers it. */
export const estimateSchema = z
  .strictObject({
    ...estimateFields,
    variants: about(
      z.array(variantEstimateSchema).max(MOST.variants),
      "Each variant of the scenario beside it, in order; absent where it has none.",
    ).exactOptional(),
  })
  .meta({ id: "Estimate", description: "Everything computed from a scenario." });

/** A bill as the API answers it. */
export type CostJson = z.infer<typeof costSchema>;
/** An estimate as the API answers it, its scenario canonical. */
type Canonical<T> = Omit<T, "scenario" | "variants"> & { readonly scenario: Scenario };
type VariantJson = z.infer<typeof variantEstimateSchema>;
export type EstimateJson = Canonical<z.infer<typeof estimateSchema>> & {
  readonly variants?: readonly (Omit<VariantJson, "estimate"> & {
    readonly estimate: Canonical<VariantJson["estimate"]>;
  })[];
};

/** What every call answers where it does not answer 200. */
export const errorSchema = z
  .strictObject({
    error: about(
      z.strictObject({
        code: z.enum(ERROR_CODES),
        message: z.string(),
        issues: z.array(
          z
            .strictObject({
              path: about(z.string(), "Such as `workloads.0.inputTokens`; empty for the whole."),
              message: about(z.string(), "The field, the value that was given, and what is accepted."),
            })
            .meta({ id: "Issue", description: "One fault." }),
        ),
      }),
      "A code for scripts, a sentence for people, and every fault.",
    ),
  })
  .meta({ id: "Error", description: "Why there is no answer: every fault, each with its place." });
