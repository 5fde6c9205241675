import { type Curve, storedCurve } from './dsp/curve.ts';
import { BLOCK, inBlocks } from './dsp/process.ts';

/** A signal of one channel. */
export interface MonoSource {
  /** Writes the samples `[start, end)` to `out[0..end − start)`; blocks come in order. */
  render(out: Float64Array, start: number, end: number): void;
}

/**
 * A finished signal of `length` samples with its pitch bent by frequency ratios: it is read at a speed that follows the
 * ratios, scaled so that the end stays the end. Linear interpolation. Signals of one sample or none stay as they are.
 * `ratios` makes the curve, whose sum has to be known beforehand: it is kept up to a length of `keep`, else made twice.
 */
export function bend(source: MonoSource, length: number, ratios: () => Curve, keep: number): MonoSource {
  const last = length - 1;
  if (last < 1) return source;
  const curve = last <= keep ? storedCurve(ratios(), last) : ratios();
  const scale = last / sumOf(last <= keep ? curve : ratios(), last);
  return new Bent(source, length, curve, scale);
}

class Bent implements MonoSource {
  readonly #source: MonoSource;
  readonly #length: number;
  readonly #ratios: Curve;
  readonly #scale: number;
  /** Two blocks of the signal, of which the second is the one that was made last. */
  readonly #window = new Float64Array(2 * BLOCK);
  readonly #made = this.#window.subarray(BLOCK);
  /** Where the window begins, and the sample after the last one in it. */
  #from = -2 * BLOCK;
  #filled = 0;
  #position = 0;

  constructor(source: MonoSource, length: number, ratios: Curve, scale: number) {
    this.#source = source;
    this.#length = length;
    this.#ratios = ratios;
    this.#scale = scale;
  }

  render(out: Float64Array, start: number, end: number): void {
    const last = this.#length - 1;
    const window = this.#window;
    const first = Math.max(start, 1);
    if (start === 0) {
      this.#makeUpTo(0);
      out[0] = this.#made[0]!;
    }
    const steps = this.#ratios.block(first - 1, end - 1);
    let position = this.#position;
    for (let j = first; j < end; j++) {
      position += steps[j - first]! * this.#scale;
      const at = Math.min(Math.max(position, 0), last);
      const k = Math.min(Math.floor(at), last - 1);
      const f = at - k;
      if (k + 1 >= this.#filled) this.#makeUpTo(k + 1);
      const here = k - this.#from;
      out[j - start] = (1 - f) * window[here]! + f * window[here + 1]!;
    }
    this.#position = position;
  }

  /** Goes on until the sample `needed` is in the window. */
  #makeUpTo(needed: number): void {
    while (this.#filled <= needed) {
      this.#window.copyWithin(0, BLOCK);
      this.#from += BLOCK;
      const to = Math.min(this.#filled + BLOCK, this.#length);
      this.#source.render(this.#made, this.#filled, to);
      this.#filled = to;
    }
  }
}

function sumOf(curve: Curve, count: number): number {
  let sum = 0;
  inBlocks(count, (start, end) => {
    sum = addUp(curve.block(start, end), end - start, sum);
  });
  return sum;
}

function addUp(x: Float64Array, count: number, sum: number): number {
  let total = sum;
  for (let k = 0; k < count; k++) total += x[k]!;
  return total;
}
