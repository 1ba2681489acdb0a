import { z } from "zod";
import type { Charges } from "./charges";
import { SOURCES } from "./sources";
import type { Model, PriceRow, Source, UsageTier } from "./types";

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A real calendar day, `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written YYYY-MM-DD")
  .refine((day) => {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return date >= 1 && date <= (month === 2 && !leap ? 28 : (lengths[month - 1] ?? 0));
  }, "not a day of the calendar");

/** An amount as text: no sign, no exponent, at most nine decimals. `0` is a price; unknown is `null`. */
export const decimalSchema = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,9})?$/, "an amount is a decimal string such as 1.10");

export const sourceIdSchema = z.enum(Object.keys(SOURCES) as [keyof typeof SOURCES, ...(keyof typeof SOURCES)[]]);

const fact = {
  source: sourceIdSchema,
  checkedOn: daySchema,
  confidence: z.enum(["high", "medium", "low", "disputed"]),
  note: z.string().min(1).exactOptional(),
};
/** What every fact carries. */
const factSchema = z.strictObject(fact);
/** A fact with fields of its own. */
export const withFact = <T extends z.core.$ZodShape>(shape: T) => z.strictObject({ ...shape, ...fact });

export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
}) satisfies z.ZodType<Source>;
export const sourcesSchema = z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), sourceSchema);

const listPricesSchema = z.strictObject({
  input: decimalSchema,
  cachedInput: decimalSchema.nullable(),
  cacheWrite: decimalSchema.exactOptional(),
  output: decimalSchema.nullable(),
});

export const longContextSchema = z.strictObject({
  fromInputTokens: z.int().positive(),
  inputTimes: decimalSchema,
  outputTimes: decimalSchema,
  withoutPriority: z.literal(true).exactOptional(),
  withoutBatch: z.literal(true).exactOptional(),
  withoutFlex: z.literal(true).exactOptional(),
});

export const twelveHourWritesSchema = z.strictObject({ inputTimes: decimalSchema });

const priceRowSchema = withFact({
  from: daySchema,
  until: daySchema.nullable(),
  prices: z.strictObject({
    standard: listPricesSchema,
    batch: listPricesSchema.exactOptional(),
    flex: listPricesSchema.exactOptional(),
    priority: listPricesSchema.exactOptional(),
  }),
  longContext: longContextSchema.exactOptional(),
  twelveHourWrites: twelveHourWritesSchema.exactOptional(),
});

/**
 * Price rows of one model: oldest first, each beginning on the day on which the one before it ends, only the
 * last one open.
 */
const pricesSchema = z
  .array(priceRowSchema)
  .min(1)
  .superRefine((rows: readonly PriceRow[], context) => {
    const complain = (index: number, message: string) => context.addIssue({ code: "custom", path: [index], message });
    rows.forEach(({ from, until }, i) => {
      const next = rows[i + 1];
      if (until !== null && until <= from) complain(i, "a price ends after the day it begins");
      if (!next && until !== null) complain(i, "the last price has no end");
      if (next && until === null) complain(i, "only the last price is open");
      if (next && until !== null && next.from > until) complain(i + 1, "a gap: no price is in force before this row");
      if (next && until !== null && next.from < until) complain(i + 1, "an overlap: two prices are in force");
    });
  });

const count = z.int().positive();
const published = z.union([count, z.literal("unpublished")]);
const limitRowSchema = withFact({
  usageTier: z.literal([1, 2, 3, 4, 5]),
  rpm: published,
  tpm: published,
  batchQueueTokens: published,
  rpd: count.exactOptional(),
  tpd: count.exactOptional(),
});

/** Five rows, tier 1 first, no limit shrinking as the tier grows. */
const limitsSchema = z.array(limitRowSchema).superRefine((rows, context) => {
  if (rows.map((row) => row.usageTier).join() !== "1,2,3,4,5")
    context.addIssue({ code: "custom", message: "limits have one row for each of the tiers 1 to 5, in order" });
  for (const key of ["rpm", "tpm", "batchQueueTokens", "rpd", "tpd"] as const) {
    const known = rows.map((row) => row[key]).filter((limit) => limit !== undefined && limit !== "unpublished");
    if (known.some((limit, i) => i > 0 && limit < known[i - 1]!))
      context.addIssue({ code: "custom", path: [key], message: "a higher tier has no lower limit" });
  }
});

export const modelIdSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/);

export const modelSchema = z
  .strictObject({
    id: modelIdSchema,
    snapshots: z.array(modelIdSchema),
    contextWindow: count,
    maxOutputTokens: z.int().nonnegative(),
    maxInputTokens: count.exactOptional(),
    window: factSchema,
    reasons: z.boolean(),
    prices: pricesSchema,
    limits: limitsSchema,
    ownLimitsFrom: z.int().positive().exactOptional(),
    longLimits: limitsSchema.exactOptional(),
    retirement: withFact({ on: daySchema, successor: modelIdSchema.nullable() }).nullable(),
    batchSupport: withFact({ supported: z.boolean() }),
  })
  .refine(({ contextWindow, maxOutputTokens }) => maxOutputTokens <= contextWindow, {
    path: ["maxOutputTokens"],
    message: "output fits the context window",
  })
  .refine(
    ({ maxOutputTokens, prices }) =>
      prices.every((row) =>
        Object.values(row.prices).every(({ output }) => (output === null) === (maxOutputTokens === 0)),
      ),
    { path: ["prices"], message: "output has a price where the model gives output, and none where it gives none" },
  )
  .refine(({ ownLimitsFrom, longLimits }) => (ownLimitsFrom === undefined) === (longLimits === undefined), {
    path: ["longLimits"],
    message: "limits of long requests stand with the input they begin at",
  })
  .refine(({ prices, retirement }) => retirement === null || prices.every(({ from }) => from < retirement.on), {
    path: ["retirement"],
    message: "no price begins after retirement",
  });

/** All models: every id and snapshot names one of them. */
export const modelsSchema = z
  .array(modelSchema)
  .min(1)
  .refine((models) => {
    const names = models.flatMap(({ id, snapshots }) => [id, ...snapshots]);
    return new Set(names).size === names.length;
  }, "a name stands for one model");

const usageTierSchema = withFact({
  id: z.literal(["free", 1, 2, 3, 4, 5]),
  reachedAfterUsd: decimalSchema.nullable(),
  formerDaysSincePayment: count.nullable(),
  monthlyUsageLimitUsd: decimalSchema,
});

/** Free, then 1 to 5; dearer to reach and wider step by step. */
export const usageTiersSchema = z.array(usageTierSchema).superRefine((tiers, context) => {
  if (tiers.map((tier) => tier.id).join() !== "free,1,2,3,4,5")
    context.addIssue({ code: "custom", message: "usage tiers are free and 1 to 5, in order" });
  tiers.forEach((tier, i) => {
    if ((tier.id === "free") !== (tier.reachedAfterUsd === null))
      context.addIssue({ code: "custom", path: [i, "reachedAfterUsd"], message: "only Free costs nothing to reach" });
    const before = tiers[i - 1];
    if (before && Number(tier.monthlyUsageLimitUsd) < Number(before.monthlyUsageLimitUsd))
      context.addIssue({
        code: "custom",
        path: [i, "monthlyUsageLimitUsd"],
        message: "a higher tier has no lower usage limit",
      });
    if (before && Number(tier.reachedAfterUsd) < Number(before.reachedAfterUsd))
      context.addIssue({
        code: "custom",
        path: [i, "reachedAfterUsd"],
        message: "a higher tier costs no less to reach",
      });
  });
});

export const batchLimitsSchema = z.record(z.string(), withFact({ value: count }));

const toolPriceSchema = withFact({ perThousandCallsUsd: decimalSchema });
export const chargesSchema = z.strictObject({
  webSearch: toolPriceSchema,
  fileSearch: toolPriceSchema,
  regional: withFact({ times: decimalSchema, releasedFrom: daySchema }),
});

/** Successors of models still on sale, by model. */
export const namedNextSchema = z.record(modelIdSchema, withFact({ successor: modelIdSchema }));

/** The schemas read back exactly the types the catalogue is written in. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
true satisfies Same<z.infer<typeof modelSchema>, Writable<Model>>;
true satisfies Same<z.infer<typeof chargesSchema>, Writable<Charges>>;
true satisfies Same<z.infer<typeof usageTiersSchema>[number], Writable<UsageTier>>;
