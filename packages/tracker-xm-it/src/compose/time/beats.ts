/** Rows by bars and beats. */
import type { TimeExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Scope } from '../scope.ts';
import { checkCount } from './check-count.ts';

/** The rows of places in bars. */
export function beatList({ beats }: TimeExpr & { op: 'beat_list' }, scope: Scope): number[] {
  checkCount(beats.length, scope);
  return beats.map((pos, index) => scope.rowOf(pos, ['at', 'beats', index]));
}

/** `count` rows from a place in a bar on, each of which must lie in the pattern. */
export function beatRange({ start, step, count }: TimeExpr & { op: 'beat_range' }, scope: Scope): number[] {
  const first = scope.rowOf(start, ['at', 'start']);
  const delta = step.beats * scope.timebase(['at']).rows_per_beat + step.sub;
  if (delta === 0) {
    throw scope.fault('time', ['at', 'step'], 'the step comes to no row at all', {
      expected: 'another distance',
      found: '0 rows',
    });
  }
  checkCount(count, scope);
  return Array.from({ length: count }, (_, i) => {
    const row = first + delta * i;
    if (row < 0 || row >= scope.pattern.rows) throw scope.outside(row, ['at']);
    return row;
  });
}
