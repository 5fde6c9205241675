import { describe, expect, it } from 'vitest';
import { EFFECTS, FILTERS, LFO_TARGETS, SYNTHESIS } from './_examples.ts';
import { layerOf, lowpass, paramsOf, parse, rejected } from './_fixtures.ts';
import { audioV1 } from './index.ts';

type Json = Record<string, unknown>;
const withLayer = (change: Json) => paramsOf({ layers: [layerOf(change)] });

/** Where a tagged object of each group goes, and the path it then has. */
const groups = [
  {
    name: 'synthesis',
    tag: 'type',
    examples: SYNTHESIS,
    wrap: (x: Json) => withLayer({ synthesis: x }),
    at: 'layers.0.synthesis',
    strict: true,
  },
  {
    name: 'layer filter',
    tag: 'type',
    examples: FILTERS,
    wrap: (x: Json) => withLayer({ filter: x }),
    at: 'layers.0.filter',
    strict: true,
  },
  {
    name: 'master filter',
    tag: 'type',
    examples: FILTERS,
    wrap: (x: Json) => paramsOf({ master_filter: x }),
    at: 'master_filter',
    strict: true,
  },
  {
    name: 'effect',
    tag: 'type',
    examples: EFFECTS,
    wrap: (x: Json) => paramsOf({ effects: [x] }),
    at: 'effects.0',
    strict: false,
  },
  {
    name: 'LFO target',
    tag: 'target',
    examples: LFO_TARGETS,
    wrap: (x: Json) => withLayer({ lfo: { config: { waveform: 'sine', rate: 1, depth: 1 }, target: x } }),
    at: 'layers.0.lfo.target',
    strict: true,
  },
] as const;

describe.each(groups)('$name', ({ examples, wrap, at, tag, strict }) => {
  describe.each(Object.entries(examples))('%s', (type, { required, optional }) => {
    const minimal = { [tag]: type, ...required };

    it('is accepted with its required fields only, and with all', () => {
      expect(rejected(wrap(minimal))).toEqual([]);
      expect(rejected(wrap({ ...minimal, ...optional }))).toEqual([]);
    });

    it('needs each required field, of the right type', () => {
      for (const key of Object.keys(required)) {
        const { [key]: _left, ...rest } = minimal as Json;
        expect(rejected(wrap(rest))).toContain(`${at}.${key}`);
        const wrong = rejected(wrap({ ...minimal, [key]: typeof required[key] === 'string' ? 7 : 'seven' }));
        expect(wrong).toEqual([`${at}.${key}`]);
        expect(rejected(wrap({ ...minimal, [key]: null }))).toEqual([`${at}.${key}`]);
      }
    });

    it(strict ? 'rejects an unknown field' : 'ignores an unknown field', () => {
      expect(rejected(wrap({ ...minimal, sparkle: 1 }))).toEqual(strict ? [`${at}.sparkle`] : []);
    });
  });

  it('rejects an unknown tag', () => {
    expect(rejected(wrap({ [tag]: 'no_such' }))).toEqual([`${at}.${tag}`]);
    expect(rejected(wrap({}))).toEqual([`${at}.${tag}`]);
  });
});

describe('strictness', () => {
  it.each([
    ['params', paramsOf({ x: 1 }), 'x'],
    ['layer', withLayer({ x: 1 }), 'layers.0.x'],
    ['envelope', withLayer({ envelope: { attack: 0, decay: 0, sustain: 0, release: 0, x: 1 } }), 'layers.0.envelope.x'],
    [
      'pitch envelope',
      paramsOf({ pitch_envelope: { attack: 0, decay: 0, sustain: 0, release: 0, depth: 1, x: 1 } }),
      'pitch_envelope.x',
    ],
    ['loop config', paramsOf({ loop_config: { x: 1 } }), 'loop_config.x'],
    [
      'lfo',
      withLayer({
        lfo: { config: { waveform: 'sine', rate: 1, depth: 1 }, target: { target: 'pitch', semitones: 1 }, x: 1 },
      }),
      'layers.0.lfo.x',
    ],
    [
      'lfo config',
      withLayer({
        lfo: { config: { waveform: 'sine', rate: 1, depth: 1, x: 1 }, target: { target: 'pitch', semitones: 1 } },
      }),
      'layers.0.lfo.config.x',
    ],
    [
      'sweep',
      withLayer({
        synthesis: {
          type: 'oscillator',
          waveform: 'sine',
          frequency: 1,
          freq_sweep: { end_freq: 1, curve: 'linear', x: 1 },
        },
      }),
      'layers.0.synthesis.freq_sweep.x',
    ],
    [
      'oscillator entry',
      withLayer({ synthesis: { type: 'multi_oscillator', frequency: 1, oscillators: [{ waveform: 'sine', x: 1 }] } }),
      'layers.0.synthesis.oscillators.0.x',
    ],
    [
      'EQ band',
      paramsOf({
        effects: [{ type: 'parametric_eq', bands: [{ frequency: 1, gain_db: 1, q: 1, band_type: 'peak', x: 1 }] }],
      }),
      'effects.0.bands.0.x',
    ],
    [
      'delay tap',
      paramsOf({ effects: [{ type: 'multi_tap_delay', taps: [{ time_ms: 1, feedback: 1, pan: 1, level: 1, x: 1 }] }] }),
      'effects.0.taps.0.x',
    ],
  ])('an unknown field of %s is rejected where it stands', (_name, params, path) => {
    expect(rejected(params)).toEqual([path]);
  });

  it('ignores unknown fields of sources', () => {
    const source = { type: 'noise', noise_type: 'white', tone: 3 };
    const granular = { type: 'granular', source, grain_size_ms: 10, grain_density: 10 };
    expect(rejected(withLayer({ synthesis: granular }))).toEqual([]);
    expect(rejected(withLayer({ synthesis: { type: 'spectral_freeze', source } }))).toEqual([]);
  });

  it('drops _coverage_ keys before parsing, and only those', () => {
    expect(audioV1.strip?.({ _coverage_a: 1, coverage: 2, layers: [] })).toEqual({ coverage: 2, layers: [] });
  });
});

