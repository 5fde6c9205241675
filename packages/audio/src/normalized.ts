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
    if (peak > 0) for (let i = start; i < end; i++) out[i - start] = whole[i]! / peak;
    else out.set(whole.subarray(start, end));
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
    if (peak > 0) for (let k = 0; k < end - start; k++) out[k] = out[k]! / peak;
    second.after?.process(out, start, end);
  };
}
