import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePoints, compareText, containsText, matchesGlob } from './text.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
/** Few characters, so that things match. */
const few = (characters: string) =>
  fc.array(fc.constantFrom(...characters), { maxLength: 24 }).map((all) => all.join(''));

it('orders and counts by code point', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [Array.from(a, (c) => c.codePointAt(0)!), Array.from(b, (c) => c.codePointAt(0)!)];
      const at = x.findIndex((code, i) => code !== y[i]);
      const wanted = at < 0 ? x.length - y.length : x[at]! - (y[at] ?? -1);
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(wanted));
      expect(codePoints(a)).toBe(x.length);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

it('finds what includes finds, with long needles too', () => {
  fc.assert(
    fc.property(few('ab'), fc.array(few('ab'), { minLength: 3, maxLength: 8 }), (needle, parts) => {
      const hay = parts.join('');
      const long = needle.padEnd(17, 'ab');
      expect(containsText(hay, needle)).toBe(hay.includes(needle));
      expect(containsText(hay, long)).toBe(hay.includes(long));
      expect(containsText(hay + long + hay, long)).toBe(true);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

it('matches globs as the regular expression of the same meaning does', () => {
  fc.assert(
    fc.property(few('ab😀'), few('ab*?😀'), (subject, pattern) => {
      const source = Array.from(pattern, (c) => (c === '*' ? '[^]*' : c === '?' ? '[^]' : c)).join('');
      expect(matchesGlob(subject, pattern)).toBe(new RegExp(`^${source}$`, 'u').test(subject));
    }),
    { numRuns: 3000, seed: 7 },
  );
});
