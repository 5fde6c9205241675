import { canonicalHash } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { metricsOf, validParams } from '../_sound.ts';
import { CATEGORIES, type CategoryName, categoryNamed } from './categories.ts';
import { randomizeSpec } from './randomize.ts';

const names = Object.keys(CATEGORIES) as CategoryName[];

describe('randomizeSpec', () => {
  it.each(names)('makes valid specs of %s from fifty seeds, and they differ', async (category) => {
    const hashes = new Set<string>();
    for (let seed = 0; seed < 50; seed++) {
      const spec = randomizeSpec({ category, seed });
      const { duration_seconds: duration, layers } = await validParams(spec);
      expect(duration).toBeLessThanOrEqual(5);
      expect(layers.length).toBeGreaterThan(0);
      hashes.add(canonicalHash(spec.recipe!.params));
    }
    expect(hashes.size).toBe(50);
  });

  it.each(names)('makes sounds of %s that are neither silent nor clipped nor off centre', async (category) => {
    for (let seed = 0; seed < (category === 'ambience' ? 12 : 50); seed++) {
      const { quality, format } = await metricsOf(randomizeSpec({ category, seed }));
      const at = `seed ${seed}`;
      expect(quality.clipping_detected, at).toBe(false);
      expect(quality.rms_db, at).toBeGreaterThan(-30);
      expect(quality.silence_ratio, at).toBeLessThan(0.5);
      expect(Math.max(...(quality.channel_dc_offset ?? [quality.dc_offset]).map(Math.abs)), at).toBeLessThan(0.01);
      expect(format.duration_ms, at).toBeGreaterThan(25);
    }
  });

  it('gives the same specs everywhere', () => {
    const hashes = names.flatMap((category) =>
      [1, 7, 4294967295].map((seed) => canonicalHash(randomizeSpec({ category, seed }))),
    );
    expect(canonicalHash(hashes)).toMatchInlineSnapshot(
      `"baa2275f71b0bcbbb969ec56dbac94987beee158550ea3181a43f8ea70dbaae3"`,
    );
  });

  it('knows the names of other generators', () => {
    expect(['zap', 'pickup', 'hurt', 'select', 'laser'].map(categoryNamed)).toEqual([
      'laser',
      'coin',
      'hit',
      'blip',
      'laser',
    ]);
    expect(['', 'toString', '__proto__', 'lasers'].map(categoryNamed)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuses what it does not know', () => {
    expect(() => randomizeSpec({ category: 'toString' as never, seed: 1 })).toThrow(RangeError);
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) {
      expect(() => randomizeSpec({ category: 'coin', seed })).toThrow(RangeError);
    }
  });
});
