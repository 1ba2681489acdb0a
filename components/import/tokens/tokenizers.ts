import { counterOf, encodingOf, isBatchInput, ranksOf, type CountText, type Encoding } from "@/lib/tokens";
import { isGzip } from "@/lib/usage";

const loaders: Readonly<Record<Encoding, () => Promise<CountText>>> = {
  o200k_base: async () => {
    const [{ countTokens }, { O200KBase }, { default: vocabulary }] = await Promise.all([
      import("gpt-tokenizer/encoding/o200k_base"),
      import("gpt-tokenizer/encodingParams/o200k_base"),
      import("gpt-tokenizer/bpeRanks/o200k_base"),
    ]);
    return counter(countTokens, O200KBase(vocabulary).tokenSplitRegex, vocabulary);
  },
  cl100k_base: async () => {
    const [{ countTokens }, { Cl100KBase }, { default: vocabulary }] = await Promise.all([
      import("gpt-tokenizer/encoding/cl100k_base"),
      import("gpt-tokenizer/encodingParams/cl100k_base"),
      import("gpt-tokenizer/bpeRanks/cl100k_base"),
    ]);
    return counter(countTokens, Cl100KBase(vocabulary).tokenSplitRegex, vocabulary);
  },
};

const PLAIN = { disallowedSpecial: new Set<string>() };

function counter(
  countTokens: (text: string, options: typeof PLAIN) => number,
  pieces: RegExp,
  vocabulary: readonly (string | readonly number[])[],
): CountText {
  let ranks: ReturnType<typeof ranksOf> | null = null;
  return counterOf({ count: (text) => countTokens(text, PLAIN), pieces, ranks: () => (ranks ??= ranksOf(vocabulary)) });
}

const loaded = new Map<Encoding, Promise<CountText>>();

/**
 * The tokenizer of an encoding, loaded when it is first asked for: about a megabyte. For workers: counting a
 * long text takes a while.
 */
export function loadTokenizer(encoding: Encoding): Promise<CountText> {
  let tokenizer = loaded.get(encoding);
  if (!tokenizer) {
    tokenizer = loaders[encoding]().catch((fault: unknown) => {
      // Offline, or another version was deployed: the next count asks for it again.
      loaded.delete(encoding);
      throw new Error("its tokenizer could not be fetched", { cause: fault });
    });
    loaded.set(encoding, tokenizer);
  }
  return tokenizer;
}

/** Both tokenizers, as a reader of Batch API input takes them. */
export async function loadCountTokens(): Promise<(model: string | null, text: string) => number> {
  const [o200k_base, cl100k_base] = await Promise.all([loadTokenizer("o200k_base"), loadTokenizer("cl100k_base")]);
  const of = { o200k_base, cl100k_base };
  return (model, text) => of[encodingOf(model)](text);
}

/** So much of a file tells whether it is Batch API input. */
const HEAD = 65_536;

/** The first text of a file, out of its gzip. */
async function headOf(source: Blob): Promise<string> {
  const head = source.slice(0, HEAD);
  if (!isGzip(new Uint8Array(await head.slice(0, 4).arrayBuffer()))) return head.text();
  const from = head.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const { value } = await from.read().catch(() => ({ value: undefined }));
  void from.cancel().catch(() => undefined);
  return new TextDecoder().decode(value);
}

/** The tokenizers where a file needs them: Batch API input holds texts and no counts. */
export async function tokenizersFor(
  source: Blob,
): Promise<{ readonly countTokens?: (model: string | null, text: string) => number }> {
  return isBatchInput(await headOf(source)) ? { countTokens: await loadCountTokens() } : {};
}
