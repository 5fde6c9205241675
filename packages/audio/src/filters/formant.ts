/** Vowel filter: three band-passes in parallel on the dry signal, mixed with it. */
import type { Filter } from '@speccade/spec/kinds/audio_v1';
import { BLOCK } from '../dsp/process.ts';
import { staticBiquad } from './biquad.ts';
import type { CutoffLimits } from './cutoff.ts';
import { bandpass, designAt } from './rbj.ts';
import type { FilterMaker } from './types.ts';
import { VOWEL_BANDS } from './vowel-bands.ts';

const Q = 5;

export function createFormant(limits: CutoffLimits): FilterMaker<Extract<Filter, { type: 'formant' }>> {
  return (filter, { sampleRate }) => {
    const high = limits.highest * sampleRate;
    const bands = VOWEL_BANDS[filter.vowel].map(([hz, gain]) => ({
      gain,
      section: staticBiquad(designAt(bandpass, Math.min(hz, high) / sampleRate, Q)),
      signal: new Float64Array(BLOCK),
    }));
    const total = bands.reduce((sum, band) => sum + band.gain, 0);
    const intensity = Math.min(Math.max(filter.intensity, 0), 1);
    return {
      process(x, start, end) {
        const count = end - start;
        for (const { section, signal } of bands) {
          signal.set(x.subarray(0, count));
          section.process(signal, start, end);
        }
        for (let i = 0; i < count; i++) {
          let wet = 0;
          for (const { gain, signal } of bands) wet += gain * signal[i]!;
          x[i] = (1 - intensity) * x[i]! + intensity * (wet / total);
        }
      },
    };
  };
}
