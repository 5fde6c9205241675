import type { Sequence } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Scope } from '../scope.ts';

/** The value of a sequence by position, for `count` positions; nothing where there is no sequence. Faults with 005. */
export function pick<Value>(
  sequence: Sequence<Value> | null | undefined,
  field: string,
  count: number,
  scope: Scope,
): ((index: number) => Value) | undefined {
  if (!sequence) return undefined;
  const { mode, values } = sequence;
  if (mode === 'cycle' && values.length === 0) {
    throw scope.fault('expression', [field, 'values'], 'the sequence is empty', {
      expected: 'at least one value',
      found: 'none',
    });
  }
  if (mode === 'once' && values.length !== count) {
    throw scope.fault('expression', [field, 'values'], 'the sequence does not fit its positions', {
      expected: `${count} values, one to a position`,
      found: String(values.length),
      suggestion: 'use the mode "cycle" to begin again at the end',
    });
  }
  return (index) => values[index % values.length]!;
}
