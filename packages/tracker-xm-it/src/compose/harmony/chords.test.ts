import { describe, expect, it } from 'vitest';
import { chordSymbol as referenceSymbol } from '../../reference/compose/chord-symbol.ts';
import { cells, outcome, sequence, songOf, span } from '../_fixtures.ts';
import { chordSymbol } from './chord-symbol.ts';
import { SCALES } from './scales.ts';

const text = (chord: ReturnType<typeof chordSymbol>) => chord && `${chord.root}; ${chord.intervals.join(' ')}`;

describe('symbols that every dialect reads alike', () => {
  it.each([
    ['C', '0; 0 4 7'],
    ['Cm7b5', '0; 0 3 6 10'],
    ['Cø7', '0; 0 3 6 10'],
    ['Cdim7', '0; 0 3 6 9'],
    ['Bb7', '10; 0 4 7 10'],
    ['c#m7', '1; 0 3 7 10'],
    ['Fs7', '6; 0 4 7 10'],
    ['C9', '0; 0 4 7 10 14'],
    ['Cm9', '0; 0 3 7 10 14'],
    ['Cmin', '0; 0 3 7'],
    ['C11', '0; 0 4 7 10 14 17'],
    ['C13', '0; 0 4 7 10 14 17 21'],
    ['C13b9', '0; 0 4 7 10 13 17 21'],
    ['C9#11', '0; 0 4 7 10 14 18'],
    ['Cmaj7#11', '0; 0 4 7 11 18'],
    ['C7b9', '0; 0 4 7 10 13'],
    ['C7#9', '0; 0 4 7 10 15'],
    ['C7b5', '0; 0 4 6 10'],
    ['C7#5', '0; 0 4 8 10'],
    ['C13b13', '0; 0 4 7 10 14 17 20'],
    ['Caug7', '0; 0 4 8 10'],
    ['C+', '0; 0 4 8'],
    ['C6', '0; 0 4 7 9'],
    ['C69', '0; 0 4 7 9 14'],
    ['Cadd9', '0; 0 4 7 14'],
    ['Cadd11', '0; 0 4 7 17'],
    ['Cadd13', '0; 0 4 7 21'],
    ['Cno3', '0; 0 7'],
    ['C5', '0; 0 7'],
    ['C5no5', '0; 0'],
    ['Cm7maj7', '0; 0 3 7 10 11'],
    ['Cdimmaj7', '0; 0 3 6 11'],
    ['C 7', '0; 0 4 7 10'],
    [' C/E ', '0; 0 4 7'],
    ['C/e3', '0; 0 4 7'],
  ])('%s', (symbol, chord) => {
    expect(text(chordSymbol(symbol))).toBe(chord);
    expect(text(referenceSymbol(symbol))).toBe(chord);
  });

  it.each(['H', 'C/', 'C//E', 'C/X', '', 'Cfoo', '7'])('not %j', (symbol) => {
    expect(chordSymbol(symbol)).toBeUndefined();
    expect(referenceSymbol(symbol)).toBeUndefined();
  });
});

describe('symbols of other chord sheets, which the reference refuses', () => {
  it.each([
    ['Csus4', '0; 0 5 7'],
    ['Dsus2', '2; 0 2 7'],
    ['Asus', '9; 0 5 7'],
    ['Cmaj', '0; 0 4 7'],
    ['Cmaj9', '0; 0 4 7 11 14'],
    ['C7sus4', '0; 0 5 7 10'],
    ['C6/9', '0; 0 4 7 9 14'],
    ['C-', '0; 0 3 7'],
    ['C-7', '0; 0 3 7 10'],
    ['C°', '0; 0 3 6'],
    ['C°7', '0; 0 3 6 9'],
    ['CΔ7', '0; 0 4 7 11'],
    ['C7(b9)', '0; 0 4 7 10 13'],
    ['C7(#9,b13)', '0; 0 4 7 10 15 20'],
  ])('%s', (symbol, chord) => {
    expect(text(chordSymbol(symbol))).toBe(chord);
    expect(referenceSymbol(symbol)).toBeUndefined();
  });

  it('an upper-case M is major, which the reference reads as minor', () => {
    expect(text(chordSymbol('CM7'))).toBe('0; 0 4 7 11');
    expect(text(referenceSymbol('CM7'))).toBe('0; 0 3 7 10');
    expect(text(chordSymbol('CmM7'))).toBe('0; 0 3 7 11');
  });

  it.each(['Csus4', 'Dsus2', 'Asus'])('%s has no sharp root', (symbol) => {
    expect(referenceSymbol(symbol)).toBeUndefined();
  });
});

