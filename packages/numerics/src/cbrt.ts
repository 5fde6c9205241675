/**
 * The cube root, without a division; error below 0.51 ulp. |x| = m 2^j 8^q with m in [1, 2); the table holds, for 64
 * intervals of m and each j, a c of 17 bits near the root of m 2^j. c^3 is exact then, so m 2^j = c^3 (1 + d) gives a
 * precise d below 2^-6.9, and the rest is the binomial series of (1 + d)^(1/3).
 */

import { DOUBLE, HIGH, MIN_NORMAL, POWERS_OF_TWO, WORDS } from './bits.ts';

/** Rows c, c^3 2^-j, 2^j c^-3 and a filler; 64 rows per j. The fourth 64 only let a mask bound the index. */
const ROOTS = /* @__PURE__ */ (() => {
  const table = new Float64Array(4 * 256);
  for (let row = 0; row < 192; row++) {
    const power = 1 << (row >> 6);
    const centre = (1 + ((row & 63) + 0.5) / 64) * power;
    let c = 1.5;
    for (let i = 0; i < 6; i++) c -= (c * c * c - centre) / (3 * c * c);
    c = Math.floor(c * 65536 + 0.5) / 65536;
    const cube = (c * c * c) / power;
    table.set([c, cube, 1 / cube], 4 * row);
  }
  return table;
})();

/** 2^(q - 341) for q from 0 to 682, and from index 1024 on the same with a minus. */
const SCALES = /* @__PURE__ */ (() => {
  const table = new Float64Array(2048);
  for (let q = 0; q < 683; q++) {
    table[q] = POWERS_OF_TWO[1074 + q - 341]!;
    table[q + 1024] = -table[q]!;
  }
  return table;
})();

/** (1 + d)^(1/3) = 1 + d SERIES[0] + d^2 SERIES[1] + ...; in an array for the reason given in `arc.ts`. */
const SERIES = /* @__PURE__ */ new Float64Array([
  1 / 3,
  -1 / 9,
  5 / 81,
  -10 / 243,
  22 / 729,
  -154 / 6561,
  374 / 19683,
  -935 / 59049,
  21505 / 1594323,
]);

/** The real cube root of `x`; it has the sign of `x`. */
export function cbrt(x: number): number {
  const a = Math.abs(x);
  if (a >= MIN_NORMAL && a <= Number.MAX_VALUE) {
    DOUBLE[0] = x;
    const word = WORDS[HIGH]!;
    // 1023 is 3 * 341. 43691 / 2^17 is a third, precise enough for 11 bits.
    const biased = (word & 0x7fffffff) >>> 20;
    const q = (biased * 43691) >>> 17;
    const i = ((((word >>> 14) & 63) + 64 * (biased - 3 * q)) << 2) & 1020;
    const c = ROOTS[i]!;
    const d = (a * POWERS_OF_TWO[1074 + 1023 - biased]! - ROOTS[i + 1]!) * ROOTS[i + 2]!;
    const d2 = d * d;
    const p =
      SERIES[0]! +
      d * SERIES[1]! +
      d2 * (SERIES[2]! + d * SERIES[3]! + d2 * (SERIES[4]! + d * SERIES[5]! + d2 * SERIES[6]!));
    return (c + c * d * p) * SCALES[(q + 1024 * (word >>> 31)) & 2047]!;
  }
  // 2^54 has the root 2^18.
  return a > 0 && a < MIN_NORMAL ? cbrt(x * 18014398509481984) * (1 / 262144) : +x;
}
