import { describe, expect, it } from 'vitest';
import { at, cells, type Json, outcome, songOf, span, transform } from '../_fixtures.ts';

const of = (body: unknown, ops: readonly Json[], compat?: string, change: Json = {}) =>
  cells(songOf(transform(body, ...ops), change), compat === undefined ? {} : { compat });
const fault = (op: Json, body: unknown = at([0])) => outcome(songOf(transform(body, op)));
const where = (texts: readonly string[], word: string) =>
  texts.filter((text) => text.includes(word)).map((text) => Number.parseInt(text, 10));

describe('pitch', () => {
  const transpose = (semitones: number) => ({ op: 'transpose_semitones', semitones });

  it('transposes, and names with sharps', async () => {
    expect(await of(at([0], { note: 'Eb4' }), [transpose(3)])).toEqual(['0:0 F#4/0']);
    expect(await of(at([0], { note: 'OFF' }), [transpose(3)])).toEqual(['0:0 OFF/0']);
    expect(await fault(transpose(100))).toBe('005 patterns.verse.program.ops[0].semitones');
  });

  it('reads a minus as padding, the reference as the sign of the octave', async () => {
    expect(await of(at([0], { note: 'C-4' }), [transpose(2)])).toEqual(['0:0 D4/0']);
    expect(await of(at([0], { note: 'C-1' }), [transpose(12)])).toEqual(['0:0 C2/0']);
    expect(await of(at([0], { note: 'C-1' }), [transpose(12)], 'reference')).toEqual(['0:0 C0/0']);
    expect(await of(at([0], { note: 'C-4' }), [transpose(2)], 'reference')).toEqual(['0:0 D4/0']);
  });

  it('gives notes below C0 as numbers, the reference as names', async () => {
    expect(await of(at([0], { note: 'C0' }), [transpose(-1)])).toEqual(['0:0 11/0']);
    expect(await of(at([0], { note: 11 }), [transpose(-11)])).toEqual(['0:0 0/0']);
    expect(await of(at([0], { note: 11 }), [transpose(-11)], 'reference')).toEqual(['0:0 C-1/0']);
    expect(await of(at([0, 1], { note: 128 }), [], 'reference')).toEqual(['0:0 G#9/0', '1:0 G#9/0']);
    expect(await of(at([0], { note: -1 }), [], 'reference')).toEqual(['0:0 D#20/0']);
  });

  it('mirrors at a pivot', async () => {
    const invert = (pivot: unknown) => ({ op: 'invert_pitch', pivot });
    expect(await of(at([0], { note: 'E5' }), [invert('C4')])).toEqual(['0:0 G#2/0']);
    expect(await of(at([0], { note: 'E-5' }), [invert('C-4')])).toEqual(['0:0 G#2/0']);
    expect(await fault(invert('H4'))).toBe('005 patterns.verse.program.ops[0].pivot');
    await expect(of(at([0]), [invert('C-4')], 'reference')).rejects.toThrow('pivot');
  });

  const NOTES = span(60, 71).map((note, row) => at([row], { note }));
  const quantized = async (scale: string, root: string, compat?: string) => {
    const program = { op: 'stack', parts: NOTES };
    const found = await of(program, [{ op: 'quantize_pitch', scale, root }], compat);
    return found.map((text) => text.replace(/^.* /, '').replace('/0', '')).join(' ');
  };

  it('takes the nearest note of a scale, of two the lower', async () => {
    expect(await quantized('major', 'C')).toBe('C4 C4 D4 D4 E4 F4 F4 G4 G4 A4 A4 B4');
    expect(await quantized('major', 'D')).toBe('B3 C#4 D4 D4 E4 E4 F#4 G4 G4 A4 A4 B4');
    expect(await quantized('pentatonic_minor', 'a')).toBe('C4 C4 D4 D4 E4 E4 G4 G4 G4 A4 A4 C5');
    expect(await quantized('chromatic', 'anything')).toBe('C4 C#4 D4 D#4 E4 F4 F#4 G4 G#4 A4 A#4 B4');
    expect(await fault({ op: 'quantize_pitch', scale: 'major', root: 'Fb' })).toMatch(/^005 .*root$/);
  });

  it('takes it within the octave for the reference', async () => {
    expect(await quantized('major', 'D', 'reference')).toBe('B4 C#4 D4 D4 E4 E4 F#4 G4 G4 A4 A4 B4');
    expect(await quantized('pentatonic_minor', 'A', 'reference')).toBe('C4 C4 D4 D4 E4 E4 G4 G4 A4 A4 A4 C4');
  });
});

