import { describe, expect, it } from 'vitest';
import { type Compat, cellText, make, songWith } from '../_fixtures.ts';

const cell = (event: Record<string, unknown>, format: 'xm' | 'it', compat?: Compat): string =>
  cellText(make(songWith([{ row: 1, ...event }], { format }), compat).song.patterns[0]!.cells.get(2));

describe('notes', () => {
  const bytes = (note: unknown, compat: Compat) =>
    (['xm', 'it'] as const).map((format) => /note=(\d+)/.exec(cell({ note }, format, compat))?.[1] ?? '-').join('/');

  it.each([
    ['C4', '49/48'],
    ['c4', '49/48'],
    ['C-4', '49/48'],
    ['C+4', '49/48'],
    ['C10', '96/119'],
    ['C300', '96/119'],
    ['c-#4', '50/49'],
    ['Db4', '50/49'],
    ['BB3', '47/46'],
    ['B3', '48/47'],
    ['Cb4', '48/47'],
    ['B#3', '49/48'],
    ['Cs4', '-/-'],
    ['B9', '96/119'],
    ['C-1', '13/12'],
    ['OFF', '97/255'],
    ['off', '97/255'],
    ['===', '97/254'],
    ['H4', '-/-'],
    ['C##4', '-/-'],
    ['C 4', '-/-'],
    ['---', '-/-'],
    [60, '49/48'],
    [115, '96/103'],
  ])('%s is %s in both modes', (note, expected) => {
    expect(bytes(note, undefined)).toBe(expected);
    expect(bytes(note, 'reference')).toBe(expected);
  });

  it.each([
    ['C0', '1/0', '1/0'],
    ['^^^', '97/255', '-/255'],
    ['CUT', '-/254', '-/254'],
    ['FADE', '97/246', '-/253'],
    ['~~~', '97/246', '-/253'],
    [11, '1/0', '24/23'],
    [0, '1/0', '13/12'],
    [256, '96/119', '13/12'],
    [-1, '1/0', '96/119'],
  ])('%s is %s, and %s in reference mode', (note, own, reference) => {
    expect(bytes(note, undefined)).toBe(own);
    expect(bytes(note, 'reference')).toBe(reference);
  });

  it('without text are the base note of the instrument, read as base notes are', () => {
    const named = (base_note: string) => ({
      instruments: [
        { synthesis: { type: 'sine' }, base_note, envelope: { attack: 0, decay: 1, sustain: 0, release: 0 } },
      ],
    });
    const played = (base_note: string, compat?: Compat) =>
      cellText(make(songWith([{ row: 1 }], named(base_note)), compat).song.patterns[0]!.cells.get(2));
    expect(played('E4')).toBe('instrument=1 note=53'.split(' ').reverse().join(' '));
    expect(played('Cs4')).toContain('note=50');
    expect(played('Cs4', 'reference')).not.toContain('note');
    expect(cell({}, 'xm')).toContain('note=49');
    expect(cell({}, 'it')).toContain('note=60');
  });
});

describe('columns', () => {
  it('have an instrument beside a note, or where it is given', () => {
    expect(cell({ note: '---' }, 'xm')).toBe('');
    expect(cell({ note: '---', inst: 0 }, 'xm')).toBe('instrument=1');
    expect(cell({ note: '---', inst: 0 }, 'xm', 'reference')).toBe('instrument=1');
    expect(cell({ note: '---' }, 'it', 'reference')).toBe('instrument=1 volume=64');
    expect(cell({ note: 'off', inst: 0 }, 'it')).toBe('note=255');
  });

  it('have a volume only where one is given', () => {
    expect(cell({ note: 'C4', vol: 0 }, 'xm')).toBe('note=49 instrument=1 volume=16');
    expect(cell({ note: 'C4', volume: 0 }, 'it')).toBe('note=48 instrument=1 volume=0');
    expect(cell({ note: 'C4' }, 'it')).toBe('note=48 instrument=1');
    expect(cell({ note: 'C4' }, 'it', 'reference')).toContain('volume=64');
    expect(cell({ note: '---', vol_cmd: { command: 'panning', value: 5 } }, 'xm')).toBe('volume=197');
    expect(cell({ note: '---', vol_cmd: { command: 'panning', value: 5 } }, 'it')).toBe('volume=133');
  });

  it('keep volume and effect beside the end of a note', () => {
    const end = { note: 'OFF', vol: 20, effect_name: 'vibrato', effect_xy: [1, 2] };
    expect(cell(end, 'xm')).toBe('volume=36 effect=4 param=18 note=97');
    expect(cell(end, 'xm', 'reference')).toBe('note=97');
    expect(cell({ note: 'CUT' }, 'xm')).toBe('effect=14 param=192');
    expect(cell({ ...end, note: 'CUT' }, 'xm')).toBe('volume=36 effect=4 param=18 note=97');
  });

  it('belong to the last event of a cell', () => {
    const song = songWith([
      { row: 1, note: 'C4', vol: 3 },
      { row: 1, note: 'E4' },
    ]);
    expect(cellText(make(song).song.patterns[0]!.cells.get(2))).toBe('note=53 instrument=1');
  });

  it('take set volumes in IT, where they are in the volume column only', () => {
    expect(cell({ note: 'C4', effect_name: 'set_volume', param: 33 }, 'it')).toBe('note=48 instrument=1 volume=33');
  });
});

