/** That the specs of this folder use everything there is. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Spec } from '@speccade/spec';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import { expect, it } from 'vitest';
import { possible, used } from './_coverage.ts';

const folder = new URL('./', import.meta.url);
const specs = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'hashes.json')
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Spec);
const inMode = (compat: 'reference' | undefined) =>
  specs.filter((spec) => spec.compat === compat).map((spec) => audioParams.parse(spec.recipe!.params));

it('every type, variant and optional field is in a spec of the default mode', () => {
  const everything = possible(audioParams);
  for (const some of [
    'vosim',
    'ladder.cutoff_end',
    'grain_density',
    'spectral_freeze of noise',
    'delay.ping_pong=true',
  ]) {
    expect(everything).toContain(some);
  }
  const found = new Set<string>();
  for (const params of inMode(undefined)) used(audioParams, params, found);
  const missing = [...everything].filter((name) => !found.has(name));
  expect(missing.join(' ')).toBe('');
});

it('filters that can move are at rest, swept and modulated', () => {
  const movable = new Set([...possible(audioParams)].flatMap((name) => /^(\w+)\.\w+_end$/.exec(name)?.[1] ?? []));
  const found = new Set<string>();
  for (const { layers } of inMode(undefined)) {
    for (const { filter, lfo } of layers) {
      if (!filter) continue;
      const swept = Object.entries(filter).some(([field, value]) => field.endsWith('_end') && value != null);
      found.add(`${filter.type} ${lfo?.target.target === 'filter_cutoff' ? 'modulated' : swept ? 'swept' : 'at rest'}`);
    }
  }
  expect(movable.size).toBe(6);
  for (const type of movable) {
    for (const how of ['at rest', 'swept', 'modulated']) expect(found).toContain(`${type} ${how}`);
  }
});

it('sounds are mono and stereo, at odd rates, of one sample, delayed and looped, and as the reference has them', () => {
  const all = inMode(undefined);
  expect(all.length).toBeGreaterThanOrEqual(84);
  expect(inMode('reference').length).toBeGreaterThanOrEqual(10);
  const rates = new Set(all.map(({ sample_rate }) => sample_rate));
  for (const rate of [8000, 22050, 44100, 48000, 96000]) expect(rates).toContain(rate);
  expect(all.some((p) => Math.ceil(p.duration_seconds * p.sample_rate) === 1)).toBe(true);
  expect(all.some((p) => p.layers.every(({ pan }) => pan === 0))).toBe(true);
  expect(all.some((p) => p.layers.some(({ pan }) => pan < 0) && p.layers.some(({ pan }) => pan > 0))).toBe(true);
});
