/** Rules for output paths: relative, inside the output root, the same file on every system. */

export interface PathVerdict {
  /** Why the path is refused, or `undefined`. */
  readonly unsafe?: string;
  /** Why the path is a nuisance on some system, or `undefined`. */
  readonly warning?: string;
  /** The path as it is used: NFC, without empty and `.` segments. */
  readonly normal: string;
}

const MAX_SEGMENT_BYTES = 255;
const MAX_PATH_BYTES = 1024;
const utf8 = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
const WINDOWS_FORBIDDEN = /[<>:"|?*]/;

/** Judges one declared output path. */
export function checkOutputPath(path: string): PathVerdict {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const normal = segments.join('/').normalize('NFC');
  const unsafe = unsafeReason(path, segments);
  if (unsafe) return { unsafe, normal };
  const warning = warningFor(path, normal, segments);
  return warning ? { warning, normal } : { normal };
}

function unsafeReason(path: string, segments: readonly string[]): string | undefined {
  if (path === '') return 'is empty';
  if (path[0] === '/' || path[0] === '\\') return 'is absolute';
  if (path[1] === ':') return 'begins with a drive letter';
  if (path.includes('\\')) return 'contains a backslash';
  if (segments.includes('..')) return 'leaves the output folder through ".."';
  if (CONTROL.test(path)) return 'contains a control character';
  if (!path.isWellFormed()) return 'contains a lone surrogate';
  if (segments.length === 0) return 'names no file';
  if (utf8.encode(path).length > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes`;
  const long = segments.find((segment) => utf8.encode(segment).length > MAX_SEGMENT_BYTES);
  return long === undefined ? undefined : `has a name longer than ${MAX_SEGMENT_BYTES} bytes`;
}

function warningFor(path: string, normal: string, segments: readonly string[]): string | undefined {
  if (path !== normal) return `is written as ${JSON.stringify(normal)}`;
  if (segments.some((segment) => WINDOWS_RESERVED.test(segment))) return 'uses a name that Windows reserves';
  if (WINDOWS_FORBIDDEN.test(path)) return 'contains a character that Windows forbids in names';
  if (segments.some((segment) => /[. ]$/.test(segment)))
    return 'has a name ending in a dot or space, which Windows drops';
  return undefined;
}

/** Two paths with the same key are one file on some system: compared after NFC and ignoring case. */
export function pathCollisionKey(normalPath: string): string {
  return normalPath.normalize('NFC').toLowerCase();
}

/** What stands after the last dot of the whole path, or all of it when there is no dot; lower case. */
export function pathExtension(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
