import { describe, expect, it } from 'vitest';
import { validateDocument } from '../../validate.ts';
import { documentOf, lead } from '../music.tracker_song_v1/_fixtures.ts';

type Json = Record<string, unknown>;

const emit = (cell: Json = {}, count = 4): Json => ({
  op: 'emit',
  at: { op: 'range', start: 0, step: 1, count },
  cell: { channel: 0, inst: 0, note: 'C4', ...cell },
});

const song = (program: unknown, change: Json = {}, pattern: Json = {}): Json => ({
  format: 'xm',
  bpm: 125,
  speed: 6,
  channels: 4,
  instruments: [lead],
  patterns: { a: { rows: 16, program, ...pattern } },
  arrangement: [{ pattern: 'a' }],
  ...change,
});

/** `code path` of everything that validation says, paths relative to the parameters. */
async function verdict(params: unknown, formats?: readonly string[]): Promise<string[]> {
  const document = documentOf(params, formats);
  document.recipe = { kind: 'music.tracker_song_compose_v1', params };
  const { errors, warnings } = await validateDocument(document);
  return [...errors, ...warnings].map(({ code, path }) => `${code} ${path.replace(/^recipe\.params\.?/, '')}`);
}

it('accepts a song', async () => {
  expect(await verdict(song(emit()))).toEqual([]);
  expect(await verdict({ ...song(emit()), _coverage_x: 1, synth_type_coverage: [] })).toEqual([]);
});

describe('the frame is that of any song', () => {
  it.each([
    [{ bpm: 31 }, 'E012 bpm'],
    [{ speed: 32 }, 'E012 speed'],
    [{ channels: 33 }, 'E012 channels'],
    [{ instruments: [{ name: 'x' }] }, 'E012 instruments[0]'],
    [{ arrangement: [] }, 'E012 arrangement'],
    [{ arrangement: [{ pattern: 'b' }] }, 'E012 arrangement[0].pattern'],
    [{ arrangement: [{ pattern: 'a', repeat: 0 }] }, 'E012 arrangement[0].repeat'],
    [{ loop: true, restart_position: 1 }, 'E012 restart_position'],
    [{ format: 'it' }, 'E015 outputs[0].format'],
  ])('%j', async (change, issue) => {
    expect(await verdict(song(emit(), change))).toEqual([issue]);
  });
});

describe('patterns', () => {
  it.each([
    [{ rows: 0 }, 'E012 patterns.a.rows'],
    [{ rows: 257 }, 'E012 patterns.a.rows'],
    [{ bars: 1 }, 'E012 patterns.a.bars'],
    [{ rows: null }, 'E012 patterns.a.rows'],
    [{ rows: null, bars: 1 }, 'E012 patterns.a.bars'],
    [{ rows: null, bars: 17, timebase: { beats_per_bar: 4, rows_per_beat: 4 } }, 'E012 patterns.a.bars'],
    [{ timebase: { beats_per_bar: 0, rows_per_beat: 4 } }, 'E012 patterns.a.timebase.beats_per_bar'],
    [{ notes: { x: [] } }, 'E012 patterns.a.notes.x'],
    [{ data: [{ row: 0, inst: 0, instrument: 0 }] }, 'E012 patterns.a.data[0].instrument'],
    [{ data: [{ row: 0, note: null }] }, 'E012 patterns.a.data[0].note'],
  ])('%j', async (pattern, issue) => {
    expect(await verdict(song(emit(), {}, pattern))).toEqual([issue]);
  });

  it('are as long as every requested format allows', async () => {
    expect(await verdict(song(emit(), {}, { rows: 201 }))).toEqual([]);
    expect(await verdict(song(emit(), {}, { rows: 201 }), ['xm', 'it'])).toEqual(['E012 patterns.a.rows']);
  });

  it('have automation within their rows', async () => {
    const automation = [
      { type: 'tempo_change', pattern: 'a', row: 16, bpm: 125 },
      { type: 'tempo_change', pattern: 'b', row: 0, bpm: 125 },
    ];
    const issues = ['E012 automation[0].row', 'W009 automation[1].pattern'];
    expect(await verdict(song(emit(), { automation }))).toEqual(issues);
  });
});

