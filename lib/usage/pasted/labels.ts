/** What a number in a text can be said to be. */
export type TextField =
  | "input"
  /** Input that was neither read from nor written to the cache. */
  | "plain"
  | "cached"
  | "written"
  | "output"
  | "visible"
  | "reasoning"
  | "total"
  | "audioInput"
  | "audioOutput"
  | "requests";

/** `null`: the words say nothing by themselves. `other`: they name something else, whose number is not a count. */
type Label = TextField | "other" | null;

type Kind =
  | "input"
  | "output"
  | "cache"
  | "read"
  | "write"
  | "reasoning"
  | "visible"
  | "total"
  | "used"
  | "plain"
  | "audio"
  | "text"
  | "requests"
  | "tokens"
  | "filler"
  | "other";

const KINDS: ReadonlyMap<string, Kind> = new Map(
  (
    [
      ["input", "input inputs prompt prompts in"],
      ["output", "output outputs completion completions generated out"],
      ["cache", "cached cache"],
      ["read", "read reads hit hits"],
      ["write", "write writes written creation"],
      ["reasoning", "reasoning thinking"],
      ["visible", "visible"],
      ["total", "total totals sum overall"],
      ["used", "used"],
      ["plain", "uncached noncached nocache"],
      ["audio", "audio"],
      ["text", "text"],
      ["requests", "requests calls"],
      ["tokens", "tokens token toks tok"],
      [
        "filler",
        "count counts number num usage the was were is are about approx approximately roughly around estimated successful llm api",
      ],
      [
        "other",
        "max maximum min minimum limit limits cap remaining left budget reserved requested quota rate cost costs price tpm rpm rpd tpd window size length speed latency time duration rejected accepted prediction predicted image images video details failed window context not non no without excluding excl except minus less before after extra additional saved wasted free per file files",
      ],
    ] as const
  ).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);

/** What a word is part of a label as; `undefined` for words that belong to none. */
export const kindOf = (word: string): Kind | undefined => KINDS.get(word.toLowerCase());
/** `in` and `out` are labels at some places only; at others they are words of a sentence. */
export const isShort = (word: string): boolean => /^(?:in|out)$/i.test(word);

/** What words that stand together name. */
export function labelOf(words: readonly string[]): Label {
  const kinds = new Set(words.map(kindOf));
  const has = (...some: readonly Kind[]) => some.some((kind) => kinds.has(kind));
  if (has("other")) return "other";
  const sides = Number(has("input")) + Number(has("output"));
  if (has("audio")) return sides !== 1 || has("cache", "write") ? "other" : has("input") ? "audioInput" : "audioOutput";
  // Text beside audio is a part of the input, or of the output.
  if (has("text") && has("input", "output")) return "other";
  if (has("plain")) return has("output", "reasoning", "cache") ? "other" : "plain";
  if (has("cache", "write")) {
    if (has("output", "reasoning", "visible") || (!has("cache") && !has("tokens", "write"))) return "other";
    return has("write") ? (has("read") ? "other" : "written") : "cached";
  }
  if (has("reasoning")) return has("input", "visible") ? "other" : "reasoning";
  if (has("visible")) return has("input") ? "other" : "visible";
  if (sides === 2) return "other";
  if (has("input")) return has("requests") ? "other" : "input";
  if (has("output")) return has("requests") ? "other" : "output";
  if (has("requests")) return "requests";
  if (has("total") || (has("used") && has("tokens"))) return "total";
  return has("used", "read") ? "other" : null;
}
