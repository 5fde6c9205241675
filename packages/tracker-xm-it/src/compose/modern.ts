/** The dialect of songs that say nothing else. */
import { type CellMap, sounds } from './cell.ts';
import type { Dialect } from './dialect.ts';
import { chordSymbol } from './harmony/chord-symbol.ts';
import { mergeFields } from './merge.ts';
import { noteOf } from './note.ts';
import { operators } from './operators/index.ts';
import type { Scope } from './scope.ts';
import { transforms } from './transforms/index.ts';

export const modern: Dialect = {
  operators,
  transforms,
  noteOf,
  noteOfNumber: (midi) => (midi >= 0 && midi <= 127 ? noteOf(midi) : undefined),
  chordSymbol,
  chordRow(at, scope: Scope) {
    const row = scope.rowOf(at, [], true);
    return row < scope.pattern.rows ? row : undefined;
  },
  manualCell: (given) => given,
  overlay(program, manual, scope): CellMap {
    const result = program.move((row) => row);
    manual.forEach((row, channel, cell) => {
      const below = result.get(row, channel);
      // A note by hand without an instrument is of the first one, as it is in songs without a program.
      const alone = sounds(cell) ? { inst: 0, ...cell } : cell;
      result.set(row, channel, below ? mergeFields(below, cell, () => {}) : alone);
    });
    scope.checkSize(result);
    return result;
  },
  needsInstrument: sounds,
};