describe('programs', () => {
  const at = 'patterns.a.program';

  it.each<[string, unknown, string]>([
    ['an unknown operator', { op: 'emitt' }, `E012 ${at}.op`],
    ['an unknown member', { ...emit(), x: 1 }, `E012 ${at}.x`],
    ['a missing member', { op: 'shift', body: emit() }, `E012 ${at}.rows`],
    ['null where there is a default', { op: 'stack', parts: [], merge: null }, `E012 ${at}.merge`],
    ['a number out of its type', { op: 'repeat', times: 65536, len_rows: 1, body: emit() }, `E012 ${at}.times`],
    ['a wrong word', { op: 'mirror', len_rows: 4, axis: 'pitch', body: emit() }, `E012 ${at}.axis`],
    ['an unknown channel', emit({ channel: 'kick' }), `E012 ${at}.cell.channel`],
    ['a channel too many', emit({ channel: 4 }), `E012 ${at}.cell.channel`],
    ['an unknown instrument', emit({ inst: 'kick' }), `E012 ${at}.cell.inst`],
    ['an instrument too many', emit({ inst: 1 }), `E012 ${at}.cell.inst`],
    ['an unknown definition', { op: 'ref', name: 'x' }, `E012 ${at}.name`],
    ['a section of no rows', { op: 'concat', parts: [{ len_rows: 0, body: emit() }] }, `E012 ${at}.parts[0].len_rows`],
    ['a repetition of no rows', { op: 'repeat', times: 1, len_rows: 0, body: emit() }, `E012 ${at}.len_rows`],
    ['a slice of less than nothing', { op: 'slice', start: 0, len: -1, body: emit() }, `E012 ${at}.len`],
    ['more than certainty', { op: 'prob', p_permille: 1001, seed_salt: '', body: emit() }, `E012 ${at}.p_permille`],
    ['turns of no rows', { op: 'interleave', stride: 0, parts: [{ body: emit() }] }, `E012 ${at}.stride`],
  ])('%s', async (_name, program, issue) => {
    expect(await verdict(song(program))).toEqual([issue]);
  });

  it('null stands for what is absent', async () => {
    expect(await verdict(song(emit({ vol: null, effect_xy: null, note: null })))).toEqual([]);
  });

  it('a template that is nowhere used is not looked at', async () => {
    expect(await verdict(song(emit({ channel: 'kick' }, 0)))).toEqual([]);
  });

  it('follow definitions, once each', async () => {
    const defs = { x: emit({ channel: 9 }) };
    const ref = { op: 'ref', name: 'x' };
    expect(await verdict(song({ op: 'stack', parts: [ref, ref] }, { defs }))).toEqual(['E012 defs.x.cell.channel']);
  });

  it('warn of what only might be evaluated', async () => {
    const bad = emit({ channel: 9 });
    expect(await verdict(song(emit(), { defs: { x: bad } }))).toEqual(['W009 defs.x.cell.channel']);
    const choices = [
      { weight: 1, body: emit() },
      { weight: 0, body: bad },
    ];
    const choose = { op: 'choose', seed_salt: 's', choices };
    expect(await verdict(song(choose))).toEqual([`W009 ${at}.choices[1].body.cell.channel`]);
  });

  it('tell of definitions without an end', async () => {
    const defs = { x: { op: 'ref', name: 'y' }, y: { op: 'ref', name: 'x' } };
    const issues = await verdict(song({ op: 'ref', name: 'x' }, { defs }));
    expect(issues.sort()).toEqual(['E012 defs.x.name', 'E012 defs.y.name', `E012 ${at}.name`]);
  });

  it('suggest names', async () => {
    const params = song({ op: 'ref', name: 'kik' }, { defs: { kick: emit() } });
    const document = documentOf(params);
    document.recipe = { kind: 'music.tracker_song_compose_v1', params };
    expect((await validateDocument(document)).errors[0]!.suggestion).toContain('kick');
  });
});
