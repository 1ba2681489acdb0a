import { z } from "zod";
import { daySchema } from "@/lib/catalogue/schema";
import type { Scenario } from "@/lib/scenario";
import { scenarioSchema } from "@/lib/scenario/schema";
import { limitSchema } from "./estimate-schema";
import {
  about,
  citedSchema,
  dimensionSchema,
  noteCodes,
  usageTierSchema,
  usdSchema,
  verdictFields,
} from "./schema-parts";

const usdPattern = z.string().regex(/^\d+\.\d{6}$/);

const rangeSchema = z
  .strictObject({
    central: about(usdPattern, "With every field at its number."),
    p10: about(usdPattern, "1 in 10 cases is below it."),
    p50: about(usdPattern, "Half of the cases are below it."),
    p90: about(usdPattern, "1 in 10 cases is above it."),
  })
  .meta({ id: "MonthRange", description: "A month’s cost where fields of the scenario are ranges, USD." });

const eventSchema = z
  .strictObject({
    code: about(
      z.enum([...noteCodes, "price-begins"]),
      "`rpm-exceeded` and the like: first month over a limit at a usage tier; `budget-exceeded`: over the budget; `model-retires`: a shutdown; `price-begins`: a listed price.",
    ),
    on: about(
      daySchema,
      "The day; of a limit or the budget the day on which the month begins: the message has its own.",
    ),
    path: about(z.string(), "What it is about: `limits.o1.tpm`, `monthlyBudgetUsd`, `workloads.0.model`."),
    message: about(z.string(), "What happens and what it comes to."),
  })
  .meta({ id: "ForecastEvent", description: "Something that happens in a month." });

const monthSchema = z
  .strictObject({
    month: about(z.int().nonnegative(), "0 for the month that begins on `asOf`."),
    from: about(
      daySchema,
      "The day on which its 730 hours begin: so many calendar months after `asOf`, the last day of the month where that has no such day.",
    ),
    usageTier: about(usageTierSchema, "As entered or, with `tierFollows`, the highest one that was paid for before."),
    perMonthUsd: about(
      z.union([usdPattern, rangeSchema]).nullable(),
      "Six decimals; with ranges p10, p50 and p90 beside it. `null`: a price is missing.",
    ),
    cumulativeUsd: usdSchema("This month and all before it. `null`: one of them is unknown."),
    fits: verdictFields.fits,
    bindsFirst: verdictFields.bindsFirst,
    limits: about(z.array(limitSchema), "As in an estimate, at the usage tier of the month."),
    events: about(z.array(eventSchema), "What happens in the month."),
  })
  .meta({
    id: "ForecastMonth",
    description:
      "The estimate of the scenario with all requests times (1 + percentPerMonth ÷ 100)^month, at the prices in force on `from`.",
  });

const fitsSchema = z
  .strictObject({
    limit: about(
      z.strictObject({ pool: z.string(), dimension: dimensionSchema, usageTier: usageTierSchema }).nullable(),
      "`null`: the budget.",
    ),
    percentPerMonth: about(
      z.number().nullable(),
      "The highest growth at which no month is over it, in three decimals, rounded down; 300: any. `null`: the first month is over.",
    ),
  })
  .meta({ id: "GrowthThatFits", description: "What growth would just fit the budget or a limit." });

const changeSchema = z
  .strictObject({
    on: about(daySchema, "The day from which its requests are refused; before `asOf` where it had ended."),
    model: z.string(),
    successor: about(z.string().nullable(), "The model OpenAI names in its place. `null`: none."),
    goesOn: about(
      z.boolean(),
      "Whether the rows go on with it; else they end on that day: none is named, or it has no price.",
    ),
  })
  .meta({ id: "ModelChange", description: "A model in use that ends." });

const continuedSchema = z
  .strictObject({
    changes: about(z.array(changeSchema), "By day."),
    endsOn: about(daySchema.nullable(), "The day on which the rows end, within the last of them. `null`: they do not."),
    rows: about(
      z.array(monthSchema),
      "The same months, each workload on the successor from the day its model ends; a month in which one ends costs by the hours of each. Its limits are those of both.",
    ),
    growthThatFits: about(z.array(fitsSchema), "The same of these rows."),
  })
  .meta({
    id: "ContinuedForecast",
    description: "The forecast as it goes on when models in use end; what the page shows.",
  });

/** A forecast as the API answers it. */
export const forecastSchema = z
  .strictObject({
    scenario: scenarioSchema,
    link: about(z.string().regex(/^\/forecast\?v=1&/), "Path and query of the page that shows this forecast."),
    catalogue: citedSchema,
    rows: about(z.array(monthSchema), "As many months as the growth says."),
    growthThatFits: about(
      z.array(fitsSchema),
      "Of the budget and every limit of the usage tier at which the forecast ends, the lowest first.",
    ),
    continued: about(
      continuedSchema.nullable(),
      "`rows` are of the models as entered, whatever ends; these go on with the successors. `null`: none ends.",
    ),
  })
  .meta({ id: "Forecast", description: "A scenario month by month as its requests grow." });

/** A forecast as the API answers it, its scenario canonical. */
export type ForecastJson = Omit<z.infer<typeof forecastSchema>, "scenario"> & { readonly scenario: Scenario };
