/** What a storage failure means, in words for whoever runs the program. */

/** By errno name. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'another program is using it',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something that is not ours is in the way',
  EFBIG: 'the file would be too large for the file system',
  EIO: 'the device reports an error',
  EISDIR: 'there is a directory in place of a file',
  ELOOP: 'there is a loop of symbolic links',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the path is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'a file or directory has disappeared',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'there is a file in place of a directory',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ESTALE: 'the network file system has lost it',
};

/** Failures of the whole file system or process: the path they came up at says nothing. */
const OF_EVERYTHING = new Set(['EDQUOT', 'EMFILE', 'ENFILE', 'ENOSPC', 'EROFS']);

/** Failures that only writing has. */
const OF_WRITING = new Set(['EDQUOT', 'EFBIG', 'ENOSPC', 'EROFS']);

const READING = new Set(['open', 'lookup', 'peek', 'list', 'show', 'nearest', 'stats', 'verify']);

/** How every message ends that tells that the cache turned itself off. */
export const OFF = 'caching is off for this run';

/** `cannot write to the cache in <place>: the file system is read-only (EROFS); caching is off for this run`. */
export function storageFailureText(operation: string, place: string, code: string, error: Error): string {
  const verb = READING.has(operation) && !OF_WRITING.has(code) ? 'read' : 'write to';
  const reason = REASONS[code] ?? error.message.replace(`${code}: `, '');
  const { path } = error as Error & { readonly path?: unknown };
  const at = typeof path === 'string' && path !== place && !OF_EVERYTHING.has(code) ? `: ${path}` : '';
  return `cannot ${verb} the cache in ${place}: ${reason} (${code}${at}); ${OFF}`;
}
