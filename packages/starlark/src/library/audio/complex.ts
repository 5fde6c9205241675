/** Synthesis from many parts: partials, voices, grains. */
import { between, type Check, nonNegative, oneOf, positive, unit } from '../checks.ts';
import { any, define, int, isInt, isOptionalNumber, num, optional, str, tagged, typeName } from '../define.ts';
import { items, toFloat } from '../values.ts';
import { WAVEFORM } from './enums.ts';
import { grainSource } from './source.ts';
import { sweep } from './sweep.ts';

const category = 'audio.synthesis';

const voicesCheck: Check = {
  range: { min: 1, max: 8 },
  refuse: (value, name) =>
    isInt(value)
      ? between('1', '8').refuse(value, name)
      : { code: 'S102', text: `'${name}' expected int, got ${typeName(value)}` },
};

export const COMPLEX = [
  define({
    name: 'additive',
    category,
    description: 'A sum of harmonics with these amplitudes.',
    params: { base_freq: num(positive), harmonics: any() },
    example: 'additive(220, [1.0, 0.5, 0.25])',
    build: ({ base_freq, harmonics }, context) => {
      const amplitudes = items(harmonics, 'harmonics', context).map((item) => {
        if (isOptionalNumber(item)) return toFloat(item);
        const name = 'harmonics item';
        return context.refuse('S102', name, `'${name}' expected float, got ${typeName(item)}`);
      });
      if (amplitudes.length === 0) context.refuse('S103', 'harmonics', "'harmonics' must not be empty");
      return { type: 'additive', base_freq, harmonics: amplitudes };
    },
  }),
  define({
    name: 'supersaw_unison',
    category,
    description: 'Detuned saws across the stereo field.',
    params: {
      frequency: num(positive),
      voices: int(between('1', '16')),
      detune_cents: num(nonNegative),
      spread: num(unit),
      detune_curve: str(oneOf(['linear', 'exp2']), 'linear'),
    },
    build: tagged('supersaw_unison'),
  }),
  define({
    name: 'wavetable',
    category,
    description: 'A wavetable with a position that can move.',
    params: {
      table: str(oneOf(['basic', 'analog', 'digital', 'pwm', 'formant', 'organ'])),
      frequency: num(positive),
      position: num(unit, 0),
      position_end: optional.num(unit),
      voices: optional.any(voicesCheck),
      detune: optional.num(),
    },
    build: ({ table, frequency, position, position_end, voices, detune }) => ({
      type: 'wavetable',
      table,
      frequency,
      position,
      position_sweep: position_end && { end_position: position_end, curve: 'linear' },
      voices,
      detune,
    }),
  }),
  define({
    name: 'granular',
    category,
    description: 'A cloud of grains.',
    params: {
      source: any(),
      grain_size_ms: num(between('10', '500')),
      grain_density: num(between('1', '100')),
      pitch_spread: num(undefined, 0),
      position_spread: num(unit, 0),
      pan_spread: num(unit, 0),
    },
    build: tagged('granular'),
  }),
  define({
    name: 'granular_source',
    category,
    description: 'What grains are cut from: noise, a tone or a formant.',
    params: { source_type: str(), param1: any(), param2: optional.any() },
    example: 'granular_source("tone", "sine", 440)',
    build: grainSource(['noise', 'tone', 'formant']),
  }),
  define({
    name: 'ring_mod_synth',
    category,
    description: 'Two oscillators multiplied.',
    params: { carrier: num(positive), modulator: num(positive), mix: num(unit), sweep_to: optional.num(positive) },
    build: ({ carrier, modulator, mix, sweep_to }) => ({
      type: 'ring_mod_synth',
      carrier_freq: carrier,
      modulator_freq: modulator,
      mix,
      freq_sweep: sweep(sweep_to),
    }),
  }),
  define({
    name: 'multi_oscillator',
    category,
    description: 'Several oscillators on one frequency.',
    params: { frequency: num(positive), oscillators: any(), sweep_to: optional.num(positive) },
    example: 'multi_oscillator(110, [oscillator_config("sine"), oscillator_config("square", 0.3)])',
    build: ({ frequency, oscillators, sweep_to }) => ({
      type: 'multi_oscillator',
      frequency,
      oscillators,
      freq_sweep: sweep(sweep_to),
    }),
  }),
  define({
    name: 'oscillator_config',
    category,
    description: 'One oscillator of multi_oscillator.',
    params: {
      waveform: str(oneOf(WAVEFORM)),
      volume: num(unit, 1),
      detune: optional.num(),
      phase: optional.num(unit),
      duty: optional.num(unit),
    },
    build: (args) => ({ ...args }),
  }),
];
