/** The alphabets of deflate (RFC 1951, 3.2.5): literals and lengths, and distances. */

export const MIN_MATCH = 3;
export const MAX_MATCH = 258;
/** Symbol that ends a block. */
export const END_OF_BLOCK = 256;
export const LITERAL_SYMBOLS = 286;
export const DISTANCE_SYMBOLS = 30;

/** Bits after each length symbol, from 257 on, and after each distance symbol. */
export const LENGTH_EXTRA = /* @__PURE__ */ Uint8Array.from({ length: 29 }, (_, i) =>
  i < 8 || i === 28 ? 0 : (i >> 2) - 1,
);
export const DISTANCE_EXTRA = /* @__PURE__ */ Uint8Array.from({ length: DISTANCE_SYMBOLS }, (_, i) =>
  i < 4 ? 0 : (i >> 1) - 1,
);

/** The smallest length and distance of each symbol. The last length has a symbol of its own. */
export const LENGTH_BASE = /* @__PURE__ */ bases(LENGTH_EXTRA.subarray(0, 28), MIN_MATCH, MAX_MATCH);
export const DISTANCE_BASE = /* @__PURE__ */ bases(DISTANCE_EXTRA, 1);

function bases(extra: Uint8Array, first: number, ...more: number[]): Uint16Array {
  let next = first;
  const start = (bits: number) => {
    const base = next;
    next += 1 << bits;
    return base;
  };
  return Uint16Array.of(...Array.from(extra, start), ...more);
}

const LENGTH_INDEX = /* @__PURE__ */ (() => {
  const table = new Uint8Array(MAX_MATCH + 1);
  for (const [index, base] of LENGTH_BASE.entries()) table.fill(index, base);
  return table;
})();

/** Index into {@link LENGTH_BASE} of a length from 3 to 258. */
export function lengthIndex(length: number): number {
  return LENGTH_INDEX[length]!;
}

/** Symbol of a distance from 1 to 32768. */
export function distanceSymbol(distance: number): number {
  const d = distance - 1;
  if (d < 4) return d;
  const log = 31 - Math.clz32(d);
  return 2 * log + ((d >>> (log - 1)) & 1);
}
