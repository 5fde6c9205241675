import { nonNegative, oneOf, positive, unit } from '../checks.ts';
import { define, num, optional, str } from '../define.ts';
import { CURVE, NOISE, WAVEFORM } from './enums.ts';
import { sweep } from './sweep.ts';

const category = 'audio.synthesis';

export const BASIC = [
  define({
    name: 'oscillator',
    category,
    description: 'One waveform, with an optional sweep of its frequency.',
    params: {
      frequency: num(positive),
      waveform: str(oneOf(WAVEFORM), 'sine'),
      sweep_to: optional.num(positive),
      curve: str(oneOf(CURVE), 'linear'),
      detune: optional.num(),
      duty: optional.num(unit),
    },
    order: ['frequency', 'waveform', 'curve'],
    example: 'oscillator(440, "sawtooth", sweep_to = 110)',
    build: ({ frequency, waveform, sweep_to, curve, detune, duty }) => ({
      type: 'oscillator',
      waveform,
      frequency,
      freq_sweep: sweep(sweep_to, curve),
      detune,
      duty,
    }),
  }),
  define({
    name: 'fm_synth',
    category,
    description: 'Frequency modulation with two operators.',
    params: {
      carrier: num(positive),
      modulator: num(positive),
      index: num(nonNegative),
      sweep_to: optional.num(positive),
    },
    build: ({ carrier, modulator, index, sweep_to }) => ({
      type: 'fm_synth',
      carrier_freq: carrier,
      modulator_freq: modulator,
      modulation_index: index,
      freq_sweep: sweep(sweep_to),
    }),
  }),
  define({
    name: 'am_synth',
    category,
    description: 'Amplitude modulation with two operators.',
    params: { carrier: num(positive), modulator: num(positive), depth: num(unit), sweep_to: optional.num(positive) },
    build: ({ carrier, modulator, depth, sweep_to }) => ({
      type: 'am_synth',
      carrier_freq: carrier,
      modulator_freq: modulator,
      modulation_depth: depth,
      freq_sweep: sweep(sweep_to),
    }),
  }),
  define({
    name: 'noise_burst',
    category,
    description: 'Noise of a colour, with an optional filter.',
    params: { noise_type: str(oneOf(NOISE), 'white'), filter: optional.any() },
    build: (args) => ({ type: 'noise_burst', ...args }),
  }),
  define({
    name: 'karplus_strong',
    category,
    description: 'A plucked string.',
    params: { frequency: num(positive), damping: num(unit), blend: num(unit) },
    build: ({ frequency, damping, blend }) => ({ type: 'karplus_strong', frequency, decay: damping, blend }),
  }),
];
