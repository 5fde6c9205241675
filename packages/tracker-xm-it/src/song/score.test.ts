import type { SongParams } from '@speccade/spec/kinds/music.tracker_song_v1';
import { describe, expect, it } from 'vitest';
import { type Compat, cellText, make, paramsOf, STRUCK, songWith, specOf } from '../_fixtures.ts';
import { trackerBackend } from '../backend.ts';
import { readModule } from '../read/index.ts';
import { traceSong } from '../trace-song.ts';

type Json = Record<string, unknown>;
const at = ({ song }: ReturnType<typeof make>, pattern: number, row: number, channel: number) =>
  cellText(song.patterns[pattern]!.cells.get(row * song.channels + channel));

describe('order lists and loops', () => {
  const looped = (change: Json = {}, automation: Json[] = []) =>
    paramsOf({
      loop: true,
      patterns: {
        Z: { rows: 2 },
        a: { rows: 4, data: [{ row: 0, note: 'C4' }] },
        b: { rows: 4, data: [{ row: 3, note: 'D4', vol: 20 }] },
      },
      arrangement: [{ pattern: 'a' }, { pattern: 'b', repeat: 2 }, { pattern: 'a' }, { pattern: 'b' }],
      automation,
      ...change,
    });
  const orders = [1, 2, 2, 1, 2];

  it('sort patterns by code points', () => {
    expect(make(looped(), 'reference').song.orders).toEqual(orders);
    const names = ['\u{1f3b5}', '\uff5e', 'b', 'B', 'é'];
    const patterns = Object.fromEntries(names.map((name) => [name, { rows: 1 }]));
    const { song } = make(paramsOf({ patterns, arrangement: [{ pattern: 'b' }] }));
    expect(song.patterns.map(({ name }) => name)).toEqual(['B', 'b', 'é', '\uff5e', '\u{1f3b5}']);
  });

  it('restart by the header in XM', () => {
    expect(make(looped({ restart_position: 3 })).song.restart).toBe(3);
    expect(make(looped({ restart_position: 3, loop: false })).song.restart).toBe(0);
  });

  it('jump from the last pattern in reference mode, also where it is not the end', () => {
    expect(at(make(looped({ format: 'it' }), 'reference'), 2, 3, 0)).toBe(
      'instrument=1 note=50 volume=20 effect=2 param=0',
    );
    const tempo = [{ type: 'tempo_change', pattern: 'b', row: 3, bpm: 99 }];
    const made = make(looped({ format: 'it' }, tempo), 'reference');
    expect([at(made, 2, 3, 0), at(made, 2, 3, 1)]).toEqual([
      'instrument=1 note=50 volume=20 effect=20 param=99',
      'effect=2 param=0',
    ]);
  });

  it('need no jump to the start in IT', () => {
    const made = make(looped({ format: 'it' }));
    expect(at(made, 2, 3, 0)).toBe(
      'instrument=1 note=50 volume=20'
        .split(' ')
        .sort()
        .join(' ')
        .replace('instrument=1 note=50', 'note=50 instrument=1'),
    );
    expect(made.song.orders).toEqual(orders);
  });

  it('jump from a copy where the last pattern is played before', () => {
    const made = make(looped({ format: 'it', restart_position: 3 }));
    expect(made.song.orders).toEqual([1, 2, 2, 1, 3]);
    expect(at(made, 2, 3, 0)).not.toContain('effect');
    expect(at(made, 3, 3, 0)).toContain('note=50');
    expect(at(made, 3, 3, 0)).toContain('effect=2 param=3');
    expect(traceSong(looped({ format: 'it', restart_position: 3 }))).toMatchObject({
      seconds: expect.closeTo(20 * 0.12, 9),
      continues_at: 3,
    });
  });

  it('say where there is no room for the jump', () => {
    const full = songWith(
      [0, 1].map((channel) => ({ row: 7, channel, note: '---', effect_name: 'vibrato', param: 1 })),
      { format: 'it', loop: true, arrangement: [{ pattern: 'a', repeat: 2 }], restart_position: 1 },
    );
    expect(() => make(full)).toThrow(expect.objectContaining({ code: 'MUSIC_001' }));
  });
});

