import { z } from "zod";
import type { Scenario } from "@/lib/scenario";
import { RANGE_FIELDS } from "@/lib/scenario/ranges";
import { scenarioSchema } from "@/lib/scenario/schema";
import { about, citedSchema, ratioSchema, usageTierSchema, usdSchema } from "./schema-parts";

const QUANTILES = "1 in 10 cases is below p10, half are below p50, 1 in 10 is above p90.";
const usd = z.string().regex(/^\d+\.\d{6}$/);

const driverSchema = z
  .strictObject({
    path: about(
      z.string().regex(new RegExp(`^workloads\\.\\d+\\.(${RANGE_FIELDS.join("|")})$`)),
      "The field: `workloads.0.reasoningTokens`.",
    ),
    low: about(z.number().positive(), "Its p10, as entered."),
    high: about(z.number().positive(), "Its p90, as entered."),
    costLow: usdSchema("The month with it at its low."),
    costHigh: usdSchema("The month with it at its high."),
    scaleLow: ratioSchema("Headroom with it at its low."),
    scaleHigh: ratioSchema("Headroom with it at its high."),
  })
  .meta({
    id: "Driver",
    description:
      "What one range decides: two exact estimates, with the field at its low and at its high and all others at their number. Cached input is cut at the input, a busiest minute at 1.",
  });

/** What ranges make of a month, as the API answers it. */
export const rangeSchema = z
  .strictObject({
    scenario: scenarioSchema,
    link: about(z.string().regex(/^\/\?v=1&/), "Path and query of the page that shows this."),
    samples: about(z.int().positive(), "How many cases were drawn, by the scenario’s `seed`."),
    perMonthUsd: about(
      z.strictObject({ p10: usd, p50: usd, p90: usd }).nullable(),
      `USD a month, within 1 % of the true ones. ${QUANTILES} \`null\`: some case has no price.`,
    ),
    scaleAtLimit: about(
      z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() }).nullable(),
      `Headroom at the scenario’s usage tier, within 1 %. ${QUANTILES} \`null\`: some case has no limit.`,
    ),
    fitShare: z
      .array(
        z
          .strictObject({
            usageTier: about(usageTierSchema, "The tier it is about."),
            share: about(
              z.number().min(0).max(1).nullable(),
              "The share of the cases that fit. `null`: some case cannot be told, for want of a limit or a price.",
            ),
          })
          .meta({ id: "FitShare", description: "The share of the cases that fit a usage tier." }),
      )
      .length(6)
      .meta({ description: "Free first." }),
    drivers: about(z.array(driverSchema), "Every field that is a range, by the swing of cost, the largest first."),
    catalogue: citedSchema,
  })
  .meta({
    id: "Range",
    description:
      "What the ranges of a scenario make of its month. Each is log-normal, independent of the others. Without ranges there is one case, as entered.",
  });

/** What ranges make of a month, as the API answers it; its scenario canonical. */
export type RangeJson = Omit<z.infer<typeof rangeSchema>, "scenario"> & { readonly scenario: Scenario };
