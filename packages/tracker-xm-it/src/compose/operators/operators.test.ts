import { describe, expect, it } from 'vitest';
import { at, cells, outcome, rows, sequence, songOf, span, stack } from '../_fixtures.ts';

const of = (program: unknown) => cells(songOf(program));

describe('emit', () => {
  it('puts a cell at every position, MIDI numbers by their names', async () => {
    expect(await of(at([0, 5], { note: 61 }))).toEqual(['0:0 C#4/0', '5:0 C#4/0']);
  });

  it('says where a cell leaves the pattern, and what it lacks', async () => {
    expect(await outcome(songOf(at([-1])))).toBe('007 patterns.verse');
    expect(await outcome(songOf(at([32])))).toBe('007 patterns.verse');
    expect(await outcome(songOf(at([0], { channel: 9 })))).toBe('007 patterns.verse.program.cell.channel');
    expect(await outcome(songOf(at([0], { inst: 9 })))).toBe('008 patterns.verse.program.cell.inst');
    expect(await outcome(songOf(at([0], { inst: null })))).toBe('009 patterns.verse');
    expect(await outcome(songOf(at([0], { channel: 'zz' })))).toBe('013 patterns.verse.program.cell.channel');
    expect(await outcome(songOf(at([0], { inst: 'zz' })))).toBe('014 patterns.verse.program.cell.inst');
    expect(await outcome(songOf(at([0], { note: 128 })))).toBe('005 patterns.verse.program.cell.note');
  });

  it('does not look at a template that is used nowhere', async () => {
    expect(await outcome(songOf(at([], { channel: 'zz', inst: 'zz' })))).toEqual([]);
  });
});

describe('stack', () => {
  it('fills fields in by default', async () => {
    const program = stack(at([0, 1], { note: null }), at([1], { vol: 20, inst: null }));
    expect(await of(program)).toEqual(['0:0 ""/0', '1:0 C4/0 v20']);
  });

  it('lets the last one win where it is told to, field by field', async () => {
    const parts = [at([0], { vol: 10, effect: 1 }), at([0], { note: 'E4', vol: 20 })];
    expect(await of({ op: 'stack', merge: 'last_wins', parts })).toEqual(['0:0 E4/0 v20 e1']);
  });

  it('refuses cells that meet, or that differ', async () => {
    const program = { op: 'stack', merge: 'error', parts: [at([0, 1]), at([1])] };
    expect(await outcome(songOf(program))).toBe('006 patterns.verse.program');
    const differing = stack(at([1], { vol: 20 }), at([1], { vol: 10 }));
    await expect(of(differing)).rejects.toThrow('differ in vol');
    await expect(of(program)).rejects.toThrow('differ in cell');
  });

  it('of nothing is nothing', async () => {
    expect(await of(stack())).toEqual([]);
  });
});

describe('sections', () => {
  it('concat puts them one after another', async () => {
    const parts = [
      { len_rows: 8, body: at([0, 7]) },
      { len_rows: 4, body: at([1]) },
    ];
    expect(await rows({ op: 'concat', parts })).toEqual([0, 7, 9]);
    const out = [{ len_rows: 8, body: at([8]) }];
    expect(await outcome(songOf({ op: 'concat', parts: out }))).toBe('007 patterns.verse.program.parts[0]');
    const long = [{ len_rows: 33, body: at([]) }];
    expect(await outcome(songOf({ op: 'concat', parts: long }))).toBe('005 patterns.verse.program');
  });

  it('repeat copies one', async () => {
    const repeat = (times: number, len_rows: number, body: unknown) => ({ op: 'repeat', times, len_rows, body });
    expect(await rows(repeat(3, 4, at([0, 2])))).toEqual([0, 2, 4, 6, 8, 10]);
    expect(await rows(repeat(0, 4, at([0])))).toEqual([]);
    expect(await outcome(songOf(repeat(0, 4, at([4]))))).toBe('007 patterns.verse.program.body');
    expect(await outcome(songOf(repeat(9, 4, at([0]))))).toBe('005 patterns.verse.program');
    expect(await outcome(songOf(repeat(1, 0, at([0]))))).toBe('005 patterns.verse.program.len_rows');
  });

  it('draws once for all copies', async () => {
    const humanize = { op: 'humanize_vol', min_vol: 1, max_vol: 60, seed_salt: 'q' };
    const eight = { len_rows: 8, body: at([0, 4]) };
    const body = { op: 'transform', ops: [humanize], body: { op: 'concat', parts: [eight, eight] } };
    const found = await of({ op: 'repeat', times: 2, len_rows: 16, body });
    expect(found.map((text) => Number.parseInt(text, 10))).toEqual([0, 4, 8, 12, 16, 20, 24, 28]);
    expect(found.map((text) => text.split(' v')[1])).toEqual(['51', '23', '24', '33', '51', '23', '24', '33']);
  });
});

