import { z } from "zod";
import { daySchema, sourceSchema } from "@/lib/catalogue/schema";
import { NOTE_SEVERITY, type NoteCode } from "@/lib/estimate";
import { CHOICES } from "@/lib/scenario";

/** A schema with its meaning. */
export const about = <T extends z.ZodType>(schema: T, description: string) => schema.meta({ description });

const usdPattern = z.string().regex(/^\d+\.\d{6}$/);
/** USD with six decimals; `null`: a price is missing. */
export const usdSchema = (meaning: string) => about(usdPattern.nullable(), meaning);
/** A ratio as a number; `null` where there is none. */
export const ratioSchema = (meaning: string) => about(z.number().nonnegative().nullable(), meaning);

/** A kind of limit. */
export const dimensionSchema = z.enum(["rpm", "tpm", "rpd", "tpd", "batch-queue", "monthly-usage"]);
/** Free or a paid usage tier. */
export const usageTierSchema = z.literal([...CHOICES.usageTier]);
/** The codes of all notes. */
export const noteCodes = Object.keys(NOTE_SEVERITY) as [NoteCode, ...NoteCode[]];

/** The fields of every verdict. */
export const verdictFields = {
  fits: about(z.boolean().nullable(), "`null`: cannot be told, for want of a limit or a price."),
  bindsFirst: about(
    z.strictObject({ pool: z.string(), dimension: dimensionSchema }).nullable(),
    "The limit with the smallest headroom.",
  ),
  scaleAtLimit: ratioSchema("The smallest headroom: the factor by which traffic can grow."),
};
/** The verdict without money. */
export const ratesSchema = z
  .strictObject(verdictFields)
  .meta({ id: "RatesVerdict", description: "The verdict without monthly usage and without cost." });

/** The least usage tier that fits. */
export const minimumTierSchema = about(z.literal([1, 2, 3, 4, 5]).nullable(), "The lowest paid tier that fits.");

/** When the catalogue was checked, with the sources of what was used. */
export const citedSchema = z
  .strictObject({
    checkedOn: daySchema,
    sources: z.array(
      z
        .strictObject({ ...sourceSchema.shape, checkedOn: daySchema })
        .meta({ id: "CitedSource", description: "A public text some of these figures were taken from." }),
    ),
  })
  .meta({ description: "When the catalogue was checked, and the sources of the rows that were used." });
