import type { Backing } from './backing.ts';
import { addCounts, type Counters, NO_COUNTS } from './counters.ts';
import type { CacheEvent } from './events.ts';
import type { ResolvedCacheOptions } from './options.ts';
import { storageFailureText } from './storage-failure.ts';

/** Counted events after which the counters are written, so that a killed long run loses little. */
const FLUSH_AFTER = 1000;

/** Incidents of one batch that are kept in full. */
const MAX_INCIDENTS = 100;

/**
 * One open cache: its storage, options and counters, and the switch that turns it off for good when the storage fails.
 */
export class Session {
  readonly backing: Backing;
  readonly options: ResolvedCacheOptions;
  #problem: string | null;
  #pending: Counters = NO_COUNTS;
  #pendingEvents = 0;
  #incidents: object[] = [];

  /** A `problem` is a reason, told already, not to use the storage at all. */
  constructor(backing: Backing, options: ResolvedCacheOptions, problem: string | null = null) {
    this.backing = backing;
    this.options = options;
    this.#problem = problem;
  }

  /** See `Cache.problem`. */
  get problem(): string | null {
    return this.#problem;
  }

  get reads(): boolean {
    return this.#problem === null && (this.options.mode === 'rw' || this.options.mode === 'read');
  }

  get writes(): boolean {
    return this.#problem === null && (this.options.mode === 'rw' || this.options.mode === 'write');
  }

  /** Whether the storage may be looked at, for listings and maintenance. */
  get works(): boolean {
    return this.reads || this.writes;
  }

  emit(event: CacheEvent): void {
    this.options.onEvent(event);
    if (event.type === 'cache.corrupt' || event.type === 'cache.nondeterminism') {
      if (this.#incidents.length < MAX_INCIDENTS) this.#incidents.push(event);
    }
  }

  count(counts: Partial<Counters>): void {
    this.#pending = addCounts(this.#pending, counts);
    if (++this.#pendingEvents >= FLUSH_AFTER) this.flush();
  }

  flush(): void {
    if (this.#pendingEvents === 0 || !this.writes) return;
    const [counters, incidents] = [this.#pending, this.#incidents];
    [this.#pending, this.#pendingEvents, this.#incidents] = [NO_COUNTS, 0, []];
    this.guard('count', undefined, () => this.backing.addCounters(counters, incidents));
  }

  /** The persistent counters with what is still pending. */
  counters(): Counters {
    return addCounts(this.backing.counters(), this.#pending);
  }

  forgetCounters(): void {
    [this.#pending, this.#pendingEvents, this.#incidents] = [NO_COUNTS, 0, []];
    this.backing.resetCounters();
  }

  /** Runs `body`; a storage failure turns the cache off, is told once, and gives `fallback`. Other errors are bugs. */
  guard<T>(operation: string, fallback: T, body: () => T): T {
    try {
      return body();
    } catch (error) {
      this.fail(operation, error);
      return fallback;
    }
  }

  /** {@link guard} for promises. */
  async guardAsync<T>(operation: string, fallback: T, body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      this.fail(operation, error);
      return fallback;
    }
  }

  /** Turns the cache off because of a storage failure; rethrows what is none. */
  fail(operation: string, error: unknown): void {
    const code = errno(error);
    if (code === null) throw error;
    if (this.#problem !== null) return;
    const message = storageFailureText(operation, this.backing.place, code, error as Error);
    this.#problem = message;
    this.options.onEvent({ type: 'cache.warning', code, operation, message, off: true });
  }
}

/** The errno name of a storage failure (`ENOSPC`, `EACCES`, ...), `null` for other errors. */
export function errno(error: unknown): string | null {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}