describe('automation', () => {
  const fade = (more: Json) => ({ type: 'volume_fade', pattern: 'a', channel: 0, ...more });
  const volumes = (automation: Json[], compat?: Compat) => {
    const { song } = make(paramsOf({ format: 'it', patterns: { a: { rows: 16 } }, automation }), compat);
    return Array.from({ length: 16 }, (_, row) => song.patterns[0]!.cells.get(2 * row)?.volume);
  };
  it('fades from one volume to the other', () => {
    expect(volumes([fade({ start_row: 0, end_row: 7, start_vol: 64, end_vol: 0 })]).slice(0, 9)).toEqual([
      64,
      55,
      46,
      37,
      27,
      18,
      9,
      0,
      undefined,
    ]);
    expect(volumes([fade({ start_row: 0, end_row: 15, start_vol: 0, end_vol: 5 })])).toEqual([
      0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5,
    ]);
    expect(
      volumes([
        fade({ start_row: 0, end_row: 8, start_vol: 0, end_vol: 64 }),
        fade({ start_row: 4, end_row: 12, start_vol: 10, end_vol: 20 }),
      ]).slice(0, 13),
    ).toEqual([0, 8, 16, 24, 10, 11, 13, 14, 15, 16, 18, 19, 20]);
  });

  it('changes the tempo in the first channel with room', () => {
    const events = [{ row: 2, channel: 0, note: '---', effect_name: 'vibrato', param: 0x11 }];
    const params = songWith(events, { automation: [{ type: 'tempo_change', pattern: 'a', row: 2, bpm: 99 }] });
    expect(at(make(params), 0, 2, 1)).toBe('effect=15 param=99');
    expect(at(make(params, 'reference'), 0, 2, 0)).toBe('instrument=1 effect=15 param=99');
  });
});

describe('what players need', () => {
  it('is a break in empty patterns of XM, which would have 64 rows', () => {
    expect(at(make(paramsOf()), 0, 7, 1)).toBe('effect=13 param=0');
    expect(at(make(paramsOf(), 'reference'), 0, 7, 1)).toBe('');
    expect(at(make(paramsOf({ patterns: { a: { rows: 64 } } })), 0, 63, 1)).toBe('');
  });

  it('is a break behind a pattern loop of XM that starts below the first row', () => {
    const loop = (row: number, param: number) => ({ row, note: '---', effect_name: 'pattern_loop', param });
    expect(at(make(songWith([loop(2, 0), loop(4, 2)])), 0, 7, 0)).toBe('effect=13 param=0');
    expect(at(make(songWith([loop(0, 0), loop(4, 2)])), 0, 7, 0)).toBe('');
    expect(at(make(songWith([loop(2, 0), loop(7, 2)])), 0, 7, 1)).toBe('');
  });

  it('is a cell in the last channel of IT', () => {
    const made = make(paramsOf({ format: 'it', channels: 9 }));
    expect(at(made, 0, 0, 8)).toBe('effect=0 param=0');
    expect(at(make(songWith([{ row: 3, channel: 1, note: 'C4' }], { format: 'it' })), 0, 0, 1)).toBe('');
  });
});

describe('titles and names', () => {
  const titled = (change: Json, compat?: Compat) => make(paramsOf(change), compat).song.title;
  it('are those of the song', () => {
    expect(titled({ name: 'Name', title: 'Title' })).toBe('Name');
    expect(titled({ name: ' ', title: 'Title' })).toBe('Title');
    expect(titled({})).toBe('a-song');
    expect(titled({ name: 'Name' }, 'reference')).toBe('SpecCade Song');
  });

  it('are written in letters that every player has', () => {
    const { bytes } = make(paramsOf({ name: 'Größe… “Ünï” 音楽 \n and more than twenty' }));
    expect(String.fromCharCode(...bytes.subarray(17, 37))).toBe('Grosse... "Uni" ??  ');
  });
});

describe('traces', () => {
  it('tell what comes when', () => {
    const params = songWith(
      [
        { row: 0, note: 'C4', vol: 30 },
        { row: 1, channel: 1, note: 'D#5', effect_name: 'note_delay', effect_xy: [0, 2] },
        { row: 2, note: 'OFF' },
        { row: 3, note: '---', effect_name: 'set_tempo', param: 250 },
        { row: 4, note: '---', vol_cmd: { command: 'panning', value: 3 } },
      ],
      { automation: [] },
    );
    const { events, ticks, seconds } = traceSong(params);
    expect(events).toEqual([
      { tick: 0, seconds: 0, order: 0, pattern: 'a', row: 0, channel: 0, note: 'C4', instrument: 0, volume: 30 },
      {
        tick: 8,
        seconds: 0.12 + 0.04,
        order: 0,
        pattern: 'a',
        row: 1,
        channel: 1,
        note: 'D#5',
        instrument: 0,
        effect: 'ED2',
      },
      expect.objectContaining({ tick: 12, note: 'off' }),
      expect.objectContaining({ tick: 18, effect: 'FFA' }),
      expect.objectContaining({ tick: 24, volume_command: 'C3' }),
    ]);
    expect(ticks).toBe(48);
    expect(seconds).toBeCloseTo(0.12 * 3 + 0.06 * 5, 12);
  });

  it('know of notes that are delayed for longer than their row', () => {
    const late = { row: 0, note: 'C4', effect_name: 'note_delay', effect_xy: [0, 6] };
    expect(traceSong(songWith([late])).events[0]).toMatchObject({ tick: 6, lost: true });
  });

  it('end, whatever the song does', () => {
    const jump = (row: number, param: number) => ({ row, note: '---', effect_name: 'position_jump', param });
    expect(traceSong(songWith([jump(3, 0)]))).toMatchObject({ ticks: 24, continues_at: 0 });
    const nested = Array.from({ length: 8 }, (_, row) => [
      { row, channel: 0, note: '---', effect_name: 'pattern_loop', param: 15 },
      { row, channel: 1, note: '---', effect_name: 'pattern_loop', param: 15 },
    ]).flat();
    for (const format of ['xm', 'it']) expect(traceSong(songWith(nested, { format })).ticks).toBeGreaterThan(48);
  });
});

