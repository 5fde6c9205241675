/** Memory for what many rows have in common, such as their columns. */
import { type Exports, KERNEL } from './kernel.ts';
import { reserve } from './platform.generated.ts';

/** Bytes of memory. */
const ROOM = 1 << 25;

/** The arena of all; null where there can be none. */
let shared: Arena | null | undefined;

/**
 * Places lie one behind the other until the memory is full. Then a new era begins: all of them are lost, and those who
 * still need theirs take and fill another one.
 */
export class Arena {
  readonly kernel: Exports;
  era = 0;
  private readonly start: number;
  private top = 0;

  /** The arena of all; undefined where there is no kernel, or a place of so many bytes would not fit. */
  static for(bytes: number): Arena | undefined {
    if (bytes > ROOM) return undefined;
    if (shared === undefined) {
      const kernel = KERNEL.instantiate();
      const start = kernel && reserve(kernel, ROOM);
      shared = start === undefined ? null : new Arena(kernel!, start);
    }
    return shared ?? undefined;
  }

  private constructor(kernel: Exports, start: number) {
    this.kernel = kernel;
    this.start = start;
  }

  /** A place of so many bytes, at a multiple of 16. It lasts as long as {@link era} stays. */
  take(bytes: number): number {
    const size = Math.ceil(bytes / 16) * 16;
    if (this.top + size > ROOM) {
      this.top = 0;
      this.era++;
    }
    const at = this.start + this.top;
    this.top += size;
    return at;
  }
}
