/**
 * One shared 8-byte cell to look at the bits of a double: write `DOUBLE[0]`, read `WORDS[HIGH]` and `WORDS[LOW]`.
 *
 * Built once, so that no call allocates; a 64-bit store followed by a 32-bit load is forwarded by the processor, which
 * makes this the cheapest way to an exponent in JavaScript. Nothing may stay in the cell across a call.
 */

const cell = /* @__PURE__ */ new ArrayBuffer(8);

export const DOUBLE = /* @__PURE__ */ new Float64Array(cell);
export const WORDS = /* @__PURE__ */ new Int32Array(cell);

/** Index of the half that holds sign, exponent and the top 20 fraction bits; it depends on the machine's byte order. */
export const HIGH = /* @__PURE__ */ new Uint8Array(/* @__PURE__ */ new Uint16Array([1]).buffer)[0]!;
export const LOW = 1 - HIGH;

/** Where an internal function that returns the leading part of a double-double leaves the trailing part. */
export const REST = /* @__PURE__ */ new Float64Array(/* @__PURE__ */ new ArrayBuffer(8));

/**
 * 2^k is at index k + 1074, for k from -1074 to 1023. Multiplying by an entry scales exactly (but for subnormal results)
 * and is faster than writing an exponent through the cell above, where two 32-bit stores stall a 64-bit load.
 */
export const POWERS_OF_TWO = /* @__PURE__ */ (() => {
  const table = new Float64Array(2098);
  let power = Number.MIN_VALUE;
  for (let i = 0; i < table.length; i++, power *= 2) table[i] = power;
  return table;
})();

/** The smallest normal double, 2^-1022. */
export const MIN_NORMAL = 2.2250738585072014e-308;

/** Whether the high half belongs to a positive, finite, normal double: one comparison where the double takes two. */
export function isPositiveNormal(word: number): boolean {
  return (word - 0x00100000) >>> 0 < 0x7fe00000;
}

/**
 * Adding and subtracting 1.5 * 2^52 rounds a double of magnitude below 2^51 to the nearest integer, ties to even.
 * Two additions, exact by IEEE 754; `Math.round` is slower and rounds ties otherwise.
 */
export const TO_INTEGER = 6755399441055744;

/**
 * The rounding error of the product `p = a * b`, exactly (Dekker 1971, with Veltkamp's split at 27 bits).
 * Holds for |a|, |b| < 2^995 and a product above 2^-968.
 */
export function productError(a: number, b: number, p: number): number {
  const ca = a * 134217729;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = b * 134217729;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
}
