/** The alphabets of deflate; see `src/deflate/symbols.ts`. */

export const MAX_MATCH = 258;
export const END_OF_BLOCK = 256;
export const LITERAL_SYMBOLS = 286;
export const DISTANCE_SYMBOLS = 30;
export const LENGTHS = 29;

const lengthExtra = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
const lengthBase = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]);

@inline
export function lengthExtraOf(index: i32): i32 {
  return load<u8>(lengthExtra + index);
}

@inline
export function lengthBaseOf(index: i32): i32 {
  return load<u16>(lengthBase + 2 * index);
}

@inline
export function distanceExtraOf(symbol: i32): i32 {
  return symbol < 4 ? 0 : (symbol >> 1) - 1;
}

@inline
export function distanceBaseOf(symbol: i32): i32 {
  return symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << distanceExtraOf(symbol)) + 1;
}

/** Index of a length from 3 to 258. */
@inline
export function lengthIndex(length: i32): i32 {
  if (length === MAX_MATCH) return LENGTHS - 1;
  const l = length - 3;
  if (l < 8) return l;
  const log = 31 - clz(l);
  return 4 * (log - 1) + ((l >>> (log - 2)) & 3);
}

/** Symbol of a distance from 1 to 32768. */
@inline
export function distanceSymbol(distance: i32): i32 {
  const d = distance - 1;
  if (d < 4) return d;
  const log = 31 - clz(d);
  return 2 * log + ((d >>> (log - 1)) & 1);
}
