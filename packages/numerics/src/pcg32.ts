/**
 * PCG-XSH-RR 64/32 (M. E. O'Neill, "PCG: A family of simple fast space-efficient statistically good algorithms for
 * random number generation", 2014) and the draws that everything random in a spec is made of.
 *
 * The same seed gives the same sequence for ever, on every engine. The 64-bit state lives in 32-bit halves: no BigInt
 * is touched but by `nextU64`, `advance`, the raw constructors and the two inspecting getters.
 */

import { DOUBLE, HIGH, LOW, WORDS } from './bits.ts';

/** The multiplier 6364136223846793005 in halves. */
const M_HIGH = 0x5851f42d;
const M_LOW = 0x4c957f2d;

/** The low half of the multiplier in 16-bit quarters; their products with a 16-bit number stay below 2^31. */
const M_1 = M_LOW >>> 16;
const M_0 = M_LOW & 0xffff;

/** 11634580027462260723, the increment of the generator that expands a 64-bit seed into 16 bytes. */
const EXPANSION_LOW = 0x6fbe17f3;
const EXPANSION_HIGH = 0xa17654e4 | 0;

const TWO_32 = 4294967296;

export class Pcg32 {
  /** State low and high, increment low and high. */
  private readonly words = new Int32Array(4);

  /**
   * @param seed an unsigned 32-bit integer. It is widened to seed + 2^32 seed and expanded into state and increment
   *   as rand_core 0.6 does in `seed_from_u64`.
   */
  constructor(seed: number) {
    if (seed >>> 0 !== seed) throw new RangeError(`seed must be an unsigned 32-bit integer, got ${seed}`);
    expand(this.words, seed | 0, seed | 0);
  }

  /**
   * Starts again as `new Pcg32(seed)` does, for a seed that is known to be an unsigned 32-bit integer. Twice as fast as a
   * generator of its own for each of many seeds.
   */
  reseed(seed: number): void {
    expand(this.words, seed | 0, seed | 0);
  }

  /** The generator of an unwidened 64-bit seed. */
  static fromU64(seed: bigint): Pcg32 {
    const rng = new Pcg32(0);
    expand(rng.words, Number(BigInt.asIntN(32, seed)), Number(BigInt.asIntN(32, seed >> 32n)));
    return rng;
  }

  /** The generator of 16 seed bytes: state and increment, little-endian; the increment is made odd. */
  static fromBytes(seed: Uint8Array): Pcg32 {
    if (seed.length !== 16) throw new RangeError(`seed must be 16 bytes, got ${seed.length}`);
    const word = (i: number) => seed[i]! | (seed[i + 1]! << 8) | (seed[i + 2]! << 16) | (seed[i + 3]! << 24);
    const rng = new Pcg32(0);
    start(rng.words, word(0), word(4), word(8), word(12));
    return rng;
  }

  /** The generator of the reference implementation's `pcg32_srandom(state, stream)`. */
  static fromState(state: bigint, stream: bigint): Pcg32 {
    const half = (x: bigint) => Number(BigInt.asIntN(32, x));
    const rng = new Pcg32(0);
    start(rng.words, half(state), half(state >> 32n), half((stream << 1n) | 1n), half(stream >> 31n));
    return rng;
  }

  /** A generator that goes on from here on its own. */
  clone(): Pcg32 {
    const rng = new Pcg32(0);
    rng.words.set(this.words);
    return rng;
  }

  /**
   * Goes on by a number of steps, at least 0, in time that grows with its logarithm (F. Brown, "Random number generation
   * with arbitrary strides", Trans. Am. Nucl. Soc. 71, 1994). Throws `RangeError` on what is no such integer.
   */
  advance(steps: number): void {
    if (!(Number.isSafeInteger(steps) && steps >= 0))
      throw new RangeError(`steps must be an integer from 0, got ${steps}`);
    let factor = 1n;
    let term = 0n;
    let doubledFactor = join(M_HIGH, M_LOW);
    let doubledTerm = this.increment;
    for (let n = BigInt(steps); n > 0n; n >>= 1n) {
      if (n & 1n) {
        factor = BigInt.asUintN(64, factor * doubledFactor);
        term = BigInt.asUintN(64, term * doubledFactor + doubledTerm);
      }
      doubledTerm = BigInt.asUintN(64, (doubledFactor + 1n) * doubledTerm);
      doubledFactor = BigInt.asUintN(64, doubledFactor * doubledFactor);
    }
    const state = BigInt.asUintN(64, this.state * factor + term);
    this.words[0] = Number(BigInt.asIntN(32, state));
    this.words[1] = Number(BigInt.asIntN(32, state >> 32n));
  }

  /** The current 64-bit state. */
  get state(): bigint {
    return join(this.words[1]!, this.words[0]!);
  }

  /** The 64-bit increment, always odd: the identity of the stream. */
  get increment(): bigint {
    return join(this.words[3]!, this.words[2]!);
  }

