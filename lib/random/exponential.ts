import type { Random } from "./random";

// The ziggurat of Marsaglia and Tsang (2000) for the exponential distribution: 256 layers of equal area, the
// lowest with the tail. The low 8 bits of a number choose the layer and the other 24 the place in it, so that
// the two are independent.
const LAYERS = 256;
const STEPS = 2 ** 24;
/** Where the tail begins, and the area of a layer. */
const TAIL = 7.69711747013104972;
const AREA = 3.9496598225815571993e-3;

/**
 * Of each layer: the steps up to which a place lies inside it, the width of a step, the density at the outer
 * edge.
 */
const inside = new Uint32Array(LAYERS);
const width = new Float64Array(LAYERS);
const height = new Float64Array(LAYERS);

let edge = TAIL;
let outer = TAIL;
const lowest = AREA / Math.exp(-TAIL);
inside[0] = (TAIL / lowest) * STEPS;
width[0] = lowest / STEPS;
width[LAYERS - 1] = TAIL / STEPS;
height[0] = 1;
height[LAYERS - 1] = Math.exp(-TAIL);
for (let layer = LAYERS - 2; layer >= 1; layer--) {
  edge = -Math.log(AREA / edge + Math.exp(-edge));
  inside[layer + 1] = (edge / outer) * STEPS;
  outer = edge;
  height[layer] = Math.exp(-edge);
  width[layer] = edge / STEPS;
}

/**
 * A number where the place lies outside its layer, one time in fifty: from the tail, or accepted by the
 * density.
 */
function corner(random: Random, layer: number, place: number): number {
  for (;;) {
    if (layer === 0) return TAIL - Math.log(1 - random.unit());
    if (height[layer]! + random.unit() * (height[layer - 1]! - height[layer]!) < Math.exp(-place)) return place;
    const drawn = random.unit() * 2 ** 32;
    layer = drawn & 255;
    const step = drawn >>> 8;
    place = step * width[layer]!;
    if (step < inside[layer]!) return place;
  }
}

/**
 * Fills `out` with exponentially distributed numbers of mean 1. `raw` has the same length and is overwritten.
 */
export function fillExponential(random: Random, out: Float64Array, raw: Uint32Array): void {
  random.fill(raw);
  for (let i = 0; i < out.length; i++) {
    const drawn = raw[i]!;
    const layer = drawn & 255;
    const step = drawn >>> 8;
    const place = step * width[layer]!;
    out[i] = place;
    if (step >= inside[layer]!) out[i] = corner(random, layer, place);
  }
}
