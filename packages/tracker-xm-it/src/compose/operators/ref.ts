import { describe, didYouMean } from '@speccade/spec';
import type { Ref } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from '../cell.ts';
import { checkDepth } from '../evaluate.ts';
import { within } from '../fault.ts';
import { Scope } from '../scope.ts';

/**
 * A definition by its name. Its cells depend on nothing but the pattern it is used in, so that it is evaluated once to
 * each: a chain of definitions that each refer to the next twice costs no more than its length.
 */
export function ref({ name }: Ref, scope: Scope): CellMap {
  const { song, pattern, refs } = scope;
  if (!Object.hasOwn(song.defs, name)) {
    const suggestion = didYouMean(name, Object.keys(song.defs));
    throw scope.fault('unknownRef', ['name'], `there is no definition ${describe(name)}`, {
      expected: 'a name in defs',
      found: describe(name),
      suggestion,
    });
  }
  if (refs.includes(name)) {
    const chain = [...refs, name].join(' -> ');
    throw scope.fault('cycle', ['name'], `the definition refers to itself: ${chain}`, {
      expected: 'definitions that end',
      found: chain,
    });
  }
  const depth = scope.depth + 1;
  const known = pattern.defs.get(name);
  if (known) {
    checkDepth(depth + known.height, scope);
    pattern.deepest = Math.max(pattern.deepest, depth + known.height);
    return known.cells;
  }
  const outerDeepest = pattern.deepest;
  pattern.deepest = depth;
  const place = within(undefined, 'recipe', 'params', 'defs', name);
  const cells = pattern.evaluate(song.defs[name]!, new Scope(pattern, place, depth, [...refs, name]));
  pattern.defs.set(name, { cells, height: pattern.deepest - depth });
  pattern.deepest = Math.max(pattern.deepest, outerDeepest);
  return cells;
}