describe('numbers, nulls and defaults', () => {
  it('takes 4.0 for an integer and refuses fractions and values out of the type', () => {
    const voices = (value: unknown) =>
      paramsOf({ effects: [{ type: 'chorus', rate: 1, depth: 1, wet: 1, voices: value }] });
    expect(rejected(voices(4.0))).toEqual([]);
    for (const bad of [4.5, -1, 256, null]) expect(rejected(voices(bad))).toEqual(['effects.0.voices']);
    expect(rejected(paramsOf({ sample_rate: 44100.5 }))).toEqual(['sample_rate']);
    expect(rejected(paramsOf({ sample_rate: 2 ** 32 }))).toEqual(['sample_rate']);
  });

  it('takes null for absent where a field is optional', () => {
    expect(
      rejected(
        paramsOf({
          base_note: null,
          pitch_envelope: null,
          loop_config: null,
          master_filter: null,
          layers: [layerOf({ delay: null, filter: null, lfo: null })],
        }),
      ),
    ).toEqual([]);
    const filter = { ...lowpass, cutoff_end: null };
    const synthesis = {
      type: 'wavetable',
      table: 'pwm',
      frequency: 1,
      voices: null,
      detune: null,
      position_sweep: null,
    };
    expect(rejected(withLayer({ filter, synthesis }))).toEqual([]);
    expect(rejected(paramsOf({ loop_config: { start_sample: null, end_sample: null } }))).toEqual([]);
  });

  it.each(['sample_rate', 'effects', 'post_fx_lfos', 'generate_loop_points', 'layers', 'duration_seconds'])(
    'refuses null for %s',
    (key) => {
      expect(rejected(paramsOf({ [key]: null }))).toEqual([key]);
    },
  );

  it('accepts any string and any byte as base_note', () => {
    for (const note of ['C4', 'nonsense', '', 0, 255]) expect(rejected(paramsOf({ base_note: note }))).toEqual([]);
    for (const note of [-1, 256, 1.5, true]) expect(rejected(paramsOf({ base_note: note }))).toEqual(['base_note']);
  });

  it('fills in the defaults', () => {
    const params = parse({ duration_seconds: 1, layers: [], loop_config: {} });
    expect(params).toEqual({
      duration_seconds: 1,
      sample_rate: 44100,
      layers: [],
      generate_loop_points: false,
      effects: [],
      post_fx_lfos: [],
      loop_config: { enabled: true, crossfade_ms: 10, snap_to_zero_crossing: true, zero_crossing_tolerance: 1000 },
    });
  });

  it('enforces no range on frequencies, filters or effects', () => {
    const synthesis = { type: 'oscillator', waveform: 'square', frequency: -1e9, duty: 77 };
    expect(rejected(withLayer({ synthesis, filter: { type: 'lowpass', cutoff: -3, resonance: 1e6 } }))).toEqual([]);
    expect(rejected(paramsOf({ effects: [{ type: 'reverb', room_size: 9, damping: -9, wet: 9 }] }))).toEqual([]);
  });

  it('wants exactly four vector sources', () => {
    const vector = (n: number) => ({ type: 'vector', frequency: 1, sources: Array(n).fill({ source_type: 'sine' }) });
    expect(rejected(withLayer({ synthesis: vector(4) }))).toEqual([]);
    expect(rejected(withLayer({ synthesis: vector(3) })).length).toBeGreaterThan(0);
    expect(rejected(withLayer({ synthesis: vector(5) })).length).toBeGreaterThan(0);
  });
});
