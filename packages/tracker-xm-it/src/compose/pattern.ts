/** One pattern: from its program and its hand-written cells to plain notes. */
import { type ComposePattern, patternRows, type Timebase } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Cell } from './cell.ts';
import { evaluate } from './evaluate.ts';
import { ComposeError, type Place, within } from './fault.ts';
import { manualCells } from './manual.ts';
import { type PatternScope, Scope, type SongScope } from './scope.ts';

/** One event of an expanded pattern. Members stand in the order in which they are printed. */
export interface ExpandedNote {
  readonly row: number;
  readonly channel: number;
  /** Empty: the instrument's base note. */
  readonly note: string | number;
  /** Absent only beside a note that is none. */
  readonly inst?: number;
  readonly vol?: number;
  readonly effect?: number;
  readonly param?: number;
  readonly effect_name?: string;
  readonly effect_xy?: readonly [number, number];
}

export interface ExpandedPattern {
  readonly rows: number;
  readonly data: readonly ExpandedNote[];
}

/** Expands the pattern `name` of a song. Throws `ComposeError`. */
export function expandPattern(
  name: string,
  pattern: ComposePattern,
  songTimebase: Timebase | undefined,
  song: SongScope,
): ExpandedPattern {
  const place = within(undefined, 'recipe', 'params', 'patterns', name);
  const timebase = pattern.timebase ?? songTimebase;
  const rows = rowsOf(pattern, timebase, place);
  const patternScope: PatternScope = { song, name, rows, timebase, defs: new Map(), deepest: 0, evaluate };
  const outer = new Scope(patternScope, place);
  const program = evaluate(pattern.program, new Scope(patternScope, within(place, 'program')));
  const cells = song.dialect.overlay(program, manualCells(pattern, outer), outer);
  const data: ExpandedNote[] = [];
  cells.forEach((row, channel, cell) => {
    checkCell(row, channel, cell, outer);
    const { note = '', inst, ...rest } = cell;
    data.push({ row, channel, note, ...(inst !== undefined && { inst }), ...ordered(rest) });
  });
  return { rows, data };
}

function rowsOf(pattern: ComposePattern, timebase: Timebase | undefined, place: Place): number {
  const rows = patternRows(pattern, timebase);
  if (typeof rows === 'number') return rows;
  throw new ComposeError('expression', within(place, rows.member), rows.message, {
    expected: rows.expected,
    found: rows.found,
  });
}

function checkCell(row: number, channel: number, cell: Cell, scope: Scope): void {
  const { song, pattern } = scope;
  const where = `at row ${row}, channel ${channel}`;
  if (row < 0 || row >= pattern.rows || channel >= song.channels) {
    throw scope.fault('bounds', [], `a cell lies outside of the pattern, ${where}`, {
      expected: `rows 0 to ${pattern.rows - 1}, channels 0 to ${song.channels - 1}`,
      found: `row ${row}, channel ${channel}`,
      suggestion: 'cut the program with "slice", or make the pattern longer',
    });
  }
  if (cell.inst === undefined) {
    if (!song.dialect.needsInstrument(cell)) return;
    throw scope.fault('noInstrument', [], `a cell has no instrument, ${where}`, {
      expected: '"inst" in the cell, a sequence or a "set" transform',
      found: 'none',
    });
  }
  if (cell.inst >= song.instruments) {
    throw scope.fault('badInstrument', [], `there is no such instrument, ${where}`, {
      expected: song.instruments === 0 ? 'an instrument, of which there are none' : `0 to ${song.instruments - 1}`,
      found: String(cell.inst),
    });
  }
}

function ordered({ vol, effect, param, effect_name, effect_xy }: Cell): Cell {
  return {
    ...(vol !== undefined && { vol }),
    ...(effect !== undefined && { effect }),
    ...(param !== undefined && { param }),
    ...(effect_name !== undefined && { effect_name }),
    ...(effect_xy !== undefined && { effect_xy }),
  };
}
