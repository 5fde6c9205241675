/** What expressions are evaluated in: the song, the pattern, the place in the document. */
import { describe } from '@speccade/spec';
import type { BeatPos, Harmony, PatternExpr, Timebase } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type Cell, CellMap } from './cell.ts';
import type { Dialect } from './dialect.ts';
import { ComposeError, type FaultMore, type Place, within } from './fault.ts';
import type { PlacedChord } from './harmony/chords.ts';
import { MAX_CELLS, MAX_WORK } from './limits.ts';

/** What the whole song shares. */
export interface SongScope {
  /** Unsigned 32-bit. */
  readonly seed: number;
  readonly channels: number;
  /** How many there are. */
  readonly instruments: number;
  /** Ticks per row. */
  readonly speed: number;
  readonly channelIds: Readonly<Record<string, number>>;
  readonly instrumentIds: Readonly<Record<string, number>>;
  readonly defs: Readonly<Record<string, PatternExpr>>;
  readonly harmony: Harmony | undefined;
  readonly dialect: Dialect;
  /** Cells and positions visited so far. */
  work: number;
}

/** A definition that was evaluated in a pattern; it gives the same cells wherever it is referred to. */
export interface EvaluatedDef {
  readonly cells: CellMap;
  /** Levels of expressions below its own. */
  readonly height: number;
}

export interface PatternScope {
  readonly song: SongScope;
  readonly name: string;
  readonly rows: number;
  readonly timebase: Timebase | undefined;
  readonly defs: Map<string, EvaluatedDef>;
  /** The chords of the harmony by their rows, once they were asked for. */
  chords?: readonly PlacedChord[];
  /** The deepest level reached so far. */
  deepest: number;
  readonly evaluate: (expr: PatternExpr, scope: Scope) => CellMap;
}

/** One expression's surroundings. */
export class Scope {
  readonly song: SongScope;
  readonly pattern: PatternScope;
  readonly place: Place;
  readonly depth: number;
  /** Names of the definitions being evaluated, outermost first. */
  readonly refs: readonly string[];

  constructor(pattern: PatternScope, place: Place, depth = 0, refs: readonly string[] = []) {
    this.song = pattern.song;
    this.pattern = pattern;
    this.place = place;
    this.depth = depth;
    this.refs = refs;
  }

  /** Evaluates a nested expression, which stands `steps` further in. */
  evaluate(expr: PatternExpr, ...steps: readonly (string | number)[]): CellMap {
    const inner = new Scope(this.pattern, within(this.place, ...steps), this.depth + 1, this.refs);
    return this.pattern.evaluate(expr, inner);
  }

  /** The error of a member of this expression. */
  fault(
    kind: ConstructorParameters<typeof ComposeError>[0],
    steps: readonly (string | number)[],
    message: string,
    more?: FaultMore,
  ): ComposeError {
    return new ComposeError(kind, within(this.place, ...steps), message, more);
  }

  /** The error (005) of a member of the song's parameters that is not the text it should be. */
  songFault(
    steps: readonly (string | number)[],
    found: string,
    message = 'this is no pitch class',
    expected = 'a letter from A to G with an optional # or b',
  ): ComposeError {
    const place = within(undefined, 'recipe', 'params', ...steps);
    return new ComposeError('expression', place, message, { expected, found: describe(found) });
  }

  /** Counts visits of cells or positions. */
  spend(visits: number): void {
    this.song.work += visits;
    if (this.song.work > MAX_WORK) {
      throw this.fault('cells', [], 'the song takes too much work to expand', {
        expected: `at most ${MAX_WORK} cells visited`,
        suggestion: 'use fewer and smaller definitions',
      });
    }
  }

  /** Holds a result against the limit of cells. */
  checkSize(cells: CellMap): void {
    if (cells.size > MAX_CELLS) {
      throw this.fault('cells', [], 'the expression comes to too many cells', {
        expected: `at most ${MAX_CELLS}`,
        found: `more than ${MAX_CELLS}`,
      });
    }
  }

  /** Cells of a body, each changed by `change`. */
  map(body: CellMap, change: (cell: Cell, row: number, channel: number) => Cell): CellMap {
    this.spend(body.size);
    const result = new CellMap();
    body.forEach((row, channel, cell) => {
      result.set(row, channel, change(cell, row, channel));
    });
    return result;
  }

  /**
   * The row of a place in a bar, which must lie inside the pattern unless `mayLieOutside`. Faults with 004.
   */
  rowOf(pos: BeatPos, steps: readonly (string | number)[], mayLieOutside = false): number {
    const timebase = this.timebase(steps);
    const { beats_per_bar: beats, rows_per_beat: subs } = timebase;
    if (pos.beat >= beats) {
      throw this.fault('time', [...steps, 'beat'], 'there is no such beat in the bar', {
        expected: `0 to ${beats - 1}`,
        found: String(pos.beat),
      });
    }
    if (pos.sub >= subs) {
      throw this.fault('time', [...steps, 'sub'], 'there is no such row in the beat', {
        expected: `0 to ${subs - 1}`,
        found: String(pos.sub),
      });
    }
    const row = (pos.bar * beats + pos.beat) * subs + pos.sub;
    if (row >= this.pattern.rows && !mayLieOutside) throw this.outside(row, steps);
    return row;
  }

  timebase(steps: readonly (string | number)[]): Timebase {
    const { timebase } = this.pattern;
    if (timebase) return timebase;
    throw this.fault('time', steps, 'bars and beats need a timebase', {
      expected: 'a timebase of the song or of the pattern',
      found: 'none',
    });
  }

  outside(row: number, steps: readonly (string | number)[]): ComposeError {
    return this.fault('time', steps, `row ${row} is outside of the pattern`, {
      expected: `0 to ${this.pattern.rows - 1}`,
      found: String(row),
    });
  }
}