describe('effects', () => {
  const effect = (event: Record<string, unknown>, format: 'xm' | 'it', compat?: Compat) => {
    const found = /effect=(\d+) param=(\d+)/.exec(cell({ note: '---', ...event }, format, compat));
    return found === null ? '-' : `${found[1]},${Number(found[2]).toString(16)}`;
  };
  it.each<[string, number | undefined, [number, number] | undefined, string, string]>([
    ['vibrato', 0x47, [1, 2], '4,47', '8,47'],
    ['arpeggio', 0x47, [1, 2], '0,12', '10,12'],
    ['fine_porta_up', undefined, [3, 4], '14,14', '6,f4'],
    ['fine_porta_up', 0xf3, undefined, '14,13', '6,f3'],
    ['note_delay', undefined, [3, 0], '14,d0', '19,d0'],
    ['pan_slide', undefined, [5, 0], '25,5', '16,50'],
    ['pan_slide', undefined, [0, 4], '25,40', '16,4'],
    ['vibrato_waveform', 0xf3, undefined, '14,43', '19,33'],
    ['pattern_loop', undefined, [5, 0], '14,60', '19,b0'],
    ['position_jump', 7, undefined, '11,7', '2,7'],
    ['set_speed', 3, undefined, '15,3', '1,3'],
    ['set_tempo', 99, undefined, '15,63', '20,63'],
  ])('%s %i %j', (effect_name, param, effect_xy, xm, itText) => {
    for (const compat of [undefined, 'reference'] as const) {
      expect(effect({ effect_name, param, effect_xy }, 'xm', compat)).toBe(xm);
      expect(effect({ effect_name, param, effect_xy }, 'it', compat)).toBe(itText);
    }
  });

  it('mean what they say: rows of breaks, fine slides, plain portamento', () => {
    expect(effect({ effect_name: 'pattern_break', param: 16 }, 'xm')).toBe('13,16');
    expect(effect({ effect_name: 'pattern_break', param: 16 }, 'xm', 'reference')).toBe('13,10');
    expect(effect({ effect_name: 'vol_slide', effect_xy: [3, 15] }, 'xm')).toBe('14,a3');
    expect(effect({ effect_name: 'vol_slide', effect_xy: [15, 3] }, 'xm')).toBe('14,b3');
    expect(effect({ effect_name: 'vol_slide', effect_xy: [15, 3] }, 'xm', 'reference')).toBe('10,f3');
    expect(effect({ effect_name: 'porta_up', param: 0xf0 }, 'it')).toBe('6,df');
    expect(effect({ effect_name: 'porta_up', param: 0xf0 }, 'it', 'reference')).toBe('6,f0');
  });

  it('count global volume as the format does', () => {
    const event = { row: 1, note: '---', effect_name: 'global_volume', param: 32 };
    const param = (format: 'xm' | 'it', other: 'xm' | 'it', compat?: Compat) =>
      make(songWith([event], { format }), compat, undefined, other).song.patterns[0]!.cells.get(2)!.param;
    expect([param('xm', 'xm'), param('xm', 'it'), param('it', 'xm'), param('it', 'it')]).toEqual([32, 64, 16, 32]);
    expect(param('xm', 'it', 'reference')).toBe(32);
  });

  it('by number are written as they are, but for none', () => {
    expect(effect({ effect: 5, effect_xy: [1, 2], param: 9 }, 'it')).toBe('5,12');
    expect(effect({ effect: 0, param: 5 }, 'xm')).toBe('0,5');
    expect(effect({ effect: 0 }, 'xm')).toBe('-');
  });
});
