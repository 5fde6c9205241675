import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUDGET_CODES, type BudgetCategory } from './budget-error.ts';
import { checkCounts, type SpecCounts } from './checks.ts';
import { type BudgetProfile, byName, DEFAULT_PROFILE, PROFILE_NAMES } from './profile.ts';

/** For every limit: the counts that stand exactly at a value. */
const AT: Readonly<Record<string, (value: number) => SpecCounts>> = {
  'audio.max_duration_seconds': (durationSeconds) => ({ audio: { counts: { durationSeconds } } }),
  'audio.max_layers': (layers) => ({ audio: { counts: { layers } } }),
  'audio.max_samples': (samples) => ({ audio: { counts: { samples } } }),
  'texture.max_dimension': (width) => ({ texture: { counts: { width } } }),
  'texture.max_pixels': (pixels) => ({ texture: { counts: { width: 1, height: pixels } } }),
  'texture.max_graph_nodes': (graphNodes) => ({ texture: { counts: { graphNodes } } }),
  'texture.max_graph_depth': (graphDepth) => ({ texture: { counts: { graphDepth } } }),
  'music.xm_max_channels': (channels) => ({ music: { counts: { format: 'xm', channels } } }),
  'music.xm_max_patterns': (patterns) => ({ music: { counts: { format: 'xm', patterns } } }),
  'music.xm_max_instruments': (instruments) => ({ music: { counts: { format: 'xm', instruments } } }),
  'music.xm_max_pattern_rows': (patternRows) => ({ music: { counts: { format: 'xm', patternRows } } }),
  'music.it_max_channels': (channels) => ({ music: { counts: { format: 'it', channels } } }),
  'music.it_max_patterns': (patterns) => ({ music: { counts: { format: 'it', patterns } } }),
  'music.it_max_instruments': (instruments) => ({ music: { counts: { format: 'it', instruments } } }),
  'music.it_max_samples': (samples) => ({ music: { counts: { format: 'it', samples } } }),
  'music.max_compose_recursion': (composeRecursion) => ({ music: { counts: { format: 'it', composeRecursion } } }),
  'music.max_cells_per_pattern': (cellsPerPattern) => ({ music: { counts: { format: 'xm', cellsPerPattern } } }),
  'mesh.max_vertices': (vertices) => ({ mesh: { counts: { vertices } } }),
  'mesh.max_faces': (faces) => ({ mesh: { counts: { faces } } }),
  'mesh.max_bones': (bones) => ({ mesh: { counts: { bones } } }),
  'general.starlark_timeout_seconds': (starlarkSeconds) => ({ general: { starlarkSeconds } }),
  'general.max_spec_size_bytes': (specSizeBytes) => ({ general: { specSizeBytes } }),
};

function limitOf(profile: BudgetProfile, name: string): number {
  const [category, limit] = name.split('.') as [BudgetCategory, string];
  return (profile[category] as unknown as Record<string, number>)[limit]!;
}

/** A profile in which only the pixel limit can be reached by width and height. */
function widened(profile: BudgetProfile, name: string): BudgetProfile {
  if (name !== 'texture.max_pixels') return profile;
  return { ...profile, texture: { ...profile.texture, max_dimension: Number.MAX_SAFE_INTEGER } };
}

const bounded = PROFILE_NAMES.filter((name) => name !== 'unlimited').map((name) => byName(name)!);

describe('every limit', () => {
  it('has a place in the table above', () => {
    const limits = Object.entries(DEFAULT_PROFILE).flatMap(([category, part]) =>
      typeof part === 'string' ? [] : Object.keys(part as object).map((limit) => `${category}.${limit}`),
    );
    expect([...Object.keys(AT), 'audio.allowed_sample_rates'].sort()).toEqual(limits.sort());
  });

  it.each(Object.keys(AT))('%s passes at the limit and gives exactly its issue one step beyond', (name) => {
    const [category, limit] = name.split('.') as [BudgetCategory, string];
    const step = name.endsWith('seconds') ? 0.001 : 1;
    for (const profile of bounded.map((bound) => widened(bound, name))) {
      const maximum = limitOf(profile, name);
      expect(checkCounts(AT[name]!(maximum), profile)).toEqual([]);
      const errors = checkCounts(AT[name]!(maximum + step), profile);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ category, limit, maximum: String(maximum), code: BUDGET_CODES[category] });
      expect(errors[0]!.message).toBe(
        `${category} budget exceeded: ${limit} is ${maximum + step}, maximum is ${maximum}`,
      );
    }
  });

  it('holds for any limit and any value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(AT)), fc.nat(1e6), fc.nat(1e6), (name, maximum, value) => {
        const [category, limit] = name.split('.') as [BudgetCategory, string];
        const base = widened(DEFAULT_PROFILE, name);
        const profile = { ...base, [category]: { ...base[category], [limit]: maximum } } as BudgetProfile;
        expect(checkCounts(AT[name]!(value), profile)).toHaveLength(value > maximum ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('is exceeded by what is not a number', () => {
    for (const name of Object.keys(AT))
      expect(checkCounts(AT[name]!(Number.NaN), DEFAULT_PROFILE).length, name).toBeGreaterThan(0);
  });
});

describe('sample rates', () => {
  it('are a list', () => {
    for (const sampleRate of [22_050, 44_100, 48_000]) {
      expect(checkCounts({ audio: { counts: { sampleRate } } }, DEFAULT_PROFILE)).toEqual([]);
    }
    const [error] = checkCounts({ audio: { counts: { sampleRate: 96_000 } } }, DEFAULT_PROFILE);
    expect(error!.message).toBe(
      'audio budget exceeded: allowed_sample_rates is 96000, maximum is one of 22050, 44100, 48000',
    );
  });
});

describe('one cause, one issue', () => {
  it('does not tell raw and expanded layers twice', () => {
    const counts = { audio: { counts: { layers: 40, expandedLayers: 50 } } };
    expect(checkCounts(counts, DEFAULT_PROFILE)).toHaveLength(1);
    expect(checkCounts({ audio: { counts: { layers: 2, expandedLayers: 50 } } }, DEFAULT_PROFILE)).toHaveLength(1);
  });
});
