/** Synthesis by vectors, waveguides, strings and pulsars. */
import { oneOf, positive, unit } from '../checks.ts';
import { any, bool, define, num, optional, plainly, str, tagged } from '../define.ts';
import { items } from '../values.ts';
import { CURVE, WAVEFORM } from './enums.ts';
import { grainSource } from './source.ts';

const category = 'audio.synthesis';

export const EXOTIC = [
  define({
    name: 'vector_synth',
    category,
    keywordOnly: true,
    description: 'Four sources, and a path between them.',
    params: {
      frequency: num(positive),
      sources: any(),
      position_x: num(unit, 0.5),
      position_y: num(unit, 0.5),
      path: optional.any(),
      path_loop: bool(false),
      path_curve: str(oneOf(CURVE), 'linear'),
    },
    build: (args, context) => {
      const { length } = items(args.sources, 'sources', context);
      if (length !== 4) context.refuse('S103', 'sources', `'sources' must have exactly 4 elements, got ${length}`);
      return { type: 'vector', ...args };
    },
  }),
  define({
    name: 'vector_source',
    category,
    description: 'One source of vector_synth.',
    params: {
      source_type: str(oneOf(['sine', 'saw', 'square', 'triangle', 'noise', 'wavetable'])),
      frequency_ratio: num(positive, 1),
    },
    build: plainly,
  }),
  define({
    name: 'vector_path_point',
    category,
    description: 'One point of the path of vector_synth; the duration is in seconds.',
    params: { x: num(unit), y: num(unit), duration: num(positive) },
    build: plainly,
  }),
  define({
    name: 'waveguide',
    category,
    keywordOnly: true,
    description: 'A blown tube.',
    params: {
      frequency: num(positive),
      breath: num(unit),
      noise: num(unit),
      damping: num(unit),
      resonance: num(unit),
    },
    build: tagged('waveguide'),
  }),
  define({
    name: 'bowed_string',
    category,
    keywordOnly: true,
    description: 'A bowed string.',
    params: { frequency: num(positive), bow_pressure: num(unit), bow_position: num(unit), damping: num(unit) },
    build: tagged('bowed_string'),
  }),
  define({
    name: 'pulsar',
    category,
    keywordOnly: true,
    description: 'A train of grains.',
    params: {
      frequency: num(positive),
      pulse_rate: num(positive),
      grain_size_ms: num(positive),
      shape: str(oneOf(WAVEFORM)),
    },
    build: tagged('pulsar'),
  }),
  define({
    name: 'spectral_source',
    category,
    description: 'What spectral_freeze holds: noise or a tone.',
    params: { source_type: str(), param1: any(), param2: optional.any() },
    example: 'spectral_source("noise", "pink")',
    build: grainSource(['noise', 'tone']),
  }),
  define({
    name: 'pitched_body',
    category,
    keywordOnly: true,
    description: 'A falling or rising body of an impact.',
    params: { start_freq: num(positive), end_freq: num(positive) },
    build: tagged('pitched_body'),
  }),
];