  /** A uniform integer in [0, 2^32). One step of the generator. */
  nextU32(): number {
    return draw(this.words) >>> 0;
  }

  /** A uniform integer in [0, 2^64): two steps, the first gives the low half. */
  nextU64(): bigint {
    const low = draw(this.words);
    return join(draw(this.words), low);
  }

  /**
   * A uniform multiple of 2^-53 in [0, 1). Two steps. 130 million per second, 0.83 of `Math.random`, which takes from a
   * cache that is filled 64 numbers at a time; each step needs seven 32-bit products.
   */
  nextF64(): number {
    const low = draw(this.words);
    const high = draw(this.words);
    return ((high >>> 0) * 2097152 + (low >>> 11)) * (1 / 9007199254740992);
  }

  /** A uniform multiple of 2^-24 in [0, 1). One step. */
  nextF32(): number {
    return (draw(this.words) >>> 8) * (1 / 16777216);
  }

  /** 2 nextF64() - 1, uniform in [-1, 1). Two steps. */
  nextBipolar(): number {
    return 2 * this.nextF64() - 1;
  }

  /** Writes `nextF64()` to out[start] ... out[end - 1]; several times faster than as many calls. */
  fillF64(out: Float64Array, start = 0, end: number = out.length): void {
    fill(this.words, out, start, end, 1 / 9007199254740992, 0);
  }

  /** Writes `nextBipolar()` to out[start] ... out[end - 1]. */
  fillBipolar(out: Float64Array, start = 0, end: number = out.length): void {
    fill(this.words, out, start, end, 1 / 4503599627370496, -1);
  }

  /** A uniform double in [low, high], both ends included. Two steps. */
  f64Inclusive(low: number, high: number): number {
    if (!(low <= high && high - low <= Number.MAX_VALUE)) {
      throw new RangeError(`bounds must be finite and ordered, got ${low} and ${high}`);
    }
    const top = 1 - 2.220446049250313e-16;
    let scale = (high - low) / top;
    while (scale * top + low > high) scale = nextBelow(scale);
    const a = draw(this.words);
    const b = draw(this.words);
    return ((b >>> 0) * 1048576 + (a >>> 12)) * (1 / 4503599627370496) * scale + low;
  }

