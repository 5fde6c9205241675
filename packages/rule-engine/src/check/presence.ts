/** Which optional facts a condition proves present: `has(p)` for what follows it in `&&`, `||`, `?:` and later parts. */

import type { Expr } from '../language/ast.ts';
import { print } from '../language/printer.ts';

/** Texts of paths that are present. */
export type Present = ReadonlySet<string>;

export const NOTHING: Present = new Set();

/** What is present where `node` evaluated to `outcome`. */
export function presentWhen(node: Expr, outcome: boolean): Present {
  switch (node.k) {
    case 'has':
      return outcome ? prefixes(node.e) : NOTHING;
    case 'not':
      return presentWhen(node.e, !outcome);
    case 'and':
      return outcome ? union(presentWhen(node.l, true), presentWhen(node.r, true)) : NOTHING;
    case 'or':
      return outcome ? NOTHING : union(presentWhen(node.l, false), presentWhen(node.r, false));
    default:
      return NOTHING;
  }
}

/** A path and everything before its last step: a present field has a present record. */
function prefixes(path: Expr): Present {
  const found = new Set<string>();
  for (let at = path; ; at = at.e) {
    found.add(print(at));
    if (at.k !== 'sel' && at.k !== 'idx') return found;
  }
}

export function union(a: Present, b: Present): Present {
  if (b.size === 0) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
}

/** What stays known inside of a binding of `name`: paths from an outer `name` cannot be meant there. */
export function without(present: Present, name: string): Present {
  const kept = [...present].filter(
    (path) => path !== name && !path.startsWith(`${name}.`) && !path.startsWith(`${name}[`),
  );
  return kept.length === present.size ? present : new Set(kept);
}
