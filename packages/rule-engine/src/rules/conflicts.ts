/** Rules of one category that contradict each other. All of them fail, so that no order of rules decides. */

import { isList, type Value } from '../value.ts';
import { type Mutation, prefixes } from './state.ts';

interface Use {
  readonly rule: number;
  readonly mutation: Mutation;
}

/**
 * The rules, by index, whose mutations contradict those of a rule of the same category, or their own: one path set to
 * different values, set and added to, or both a value and a record.
 */
export function findConflicts(mutations: readonly (readonly Mutation[])[]): ReadonlySet<number> {
  const uses = new Map<string, Use[]>();
  for (const [rule, list] of mutations.entries()) {
    for (const mutation of list) {
      if (mutation.op === 'tag') continue;
      const found = uses.get(mutation.path);
      if (found) found.push({ rule, mutation });
      else uses.set(mutation.path, [{ rule, mutation }]);
    }
  }
  const conflicts = new Set<number>();
  const blame = (list: readonly Use[]) => {
    for (const { rule } of list) conflicts.add(rule);
  };
  for (const [path, list] of uses) {
    if (!agree(list)) blame(list);
    for (const prefix of prefixes(path)) {
      const through = uses.get(prefix);
      if (!through) continue;
      blame(list);
      blame(through);
    }
  }
  return conflicts;
}

function agree(uses: readonly Use[]): boolean {
  const { op, value } = uses[0]!.mutation;
  return uses.every(({ mutation }) => mutation.op === op && (op === 'add' || same(mutation.value, value)));
}

/** Equality of scalars and of lists of them. */
function same(a: Value, b: Value): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
  return a === b;
}
