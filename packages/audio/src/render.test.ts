import { BackendError } from '@speccade/spec';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipe } from './_arbitrary.ts';
import { layerOf, paramsOf, sound } from './_fixtures.ts';
import { peakOf } from './dsp/peak.ts';
import { PEAK_LEVEL, quantize } from './quantize.ts';
import { renderParams } from './render.ts';

const sine = { type: 'oscillator', waveform: 'sine', frequency: 440 };
const noise = { type: 'noise_burst', noise_type: 'white' };

describe('any recipe', () => {
  it('gives finite samples of the right number and level, mono or stereo by rule, the same every time', () => {
    fc.assert(
      fc.property(recipe, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (raw, seed) => {
        const params = audioParams.parse(JSON.parse(JSON.stringify(raw)));
        const made = renderParams(params, seed);
        const frames = Math.ceil(params.duration_seconds * params.sample_rate);
        const stereo = params.layers.some(
          ({ pan, lfo, synthesis }) =>
            Math.abs(pan) > 1e-6 ||
            lfo?.target.target === 'pan' ||
            (synthesis.type === 'granular' && synthesis.pan_spread > 0) ||
            (synthesis.type === 'supersaw_unison' && synthesis.voices > 1 && synthesis.spread !== 0),
        );
        expect(made.channels.length).toBe(stereo ? 2 : 1);
        for (const channel of made.channels) {
          expect(channel.length).toBe(frames);
          expect(channel.every(Number.isFinite)).toBe(true);
        }
        const pcm = quantize(made.channels);
        const peak = pcm.reduce((largest, v) => Math.max(largest, Math.abs(v)), 0);
        expect([0, Math.round(PEAK_LEVEL * 32767)]).toContain(peak);
        if (peak === 0) expect(Math.max(...made.channels.map((channel) => peakOf(channel)))).toBeLessThan(1e-300);
        expect(quantize(renderParams(params, seed).channels)).toEqual(pcm);
      }),
      { numRuns: 300 },
    );
  });

  it('renders as the reference without throwing', () => {
    fc.assert(
      fc.property(recipe, (raw) => {
        const params = audioParams.parse(JSON.parse(JSON.stringify(raw)));
        quantize(renderParams(params, 1, { compat: 'reference' }).channels);
      }),
      { numRuns: 200 },
    );
  });
});

describe('small sounds', () => {
  it('no layers are silence', () => {
    expect([...sound(paramsOf([])).pcm]).toEqual(Array(441).fill(0));
  });
  it('one sample is a sound', () => {
    for (const synthesis of [sine, noise, { type: 'karplus_strong', frequency: 1, decay: 1, blend: 0 }]) {
      for (const compat of [undefined, 'reference'] as const) {
        expect(
          sound(paramsOf([{ synthesis }], { duration_seconds: 1e-6, loop_config: {} }), 1, { compat }).pcm.length,
        ).toBe(1);
      }
    }
  });
  it('a delay as long as the sound is silence', () => {
    expect([...sound(paramsOf([{ synthesis: noise, delay: 0.02 }])).pcm]).toEqual(Array(441).fill(0));
  });
});

describe('preview', () => {
  const synthesis = { ...sine, freq_sweep: { end_freq: 2000, curve: 'exponential' } };
  const layers = [
    { synthesis, envelope: { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.2 } },
    { synthesis: sine, delay: 0.4 },
  ];
  const params = paramsOf(layers, { duration_seconds: 0.5, loop_config: {} });

  it('is the beginning of the whole sound', () => {
    const whole = renderParams(paramsOf(layers, { duration_seconds: 0.5 }), 1).channels[0]!;
    const made = renderParams(params, 1, { previewSeconds: 0.1 });
    expect(made.channels[0]).toEqual(whole.slice(0, 2205));
    expect(made.loop).toBeUndefined();
  });

  it('reaches as far as a bent signal needs', () => {
    const bent = paramsOf(
      [
        {
          synthesis: noise,
          lfo: { config: { waveform: 'sine', rate: 5, depth: 1 }, target: { target: 'pitch', semitones: 2 } },
        },
      ],
      { duration_seconds: 0.5 },
    );
    const whole = renderParams(bent, 1).channels[0]!;
    expect(renderParams(bent, 1, { previewSeconds: 0.1 }).channels[0]).toEqual(whole.slice(0, 2205));
  });

  it('is the whole sound when that is shorter', () => {
    expect(renderParams(params, 1, { previewSeconds: 9 }).channels[0]!.length).toBe(11025);
  });

  it('as the reference is a shorter sound, in which a late layer is an error', () => {
    const early = paramsOf(layers.slice(0, 1), { duration_seconds: 0.5 });
    const short = renderParams({ ...early, duration_seconds: 0.1 }, 1, { compat: 'reference' });
    expect(renderParams(early, 1, { compat: 'reference', previewSeconds: 0.1 }).channels).toEqual(short.channels);
    expect(() => renderParams(params, 1, { compat: 'reference', previewSeconds: 0.1 })).toThrow(
      /delay exceeds duration/,
    );
  });
});

