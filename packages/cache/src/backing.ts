/**
 * What a place to keep things must be able to do. All checking, counting and evicting is done above it, once, so that
 * memory and disk give the same guarantees.
 */
import type { Counters } from './counters.ts';

/** SHA-256 as 64 lower-case hex digits; text is hashed as UTF-8. */
export type Sha256 = (data: Uint8Array | string) => string;

/** Something is stored under the name, but it cannot be used. */
export interface Flaw {
  readonly flaw: string;
}

export function isFlaw(value: object): value is Flaw {
  return 'flaw' in value;
}

export interface StoredText {
  readonly text: string;
  /** Time of last use in milliseconds. */
  readonly used: number;
}

/** A stored item as a listing shows it. `name` is a key for records and a SHA-256 for blobs. */
export interface Listed {
  readonly name: string;
  readonly bytes: number;
  /** Time of last use in milliseconds. */
  readonly used: number;
}

export type ItemKind = 'record' | 'blob';

/** A lock that was obtained. */
export interface Lock {
  /** Whether somebody else had it when it was asked for. */
  readonly waited: boolean;
  release(): void;
}

/**
 * Calls are synchronous, because a small file is read several times faster that way. A storage failure is thrown as an
 * error with an errno `code` (`ENOSPC`, ...); absence is never an error.
 */
export interface Backing {
  /** Name of the layer in reports: `memory`, `disk`. */
  readonly layer: string;
  /** Where things are, for messages: a directory, or `memory`. */
  readonly place: string;
  readonly sha256: Sha256;
  readRecord(key: string): StoredText | Flaw | null;
  /** Replaces atomically: a reader sees the old text or the new one. */
  writeRecord(key: string, text: string): void;
  /** Marks a record as used now. Best effort. */
  touchRecord(key: string): void;
  /** A fresh copy; a flaw when the size is not `bytes`. */
  readBlob(sha256: string, bytes: number): Uint8Array | Flaw | null;
  hasBlob(sha256: string, bytes: number): boolean;
  /** Stores the bytes unless they are there, and marks them as used now. Returns how many bytes were added. */
  writeBlob(sha256: string, data: Uint8Array): number;
  /** Removes an item unless it was used after `unusedSince` (milliseconds) or is no file. Returns whether it did. */
  remove(kind: ItemKind, name: string, unusedSince: number): boolean;
  /** Takes an item away and keeps it for inspection, with the reason. */
  quarantine(kind: ItemKind, name: string, reason: string): void;
  list(kind: ItemKind): Iterable<Listed>;
  /** Number of items in quarantine. */
  quarantined(): number;
  /** Keys that are never evicted. */
  pins(): ReadonlySet<string>;
  /** Free space in bytes, `null` when there is no such thing. */
  freeBytes(): number | null;
  /** Removes what crashed writers left behind. */
  sweep(): void;
  /** The total size as last noted, `null` when unknown. A hint only. */
  sizeHint(): number | null;
  noteSize(bytes: number): void;
  /** Adds to the persistent counters; `incidents` are single events worth keeping. */
  addCounters(counters: Counters, incidents: readonly object[]): void;
  counters(): Counters;
  resetCounters(): void;
  /** Waits up to `timeoutMs` for the named lock; `null` when somebody else still has it. */
  lock(name: string, timeoutMs: number): Promise<Lock | null>;
}
