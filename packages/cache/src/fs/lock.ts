/**
 * Locks between processes and worker threads: a file that only one can create, whose holder touches it every two seconds.
 * A lock is stale at once when its holder is known to be dead: a process of this host and boot that is gone or whose
 * number another one has now. Where that cannot be known (another boot, a lock that names nobody) it is stale when it was
 * not touched for ten seconds. A lock of another thread of this process is never stale, because a thread cannot see
 * whether another one lives; who ends threads calls `releaseOwnLocks`.
 *
 * Losing or missing a lock is harmless, because writers of the same key do not disturb each other.
 */
import { hash, randomBytes, randomInt } from 'node:crypto';
import type { Lock } from '../backing.ts';
import { errno } from '../session.ts';
import type { FsCalls } from './calls.ts';
import { bestEffort, createFile, readText, unlessAbsent } from './files.ts';
import { type HolderIdentity, isAlive, isSameProcess, parseHolder } from './identity.ts';
import { OWN } from './layout.ts';
import { listNames } from './quarantine.ts';

const HEARTBEAT_MS = 2000;
const STALE_AFTER_MS = 10_000;
const MAX_LOCK_BYTES = 4096;
const MIN_PAUSE_MS = 20;
const MAX_PAUSE_MS = 120;
const utf8 = new TextEncoder();

/** Paths this thread holds. */
const held = new Set<string>();

export interface LockContext {
  readonly calls: FsCalls;
  readonly identity: HolderIdentity;
  /** Milliseconds since 1970, on the clock that file times are on. */
  readonly now: () => number;
}

/** Takes the lock at `path`, waiting up to `timeoutMs`; `null` when it could not be had. */
export async function acquireLock(context: LockContext, path: string, timeoutMs: number): Promise<Lock | null> {
  const deadline = performance.now() + timeoutMs;
  for (let waited = false; ; waited = true) {
    const mine = tryCreate(context, path);
    if (mine !== null) return { waited, release: hold(context, path, mine) };
    if (takeOver(context, path)) continue;
    const left = deadline - performance.now();
    if (left <= 0) return null;
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, randomInt(MIN_PAUSE_MS, MAX_PAUSE_MS))));
  }
}

/** Removes the locks in a directory that one or every thread of this process has. Returns how many. Best effort. */
export function removeLocksOf(
  self: HolderIdentity,
  thread: number | undefined,
  calls: FsCalls,
  directory: string,
): number {
  let removed = 0;
  bestEffort(() => {
    for (const name of listNames(calls, directory, OWN.lock)) {
      bestEffort(() => {
        const path = `${directory}/${name}`;
        const holder = parseHolder(readText(calls, path, MAX_LOCK_BYTES) ?? '');
        if (holder === null || !isSameProcess(holder, self)) return;
        if (thread !== undefined && holder.thread !== thread) return;
        calls.unlink(path);
        removed++;
      });
    }
  });
  return removed;
}

/** The text of the lock made, or `null` when somebody has it. */
function tryCreate({ calls, identity, now }: LockContext, path: string): string | null {
  // The random number makes every lock a different text, also those of one thread within a millisecond.
  const id = randomBytes(8).toString('hex');
  const text = JSON.stringify({ ...identity, started: new Date(now()).toISOString(), id });
  return tryFile(calls, path, text) ? text : null;
}

/** Creates a file unless there is one. Returns whether it did. */
function tryFile(calls: FsCalls, path: string, text: string): boolean {
  try {
    createFile(calls, path, utf8.encode(text), 0o644);
    return true;
  } catch (error) {
    if (errno(error) === 'EEXIST') return false;
    throw error;
  }
}

function hold({ calls, now }: LockContext, path: string, mine: string): () => void {
  const heartbeat = setInterval(() => bestEffort(() => calls.utimes(path, now() / 1000)), HEARTBEAT_MS);
  heartbeat.unref();
  held.add(path);
  return () => {
    clearInterval(heartbeat);
    held.delete(path);
    // It may have been taken over while this process was stopped: then it is not ours to remove.
    bestEffort(() => {
      if (readText(calls, path, MAX_LOCK_BYTES) === mine) calls.unlink(path);
    });
  };
}

/**
 * Moves a stale lock out of the way. Returns whether it is worth trying again at once.
 *
 * Of many who see it, only who has the claim on its very text may move it: a file beside it, created like a lock. While a
 * lock is there nobody can create another, so that what is read under the claim is what is moved. (Moving first
 * and looking afterwards, with a move back, can put an old lock over that of somebody who locked in between.)
 */
function takeOver({ calls, identity, now }: LockContext, path: string): boolean {
  const seen = readText(calls, path, MAX_LOCK_BYTES);
  const untouchedMs = (file: string): number => {
    let mtimeMs = now();
    unlessAbsent(() => {
      ({ mtimeMs } = calls.lstat(file));
    });
    return now() - mtimeMs;
  };
  if (seen === null || !isStale(seen, untouchedMs(path) > STALE_AFTER_MS, path, identity)) return false;
  const stem = path.replace(/\.lock$/, '');
  const claim = `${stem}.${hash('sha256', seen).slice(0, 16)}.lock`;
  if (!tryFile(calls, claim, JSON.stringify(identity))) {
    // Claims are had for less than a millisecond, unless somebody dies meanwhile.
    if (untouchedMs(claim) > STALE_AFTER_MS) bestEffort(() => calls.unlink(claim));
    return false;
  }
  try {
    if (readText(calls, path, MAX_LOCK_BYTES) !== seen) return true;
    // Onto the claim, whose name nobody else uses; removing that ends both.
    calls.rename(path, claim);
    return true;
  } catch (error) {
    if (errno(error) === null) throw error;
    return false; // It cannot be moved: somebody else's, or open elsewhere. Waiting is all there is to do.
  } finally {
    bestEffort(() => calls.unlink(claim));
  }
}

function isStale(text: string, untouched: boolean, path: string, self: HolderIdentity): boolean {
  const holder = parseHolder(text);
  // Cut short by a crash while it was written, or in the middle of being written.
  if (holder === null || typeof holder.pid !== 'number') return untouched;
  if (holder.boot_id !== self.boot_id) return untouched;
  if (holder.host !== self.host) return false;
  if (holder.pid !== self.pid) return !isAlive(holder.pid);
  if (holder.start !== self.start) return true;
  return holder.thread === self.thread && !held.has(path) && untouched;
}
