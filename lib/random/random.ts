/** How many numbers are drawn ahead at a time. */
const BLOCK = 1024;
const TO_UNIT = 2 ** -32;
/** Numbers thrown away at the start, which still resemble the seed. */
const WARM_UP = 32;

/** One round of a mixing function over 32 bits: each bit of the input changes about half of the output’s. */
function mixed(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/**
 * A seeded generator: Chris Doty-Humphrey's sfc32, 128 bits of state, a period of at least 2^32, passes
 * PractRand. Not for secrets.
 */
export class Random {
  /** An array of 32-bit integers: fields of an object would be doubles in loops. */
  private readonly state = new Int32Array(4);
  private readonly ahead = new Uint32Array(BLOCK);
  private at = BLOCK;

  /** `seed` is any safe integer. Streams of one seed are independent. */
  constructor(seed: number, stream = 0) {
    const low = mixed(seed);
    const high = mixed(Math.floor(seed / 2 ** 32) ^ low);
    this.state.set([low, high, mixed(stream ^ high ^ 0x9e3779b9), 1]);
    this.fill(new Uint32Array(WARM_UP));
  }

  /** Fills the whole array with numbers from 0 to 2^32 − 1, both inclusive. */
  fill(out: Uint32Array): void {
    const { state } = this;
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    for (let i = 0; i < out.length; i++) {
      const sum = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      out[i] = sum;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }

  /** A number from 0, inclusive, to 1, exclusive, in steps of 2^−32. */
  unit(): number {
    if (this.at === BLOCK) {
      this.fill(this.ahead);
      this.at = 0;
    }
    return this.ahead[this.at++]! * TO_UNIT;
  }
}
