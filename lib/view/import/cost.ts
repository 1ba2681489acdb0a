import { findModel, isInputOnly, isRetired, MODELS, priceOn, type Day, type Model } from "@/lib/catalogue";
import type { UsageBill } from "@/lib/estimate";
import { compare, parseDecimal, type Exact, shareOf, toShortestText } from "@/lib/money";
import { poolOf } from "@/lib/scenario";
import type { UsageReport } from "@/lib/usage";
import { formatDay, formatNumber, formatUsd } from "@/lib/view/text";
import { listed } from "@/lib/view/names";
import { billText, namesOf, statedText, statedUsd } from "./words";
import { statedCost } from "./tables";

/** One way to pay for the log’s tokens. */
interface ImportCost {
  readonly key: "stated" | "dated" | "now" | "batch" | "model";
  readonly name: string;
  readonly about: string;
  readonly amount: string;
  /** 0–1 of the dearest way shown. */
  readonly width: number;
}

/** The bills the table of costs is made of; `null`: the log tells no tokens, or for `dated` no days. */
export type ImportBills = Readonly<Record<"dated" | "now" | "batch" | "other", UsageBill | null>>;

function remark({ unpriced, undatedTokens, longContext, written }: UsageBill, stated: string): string {
  const parts = [
    stated,
    ...(written ? [`${formatUsd(written)} of it for cache writes`] : []),
    ...(unpriced.length > 0 ? [`no price for ${namesOf({ unpriced })}`] : []),
    ...(undatedTokens > 0 ? [`${formatNumber(undatedTokens)} tokens without a day left out`] : []),
    ...(longContext.length > 0 ? [`long-context prices of ${listed(longContext)} left out`] : []),
  ];
  return parts.filter(Boolean).join("; ");
}

/**
 * Every way to pay for a log, its own stated cost first; the widths share one scale. `other` is the bill on
 * the picked model; a log that names no model has only that one, and `batch` of it.
 */
export function importCosts(
  { total, groups }: UsageReport,
  { dated, now, batch, other }: ImportBills,
  asOf: Day,
  model: string,
): ImportCost[] {
  const stated = statedUsd(total.costUsd);
  const named = groups.some(({ model }) => model !== null);
  const today = `prices of ${formatDay(asOf)}`;
  const bill = (key: ImportCost["key"], name: string, about: string, of: UsageBill | null) =>
    of ? [{ key, name, about: remark(of, about), amount: billText(of.usd, of.known), of: of.known }] : [];
  const rows: (Omit<ImportCost, "width"> & { readonly of: Exact | null })[] = [
    ...(stated
      ? [
          {
            key: "stated" as const,
            name: "As the log says",
            about: "its own sum",
            amount: statedText(stated),
            of: stated.n < 0n ? null : stated,
          },
        ]
      : []),
    ...(named
      ? [
          ...bill("dated", "At the prices of its days", "each day at the price then in force", dated),
          ...bill("now", "Now", today, now),
          ...bill("batch", "Now, all in batch", "answers may take 24 hours", batch),
        ]
      : []),
    ...bill("model", `Now, all on ${model}`, "the same tokens, standard", other),
    ...(named ? [] : bill("batch", "The same in batch", "answers may take 24 hours", batch)),
  ];
  const dearest = rows.reduce<Exact | null>(
    (most, { of }) => (of && (!most || compare(of, most) > 0) ? of : most),
    null,
  );
  const exactly = exactAbout(stated, dated?.usd ?? null);
  return rows.map(({ of, about, ...row }) => ({
    ...row,
    about: [about, ...(row.key === "stated" || row.key === "dated" ? exactly(of) : [])].filter(Boolean).join("; "),
    width: shareOf(of, dearest),
  }));
}

/** Where the log’s own cost and that of the prices differ less than their rounded amounts show, each in full. */
function exactAbout(stated: Exact | null, dated: Exact | null): (of: Exact | null) => readonly string[] {
  const isClose =
    stated && dated && stated.n > 0n && compare(stated, dated) !== 0 && formatUsd(stated) === formatUsd(dated);
  return (of) => (isClose && of ? [`exactly $${toShortestText(of)}`] : []);
}

/** What the log cost and would cost, in a sentence. */
export function importCostFinding(
  report: UsageReport,
  { dated, now, batch, other }: ImportBills,
  model: string,
): string {
  const own = dated ?? now;
  if (!own || !other) {
    const stated = statedCost(report);
    return stated
      ? `The log says ${stated}; without input and output tokens there is nothing else to price`
      : "Without input and output tokens there is nothing to price";
  }
  if (!own.known)
    return other.usd ? `On ${model} these tokens cost ${formatUsd(other.usd)}` : "No price for the models of this log";
  const lead = `${dated ? "At the prices of its days it cost" : "At current prices it costs"} ${billText(own.usd, own.known)}`;
  if (other.usd && compare(other.usd, own.known) < 0) return `${lead}; on ${model} it would be ${formatUsd(other.usd)}`;
  return batch?.usd && compare(batch.usd, own.known) < 0
    ? `${lead}; in batch it would be ${formatUsd(batch.usd)}`
    : lead;
}

const blended = (model: Model, day: Day) => {
  const price = priceOn(model, day);
  return price && !isRetired(model, day) ? parseDecimal(price.prices.standard.input)! : null;
};

/** The models a log’s tokens can be priced on, those on sale first: cheapest input first, input only last. */
export function pickableModels(day: Day): readonly string[] {
  const sold = MODELS.flatMap((model) => {
    const input = blended(model, day);
    return input ? [{ id: model.id, input, givesOutput: !isInputOnly(model) }] : [];
  }).sort((a, b) => Number(b.givesOutput) - Number(a.givesOutput) || compare(a.input, b.input));
  const rest = MODELS.filter((model) => !blended(model, day) && priceOn(model, day)).map(({ id }) => id);
  return [...sold.map(({ id }) => id), ...rest];
}

/**
 * The model to compare a log with at first: what follows its main model along the chain of successors, else
 * the cheapest on sale.
 */
export function comparedModel({ groups }: UsageReport, day: Day): string {
  const main = groups.find(({ model }) => model !== null && findModel(model))?.model;
  const own = main ? poolOf(main) : null;
  let next = own === null ? undefined : findModel(own)?.retirement?.successor;
  for (let steps = 0; next && steps < 10; steps++) {
    const model = findModel(next);
    if (model && !isRetired(model, day)) return model.id;
    next = model?.retirement?.successor;
  }
  const pickable = pickableModels(day);
  return pickable.find((id) => id !== own) ?? pickable[0]!;
}
