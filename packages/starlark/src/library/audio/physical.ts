/** Synthesis by resonating bodies, and by feedback. */
import { atLeast, nonNegativeSilent, oneOf, positive, unit } from '../checks.ts';
import { any, define, int, num, optional, plainly, str, tagged } from '../define.ts';
import { sweep } from './sweep.ts';

const category = 'audio.synthesis';

export const PHYSICAL = [
  define({
    name: 'membrane_drum',
    category,
    description: 'A struck membrane.',
    params: { frequency: num(positive), decay: num(unit), tone: num(unit), strike: num(unit) },
    build: tagged('membrane_drum'),
  }),
  define({
    name: 'feedback_fm',
    category,
    description: 'An operator that modulates itself.',
    params: {
      frequency: num(positive),
      feedback: num(unit),
      modulation_index: num(nonNegativeSilent),
      sweep_to: optional.num(positive),
    },
    build: ({ frequency, feedback, modulation_index, sweep_to }) => ({
      type: 'feedback_fm',
      frequency,
      feedback,
      modulation_index,
      freq_sweep: sweep(sweep_to),
    }),
  }),
  define({
    name: 'pd_synth',
    category,
    description: 'Phase distortion.',
    params: {
      frequency: num(positive),
      distortion: num(nonNegativeSilent),
      distortion_decay: num(undefined, 0),
      waveform: str(oneOf(['resonant', 'sawtooth', 'pulse']), 'resonant'),
      sweep_to: optional.num(positive),
    },
    build: ({ frequency, distortion, distortion_decay, waveform, sweep_to }) => ({
      type: 'pd_synth',
      frequency,
      distortion,
      distortion_decay,
      waveform,
      freq_sweep: sweep(sweep_to),
    }),
  }),
  define({
    name: 'modal',
    category,
    description: 'A body that rings in several modes.',
    params: {
      frequency: num(positive),
      modes: any(),
      excitation: str(oneOf(['impulse', 'noise', 'pluck']), 'impulse'),
      sweep_to: optional.num(positive),
    },
    example: 'modal(440, [modal_mode(1, 1, 0.8), modal_mode(2.76, 0.5, 0.4)])',
    build: ({ frequency, modes, excitation, sweep_to }) => ({
      type: 'modal',
      frequency,
      modes,
      excitation,
      freq_sweep: sweep(sweep_to),
    }),
  }),
  define({
    name: 'modal_mode',
    category,
    description: 'One mode of a body.',
    params: { freq_ratio: num(positive), amplitude: num(unit), decay_time: num(positive) },
    build: plainly,
  }),
  define({
    name: 'metallic',
    category,
    description: 'Inharmonic partials.',
    params: {
      base_freq: num(positive),
      num_partials: int(atLeast('1', true)),
      inharmonicity: num(atLeast('1.0', true)),
    },
    build: tagged('metallic'),
  }),
  define({
    name: 'comb_filter_synth',
    category,
    description: 'An excited comb filter.',
    params: {
      frequency: num(positive),
      decay: num(unit),
      excitation: str(oneOf(['impulse', 'noise', 'saw']), 'impulse'),
    },
    build: tagged('comb_filter_synth'),
  }),
];
