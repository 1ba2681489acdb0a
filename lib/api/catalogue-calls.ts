import { z } from "zod";
import { cardOf } from "@/lib/cards";
import { cardSchema } from "@/lib/cards/schema";
import { CHECKED_ON, findModel, MODELS, SOURCES, USAGE_TIERS, type Model, type SourceId } from "@/lib/catalogue";
import { daySchema, modelSchema, sourceIdSchema, sourceSchema, usageTiersSchema } from "@/lib/catalogue/schema";
import { quote } from "@/lib/fields";
import { okLasting, refuse, type Answer } from "./answer";
import { pricesJsonSchema, toPriceJson } from "./price-json";

const {
  id,
  snapshots,
  contextWindow,
  maxOutputTokens,
  maxInputTokens,
  window,
  reasons,
  limits,
  ownLimitsFrom,
  longLimits,
  retirement,
  batchSupport,
} = modelSchema.shape;
const modelJsonSchema = z
  .strictObject({
    id: id.meta({ description: "What limits and pools go by." }),
    snapshots: snapshots.meta({ description: "Other names of the same model: same price, same pool." }),
    contextWindow: contextWindow.meta({ description: "Input and output tokens one request may have." }),
    maxOutputTokens: maxOutputTokens.meta({ description: "Output tokens one request may have; 0: input only." }),
    maxInputTokens: maxInputTokens.meta({
      description: "Input tokens one request may have; absent: no limit beside the context window.",
    }),
    window: window.meta({ description: "Where these sizes come from." }),
    reasons: reasons.meta({ description: "Whether its output may have reasoning tokens." }),
    prices: pricesJsonSchema.meta({
      description: "USD per million tokens, oldest first. `null`: there is no such price.",
    }),
    limits: limits.meta({ description: "By paid usage tier, 1 first. On Free the model is not offered." }),
    ownLimitsFrom: ownLimitsFrom.meta({
      description:
        "Requests with at least so much input have limits of their own, `longLimits`; absent: there are none.",
    }),
    longLimits: longLimits.meta({ description: "Limits of these requests, by paid usage tier." }),
    retirement: retirement.meta({
      description:
        "From `on`, requests are refused; `successor` is what OpenAI names in its place, `null` where no name was found.",
    }),
    batchSupport: batchSupport.meta({ description: "Whether it runs in batch." }),
    card: cardSchema.meta({
      id: "Card",
      description: "What the model’s own page says of it beyond prices, limits and windows.",
    }),
  })
  .meta({
    id: "Model",
    description:
      "A model: its names, sizes, dated prices, limits by usage tier, retirement and successor. Every fact carries its source, the day it was checked, and how sure it is.",
  });

const cited = {
  checkedOn: daySchema.meta({ description: "The day the whole catalogue was last compared with its sources." }),
  sources: z
    .partialRecord(sourceIdSchema, sourceSchema)
    .meta({ description: "Title and address of every `source` named in this answer." }),
};

/** The whole catalogue, as `GET /api/v1/models` answers it. */
export const catalogueSchema = z
  .strictObject({
    ...cited,
    models: z.array(modelJsonSchema).meta({ description: "o1-mini first." }),
    usageTiers: usageTiersSchema.meta({ description: "Free, then 1 to 5." }),
  })
  .meta({ id: "Catalogue", description: "Every model and usage tier that Headroom plans with." });

/** One model, as `GET /api/v1/models/{id}` answers it. */
export const catalogueModelSchema = z
  .strictObject({ ...cited, model: modelJsonSchema })
  .meta({ id: "CatalogueModel", description: "One model of the catalogue." });

const toModelJson = (model: Model) => ({ ...model, prices: model.prices.map(toPriceJson), card: cardOf(model.id) });

/** Title and address of every source named somewhere in these facts. */
function sourcesIn(facts: unknown, found: Partial<Record<SourceId, object>> = {}): Partial<Record<SourceId, object>> {
  if (typeof facts !== "object" || facts === null) return found;
  if ("source" in facts) found[facts.source as SourceId] = SOURCES[facts.source as SourceId];
  Object.values(facts).forEach((value) => sourcesIn(value, found));
  return found;
}

let catalogue: Answer | undefined;

/** `GET /api/v1/models`. Written once, on the first call. */
export function allModels(): Answer {
  if (catalogue) return catalogue;
  const models = MODELS.map(toModelJson);
  const sources = sourcesIn([models, USAGE_TIERS]);
  return (catalogue = okLasting({ checkedOn: CHECKED_ON, models, usageTiers: USAGE_TIERS, sources }));
}

/** `GET /api/v1/models/{id}`; `name` is an id or a snapshot. */
export function oneModel(name: string): Answer {
  const model = findModel(name);
  if (!model) {
    const known = MODELS.flatMap(({ id, snapshots }) => [id, ...snapshots]).join(", ");
    return refuse(404, "not-found", "The catalogue has no such model.", [
      { path: "id", message: `id: ${quote(name)} is not in the catalogue; give one of ${known}` },
    ]);
  }
  const json = toModelJson(model);
  return okLasting({ checkedOn: CHECKED_ON, model: json, sources: sourcesIn(json) });
}

/** Any other address under `/api/`. */
export function noSuchCall(path: string): Answer {
  return refuse(404, "not-found", "There is no such call.", [
    { path: "", message: `${quote(path)} is not a call; GET /api/v1/openapi.json lists them all` },
  ]);
}
