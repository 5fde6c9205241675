import type { Vowel } from '@speccade/spec/kinds/audio_v1';

/** Formant frequencies of the synthetic voice in Hz; the vowel filter has others. */
export const VOICE_FORMANTS: Readonly<Record<Vowel, readonly number[]>> = {
  a: [800, 1200, 2800, 3500, 4500],
  i: [280, 2250, 2890, 3500, 4500],
  u: [310, 870, 2250, 3500, 4500],
  e: [530, 1840, 2480, 3500, 4500],
  o: [500, 1000, 2800, 3500, 4500],
};

/** Amplitude and Q of the first to the fifth formant of every vowel. */
export const FORMANT_AMPLITUDES: readonly number[] = [1, 0.7, 0.5, 0.3, 0.2];
export const FORMANT_QS: readonly number[] = [5, 6, 7, 8, 9];
