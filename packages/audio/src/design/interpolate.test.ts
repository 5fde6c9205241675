import { canonicalHash, type JsonObject, type Spec } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { EFFECTS, EXAMPLES, FILTERS, layerOf, soundOf } from './_examples.ts';
import { metricsOf, pcmOf, validParams } from './_sound.ts';
import { interpolateSpecs } from './interpolate.ts';
import { mutateSpec } from './mutate.ts';
import { CATEGORIES, type CategoryName } from './random/categories.ts';
import { randomizeSpec } from './random/randomize.ts';
import type { SoundDocument } from './result.ts';

function between(a: Spec, b: Spec, at: number): SoundDocument {
  const result = interpolateSpecs(a, b, { at });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.spec;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into it as they please
const paramsOf = (spec: Spec): any => spec.recipe!.params;

const tone = (frequency: number, change: JsonObject = {}) =>
  layerOf({ synthesis: { type: 'oscillator', waveform: 'sine', frequency, ...change } });

describe('interpolateSpecs', () => {
  it.each(EXAMPLES)('goes from %s to a variation of it, validly', async (_name, spec) => {
    const other = mutateSpec(spec, { seed: 2, amount: 0.8 });
    expect(paramsOf(between(spec, other, 0))).toEqual(paramsOf(spec));
    expect(paramsOf(between(spec, other, 1))).toEqual(paramsOf(other));
    for (const at of [0.1, 0.5, 0.9]) {
      const mixed = between(spec, other, at);
      const params = await validParams(mixed);
      expect(params.layers).toHaveLength(paramsOf(spec).layers.length);
      expect(Object.keys(paramsOf(mixed)).sort()).toEqual(Object.keys(paramsOf(spec)).sort());
    }
  });

  it.each(EXAMPLES)('changes nothing between %s and itself', (_name, spec) => {
    expect(paramsOf(between(spec, spec, 0.4))).toEqual(paramsOf(spec));
  });

  it('gives the sound of either end, sample for sample', async () => {
    const [a, b] = [randomizeSpec({ category: 'laser', seed: 1 }), randomizeSpec({ category: 'coin', seed: 2 })];
    expect((await pcmOf(between(a, b, 0))).pcm).toEqual((await pcmOf(a)).pcm);
    expect((await pcmOf(between(a, b, 1))).pcm).toEqual((await pcmOf(b)).pcm);
  });

  it('goes in equal ratios for frequencies and times, straight for positions', () => {
    const a = soundOf({ duration_seconds: 0.2, layers: [{ ...tone(200), pan: -0.5, delay: 0.01 }] });
    const b = soundOf({ duration_seconds: 0.8, layers: [{ ...tone(800), pan: 0.5, delay: 0.04 }] });
    const { duration_seconds, layers } = paramsOf(between(a, b, 0.5));
    expect(duration_seconds).toBeCloseTo(0.4, 9);
    expect(layers[0]).toMatchObject({ pan: 0, delay: 0.02, synthesis: { frequency: 400 } });
  });

  it('takes what is absent for what it amounts to', () => {
    const sweep = { freq_sweep: { end_freq: 100, curve: 'linear' } };
    const { layers } = paramsOf(
      between(soundOf({ layers: [tone(400)] }), soundOf({ layers: [tone(400, { ...sweep, detune: 20 })] }), 0.5),
    );
    expect(layers[0].synthesis).toMatchObject({ freq_sweep: { end_freq: 200, curve: 'linear' }, detune: 10 });
  });

  it('fades layers that are unlike, pairing those that are alike in any order', () => {
    const noise = layerOf({ synthesis: { type: 'noise_burst', noise_type: 'white' } });
    const a = soundOf({ layers: [noise, tone(200)] });
    const b = soundOf({ layers: [tone(800), layerOf({ synthesis: { type: 'noise_burst', noise_type: 'pink' } })] });
    const { layers } = paramsOf(between(a, b, 0.25));
    expect(layers.map((layer: JsonObject) => layer.volume)).toEqual([0.6, 0.8, 0.2]);
    expect(layers[1].synthesis.frequency).toBeCloseTo(282.843, 3);
  });

  it('fades effects, LFOs and the pitch envelope of one sound alone', async () => {
    const lfo = { config: { waveform: 'sine', rate: 2, depth: 0.8 }, target: { target: 'reverb_size', amount: 0.2 } };
    const [reverb, crush] = [EFFECTS[1]!, EFFECTS[7]!];
    const pitch = { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.05, depth: 8 };
    const a = soundOf({ layers: [tone(200)], effects: [crush] });
    const b = soundOf({ layers: [tone(200)], effects: [reverb], post_fx_lfos: [lfo], pitch_envelope: pitch });
    const mixed = between(a, b, 0.5);
    await validParams(mixed);
    const { effects, post_fx_lfos, pitch_envelope } = paramsOf(mixed);
    expect(effects).toMatchObject([
      { type: 'bitcrush', bits: 12 },
      { type: 'reverb', wet: 0.15 },
    ]);
    expect([post_fx_lfos[0].config.depth, pitch_envelope.depth]).toEqual([0.4, 4]);
  });

  it('keeps effects of both in their order', () => {
    const chain = (...indices: number[]) => soundOf({ layers: [], effects: indices.map((i) => EFFECTS[i]!) });
    const types = (a: number[], b: number[]) =>
      paramsOf(between(chain(...a), chain(...b), 0.5)).effects.map(({ type }: { type: string }) => type);
    expect(types([1, 2, 4], [2, 5])).toEqual(['reverb', 'delay', 'chorus', 'phaser']);
    expect(types([11], [8, 11])).toEqual(['waveshaper', 'limiter']);
  });

  it('comes close to either end near it', async () => {
    const a = soundOf({ layers: [tone(300)], effects: EFFECTS.slice(0, 9), master_filter: FILTERS[0]! });
    const b = soundOf({ layers: [tone(300)] });
    const { channels } = await pcmOf(between(a, b, 0.9999));
    const bare = (await pcmOf(b)).channels[0]!;
    const far = channels[0]!.reduce((most, v, i) => Math.max(most, Math.abs(v - bare[i]!)), 0);
    expect(far).toBeLessThan(0.01);
  });

  it('finds a way between random sounds of all categories', async () => {
    const names = Object.keys(CATEGORIES) as CategoryName[];
    for (const [i, category] of names.entries()) {
      const [a, b] = [category, names[(i + 1) % names.length]!].map((name) =>
        randomizeSpec({ category: name, seed: i }),
      );
      const result = interpolateSpecs(a!, b!, { at: 0.5 });
      expect(result.ok).toBe(true);
      if (result.ok) expect((await metricsOf(result.spec)).quality.rms_db).toBeGreaterThan(-40);
    }
  });

  it.each<[JsonObject, JsonObject, string]>([
    [{ master_filter: FILTERS[2]! }, {}, 'recipe.params.master_filter'],
    [{ master_filter: FILTERS[0]! }, { master_filter: FILTERS[1]! }, 'recipe.params.master_filter'],
    [{ effects: [EFFECTS[4]!, EFFECTS[11]!] }, {}, 'recipe.params.effects[1]'],
    [{}, { effects: [EFFECTS[9]!] }, 'recipe.params.effects[0]'],
    [
      { layers: new Array(20).fill(tone(1)) },
      { layers: new Array(20).fill(layerOf({ synthesis: { type: 'noise_burst', noise_type: 'pink' } })) },
      'recipe.params.layers',
    ],
  ])('refuses what cannot fade: %#', (a, b, path) => {
    for (const at of [0, 0.5, 1]) {
      const result = interpolateSpecs(soundOf({ layers: [], ...a }), soundOf({ layers: [], ...b }), { at });
      expect(result).toMatchObject({ ok: false, issues: [{ code: 'DESIGN_005', path }] });
    }
  });

  it('says what the spec is', async () => {
    const a = soundOf({ layers: [] }, { asset_id: 'a'.repeat(64), license: 'MIT', seed: 1 });
    const b = soundOf(
      { layers: [] },
      { asset_id: 'b'.repeat(64), seed: 2, outputs: [{ kind: 'primary', format: 'wav', path: 'x/y.wav' }] },
    );
    const mixed = between(a, b, 1 / 3);
    await validParams(mixed);
    expect(mixed).toMatchObject({
      seed: 1,
      license: 'MIT AND CC0-1.0',
      asset_id: `${'a'.repeat(24)}-to-${'b'.repeat(24)}-0_333333`,
    });
    expect(between(a, b, 0.6)).toMatchObject({ seed: 2, outputs: [{ path: expect.stringMatching(/^x\/a/) }] });
    await validParams(between(a, b, 1e-9));
  });

  it('gives the same spec everywhere', () => {
    const specs = EXAMPLES.map(([, spec]) => between(spec, mutateSpec(spec, { seed: 2 }), 0.3));
    expect(canonicalHash(specs.map(canonicalHash))).toMatchInlineSnapshot(
      `"c60dde9af19b1b4800c031e8248be905710a4f41fa7e1386d0650c9ada461df7"`,
    );
  });

  it('refuses places outside of the way', () => {
    const spec = soundOf({ layers: [] });
    for (const at of [-0.1, 1.1, Number.NaN]) expect(() => interpolateSpecs(spec, spec, { at })).toThrow(RangeError);
    expect(() => interpolateSpecs(spec, { ...spec, recipe: undefined } as never, { at: 0 })).toThrow('only sounds');
  });
});