  /** True with probability `p` in [0, 1]. Two steps; none for p = 1. */
  bool(p: number): boolean {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie in [0, 1], got ${p}`);
    if (p === 1) return true;
    const high = Math.floor(p * TWO_32);
    const low = Math.floor((p * TWO_32 - high) * TWO_32);
    const a = draw(this.words) >>> 0;
    const b = draw(this.words) >>> 0;
    return b < high || (b === high && a < low);
  }

  /** A uniform integer in [low, high], both 0..255. One step per attempt. */
  u8Inclusive(low: number, high: number): number {
    return this.narrow(low, high, 255);
  }

  /** A uniform integer in [low, high], both 0..65535. One step per attempt. */
  u16Inclusive(low: number, high: number): number {
    return this.narrow(low, high, 65535);
  }

  /** A uniform integer in [low, high], both 0..2^32 - 1. One step per attempt. */
  u32Inclusive(low: number, high: number): number {
    const n = rangeSize(low, high, TWO_32 - 1);
    if (n === TWO_32) return this.nextU32();
    const bound = (n << Math.clz32(n)) >>> 0;
    for (;;) {
      const v = draw(this.words);
      if (Math.imul(v, n) >>> 0 < bound) return low + multiplyHigh(v, n);
    }
  }

  /** A uniform integer in [low, high], both 0..2^32 - 2, drawn as a 64-bit machine word. Two steps per attempt. */
  usizeInclusive(low: number, high: number): number {
    const n = rangeSize(low, high, TWO_32 - 2);
    const bound = (n << Math.clz32(n)) >>> 0;
    for (;;) {
      const a = draw(this.words);
      const b = draw(this.words);
      // b n 2^32 + a n: the low word's upper half, with its carry, decides.
      const upper = multiplyHigh(a, n) + (Math.imul(b, n) >>> 0);
      const carry = upper >= TWO_32 ? 1 : 0;
      if (upper - carry * TWO_32 < bound) return low + multiplyHigh(b, n) + carry;
    }
  }

  private narrow(low: number, high: number, max: number): number {
    const n = rangeSize(low, high, max);
    if (n === max + 1) return draw(this.words) & max;
    const zone = TWO_32 - 1 - ((TWO_32 - n) % n);
    for (;;) {
      const product = this.nextU32() * n;
      const upper = Math.floor(product / TWO_32);
      if (product - upper * TWO_32 <= zone) return low + upper;
    }
  }
}

function rangeSize(low: number, high: number, max: number): number {
  if (!(Number.isInteger(low) && Number.isInteger(high) && low >= 0 && low <= high && high <= max)) {
    throw new RangeError(`bounds must be integers with 0 <= low <= high <= ${max}, got ${low} and ${high}`);
  }
  return high - low + 1;
}

const join = (high: number, low: number) => (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);

/** The high half of the product of two unsigned words. */
function multiplyHigh(x: number, y: number): number {
  const x1 = x >>> 16;
  const x0 = x & 0xffff;
  const y1 = y >>> 16;
  const y0 = y & 0xffff;
  const t = x1 * y0 + (Math.imul(x0, y0) >>> 16);
  return x1 * y1 + Math.floor(t / 65536) + Math.floor((x0 * y1 + (t % 65536)) / 65536);
}

/** The double below x > 0. */
function nextBelow(x: number): number {
  DOUBLE[0] = x;
  const low = WORDS[LOW]!;
  WORDS[LOW] = low - 1;
  if (low === 0) WORDS[HIGH] = WORDS[HIGH]! - 1;
  return DOUBLE[0]!;
}

/** state <- state * M + increment, modulo 2^64. */
function step(s: Int32Array): void {
  const low = s[0]!;
  const addLow = s[2]!;
  s[1] = stepCarry(low, addLow & 0xffff, addLow >>> 16) + Math.imul(low, M_HIGH) + Math.imul(s[1]!, M_LOW) + s[3]!;
  s[0] = Math.imul(low, M_LOW) + addLow;
}

/**
 * The high word of low * M_LOW + add_1 2^16 + add_0. With 16-bit digits x y + z + w never exceeds 32 bits, so the
 * increment rides along in the partial products and its carry costs nothing.
 */
function stepCarry(low: number, add0: number, add1: number): number {
  const a = low & 0xffff;
  const b = low >>> 16;
  const t = Math.imul(b, M_0) + ((Math.imul(a, M_0) + add0) >>> 16);
  return (Math.imul(b, M_1) + (t >>> 16) + ((Math.imul(a, M_1) + (t & 0xffff) + add1) >>> 16)) | 0;
}

/**
 * The output function: ((state ^ (state >> 18)) >> 27) cut to 32 bits and rotated by the top five bits of the state, as
 * a signed word.
 */
function permute(high: number, low: number): number {
  const x = ((high << 5) | (low >>> 27)) ^ (high >>> 13);
  const turn = high >>> 27;
  return (x >>> turn) | (x << (32 - turn));
}

/** One output, computed from the state before the step. */
function draw(s: Int32Array): number {
  const out = permute(s[1]!, s[0]!);
  step(s);
  return out;
}

/** Doubles per call of `fillBlock`. */
const BLOCK = 512;

/** out[i] = nextF64 * 2^53 * scale + offset. */
function fill(s: Int32Array, out: Float64Array, from: number, end: number, scale: number, offset: number): void {
  if (!(from >= 0 && end <= out.length))
    throw new RangeError(`start and end must lie in the array, got ${from}, ${end}`);
  for (let i = from; i < end; i += BLOCK) fillBlock(s, out, i, Math.min(end, i + BLOCK), scale, offset);
}

/**
 * `fill` in short calls with the state in locals: V8 optimizes a function that is called often better than a long loop
 * it has to replace while it runs (120 against 60 million doubles per second for an array of a million).
 */
function fillBlock(s: Int32Array, out: Float64Array, from: number, end: number, scale: number, offset: number): void {
  let low = s[0]!;
  let high = s[1]!;
  const addLow = s[2]!;
  const add0 = addLow & 0xffff;
  const add1 = addLow >>> 16;
  const addHigh = s[3]!;
  for (let i = from; i < end; i++) {
    const first = permute(high, low);
    high = (stepCarry(low, add0, add1) + Math.imul(low, M_HIGH) + Math.imul(high, M_LOW) + addHigh) | 0;
    low = (Math.imul(low, M_LOW) + addLow) | 0;
    const second = permute(high, low);
    high = (stepCarry(low, add0, add1) + Math.imul(low, M_HIGH) + Math.imul(high, M_LOW) + addHigh) | 0;
    low = (Math.imul(low, M_LOW) + addLow) | 0;
    out[i] = ((second >>> 0) * 2097152 + (first >>> 11)) * scale + offset;
  }
  s[0] = low;
  s[1] = high;
}

/** Sets increment and state from raw words: the increment is added to the state, then one step is made. */
function start(s: Int32Array, low: number, high: number, addLow: number, addHigh: number): void {
  s[2] = addLow | 1;
  s[3] = addHigh;
  const sum = (low >>> 0) + (s[2]! >>> 0);
  s[0] = sum;
  s[1] = high + addHigh + (sum >= TWO_32 ? 1 : 0);
  step(s);
}

/** Four outputs of the expansion generator, each taken after its step, are state and increment. */
function expand(s: Int32Array, low: number, high: number): void {
  s[0] = low;
  s[1] = high;
  s[2] = EXPANSION_LOW;
  s[3] = EXPANSION_HIGH;
  const word = () => {
    step(s);
    return permute(s[1]!, s[0]!);
  };
  start(s, word(), word(), word(), word());
}
