import { describe, expect, it } from 'vitest';
import {
  checked,
  envelopeOf,
  layerOf,
  lowpass,
  paramsOf,
  parse,
  recorder,
  remarked,
  sine,
  square,
} from './_fixtures.ts';
import { audioV1 } from './index.ts';

type Json = Record<string, unknown>;
const LAYER = 'E012 recipe.params.layers.0';
const inLayer = (change: Json) => checked(paramsOf({ layers: [layerOf(change)] }));
const config = { waveform: 'sine', rate: 2, depth: 0.5, phase: 0.5 };
const lfo = (target: Json, change: Json = {}) => ({ config: { ...config, ...change }, target });
const postFx = (lfos: Json[], effects: Json[] = []) => checked(paramsOf({ post_fx_lfos: lfos, effects }));

const reverb = { type: 'reverb', room_size: 0.5, damping: 0.5, wet: 0.5 };
const delay = { type: 'delay', time_ms: 5, feedback: 0, wet: 1 };
const granular = {
  type: 'granular',
  source: { type: 'noise', noise_type: 'white' },
  grain_size_ms: 9,
  grain_density: 9,
};
const fm = { type: 'fm_synth', carrier_freq: 9, modulator_freq: 9, modulation_index: 1 };

describe('layers', () => {
  it('finds nothing in sound parameters', () => {
    expect(inLayer({})).toEqual([]);
    expect(checked(paramsOf({ layers: [] }))).toEqual([]);
  });

  it('wants a duration above 0', () => {
    expect(checked(paramsOf({ duration_seconds: 0, layers: [] }))).toEqual(['E012 recipe.params.duration_seconds']);
    expect(checked(paramsOf({ duration_seconds: -1, layers: [] }))).toEqual(['E012 recipe.params.duration_seconds']);
  });

  it.each([
    ['volume', -0.1],
    ['volume', 1.1],
    ['pan', -1.1],
    ['pan', 1.1],
    ['delay', -0.1],
    ['delay', 0.6],
  ])('rejects %s %d', (field, value) => {
    expect(inLayer({ [field]: value })).toEqual([`${LAYER}.${field}`]);
  });

  it('allows a delay as long as the sound', () => {
    expect(inLayer({ delay: 0.5 })).toEqual([]);
  });

  it('reports every violation, with what was expected and found', () => {
    const envelope = { attack: -1, decay: -1, sustain: 2, release: -1 };
    expect(inLayer({ volume: 2, envelope }).sort()).toEqual(
      ['envelope.attack', 'envelope.decay', 'envelope.release', 'envelope.sustain', 'volume'].map(
        (p) => `${LAYER}.${p}`,
      ),
    );
    const { findings, full } = recorder();
    audioV1.check?.(
      parse(paramsOf({ layers: [layerOf({ delay: 3 })] })),
      envelopeOf([{ kind: 'primary', format: 'wav', path: 'a' }]),
      findings,
    );
    const expected = 'at most duration_seconds (0.5)';
    expect(full).toEqual([{ message: `delay must be ${expected}`, expected, found: '3' }]);
  });
});

