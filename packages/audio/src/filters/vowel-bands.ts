import type { Vowel } from '@speccade/spec/kinds/audio_v1';

/** Formants of the vowel filter: frequency in Hz and gain. */
export const VOWEL_BANDS: Readonly<Record<Vowel, readonly (readonly [hz: number, gain: number])[]>> = {
  a: [
    [800, 1],
    [1200, 0.7],
    [2600, 0.4],
  ],
  e: [
    [400, 1],
    [2200, 0.5],
    [2600, 0.3],
  ],
  i: [
    [300, 1],
    [2300, 0.5],
    [3000, 0.3],
  ],
  o: [
    [450, 1],
    [800, 0.6],
    [2600, 0.3],
  ],
  u: [
    [350, 1],
    [700, 0.5],
    [2600, 0.3],
  ],
};
