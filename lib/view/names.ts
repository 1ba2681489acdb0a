import type { Dimension } from "@/lib/limits";
import type { Item } from "@/lib/cost";
import type { Scenario, ServiceTier, TokenAccounting, Per } from "@/lib/scenario";
import { findModel } from "@/lib/catalogue";

export const DIMENSIONS: Readonly<Record<Dimension, string>> = { rpm: "Requests a minute", tpm: "Tokens a minute", "batch-queue": "Batch queue", "monthly-usage": "Monthly usage" };
export const SHORT_DIMENSIONS: Readonly<Record<Dimension, string>> = { rpm: "requests", tpm: "tokens", "batch-queue": "batch queue", "monthly-usage": "usage" };
export const ITEMS: Readonly<Record<Item, string>> = { input: "Input", "cached-input": "Cached input", "visible-output": "Visible output", reasoning: "Reasoning" };
export const SERVICE_TIER_NAMES: Readonly<Record<ServiceTier, string>> = { standard: "Standard", batch: "Batch" };
export const ACCOUNTING_NAMES: Readonly<Record<TokenAccounting, string>> = { "prompt-plus-cap": "Prompt plus cap", "larger-of": "Larger of the two", actual: "Actual use" };
export const PER_LABELS: Readonly<Record<Per, string>> = { second: "a second", minute: "a minute", hour: "an hour", day: "a day", month: "a month" };

/** What a workload is called on screen: its name, or its place. */
export function workloadName({ workloads }: Scenario, index: number): string {
  return workloads[index]!.name || `Workload ${index + 1}`;
}

/** The successor that OpenAI names for a catalogue model, if any. */
export function successorOf(model: string): string | null {
  return findModel(model)?.retirement?.successor ?? null;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** The first letter large. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
