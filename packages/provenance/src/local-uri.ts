/** Names and URIs that say nothing of the machine they were written on. */

const DRIVE = /^[A-Za-z]:/;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s;

/**
 * Throws `RangeError` unless `path` is relative, `/`-separated and stays below where it starts. `what` names it in the
 * message, which does not repeat the path.
 */
export function assertRelativePath(path: string, what: string): void {
  if (path === '' || path.startsWith('/') || path.includes('\\') || DRIVE.test(path)) {
    throw new RangeError(`${what} must be a relative path with / between its parts`);
  }
  if (path.split('/').includes('..')) throw new RangeError(`${what} must not lead out of the project`);
}

/**
 * Throws `RangeError` for a `file:` URI that is not `file:` and a relative path, for a URI without a scheme, and for one
 * that carries a user name. `what` names it in the message.
 */
export function assertLocalUri(uri: string, what: string): void {
  const match = SCHEME.exec(uri);
  if (match === null) throw new RangeError(`${what} must be a URI with a scheme, such as file:specs/a.json`);
  const [, scheme, rest] = match as unknown as [string, string, string];
  if (scheme.toLowerCase() === 'file') assertRelativePath(decode(rest, what), what);
  else if (/^\/\/[^/?#]*@/.test(rest)) throw new RangeError(`${what} must not carry a user name`);
}

/** `file:` and the path, with all but unreserved characters and `/` percent-encoded (RFC 3986 §2.3). */
export function fileUri(path: string): string {
  assertRelativePath(path, 'path');
  return `file:${path.split('/').map(encodeSegment).join('/')}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(text: string, what: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RangeError(`${what} has a wrong percent-encoding`);
  }
}
