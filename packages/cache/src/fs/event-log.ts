/**
 * Counters that many processes add to without a lock: each flush appends one line to `stats/events.jsonl`. A log that
 * grew beyond 1 MB is replaced by one line with the sums and the latest incidents; what another process appends during
 * that moment may be lost, which statistics can bear.
 */
import { addCounts, type Counters, NO_COUNTS } from '../counters.ts';
import type { FsCalls } from './calls.ts';
import { appendFile, createFile, readText, replace } from './files.ts';

const MAX_BYTES = 1 << 20;
const KEPT_INCIDENTS = 100;
const utf8 = new TextEncoder();

interface Line {
  readonly at: number;
  readonly counters?: Partial<Counters>;
  readonly incident?: object;
}

/** Adds to the log. Its directory must exist; `tempPath` must be new and on the same disk. */
export function appendCounts(
  calls: FsCalls,
  path: string,
  tempPath: () => string,
  at: number,
  counters: Counters,
  incidents: readonly object[],
): void {
  const lines: Line[] = [{ at, counters }, ...incidents.map((incident) => ({ at, incident }))];
  appendFile(calls, path, utf8.encode(textOf(lines)));
  if (calls.lstat(path).size <= MAX_BYTES) return;
  const all = readLines(calls, path);
  const summed = [{ at, counters: sumOf(all) }, ...all.filter((line) => line.incident).slice(-KEPT_INCIDENTS)];
  const temp = tempPath();
  createFile(calls, temp, utf8.encode(textOf(summed)), 0o644);
  replace(calls, temp, path);
}

/** The sums of the log. */
export function readCounts(calls: FsCalls, path: string): Counters {
  return sumOf(readLines(calls, path));
}

function readLines(calls: FsCalls, path: string): Line[] {
  // Twice the limit: two processes may both have appended a long line before one of them compacts.
  const text = readText(calls, path, 2 * MAX_BYTES) ?? '';
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Line];
    } catch {
      return []; // The last line of a process that was killed.
    }
  });
}

function sumOf(lines: readonly Line[]): Counters {
  return lines.reduce((sum, line) => addCounts(sum, line.counters ?? {}), NO_COUNTS);
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