describe('volume', () => {
  it('multiplies', async () => {
    expect(await of(at([0], { vol: 40 }), [{ op: 'vol_mul', mul: 2, div: 3 }])).toEqual(['0:0 C4/0 v26']);
    expect(await of(at([0], { vol: 40 }), [{ op: 'vol_mul', mul: 4294967295, div: 1 }])).toEqual(['0:0 C4/0 v64']);
    expect(await of(at([0]), [{ op: 'vol_mul', mul: 2, div: 3 }])).toEqual(['0:0 C4/0']);
    expect(await fault({ op: 'vol_mul', mul: 1, div: 0 })).toMatch(/^005 .*div$/);
    expect(await fault({ op: 'vol_mul', mul: 1, div: 0 }, at([]))).toEqual([]);
  });

  it('draws', async () => {
    const humanize = { op: 'humanize_vol', min_vol: 40, max_vol: 60, seed_salt: 'vel' };
    const found = await of(at(span(0, 7)), [humanize]);
    expect(found.map((text) => Number(text.split(' v')[1]))).toEqual([58, 43, 47, 47, 45, 54, 56, 52]);
    expect(await fault({ ...humanize, min_vol: 61 })).toMatch(/^005 .*min_vol$/);
  });

  it('applies transforms in their order, set to what is not there', async () => {
    const ops = [
      { op: 'humanize_vol', min_vol: 40, max_vol: 60, seed_salt: 'vel' },
      { op: 'vol_mul', mul: 1, div: 2 },
      { op: 'transpose_semitones', semitones: 12 },
      { op: 'set', inst: 1, vol: 3, effect_name: 'vibrato', effect_xy: [1, 1] },
    ];
    expect(await of(at([0, 4]), ops)).toEqual(['0:0 C5/0 v29 vibrato [1,1]', '4:0 C5/0 v22 vibrato [1,1]']);
  });
});

describe('swing', () => {
  const swing = (stride: number, amount_permille = 300) => ({ op: 'swing', amount_permille, stride, seed_salt: 's' });

  it('delays by ticks of the song', async () => {
    const found = await of(at(span(0, 3)), [swing(2)]);
    expect(found).toEqual(['0:0 C4/0', '1:0 C4/0 note_delay [0,2]', '2:0 C4/0', '3:0 C4/0 note_delay [0,2]']);
    expect((await of(at([1]), [swing(2, 1000)]))[0]).toContain('[0,5]');
    expect(await of(at([1]), [swing(2, 1000)], undefined, { speed: 1 })).toEqual(['1:0 C4/0']);
  });

  it('leaves rests and cells with an effect alone', async () => {
    expect(await of(at([1], { note: 'OFF' }), [swing(2)])).toEqual(['1:0 OFF/0']);
    expect(await of(at([1], { effect: 10 }), [swing(2)])).toEqual(['1:0 C4/0 e10']);
    expect(await of(at([1], { note: null }), [swing(2)])).toEqual(['1:0 ""/0 note_delay [0,2]']);
  });

  it('writes the other digit for the reference, with a jitter', async () => {
    const found = await of(at(span(0, 7)), [swing(2)], 'reference');
    expect(found.map((text) => text.split('note_delay ')[1])).toEqual([
      undefined,
      '[4,0]',
      undefined,
      '[5,0]',
      undefined,
      '[5,0]',
      undefined,
      '[5,0]',
    ]);
    expect((await of(at([1], { note: 'OFF', effect: 1 }), [swing(2)], 'reference'))[0]).toContain('note_delay');
  });

  it('counts rows before 0 as it does after, but for the reference', async () => {
    const program = { op: 'shift', rows: 8, body: transform(at(span(-3, 2)), swing(3)) };
    expect(where(await cells(songOf(program)), 'note_delay')).toEqual([6, 7, 9, 10]);
    expect(where(await cells(songOf(program), { compat: 'reference' }), 'note_delay')).toEqual([5, 6, 9, 10]);
  });

  it('has bounds', async () => {
    expect(await fault(swing(0))).toMatch(/^005 .*stride$/);
    expect(await fault(swing(2, 1001))).toMatch(/^005 .*amount_permille$/);
  });
});

