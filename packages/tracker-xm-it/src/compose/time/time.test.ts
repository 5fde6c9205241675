import { describe, expect, it } from 'vitest';
import { outcome, rows, songOf } from '../_fixtures.ts';
import { bjorklund } from './euclid.ts';

const emit = (at: object) => ({ op: 'emit', at, cell: { channel: 0, inst: 0 } });
const fault = (at: object) => outcome(songOf(emit(at)));

describe('rows', () => {
  it('range goes in steps', async () => {
    expect(await rows(emit({ op: 'range', start: 20, step: -5, count: 4 }))).toEqual([5, 10, 15, 20]);
    expect(await fault({ op: 'range', start: 0, step: 0, count: 0 })).toBe('004 patterns.verse.program.at.step');
    expect(await fault({ op: 'range', start: 0, step: 1, count: 50_001 })).toBe('011 patterns.verse.program.at');
    expect(await fault({ op: 'range', start: 2147483647, step: 2147483647, count: 9 })).toMatch(/^004/);
  });

  it('beats are counted in bars', async () => {
    const beats = [{ bar: 0 }, { bar: 1, beat: 2, sub: 3 }, { bar: 0, beat: 3 }];
    expect(await rows(emit({ op: 'beat_list', beats }))).toEqual([0, 12, 27]);
    const range = { op: 'beat_range', start: { bar: 0, beat: 1 }, step: { beats: 1, sub: 1 }, count: 4 };
    expect(await rows(emit(range))).toEqual([4, 9, 14, 19]);
    expect(await fault({ ...range, step: { beats: 1, sub: -4 }, count: 0 })).toMatch(/^004 .*step/);
    expect(await fault({ ...range, count: 8 })).toMatch(/^004/);
    expect(await fault({ op: 'beat_list', beats: [{ bar: 0, beat: 4 }] })).toMatch(/^004 .*beats\[0\]\.beat/);
    expect(await fault({ op: 'beat_list', beats: [{ bar: 0, sub: 4 }] })).toMatch(/^004 .*beats\[0\]\.sub/);
    expect(await fault({ op: 'beat_list', beats: [{ bar: 2 }] })).toMatch(/^004 .*beats\[0\]/);
    const without = songOf(emit({ op: 'beat_list', beats: [{ bar: 0 }] }), { timebase: null });
    expect(await outcome(without)).toMatch(/^004/);
  });

  it('patterns are drawn', async () => {
    const drawn = { op: 'pattern', pattern: 'x..X x.\tx', stride: 2, offset: 1 };
    expect(await rows(emit(drawn))).toEqual([1, 7, 9, 13]);
    expect(await fault({ op: 'pattern', pattern: 'x-x' })).toBe('004 patterns.verse.program.at.pattern');
    expect(await fault({ op: 'pattern', pattern: '.'.repeat(100_001) })).toBe('012 patterns.verse.program.at.pattern');
  });

  it('Euclidean rhythms are turned and stretched', async () => {
    const euclid = { op: 'euclid', pulses: 3, steps: 8, rotate: -3, stride: 2, offset: 1 };
    expect(await rows(emit(euclid))).toEqual([3, 9, 13]);
    expect(await fault({ ...euclid, pulses: 9 })).toMatch(/^004/);
    expect(await fault({ ...euclid, steps: 0, pulses: 0 })).toMatch(/^004/);
    expect(await fault({ ...euclid, steps: 4294967295 })).toMatch(/^011/);
  });
});

it.each([
  [1, 4, '...x'],
  [2, 5, '.x.x.'],
  [3, 7, '.x.x.x.'],
  [3, 8, '.x..x..x'],
  [4, 8, '.x.x.x.x'],
  [5, 8, 'x.xx.xx.'],
  [5, 12, '.x.x..x.x..x'],
  [7, 12, 'x.x.xx.x.xx.'],
  [4, 16, '...x...x...x...x'],
  [5, 16, '..x..x..x..x..x.'],
  [7, 16, '.x.x.x..x.x.x..x'],
  [9, 16, 'x.x.x.xx.x.x.xx.'],
  [0, 3, '...'],
  [3, 3, 'xxx'],
])('spreads %i pulses over %i steps', (pulses, steps, text) => {
  const rhythm = bjorklund(steps, pulses);
  expect(rhythm.map((hit) => (hit ? 'x' : '.')).join('')).toBe(text);
});
