const DENOMINATORS = [2, 3, 4, 10] as const;

/**
 * A share of cases in whole cases: `9 of 10`, `3 of 4`; near the ends of 100 or 1,000. Never all or none of them unless
 * the share is 1 or 0.
 */
export function shareText(share: number): string {
  if (share <= 0) return "no case";
  if (share >= 1) return "all cases";
  const rare = Math.min(share, 1 - share);
  const of = rare < 0.0045 ? 1000 : rare < 0.055 ? 100 : nearestDenominator(share);
  const count = Math.min(of - 1, Math.max(1, Math.round(share * of)));
  return `${count} of ${of === 1000 ? "1,000" : of}`;
}

/** The denominator with which the share is told best, the smaller of equals. */
function nearestDenominator(share: number): number {
  const miss = (of: number) => Math.abs(Math.round(share * of) / of - share);
  const told = DENOMINATORS.filter((of) => Math.round(share * of) % of !== 0);
  return told.reduce((best, of) => (miss(of) < miss(best) - 1e-3 ? of : best), told[0] ?? 10);
}

/** `in 9 of 10 cases`, `in all cases`, `in no case`. */
export const inCases = (share: number): string =>
  share <= 0 || share >= 1 ? `in ${shareText(share)}` : `in ${shareText(share)} cases`;
