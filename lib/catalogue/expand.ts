import type {
  Confidence,
  Day,
  Fact,
  ListPrices,
  PublishedLimits,
  Model,
  PaidTier,
  PriceRow,
  Published,
  SourceId,
} from "./types";

/**
 * For each of the tiers 1 to 5: requests and tokens a minute, batch queue, requests and tokens a day.
 * 0: not published; of a day: there is no such limit.
 */
export type Ladder = readonly (readonly number[])[];

/**
 * A price row. A service tier is “input cached output write”, `–` for no cached price or no output, no fourth
 * for no price of cache writes; `long` is the long-context threshold.
 */
export interface DerivedPrice {
  readonly from: Day;
  readonly standard: string;
  readonly batch?: string;
  readonly flex?: string;
  readonly priority?: string;
  readonly long?: number;
  /** Writes that stay in the cache for 12 hours are sold, at 2.5 times input. */
  readonly twelveHours?: true;
  /** Priority is not sold to long requests. */
  readonly shortPriority?: true;
  /** No batch price is printed for long requests. */
  readonly shortBatch?: true;
  /** Nor one in flex. */
  readonly shortFlex?: true;
  readonly confidence?: Confidence;
}

/** A model as the derived file writes it. */
export interface DerivedModel {
  readonly id: string;
  /** Its other names, spaces between. */
  readonly names: string;
  readonly window: readonly [context: number, output: number];
  /** It takes input and gives none: the window is that of one input. */
  readonly inputOnly?: true;
  readonly maxInput?: number;
  /** `false`: no reasoning tokens; absent: it has them. */
  readonly reasons?: boolean;
  readonly ladder?: string;
  /** The usage tiers of the ladder that a text has; the others are inferred. Absent: all, from OpenAI’s data. */
  readonly ladderFound?: readonly number[];
  /** The input from which requests have limits of their own, and the ladder of these. */
  readonly long?: readonly [fromInputTokens: number, ladder: string];
  /** Whether OpenAI lists the batch endpoint, prints a batch price, publishes a batch queue only, or none of them. */
  readonly batch: "listed" | "priced" | "queue" | "none";
  readonly prices: readonly DerivedPrice[];
  /** “day successor confidence”; `–` for no successor. */
  readonly retires?: string;
  /** Its sizes come from OpenAI’s model page instead of gpt-tokenizer. */
  readonly page?: boolean;
  /** Its prices come from there too. */
  readonly newer?: boolean;
}

/** What `npm run catalogue:refresh` writes into `data/derived.json`. */
export interface DerivedCatalogue {
  readonly checkedOn: Day;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly models: readonly DerivedModel[];
}

const TIERS: readonly PaidTier[] = [1, 2, 3, 4, 5];

/** The models of the derived data, each fact with its source, day and confidence. */
export function toModels({ checkedOn, ladders, models }: DerivedCatalogue): Model[] {
  const fact = (source: SourceId, confidence: Confidence): Fact => ({ source, checkedOn, confidence });

  function priceRow(row: DerivedPrice, index: number, rows: readonly DerivedPrice[], model: DerivedModel): PriceRow {
    const [batch, flex, priority] = [row.batch, row.flex, row.priority].map((text) => text && listPrices(text));
    return {
      from: row.from,
      until: rows[index + 1]?.from ?? null,
      prices: {
        standard: listPrices(row.standard),
        ...(batch && { batch }),
        ...(flex && { flex }),
        ...(priority && { priority }),
      },
      ...(row.long && {
        longContext: {
          fromInputTokens: row.long,
          inputTimes: "2",
          outputTimes: "1.5",
          ...(row.shortPriority && { withoutPriority: row.shortPriority }),
          ...(row.shortBatch && { withoutBatch: row.shortBatch }),
          ...(row.shortFlex && { withoutFlex: row.shortFlex }),
        },
      }),
      ...(row.twelveHours && { twelveHourWrites: { inputTimes: "2.5" } }),
      ...fact(model.newer ? "gpt-6-pages" : "genai-prices", row.confidence ?? "medium"),
    };
  }

  function limitFact(usageTier: PaidTier, { ladderFound }: DerivedModel): Fact {
    if (!ladderFound) return fact("model-page-data", "high");
    if (ladderFound.includes(usageTier)) return fact("gpt-6-limits", "medium");
    return fact("gpt-6-limits", "low");
  }

  function limitRow(usageTier: PaidTier, model: DerivedModel, name = model.ladder): PublishedLimits {
    const ladder = name === undefined ? undefined : ladders[name];
    if (!ladder)
      return {
        usageTier,
        rpm: "unpublished",
        tpm: "unpublished",
        batchQueueTokens: "unpublished",
        ...fact("gpt-6-pages", "medium"),
      };
    const [rpm = 0, tpm = 0, queue = 0, rpd = 0, tpd = 0] = ladder[usageTier - 1]!;
    return {
      usageTier,
      rpm: published(rpm),
      tpm: published(tpm),
      batchQueueTokens: published(queue),
      ...(rpd && { rpd }),
      ...(tpd && { tpd }),
      ...limitFact(usageTier, model),
    };
  }

  return models.map((model) => {
    const [on = "", successor = "", sure = ""] = model.retires?.split(" ") ?? [];
    const source = model.page ? "gpt-6-pages" : "model-page-data";
    return {
      id: model.id,
      snapshots: model.names ? model.names.split(" ") : [],
      contextWindow: model.window[0],
      maxOutputTokens: model.window[1],
      ...(model.maxInput && { maxInputTokens: model.maxInput }),
      window: model.inputOnly ? fact("embeddings", "high") : fact(source, "high"),
      reasons: model.reasons ?? true,
      prices: model.prices.map((row, index, rows) => priceRow(row, index, rows, model)),
      limits: TIERS.map((usageTier) => limitRow(usageTier, model)),
      ...(model.long && {
        ownLimitsFrom: model.long[0],
        longLimits: TIERS.map((usageTier) => limitRow(usageTier, model, model.long![1])),
      }),
      retirement: on
        ? {
            on,
            successor: successor === "–" ? null : successor,
            ...fact("deprecations", sure as Confidence),
          }
        : null,
      batchSupport: batchSupport(model.batch),
    };

    function batchSupport(batch: DerivedModel["batch"]): Model["batchSupport"] {
      switch (batch) {
        case "listed":
          return { supported: true, ...fact(source, "high") };
        case "priced":
          return { supported: true, ...fact("pricing", "high") };
        case "queue":
          return { supported: true, ...fact(source, "disputed") };
        case "none":
          return { supported: false, ...fact(source, "medium") };
      }
    }
  });
}

const published = (limit: number): Published<number> => limit || "unpublished";

/** “input cached output write” as prices; `–` for no price of cached input, or no output. */
function listPrices(text: string): ListPrices {
  const [input = "", cached = "", output = "", write] = text.split(" ");
  const known = (price: string) => (price === "–" ? null : price);
  return { input, cachedInput: known(cached), ...(write && { cacheWrite: write }), output: known(output) };
}
