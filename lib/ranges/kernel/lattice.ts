import { normalQuantile, Random } from "@/lib/random";

/**
 * The generating numbers of a lattice of points, of at most 2^17. Point i has its n-th coordinate at i × GENERATORS[n]
 * modulo the number of points: each coordinate takes every place once, and pairs and triples of coordinates are spread
 * evenly too. Found one number after the other, each the best of 240 drawn at random for pairs and triples of
 * coordinates: the first 24 at 2^14 to 2^17 points, the others at 2^14 and 2^15. Such points come far nearer to a
 * quantile than as many independent ones.
 */
// prettier-ignore
const GENERATORS = [
  1, 84427, 118229, 18029, 104209, 32121, 107017, 84953, 56139, 47035, 57145, 10783, 19679, 94625, 72425, 94427,
  40913, 19899, 18169, 27531, 100949, 12221, 122275, 94059, 15955, 119113, 3409, 88941, 29303, 126617, 12431, 1661,
  21721, 15239, 10329, 22501, 25605, 4095, 18085, 14985, 3575, 23775, 2185, 22489, 6661, 2009, 12559, 5881, 1633,
  3239, 30103, 1975, 3193, 22031, 27113, 11083, 14367, 9523, 8091, 5279, 7541, 13993, 833, 3135, 4979, 10911, 4183,
  13657, 3385, 16153, 6165, 10693, 2925, 89, 8073, 15463, 4407, 7373, 2907, 12679, 10247, 2859, 5791, 15575, 9131,
  9713, 1911, 15917, 13385, 5015, 11535, 4529, 14757, 10489, 2917, 1927, 16057, 14799, 10949, 16185, 15251, 5127,
  6471, 2659, 7711, 1907, 11073, 6485, 9537, 15951, 11117, 887, 8831, 6175, 10245, 9209, 9583, 447, 1443, 15545,
];

/** The stream of a scenario's seed from which the lattice is shifted. */
const STREAM = 7_001;

/** How many values stand for a distribution, all equally likely. */
export const PLACES = 4096;

let made: Float64Array | undefined;

/** The middle of each of PLACES equally likely parts of the standard normal distribution, ascending; made once. */
export function normalPlaces(): Float64Array {
  made ??= Float64Array.from({ length: PLACES }, (_, n) => normalQuantile((n + 0.5) / PLACES));
  return made;
}

/** The lattice’s step and first place of each coordinate; `count` is a power of two. */
export function latticeOf(seed: number, coordinates: number, count: number) {
  const drawn = new Uint32Array(coordinates);
  new Random(seed, STREAM).fill(drawn);
  return Array.from(drawn, (shift, n) => ({ step: GENERATORS[n]! % count, first: shift % count }));
}
