import type { GcResult } from './gc.ts';
import type { Session } from './session.ts';

/** Growth after which the free space of the disk is looked at again. */
const CHECK_FREE_EVERY = 64 * 1024 * 1024;

/** A collection that could not reach its target is not tried again before the cache grew by this share of its limit. */
const RETRY_SHARE = 0.05;

/** Follows the size of the cache without listing it: the last noted total plus what this run added. */
export class SizeWatch {
  readonly #session: Session;
  #total: number | null = null;
  #sinceCheck = CHECK_FREE_EVERY;
  #retryAt = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Adds to the total. Returns whether it is time to collect. */
  grow(bytes: number): boolean {
    if (bytes === 0 || !this.#session.writes) return false;
    const { backing, options } = this.#session;
    // A hint that is missing means a new cache (or one whose note was lost: then it is counted, once per run).
    this.#total ??= backing.sizeHint() ?? count(this.#session);
    this.#total += bytes;
    this.#sinceCheck += bytes;
    if (this.#total < this.#retryAt) return false;
    if (this.#total > options.maxBytes) return true;
    if (this.#sinceCheck < CHECK_FREE_EVERY) return false;
    this.#sinceCheck = 0;
    const free = backing.freeBytes();
    return free !== null && free < options.minFree;
  }

  collected(result: GcResult): void {
    if (result.skipped === undefined) this.#total = result.bytes;
    this.#retryAt = (this.#total ?? 0) + this.#session.options.maxBytes * RETRY_SHARE;
  }

  /** Leaves the total for the next run. */
  note(): void {
    if (this.#total !== null && this.#session.writes) this.#session.backing.noteSize(this.#total);
  }
}

function count(session: Session): number {
  let bytes = 0;
  for (const kind of ['record', 'blob'] as const) for (const item of session.backing.list(kind)) bytes += item.bytes;
  return bytes;
}
