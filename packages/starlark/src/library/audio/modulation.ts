/** Envelopes and low-frequency oscillators. */
import { nonNegative, nonNegativeSilent, oneOf, positive, unit } from '../checks.ts';
import { any, define, float, num, optional, plainly, str } from '../define.ts';
import { WAVEFORM } from './enums.ts';

const category = 'audio.modulation';

/** What `lfo_modulation` can change, with the name of the amount. */
const TARGETS: Readonly<Record<string, string>> = {
  pitch: 'semitones',
  volume: 'amount',
  filter_cutoff: 'amount',
  pan: 'amount',
  pulse_width: 'amount',
  fm_index: 'amount',
  grain_size: 'amount_ms',
  grain_density: 'amount',
  delay_time: 'amount_ms',
  reverb_size: 'amount',
  distortion_drive: 'amount',
};

export const MODULATION = [
  define({
    name: 'envelope',
    category,
    description: 'An ADSR envelope: seconds, and a level from 0 to 1.',
    params: {
      attack: num(nonNegative, 0.01),
      decay: num(nonNegative, 0.1),
      sustain: num(unit, 0.5),
      release: num(nonNegative, 0.2),
    },
    example: 'envelope(0.01, 0.1, 0.5, 0.2)',
    build: plainly,
  }),
  define({
    name: 'oneshot_envelope',
    category,
    description: 'An envelope for a sound that is played once, in milliseconds.',
    params: { attack_ms: num(nonNegative), decay_ms: num(nonNegative), sustain_level: num(unit) },
    build: ({ attack_ms, decay_ms, sustain_level }) => ({
      attack: float(attack_ms.value / 1000),
      decay: float(decay_ms.value / 1000),
      sustain: sustain_level,
      release: float(0.05),
    }),
  }),
  define({
    name: 'loop_envelope',
    category,
    description: 'An envelope for a sound that is held, in milliseconds.',
    params: { attack_ms: num(nonNegative), sustain_level: num(unit), release_ms: num(nonNegative) },
    build: ({ attack_ms, sustain_level, release_ms }) => ({
      attack: float(attack_ms.value / 1000),
      decay: float(0.01),
      sustain: sustain_level,
      release: float(release_ms.value / 1000),
    }),
  }),
  define({
    name: 'pitch_envelope',
    category,
    description: 'An envelope of the pitch; the depth is in semitones.',
    params: {
      attack: num(nonNegativeSilent, 0.01),
      decay: num(nonNegativeSilent, 0.1),
      sustain: num(unit, 0.5),
      release: num(nonNegativeSilent, 0.2),
      depth: num(undefined, 0),
    },
    build: plainly,
  }),
  define({
    name: 'lfo',
    category,
    description: 'A low-frequency oscillator; the rate is in hertz.',
    params: { waveform: str(oneOf(WAVEFORM)), rate: num(positive), depth: num(unit), phase: optional.num(unit) },
    build: plainly,
  }),
  define({
    name: 'lfo_modulation',
    category,
    description: 'What a low-frequency oscillator changes, and by how much.',
    params: { config: any(), target: str(oneOf(Object.keys(TARGETS))), amount: num() },
    example: 'lfo_modulation(lfo("sine", 5, 1), "pitch", 0.5)',
    build: ({ config, target, amount }) => ({ config, target: { target, [TARGETS[target]!]: amount } }),
  }),
];
