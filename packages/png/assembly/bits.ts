/**
 * Bits in the order of deflate; see `src/deflate/bit-writer.ts`. Eight bytes are stored each time, of which those that are
 * not full yet are written over: that needs no branch.
 */

/** Where the next bytes go, the bits that make no byte yet, and how many those are: 7 at most, but while a loop runs. */
export let at: usize = 0;
export let hold: u64 = 0;
export let count: i32 = 0;

export function begin(out: usize): void {
  at = out;
  hold = 0;
  count = 0;
}

/** Goes on where a loop that kept the state in locals ended. */
export function resume(nextAt: usize, nextHold: u64, nextCount: i32): void {
  at = nextAt;
  hold = nextHold;
  count = nextCount;
  write(0, 0);
}

export function write(value: u32, bits: i32): void {
  hold |= (<u64>value) << count;
  count += bits;
  store<u64>(at, hold);
  at += count >> 3;
  hold >>= count & ~7;
  count &= 7;
}

/** Fills the last byte up with zeros. */
export function align(): void {
  if (count > 0) store<u8>(at++, <u8>hold);
  hold = 0;
  count = 0;
}

/** Appends whole bytes; only after {@link align}. */
export function append(from: usize, length: i32): void {
  memory.copy(at, from, length);
  at += length;
}
