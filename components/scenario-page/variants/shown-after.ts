import type { VariantRoom } from "@/components/scenario/draft";

/**
 * Which variant is shown after a step between two bases. Where one variant alone differs, came or came back, it is that
 * one, so that what undo does is seen; where the one that was shown is gone, the base.
 */
export const shownAfter: VariantRoom["shownAfter"] = (before, base, chosen) => {
  // Steps of an earlier page are read from links: variants that say the same are the same.
  const [was, now] = [before, base].map(({ variants = [] }) => variants.map((one) => JSON.stringify(one)));
  if (now!.length < was!.length) {
    const place = chosen === null ? -1 : now!.indexOf(was![chosen]!);
    return place < 0 ? null : place;
  }
  const differing = now!.flatMap((one, n) => (was!.includes(one) ? [] : [n]));
  return differing.length === 1 ? differing[0]! : chosen;
};
