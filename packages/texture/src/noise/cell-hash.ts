/** Random numbers of lattice cells without a generator for each: a 32-bit integer hash (C. Wellons, "lowbias32", 2018). */

function mix(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** A uniform unsigned 32-bit number of cell (x, y); `stream` tells several numbers of one cell apart. */
export function cellHash(seed: number, x: number, y: number, stream: number): number {
  return mix(mix(mix(mix(seed ^ 0x9e3779b9) + x) + y) + stream) >>> 0;
}

/** The same as a multiple of 2^-32 in [0, 1). */
export function cellUnit(seed: number, x: number, y: number, stream: number): number {
  return cellHash(seed, x, y, stream) / 4294967296;
}

/** i modulo n, never negative. */
export function modulo(i: number, n: number): number {
  const r = i % n;
  return r < 0 ? r + n : r;
}
