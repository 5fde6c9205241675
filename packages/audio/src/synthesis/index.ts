/** The table of synthesis types. */
import type { SynthesisTable } from '../voice.ts';
import { additive } from './additive.ts';
import { fmSynth } from './fm-synth.ts';
import { karplusStrong } from './karplus-strong.ts';
import { multiOscillator } from './multi-oscillator.ts';
import { noiseBurst } from './noise-burst.ts';
import { oscillator } from './oscillator.ts';

export const synthesizers: SynthesisTable = {
  oscillator,
  multi_oscillator: multiOscillator,
  fm_synth: fmSynth,
  karplus_strong: karplusStrong,
  noise_burst: noiseBurst,
  additive,
};
