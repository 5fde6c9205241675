import { TAU } from '../dsp/sine.ts';
import type { Tone } from '../dsp/tone.ts';
import { naive } from './naive.ts';

/** Not band-limited, on a phase summed in radians. */
export const naiveTone: Tone = (out, count, waveform, hz, sampleRate) => {
  let phase = 0;
  for (let k = 0; k < count; k++) {
    out[k] = naive(waveform, phase, 0.5);
    phase += (TAU * hz) / sampleRate;
    if (phase >= TAU) phase -= TAU;
  }
};