describe('effects', () => {
  const ratchet = { op: 'ratchet', divisions: 3, seed_salt: 'vel' };

  it('ratchets at random, by an effect that there is', async () => {
    const found = await of(at(span(0, 7)), [ratchet]);
    expect(where(found, 'retrigger [0,2]')).toEqual([2, 3, 4, 5, 6, 7]);
    expect(where(await of(at(span(0, 7)), [ratchet], 'reference'), 'retrig [5,0]')).toEqual([2, 3, 4, 5, 6, 7]);
    expect(await of(at([2], { effect: 1 }), [ratchet])).toEqual(['2:0 C4/0 e1']);
    expect(await fault({ ...ratchet, divisions: 17 })).toMatch(/^005 .*divisions$/);
  });

  it('arpeggiates where the effect column is free', async () => {
    const arpeggiate = { op: 'arpeggiate', semitones_up: 4, semitones_down: 7 };
    expect(await of(at([0]), [arpeggiate])).toEqual(['0:0 C4/0 arpeggio [4,7]']);
    expect(await of(at([0], { effect: 1 }), [arpeggiate])).toEqual(['0:0 C4/0 e1']);
    expect(await of(at([0], { effect: 1 }), [arpeggiate], 'reference')).toEqual(['0:0 C4/0 e1 arpeggio [4,7]']);
    expect(await fault({ ...arpeggiate, semitones_up: 16 })).toMatch(/^005 .*semitones_up$/);
  });
});

describe('groove', () => {
  const groove = (template: string, more: Json = {}) => ({ op: 'groove', template, ...more });

  it('is late and soft by the step', async () => {
    const found = await of(at(span(0, 3), { vol: 50 }), [groove('swing_66')]);
    expect(found).toEqual([
      '0:0 C4/0 v50',
      '1:0 C4/0 v41 note_delay [0,2]',
      '2:0 C4/0 v50',
      '3:0 C4/0 v41 note_delay [0,2]',
    ]);
  });

  it('can be half as much, over more rows, and nothing at all', async () => {
    const half = await of(at([2], { vol: 50 }), [groove('swing_66', { stride: 2, amount_permille: 500 })]);
    expect(half).toEqual(['2:0 C4/0 v46 note_delay [0,2]']);
    expect(await of(at([1], { vol: 50 }), [groove('samba', { amount_permille: 0 })])).toEqual(['1:0 C4/0 v50']);
    expect(await fault(groove('samba', { amount_permille: 1001 }))).toMatch(/^005 .*amount_permille$/);
    expect(await fault(groove('samba', { stride: 0 }))).toMatch(/^005 .*stride$/);
  });

  it('counts steps before row 0 from the end of the template', async () => {
    const program = { op: 'shift', rows: 1, body: transform(at([-1]), groove('swing_66')) };
    expect(await cells(songOf(program))).toEqual(['0:0 C4/0 note_delay [0,2]']);
  });
});
