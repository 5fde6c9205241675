/**
 * What takes the time of encoding, as WebAssembly: the same functions as in `src/filter.ts` and `src/deflate`, which are
 * its oracle, with the same results. The module owns its memory: first what is reserved here, then, from {@link heap} on,
 * what the caller lays out.
 */
export { compress } from './compress';
export { crc32 } from './crc32';
export { filterRow } from './filter';

/** Where the memory begins that is the caller's. */
export function heap(): usize {
  return (__heap_base + 15) & ~15;
}
