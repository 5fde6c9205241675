import { basename, join } from 'node:path';
import { errno } from '../session.ts';
import type { FsCalls } from './calls.ts';
import { bestEffort, createFile, unlessAbsent } from './files.ts';
import { OWN } from './layout.ts';

const MAX_FILES = 50;
const MAX_AGE_MS = 7 * 86_400_000;
const REASON = '.reason.txt';

/**
 * Moves a damaged file to `<time>-<name>` with a `.reason.txt` beside it. Never more than 50 files are kept, reasons
 * included, and none longer than 7 days. The move must work; keeping order in the directory is best effort.
 */
export function quarantineFile(calls: FsCalls, directory: string, path: string, reason: string, now: number): void {
  calls.mkdir(directory);
  const target = join(directory, `${stamp(now)}-${basename(path)}`);
  if (!unlessAbsent(() => calls.rename(path, target))) return;
  bestEffort(() => {
    createFile(calls, target + REASON, new TextEncoder().encode(`${basename(path)} ${reason}\n`), 0o644);
    trimQuarantine(calls, directory, now);
  });
}

/** Removes what is too old or too much. */
export function trimQuarantine(calls: FsCalls, directory: string, now: number): void {
  // The time comes first in the names, in a fixed width: sorted by name is sorted by age.
  const names = listNames(calls, directory, OWN.quarantined).sort();
  const oldest = stamp(now - MAX_AGE_MS);
  const surplus = names.length - MAX_FILES;
  names.forEach((name, i) => {
    if (i < surplus || name < oldest) bestEffort(() => calls.unlink(join(directory, name)));
  });
}

/** Number of damaged items that are kept. */
export function countQuarantined(calls: FsCalls, directory: string): number {
  return listNames(calls, directory, OWN.quarantined).filter((name) => !name.endsWith(REASON)).length;
}

function stamp(milliseconds: number): string {
  return String(Math.max(0, Math.floor(milliseconds))).padStart(15, '0');
}

/** The names in a directory that are of the form `own`; none when it is absent. */
export function listNames(calls: FsCalls, directory: string, own: RegExp): string[] {
  try {
    return calls.readdir(directory).filter((name) => own.test(name));
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  }
}
