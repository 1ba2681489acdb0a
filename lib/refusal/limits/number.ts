import { LARGEST } from "@/lib/fields";

const SUFFIXES: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
};
const NUMBER =
  /^(?:(\d{1,3})((?:,\d{3})+|(?:[ \u00a0\u202f]\d{3})+|(?:['’]\d{3})+|(?:\.\d{3}){2,})|(\d{1,13}))(?:\.(\d{1,3}))?[ \u00a0]?(k|thousand|mn?|million|bn?|billion)?$/i;

/**
 * A limit as people and pages write it: `4,000,000`, `150 000 000`, `4.000.000`, `500K`, `1.5M`. `null` where it
 * is no whole number from 1 to 1e12, and for `500.000`, which is 500 or 500,000.
 */
export function readLimitNumber(text: string): number | null {
  const match = NUMBER.exec(text.trim());
  if (!match) return null;
  const [, first = "", groups = "", plain = "", decimals = "", suffix] = match;
  const zeros = suffix ? SUFFIXES[suffix.toLowerCase()]! : 0;
  if (decimals.length > zeros) return null;
  const value = Number(`${plain}${first}${groups.replace(/\D/g, "")}${decimals}`) * 10 ** (zeros - decimals.length);
  return value >= 1 && value <= LARGEST ? value : null;
}
