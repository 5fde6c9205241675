/** Which paths an artifact may have: those that stay inside the output folder. A spec's other portability is its own. */

const MAX_SEGMENT_BYTES = 255;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const FORBIDDEN = /[\u0000-\u001f\u007f\\]/;
const utf8 = new TextEncoder();

/**
 * What is wrong with an artifact path, or `null` when it is fine: relative, `/` between segments, NFC, no empty, `.` or
 * `..` segment, no drive, no backslash or control character, at most 255 UTF-8 bytes per segment.
 */
export function pathFlaw(path: string): string | null {
  if (path === '') return 'is empty';
  if (!path.isWellFormed()) return 'is not well-formed text';
  if (path.startsWith('/')) return 'is absolute';
  if (path[1] === ':') return 'begins with a drive letter';
  if (FORBIDDEN.test(path)) return 'has a backslash or a control character';
  if (path.normalize('NFC') !== path) return 'is not in Unicode normalization form C';
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..') return 'has an empty, "." or ".." segment';
    if (segment.length * 3 > MAX_SEGMENT_BYTES && utf8.encode(segment).length > MAX_SEGMENT_BYTES) {
      return `has a segment longer than ${MAX_SEGMENT_BYTES} bytes`;
    }
  }
  return null;
}

/** The first flaw of a set of paths, which must also be unique when letter case is ignored; `null` when there is none. */
export function pathsFlaw(paths: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const path of paths) {
    const flaw = pathFlaw(path);
    if (flaw !== null) return `${JSON.stringify(path)} ${flaw}`;
    const folded = path.toUpperCase().toLowerCase();
    if (seen.has(folded)) return `${JSON.stringify(path)} is there twice, letter case ignored`;
    seen.add(folded);
  }
  return null;
}