describe('pitch_seq', () => {
  const pitch = (kind: string, values: readonly string[], more: object = {}) => ({
    pitch_seq: { kind, mode: 'cycle', values, octave: 3, ...more },
  });
  const notes = (found: readonly string[]) => found.map((cell) => cell.replace(/^.* (.*)\/0$/, '$1')).join(' ');

  it('takes degrees of the scale', async () => {
    const values = ['1', '3', 'b5', '7', '#4', 'bb7', 'b#3', ' 2 '];
    const program = sequence(span(0, 7), pitch('scale_degree', values, { allow_accidentals: true }));
    expect(notes(await cells(songOf(program)))).toBe('D3 F3 G#3 C4 G#3 A#3 F3 E3');
  });

  it('refuses accidentals unless they are allowed, and what is no degree', async () => {
    const fault = (value: string, more: object = {}, change = {}) =>
      outcome(songOf(sequence([0], pitch('scale_degree', [value], more)), change));
    expect(await fault('b3')).toMatch(/^005 .*values\[0\]$/);
    expect(await fault('8')).toMatch(/^005/);
    expect(await fault('#b3', { allow_accidentals: true })).toMatch(/^005/);
    expect(await fault('b1', { allow_accidentals: true })).toMatch(/^005/);
    expect(await fault('1', { octave: 99 })).toMatch(/^005/);
    expect(await fault('1', {}, { harmony: null })).toMatch(/^005 .*pitch_seq$/);
    expect(await fault('+2')).toEqual(['0:0 E3/0']);
  });

  it('takes tones of the chord of the row, in the frame of the expression', async () => {
    const program = sequence([0, 4, 16, 20], pitch('chord_tone', ['1', '3', '5', '7']));
    expect(await cells(songOf(program))).toEqual(['0:0 D3/0', '4:0 F3/0', '16:0 D4/0', '20:0 F4/0']);
    const shifted = { op: 'shift', rows: 1, body: program };
    expect(await cells(songOf(shifted))).toEqual(['1:0 D3/0', '5:0 F3/0', '17:0 D4/0', '21:0 F4/0']);
  });

  it('says which tone a chord does not have, and where no chord has begun', async () => {
    expect(await outcome(songOf(sequence([0], pitch('chord_tone', ['9']))))).toMatch(/^005/);
    expect(await outcome(songOf(sequence([0], pitch('chord_tone', ['2']))))).toMatch(/^005/);
    expect(await outcome(songOf(sequence([-1], pitch('chord_tone', ['1']))))).toMatch(/^005/);
  });

  it('passes over chords behind the end of the pattern, where the reference stops', async () => {
    const short = songOf(sequence([0], pitch('chord_tone', ['1'])), {}, { rows: 16 });
    expect(await outcome(short)).toEqual(['0:0 D3/0']);
    expect(await outcome(short, 'reference')).toMatch(/^004/);
  });

  it('names a chord that is none', async () => {
    const chordsOf = (chord: object) => ({
      harmony: { key: { root: 'C', scale: 'major' }, chords: [{ at: { bar: 0 }, chord }] },
    });
    const program = sequence([0], pitch('chord_tone', ['1']));
    expect(await outcome(songOf(program, chordsOf({ symbol: 'X' })))).toBe('005 harmony.chords[0].chord.symbol');
    const bare = chordsOf({ root: 'C', intervals: [4, 7] });
    expect(await outcome(songOf(program, bare))).toBe('005 harmony.chords[0].chord.intervals');
    const root = chordsOf({ root: 'X', intervals: [0] });
    expect(await outcome(songOf(program, root))).toBe('005 harmony.chords[0].chord.root');
    expect(await outcome(songOf(program, chordsOf({ root: 'c5', intervals: [7, 0, 0], bass: 'Bb' })))).toEqual([
      '0:0 C3/0',
    ]);
  });
});

it('scales begin at their root and rise', () => {
  for (const scale of Object.values(SCALES)) {
    expect(scale[0]).toBe(0);
    for (let i = 1; i < scale.length; i++) expect(scale[i]!).toBeGreaterThan(scale[i - 1]!);
    expect(scale.at(-1)!).toBeLessThan(12);
  }
});
