/**
 * Operations on strings by code points. Strings of rules are well-formed, so that searching for one in another by
 * UTF-16 units finds code points. All of it is linear, but for globs, whose cost pays for the product of the lengths.
 */

/** Order by code point: -1, 0 or 1. UTF-16 order differs from it where surrogates meet U+E000 to U+FFFF. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const wideX = x >= 0xd800 && x <= 0xdfff;
    const wideY = y >= 0xd800 && y <= 0xdfff;
    return (wideX === wideY ? x < y : wideY) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

/** Number of code points. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if (isTrail(text, i)) count--;
  return count;
}

function isTrail(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** Longest needle that goes to the host's search, whose worst case is the product of the lengths. */
const SHORT_NEEDLE = 16;

/** Whether `needle` occurs in `text`: Knuth, Morris and Pratt, "Fast pattern matching in strings", for long needles. */
export function containsText(text: string, needle: string): boolean {
  if (needle.length <= SHORT_NEEDLE) return text.includes(needle);
  const border = new Uint16Array(needle.length);
  for (let i = 1, k = 0; i < needle.length; i++) {
    while (k > 0 && needle.charCodeAt(i) !== needle.charCodeAt(k)) k = border[k - 1]!;
    if (needle.charCodeAt(i) === needle.charCodeAt(k)) k++;
    border[i] = k;
  }
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text.charCodeAt(i) !== needle.charCodeAt(k)) k = border[k - 1]!;
    if (text.charCodeAt(i) === needle.charCodeAt(k)) k++;
    if (k === needle.length) return true;
  }
  return false;
}

/**
 * Whether all of `text` matches `pattern`: `*` is any run, `?` one code point, all else itself.
 *
 * Only the last star is ever tried again, so the work is at most the product of the lengths.
 */
export function matchesGlob(text: string, pattern: string): boolean {
  let at = 0;
  let p = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const sign = p < pattern.length ? pattern[p] : undefined;
    if (sign === '*') {
      star = p++;
      resume = at;
    } else if (sign === '?') {
      at += at + 1 < text.length && isTrail(text, at + 1) ? 2 : 1;
      p++;
    } else if (sign !== undefined && sign === text[at]) {
      at++;
      p++;
    } else if (star >= 0) {
      p = star + 1;
      at = ++resume;
      // A run never ends within a code point.
      if (at < text.length && isTrail(text, at)) at = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.length && pattern[p] === '*') p++;
  return p === pattern.length;
}

/** A to Z in lower case, all else as it is: the same under every locale. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}
