// The normal distribution: its share below a point, and the point below which a share lies.
const SQRT_HALF = Math.SQRT1_2;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Chebyshev coefficients of erfc on [0, ∞) after t = 2 ÷ (2 + x) (Numerical Recipes, 3rd edition, 6.2.2);
 * relative error about 1.2e-16.
 */
const ERFC = [
  -1.3026537197817094, 6.4196979235649026e-1, 1.9476473204185836e-2, -9.561514786808631e-3, -9.46595344482036e-4,
  3.66839497852761e-4, 4.2523324806907e-5, -2.0278578112534e-5, -1.624290004647e-6, 1.30365583558e-6, 1.5626441722e-8,
  -8.5238095915e-8, 6.529054439e-9, 5.059343495e-9, -9.91364156e-10, -2.27365122e-10, 9.6467911e-11, 2.394038e-12,
  -6.886027e-12, 8.94487e-13, 3.13092e-13, -1.12708e-13, 3.81e-16, 7.106e-15, -1.523e-15, -9.4e-17, 1.21e-16, -2.8e-17,
] as const;

function erfc(x: number): number {
  const z = Math.abs(x);
  const t = 2 / (2 + z);
  let d = 0;
  let dd = 0;
  for (let i = ERFC.length - 1; i > 0; i--) [d, dd] = [(4 * t - 2) * d - dd + ERFC[i]!, d];
  const value = t * Math.exp(-z * z + 0.5 * (ERFC[0] + (4 * t - 2) * d) - dd);
  return x >= 0 ? value : 2 - value;
}

/** The share of the standard normal distribution below `z`, 0 to 1. */
export function normalShare(z: number): number {
  return 0.5 * erfc(-z * SQRT_HALF);
}

/** The `z` below which `share` of the standard normal distribution lies; infinite at 0 and 1. */
export function normalQuantile(share: number): number {
  if (share <= 0) return -Infinity;
  if (share >= 1) return Infinity;
  if (share > 0.5) return -normalQuantile(1 - share);
  // A first guess within 4.5e-4 (Abramowitz and Stegun, 26.2.23); two steps of Newton's method take it to the
  // last digits.
  const t = Math.sqrt(-2 * Math.log(share));
  let z =
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t) - t;
  for (let step = 0; step < 3; step++) z -= ((normalShare(z) - share) * ROOT_TWO_PI) / Math.exp(-0.5 * z * z);
  return z;
}