describe('parameters that were not validated', () => {
  it.each<[string, Json]>([
    ['bpm', { bpm: 20 }],
    ['speed', { speed: 0 }],
    ['channels', { channels: 33 }],
    ['rows', { patterns: { a: { rows: 257 } } }],
    ['no rows', { patterns: { a: { rows: 0 } } }],
    ['orders', { arrangement: Array.from({ length: 100 }, () => ({ pattern: 'a', repeat: 65535 })) }],
    ['instruments', { instruments: Array.from({ length: 129 }, () => ({ synthesis: { type: 'sine' } })) }],
    ['a row', { patterns: { a: { rows: 4, data: [{ row: 4 }] } } }],
    ['a channel', { patterns: { a: { rows: 4, data: [{ channel: 2 }] } } }],
    ['an instrument', { patterns: { a: { rows: 4, data: [{ note: '---', inst: 1 }] } } }],
    ['a volume', { patterns: { a: { rows: 4, data: [{ vol: 65 }] } } }],
  ])('%s', (_, change) => {
    for (const compat of [undefined, 'reference'] as const) {
      expect(() => make(paramsOf(change), compat)).toThrow(expect.objectContaining({ code: 'MUSIC_001' }));
    }
    expect(() => traceSong(paramsOf(change))).toThrow(expect.objectContaining({ code: 'MUSIC_001' }));
  });

  it('name a pattern that is not there', () => {
    expect(() => make(paramsOf({ arrangement: [{ pattern: 'x' }] }))).toThrow(
      expect.objectContaining({ code: 'MUSIC_002' }),
    );
    const automation = [{ type: 'volume_fade', pattern: 'a', end_row: 99, end_vol: 1 }];
    expect(() => make(paramsOf({ automation }))).toThrow(expect.objectContaining({ code: 'MUSIC_007' }));
  });
});

describe('the backend', () => {
  it('makes both modules, with a description of the loops of each', async () => {
    const params = songWith([{ row: 0, note: 'C4' }]);
    const artifacts = await trackerBackend.generate(specOf(params, ['it', 'xm']), {});
    expect(artifacts.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'primary song.it',
      'metadata song.it.loops.json',
      'primary song.xm',
      'metadata song.xm.loops.json',
    ]);
    expect(artifacts[0]!.metrics).toMatchObject({ channels: 2, patterns: 1, duration_seconds: 0.96, notes: 1 });
    const report = JSON.parse(new TextDecoder().decode(artifacts[3]!.bytes)) as { instruments: object[] };
    expect(report.instruments).toMatchObject([{ index: 0, name: 'a', chosen_mode: 'none', base_midi: 60 }]);
  });

  it.each<[string, Json, string]>([
    ['no recipe', { recipe: undefined }, 'recipe'],
    ['another recipe', { recipe: { kind: 'audio_v1', params: {} } }, 'recipe.kind'],
    ['another format', { outputs: [{ kind: 'primary', format: 'wav', path: 'a.wav' }] }, 'outputs'],
  ])('refuses %s', (_, change, path) => {
    const spec = { ...specOf(paramsOf()), ...change } as ReturnType<typeof specOf>;
    expect(() => trackerBackend.generate(spec, {})).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
    );
  });

  it('packs a pattern of IT tightly where it must, and refuses one that does not fit even so', () => {
    const full = (instruments: number): SongParams =>
      paramsOf({
        format: 'it',
        channels: 64,
        instruments: Array.from({ length: instruments }, () => ({ synthesis: { type: 'sine' }, envelope: STRUCK })),
        patterns: {
          a: {
            rows: 200,
            data: Array.from({ length: 200 * 64 }, (_, i) => {
              const row = i >> 6;
              const command = { effect: 1 + (row % 20), param: row & 255 };
              return {
                row,
                channel: i & 63,
                note: 12 + ((row * 7) % 90),
                vol: (row * 3) % 65,
                inst: row % instruments,
                ...command,
              };
            }),
          },
        },
      });
    const { song, bytes } = make(full(1));
    const { cells } = readModule(bytes).patterns[0]!;
    expect(cells.size).toBe(200 * 64);
    for (const [key, cell] of cells) expect(cell).toEqual(song.patterns[0]!.cells.get(key));
    expect(() => make(full(2))).toThrow(/so many cells/);
  });
});
