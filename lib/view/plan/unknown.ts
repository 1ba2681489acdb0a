import { findModel } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { modelOfPool } from "@/lib/facts";
import { type OwnLimits, type OwnPrice, poolOf } from "@/lib/scenario";
import { encodeFocusTarget, focusHref, ownLimitField, ownPriceField } from "@/lib/view/estimate";
import { isUnsold, ofTier, tierWord } from "@/lib/view/names";
import { formatDay, type Sentence } from "@/lib/view/text";

/** `enter your own.`, leading to the field of the user’s own figure. */
function ownField(pool: string, field: keyof OwnPrice | keyof OwnLimits): Sentence {
  const target = { of: "model", pool, field } as const;
  return [{ text: "enter your own", href: focusHref(target), at: encodeFocusTarget(target) }, "."];
}

const RATE_NAMES = {
  rpm: "requests-a-minute",
  tpm: "tokens-a-minute",
  rpd: "requests-a-day",
  tpd: "tokens-a-day",
} as const;

/** What is missing for a verdict, a price or the limits of one model, and where to enter it. */
export function unknownSentence(estimate: Estimate): Sentence {
  const { scenario, limits, facts } = estimate;
  const unpriced = estimate.notes.find(({ code }) => code === "no-price");
  if (unpriced) {
    const { model, serviceTier } = scenario.workloads[unpriced.index]!;
    const known = findModel(model);
    if (known && !facts.get(known.id)!.price)
      return [
        `${model} has no price on ${formatDay(scenario.asOf)}; its first is of ${formatDay(known.prices[0]!.from)}.`,
      ];
    return known && isUnsold(facts.get(known.id)!, serviceTier)
      ? [`${model} is not sold in ${tierWord(serviceTier)}; choose another service tier.`]
      : [`${model} has no ${ofTier(serviceTier)}price; `, ...ownField(poolOf(model), ownPriceField(serviceTier))];
  }
  const open = limits.flatMap(({ demand: { pool, dimension }, limit }) =>
    limit || dimension === "monthly-usage" ? [] : { pool, dimension },
  );
  const { pool, dimension } = open[0]!;
  const model = modelOfPool(pool);
  const rates = open.flatMap((row) =>
    row.pool === pool && row.dimension !== "batch-queue" ? RATE_NAMES[row.dimension] : [],
  );
  const what = dimension === "batch-queue" ? "batch queue" : `${rates.join(" or ")} limit`;
  return [
    findModel(model) ? `OpenAI publishes no ${what} for ${model} there; ` : `${model} has no ${what} yet; `,
    ...ownField(model, ownLimitField(dimension)),
  ];
}
