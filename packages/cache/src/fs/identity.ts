import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';

/** Who holds a lock. */
export interface HolderIdentity {
  readonly pid: number;
  /** Tells a process from one of the same number before a restart; empty where the system has no such id. */
  readonly boot_id: string;
  readonly host: string;
  /**
   * Tells a process from an earlier one of the same number: `performance.timeOrigin`, the start of the process in
   * microseconds, which all its threads give alike (Node 20 and 24).
   */
  readonly start: number;
  /** Of the worker thread, 0 for the main thread; not used twice in a process. */
  readonly thread: number;
}

export function ownIdentity(): HolderIdentity {
  return { pid: process.pid, boot_id: bootId(), host: hostname(), start: performance.timeOrigin, thread: threadId };
}

/** The holder that a lock's text names; `null` when it is cut short or something else. */
export function parseHolder(text: string): Partial<HolderIdentity> | null {
  try {
    const holder: unknown = JSON.parse(text);
    return typeof holder === 'object' ? holder : null;
  } catch {
    return null;
  }
}

/** Whether a holder is a thread of the same process: not an earlier one of its number. */
export function isSameProcess(holder: Partial<HolderIdentity>, self: HolderIdentity): boolean {
  return (['pid', 'boot_id', 'host', 'start'] as const).every((name) => holder[name] === self[name]);
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Whether a process of this number runs on this host, also when it is another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
