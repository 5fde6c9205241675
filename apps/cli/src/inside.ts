/** Paths that may not lead out of a folder. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { reasonOf } from './reason.ts';

/**
 * The file that `path` names, seen from the folder `base`: below `root`, also where symbolic links lead. Throws `Error`
 * with words for people; `rootName` is what they call the root.
 */
export function locateInside(path: string, base: string, root: string, rootName: string): string {
  if (/[\\\0:]/.test(path) || isAbsolute(path)) {
    throw new Error('the path must be relative, with / between folders, or begin with //');
  }
  const wanted = resolve(base, path);
  // Before anything is touched, and again for where links lead.
  requireInside(wanted, root, rootName);
  let file: string;
  try {
    file = realpathSync(wanted);
  } catch (error) {
    throw new Error(reasonOf(error));
  }
  requireInside(file, realpathSync(root), rootName);
  return file;
}

/** Whether a file lies below a folder; both absolute. */
export function isInside(file: string, root: string): boolean {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function requireInside(file: string, root: string, rootName: string): void {
  if (!isInside(file, root)) throw new Error(`it lies outside of ${rootName}`);
}
