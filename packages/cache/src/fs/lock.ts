/**
 * Locks between processes: a file that only one can create, whose holder touches it every two seconds. A lock is stale
 * when it was not touched for ten seconds *and* its holder cannot be alive: another boot, or a dead process on this host.
 * Losing or missing a lock is harmless, because writers of the same key do not disturb each other.
 */
import { randomInt } from 'node:crypto';
import { errno } from '../session.ts';
import type { FsCalls } from './calls.ts';
import { bestEffort, createFile, readText, unlessAbsent } from './files.ts';
import { type HolderIdentity, isAlive } from './identity.ts';

const HEARTBEAT_MS = 2000;
const STALE_AFTER_MS = 10_000;
const MAX_LOCK_BYTES = 4096;
const MIN_PAUSE_MS = 20;
const MAX_PAUSE_MS = 120;
const utf8 = new TextEncoder();

/** Paths this process holds. A lock with our process number that is not among them is that of an earlier process. */
const held = new Set<string>();

export interface LockContext {
  readonly calls: FsCalls;
  readonly identity: HolderIdentity;
  /** Milliseconds since 1970, on the clock that file times are on. */
  readonly now: () => number;
  /** A path of its own for every call, on the same disk. */
  readonly tempPath: () => string;
}

/** Takes the lock at `path`, waiting up to `timeoutMs`. The result releases it; `null` when it could not be had. */
export async function acquireLock(context: LockContext, path: string, timeoutMs: number): Promise<(() => void) | null> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const mine = tryCreate(context, path);
    if (mine !== null) return hold(context, path, mine);
    if (takeOver(context, path)) continue;
    const left = deadline - performance.now();
    if (left <= 0) return null;
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, randomInt(MIN_PAUSE_MS, MAX_PAUSE_MS))));
  }
}

/** The text of the lock made, or `null` when somebody has it. */
function tryCreate({ calls, identity, now }: LockContext, path: string): string | null {
  const text = JSON.stringify({ ...identity, started: new Date(now()).toISOString() });
  try {
    createFile(calls, path, utf8.encode(text), 0o644);
    return text;
  } catch (error) {
    if (errno(error) === 'EEXIST') return null;
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

/** Moves a stale lock out of the way. Returns whether it is worth trying again at once. */
function takeOver({ calls, identity, now, tempPath }: LockContext, path: string): boolean {
  const seen = readText(calls, path, MAX_LOCK_BYTES);
  if (seen === null || !isStale(calls, path, seen, identity, now())) return false;
  const moved = tempPath();
  if (!unlessAbsent(() => calls.rename(path, moved))) return true;
  // Between looking and moving, another waiter may have taken over and locked anew: give that lock back.
  if (readText(calls, moved, MAX_LOCK_BYTES) !== seen) {
    calls.rename(moved, path);
    return false;
  }
  bestEffort(() => calls.unlink(moved));
  return true;
}

function isStale(calls: FsCalls, path: string, text: string, self: HolderIdentity, now: number): boolean {
  let mtimeMs = now;
  unlessAbsent(() => {
    ({ mtimeMs } = calls.lstat(path));
  });
  if (now - mtimeMs <= STALE_AFTER_MS) return false;
  let holder: Partial<HolderIdentity>;
  try {
    holder = JSON.parse(text) as Partial<HolderIdentity>;
  } catch {
    return true; // Cut short by a crash while it was written.
  }
  if (holder.boot_id !== self.boot_id) return true;
  if (holder.host !== self.host || typeof holder.pid !== 'number') return false;
  return holder.pid === self.pid ? !held.has(path) : !isAlive(holder.pid);
}
