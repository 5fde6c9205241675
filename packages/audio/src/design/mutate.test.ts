import { canonicalHash, type JsonObject, type Spec, SpeccadeError } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { EFFECTS, EXAMPLES, FILTERS, layerOf, SYNTHESES, soundOf } from './_examples.ts';
import { metricsOf, validParams } from './_sound.ts';
import { mutateSpec } from './mutate.ts';
import { mapNumbers } from './walk.ts';

const paramsOf = (spec: Spec) => spec.recipe!.params as JsonObject;

/** Every number with its path. */
function numbersOf(spec: Spec): Map<string, number> {
  const numbers = new Map<string, number>();
  mapNumbers(paramsOf(spec), (value, { path }) => {
    numbers.set(path.join('.'), value);
    return value;
  });
  return numbers;
}

/** What is left when every number is the same. */
const structureOf = (spec: Spec) => mapNumbers(paramsOf(spec), () => 1);

const plain = soundOf({
  layers: [
    layerOf({ synthesis: { type: 'oscillator', waveform: 'sine', frequency: 400 } }),
    layerOf({ synthesis: { type: 'oscillator', waveform: 'sine', frequency: 600 }, delay: 0.1, pan: 0.5 }),
  ],
});

describe('mutateSpec', () => {
  it('knows every type', () => {
    expect([SYNTHESES.length, FILTERS.length, EFFECTS.length]).toEqual([26, 10, 21]);
  });

  it.each(EXAMPLES)('keeps %s valid and its structure as it is, whatever the seed', async (_name, spec) => {
    await validParams(spec);
    for (let seed = 0; seed < 25; seed++) {
      for (const amount of [0.2, 1]) {
        const mutated = mutateSpec(spec, { seed, amount });
        await validParams(mutated);
        expect(structureOf(mutated)).toEqual(structureOf(spec));
      }
    }
  });

  it.each(EXAMPLES)('makes a sound of %s', async (_name, spec) => {
    const { quality } = await metricsOf(mutateSpec(spec, { seed: 3, amount: 0.5 }));
    expect(quality.peak_db).toBeGreaterThan(-12);
    expect(quality.rms_db).toBeGreaterThan(-50);
  });

  it.each(EXAMPLES)('changes nothing of %s by an amount of 0', (_name, spec) => {
    expect(paramsOf(mutateSpec(spec, { seed: 5, amount: 0 }))).toEqual(paramsOf(spec));
  });

  it('moves every continuous parameter, and only those', () => {
    for (const [name, spec] of EXAMPLES) {
      const mutated = numbersOf(mutateSpec(spec, { seed: 9, amount: 0.3 }));
      const kept = [...numbersOf(spec)].filter(([path, value]) => value !== 0 && mutated.get(path) === value);
      const counts = /(sample_rate|voices|num_partials|num_bands|pulses|stages|bits|(start|end)_sample)$/;
      const looped = name === 'everything after the mix' ? /^duration_seconds$/ : /^$/;
      expect(kept.map(([path]) => path).filter((path) => !counts.test(path) && !looped.test(path))).toEqual([]);
    }
  });

  it('stays within an octave, and within a fifth of one by default', () => {
    for (let seed = 0; seed < 50; seed++) {
      const before = numbersOf(plain).get('layers.0.synthesis.frequency')!;
      const after = (amount?: number) =>
        numbersOf(mutateSpec(plain, { seed, amount })).get('layers.0.synthesis.frequency')!;
      expect(Math.abs(Math.log2(after(1) / before))).toBeLessThanOrEqual(1.00001);
      expect(Math.abs(Math.log2(after() / before))).toBeLessThanOrEqual(0.20001);
    }
  });

  it('keeps intervals, zeros and delays within the sound', () => {
    for (let seed = 0; seed < 50; seed++) {
      const numbers = numbersOf(mutateSpec(plain, { seed, amount: 1 }));
      const [low, high] = [0, 1].map((i) => numbers.get(`layers.${i}.synthesis.frequency`)!);
      expect(high! / low!).toBeCloseTo(1.5, 4);
      expect(numbers.get('layers.0.pan')).toBe(0);
      expect(numbers.get('layers.1.delay')! / numbers.get('duration_seconds')!).toBeLessThanOrEqual(0.75001);
    }
  });

  it('keeps a locked delay, as far as the sound still has it', async () => {
    for (let seed = 0; seed < 50; seed++) {
      const mutated = mutateSpec(plain, { seed, amount: 1, lock: ['delay'] });
      const numbers = numbersOf(mutated);
      expect(numbers.get('layers.1.delay')).toBe(Math.min(0.1, numbers.get('duration_seconds')!));
    }
  });

  it('goes the same way, farther, with a larger amount', () => {
    const at = (amount: number) => numbersOf(mutateSpec(plain, { seed: 4, amount })).get('layers.0.envelope.decay')!;
    const octaves = Math.log2(at(0.2) / 0.1);
    expect(Math.log2(at(0.4) / 0.1)).toBeCloseTo(2 * octaves, 4);
  });

  it.each([
    ['pitch', /frequency$/],
    ['envelope', /envelope/],
    ['layers[1]', /^layers\.1\./],
    ['layers[*].synthesis.frequency', /frequency$/],
    ['recipe.params.duration_seconds', /^duration_seconds$/],
  ])('keeps what %j locks and changes the rest as without', (lock, inside) => {
    const free = numbersOf(mutateSpec(plain, { seed: 8, amount: 0.5 }));
    const locked = numbersOf(mutateSpec(plain, { seed: 8, amount: 0.5, lock: [lock] }));
    for (const [path, value] of numbersOf(plain)) {
      expect([path, locked.get(path)]).toEqual([path, inside.test(path) ? value : free.get(path)]);
    }
  });

  it('keeps the pitch of a sound whose note is known', () => {
    const noted = soundOf({ ...plain.recipe!.params, base_note: 'C4' });
    const numbers = numbersOf(mutateSpec(noted, { seed: 8, amount: 1 }));
    expect(numbers.get('layers.0.synthesis.frequency')).toBe(400);
    expect(numbers.get('layers.0.envelope.decay')).not.toBe(0.1);
  });

  it('names what it makes, within the length of an asset id', async () => {
    const spec = soundOf({ layers: [] }, { asset_id: 'a'.repeat(64) });
    const mutated = mutateSpec(spec, { seed: 4294967295 });
    expect(mutated.asset_id).toHaveLength(64);
    expect(mutated.asset_id).toMatch(/a-m4294967295$/);
    expect(mutated.outputs[0]!.path).toBe(`sounds/${mutated.asset_id}.wav`);
    expect(mutated.description).toBe('An example (mutated: seed 4294967295, amount 0.2)');
    await validParams(mutated);
  });

  it('gives the same variation everywhere', () => {
    const hashes = EXAMPLES.map(([, spec]) => canonicalHash(mutateSpec(spec, { seed: 1, amount: 0.3 })));
    expect(canonicalHash(hashes)).toMatchInlineSnapshot(
      `"23a6adfad6a5ed28da6331c7d3e85247d9374b3c47dbe2e864455bd1a0ce7953"`,
    );
  });

  it.each([
    ['nosuch', 'nothing that could be changed'],
    ['envelop', 'nothing that could be changed'],
    ['layers[7]', 'nothing that could be changed'],
    ['a b', 'not a part of a path'],
    ['["', 'not a part of a path'],
    ['', 'not a part of a path'],
    ['recipe.params', 'not a part of a path'],
  ])('refuses the lock %j', (lock, message) => {
    const mutate = () => mutateSpec(plain, { seed: 1, lock: [lock] });
    expect(mutate).toThrow(SpeccadeError);
    expect(mutate).toThrow(message);
  });

  it('refuses numbers out of range and specs of other kinds', () => {
    expect(() => mutateSpec(plain, { seed: -1 })).toThrow(RangeError);
    expect(() => mutateSpec(plain, { seed: 1, amount: 1.5 })).toThrow(RangeError);
    expect(() => mutateSpec(plain, { seed: 1, amount: Number.NaN })).toThrow(RangeError);
    const song = { ...plain, recipe: { kind: 'music.tracker_song_v1', params: {} } };
    expect(() => mutateSpec(song, { seed: 1 })).toThrow('only sounds');
    expect(() => mutateSpec({ ...plain, recipe: undefined } as never, { seed: 1 })).toThrow('only sounds');
  });
});
