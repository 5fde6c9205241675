import type { Mini } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type Cell, CellMap } from '../cell.ts';
import { TooFine } from '../mini/fraction.ts';
import { MiniSyntaxError, parseMini } from '../mini/parse.ts';
import { type MiniEvent, playCycle } from '../mini/play.ts';
import { type MiniNode, voicesOf } from '../mini/tree.ts';
import { wordCell } from '../mini/word.ts';
import type { Scope } from '../scope.ts';
import { channelOf, instrumentOf, templateCell } from '../template.ts';
import { checkText } from '../time/hits.ts';
import { delayed } from '../transforms/delay.ts';

/** Steps of all cycles together, rests included. */
const MAX_VISITS = 200_000;

/**
 * A line in mini-notation, cycle after cycle. What falls between two rows is written in the earlier one with a delay of
 * the ticks between them. Voices that sound at once take channels of their own, one after another.
 */
export function mini(expr: Mini, scope: Scope): CellMap {
  checkText(expr.notation, ['notation'], scope);
  scope.spend(expr.notation.length);
  const node = parse(expr.notation, scope);
  const { cycleRows, cycles } = cyclesOf(expr, scope);
  const channels = channelsOf(expr, voicesOf(node), scope);
  const base: Cell = {
    ...templateCell(expr.cell, scope),
    ...instrumentOf(expr.cell.inst, ['cell', 'inst'], scope),
  };
  const writer = new Writer(expr, scope, base, channels, cycleRows);
  let visits = 0;
  const visit = (): void => {
    if (++visits <= MAX_VISITS) return;
    const expected = `at most ${MAX_VISITS} in all cycles`;
    throw scope.fault('positions', ['notation'], 'the notation has too many steps', { expected, found: 'more' });
  };
  try {
    for (let cycle = 0; cycle < cycles; cycle++) writer.write(playCycle(node, cycle, visit), cycle);
  } catch (error) {
    if (!(error instanceof TooFine)) throw error;
    throw scope.fault('expression', ['notation'], 'the notation divides time too finely', {
      expected: 'fewer groups in groups',
      found: 'fractions beyond the range of numbers',
    });
  }
  scope.spend(visits);
  return writer.finish(cycles * cycleRows);
}

function parse(notation: string, scope: Scope): MiniNode {
  try {
    return parseMini(notation);
  } catch (error) {
    if (!(error instanceof MiniSyntaxError)) throw error;
    const { offset, message, expected, tooMuch } = error;
    const rest = notation.slice(offset, offset + 12);
    const found = rest === '' ? 'the end' : JSON.stringify(rest);
    throw scope.fault(tooMuch ? 'positions' : 'expression', ['notation'], `${message}, at character ${offset + 1}`, {
      expected,
      found,
    });
  }
}

function cyclesOf(expr: Mini, scope: Scope): { cycleRows: number; cycles: number } {
  const { rows, timebase } = scope.pattern;
  const bar = timebase ? timebase.beats_per_bar * timebase.rows_per_beat : rows;
  const cycleRows = expr.cycle_rows ?? bar;
  if (cycleRows === 0) {
    throw scope.fault('expression', ['cycle_rows'], 'a cycle has at least one row', {
      expected: 'above 0',
      found: '0',
    });
  }
  const cycles = expr.cycles ?? Math.max(1, Math.floor(rows / cycleRows));
  if (cycles * cycleRows > rows) {
    throw scope.fault(
      'expression',
      [expr.cycles == null ? 'cycle_rows' : 'cycles'],
      'the cycles are longer than the pattern',
      {
        expected: `at most ${rows} rows`,
        found: `${cycles * cycleRows} rows`,
      },
    );
  }
  return { cycleRows, cycles };
}

function channelsOf({ cell, channels }: Mini, voices: number, scope: Scope): number[] {
  const named = channels?.map((alias, index) => channelOf(alias, ['channels', index], scope));
  if (named && named.length < voices) {
    throw scope.fault('expression', ['channels'], 'there are too few channels for the voices', {
      expected: `at least ${voices}`,
      found: String(named.length),
    });
  }
  if (named) return named;
  const first = channelOf(cell.channel, ['cell', 'channel'], scope);
  if (first + voices > scope.song.channels) {
    throw scope.fault('bounds', ['notation'], 'there are too few channels for the voices', {
      expected: `at most ${scope.song.channels - first} voices from channel ${first} on`,
      found: String(voices),
    });
  }
  return Array.from({ length: voices }, (_, voice) => first + voice);
}

/** Puts events into cells, and key offs where they end. */
class Writer {
  private readonly cells = new CellMap();
  private readonly ends: { readonly row: number; readonly channel: number; readonly inst: number | undefined }[] = [];
  private readonly expr: Mini;
  private readonly scope: Scope;
  private readonly base: Cell;
  private readonly channels: readonly number[];
  private readonly cycleRows: number;

  constructor(expr: Mini, scope: Scope, base: Cell, channels: readonly number[], cycleRows: number) {
    this.expr = expr;
    this.scope = scope;
    this.base = base;
    this.channels = channels;
    this.cycleRows = cycleRows;
  }

  write(events: readonly MiniEvent[], cycle: number): void {
    const { speed } = this.scope.song;
    for (const { word, begin, end, voice } of events) {
      const channel = this.channels[voice]!;
      const scaled = begin.top * this.cycleRows;
      const row = cycle * this.cycleRows + Math.floor(scaled / begin.bottom);
      const late = ((scaled % begin.bottom) * speed) / begin.bottom;
      if (this.cells.get(row, channel)) {
        throw this.scope.fault('conflict', ['notation'], `two notes fall into row ${row} of channel ${channel}`, {
          expected: 'at most one note to a row',
          found: `${JSON.stringify(word)} beside another`,
          suggestion: 'give a cycle more rows',
        });
      }
      const cell: Cell = { ...this.base, ...wordCell(word, this.expr.octave, this.scope) };
      this.cells.set(row, channel, delayed(cell, Math.min(speed - 1, Math.round(late))));
      const endRow = cycle * this.cycleRows + Math.ceil((end.top * this.cycleRows) / end.bottom);
      this.ends.push({ row: endRow, channel, inst: cell.inst });
    }
  }

  finish(rows: number): CellMap {
    if (this.expr.rest === 'off') {
      const off: Cell = { note: 'OFF' };
      const withInstrument = this.scope.song.dialect.needsInstrument(off);
      for (const { row, channel, inst } of this.ends) {
        if (row >= rows || this.cells.get(row, channel)) continue;
        this.cells.set(row, channel, withInstrument && inst !== undefined ? { ...off, inst } : off);
      }
    }
    return this.cells;
  }
}
