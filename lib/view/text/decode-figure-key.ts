import { USAGE_TIERS, type UsageTierId } from "@/lib/catalogue";
import type { Item } from "@/lib/cost";
import { CHOICES } from "@/lib/scenario";
import { ITEMS } from "@/lib/view/names";
import {
  BACKLOG_FIGURES,
  BACKLOG_QUESTIONS,
  COMPARE_FIGURES,
  FORECAST_FIGURES,
  RUN_FIGURES,
  SCENARIO_FIGURES,
} from "./figure-names";
import {
  encodeFigureKey,
  type BacklogFigureKey,
  type CompareFigureKey,
  type FigureKey,
  type ForecastFigureKey,
  type PlanFigureKey,
  type RunFigureKey,
} from "./figure-key";

const oneOf = <T extends string>(names: readonly T[], text: string | undefined): T | undefined =>
  names.find((name) => name === text);
const toIndex = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
const toTier = (text: string | undefined): UsageTierId | undefined =>
  USAGE_TIERS.find(({ id }) => String(id) === text)?.id;

function readPlanKey(text: string): PlanFigureKey | null {
  const [head, first, second] = text.split(".");
  const plain = oneOf(SCENARIO_FIGURES, head);
  if (plain) return { of: plain };
  const index = toIndex(first);
  switch (head) {
    case "w": {
      if (index === undefined) return null;
      if (second === "month") return { of: "workload", workload: index };
      const item = oneOf(Object.keys(ITEMS) as Item[], second);
      return item ? { of: "line", workload: index, item } : null;
    }
    case "charge":
      return index === undefined ? null : { of: "charge", workload: index };
    case "u":
      return index === undefined ? null : { of: "utilisation", limit: index, tier: toTier(second) ?? null };
    case "hr":
      return index === undefined ? null : { of: "headroom", limit: index };
    case "h":
    case "scale":
    case "rates": {
      const tier = toTier(first);
      return tier === undefined ? null : { of: head === "h" ? "tier-headroom" : head, tier };
    }
    case "cap": {
      const tier = toTier(second);
      return index === undefined || tier === undefined ? null : { of: "cap", workload: index, tier };
    }
    case "alt": {
      const end = text.lastIndexOf(".");
      const serviceTier = oneOf(CHOICES.serviceTier, text.slice(end + 1));
      return serviceTier ? { of: "alternative", model: text.slice("alt.".length, end), serviceTier } : null;
    }
    default:
      return null;
  }
}

function readBacklogKey(text: string): BacklogFigureKey | null {
  const [, first, second, third] = text.split(".");
  if (first === "charge") return { of: "backlog-charge" };
  const [figure, question] = [oneOf(BACKLOG_FIGURES, first), oneOf(BACKLOG_QUESTIONS, second)];
  const tier = toTier(third);
  return figure && question && tier !== undefined ? { of: "backlog", figure, question, tier } : null;
}

function readRunKey(text: string): RunFigureKey | null {
  const figure = oneOf(RUN_FIGURES, text.slice("t.".length));
  return figure ? { of: "run", figure } : null;
}

function readForecastKey(text: string): ForecastFigureKey | null {
  const [, first, second] = text.split(".");
  const [figure, at] = [oneOf(FORECAST_FIGURES, first), toIndex(second)];
  return figure && at !== undefined ? { of: "forecast", figure, at } : null;
}

function readCompareKey(text: string): CompareFigureKey | null {
  const figure = oneOf(COMPARE_FIGURES, text.split(".")[1]);
  const end = text.lastIndexOf(".");
  const serviceTier = oneOf(CHOICES.serviceTier, text.slice(end + 1));
  const start = `c.${figure}.`.length;
  return figure && serviceTier && end > start
    ? { of: "compare", figure, model: text.slice(start, end), serviceTier }
    : null;
}

/** `key`, unless `encodeFigureKey` writes it otherwise than `text`. */
const exactly = <Key extends FigureKey>(key: Key | null, text: string): Key | null =>
  key && encodeFigureKey(key) === text ? key : null;

/** The key of a figure of Plan that `encodeFigureKey` wrote as `text`; `null` for any other text. */
export const decodePlanKey = (text: string): PlanFigureKey | null => exactly(readPlanKey(text), text);
/** The key of a figure of Backlog that `encodeFigureKey` wrote as `text`; `null` for any other text. */
export const decodeBacklogKey = (text: string): BacklogFigureKey | null => exactly(readBacklogKey(text), text);
/** The key of a figure of Traffic that `encodeFigureKey` wrote as `text`; `null` for any other text. */
export const decodeRunKey = (text: string): RunFigureKey | null => exactly(readRunKey(text), text);
/** The key of a figure of Forecast that `encodeFigureKey` wrote as `text`; `null` for any other text. */
export const decodeForecastKey = (text: string): ForecastFigureKey | null => exactly(readForecastKey(text), text);
/** The key of a figure of Compare that `encodeFigureKey` wrote as `text`; `null` for any other text. */
export const decodeCompareKey = (text: string): CompareFigureKey | null => exactly(readCompareKey(text), text);
