import type { MonoSource } from './bend.ts';
import { peakOf } from './dsp/peak.ts';
import { BLOCK, inBlocks } from './dsp/process.ts';
import type { Voice } from './voice.ts';

/**
 * The signal of a voice of one channel. Where its level is set by its peak within the first `wanted` samples, the whole
 * of it has to be known first: it is kept where it has at most `keep` samples, else it is made twice, the second time by
 * a voice that `again` makes.
 */
export function normalized(voice: Voice, again: () => Voice, wanted: number, keep: number): MonoSource {
  if (!voice.normalized) return voice;
  return wanted <= keep ? new Kept(voice, wanted) : new Remade(voice, again, wanted);
}

class Kept implements MonoSource {
  readonly #voice: Voice;
  readonly #whole: Float64Array;
  readonly #peak: number;

  constructor(voice: Voice, wanted: number) {
    this.#voice = voice;
    this.#whole = new Float64Array(wanted);
    inBlocks(wanted, (start, end) => voice.render(this.#whole.subarray(start, end), start, end));
    this.#peak = peakOf(this.#whole);
  }

  render(out: Float64Array, start: number, end: number): void {
    divide(this.#whole, start, end, this.#peak, out);
    this.#voice.after?.process(out, start, end);
  }
}

class Remade implements MonoSource {
  readonly #voice: Voice;
  readonly #peak: number;

  constructor(first: Voice, again: () => Voice, wanted: number) {
    const block = new Float64Array(BLOCK);
    let peak = 0;
    inBlocks(wanted, (start, end) => {
      first.render(block, start, end);
      peak = Math.max(peak, peakOf(block, end - start));
    });
    this.#peak = peak;
    this.#voice = again();
  }

  render(out: Float64Array, start: number, end: number): void {
    this.#voice.render(out, start, end);
    divide(out, 0, end - start, this.#peak, out);
    this.#voice.after?.process(out, start, end);
  }
}

/** Writes `x[from..to)` to `out`, divided by the peak if that is above 0. */
function divide(x: Float64Array, from: number, to: number, peak: number, out: Float64Array): void {
  const divisor = peak > 0 ? peak : 1;
  for (let i = from; i < to; i++) out[i - from] = x[i]! / divisor;
}
