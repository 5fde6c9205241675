import { validateDocument } from '@speccade/spec';
import { expect, it } from 'vitest';
import { checkBudgets, estimate } from '../check-spec.ts';
import { byName } from '../profile.ts';

const tone = { synthesis: { type: 'sine' } };

async function songOf(change: Record<string, unknown> = {}) {
  const { spec, errors } = await validateDocument({
    spec_version: 1,
    asset_id: 'a-song',
    asset_type: 'music',
    license: 'CC0-1.0',
    seed: 1,
    outputs: [{ kind: 'primary', format: (change.format as string) ?? 'xm', path: `a.${change.format ?? 'xm'}` }],
    recipe: {
      kind: 'music.tracker_song_v1',
      params: {
        format: 'xm',
        bpm: 125,
        speed: 6,
        channels: 4,
        instruments: [tone],
        patterns: { a: { rows: 16 } },
        arrangement: [{ pattern: 'a' }],
        ...change,
      },
    },
  });
  expect(errors).toEqual([]);
  return spec!;
}

const patterns = (count: number, rows: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [index === 0 ? 'a' : `p${index}`, { rows }]));
const events = (count: number) => ({ a: { rows: 64, data: Array.from({ length: count }, () => ({ note: 'C4' })) } });

it.each<[string, Record<string, unknown>, string[]]>([
  ['zx-8bit', {}, []],
  ['zx-8bit', { channels: 9 }, ['xm_max_channels recipe.params.channels']],
  ['zx-8bit', { channels: 9, format: 'it' }, ['it_max_channels recipe.params.channels']],
  ['zx-8bit', { patterns: patterns(65, 16) }, ['xm_max_patterns recipe.params.patterns']],
  ['zx-8bit', { patterns: patterns(1, 65) }, ['xm_max_pattern_rows recipe.params.patterns']],
  ['zx-8bit', { patterns: events(10_001) }, ['max_cells_per_pattern recipe.params.patterns']],
  [
    'zx-8bit',
    { instruments: Array.from({ length: 33 }, () => tone) },
    ['xm_max_instruments recipe.params.instruments'],
  ],
  [
    'nethercore',
    { format: 'it', instruments: Array.from({ length: 65 }, () => tone) },
    ['it_max_instruments recipe.params.instruments', 'it_max_samples recipe.params.instruments'],
  ],
  ['default', { channels: 32, patterns: patterns(256, 256) }, []],
])('%s %#', async (profile, change, expected) => {
  const issues = checkBudgets(await songOf(change), byName(profile)!);
  expect(issues.map(({ code }) => code)).toEqual(expected.map(() => 'E022'));
  expect(issues.map(({ message, path }) => `${/: (\w+) is/.exec(message)![1]} ${path}`)).toEqual(expected);
});

it('holds the sounds of instruments to the layers of a sound', async () => {
  const layers = (count: number) =>
    Array.from({ length: count }, () => ({
      synthesis: { type: 'oscillator', waveform: 'sine', frequency: 440 },
      envelope: { attack: 0, decay: 0, sustain: 1, release: 0 },
      volume: 1,
      pan: 0,
    }));
  const instruments = [8, 9].map((count) => ({ synthesis_audio_v1: { duration_seconds: 1, layers: layers(count) } }));
  const issues = checkBudgets(await songOf({ instruments }), byName('zx-8bit')!);
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'E020 recipe.params.instruments[1].synthesis_audio_v1.layers',
  ]);
});

it('costs what its sounds cost', async () => {
  const layer = {
    synthesis: { type: 'noise_burst', noise_type: 'white' },
    envelope: { attack: 0, decay: 0, sustain: 1, release: 0 },
    volume: 1,
    pan: 0,
  };
  const sound = (duration_seconds: number) => ({ synthesis_audio_v1: { duration_seconds, layers: [layer] } });
  const cost = async (change: Record<string, unknown>) => estimate(await songOf(change));
  expect(await cost({ instruments: [sound(4)] })).toBeGreaterThan(await cost({ instruments: [sound(1)] }));
  expect(await cost({ instruments: [tone, tone] })).toBe(2 * (await cost({})));
  expect(await cost({ instruments: [{ ...tone, loop_mode: 'none' }] })).toBeLessThan(await cost({}));
  expect(await cost({ patterns: events(50) })).toBe((await cost({})) + 50);
});
