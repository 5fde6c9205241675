import { BackendError } from '@speccade/spec';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerOf, paramsOf } from '../_fixtures.ts';
import { renderParams } from '../render.ts';
import { chain } from './_arbitrary.ts';
import { effects } from './index.ts';

const noise = { synthesis: { type: 'noise_burst', noise_type: 'white' }, pan: 0.3 };
/** Not noise, whose level is that of its loudest sample. */
const tone = {
  synthesis: { type: 'fm_synth', carrier_freq: 440, modulator_freq: 660, modulation_index: 2 },
  pan: 0.3,
};
const rates = fc.constantFrom(100, 8000, 22050, 48000);

describe('any chain', () => {
  it('gives finite samples of the right number, the same every time', () => {
    fc.assert(
      fc.property(chain, rates, fc.constantFrom(1, 30, 2500), (raw, sampleRate, frames) => {
        const params = audioParams.parse({
          duration_seconds: frames / sampleRate,
          sample_rate: sampleRate,
          layers: [layerOf(noise)],
          ...JSON.parse(JSON.stringify(raw)),
        });
        const made = renderParams(params, 7).channels;
        expect(made.length).toBe(2);
        for (const channel of made) {
          expect(channel.length).toBe(Math.ceil(params.duration_seconds * sampleRate));
          expect(channel.every(Number.isFinite)).toBe(true);
        }
        expect(renderParams(params, 7).channels).toEqual(made);
      }),
      { numRuns: 300 },
    );
  });

  it('previews as it begins, lookahead and all', () => {
    fc.assert(
      fc.property(chain, (raw) => {
        const params = audioParams.parse({
          duration_seconds: 0.2,
          sample_rate: 22050,
          layers: [layerOf(tone)],
          ...JSON.parse(JSON.stringify(raw)),
        });
        const whole = renderParams(params, 7).channels;
        const begin = renderParams(params, 7, { previewSeconds: 0.05 }).channels;
        begin.forEach((channel, c) => {
          expect(channel).toEqual(whole[c]!.subarray(0, 1103));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('renders as the reference without throwing', () => {
    fc.assert(
      fc.property(chain, (raw) => {
        const params = audioParams.parse({ ...paramsOf([noise]), ...JSON.parse(JSON.stringify(raw)) });
        renderParams(params, 7, { compat: 'reference' });
      }),
      { numRuns: 200 },
    );
  });
});

it('has every effect of the schema', () => {
  expect(Object.keys(effects).length).toBe(21);
});

describe('parameters out of range', () => {
  const issuesOf = (entries: object[], lfos: object[] = []) => {
    try {
      renderParams(paramsOf([noise], { effects: entries, post_fx_lfos: lfos }), 1, { path: ['recipe', 'params'] });
      return [];
    } catch (error) {
      return (error as BackendError).issues;
    }
  };
  const tap = { time_ms: 0.5, feedback: 1, pan: 2, level: -1 };
  const haas = { type: 'stereo_widener', width: 1, mode: 'haas', delay_ms: 60 };
  const lfo = {
    config: { waveform: 'sine', rate: 1, depth: 1 },
    target: { target: 'delay_time', amount_ms: 1 },
  };

  it('says it as published, with path, expected and found', () => {
    expect(issuesOf([{ type: 'reverb', room_size: 9, damping: 0.5, wet: -0.001 }])).toEqual([
      {
        code: 'AUDIO_006',
        severity: 'error',
        path: 'recipe.params.effects[0].wet',
        message: "invalid parameter 'reverb.wet': must be 0.0-1.0, got -0.001",
        expected: '0 to 1',
        found: '-0.001',
      },
    ]);
  });

  it('tells all at once, of taps too', () => {
    const issues = issuesOf([
      { type: 'multi_tap_delay', taps: [{ ...tap, time_ms: 5 }, tap] },
      { type: 'phaser', rate: 0, depth: 0.5, stages: 13, wet: 2 },
      haas,
    ]);
    expect(issues.map(({ path }) => path.replace('recipe.params.', ''))).toEqual([
      'effects[0].taps[0].feedback',
      'effects[0].taps[0].pan',
      'effects[0].taps[0].level',
      'effects[0].taps[1].time_ms',
      'effects[0].taps[1].feedback',
      'effects[0].taps[1].pan',
      'effects[0].taps[1].level',
      'effects[1].rate',
      'effects[1].stages',
      'effects[1].wet',
      'effects[2].delay_ms',
    ]);
    expect(issues[3]!.message).toContain("'multi_tap_delay.taps[1].time_ms'");
    expect(issues.every(({ code }) => code === 'AUDIO_006')).toBe(true);
  });

  it('leaves taps and haas alone where an LFO moves them, and haas in other modes', () => {
    expect(issuesOf([{ type: 'multi_tap_delay', taps: [{ ...tap, feedback: 0.5 }] }, haas], [lfo])).toEqual([]);
    expect(issuesOf([{ ...haas, mode: 'simple' }])).toEqual([]);
    const flanger = { type: 'flanger', rate: 1, depth: 1, feedback: 0, delay_ms: 60, wet: 1 };
    expect(issuesOf([flanger], [lfo]).map(({ path }) => path)).toEqual(['recipe.params.effects[0].delay_ms']);
  });

  it('ends are allowed', () => {
    const ends = [
      { type: 'gate_expander', threshold_db: -60, ratio: 1, attack_ms: 0.1, hold_ms: 0, release_ms: 10, range_db: -80 },
      { type: 'ring_modulator', frequency: 20000, mix: 1 },
    ];
    expect(issuesOf(ends)).toEqual([]);
    expect(issuesOf([{ ...ends[0], ratio: 0.5 }])[0]).toMatchObject({ expected: 'at least 1', found: '0.5' });
  });

  it('is a BackendError', () => {
    const params = paramsOf([noise], { effects: [{ type: 'ring_modulator', frequency: 0, mix: 0 }] });
    expect(() => renderParams(params, 1)).toThrow(BackendError);
  });
});
