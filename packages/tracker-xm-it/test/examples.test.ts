/** The compose songs in examples/music: valid, small, playable from their first row to their last, and using what there is. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Artifact, validateDocument } from '@speccade/spec';
import type { ComposeParams, PatternExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { trackerBackend } from '@speccade/tracker-xm-it';
import { describe, expect, it } from 'vitest';
import { operators } from '../src/compose/operators/index.ts';
import { transforms } from '../src/compose/transforms/index.ts';

const folder = new URL('../../../examples/music/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('music.tracker_song_compose_v1'));
const load = (name: string) => validateDocument(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

describe.each(names)('%s', (name) => {
  it('is valid, without a warning', async () => {
    const { errors, warnings } = await load(name);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('gives modules of less than 300 kB that last at least five seconds', async () => {
    const { spec } = await load(name);
    const artifacts = (await trackerBackend.generate(spec!, {})) as Artifact[];
    const modules = artifacts.filter(({ kind }) => kind === 'primary');
    expect(modules.length).toBe(spec!.outputs.length);
    for (const { bytes, metrics } of modules) {
      expect(bytes.length).toBeLessThan(300_000);
      expect(metrics!.duration_seconds).toBeGreaterThan(5);
      expect(metrics!.notes).toBeGreaterThan(20);
    }
  });

  it('uses every definition', async () => {
    const params = (await load(name)).spec!.recipe!.params as ComposeParams;
    const text = JSON.stringify(params);
    for (const def of Object.keys(params.defs)) expect(text).toContain(`{"op":"ref","name":${JSON.stringify(def)}}`);
  });
});

it('together they use every operator and every transform', async () => {
  const used = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('op' in value) used.add((value as PatternExpr).op);
    Object.values(value).forEach(collect);
  };
  for (const name of names) collect((await load(name)).spec!.recipe!.params);
  expect(Object.keys(operators).filter((op) => !used.has(op))).toEqual([]);
  expect(Object.keys(transforms).filter((op) => !used.has(op))).toEqual([]);
});
