import { hannStart } from '../dsp/hann.ts';
import { FRAME, HOP, OVERLAP, type SpectralFreeze, sourceOf } from '../synthesis/spectral-freeze.ts';
import type { Synthesizer } from '../voice.ts';
import { naiveTone } from './tone.ts';

/**
 * The same frame over and over, which an FFT and its inverse do not change: after a fade-in, a loop of 512 samples.
 */
export const spectralFreeze: Synthesizer<SpectralFreeze> = {
  voice({ source }, context) {
    const frame = sourceOf(source, FRAME, context, naiveTone);
    const window = hannStart(FRAME, FRAME);
    for (let k = 0; k < FRAME; k++) frame[k] = (frame[k]! * window[k]! * window[k]!) / OVERLAP;
    return {
      render(out, start, end) {
        for (let i = start; i < end; i++) {
          let sum = 0;
          for (let k = i % HOP; k < FRAME && k <= i; k += HOP) sum += frame[k]!;
          out[i - start] = sum;
        }
      },
    };
  },
};
