import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock. */
export interface HolderIdentity {
  readonly pid: number;
  /** Tells a process from one of the same number before a restart; empty where the system has no such id. */
  readonly boot_id: string;
  readonly host: string;
}

export function ownIdentity(): HolderIdentity {
  return { pid: process.pid, boot_id: bootId(), host: hostname() };
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
