/** Whatever a composition says, expanding it ends, soon, with cells or with an issue. */

import { performance } from 'node:perf_hooks';
import { validateDocument } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { at, documentOf, type Json, outcome, sequence, songOf, span, stack, transform } from './_fixtures.ts';
import { Fuzz } from './_fuzz.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 400);

describe('too much', () => {
  it('a tower of definitions that each double the next', async () => {
    const defs: Record<string, unknown> = { d0: at([0]) };
    for (let i = 1; i <= 31; i++) {
      const lower = { op: 'ref', name: `d${i - 1}` };
      defs[`d${i}`] = stack(lower, lower, lower);
    }
    // 3 to the 31st copies of one cell, 63 levels deep.
    expect(await outcome(songOf({ op: 'ref', name: 'd31' }, { defs }))).toEqual(['0:0 C4/0']);
  });

  it('a chain of 100 000 definitions, and a circle of as many', async () => {
    const defs: Record<string, unknown> = { d0: at([0]) };
    for (let i = 1; i <= 100_000; i++) defs[`d${i}`] = { op: 'ref', name: `d${i - 1}` };
    expect(await outcome(songOf({ op: 'ref', name: 'd100000' }, { defs }))).toMatch(/^003 /);
    defs.d0 = { op: 'ref', name: 'd100000' };
    const { errors } = await validateDocument(documentOf(songOf({ op: 'ref', name: 'd100000' }, { defs })));
    expect(errors[0]).toMatchObject({ code: 'E012' });
  });

  it('more cells and positions than anybody plays', async () => {
    const everything = (times: number, len_rows: number) => ({
      op: 'repeat',
      times,
      len_rows,
      body: stack(...span(0, 3).map((channel) => at(span(0, len_rows - 1), { channel }))),
    });
    const long = { rows: 65_535 };
    expect(await outcome(songOf(everything(65, 1000), {}, long))).toBe('010 patterns.verse.program');
    const emit = { op: 'emit', at: { op: 'range', start: 0, step: 1, count: 4294967295 }, cell: { channel: 0 } };
    expect(await outcome(songOf(emit))).toBe('011 patterns.verse.program.at');
  });

  it('work without end, in small steps', async () => {
    const body = { op: 'emit', at: { op: 'range', start: 0, step: 1, count: 50_000 }, cell: { channel: 0, inst: 0 } };
    const parts = span(0, 999).map(() => body);
    const started = performance.now();
    expect(await outcome(songOf(stack(...parts), {}, { rows: 65_535 }))).toMatch(/^010 /);
    const ops = span(0, 9_999).map(() => ({ op: 'vol_mul', mul: 1, div: 1 }));
    expect(await outcome(songOf(transform(body, ...ops), {}, { rows: 65_535 }))).toMatch(/^010 /);
    // Generous: seconds on a slow machine, where the work asked for is minutes.
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('a million rows by hand', async () => {
    const data = span(0, 999_999).map((row) => ({ row: row % 65_536, note: 'C4' }));
    expect(await outcome(songOf(at([0]), {}, { rows: 65_535, data }))).toMatch(/^010 /);
  });

  it('texts of a million characters wherever there is a text', async () => {
    const long = 'x'.repeat(1_000_000);
    const padded = `C${'-'.repeat(1_000_000)}4`;
    const everywhere = at(span(0, 31), { note: padded });
    const started = performance.now();
    const many = { op: 'emit', at: { op: 'range', start: 0, step: 1, count: 50_000 }, cell: { channel: 0, inst: 0 } };
    const humanize = { op: 'humanize_vol', min_vol: 1, max_vol: 2, seed_salt: long };
    expect(await outcome(songOf(transform(many, humanize), {}, { rows: 65_535 }))).toMatch(/^010 /);
    expect(await outcome(songOf({ op: 'ref', name: long }))).toMatch(/^001 /);
    expect(await outcome(songOf(at([0], { channel: long })))).toMatch(/^013 /);
    const ops = [
      { op: 'transpose_semitones', semitones: 1 },
      { op: 'ratchet', divisions: 2, seed_salt: '' },
    ];
    expect(await outcome(songOf(transform(everywhere, ...ops)))).toHaveLength(32);
    expect(await outcome(songOf(transform(at([0]), { op: 'invert_pitch', pivot: padded })))).toMatch(/^005 /);
    expect(await outcome(songOf(transform(at([0]), { op: 'quantize_pitch', scale: 'major', root: long })))).toMatch(
      /^005 /,
    );
    for (const symbol of [`C${'7'.repeat(1_000_000)}`, long]) {
      const harmony = { key: { root: 'C', scale: 'major' }, chords: [{ at: { bar: 0 }, chord: { symbol } }] };
      const tones = { kind: 'chord_tone', mode: 'cycle', values: ['1', `${'b'.repeat(1_000_000)}1`], octave: 3 };
      expect(await outcome(songOf(sequence([0, 1], { pitch_seq: tones }), { harmony }))).toMatch(/^005 /);
    }
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('a hundred thousand chords under as many notes', async () => {
    const chords = span(0, 99_999).map((i) => ({ at: { bar: i % 2, beat: i % 4 }, chord: { symbol: 'Dm7' } }));
    const harmony = { key: { root: 'D', scale: 'minor' }, chords };
    const pitch_seq = { kind: 'chord_tone', mode: 'cycle', values: ['1', '3', '5'], octave: 3 };
    const program = stack(...span(0, 99).map(() => sequence(span(0, 31), { pitch_seq })));
    const started = performance.now();
    expect(await outcome(songOf(program, { harmony }))).toHaveLength(32);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('nesting without end', async () => {
    let program: Json = at([0]);
    for (let i = 0; i < 100; i++) program = { op: 'shift', rows: 0, body: program };
    expect(await outcome(songOf(program))).toMatch(/^003 /);
    for (let i = 0; i < 100_000; i++) program = { op: 'shift', rows: 0, body: program };
    const { ok, errors } = await validateDocument(documentOf(songOf(program)));
    expect(ok).toBe(false);
    expect(errors[0]!.message).toContain('nested');
  });
});

describe('names that objects have anyway', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty'])('%s is no definition, channel or instrument', async (name) => {
    expect(await outcome(songOf({ op: 'ref', name }))).toMatch(/^001/);
    expect(await outcome(songOf(at([0], { channel: name })))).toMatch(/^013/);
    expect(await outcome(songOf(at([0], { inst: name })))).toMatch(/^014/);
  });
});

it(`${RUNS} compositions at random end in cells or in an issue, twice the same, in both dialects`, async () => {
  const counts = { cells: 0, issues: 0 };
  for (let seed = 0; seed < RUNS; seed++) {
    const song = new Fuzz(seed).song();
    const { errors, recipe } = await validateDocument(documentOf(song));
    if (!recipe) throw new Error(`seed ${seed} does not parse: ${JSON.stringify(errors[0])}`);
    for (const compat of [undefined, 'reference']) {
      const found = await outcome(song, compat);
      expect(await outcome(song, compat), `seed ${seed}`).toEqual(found);
      counts[typeof found === 'string' ? 'issues' : 'cells']++;
      if (typeof found !== 'string') continue;
      expect(found, `seed ${seed}`).toMatch(/^0(?:0[1-9]|1[0-4]) /);
    }
    // What the rules call wrong for certain is wrong.
    if (errors.some(({ path }) => /program|defs/.test(path))) {
      expect(typeof (await outcome(song)), `seed ${seed}: ${JSON.stringify(errors[0])}`).toBe('string');
    }
  }
  // Both happen, so that neither branch is tested on nothing.
  expect(Math.min(counts.cells, counts.issues)).toBeGreaterThan(RUNS / 10);
});
