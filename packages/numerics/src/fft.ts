/**
 * The discrete Fourier transform of real signals whose length is a power of two.
 *
 * A real transform of n samples is a complex one of n/2 (even samples real, odd samples imaginary) and one pass that
 * takes both apart. The complex transform is radix-4, decimation in time, in place, after a bit-reversed load; twiddles
 * come from this package's sine, are stored in the order of use and computed once per plan. No call allocates. The same
 * input gives the same bits everywhere. Source of the method: G. D. Bergland, "A fast Fourier transform algorithm for
 * real-valued series", CACM 11 (1968).
 */

import { cos, sin } from './trig.ts';

const TWO_PI = 6.283185307179586;

/** A plan for one length; it holds work space, so one plan serves one transform at a time. */
export class RealFft {
  /** Samples per transform. */
  readonly size: number;
  /** Spectrum bins per transform, size / 2 + 1: from zero to half the sampling frequency. */
  readonly bins: number;

  private readonly reversed: Uint32Array;
  private readonly stages: Float64Array;
  private readonly unpack: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;

  /** @param size a power of two from 2 to 2^24 */
  constructor(size: number) {
    if (!(Number.isInteger(size) && size >= 2 && size <= 16777216 && (size & (size - 1)) === 0)) {
      throw new RangeError(`size must be a power of two from 2 to 2^24, got ${size}`);
    }
    const half = size / 2;
    this.size = size;
    this.bins = half + 1;
    this.reversed = bitReversal(half);
    this.stages = stageTwiddles(half);
    this.unpack = new Float64Array(size / 2 + 2);
    for (let k = 0; k <= size / 4; k++) {
      this.unpack[2 * k] = cos((TWO_PI * k) / size);
      this.unpack[2 * k + 1] = sin((TWO_PI * k) / size);
    }
    this.re = new Float64Array(half);
    this.im = new Float64Array(half);
  }

  /**
   * re[k] + i im[k] = sum over t of input[t] exp(-2 pi i k t / size), for k from 0 to size / 2.
   *
   * @param input `size` samples; not changed
   * @param re receives `bins` real parts
   * @param im receives `bins` imaginary parts; the first and the last are 0
   */
  forward(input: Float64Array, re: Float64Array, im: Float64Array): void {
    this.checkLengths(input, re, im);
    const { reversed, unpack, re: a, im: b } = this;
    const half = this.size / 2;
    for (let t = 0; t < half; t++) {
      const j = reversed[t]!;
      a[t] = input[2 * j]!;
      b[t] = input[2 * j + 1]!;
    }
    this.transform(a, b);
    re[0] = a[0]! + b[0]!;
    im[0] = 0;
    re[half] = a[0]! - b[0]!;
    im[half] = 0;
    for (let k = 1, m = half - 1; k <= m; k++, m--) {
      // Even part e = (z_k + conj z_m) / 2, odd part o = (z_k - conj z_m) / 2i, result e + w o with w = exp(-2 pi i k / size).
      const er = 0.5 * (a[k]! + a[m]!);
      const ei = 0.5 * (b[k]! - b[m]!);
      const or = 0.5 * (b[k]! + b[m]!);
      const oi = 0.5 * (a[m]! - a[k]!);
      const wr = unpack[2 * k]!;
      const wi = unpack[2 * k + 1]!;
      const tr = wr * or + wi * oi;
      const ti = wr * oi - wi * or;
      re[k] = er + tr;
      im[k] = ei + ti;
      re[m] = er - tr;
      im[m] = ti - ei;
    }
  }

  /**
   * The inverse of `forward`, scaled so that it gives the samples back.
   *
   * @param re `bins` real parts; not changed
   * @param im `bins` imaginary parts; the first and the last are taken as 0
   * @param output receives `size` samples
   */
  inverse(re: Float64Array, im: Float64Array, output: Float64Array): void {
    this.checkLengths(output, re, im);
    const { reversed, unpack, re: a, im: b } = this;
    const half = this.size / 2;
    // conj(z) is transformed forward, so that one kernel serves both directions; the scale is a power of two, exact.
    const scale = 1 / this.size;
    for (let t = 0; t < half; t++) {
      const k = reversed[t]!;
      const m = half - k;
      const upper = k <= m;
      const j = upper ? k : m;
      const wr = upper ? unpack[2 * j]! : -unpack[2 * j]!;
      const wi = unpack[2 * j + 1]!;
      const ik = k === 0 ? 0 : im[k]!;
      const il = k === 0 ? 0 : im[m]!;
      const er = re[k]! + re[m]!;
      const ei = ik - il;
      const dr = re[k]! - re[m]!;
      const di = ik + il;
      // o = conj(w) d, z = e + i o
      const or = wr * dr - wi * di;
      const oi = wr * di + wi * dr;
      a[t] = scale * (er - oi);
      b[t] = -scale * (ei + or);
    }
    this.transform(a, b);
    for (let t = 0; t < half; t++) {
      output[2 * t] = a[t]!;
      output[2 * t + 1] = -b[t]!;
    }
  }