describe('moving and cutting', () => {
  it('shift, slice, reverse and mirror move rows', async () => {
    expect(await rows({ op: 'shift', rows: 4, body: at([0, 2]) })).toEqual([4, 6]);
    expect(await rows({ op: 'slice', start: 1, len: 2, body: at([0, 1, 2, 3]) })).toEqual([1, 2]);
    expect(await outcome(songOf({ op: 'slice', start: 1, len: -1, body: at([0]) }))).toBe(
      '005 patterns.verse.program.len',
    );
    for (const op of ['reverse', 'mirror']) {
      expect(await rows({ op, len_rows: 16, body: at([0, 3, 5]) })).toEqual([10, 12, 15]);
    }
    expect(await rows({ op: 'shift', rows: 4, body: { op: 'reverse', len_rows: 4, body: at([0, 5]) } })).toEqual([
      2, 7,
    ]);
  });

  it('interleave gives each part its turn', async () => {
    const parts = ['C4', 'E4', 'G4'].map((note) => ({ body: at(span(0, 7), { note }) }));
    const found = await of({ op: 'interleave', stride: 2, parts });
    expect(found.map((text) => text.slice(4, 6))).toEqual(['C4', 'C4', 'E4', 'E4', 'G4', 'G4', 'C4', 'C4']);
  });

  it('interleave counts turns before row 0 as it does after, but for the reference', async () => {
    const two = [{ body: at(span(-2, 1)) }, { body: at(span(-2, 1), { channel: 1 }) }];
    const program = { op: 'shift', rows: 4, body: { op: 'interleave', stride: 1, parts: two } };
    const places = ['2:0 C4/0', '3:1 C4/0', '4:0 C4/0', '5:1 C4/0'];
    expect(await of(program)).toEqual(places);
    expect(await cells(songOf(program), { compat: 'reference' })).toEqual(places);
    const three = [0, 1, 2].map((channel) => ({ body: at(span(-4, -1), { channel }) }));
    const odd = { op: 'shift', rows: 4, body: { op: 'interleave', stride: 2, parts: three } };
    expect((await of(odd)).map((text) => text.slice(0, 3))).toEqual(['0:1', '1:1', '2:2', '3:2']);
    const reference = await cells(songOf(odd), { compat: 'reference' });
    // Rows -3 and -2 have the quotient -1, which is 0 modulo 3 as an unsigned number; row -1 has the quotient 0.
    expect(reference.map((text) => text.slice(0, 3))).toEqual(['0:2', '1:0', '2:0', '3:0']);
  });

  it('remap_channel keeps the cell of the higher channel', async () => {
    const down = stack(at([0, 1], { channel: 2 }), at([1, 2], { channel: 1, note: 'E4' }));
    const remap = (from: number, to: number, body: unknown) => ({ op: 'remap_channel', from, to, body });
    expect(await of(remap(2, 1, down))).toEqual(['0:1 C4/0', '1:1 C4/0', '2:1 E4/0']);
    const up = stack(at([0, 1]), at([1, 2], { channel: 1, note: 'E4' }));
    expect(await of(remap(0, 1, up))).toEqual(['0:1 C4/0', '1:1 E4/0', '2:1 E4/0']);
  });

  it('filter keeps what meets every criterion', async () => {
    const notes = stack(
      at([0], { note: 'OFF' }),
      at([1], { note: 'off' }),
      at([2], { note: null }),
      at([3], { note: '^^^' }),
    );
    const filter = (criteria: object, body: unknown) => ({ op: 'filter', criteria, body });
    expect(await rows(filter({ has_note: false }, notes))).toEqual([0, 2]);
    expect(await rows(filter({ has_note: true, min_row: 1, max_row: 3 }, notes))).toEqual([1]);
    const effects = stack(at([0], { effect: 0 }), at([1]), at([2], { effect_xy: [1, 2] }), at([3], { channel: 1 }));
    expect(await rows(filter({ has_effect: true }, effects))).toEqual([0, 2]);
    expect(await rows(filter({ channel: 1 }, effects))).toEqual([3]);
    expect(await outcome(songOf(filter({}, effects)))).toBe('005 patterns.verse.program.criteria');
  });
});