describe('layer LFOs', () => {
  it.each([
    ['rate', 0],
    ['rate', -1],
    ['depth', 0],
    ['depth', 1.1],
    ['phase', -0.1],
    ['phase', 1.1],
  ])('rejects %s %d', (field, value) => {
    expect(inLayer({ lfo: lfo({ target: 'volume', amount: 1 }, { [field]: value }) })).toEqual([
      `${LAYER}.lfo.config.${field}`,
    ]);
  });

  it.each([
    [{ target: 'pitch', semitones: 0 }, 'semitones', {}],
    [{ target: 'volume', amount: 0 }, 'amount', {}],
    [{ target: 'volume', amount: 1.1 }, 'amount', {}],
    [{ target: 'pan', amount: -0.1 }, 'amount', {}],
    [{ target: 'pan', amount: 2 }, 'amount', {}],
    [{ target: 'filter_cutoff', amount: 0 }, 'amount', { filter: lowpass }],
    [{ target: 'pulse_width', amount: 0.5 }, 'amount', { synthesis: square }],
    [{ target: 'pulse_width', amount: 0 }, 'amount', { synthesis: square }],
    [{ target: 'fm_index', amount: -2 }, 'amount', { synthesis: fm }],
    [{ target: 'grain_size', amount_ms: 0 }, 'amount_ms', { synthesis: granular }],
    [{ target: 'grain_density', amount: 0 }, 'amount', { synthesis: granular }],
  ])('rejects %j', (target, field, layer) => {
    expect(inLayer({ lfo: lfo(target), ...layer })).toEqual([`${LAYER}.lfo.target.${field}`]);
  });

  it.each([
    [{ target: 'filter_cutoff', amount: 5 }, {}, { filter: { type: 'comb', delay_ms: 1, feedback: 0, wet: 1 } }],
    [{ target: 'pulse_width', amount: 0.49 }, { synthesis: sine }, { synthesis: { ...square, waveform: 'pulse' } }],
    [
      { target: 'pulse_width', amount: 0.1 },
      { synthesis: { type: 'multi_oscillator', frequency: 1, oscillators: [{ waveform: 'sine' }] } },
      {
        synthesis: {
          type: 'multi_oscillator',
          frequency: 1,
          oscillators: [{ waveform: 'sine' }, { waveform: 'square' }],
        },
      },
    ],
    [{ target: 'fm_index', amount: 5 }, {}, { synthesis: fm }],
    [{ target: 'grain_size', amount_ms: 5 }, {}, { synthesis: granular }],
    [{ target: 'grain_density', amount: 5 }, { synthesis: fm }, { synthesis: granular }],
  ])('%j needs something to move', (target, without, having) => {
    expect(inLayer({ lfo: lfo(target), ...without })).toEqual([`${LAYER}.lfo.target`]);
    expect(inLayer({ lfo: lfo(target), ...having })).toEqual([]);
  });

  it.each([
    { target: 'delay_time', amount_ms: 5 },
    { target: 'reverb_size', amount: 1 },
    { target: 'distortion_drive', amount: 1 },
  ])('refuses %j in a layer', (target) => {
    expect(inLayer({ lfo: lfo(target) })).toEqual([`${LAYER}.lfo.target`]);
  });
});

describe('post-effect LFOs', () => {
  const AT = 'E012 recipe.params.post_fx_lfos';
  const size = lfo({ target: 'reverb_size', amount: 0.2 });

  it('accepts each target once, with an effect that it moves', () => {
    const time = lfo({ target: 'delay_time', amount_ms: 3 });
    const drive = lfo({ target: 'distortion_drive', amount: 3 });
    expect(postFx([size, time, drive], [reverb, delay, { type: 'waveshaper', drive: 2, wet: 1 }])).toEqual([]);
    expect(postFx([time], [{ type: 'stereo_widener', width: 1, mode: 'haas' }])).toEqual([]);
    expect(postFx([time], [{ type: 'stereo_widener', width: 1 }])).toEqual([`${AT}.0.target`]);
    expect(postFx([size], [delay])).toEqual([`${AT}.0.target`]);
    expect(postFx([drive], [reverb])).toEqual([`${AT}.0.target`]);
  });

  it('reports the later of two with the same target', () => {
    expect(postFx([size, size], [reverb])).toEqual([`${AT}.1.target`]);
  });

  it('refuses targets of layers', () => {
    expect(postFx([lfo({ target: 'volume', amount: 1 })], [reverb])).toEqual([`${AT}.0.target`]);
  });

  it('checks the configuration and the amount', () => {
    expect(postFx([lfo({ target: 'reverb_size', amount: 0 }, { rate: 0, depth: 2, phase: 2 })], [reverb])).toEqual(
      ['config.rate', 'config.depth', 'config.phase', 'target.amount'].map((p) => `${AT}.0.${p}`),
    );
    expect(postFx([lfo({ target: 'delay_time', amount_ms: -1 })], [delay])).toEqual([`${AT}.0.target.amount_ms`]);
  });
});

describe('remarks', () => {
  it('names each ignored field of effects and sources, and suggests the nearest', () => {
    const params = paramsOf({
      effects: [reverb, { ...reverb, wett: 1, config: {} }, { type: 'no_such', x: 1 }, 7],
      layers: [{ synthesis: { ...granular, source: { type: 'noise', noise_type: 'white', frequency: 3 } } }],
    });
    expect(remarked(params)).toEqual([
      'W004 recipe.params.layers.0.synthesis.source.frequency',
      'W004 recipe.params.effects.1.wett',
      'W004 recipe.params.effects.1.config',
    ]);
    const { findings, full } = recorder();
    audioV1.remark?.({ effects: [{ ...reverb, wett: 1 }] }, findings);
    expect(full).toEqual([expect.objectContaining({ suggestion: 'did you mean "wet"?' })]);
  });

  it('says nothing of raw parameters of another shape', () => {
    for (const params of [{}, { effects: 3, layers: {} }, { layers: [null, { synthesis: null }] }]) {
      expect(remarked(params as Json)).toEqual([]);
    }
  });
});
