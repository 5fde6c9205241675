import type { TimeExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Scope } from '../scope.ts';
import { checkCount } from './check-count.ts';

/** `count` rows, `step` apart. */
export function range({ start, step, count }: TimeExpr & { op: 'range' }, scope: Scope): number[] {
  if (step === 0) {
    throw scope.fault('time', ['at', 'step'], 'step must not be 0', { expected: 'any other integer', found: '0' });
  }
  checkCount(count, scope);
  return Array.from({ length: count }, (_, i) => start + step * i);
}
