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
  if (!voice.normalized) return (out, start, end) => voice.render(out, start, end);
  return wanted <= keep ? kept(voice, wanted) : remade(voice, again, wanted);
}

function kept(voice: Voice, wanted: number): MonoSource {
  const whole = new Float64Array(wanted);
  inBlocks(wanted, (start, end) => voice.render(whole.subarray(start, end), start, end));
  const peak = peakOf(whole);
  return (out, start, end) => {
    divide(whole, start, end, peak, out);
    voice.after?.process(out, start, end);
  };
}

function remade(voice: Voice, again: () => Voice, wanted: number): MonoSource {
  const block = new Float64Array(BLOCK);
  let peak = 0;
  inBlocks(wanted, (start, end) => {
    voice.render(block, start, end);
    peak = Math.max(peak, peakOf(block, end - start));
  });
  const second = again();
  return (out, start, end) => {
    second.render(out, start, end);
    divide(out, 0, end - start, peak, out);
    second.after?.process(out, start, end);
  };
}

/** Writes `x[from..to)` to `out`, divided by the peak if that is above 0. */
function divide(x: Float64Array, from: number, to: number, peak: number, out: Float64Array): void {
  const divisor = peak > 0 ? peak : 1;
  for (let i = from; i < to; i++) out[i - from] = x[i]! / divisor;
}