describe('pitch', () => {
  const crossings = (x: Float64Array) => x.reduce((n, v, i) => n + (i > 0 && x[i - 1]! < 0 && v >= 0 ? 1 : 0), 0);
  const up = { attack: 0, decay: 0, sustain: 1, release: 0, depth: 12 };
  const one = { duration_seconds: 0.5, sample_rate: 44100 };

  it.each([
    sine,
    { type: 'multi_oscillator', frequency: 440, oscillators: [{ waveform: 'triangle' }] },
    { type: 'fm_synth', carrier_freq: 440, modulator_freq: 440, modulation_index: 0 },
    { type: 'additive', base_freq: 440, harmonics: [1] },
  ])('the pitch envelope moves %j through the normal chain', (synthesis) => {
    const made = renderParams(paramsOf([{ synthesis, delay: 0.25 }], { ...one, pitch_envelope: up }), 1).channels[0]!;
    expect(Math.max(...made.slice(0, 11025))).toBe(0);
    expect(crossings(made)).toBeGreaterThanOrEqual(218);
    expect(crossings(made)).toBeLessThanOrEqual(220);
  });

  it('detune counts', () => {
    const made = renderParams(paramsOf([{ synthesis: { ...sine, detune: 1200 } }], one), 1).channels[0]!;
    expect(Math.abs(crossings(made) - 440)).toBeLessThanOrEqual(1);
  });

  it('a vibrato keeps the sweep', () => {
    const lfo = { config: { waveform: 'sine', rate: 5, depth: 1 }, target: { target: 'pitch', semitones: 0.1 } };
    const synthesis = { ...sine, freq_sweep: { end_freq: 880, curve: 'linear' } };
    const made = renderParams(paramsOf([{ synthesis, lfo }], one), 1).channels[0]!;
    expect(Math.abs(crossings(made) - 330)).toBeLessThanOrEqual(3);
  });
});

describe('refusals', () => {
  it('names every type that it cannot make, with its path', () => {
    const params = audioParams.parse({ duration_seconds: 1, layers: [layerOf({ synthesis: sine })] });
    const odd = {
      ...params,
      layers: [params.layers[0]!, { ...params.layers[0]!, synthesis: { type: 'theremin' } }],
      effects: [{ type: 'sparkle' }],
    } as unknown as typeof params;
    try {
      renderParams(odd, 1, { path: ['recipe', 'params'] });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(BackendError);
      expect((error as BackendError).issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
        'AUDIO_009 recipe.params.layers[1].synthesis.type',
        'AUDIO_009 recipe.params.effects[0].type',
      ]);
    }
  });

  it('refuses what is no sound at all', () => {
    const codes = (change: object) => {
      try {
        renderParams({ ...paramsOf([{ synthesis: sine }]), ...change }, 1);
        return [];
      } catch (error) {
        return (error as BackendError).issues.map((issue) => issue.code);
      }
    };
    expect(codes({ sample_rate: 0 })).toEqual(['AUDIO_003', 'AUDIO_004']);
    expect(codes({ duration_seconds: 0 })).toEqual(['AUDIO_004']);
    expect(codes({ duration_seconds: 1e12 })).toEqual(['AUDIO_004']);
  });

  it('stops when it is told to', () => {
    const signal = AbortSignal.abort(new Error('enough'));
    expect(() => renderParams(paramsOf([{ synthesis: sine }]), 1, { signal })).toThrow('enough');
  });
});
