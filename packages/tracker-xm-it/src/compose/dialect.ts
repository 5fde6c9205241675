/** What a composition's words mean, where there is more than one answer. */
import type { BeatPos } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Cell, CellMap } from './cell.ts';
import type { Chord } from './harmony/chords.ts';
import type { Operators } from './operators/operator.ts';
import type { Scope } from './scope.ts';
import type { Transforms } from './transforms/transform-cell.ts';

/** A cell written by hand, at its place. */
export interface ManualCell {
  readonly row: number;
  readonly channel: number;
  readonly cell: Cell;
}

export interface Dialect {
  readonly operators: Operators;
  readonly transforms: Transforms;
  /** What stands in a cell for a note of MIDI 0 to 127. */
  noteOf(midi: number): string | number;
  /** The same for a number of the document, which may be any integer; `undefined` for what is refused. */
  noteOfNumber(midi: number): string | number | undefined;
  /** The chord of a symbol; `undefined` for what is none. */
  chordSymbol(symbol: string): Chord | undefined;
  /** The row that a chord of the harmony begins at; `undefined` where it does not concern the pattern. */
  chordRow(at: BeatPos, scope: Scope): number | undefined;
  /** A cell as the hand-written notes of a pattern give it. */
  manualCell(given: Cell): Cell;
  /** Lays hand-written cells over those of the program. */
  overlay(program: CellMap, manual: CellMap, scope: Scope): CellMap;
  /** Whether a cell cannot do without an instrument. */
  needsInstrument(cell: Cell): boolean;
}
