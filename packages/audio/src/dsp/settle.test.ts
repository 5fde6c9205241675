import { describe, expect, it } from 'vitest';
import { collect, effectOf, RATE } from '../effects/_fixtures.ts';
import { connectStage } from '../effects/connect-stage.ts';
import { effects } from '../effects/index.ts';
import { effectFor } from '../effects/types.ts';
import { filters } from '../filters/index.ts';
import { createFilter } from '../filters/types.ts';
import { inBlocks } from './process.ts';
import { settle } from './settle.ts';

const SECONDS = 10;
const click = new Float64Array(SECONDS * RATE);
click[3] = 1;
const lastSecond = (x: Float64Array) => x.subarray((SECONDS - 1) * RATE);

it('clears what is inaudible and nothing else', () => {
  const state = Float64Array.of(1e-299, -1e-301, 5e-324, -1, 0);
  settle(state);
  expect(state).toEqual(Float64Array.of(1e-299, 0, 0, -1, 0));
});

describe('ten seconds after a click there is silence, not the smallest numbers there are', () => {
  it.each([
    { type: 'lowpass', cutoff: 1000, resonance: 0.7 },
    { type: 'lowpass', cutoff: 1000, cutoff_end: 300, resonance: 0.7 },
    { type: 'highpass', cutoff: 100, resonance: 0.7 },
    { type: 'bandpass', center: 1000, resonance: 2 },
    { type: 'notch', center: 1000, resonance: 2 },
    { type: 'allpass', frequency: 1000, resonance: 0.7 },
    { type: 'formant', vowel: 'a', intensity: 0.8 },
    { type: 'ladder', cutoff: 1000, resonance: 0.3 },
    { type: 'shelf_low', frequency: 200, gain_db: 6 },
    { type: 'shelf_high', frequency: 4000, gain_db: -6 },
  ] as const)('$type', (filter) => {
    const x = click.slice();
    const process = createFilter(filters, filter, { sampleRate: RATE, span: x.length });
    inBlocks(x.length, (start, end) => process.process(x.subarray(start, end), start, end));
    expect(lastSecond(x).every((v) => v === 0)).toBe(true);
  });

  it.each([
    { type: 'parametric_eq', bands: [{ frequency: 400, gain_db: 6, q: 1.2, band_type: 'peak' }] },
    { type: 'phaser', rate: 1, depth: 0.5, stages: 5, wet: 0.5 },
    {
      type: 'auto_filter',
      sensitivity: 0.5,
      attack_ms: 5,
      release_ms: 80,
      depth: 0.5,
      base_frequency: 300,
    },
    { type: 'cabinet_sim', cabinet_type: 'guitar_4x12' },
  ])('$type', (raw) => {
    const effect = effectOf(raw);
    const context = { sampleRate: RATE, frames: click.length, seed: 1, modulation: {} };
    const stage = effectFor(effects, effect)!(effect, context);
    const source = connectStage(
      stage,
      (l, r, start, end) => {
        l.set(click.subarray(start, end));
        r.set(click.subarray(start, end));
      },
      click.length,
    );
    const { left, right } = collect(source, click.length);
    expect(lastSecond(left).every((v) => v === 0)).toBe(true);
    expect(lastSecond(right).every((v) => v === 0)).toBe(true);
  });
});
