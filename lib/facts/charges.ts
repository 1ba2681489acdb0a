import type { CHARGES } from "@/lib/catalogue";
import type { Workload } from "@/lib/scenario";
import type { ModelFacts } from "./model";

/** What a workload is billed beside the listed prices of tokens. */
export function chargesOf(
  { webSearchCalls, fileSearchCalls }: Workload,
  { regionalTimes }: ModelFacts,
): readonly (keyof typeof CHARGES)[] {
  return [
    ...(regionalTimes ? (["regional"] as const) : []),
    ...(webSearchCalls ? (["webSearch"] as const) : []),
    ...(fileSearchCalls ? (["fileSearch"] as const) : []),
  ];
}
