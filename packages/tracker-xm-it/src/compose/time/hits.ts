import type { TimeExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { MAX_TEXT_BYTES } from '../limits.ts';
import type { Scope } from '../scope.ts';

/** The hits of a drawn rhythm such as `x..x ..x.`; white space does not count as a step. */
export function hits({ pattern, stride, offset }: TimeExpr & { op: 'pattern' }, scope: Scope): number[] {
  checkText(pattern, ['at', 'pattern'], scope);
  scope.spend(pattern.length);
  const rows: number[] = [];
  let index = 0;
  for (const char of pattern) {
    if (char.trim() === '') continue;
    if (char === 'x' || char === 'X') rows.push(index * stride + offset);
    else if (char !== '.') {
      throw scope.fault('time', ['at', 'pattern'], `${JSON.stringify(char)} is no step of a pattern`, {
        expected: '"x" for a hit, "." for a rest, or white space',
        found: JSON.stringify(char),
      });
    }
    index++;
  }
  return rows;
}

const utf8 = new TextEncoder();

/** Faults with 012 for a text that is too long. */
export function checkText(text: string, steps: readonly string[], scope: Scope): void {
  // No character of UTF-16 is less than a byte.
  const bytes = text.length > MAX_TEXT_BYTES ? text.length : utf8.encode(text).length;
  if (bytes > MAX_TEXT_BYTES) {
    throw scope.fault('text', steps, 'the text is too long', {
      expected: `at most ${MAX_TEXT_BYTES} bytes`,
      found: `${bytes} or more`,
    });
  }
}
