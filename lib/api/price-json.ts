import { z } from "zod";
import type { PriceRow } from "@/lib/catalogue";
import { daySchema, decimalSchema, longContextSchema, twelveHourWritesSchema, withFact } from "@/lib/catalogue/schema";
import { toOwnPrice } from "@/lib/facts";

const priceJsonSchema = withFact({
  from: daySchema,
  until: daySchema.nullable(),
  input: decimalSchema,
  cachedInput: decimalSchema.nullable(),
  output: decimalSchema.nullable().meta({ description: "`null`: input only, the model gives no output." }),
  batchInput: decimalSchema.nullable(),
  batchOutput: decimalSchema.nullable(),
  batchCachedInput: decimalSchema.exactOptional(),
  cacheWrite: decimalSchema.exactOptional(),
  flexInput: decimalSchema.exactOptional(),
  flexCachedInput: decimalSchema.exactOptional(),
  flexOutput: decimalSchema.exactOptional(),
  priorityInput: decimalSchema.exactOptional(),
  priorityCachedInput: decimalSchema.exactOptional(),
  priorityOutput: decimalSchema.exactOptional(),
  batchCacheWrite: decimalSchema.exactOptional(),
  flexCacheWrite: decimalSchema.exactOptional(),
  priorityCacheWrite: decimalSchema.exactOptional(),
  longContext: longContextSchema.exactOptional(),
  twelveHourWrites: twelveHourWritesSchema.exactOptional(),
});

/** The price rows of one model as the API answers them. */
export const pricesJsonSchema = z.array(priceJsonSchema).min(1);

/**
 * A price row under flat names. Cached input, output and batch are `null` where there is no such price,
 * others absent.
 */
export function toPriceJson(row: PriceRow): z.infer<typeof priceJsonSchema> {
  const { from, until, prices, longContext, twelveHourWrites, ...fact } = row;
  const flat = toOwnPrice(prices);
  const { input, cachedInput = null, output = null, batchInput = null, batchOutput = null, ...others } = flat;
  const base = { from, until, input, cachedInput, output, batchInput, batchOutput };
  const forms = { ...(longContext && { longContext }), ...(twelveHourWrites && { twelveHourWrites }) };
  return { ...base, ...others, ...forms, ...fact };
}
