import { describe, expect, it } from 'vitest';
import { at, cells, outcome, songOf } from './_fixtures.ts';

const program = at([0, 1], { vol: 10 });

describe('cells by hand', () => {
  it('lie over those of the program, from both layouts', async () => {
    const pattern = {
      rows: 8,
      data: [
        { row: 0, channel: 0, note: 'E4', inst: 1 },
        { row: 5, channel: 1, note: 62, vol: 3 },
      ],
      notes: { 2: [{ row: 1, note: 'C4' }], 1: [{ row: 1, note: 'C4', inst: 1 }] },
    };
    const expected = ['0:0 E4/1 v10', '1:0 C4/0 v10', '1:1 C4/1', '1:2 C4/0', '5:1 D4/0 v3'];
    expect(await cells(songOf(program, {}, pattern))).toEqual(expected);
    expect(await cells(songOf(program, {}, pattern), { compat: 'reference' })).toEqual(expected);
  });

  it('change only what they give, but for the reference', async () => {
    const song = songOf(program, {}, { rows: 8, data: [{ row: 0, channel: 0, vol: 33 }] });
    expect(await cells(song)).toEqual(['0:0 C4/0 v33', '1:0 C4/0 v10']);
    expect(await cells(song, { compat: 'reference' })).toEqual(['0:0 ""/0 v33', '1:0 C4/0 v10']);
  });

  it('know the other words for inst and vol', async () => {
    const data = [{ row: 3, instrument: 1, volume: 7, note: 'C4' }];
    expect((await cells(songOf(program, {}, { data })))[2]).toBe('3:0 C4/1 v7');
  });

  it('must agree with each other', async () => {
    const data = [
      { row: 3, note: 'C4' },
      { row: 3, note: 'D4' },
    ];
    expect(await outcome(songOf(program, {}, { data }))).toBe('006 patterns.verse');
  });

  it('name their channel by a number', async () => {
    expect(await outcome(songOf(program, {}, { notes: { x: [] } }))).toBe('005 patterns.verse.notes.x');
    expect(await outcome(songOf(program, {}, { notes: { 256: [] } }))).toBe('005 patterns.verse.notes["256"]');
    expect(await outcome(songOf(program, {}, { notes: { '+2': [{ row: 4 }] } }))).toHaveLength(3);
  });
});

describe('rests and key offs', () => {
  it.each(['---', '...', 'OFF', '===', '^^^', 'CUT', 'fade', '~~~'])('%s needs no instrument', async (note) => {
    const rest = at([0], { note, inst: null, effect: 1 });
    expect(await cells(songOf(rest))).toEqual([`0:0 ${note}/- e1`]);
    expect(await outcome(songOf(rest), 'reference')).toBe('009 patterns.verse');
    expect(await cells(songOf(at([]), {}, { data: [{ row: 1, note }] }))).toEqual([`1:0 ${note}/-`]);
  });
});

describe('the length of a pattern', () => {
  const lengthOf = (pattern: object, change = {}) => outcome(songOf(at([0]), change, { rows: null, ...pattern }));

  it('is given in rows or in bars', async () => {
    expect(await lengthOf({ bars: 1 })).toHaveLength(1);
    expect(await lengthOf({ rows: 1 })).toHaveLength(1);
    expect(await lengthOf({ rows: 1, bars: 1 })).toBe('005 patterns.verse.bars');
    expect(await lengthOf({})).toBe('005 patterns.verse.rows');
    expect(await lengthOf({ bars: 1 }, { timebase: null })).toBe('005 patterns.verse.bars');
    expect(await lengthOf({ bars: 65535 })).toBe('005 patterns.verse.bars');
    const timebase = { beats_per_bar: 3, rows_per_beat: 1 };
    expect(await outcome(songOf(at([3]), {}, { rows: null, bars: 1, timebase }))).toBe('007 patterns.verse');
  });
});
