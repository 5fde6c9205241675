/** What each cabinet does to the spectrum; low-passes with the microphone in the middle. */
import type { Section } from './eq-section.ts';
import type { EffectOf } from './types.ts';

/** Nearly that of a Butterworth filter; part of the sound as written. */
const Q = 707 / 1000;

export const CABINETS: Readonly<Record<EffectOf<'cabinet_sim'>['cabinet_type'], readonly Section[]>> = {
  guitar_1x12: [
    { kind: 'highpass', frequency: 80, q: Q },
    { kind: 'peak', frequency: 3000, q: 1, gain: 3 },
    { kind: 'lowpass', frequency: 6000, q: Q },
  ],
  guitar_4x12: [
    { kind: 'highpass', frequency: 60, q: Q },
    { kind: 'lowshelf', frequency: 120, gain: 2 },
    { kind: 'peak', frequency: 400, q: 1, gain: -2 },
    { kind: 'peak', frequency: 2500, q: 1, gain: 3 },
    { kind: 'lowpass', frequency: 5000, q: Q },
  ],
  bass_1x15: [
    { kind: 'highpass', frequency: 40, q: Q },
    { kind: 'lowshelf', frequency: 80, gain: 4 },
    { kind: 'peak', frequency: 600, q: 1, gain: -3 },
    { kind: 'lowpass', frequency: 4000, q: Q },
  ],
  radio: [
    { kind: 'highpass', frequency: 300, q: Q },
    { kind: 'peak', frequency: 1500, q: 1.5, gain: 4 },
    { kind: 'lowpass', frequency: 3000, q: Q },
  ],
  telephone: [
    { kind: 'highpass', frequency: 300, q: Q },
    { kind: 'peak', frequency: 1500, q: 3, gain: 6 },
    { kind: 'lowpass', frequency: 3400, q: Q },
  ],
};
