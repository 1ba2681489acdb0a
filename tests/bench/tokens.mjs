import vocabulary from "gpt-tokenizer/bpeRanks/o200k_base";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { O200KBase } from "gpt-tokenizer/encodingParams/o200k_base";
import { inTurns, quantile, round } from "./measure.mjs";

const TARGET = 1.3;
const WORDS =
  "the of and to in that is was for on are with as they be at one have this from or had by hot but some what there we can out other were all your when up use word how said an each she which do their time if will way about many then them would write like so these her long make thing see him two has look more day could go come did my sound no most number who over know water than call first people may down side been now find".split(
    " ",
  );

/** Half a megabyte of sentences and code, without anything that repeats at a distance. */
function prose() {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647);
  let text = "";
  for (let line = 0; text.length < 500_000; line++) {
    const words = Array.from({ length: 6 + (next() % 12) }, () => WORDS[next() % WORDS.length]);
    text +=
      line % 5 === 4
        ? `  const ${words[0]}_${line} = ${words[1]}(${line}, "${words[2]}");\n`
        : `${words.join(" ")}, ${line}.\n`;
  }
  return text;
}

/**
 * Counting a text as the import page does, beside the tokenizer library alone.
 * @param {any} lib
 * @returns {import("./measure.mjs").Row[]}
 */
export function benchTokens({ tokens }) {
  const plain = { disallowedSpecial: new Set() };
  const count = tokens.counterOf({
    count: (/** @type {string} */ text) => countTokens(text, plain),
    pieces: O200KBase(vocabulary).tokenSplitRegex,
    ranks: () => tokens.ranksOf(vocabulary),
  });
  const text = prose();
  const times = inTurns({ library: () => countTokens(text, plain), own: () => count(text) }, { rounds: 15, calls: 1 });
  const [library, own] = [times["library"] ?? [], times["own"] ?? []];
  const [alone, ours] = [quantile(library, 0.5), quantile(own, 0.5)];
  const ratio = ours / alone;
  const least = Math.min(...own) / Math.min(...library);
  return [
    {
      name: "Tokens of 500 kB over the library alone",
      target: `≤ ${TARGET}`,
      min: round(least),
      median: round(ratio),
      pass: ratio <= TARGET,
      more: `${round(count(text) / ours)} M tokens/s`,
    },
  ];
}
