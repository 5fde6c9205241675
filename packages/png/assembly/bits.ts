/** Bits in the order of deflate; see `src/deflate/bit-writer.ts`. Nothing is lost by writing four bytes at a time. */

/** Where the next bytes go, the bits that make no four bytes yet, and how many those are. */
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
}

export function write(value: u32, bits: i32): void {
  hold |= (<u64>value) << count;
  count += bits;
  if (count < 32) return;
  store<u32>(at, <u32>hold);
  at += 4;
  hold >>= 32;
  count -= 32;
}

/** Fills the last byte up with zeros. */
export function align(): void {
  for (; count > 0; count -= 8) {
    store<u8>(at++, <u8>hold);
    hold >>= 8;
  }
  count = 0;
}

/** Appends whole bytes; only after {@link align}. */
export function append(from: usize, length: i32): void {
  memory.copy(at, from, length);
  at += length;
}
