/** How the time of an expansion grows with what it comes to. */
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { expect, it } from 'vitest';
import { type Json, parse, songOf, stack, transform } from './_fixtures.ts';
import { expandPatterns } from './expand.ts';

/** Drums, a bass on the chords and a humanised lead in every channel of every row of `bars` bars. */
function song(bars: number, channels: number): Json {
  const count = 64;
  const line = (channel: number) => {
    const at = { op: 'range', start: 0, step: 1, count };
    const cell = { channel, inst: 0, vol: 40 };
    const pitch_seq = { kind: 'chord_tone', mode: 'cycle', values: ['1', '3', '5'], octave: 3 };
    const played = channel % 2 === 0 ? { op: 'emit', at, cell } : { op: 'emit_seq', at, cell, pitch_seq };
    return transform(played, { op: 'humanize_vol', min_vol: 20, max_vol: 60, seed_salt: `v${channel}` });
  };
  const program = stack(...Array.from({ length: channels }, (_, channel) => line(channel)));
  const names = Array.from({ length: bars / 4 }, (_, index) => `p${index}`);
  return songOf(program, {
    channels,
    patterns: Object.fromEntries(names.map((name) => [name, { bars: 4, program }])),
    arrangement: names.map((pattern) => ({ pattern })),
  });
}

/** Milliseconds of this process, the least of several rounds: what else runs on the machine does not count. */
function milliseconds(params: ComposeParams, rounds: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    expandPatterns(params, { seed: 1 });
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** The exponent of a power law through the times of the smallest and the largest; the least of three attempts. */
function exponent(sizes: readonly number[], songs: readonly ComposeParams[], rounds: number): number {
  const attempts = [0, 1, 2].map(() => {
    const times = songs.map((params) => milliseconds(params, rounds));
    return Math.log(times.at(-1)! / times[0]!) / Math.log(sizes.at(-1)! / sizes[0]!);
  });
  return Math.min(...attempts);
}

it('expands 256 bars of 8 channels into every cell', async () => {
  const params = await parse(song(256, 8));
  const patterns = expandPatterns(params, { seed: 1 });
  expect(Object.values(patterns).reduce((sum, { data }) => sum + data.length, 0)).toBe(256 * 16 * 8);
});

// Twice the length in four times the time would be an exponent of 2.
it('grows no faster than rows and channels do', async () => {
  const bars = [16, 256];
  const byBars = await Promise.all(bars.map((count) => parse(song(count, 8))));
  expect(exponent(bars, byBars, 3)).toBeLessThan(1.4);
  const channels = [4, 32];
  const byChannels = await Promise.all(channels.map((count) => parse(song(32, count))));
  expect(exponent(channels, byChannels, 3)).toBeLessThan(1.4);
});

it('grows no faster than the length of one pattern does', async () => {
  const lengths = [512, 16_384];
  const songs = await Promise.all(
    lengths.map((count) => {
      const program = { op: 'emit', at: { op: 'range', start: 0, step: 1, count }, cell: { channel: 0, inst: 0 } };
      const backwards = { op: 'reverse', len_rows: count, body: program };
      const slice = { op: 'slice', start: 0, len: count, body: program };
      return parse(songOf(stack(backwards, slice), {}, { rows: count }));
    }),
  );
  expect(exponent(lengths, songs, 8)).toBeLessThan(1.4);
});