describe('chance', () => {
  it('prob leaves cells out', async () => {
    const prob = (p_permille: number, seed_salt = 'ghost') => ({
      op: 'prob',
      p_permille,
      seed_salt,
      body: at(span(0, 31)),
    });
    expect(await rows(prob(500))).toEqual([0, 1, 3, 5, 9, 11, 12, 14, 16, 18, 20, 21, 22, 28, 30, 31]);
    expect(await rows(prob(0))).toHaveLength(32);
    expect(await rows(prob(1000))).toEqual([]);
    expect(await outcome(songOf(prob(1001)))).toBe('005 patterns.verse.program.p_permille');
  });

  it('prob draws anew in every pattern', async () => {
    const program = { op: 'prob', p_permille: 500, seed_salt: 'g', body: at(span(0, 15)) };
    const song = songOf(program, { patterns: { a: { rows: 16, program }, b: { rows: 16, program } } });
    const of = async (pattern: string) => (await cells(song, { pattern })).map((text) => Number.parseInt(text, 10));
    expect(await of('a')).toEqual([0, 1, 3, 8, 9, 12, 14]);
    expect(await of('b')).toEqual([0, 1, 2, 3, 4, 8, 10, 12, 13, 14, 15]);
  });

  it('choose takes one by weight, and looks at no other', async () => {
    const choices = [3, 1, 6].map((weight, index) => ({ weight, body: at([index]) }));
    expect(await rows({ op: 'choose', seed_salt: 'ghost', choices })).toEqual([2]);
    const broken = [{ weight: 0, body: { op: 'ref', name: 'nowhere' } }, choices[0]!];
    expect(await rows({ op: 'choose', seed_salt: 'ghost', choices: broken })).toEqual([0]);
    expect(await outcome(songOf({ op: 'choose', seed_salt: 's', choices: [] }))).toBe(
      '005 patterns.verse.program.choices',
    );
  });
});

describe('ref', () => {
  const withDefs = (program: unknown, defs: object) => songOf(program, { defs });

  it('stands for a definition', async () => {
    expect(await cells(withDefs({ op: 'ref', name: 'x' }, { x: at([3]) }))).toEqual(['3:0 C4/0']);
  });

  it('names what is not there, and circles', async () => {
    expect(await outcome(withDefs({ op: 'ref', name: 'y' }, { x: at([3]) }))).toBe('001 patterns.verse.program.name');
    const circle = { x: { op: 'ref', name: 'y' }, y: stack({ op: 'ref', name: 'x' }) };
    await expect(cells(withDefs({ op: 'ref', name: 'x' }, circle))).rejects.toThrow('x -> y -> x');
    expect(await outcome(withDefs({ op: 'ref', name: 'x' }, circle))).toBe('002 defs.y.parts[0].name');
  });

  it('counts as a level of nesting, also when it was evaluated before', async () => {
    const defs: Record<string, unknown> = { d0: at([0]) };
    for (let i = 1; i <= 70; i++) defs[`d${i}`] = { op: 'ref', name: `d${i - 1}` };
    expect(await outcome(withDefs({ op: 'ref', name: 'd31' }, defs))).toEqual(['0:0 C4/0']);
    expect(await outcome(withDefs({ op: 'ref', name: 'd63' }, defs))).toEqual(['0:0 C4/0']);
    expect(await outcome(withDefs({ op: 'ref', name: 'd64' }, defs))).toMatch(/^003 /);
    const twice = stack({ op: 'ref', name: 'd62' }, stack({ op: 'ref', name: 'd62' }));
    expect(await outcome(withDefs(twice, defs))).toMatch(/^003 patterns.verse.program.parts\[1\]/);
  });
});

describe('emit_seq', () => {
  it('takes fields from sequences', async () => {
    const program = sequence([0, 2, 4], {
      note_seq: { mode: 'cycle', values: ['C4'] },
      inst_seq: { mode: 'cycle', values: ['i1', 0] },
      vol_seq: { mode: 'cycle', values: [1, 2] },
      effect_seq: { mode: 'cycle', values: [1, 2] },
      param_seq: { mode: 'cycle', values: [3] },
    });
    expect(await of(program)).toEqual(['0:0 C4/1 v1 e1 p3', '2:0 C4/0 v2 e2 p3', '4:0 C4/1 v1 e1 p3']);
  });

  it('keeps the order of positions', async () => {
    const program = {
      ...sequence([], { note_seq: { mode: 'once', values: ['C4', 'D4', 'E4', 'F4'] } }),
      at: { op: 'euclid', pulses: 4, steps: 16, rotate: 1 },
    };
    expect(await of(program)).toEqual(['0:0 F4/0', '4:0 C4/0', '8:0 D4/0', '12:0 E4/0']);
  });

  it('refuses sequences that do not fit', async () => {
    const seq = (values: unknown, mode = 'cycle') => outcome(songOf(sequence([0, 1], { vol_seq: { mode, values } })));
    expect(await seq([])).toBe('005 patterns.verse.program.vol_seq.values');
    expect(await seq([1], 'once')).toBe('005 patterns.verse.program.vol_seq.values');
    const both = {
      note_seq: { mode: 'cycle', values: ['C4'] },
      pitch_seq: { kind: 'scale_degree', mode: 'cycle', values: ['1'], octave: 3 },
    };
    expect(await outcome(songOf(sequence([0], both)))).toBe('005 patterns.verse.program.pitch_seq');
  });
});
