import { parseDecimal } from "@/lib/money";
import { PRICE_FIELDS, type ModelOverride, type OwnLimits, type OwnPrice, type Scenario } from "@/lib/scenario";
import { capital, tierWord } from "@/lib/view/names";
import { formatNumber, formatUsdText } from "@/lib/view/text";
import { exactly, entered, words } from "../cells";
import type { Row, ReportTable } from "../report";
import { spaced } from "../words";

const priceLabel = (field: keyof OwnPrice): string => capital(spaced(field).replace("priority", tierWord("priority")));

const LIMIT_LABELS: Readonly<Record<keyof OwnLimits, string>> = {
  rpm: "Requests a minute",
  tpm: "Tokens a minute",
  batchQueueTokens: "Batch queue",
  rpd: "Requests a day",
  tpd: "Tokens a day",
};

function rowsOf({ model, price, limits, contextWindow, maxOutputTokens }: ModelOverride): Row[] {
  const row = (label: string, value: Row["cells"][number], unit: string): Row => ({
    cells: [words(model), words(label), value, words(unit)],
  });
  const sizes = [
    ["Context window", contextWindow],
    ["Longest answer", maxOutputTokens],
  ] as const;
  return [
    ...PRICE_FIELDS.flatMap((field) => {
      const text = price?.[field];
      if (text === undefined) return [];
      return [row(priceLabel(field), exactly(formatUsdText(text), parseDecimal(text)), "USD per million tokens")];
    }),
    ...(Object.keys(LIMIT_LABELS) as (keyof OwnLimits)[]).flatMap((field) => {
      const value = limits?.[field];
      if (value === undefined) return [];
      return [
        row(LIMIT_LABELS[field], entered(value, formatNumber(value)), field.startsWith("r") ? "requests" : "tokens"),
      ];
    }),
    ...sizes.flatMap(([label, value]) => (value === undefined ? [] : [row(label, entered(value), "tokens")])),
  ];
}

/** The user’s own prices, limits and sizes of models, one a row; empty where there are none. */
export function ownBlocks({ modelOverrides }: Pick<Scenario, "modelOverrides">): ReportTable[] {
  const rows = modelOverrides.flatMap(rowsOf);
  if (rows.length === 0) return [];
  return [
    {
      key: "own_figures",
      title: "Prices and limits of your own",
      columns: [
        { name: "model", label: "Model" },
        { name: "figure", label: "Figure" },
        { name: "value", label: "Value", isNumeric: true },
        { name: "unit", label: "Unit" },
      ],
      rows,
    },
  ];
}
