// The data files that people keep and only the commands read.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./command.mjs";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const decimal = z.string().regex(/^\d+\.\d{2,9}$/);
const text = z.string().min(1);
const count = z.int().positive();
/** Input, cached input and output; `null`: cached input has no price, the model gives no output. */
const amounts = z.tuple([decimal, decimal.nullable(), decimal.nullable()]);

/** The price from `from`; what is absent follows from the packages. */
const rowSchema = z.strictObject({
  from: day,
  standard: amounts.exactOptional(),
  write: decimal.exactOptional().describe("Cache writes, in standard."),
  writesPrinted: z
    .array(z.enum(["batch", "flex", "priority"]))
    .exactOptional()
    .describe("The service tiers whose cache writes a table prints; elsewhere they follow from the rule."),
  long: count.exactOptional().describe("First token count at which a request counts as long."),
  twelveHours: z.literal(true).exactOptional().describe("Cache writes for 12 hours are sold, at 2.5 times input."),
  batch: amounts.exactOptional().describe("As OpenAI’s table prints it, where it is not half."),
  flex: amounts.exactOptional(),
  priority: amounts.exactOptional(),
  confidence: z.enum(["medium", "low", "disputed"]).exactOptional(),
  note: text.exactOptional(),
});

/** OpenAI’s model page, for what gpt-tokenizer does not have. */
const pageSchema = z.strictObject({
  contextWindow: count,
  maxOutputTokens: count,
  maxInputTokens: count,
  cutoff: day,
  tagline: text,
  advice: text,
  endpoints: z.array(text),
  features: z.array(text),
});

/** Of a model that takes input and gives none: what its page does not say. */
const inputOnlySchema = z.strictObject({ inputTokens: count, cutoff: day, advice: text });

const retiresSchema = z.strictObject({
  on: day,
  successor: text.nullable().describe("`null`: none was found."),
  confidence: z.literal("high").exactOptional().describe("Absent: medium."),
  note: text.exactOptional(),
});

/** Limits by usage tier that a public text has and gpt-tokenizer has not. */
const limitsSchema = z.strictObject({
  like: text.describe("The model of gpt-tokenizer whose ladder the found figures are points of."),
  found: z.array(z.literal([1, 2, 3, 4, 5])).describe("The usage tiers whose figures were found; others are inferred."),
  note: text,
});

const establishedSchema = z.strictObject({
  id: text,
  released: day.describe("The day its price begins: of the snapshot in its name, or of its launch."),
  like: text.exactOptional().describe("The model of gpt-tokenizer whose limits a snapshot shares."),
  also: z.array(text).exactOptional().describe("Further names."),
  flexIsHalf: z.literal(true).exactOptional().describe("Flex at half price, cached input too."),
  batchCached: z.literal(true).exactOptional().describe("Cached input in batch at half price."),
  priority: amounts.exactOptional().describe("In force since `released`."),
  shortPriority: z.literal(true).exactOptional().describe("Priority is not sold to long requests."),
  shortBatch: z.literal(true).exactOptional().describe("No batch price is printed for long requests."),
  shortFlex: z.literal(true).exactOptional().describe("Nor one in flex."),
  priorityTimes: count.exactOptional().describe("Priority as a multiple of every price."),
  rows: z.array(rowSchema).min(1).exactOptional(),
  long: count.exactOptional().describe("First token count at which a request counts as long, in every row."),
  maxInput: count.nullable().exactOptional().describe("In place of gpt-tokenizer’s; `null`: no such limit."),
  batchPriced: z.literal(true).exactOptional().describe("It stands in OpenAI’s batch price table."),
  limits: limitsSchema.exactOptional(),
  retires: retiresSchema.exactOptional(),
  ended: z.record(text, day).exactOptional().describe("Names that were shut down before the model, and when."),
  page: pageSchema.exactOptional(),
  inputOnly: inputOnlySchema.exactOptional(),
});

const leftOutSchema = z.strictObject({
  kind: text.exactOptional().describe("What a reader calls them, where a page says so."),
  match: text.describe("A regular expression."),
  reason: text,
});

/** Figures as text; `none` where there is none. */
const explainedSchema = z.strictObject({ id: text, field: text, theirs: text, ours: text, reason: text });

/**
 * @typedef {z.infer<typeof amounts>} Amounts
 * @typedef {z.infer<typeof rowSchema>} EstablishedRow
 * @typedef {z.infer<typeof establishedSchema>} Established
 */

/**
 * A file of lib/catalogue/data as its schema reads it; throws where it is damaged.
 * @template {z.ZodType} S
 * @param {string} file
 * @param {S} schema
 * @returns {readonly z.infer<S>[]}
 */
function read(file, schema) {
  return z.array(schema).parse(JSON.parse(readFileSync(join(root, "lib/catalogue/data", file), "utf8")));
}

/**
 * What neither package says and a public text does: release days, service tiers, retirements, and models
 * newer than the packages.
 */
export const ESTABLISHED = read("established.json", establishedSchema);

/** What the packages have and the catalogue leaves out, and why. */
const LEFT_OUT = read("left-out.json", leftOutSchema).map(({ match, reason }) => ({ ids: new RegExp(match), reason }));

/** Every figure of a package that the catalogue does not follow, and why. */
export const EXPLAINED = read("explained.json", explainedSchema);

/** The ids of the models whose every fact was compared by hand. */
export const CHECKED_IDS = read("checked.json", z.looseObject({ id: text })).map(({ id }) => id);

/** Why the catalogue leaves a name of the packages out; `undefined`: it does not. @param {string} id */
export const leftOut = (id) => LEFT_OUT.find(({ ids }) => ids.test(id))?.reason;
