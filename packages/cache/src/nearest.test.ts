import { expect, it } from 'vitest';
import { INPUT } from '../test/samples.ts';
import { compareDifferences, keyDifferences } from './nearest.ts';

it('names each component that differs, with absent ones as null', () => {
  const stored = { ...INPUT, inputs: [{ uri: 'kick.wav', sha256: '1'.repeat(64) }], options: { preview: 2 } };
  const wanted = {
    ...INPUT,
    stdlib: '1.0.0',
    outputs: [{ kind: 'primary', format: 'wav', path: 'b.wav' }],
    inputs: [{ uri: 'kick.wav', sha256: '2'.repeat(64) }],
  };
  expect(keyDifferences(stored, wanted)).toEqual([
    { component: 'stdlib', stored: null, wanted: '1.0.0' },
    { component: 'outputs[0].path', stored: 'sounds/laser.wav', wanted: 'b.wav' },
    { component: 'inputs[kick.wav]', stored: '1'.repeat(64), wanted: '2'.repeat(64) },
    { component: 'options.preview', stored: 2, wanted: null },
  ]);
  expect(keyDifferences(INPUT, INPUT)).toEqual([]);
});

it('finds an older state of the same asset nearer than a copy under another name', () => {
  const older = keyDifferences({ ...INPUT, seed: 1, recipe: 'c'.repeat(64) }, INPUT);
  const copy = keyDifferences({ ...INPUT, asset: { id: 'copy', type: 'audio' } }, INPUT);
  expect(compareDifferences(older, copy)).toBeLessThan(0);
  expect(compareDifferences(older, keyDifferences({ ...INPUT, seed: 1 }, INPUT))).toBeGreaterThan(0);
});
