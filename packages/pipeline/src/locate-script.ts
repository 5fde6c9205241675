/**
 * Where in a script a finding about its document comes from. Values have no positions of their own, so this goes by names:
 * the innermost key on the finding's path that the source names exactly once, as a word or as a string. A finding whose
 * keys are all named several times, or not at all, has no place.
 */
import { type Issue, parsePath } from '@speccade/spec';

/** Keys that say nothing: every script has them once. */
const EVERYWHERE = new Set(['recipe', 'params', 'kind']);

/** Strings of all kinds, comments, and words, in the order in which they have to be tried. */
const TOKEN =
  /r?("""|''')(?:\\[\s\S]|(?!\1)[\s\S])*\1|r?"((?:\\.|[^"\\\n])*)"|r?'((?:\\.|[^'\\\n])*)'|#[^\n]*|([A-Za-z_]\w*)/g;

/** The issues with line, column and the line's text, where a place is found. */
export function locateInScript(issues: readonly Issue[], source: string): Issue[] {
  if (issues.length === 0) return [];
  const places = placesIn(source);
  return issues.map((issue) => {
    const names = parsePath(issue.path).filter((step) => typeof step === 'string' && !EVERYWHERE.has(step));
    for (const name of names.reverse()) {
      const at = places.get(name as string);
      if (typeof at === 'number') return { ...issue, ...positionOf(source, at) };
    }
    return issue;
  });
}

/** Offsets of names; `many` for those that are there more than once. */
function placesIn(source: string): ReadonlyMap<string, number | 'many'> {
  const places = new Map<string, number | 'many'>();
  for (const match of source.matchAll(TOKEN)) {
    const name = match[2] ?? match[3] ?? match[4];
    if (name !== undefined) places.set(name, places.has(name) ? 'many' : match.index);
  }
  return places;
}

function positionOf(source: string, offset: number): Pick<Issue, 'line' | 'column' | 'trace'> {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const end = source.indexOf('\n', offset);
  const sourceLine = source.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
  return { line: before.split('\n').length, column: offset - start + 1, trace: { sourceLine } };
}
