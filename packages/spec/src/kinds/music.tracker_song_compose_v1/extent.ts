/**
 * How much a composition may come to, without expanding it: upper bounds by arithmetic on its expressions, each looked at
 * once.
 */
import { childrenOf, walk } from './children.ts';
import type { PatternExpr } from './expression.ts';
import type { ComposeParams } from './params.ts';
import { patternRows } from './rows.ts';
import type { TimeExpr } from './time.ts';

/** Bounds of one expression. */
export interface Extent {
  /** Cells, at most. `Infinity` where only the pattern itself is a bound. */
  readonly cells: number;
  /** Levels of expressions below it, references included. */
  readonly height: number;
}

/** Bounds of a whole composition. */
export interface SongExtent {
  /** Levels of the deepest program. */
  readonly depth: number;
  /** Cells of the fullest pattern, at most. */
  readonly cellsPerPattern: number;
  /** Cells of all patterns, at most. */
  readonly cells: number;
  /** Rows of the longest pattern. */
  readonly patternRows: number;
}

const NOTHING: Extent = { cells: 0, height: 0 };

/** The bounds of a composition. Definitions that refer to themselves or to nothing count as empty. */
export function songExtent(params: ComposeParams): SongExtent {
  const defs = defExtents(params.defs);
  let depth = 0;
  let cellsPerPattern = 0;
  let cells = 0;
  let longest = 0;
  for (const pattern of Object.values(params.patterns)) {
    const extent = extentOf(pattern.program, defs);
    const length = patternRows(pattern, params.timebase);
    const rows = typeof length === 'number' ? length : 0;
    const manual = Object.values(pattern.notes ?? {}).reduce((sum, notes) => sum + notes.length, 0);
    const most = Math.min(extent.cells + manual + (pattern.data?.length ?? 0), rows * params.channels);
    depth = Math.max(depth, extent.height);
    cellsPerPattern = Math.max(cellsPerPattern, most);
    cells += most;
    longest = Math.max(longest, rows);
  }
  return { depth, cellsPerPattern, cells, patternRows: longest };
}

/** The names of definitions that an expression refers to. */
export function refsOf(expr: PatternExpr): string[] {
  const names: string[] = [];
  for (const { expr: inner } of walk(expr, [])) if (inner.op === 'ref') names.push(inner.name);
  return names;
}

/** Definitions in an order in which each comes after those it refers to; what leads into a circle is left out. */
export function resolvable(refs: ReadonlyMap<string, readonly string[]>): string[] {
  const waiting = new Map<string, number>();
  const users = new Map<string, string[]>();
  for (const [name, used] of refs) {
    const known = new Set(used.filter((other) => refs.has(other)));
    waiting.set(name, known.size);
    for (const other of known) {
      const list = users.get(other);
      if (list) list.push(name);
      else users.set(other, [name]);
    }
  }
  const order = [...refs.keys()].filter((name) => waiting.get(name) === 0);
  for (let i = 0; i < order.length; i++) {
    for (const user of users.get(order[i]!) ?? []) {
      const left = waiting.get(user)! - 1;
      waiting.set(user, left);
      if (left === 0) order.push(user);
    }
  }
  return order;
}

function defExtents(defs: Readonly<Record<string, PatternExpr>>): Map<string, Extent> {
  const refs = new Map(Object.entries(defs).map(([name, expr]) => [name, refsOf(expr)]));
  const extents = new Map<string, Extent>();
  for (const name of resolvable(refs)) extents.set(name, extentOf(defs[name]!, extents));
  return extents;
}

function extentOf(expr: PatternExpr, defs: ReadonlyMap<string, Extent>): Extent {
  if (expr.op === 'ref') {
    const { cells, height } = defs.get(expr.name) ?? NOTHING;
    return { cells, height: height + 1 };
  }
  if (expr.op === 'mini') return { cells: Number.POSITIVE_INFINITY, height: 0 };
  if (expr.op === 'emit' || expr.op === 'emit_seq') return { cells: positionCount(expr.at), height: 0 };
  const parts = childrenOf(expr).map((child) => extentOf(child.expr, defs));
  const height = parts.reduce((most, part) => Math.max(most, part.height + 1), 0);
  if (expr.op === 'choose') return { cells: parts.reduce((most, part) => Math.max(most, part.cells), 0), height };
  const cells = parts.reduce((sum, part) => sum + part.cells, 0);
  return { cells: expr.op === 'repeat' && expr.times !== 1 ? times(cells, expr.times) : cells, height };
}

// No times infinity is none.
const times = (cells: number, count: number) => (count === 0 ? 0 : cells * count);

/** How many positions `at` has. */
export function positionCount(at: TimeExpr): number {
  switch (at.op) {
    case 'range':
    case 'beat_range':
      return at.count;
    case 'list':
      return at.rows.length;
    case 'beat_list':
      return at.beats.length;
    case 'euclid':
      return at.pulses;
    case 'pattern':
      return at.pattern.length - at.pattern.replace(/[xX]/g, '').length;
  }
}