  private checkLengths(samples: Float64Array, re: Float64Array, im: Float64Array): void {
    if (samples.length !== this.size)
      throw new RangeError(`samples must have length ${this.size}, got ${samples.length}`);
    if (re.length !== this.bins || im.length !== this.bins) {
      throw new RangeError(`re and im must have length ${this.bins}, got ${re.length} and ${im.length}`);
    }
  }

  /** The complex transform of bit-reversed input, in place. */
  private transform(re: Float64Array, im: Float64Array): void {
    const n = re.length;
    const w = this.stages;
    let quarter = 1;
    if (Math.clz32(n) % 2 === 0) {
      // An odd power of two: one stage of radix 2, without twiddles.
      for (let i = 0; i < n; i += 2) {
        const r = re[i + 1]!;
        const m = im[i + 1]!;
        re[i + 1] = re[i]! - r;
        im[i + 1] = im[i]! - m;
        re[i] = re[i]! + r;
        im[i] = im[i]! + m;
      }
      quarter = 2;
    }
    for (let base = 0; quarter < n; base += 6 * quarter, quarter *= 4) {
      radix4Stage(re, im, quarter, w, base);
    }
  }
}

/** Joins four transforms of length `quarter` at a time; their order is bit-reversed: 0, 2, 1, 3. */
function radix4Stage(re: Float64Array, im: Float64Array, quarter: number, w: Float64Array, base: number): void {
  const n = re.length;
  for (let block = 0; block < n; block += 4 * quarter) {
    for (let j = 0, p = base; j < quarter; j++, p += 6) {
      const i0 = block + j;
      const i2 = i0 + quarter;
      const i1 = i2 + quarter;
      const i3 = i1 + quarter;
      const r1 = re[i1]! * w[p]! + im[i1]! * w[p + 1]!;
      const m1 = im[i1]! * w[p]! - re[i1]! * w[p + 1]!;
      const r2 = re[i2]! * w[p + 2]! + im[i2]! * w[p + 3]!;
      const m2 = im[i2]! * w[p + 2]! - re[i2]! * w[p + 3]!;
      const r3 = re[i3]! * w[p + 4]! + im[i3]! * w[p + 5]!;
      const m3 = im[i3]! * w[p + 4]! - re[i3]! * w[p + 5]!;
      const r0 = re[i0]!;
      const m0 = im[i0]!;
      const evenR = r0 + r2;
      const evenM = m0 + m2;
      const oddR = r0 - r2;
      const oddM = m0 - m2;
      const sumR = r1 + r3;
      const sumM = m1 + m3;
      const turnR = m1 - m3;
      const turnM = r3 - r1;
      re[i0] = evenR + sumR;
      im[i0] = evenM + sumM;
      re[i2] = oddR + turnR;
      im[i2] = oddM + turnM;
      re[i1] = evenR - sumR;
      im[i1] = evenM - sumM;
      re[i3] = oddR - turnR;
      im[i3] = oddM - turnM;
    }
  }
}

function bitReversal(n: number): Uint32Array {
  const out = new Uint32Array(n);
  for (let i = 1; i < n; i++) out[i] = (out[i >> 1]! >> 1) | (i & 1 ? n >> 1 : 0);
  return out;
}

/** For every radix-4 stage and every j: cos and sin of j, 2j and 3j steps of the stage's circle. */
function stageTwiddles(n: number): Float64Array {
  const out: number[] = [];
  for (let quarter = Math.clz32(n) % 2 === 0 ? 2 : 1; quarter < n; quarter *= 4) {
    for (let j = 0; j < quarter; j++) {
      for (let f = 1; f <= 3; f++) {
        const angle = (TWO_PI * f * j) / (4 * quarter);
        out.push(cos(angle), sin(angle));
      }
    }
  }
  return Float64Array.from(out);
}
