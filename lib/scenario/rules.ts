import { findModel } from "@/lib/catalogue";
import { DECIMAL_ACCEPTED, MILLI, milli, quote, refusal, type Issue } from "@/lib/fields";
import { poolOf } from "./pool";
import type { OwnPrice } from "./types";

type Json = Readonly<Record<string, unknown>>;

/** The tokens of one request as far as they could be read. */
interface InputPart {
  readonly inputTokens?: number;
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
}

/** Cached input is a part of the input. */
export function cachedWithinInput({ cachedInputTokens: cached, inputTokens: input }: InputPart): Issue[] {
  if (cached === undefined || input === undefined || cached <= input) return [];
  const path = "cachedInputTokens";
  return [{ path, message: refusal(path, cached, `at most inputTokens, ${input}`) }];
}

/** What is written to the cache is a part of the input that is not read from it. */
export function writtenWithinInput(part: InputPart): Issue[] {
  const { cachedInputTokens: cached, cacheWriteTokens: written = 0, inputTokens: input } = part;
  if (cached === undefined || input === undefined || cached > input) return [];
  const room = milli(input) - milli(cached);
  if (milli(written) <= room) return [];
  const path = "cacheWriteTokens";
  return [{ path, message: refusal(path, written, `at most inputTokens less cachedInputTokens, ${room / MILLI}`) }];
}

/** Prices that come together or not at all. */
export const PRICE_PAIRS = [
  ["flexInput", "flexOutput"],
  ["priorityInput", "priorityOutput"],
] as const satisfies readonly (readonly (keyof OwnPrice)[])[];

/** Flex and priority have a price at both ends or none. A refused price counts as given. */
export function pricesInPairs(_: unknown, given: Json): Issue[] {
  return PRICE_PAIRS.flatMap(([one, other]) => {
    const missing = [one, other].filter((price) => given[price] === undefined);
    if (missing.length !== 1) return [];
    const path = missing[0]!;
    const beside = path === one ? other : one;
    return [{ path, message: refusal(path, undefined, `${DECIMAL_ACCEPTED}, beside ${beside}`) }];
  });
}

/** What could be read of the models that a scenario names. */
interface ModelsPart {
  readonly modelOverrides?: readonly { readonly model?: string }[];
  readonly workloads?: readonly { readonly model?: string }[];
  readonly backlog?: { readonly model?: string };
}

/** No two overrides are of one model, by any of its names. */
export function eachOverrideIsOnce({ modelOverrides = [] }: ModelsPart): Issue[] {
  const seen = new Set<string>();
  return modelOverrides.flatMap(({ model }, index) => {
    if (model === undefined) return [];
    const isSecond = seen.has(poolOf(model));
    seen.add(poolOf(model));
    return isSecond
      ? [
          {
            path: `modelOverrides.${index}.model`,
            message: `model: ${quote(model)} is overridden twice; give each model once`,
          },
        ]
      : [];
  });
}

/** Every model in use is in the catalogue or defined by an override. */
export function eachModelIsKnown({ modelOverrides = [], workloads = [], backlog }: ModelsPart): Issue[] {
  const own = new Set(modelOverrides.map(({ model }) => model));
  const named = [
    ...workloads.map(({ model }, index) => ({ model, path: `workloads.${index}.model` })),
    { model: backlog?.model, path: "backlog.model" },
  ];
  return named.flatMap(({ model, path }) => {
    if (model === undefined || findModel(model) || own.has(model)) return [];
    const accepted = "give a catalogue id or snapshot, or define it in modelOverrides";
    return [{ path, message: `model: ${quote(model)} is not in the catalogue; ${accepted}` }];
  });
}
